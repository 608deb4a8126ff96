"""A sheet as blocks: a grid wherever rows follow each other, a paragraph where a row is prose."""

import re
from collections.abc import Iterator, Mapping

import attrs
from openpyxl.worksheet.worksheet import Worksheet

from ...reading import Place
from ..blocks import Block, Grid, GridCell, GridRow, Paragraph
from ..bounding import check_cells, check_columns
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
    ``ruled`` gives the last column of the rows that are drawn as rows of a table, which may be
    without a text: their empty cells are blank, and beyond them there is no cell.
    """

    name: str
    texts: Mapping[Spot, str]
    reach: Mapping[Spot, Spot]
    covered: Mapping[Spot, Spot]
    ruled: Mapping[int, int]

    def place(self, spot: Spot) -> Place:
        """Return the place of a spot."""
        return Place(text=self.texts.get(spot, ""), sheet=self.name, row=spot[0], column=spot[1])

    @property
    def rows(self) -> list[int]:
        """The rows in which something stands, from top to bottom."""
        return sorted({*(row for row, _ in (*self.texts, *self.covered)), *self.ruled})

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
        ruled = {row: end for row, end in self.ruled.items() if row not in rows}
        texts = {spot: text for spot, text in self.texts.items() if spot[0] not in rows}
        covered = {s: own for s, own in self.covered.items() if own[0] not in rows}
        return Sheet(self.name, texts, self.reach, covered, ruled)


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
    ends: dict[int, int] = {}
    for spot in texts:
        row, column = reach.get(spot, spot)
        ends[row] = max(ends.get(row, 0), column)
    taken = {row for row, _ in (*texts, *covered)}
    widest = max(ends.values(), default=0)
    ruled: dict[int, int] = {}
    for row in (*ends, *(row + 1 for row in ends if row + 1 not in taken)):
        last = min(scan.ends.get(row, 0), widest)
        end = next((c for c in range(last, 0, -1) if _is_ruled(sheet, row, c)), 0)
        if end and (row not in ends or _is_ruled(sheet, row, ends[row])):
            ruled[row] = max(end, ends.get(row, 0))
    return Sheet(sheet.title, texts, reach, covered, ruled)


def _is_ruled(sheet: Worksheet, row: int, column: int) -> bool:
    """Tell whether a cell has a line on its right or below it."""
    cell = sheet.cell(row, column)
    if not cell.has_style:
        return False
    border = cell.border
    return any(line is not None and line.style for line in (border.right, border.bottom))


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
        width = max(*ends, *(sheet.ruled.get(row, 1) for row in rows))
        check_columns(width, self.limits)
        self.rows += len(rows)
        self.cells += len(rows) * width
        check_cells(self.rows, self.cells, self.limits)
        made = (_row(sheet, row, sheet.ruled.get(row, width)) for row in rows)
        return Grid(tuple(made), exact=True)


def _prose(sheet: Sheet, row: int) -> list[Paragraph]:
    """Return the paragraphs of a row that is one text, and prose; a label has blanks beside it."""
    filled = sheet.filled(row)
    if len(filled) != 1:
        return []
    (spot,) = filled
    text = sheet.texts[spot]
    last_row, last = sheet.reach.get(spot, spot)
    has_blanks = last_row > row or sheet.ruled.get(row, last) > last
    if has_blanks or not (_SENTENCE.search(text) or len(text) > _LONG):
        return []
    place = sheet.place(spot)
    return [
        Paragraph(line, attrs.evolve(place, text=line), after_gap=True, whole=True)
        for line in text.split("\n")
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
