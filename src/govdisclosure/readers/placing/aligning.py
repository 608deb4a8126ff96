"""Rows of a document against rows of the form: which is which, told only where it is sure.

A row is *sure* by its label: alike enough to one target, and clearly less to every other. Sure
rows keep the form's order. Between two sure rows, others are taken in order only if there are
exactly as many of them as of the form's rows, and nothing that is printed speaks against it.

Labels may also stand beside the numbers of another row. A row without a label for which the form
has no row left, and a row of the form that is not there or has no numbers, are the two ends of a
shift: what stands between them may all be one row off, and is not taken.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import attrs

from .labels import LIKE, RowTarget, alikeness, group_labels, row_likenesses, row_targets, told

_SPEAKS_AGAINST = 45
"""A label less alike than this (of 100) to a target is evidence against it."""


@attrs.frozen
class Labelled:
    """What labels a document's row: the last label cell, and all of them joined, normalised.

    ``loose`` are texts without numbers around a row that has no label of its own. ``values`` is
    the number of values in the row; ``in_columns`` tells that they stand in columns of the table,
    so that even a single one is no page number.
    """

    last: str
    everything: str
    values: int
    loose: tuple[str, ...] = ()
    in_columns: bool = False


@attrs.frozen
class Alignment:
    """Which target each row is (by position), and which of them by order only."""

    targets: Mapping[int, RowTarget]
    by_order: frozenset[int]


_Choice = Callable[[Sequence[RowTarget]], Sequence[RowTarget]]


def align(
    table: str,
    labels: Sequence[Labelled],
    alone: Sequence[tuple[int, Labelled]],
    possible: _Choice,
) -> Alignment:
    """Align rows, given by their labels, with the rows of a table.

    *alone* are labels without a row, each with the position of the row that follows it.
    *possible* narrows the targets, given those that are there for sure: layouts of a group that
    exclude each other.
    """
    likenesses = [row_likenesses(table, label.last, label.everything) for label in labels]
    everything = row_targets(table)
    kept = list(range(len(everything)))
    sure = _in_order(_sure(likenesses, kept))
    there = [everything[target] for target in sure.values()]
    left = [everything.index(target) for target in possible(there)]
    if left != kept:
        kept = left
        sure = _in_order(_sure(likenesses, kept))
    ordered = _between(table, labels, likenesses, kept, sure)
    found = sure | ordered
    gone = _shifted(table, labels, kept, found, _without_numbers(table, labels, alone, found))
    return Alignment(
        {row: everything[target] for row, target in found.items() if row not in gone},
        frozenset(
            row
            for row in ordered
            if row not in gone and not _confirmed(table, labels[row], found[row])
        ),
    )


def _sure(
    likenesses: Sequence[Sequence[float]], kept: Sequence[int]
) -> dict[int, tuple[int, float]]:
    """Return, for each row with a telling label, its target and the likeness."""
    found: dict[int, tuple[int, float]] = {}
    for row, likeness in enumerate(likenesses):
        of_kept = [likeness[target] for target in kept]
        best = told(of_kept)
        if best is not None:
            found[row] = (kept[best], of_kept[best])
    return found


def _in_order(sure: Mapping[int, tuple[int, float]]) -> dict[int, int]:
    """Return the heaviest choice of sure rows that keeps the form's order.

    A row that stands twice keeps its place; whether its numbers agree is asked later.
    """
    ends: dict[int, tuple[float, int]] = {}
    """For each target: the weight of the heaviest chain that ends in it, and its last row."""
    before: dict[int, int | None] = {}
    for row, (target, likeness) in sorted(sure.items()):
        weight, last = max(
            ((w, r) for t, (w, r) in ends.items() if t <= target), default=(0.0, None)
        )
        before[row] = last
        ends[target] = (weight + likeness, row)
    position = max(ends.values())[1] if ends else None
    chosen: dict[int, int] = {}
    while position is not None:
        chosen[position] = sure[position][0]
        position = before[position]
    return dict(sorted(chosen.items()))


def _between(
    table: str,
    labels: Sequence[Labelled],
    likenesses: Sequence[Sequence[float]],
    kept: Sequence[int],
    sure: Mapping[int, int],
) -> dict[int, int]:
    """Return the rows between sure ones that only their order and number tell."""
    found: dict[int, int] = {}
    for (row, target), (next_row, next_target) in pairwise(sure.items()):
        between = range(row + 1, next_row)
        expected = [t for t in kept if target < t < next_target]
        if len(between) == len(expected) and all(
            _not_against(table, labels[r], likenesses[r], t)
            for r, t in zip(between, expected, strict=True)
        ):
            found.update(zip(between, expected, strict=True))
    return found


def _not_against(table: str, label: Labelled, likenesses: Sequence[float], target: int) -> bool:
    if label.last:
        return likenesses[target] >= _SPEAKS_AGAINST and told(likenesses) in (None, target)
    others = [told(row_likenesses(table, text, text)) for text in label.loose]
    return label.values > 1 and (target in others or all(other is None for other in others))


def _confirmed(table: str, label: Labelled, target: int) -> bool:
    """Tell whether the texts around a row without a label are that of the target."""
    return any(told(row_likenesses(table, text, text)) == target for text in label.loose)


def _without_numbers(
    table: str,
    labels: Sequence[Labelled],
    alone: Sequence[tuple[int, Labelled]],
    found: Mapping[int, int],
) -> list[int]:
    """Return where labels stand that have no numbers."""
    there = set(found.values())
    empty = [row for row in found if not labels[row].values]
    for position, label in alone:
        target = told(row_likenesses(table, label.last, label.everything))
        if target is not None and target not in there:
            empty.append(position)
    return empty


def _names_no_row(table: str, label: Labelled) -> bool:
    """Tell whether a row has no label, or only that of a group."""
    return not label.last or max(alikeness(label.last, group_labels(table))) >= LIKE


def _shifted(
    table: str,
    labels: Sequence[Labelled],
    kept: Sequence[int],
    found: Mapping[int, int],
    empty: Sequence[int],
) -> set[int]:
    """Return the rows between one that has no label, and a label or place that has no row.

    They may all be one off. *empty* is where labels without numbers stand; that the form has a row
    elsewhere that the document lacks counts only if it has none left for the row without a label.
    """
    unnamed = [
        row
        for row, label in enumerate(labels)
        if row not in found
        and (label.values > 1 or label.in_columns)
        and _names_no_row(table, label)
    ]
    surplus = [row for row in unnamed if not _vacant(row, kept, found)]
    return _spread(unnamed, empty) | _spread(surplus, _lacking(kept, found))


def _lacking(kept: Sequence[int], found: Mapping[int, int]) -> list[int]:
    there = set(found.values())
    return [
        max((row for row, t in found.items() if t < target), default=-1)
        for target in kept
        if target not in there
    ]


def _spread(ones: Sequence[int], others: Sequence[int]) -> set[int]:
    """Return every row between one of the ones and one of the others."""
    if not ones or not others:
        return set()
    return {
        row
        for one in (ones[0], ones[-1])
        for row in range(min(one, *others), max(one, *others) + 1)
    }


def _vacant(row: int, kept: Sequence[int], found: Mapping[int, int]) -> bool:
    """Tell whether the form has a row left between the nearest known rows around a row."""
    above = max((t for r, t in found.items() if r < row), default=-1)
    below = min((t for r, t in found.items() if r > row), default=len(kept) + max(kept))
    return any(above < target < below for target in kept)
