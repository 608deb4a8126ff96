"""The lines that rule a page to tables: cells with the columns and rows that they cover."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import attrs
from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from ...errors import UnreadableDocument
from ...wording import Wording
from ..limits import Limits
from .closing import Edge, closed
from .pages import Box, Character, Page

_SNAP = 3
"""Lines this near to each other (in points) are one."""
_SHORTEST = 3
"""A shorter piece, when all that touch are joined, rules nothing."""
SAME_COLUMN = 4
"""Sides of columns this near to each other, on two pages, are one."""


@attrs.frozen
class RuledCell:
    """A cell of a ruled table: where it stands, and the columns and the row that it begins in."""

    box: Box
    left: int
    right: int
    row: int
    characters: tuple[Character, ...] = ()


@attrs.frozen
class RuledTable:
    """A ruled table on a page; ``edges`` are the x of its columns' sides."""

    box: Box
    edges: tuple[float, ...]
    cells: tuple[RuledCell, ...]

    def continues(self, other: "RuledTable") -> bool:
        """Tell whether it is as wide as another table, and stands as far from the left."""
        return all(abs(self.edges[i] - other.edges[i]) <= SAME_COLUMN for i in (0, -1))


def ruled_tables(page: Page, limits: Limits) -> list[RuledTable]:
    """Return the ruled tables of a page, each with the characters in its cells.

    Raises:
        UnreadableDocument: the page has more lines than tables of a report have.
    """
    edges = _merged([_edge(line) for line in page.lines])
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > limits.cells * _CROSSINGS:
        raise _too_many(page, limits)
    crossings = edges_to_intersections(_merged(closed(edges)), _SNAP, _SNAP)
    if len(crossings) > limits.cells // _CROSSINGS:
        raise _too_many(page, limits)
    tables = cells_to_tables(intersections_to_cells(crossings))
    found = [_table([Box(*cell) for cell in cells]) for cells in tables]
    return [_filled(table, page.characters) for table in found if len(table.edges) > _FRAME]


_CROSSINGS = 4
_FRAME = 2
"""A table with no more sides than this has one column: it is a frame around text."""


def _too_many(page: Page, limits: Limits) -> UnreadableDocument:
    return UnreadableDocument(
        Wording(
            f"第 {page.number} 页的表格线过多（上限按 {limits.cells} 个单元格计），"
            "不像一份年度报告",
            f"page {page.number} has more ruled cells than the {limits.cells} that are taken; "
            "that is no annual report",
        )
    )


def _merged(edges: Sequence[Edge]) -> list[Edge]:
    merged = merge_edges(list(edges), _SNAP, _SNAP, _SNAP, _SNAP)
    return [e for e in merged if max(e["x1"] - e["x0"], e["bottom"] - e["top"]) > _SHORTEST]


def _edge(line: Box) -> Edge:
    """Return a line as pdfplumber takes it."""
    x, y = line.middle
    edge: Edge
    if line.width >= line.height:
        edge = {"x0": line.x0, "x1": line.x1, "top": y, "bottom": y, "orientation": "h"}
    else:
        edge = {"x0": x, "x1": x, "top": line.top, "bottom": line.bottom, "orientation": "v"}
    return {**edge, "width": line.width, "height": line.height, "object_type": "line"}


def _table(boxes: Sequence[Box]) -> RuledTable:
    across = sorted({x for box in boxes for x in (box.x0, box.x1)})
    down = sorted({box.top for box in boxes})
    cells = sorted(
        (
            RuledCell(box, across.index(box.x0), across.index(box.x1), down.index(box.top))
            for box in boxes
        ),
        key=lambda cell: (cell.row, cell.left),
    )
    whole = Box(across[0], down[0], across[-1], max(box.bottom for box in boxes))
    return RuledTable(whole, tuple(across), tuple(cells))


def _filled(table: RuledTable, characters: Iterable[Character]) -> RuledTable:
    """Return the table with the characters whose middles are in its cells."""
    held: dict[RuledCell, list[Character]] = {cell: [] for cell in table.cells}
    by_column: list[list[RuledCell]] = [[] for _ in table.edges]
    for cell in table.cells:
        for column in range(cell.left, cell.right):
            by_column[column].append(cell)
    for character in characters:
        x, y = character.box.middle
        column = bisect_right(table.edges, x) - 1
        if table.box.top <= y < table.box.bottom and 0 <= column < len(by_column):
            for cell in by_column[column]:
                if cell.box.top <= y < cell.box.bottom:
                    held[cell].append(character)
                    break
    return attrs.evolve(
        table,
        cells=tuple(attrs.evolve(cell, characters=tuple(found)) for cell, found in held.items()),
    )
