"""A progress bar on standard error, for a person who would otherwise wait without a word."""

import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

from ..wording import Wording
from .language import Speech

_Item = TypeVar("_Item")

_PATIENCE = 1.0
"""Seconds; what takes longer in all gets a bar."""
_READING = Wording("读取报告", "reading reports")


def watched(
    items: Iterable[_Item],
    total: int,
    speech: Speech,
    weigh: Callable[[_Item], int] = lambda _: 1,
) -> Iterator[_Item]:
    """Iterate over *items*, which weigh *total*, with a bar once they may take over a second.

    There is one on a terminal only, and it is gone when the work is done.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    started, done = monotonic(), 0
    rest = iter(items)
    for item in rest:
        yield item
        done += weigh(item)
        if 0 < done < total and (monotonic() - started) / done * total > _PATIENCE:
            break
    else:
        return
    yield from _with_bar(rest, total, done, speech, weigh)


def _with_bar(
    rest: Iterator[_Item], total: int, done: int, speech: Speech, weigh: Callable[[_Item], int]
) -> Iterator[_Item]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(speech.say(_READING), total=total, completed=done)
        for item in rest:
            yield item
            bar.advance(task, weigh(item))
