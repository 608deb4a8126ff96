"""Where things stand in the workbook: the boxes of a table on its sheet, and each form cell."""

from collections.abc import Iterable, Iterator, Sequence

import attrs
from xlsxwriter.utility import xl_rowcol_to_cell

from ..official import Box, Table


@attrs.frozen
class Spot:
    """A cell of the workbook, by sheet name and zero-based row and column."""

    sheet: str
    row: int
    column: int


@attrs.frozen
class Laid:
    """A box of a table with the place of its first cell."""

    box: Box
    row: int
    column: int

    @property
    def last_row(self) -> int:
        """The last row that the box covers."""
        return self.row + self.box.rows - 1

    @property
    def last_column(self) -> int:
        """The last column that the box covers."""
        return self.column + self.box.columns - 1

    @property
    def merged(self) -> bool:
        """Whether the box covers more than one cell."""
        return self.box.rows > 1 or self.box.columns > 1


def laid_out(table: Table, top: int) -> tuple[Laid, ...]:
    """Place the boxes of a table, the first row of them in the sheet's row *top*."""
    covered: set[tuple[int, int]] = set()
    laid = []
    for row, boxes in enumerate(table.rows, top):
        column = 0
        for box in boxes:
            while (row, column) in covered:
                column += 1
            found = Laid(box, row, column)
            laid.append(found)
            if box.rows > 1:
                covered.update(
                    (below, beside)
                    for below in range(row + 1, found.last_row + 1)
                    for beside in range(column, found.last_column + 1)
                )
            column += box.columns
    return tuple(laid)


def reference(spot: Spot, home: str | None = None) -> str:
    """Return the reference to a cell; without its sheet when that is *home*."""
    if spot.sheet == home:
        return xl_rowcol_to_cell(spot.row, spot.column)
    return f"'{spot.sheet}'!{xl_rowcol_to_cell(spot.row, spot.column, row_abs=True, col_abs=True)}"


def references(spots: Iterable[Spot], home: str | None = None) -> list[str]:
    """Return the references to some cells, neighbours in a row or a column as one range."""
    return [_range(run, home) for run in _runs(spots)]


def _range(run: Sequence[Spot], home: str | None) -> str:
    first = reference(run[0], home)
    if len(run) == 1:
        return first
    relative = run[0].sheet == home
    last = xl_rowcol_to_cell(
        run[-1].row, run[-1].column, row_abs=not relative, col_abs=not relative
    )
    return f"{first}:{last}"


def _runs(spots: Iterable[Spot]) -> Iterator[list[Spot]]:
    run: list[Spot] = []
    step = (0, 0)
    for spot in spots:
        if run and spot.sheet == run[-1].sheet:
            move = (spot.row - run[-1].row, spot.column - run[-1].column)
            if move in ((0, 1), (1, 0)) and (len(run) == 1 or move == step):
                run.append(spot)
                step = move
                continue
        if run:
            yield run
        run = [spot]
    if run:
        yield run
