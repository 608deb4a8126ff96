"""Table 四: one row of fifteen numbers, under three blocks of five columns."""

from collections.abc import Sequence
from itertools import pairwise

from ...reading import Reason
from ...records import ByResult
from ...records.form import columns
from ...wording import Wording
from ..blocks import Grid, GridCell, GridRow
from .headers import Mapping, by_order, mapped
from .labels import normal, row_targets
from .places import Placed, PlacedRow, lost, one_of_each
from .remedies_apart import blocks_apart
from .spans import Span, has_values, is_full, marks_in, numbers_in, stand_apart

_TABLE = "remedies"
_COLUMNS = tuple(columns(ByResult))
_LABELS = tuple(normal(column.label.zh) for column in columns(ByResult).values())


def place_remedies(grids: Sequence[Grid]) -> Placed:
    """Place the blocks of table 四."""
    count = len(_COLUMNS) * len(row_targets(_TABLE))
    placed: list[PlacedRow] = []
    notes: list[Wording] = []
    header: list[GridRow] = []
    beyond: list[GridCell] = []
    blank: list[PlacedRow] = []
    doubtful = False
    for grid in grids:
        for row in grid.rows:
            values = _values(grid, row, count)
            if values is None:
                doubtful = doubtful or len(numbers_in(row)) * 2 > count
                beyond += _beyond_headers(row, count)
                if header and not blank and _is_blank(grid, row, count):
                    blank = _blocks(row.cells, _mapping(grid, header, row.cells))
                header.append(row)
                continue
            mapping = _mapping(grid, header, values)
            placed += _blocks(values, mapping)
            if mapping.by_order:
                notes.append(_BY_ORDER.fill(number=len(mapping.by_order)))
    if placed and doubtful:
        placed = [row.contradicted(row) for row in placed]
    apart = blocks_apart(grids) if not placed else []
    if apart:
        return Placed(tuple(apart), notes=(_APART,))
    if not placed:
        placed = _lost_blocks() if beyond else blank
    unplaced = lost(beyond, Reason.NO_COLUMN)
    return Placed(one_of_each(placed), unplaced, tuple(dict.fromkeys(notes)))


_APART = Wording(
    "表四分成三个各五列的表，按各自的标签或先后次序读取",
    "table 4 stands as three tables of five columns; they were told by their labels or their order",
)
_BY_ORDER = Wording(
    "表四有 {number} 列的表头无法辨认，按格式的列序确定",
    "table 4: {number} column{number:s} cannot be told by the header, but by the form's order",
)


def _values(grid: Grid, row: GridRow, count: int) -> list[GridCell] | None:
    """Return the fifteen cells of the row, None if it does not have just fifteen columns."""
    filled = [cell for cell in row.cells if cell.text]
    if not has_values(row, count):
        return None
    if is_full(row, count) and len(filled) == count:
        return filled if _are_apart(grid, row) else None
    if _has_columns(grid, row, count) and len(numbers_in(row)) * 2 > len(filled):
        return list(row.cells)
    return None


def _are_apart(grid: Grid, row: GridRow) -> bool:
    """Tell whether the numbers of a full row are fifteen for sure, each in a column of its own."""
    if not grid.exact:
        return stand_apart(row, ())
    return all(left.right <= right.left for left, right in pairwise(marks_in(row)))


def _is_blank(grid: Grid, row: GridRow, count: int) -> bool:
    """Tell whether the row has all the columns, and nothing in any of them."""
    return _has_columns(grid, row, count) and not any(cell.text for cell in row.cells)


def _has_columns(grid: Grid, row: GridRow, count: int) -> bool:
    """Tell whether the row has all the columns, a cell each."""
    return grid.exact and row.width == len(row.cells) == count


def _lost_blocks() -> list[PlacedRow]:
    """Return the blocks without any cell: they were there, and which is which cannot be told."""
    return [
        PlacedRow(target.address, target.layouts[0].layout, {}, whole=False)
        for target in row_targets(_TABLE)
    ]


def _beyond_headers(row: GridRow, count: int) -> list[GridCell]:
    """Return the numbers of a row; stray digits in a torn header are no numbers of the table."""
    labels = [cell for cell in row.cells if cell.text and cell not in marks_in(row)]
    return [] if labels and len(numbers_in(row)) < count // 3 else list(numbers_in(row))


def _mapping(grid: Grid, header: Sequence[GridRow], values: Sequence[GridCell]) -> Mapping:
    """Return which columns of the form the fifteen columns are, block after block."""
    blocks = len(row_targets(_TABLE))
    spans = [Span(cell.left, cell.right) for cell in values] if grid.exact else None
    told = mapped(header, spans, _LABELS, blocks)
    return told or by_order(len(values), tuple(range(len(values))))


def _blocks(values: Sequence[GridCell], mapping: Mapping) -> list[PlacedRow]:
    placed: list[PlacedRow] = []
    size = len(_COLUMNS)
    for block, target in enumerate(row_targets(_TABLE)):
        here = range(block * size, (block + 1) * size)
        pairs = [(mapping.columns[i], values[i]) for i in here]
        found = {
            _COLUMNS[column - block * size]: cell for column, cell in pairs if column is not None
        }
        gone = tuple(cell for column, cell in pairs if column is None and cell.text)
        whole = all(column is not None for column, _ in pairs)
        layout = target.layouts[0].layout
        placed.append(PlacedRow(target.address, layout, found, gone, whole=whole))
    return placed
