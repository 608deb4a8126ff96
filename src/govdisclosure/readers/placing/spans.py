"""Which numbers of a grid stand in which columns of the form."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import attrs

from ..blocks import Grid, GridCell, GridRow
from ..values import is_number, parse_value
from .labels import APART, LIKE, alike, normal


@attrs.frozen
class Span:
    """The extent of a column in a grid."""

    left: int
    right: int

    def shared(self, cell: GridCell) -> int:
        """Return how much of the column a cell covers."""
        return min(self.right, cell.right) - max(self.left, cell.left)


def numbers_in(row: GridRow) -> tuple[GridCell, ...]:
    """Return the cells of a row that print a number."""
    return tuple(cell for cell in row.cells if is_number(cell.text))


def marks_in(row: GridRow) -> tuple[GridCell, ...]:
    """Return the cells of a row that print a number or a sign for none, such as “/”."""
    return tuple(c for c in row.cells if c.text and parse_value(c.text) is not None)


def full_rows(grid: Grid, count: int) -> list[int]:
    """Return the positions of the rows that end in exactly *count* printed values."""
    return [i for i, row in enumerate(grid.rows) if _is_full(row, count)]


def _is_full(row: GridRow, count: int) -> bool:
    filled = [cell for cell in row.cells if cell.text]
    return len(marks_in(row)) == count and all(
        parse_value(cell.text) is not None for cell in filled[-count:]
    )


def exact_spans(grid: Grid, count: int) -> tuple[Span, ...] | None:
    """Return the columns that the values of most full rows of an exact grid stand in."""
    found = Counter(
        tuple(Span(cell.left, cell.right) for cell in marks_in(grid.rows[i]))
        for i in full_rows(grid, count)
    )
    return found.most_common(1)[0][0] if found else None


def measured_spans(grid: Grid, count: int, position: int) -> list[tuple[Span, ...]]:
    """Return the columns of the nearest full rows above and below a row of a measured grid."""
    full = full_rows(grid, count)
    above, below = [f for f in full if f < position], [f for f in full if f > position]
    near = [*above[-1:], *below[:1]]
    return [tuple(Span(c.left, c.right) for c in marks_in(grid.rows[i])) for i in near]


def under(cells: Sequence[GridCell], spans: Sequence[Span]) -> list[int] | None:
    """Return the column that each cell stands in, None unless each stands in one of its own."""
    found: list[int] = []
    for cell in cells:
        over = [i for i, span in enumerate(spans) if span.shared(cell) > 0]
        if len(over) != 1 or over[0] in found:
            return None
        found.append(over[0])
    return found if found == sorted(found) else None


def headers_above(rows: Sequence[GridRow], spans: Sequence[Span]) -> list[tuple[str, ...]]:
    """Return what may be the header of each column: the texts above it, joined from below up.

    A cell over several columns is the head of a group and belongs to none; one that a format puts
    over a single column is left out again by the shorter joins.
    """
    above: list[list[str]] = [[] for _ in spans]
    for row in rows:
        for cell in row.cells:
            over = [i for i, span in enumerate(spans) if cell.text and span.shared(cell) > 0]
            if len(over) == 1:
                above[over[0]].append(cell.text)
    return [tuple(normal("".join(texts[start:])) for start in range(len(texts))) for texts in above]


@attrs.frozen
class Mapping:
    """Which of the form's columns each column of a grid is, None where it cannot be told.

    ``by_order`` are those told only by the order of the form.
    """

    columns: tuple[int | None, ...]
    by_order: tuple[int, ...] = ()


def by_headers(headers: Sequence[tuple[str, ...]], labels: Sequence[str]) -> Mapping:
    """Tell the columns by their headers; the rest by order if no header speaks against it."""
    told = [_told(header, labels) for header in headers]
    named = [column for column in told if column is not None]
    if len(set(named)) < len(named):
        return Mapping(tuple(c if c is not None and named.count(c) == 1 else None for c in told))
    if all(column is None or column == i for i, column in enumerate(told)):
        return by_order(len(headers), tuple(i for i, c in enumerate(told) if c is None))
    return Mapping(tuple(told))


def by_order(count: int, doubtful: tuple[int, ...]) -> Mapping:
    """Take the columns in the form's order; *doubtful* are those that no header confirms."""
    return Mapping(tuple(range(count)), doubtful)


def untold(count: int) -> Mapping:
    """Tell no column."""
    return Mapping((None,) * count)


def _told(header: tuple[str, ...], labels: Sequence[str]) -> int | None:
    ranked = sorted(((alike(label, header), i) for i, label in enumerate(labels)), reverse=True)
    (best, column), (second, _) = ranked[0], ranked[1]
    return column if best >= LIKE and best - second >= APART else None


def in_reading_order(rows: Sequence[GridRow], labels: Sequence[str], repeats: int) -> bool:
    """Tell whether the labels in header rows follow each other as in the form, line by line.

    The labels may be repeated, block by block. Where columns are only measured, this is all that
    a header can confirm.
    """
    for row in rows:
        seen = [
            place
            for cell in sorted(row.cells, key=lambda cell: cell.left)
            for word in re.split(r"\s+", cell.text)
            for place, label in enumerate(labels)
            if len(word) > 1 and _means(normal(word), label, labels)
        ]
        descents = sum(b <= a for a, b in pairwise(seen))
        if descents >= repeats:
            return False
    return True


def _means(word: str, label: str, labels: Sequence[str]) -> bool:
    """Tell whether a word is a label, or a part of it that no other label has."""
    return word in label and not any(word in other for other in labels if other != label)
