"""Many documents read on all processors; one that takes its process with it stops no other."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

_Result = TypeVar("_Result")

_WORTHWHILE = 16
"""Fewer documents are read sooner than other processes are started."""
_AHEAD = 4
"""Documents given to each process before their results are taken, so that few are held at once."""


def read_each(
    read: Callable[[str], _Result], lost: Callable[[str], _Result], paths: Sequence[str]
) -> Iterator[_Result]:
    """Iterate over what *read* makes of each path, in order; *lost* of one that ends its process.

    *read* and what it returns are sent between processes.
    """
    processors = _processors()
    if len(paths) < _WORTHWHILE or processors == 1:
        yield from map(read, paths)
        return
    done = 0
    while done < len(paths):
        for result in _until_lost(read, paths[done:], processors):
            yield result
            done += 1
        if done < len(paths):
            yield _alone(read, lost, paths[done])
            done += 1


def _until_lost(
    read: Callable[[str], _Result], paths: Sequence[str], processors: int
) -> Iterator[_Result]:
    """Iterate over the results until a process is lost."""
    waiting = iter(paths)
    with _pool(processors) as pool:
        running = deque(pool.submit(read, path) for path in islice(waiting, processors * _AHEAD))
        while running:
            try:
                result = running.popleft().result()
                running.extend(pool.submit(read, path) for path in islice(waiting, 1))
            except BrokenProcessPool:
                return
            yield result


def _alone(read: Callable[[str], _Result], lost: Callable[[str], _Result], path: str) -> _Result:
    with _pool(1) as pool:
        try:
            return pool.submit(read, path).result()
        except BrokenProcessPool:
            return lost(path)


def _pool(processors: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processors, mp_context=multiprocessing.get_context("spawn"))


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
