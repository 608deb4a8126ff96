"""Which numbers of a grid stand in which columns of the grid."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

import attrs

from ..blocks import Grid, GridCell, GridRow
from ..values import is_number, parse_value
from .labels import normal

_ALIGNED = 1
"""Ends this near to each other stand in one measured column."""
_APART = 2
"""Numbers this far from each other are two for sure, and not one that was torn."""


@attrs.frozen
class Span:
    """The extent of a column in a grid."""

    left: int
    right: int

    def meets(self, cell: GridCell) -> bool:
        """Tell whether a cell covers some of the column."""
        return cell.left < self.right and self.left < cell.right

    def aligns(self, cell: GridCell) -> bool:
        """Tell whether a cell stands in the column by its left end, right end or middle."""
        left, right = cell.left - self.left, cell.right - self.right
        return min(abs(left), abs(right), abs(left + right) / 2) <= _ALIGNED


def numbers_in(row: GridRow) -> tuple[GridCell, ...]:
    """Return the cells of a row that print a number."""
    return tuple(cell for cell in row.cells if is_number(cell.text))


def marks_in(row: GridRow) -> tuple[GridCell, ...]:
    """Return the cells of a row that print a number or a sign for none, such as “/”."""
    return tuple(c for c in row.cells if c.text and parse_value(c.text) is not None)


def is_full(row: GridRow, count: int) -> bool:
    """Tell whether a row ends in exactly *count* printed values."""
    filled = [cell for cell in row.cells if cell.text]
    return len(marks_in(row)) == count and all(
        parse_value(cell.text) is not None for cell in filled[-count:]
    )


def has_values(row: GridRow, count: int) -> bool:
    """Tell whether a row prints a number, or else *count* signs for none, as blank rows do."""
    return bool(numbers_in(row)) or is_full(row, count)


def spans_of(row: GridRow) -> tuple[Span, ...]:
    """Return the columns that the values of a row stand in."""
    return tuple(Span(cell.left, cell.right) for cell in marks_in(row))


_NOWHERE = -1


@attrs.frozen
class Columns:
    """The columns of an exact grid, as its full rows or else its header have them.

    ``width`` is how many columns most full rows have, empty ones included, None where that
    differs; ``filled`` is where the last value usually ends, nowhere if the full rows do not agree.
    A row of another width has lost cells or gained some, and its blanks cannot be told.
    """

    spans: tuple[Span, ...]
    width: int | None
    filled: int

    @classmethod
    def of(cls, grid: Grid, labels: Sequence[str]) -> "Columns | None":
        """Return the columns that the values of most full rows stand in.

        Without any full row, they are those of the header, if it names every one of *labels*
        once, side by side, and is as wide as most rows with numbers; else None.
        """
        full = [row for row in grid.rows if is_full(row, len(labels)) and _are_apart(row)]
        if not full:
            return cls._of_header(grid, labels)
        spans, agreed = Counter(map(spans_of, full)).most_common(1)[0]
        width, rows = Counter(row.width for row in full).most_common(1)[0]
        return cls(
            spans,
            width if rows * 2 > len(full) else None,
            spans[-1].right if agreed * 2 > len(full) else _NOWHERE,
        )

    @classmethod
    def _of_header(cls, grid: Grid, labels: Sequence[str]) -> "Columns | None":
        rows = takewhile(lambda row: not numbers_in(row), grid.rows)
        printed = [(normal(c.text), Span(c.left, c.right)) for row in rows for c in row.cells]
        heads = {(text, span) for text, span in printed if text in labels}  # it may come again
        spans = sorted((span for _, span in heads), key=lambda span: span.left)
        side_by_side = all(a.right == b.left for a, b in pairwise(spans))
        if sorted(text for text, _ in heads) != sorted(labels) or not side_by_side:
            return None
        width = spans[-1].right
        valued = [row for row in grid.rows if numbers_in(row)]
        if valued and sum(row.width == width for row in valued) * 2 <= len(valued):
            return None
        return cls(tuple(spans), width, width)

    def fit(self, row: GridRow) -> bool:
        """Tell whether no column of a row was lost or gained."""
        if self.filled == _NOWHERE:
            return False
        if self.width is not None:
            return row.width == self.width
        return max((cell.right for cell in row.cells if cell.text), default=0) == self.filled


def _are_apart(row: GridRow) -> bool:
    """Tell whether the values of a row stand in columns of their own."""
    return all(left.right <= right.left for left, right in pairwise(marks_in(row)))


def under(cells: Sequence[GridCell], spans: Sequence[Span]) -> list[int] | None:
    """Return the column that each cell stands in, None unless each stands in one of its own."""
    found: list[int] = []
    for cell in cells:
        over = [i for i, span in enumerate(spans) if span.meets(cell)]
        if len(over) != 1 or over[0] in found:
            return None
        found.append(over[0])
    return found if found == sorted(found) else None


def measured(cells: Sequence[GridCell], references: Sequence[tuple[Span, ...]]) -> list[int] | None:
    """Return the column that each value of a row of a measured grid stands in.

    The columns are those of the nearest full rows, which must agree. The last column must be
    filled: a row that lost a number and its gap looks like one that is blank at the end.
    """
    found = [_aligned(cells, spans) for spans in references]
    if not found or found[0] is None or any(other != found[0] for other in found):
        return None
    return found[0] if found[0][-1:] == [len(references[0]) - 1] else None


def _aligned(cells: Sequence[GridCell], spans: Sequence[Span]) -> list[int] | None:
    found: list[int] = []
    for cell in cells:
        over = [i for i, span in enumerate(spans) if span.aligns(cell)]
        if len(over) != 1:
            return None
        found.append(over[0])
    return found if found == sorted(set(found)) else None


def stand_apart(row: GridRow, near: Sequence[GridRow]) -> bool:
    """Tell whether no two values of a full row can be the pieces of one torn number.

    They stand well apart, or each stands in a column of a full row near by.
    """
    values = marks_in(row)
    gaps = [right.left - left.right for left, right in pairwise(values)]
    if all(gap >= _APART for gap in gaps):
        return True
    return any(under(values, spans_of(other)) is not None for other in near)
