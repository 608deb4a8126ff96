"""Many documents read on all processors; one that takes its process with it stops no other."""

import multiprocessing
import multiprocessing.connection
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import chain, islice
from threading import Thread
from typing import TypeVar

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_WORTHWHILE = 16
"""Fewer documents are read sooner than other processes are started."""
_AHEAD = 4
"""Documents given to each process before their results are taken, so that few are held at once."""


def read_each(
    read: Callable[[_Task], _Result],
    lost: Callable[[_Task], _Result],
    tasks: Iterable[_Task],
    processes: int | None = None,
) -> Iterator[_Result]:
    """Iterate over what *read* makes of each task, in order; *lost* of one that ends its process.

    Tasks are taken as they are needed. *read*, tasks and results are sent between processes, of
    which there are as many as processors unless *processes* says how many.
    """
    number = _processors() if processes is None else processes
    waiting = iter(tasks)
    first = list(islice(waiting, _WORTHWHILE))
    if len(first) < _WORTHWHILE or number <= 1:
        yield from map(read, chain(first, waiting))
        return
    left = deque(first)
    while left:
        yield from _until_lost(read, left, waiting, number)
        if left:
            yield _alone(read, lost, left.popleft())


def _until_lost(
    read: Callable[[_Task], _Result], left: deque[_Task], waiting: Iterator[_Task], number: int
) -> Iterator[_Result]:
    """Iterate over the results until a process is lost; *left* are the tasks without a result."""
    with _pool(number) as pool:
        left.extend(islice(waiting, max(0, number * _AHEAD - len(left))))
        running: deque[Future[_Result]] = deque()

        def start(task: _Task) -> None:
            with suppress(BrokenProcessPool):  # met again with what is running
                running.append(pool.submit(read, task))

        for task in left:
            start(task)
        while running:
            try:
                result = running.popleft().result()
            except BrokenProcessPool:
                return
            left.popleft()
            for task in islice(waiting, 1):
                left.append(task)
                start(task)
            yield result


def _alone(
    read: Callable[[_Task], _Result], lost: Callable[[_Task], _Result], task: _Task
) -> _Result:
    with _pool(1) as pool:
        try:
            return pool.submit(read, task).result()
        except BrokenProcessPool:
            return lost(task)


@contextmanager
def _pool(number: int) -> Iterator[ProcessPoolExecutor]:
    """Give processes for a while; where that is broken off, what they are at is not waited for."""
    spawning = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(number, mp_context=spawning, initializer=_end_with_parent)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown()


def _end_with_parent() -> None:
    """See that this process ends when the one that started it is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_wait_for, args=(parent.sentinel,), daemon=True).start()


def _wait_for(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def _processors() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
