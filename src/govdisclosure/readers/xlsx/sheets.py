"""A sheet as blocks: a grid wherever rows follow each other, a paragraph where a row is prose."""

import re
from collections.abc import Iterator, Mapping

import attrs
from openpyxl.worksheet.worksheet import Worksheet

from ...reading import Place
from ..blocks import Block, Grid, GridCell, GridRow, Paragraph
from ..bounds import check_cells, check_columns
from ..limits import Limits
from .results import Results
from .scanning import Scan, Spot
from .texts import text_of

_SENTENCE = re.compile(r"[。！？；]")
_LONG = 100
"""A longer text in a row of its own is prose."""


@attrs.frozen
class Sheet:
    """A sheet's texts by where they stand, and how far merged cells reach from there.

    ``covered`` are the spots that a merged cell with a text covers, with the merged cell's own.
    """

    name: str
    texts: Mapping[Spot, str]
    reach: Mapping[Spot, Spot]
    covered: Mapping[Spot, Spot]

    def place(self, spot: Spot) -> Place:
        """Return the place of a spot."""
        return Place(text=self.texts.get(spot, ""), sheet=self.name, row=spot[0], column=spot[1])

    @property
    def rows(self) -> list[int]:
        """The rows in which something stands, from top to bottom."""
        return sorted({row for row, _ in (*self.texts, *self.covered)})

    def filled(self, row: int) -> list[Spot]:
        """Return the spots of a row that have a text, from left to right."""
        return self.by_row.get(row, [])

    by_row: Mapping[int, list[Spot]] = attrs.field(init=False)

    @by_row.default
    def _by_row(self) -> Mapping[int, list[Spot]]:
        found: dict[int, list[Spot]] = {}
        for spot in sorted(self.texts):
            found.setdefault(spot[0], []).append(spot)
        return found

    def without(self, rows: set[int]) -> "Sheet":
        """Return the sheet without what stands in some rows."""
        texts = {spot: text for spot, text in self.texts.items() if spot[0] not in rows}
        covered = {s: own for s, own in self.covered.items() if own[0] not in rows}
        return Sheet(self.name, texts, self.reach, covered)


def sheet_of(sheet: Worksheet, scan: Scan, results: Results) -> Sheet:
    """Take the texts out of a sheet of the library; a formula without a result is one."""
    texts: dict[Spot, str] = {}
    for spot in scan.filled:
        cell = sheet.cell(*spot)
        text = results.uncomputed((sheet.title, spot)) or text_of(cell.value, cell.number_format)
        if text:
            texts[spot] = text
    reach: dict[Spot, Spot] = {}
    covered: dict[Spot, Spot] = {}
    for merged in sheet.merged_cells.ranges:
        first = merged.min_row, merged.min_col
        reach[first] = merged.max_row, merged.max_col
        if first in texts:
            covered |= {
                (row, column): first
                for row in range(merged.min_row, merged.max_row + 1)
                for column in range(merged.min_col, merged.max_col + 1)
            }
            texts = {s: t for s, t in texts.items() if covered.get(s, s) == s}
    return Sheet(sheet.title, texts, reach, covered)


@attrs.define
class SheetBlocks:
    """Makes blocks of sheets, and counts the rows and cells of their grids."""

    limits: Limits
    rows: int = 0
    cells: int = 0

    def of(self, sheet: Sheet) -> Iterator[Block]:
        """Iterate over the blocks of a sheet, from top to bottom.

        Raises:
            UnreadableDocument: there are more rows, columns or cells than the limits allow.
        """
        held: list[int] = []
        for row in sheet.rows:
            prose = _prose(sheet, row)
            if held and (prose or row != held[-1] + 1):
                yield self._grid(sheet, held)
                held = []
            if prose:
                yield from prose
            else:
                held.append(row)
        if held:
            yield self._grid(sheet, held)

    def _grid(self, sheet: Sheet, rows: list[int]) -> Grid:
        ends = [sheet.reach.get(spot, spot)[1] for row in rows for spot in sheet.filled(row)]
        width = max(ends, default=1)
        check_columns(width, self.limits)
        self.rows += len(rows)
        self.cells += len(rows) * width
        check_cells(self.rows, self.cells, self.limits)
        return Grid(tuple(_row(sheet, row, width) for row in rows), exact=True)


def _prose(sheet: Sheet, row: int) -> list[Paragraph]:
    """Return the paragraphs of a row that is one text, and prose."""
    filled = sheet.filled(row)
    if len(filled) != 1:
        return []
    (spot,) = filled
    text = sheet.texts[spot]
    if not (_SENTENCE.search(text) or len(text) > _LONG) or sheet.reach.get(spot, spot)[0] > row:
        return []
    place = sheet.place(spot)
    return [
        Paragraph(line, attrs.evolve(place, text=line), after_gap=True) for line in text.split("\n")
    ]


def _row(sheet: Sheet, row: int, width: int) -> GridRow:
    """Return a row as a grid has it: a merged cell once, in the row where it begins."""
    cells: list[GridCell] = []
    column = 1
    while column <= width:
        spot = row, column
        own = sheet.covered.get(spot, spot)
        last = sheet.reach.get(own, own)[1]
        if own[0] == row:
            cells.append(GridCell(sheet.texts.get(own, ""), column - 1, last, sheet.place(own)))
        column = max(last, column) + 1
    return GridRow(tuple(cells))
