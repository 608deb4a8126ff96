"""Rows of a document against rows of the form: which is which, told only where it is sure.

A row is *sure* by its label: alike enough to one target, and clearly less to every other. Sure
rows keep the form's order. Between two sure rows, others are taken in order only if there are
exactly as many of them as of the form's rows, and no label speaks against it.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import attrs

from .labels import APART, LIKE, RowTarget

_SPEAKS_AGAINST = 45
"""A label less alike than this (of 100) to a target is evidence against it."""


@attrs.frozen
class Labelled:
    """The labels of a document's row: the last label cell, and all of them joined, normalised."""

    last: str
    everything: str


@attrs.frozen
class Alignment:
    """Which target each row is (by position), and which of them by order only."""

    targets: Mapping[int, RowTarget]
    by_order: frozenset[int]


def align(
    labels: Sequence[Labelled],
    targets: Sequence[RowTarget],
    possible: Callable[[Sequence[RowTarget]], Sequence[RowTarget]],
) -> Alignment:
    """Align rows, given by their labels, with *targets*.

    *possible* narrows the targets, given those that are there for sure: layouts of a group that
    exclude each other.
    """
    sure = _in_order(_sure(labels, targets))
    kept = possible([targets[t] for t in sure.values()])
    if len(kept) < len(targets):
        targets = kept
        sure = _in_order(_sure(labels, targets))
    found = {row: targets[t] for row, t in sure.items()}
    ordered = _between(labels, targets, sure)
    return Alignment(found | ordered, frozenset(ordered))


def _sure(labels: Sequence[Labelled], targets: Sequence[RowTarget]) -> dict[int, tuple[int, float]]:
    """Return, for each row with a telling label, the position of its target and the likeness."""
    found: dict[int, tuple[int, float]] = {}
    for row, label in enumerate(labels):
        ranked = sorted(
            (
                (target.likeness(label.last, label.everything), t)
                for t, target in enumerate(targets)
            ),
            reverse=True,
        )
        best, second = ranked[0], ranked[1] if len(ranked) > 1 else (0.0, -1)
        if best[0] >= LIKE and best[0] - second[0] >= APART:
            found[row] = (best[1], best[0])
    return found


def _in_order(sure: Mapping[int, tuple[int, float]]) -> dict[int, int]:
    """Return the heaviest choice of sure rows that keeps the form's order."""
    rows = sorted(sure)
    weight = [0.0] * len(rows)
    before: list[int | None] = [None] * len(rows)
    for i, row in enumerate(rows):
        target, likeness = sure[row]
        weight[i] = likeness
        for j in range(i):
            earlier = sure[rows[j]][0]
            # A row that stands twice keeps its place; whether its numbers agree is asked later.
            if earlier <= target and weight[j] + likeness > weight[i]:
                weight[i], before[i] = weight[j] + likeness, j
    chosen: dict[int, int] = {}
    position = max(range(len(rows)), key=lambda i: weight[i]) if rows else None
    while position is not None:
        chosen[rows[position]] = sure[rows[position]][0]
        position = before[position]
    return dict(sorted(chosen.items()))


def _between(
    labels: Sequence[Labelled], targets: Sequence[RowTarget], sure: Mapping[int, int]
) -> dict[int, RowTarget]:
    """Return the rows between sure ones that only their order and number tell."""
    found: dict[int, RowTarget] = {}
    for (row, target), (next_row, next_target) in pairwise(sure.items()):
        between = range(row + 1, next_row)
        expected = targets[target + 1 : next_target]
        if len(between) != len(expected) or next_target <= target:
            continue
        if all(_not_against(labels[r], t) for r, t in zip(between, expected, strict=True)):
            found.update(zip(between, expected, strict=True))
    return found


def _not_against(label: Labelled, target: RowTarget) -> bool:
    if not label.last:
        return True
    return target.likeness(label.last, label.everything) >= _SPEAKS_AGAINST
