"""Table 四: one row of fifteen numbers, under three blocks of five columns."""

from collections.abc import Sequence

from ...reading import Reason, Unplaced
from ...records import ByResult
from ...records.form import columns
from ...wording import Wording
from ..blocks import Grid, GridCell, GridRow
from .labels import normal, row_targets
from .places import Placed, PlacedRow, lost
from .spans import (
    Mapping,
    Span,
    by_headers,
    by_order,
    full_rows,
    headers_above,
    in_reading_order,
    marks_in,
    numbers_in,
    untold,
)

_COLUMNS = tuple(columns(ByResult))
_LABELS = tuple(normal(column.label.zh) for column in columns(ByResult).values())


def place_remedies(grids: Sequence[Grid]) -> Placed:
    """Place the blocks of table 四."""
    targets = row_targets("remedies")
    count = len(_COLUMNS) * len(targets)
    placed: list[PlacedRow] = []
    unplaced: list[Unplaced] = []
    notes: list[Wording] = []
    for grid in grids:
        full = full_rows(grid, count)
        for position, row in enumerate(grid.rows):
            if not numbers_in(row):
                continue
            values = _values(grid, position, full)
            if values is None or placed:
                reason = Reason.TWICE if placed else Reason.NO_COLUMN
                unplaced += lost(_beyond_headers(row, count), reason)
                continue
            mappings = _mappings(grid, position, values)
            placed += _blocks(values, mappings)
            doubtful = sum(len(mapping.by_order) for mapping in mappings)
            if doubtful:
                notes.append(_BY_ORDER.fill(number=doubtful))
    return Placed(tuple(placed), tuple(unplaced), tuple(notes))


_BY_ORDER = Wording(
    "表四有 {number} 列的表头无法辨认，按格式的列序确定",
    "table 4: the headers of {number} columns cannot be read; they were told by the form's order",
)


def _values(grid: Grid, position: int, full: Sequence[int]) -> list[GridCell] | None:
    """Return the fifteen cells of the row, None if it does not have just fifteen columns."""
    row = grid.rows[position]
    if position in full and len([c for c in row.cells if c.text]) == len(marks_in(row)):
        return list(marks_in(row))
    count = len(_COLUMNS) * len(row_targets("remedies"))
    filled = [cell for cell in row.cells if cell.text]
    if grid.exact and row.width == count and len(numbers_in(row)) * 2 > len(filled):
        return list(row.cells)
    return None


def _beyond_headers(row: GridRow, count: int) -> list[GridCell]:
    """Return the numbers of a row; stray digits in a torn header are no numbers of the table."""
    labels = [cell for cell in row.cells if cell.text and cell not in marks_in(row)]
    return [] if labels and len(numbers_in(row)) < count // 3 else list(numbers_in(row))


def _mappings(grid: Grid, position: int, values: Sequence[GridCell]) -> list[Mapping]:
    """Return, for each block, which columns of the form its columns are."""
    size, blocks = len(_COLUMNS), len(row_targets("remedies"))
    header = [row for row in grid.rows[:position] if not numbers_in(row)]
    if not grid.exact:
        told = by_order(size, ()) if in_reading_order(header, _LABELS, blocks) else untold(size)
        return [told] * blocks
    headers = headers_above(header, [Span(cell.left, cell.right) for cell in values])
    return [
        by_headers(headers[start : start + size], _LABELS)
        for start in range(0, size * blocks, size)
    ]


def _blocks(values: Sequence[GridCell], mappings: Sequence[Mapping]) -> list[PlacedRow]:
    placed: list[PlacedRow] = []
    size = len(_COLUMNS)
    for block, (target, mapping) in enumerate(zip(row_targets("remedies"), mappings, strict=True)):
        cells = values[block * size : (block + 1) * size]
        pairs = list(zip(mapping.columns, cells, strict=True))
        found = {_COLUMNS[column]: cell for column, cell in pairs if column is not None}
        gone = tuple(cell for column, cell in pairs if column is None)
        placed.append(PlacedRow(target.address, target.layouts[0].layout, found, gone))
    return placed
