"""Table 三: rows told by their labels and order, columns by their headers and place."""

from collections.abc import Iterator, Sequence

import attrs

from ...reading import Reason, Unplaced
from ...records import ByApplicant
from ...records.form import columns
from ...records.layouts import split_parts
from ...wording import Wording
from ..blocks import Grid, GridCell, GridRow
from ..values import parse_value
from .aligning import Labelled, align
from .labels import LIKE, RowTarget, normal, row_targets
from .places import Placed, PlacedRow, lost
from .spans import (
    Mapping,
    Span,
    by_headers,
    by_order,
    exact_spans,
    full_rows,
    headers_above,
    in_reading_order,
    marks_in,
    measured_spans,
    numbers_in,
    under,
    untold,
)

_COLUMNS = tuple(columns(ByApplicant))
_LABELS = tuple(normal(column.label.zh) for column in columns(ByApplicant).values())


@attrs.frozen
class _Row:
    """A row with values: its labels, and the cell in each column of the grid (by position)."""

    labels: Labelled
    cells: tuple[GridCell | None, ...]
    lost: tuple[GridCell, ...]


def place_requests(grids: Sequence[Grid]) -> Placed:
    """Place the rows of table 三, which may be split over several grids."""
    rows: list[_Row] = []
    notes: list[Wording] = []
    mapping = None
    for grid in grids:
        found = list(_rows(grid))
        told = _mapping(grid)
        if told is not None and told.by_order:
            notes.append(_BY_ORDER.fill(columns="、".join(_zh(c) for c in told.by_order)))
        mapping = told or mapping
        if found and mapping is None:
            mapping = by_order(len(_COLUMNS), ())
            notes.append(_NO_HEADER)
        rows += (_arranged(row, mapping) for row in found if mapping is not None)
    alignment = align([row.labels for row in rows], row_targets("requests"), _one_layout)
    placed: dict[str, PlacedRow] = {}
    unplaced: list[Unplaced] = []
    for position, row in enumerate(rows):
        target = alignment.targets.get(position)
        cells = [c for c in (*row.cells, *row.lost) if c is not None and c.text]
        if target is None:
            unplaced += lost(cells, Reason.NO_ROW)
            continue
        if position in alignment.by_order:
            notes.append(_ROW_BY_ORDER.fill(label=target.layouts[-1].full_label))
        this = _placed(target, row)
        before = placed.get(target.address)
        if before is None:
            placed[target.address] = this
        elif not _same(before, this):
            placed[target.address] = attrs.evolve(before, cells={}, lost=())
            unplaced += lost([*before.cells.values(), *before.lost, *cells], Reason.TWICE)
    return Placed(tuple(placed.values()), tuple(unplaced), tuple(notes))


_BY_ORDER = Wording(
    "表三有些列的表头无法辨认，按格式的列序确定：{columns}",
    "table 3: headers that cannot be read; these columns were told by the form's order: {columns}",
)
_NO_HEADER = Wording(
    "表三没有可辨认的表头，按格式的列序确定各列",
    "table 3 has no header that can be read; the columns were told by the form's order",
)
_ROW_BY_ORDER = Wording(
    "表三“{label}”一行的标签无法辨认，按格式的行序确定",
    "table 3: the label of “{label}” cannot be read; the row was told by the form's order",
)


def _zh(column: int) -> str:
    return columns(ByApplicant)[_COLUMNS[column]].label.zh


def _rows(grid: Grid) -> Iterator[_Row]:
    count = len(_COLUMNS)
    spans = exact_spans(grid, count) if grid.exact else None
    usual = _Widths.of(grid, count)
    for position, row in enumerate(grid.rows):
        if spans is not None:
            found = _exact_row(row, spans, usual)
        else:
            found = _measured_row(grid, position)
        if found is not None:
            yield found


@attrs.frozen
class _Widths:
    """How wide the full rows of a grid are.

    ``counted`` is the number of their columns, empty ones included, None where they differ;
    ``filled`` is where their last value ends. A row of another width has lost cells or gained
    some, and its blanks cannot be told.
    """

    counted: int | None
    filled: int

    @classmethod
    def of(cls, grid: Grid, count: int) -> "_Widths":
        full = [grid.rows[i] for i in full_rows(grid, count)]
        counted = {row.width for row in full}
        filled = [_filled_width(row) for row in full]
        usual = max(set(filled), key=filled.count) if filled else 0
        return cls(counted.pop() if len(counted) == 1 else None, usual)

    def fit(self, row: GridRow) -> bool:
        """Tell whether no column of the row was lost."""
        return row.width == self.counted or _filled_width(row) == self.filled


def _filled_width(row: GridRow) -> int:
    return max((cell.right for cell in row.cells if cell.text), default=0)


def _exact_row(row: GridRow, spans: tuple[Span, ...], usual: _Widths) -> _Row | None:
    first = spans[0].left
    labels = _labelled([cell for cell in row.cells if cell.text and cell.left < first])
    within = [cell for cell in row.cells if cell.left >= first]
    filled = [cell for cell in within if cell.text]
    known = _is_known(labels)
    if not any(parse_value(cell.text) for cell in filled):
        if filled or not known or row.width < spans[-1].right:
            return None
    elif not known and not numbers_in(GridRow(tuple(within))):
        return None
    early = [cell for cell in numbers_in(row) if cell.left < first]
    over = under(filled, spans)
    if over is None or early or not (usual.fit(row) or not filled):
        return _Row(labels, (None,) * len(spans), (*early, *filled))
    by_span = {span: cell for cell in within for span in spans if span.shared(cell) > 0}
    return _Row(labels, tuple(by_span.get(span) for span in spans), ())


def _measured_row(grid: Grid, position: int) -> _Row | None:
    row, count = grid.rows[position], len(_COLUMNS)
    values = marks_in(row)
    if not numbers_in(row):
        return None
    labels = _labelled([cell for cell in row.cells if cell not in values])
    if position in full_rows(grid, count):
        return _Row(labels, values, ())
    told = [under(values, spans) for spans in measured_spans(grid, count, position)]
    if not told or told[0] is None or any(t != told[0] for t in told) or len(values) > count:
        return _Row(labels, (None,) * count, values)
    over = dict(zip(told[0], values, strict=True))
    return _Row(labels, tuple(over.get(column) for column in range(count)), ())


def _labelled(cells: Sequence[GridCell]) -> Labelled:
    texts = [normal(cell.text) for cell in cells]
    return Labelled(texts[-1] if texts else "", "".join(texts))


def _is_known(labels: Labelled) -> bool:
    return any(
        target.likeness(labels.last, labels.everything) >= LIKE
        for target in row_targets("requests")
    )


def _mapping(grid: Grid) -> Mapping | None:
    """Return which columns of the form the grid's columns are, None if it has no header."""
    count = len(_COLUMNS)
    full = full_rows(grid, count)
    first = next((i for i, row in enumerate(grid.rows) if numbers_in(row)), len(grid.rows))
    header = grid.rows[:first]
    if not full or not header:
        return None
    if not grid.exact:
        return by_order(count, ()) if in_reading_order(header, _LABELS, 1) else untold(count)
    headers = headers_above(
        header, [Span(cell.left, cell.right) for cell in marks_in(grid.rows[full[0]])]
    )
    return by_headers(headers, _LABELS) if any(headers) else None


def _arranged(row: _Row, mapping: Mapping) -> _Row:
    """Return the row with its cells in the form's order of columns."""
    cells: list[GridCell | None] = [None] * len(_COLUMNS)
    gone: list[GridCell] = list(row.lost)
    for column, cell in zip(mapping.columns, row.cells, strict=True):
        if column is not None:
            cells[column] = cell
        elif cell is not None and cell.text:
            gone.append(cell)
    return _Row(row.labels, tuple(cells), tuple(gone))


def _one_layout(there: Sequence[RowTarget]) -> Sequence[RowTarget]:
    """Drop the layout of a split part that is not the one in the document."""
    targets = list(row_targets("requests"))
    for part in split_parts():
        below = [t for t in targets if t.address.startswith(part + ".")]
        one = [t for t in targets if t.address == part]
        gone = one if any(t in there for t in below) else below
        targets = [t for t in targets if t not in gone]
    return targets


def _placed(target: RowTarget, row: _Row) -> PlacedRow:
    cells = {name: cell for name, cell in zip(_COLUMNS, row.cells, strict=True) if cell is not None}
    return PlacedRow(target.address, target.layouts[0].layout, cells, row.lost)


def _same(one: PlacedRow, other: PlacedRow) -> bool:
    texts = [{name: cell.text for name, cell in row.cells.items()} for row in (one, other)]
    return texts[0] == texts[1] and not one.lost and not other.lost
