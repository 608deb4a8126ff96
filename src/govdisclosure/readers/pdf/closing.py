"""Tables that are open at a side, or at a page break: the lines that would close them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

Edge = dict[str, Any]
"""A line as pdfplumber has it: x0, x1, top, bottom, orientation (h or v)."""

_NEAR = 3
"""Ends this near to each other (in points) stand at one height."""


class _Run(NamedTuple):
    """A line seen along its direction: where it stands across, and from where to where it goes."""

    across: float
    start: float
    end: float


def closed(edges: Sequence[Edge]) -> list[Edge]:
    """Return the lines of a page, and those that close what they leave open.

    Two parallel lines that end at one height are closed there, if another line joins them.
    """
    upright = [_Run(e["x0"], e["top"], e["bottom"]) for e in edges if e["orientation"] == "v"]
    level = [_Run(e["top"], e["x0"], e["x1"]) for e in edges if e["orientation"] == "h"]
    added = [
        {"x0": run.start, "x1": run.end, "top": run.across, "bottom": run.across}
        | {"width": run.end - run.start, "height": 0, "orientation": "h"}
        for run in _closing(upright, level)
    ] + [
        {"x0": run.across, "x1": run.across, "top": run.start, "bottom": run.end}
        | {"width": 0, "height": run.end - run.start, "orientation": "v"}
        for run in _closing(level, upright)
    ]
    return [*edges, *({**edge, "object_type": "line"} for edge in added)]


def _closing(runs: Sequence[_Run], joining: Sequence[_Run]) -> Iterator[_Run]:
    """Return the lines across the ends of neighbouring parallel lines that some line joins."""
    for at_start in (True, False):
        ends = sorted((run.start if at_start else run.end, run) for run in runs)
        group: list[tuple[float, _Run]] = []
        for end, run in ends:
            if group and end - group[0][0] > _NEAR:
                yield from _across(group, joining)
                group = []
            group.append((end, run))
        yield from _across(group, joining)


def _across(group: Sequence[tuple[float, _Run]], joining: Sequence[_Run]) -> Iterator[_Run]:
    ordered = sorted(group, key=lambda pair: pair[1].across)
    for (end, one), (_, other) in pairwise(ordered):
        closing = _Run(end, one.across, other.across)
        if any(_joins(run, one, other) for run in joining) and not any(
            _touches(run, closing) for run in joining
        ):
            yield closing


def _joins(run: _Run, one: _Run, other: _Run) -> bool:
    """Tell whether a line across reaches from one of two parallel lines to the other."""
    return (
        max(one.start, other.start) - _NEAR <= run.across <= min(one.end, other.end) + _NEAR
        and run.start - _NEAR <= one.across
        and other.across <= run.end + _NEAR
    )


def _touches(run: _Run, closing: _Run) -> bool:
    """Tell whether a line goes on where another would close: then what is open there is no cell."""
    return (
        abs(run.across - closing.across) <= _NEAR
        and run.start <= closing.end + _NEAR
        and run.end >= closing.start - _NEAR
    )
