"""Ruled tables to grids, put together over page breaks."""

import re
from bisect import bisect_right
from collections.abc import Sequence

import attrs

from ...reading import Place
from ..blocks import Grid, GridCell, GridRow
from .lines import Line, joined, lines_of
from .ruling import SAME_COLUMN, RuledTable

_NUMBERED = re.compile(
    r"\A\s*(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+\s*[、.．]|\d)"
)
_FULL = 1.5
"""A line that ends this near to the side of its cell (in sizes) may go on."""


@attrs.frozen
class PageTable:
    """A ruled table, or the part of one that is on a page."""

    page: int
    table: RuledTable


def grid_of(parts: Sequence[PageTable], number: int) -> Grid:
    """Return the parts of the table with that number as one grid.

    A row that a page break cut in two is made whole.
    """
    edges = _all_edges([part.table for part in parts])
    rows: list[GridRow] = []
    open_columns: frozenset[int] = frozenset()
    for part in parts:
        found, ends = _rows(part, edges, number, len(rows))
        whole = _whole(rows[-1], found[0], open_columns) if rows else None
        if whole is not None:
            rows[-1] = whole
            found = found[1:]
        rows += found
        open_columns = ends
    return Grid(tuple(rows), exact=True)


def _all_edges(tables: Sequence[RuledTable]) -> list[float]:
    """Return the sides of the columns of all parts; those near to each other are one."""
    edges: list[float] = []
    for edge in sorted(edge for table in tables for edge in table.edges):
        if not edges or edge - edges[-1] > SAME_COLUMN:
            edges.append(edge)
    return edges


def _rows(
    part: PageTable, edges: Sequence[float], number: int, above: int
) -> tuple[list[GridRow], frozenset[int]]:
    """Return the rows of a part, and the columns of its last row whose text may go on."""
    rows: dict[int, list[GridCell]] = {}
    ends: dict[int, set[int]] = {}
    columns = [bisect_right(edges, edge + SAME_COLUMN / 2) - 1 for edge in part.table.edges]
    for cell in part.table.cells:
        lines = lines_of(cell.characters)
        text, row = joined(lines), above + cell.row + 1
        left, right = columns[cell.left], columns[cell.right]
        place = Place(text=text, page=part.page, table=number, row=row, column=left + 1)
        rows.setdefault(cell.row, []).append(GridCell(text, left, right, place))
        if lines and _is_full(lines[-1], cell.box.x0, cell.box.x1):
            ends.setdefault(cell.row, set()).add(left)
    found = [GridRow(tuple(rows[row])) for row in sorted(rows)]
    return found, frozenset(ends.get(max(rows), ()))


def _is_full(line: Line, left: float, right: float) -> bool:
    return line.x0 - left < _FULL * line.size and right - line.x1 < _FULL * line.size


def _whole(one: GridRow, other: GridRow, open_columns: frozenset[int]) -> GridRow | None:
    """Return two pieces of a row as one, None if they are two rows.

    They are one if a text goes on that filled its cell, and nothing else stands in both.
    """
    pairs = _pairs(one.cells, other.cells)
    if pairs is None:
        return None
    both = [(a, b) for a, b in pairs if a.text and b.text]
    if not both or any(
        a.left not in open_columns or _NUMBERED.match(b.text) or b.text == a.text for a, b in both
    ):
        return None
    return GridRow(tuple(_joined(a, b) for a, b in pairs))


def _pairs(
    ones: Sequence[GridCell], others: Sequence[GridCell]
) -> list[tuple[GridCell, GridCell]] | None:
    """Return the cells of two rows that stand below each other, None if some stand alone.

    A cell that goes on from rows above stands in the lower row only, and says nothing new there.
    """
    above = {(cell.left, cell.right): cell for cell in ones}
    spare = [cell for cell in others if (cell.left, cell.right) not in above]
    if any(cell.text for cell in spare) or len(others) - len(spare) != len(above):
        return None
    below = {(cell.left, cell.right): cell for cell in others}
    return [(cell, below[key]) for key, cell in above.items()]


def _joined(one: GridCell, other: GridCell) -> GridCell:
    text = one.text + other.text
    kept = one if one.text else other
    return attrs.evolve(kept, text=text, place=attrs.evolve(kept.place, text=text))
