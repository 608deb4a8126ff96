"""Table 二: rows told by their labels, columns by the header above them."""

from collections.abc import Sequence

import attrs

from ...reading import Reason, Unplaced
from ...records import FeesCollected, Procurement, Unit
from ...records.cells import Row
from ...records.form import columns
from ..blocks import Grid, GridCell, GridRow
from ..values import parse_value
from .labels import RowTarget, columns_named, row_told
from .places import Placed, PlacedRow, lost, one_of_each
from .spans import numbers_in

_TABLE = "proactive_disclosure"


@attrs.frozen
class _Header:
    """The cells of a header row that name columns, and how many columns the row has."""

    cells: tuple[GridCell, ...] = ()
    width: int = 0

    def names(self, row: Row) -> list[str]:
        """Return the columns of a row layout that the header names, in its order."""
        return [
            target.name
            for cell in self.cells
            for target in columns_named(_TABLE, cell.text)
            if target.layout is row.layout
        ]


def place_proactive(grids: Sequence[Grid]) -> Placed:
    """Place the rows of table 二; each takes its columns from the nearest header above."""
    placed: list[PlacedRow] = []
    unplaced: list[Unplaced] = []
    header = _Header()
    for grid in grids:
        for row in grid.rows:
            header = _header(row) or header
            label, target = _labelled(row)
            if label is None or target is None:
                unplaced += lost(numbers_in(row), Reason.NO_ROW)
                continue
            values = [cell for cell in row.cells if cell.left >= label.right]
            found = _placed(target, row, values, header, exact=grid.exact)
            filled = tuple(cell for cell in values if cell.text)
            if found is None:
                found = _without_values(target, header, filled)
            if found is None:
                unplaced += lost(filled, Reason.NO_COLUMN)
            else:
                placed.append(found)
    return Placed(one_of_each(placed), tuple(unplaced))


def _header(row: GridRow) -> _Header | None:
    """Return the row as a header, None if it names no columns."""
    if numbers_in(row):
        return None
    named = tuple(cell for cell in row.cells if cell.text and columns_named(_TABLE, cell.text))
    return _Header(named, row.width) if named else None


def _labelled(row: GridRow) -> tuple[GridCell | None, RowTarget | None]:
    """Return the first cell in words, in the left half of the row, and the row that it names."""
    for order, cell in enumerate(row.cells):
        if order > len(row.cells) // 2:
            break
        if cell.text and parse_value(cell.text) is None:
            return cell, row_told(_TABLE, cell.text)
    return None, None


def _placed(
    target: RowTarget, row: GridRow, values: Sequence[GridCell], header: _Header, *, exact: bool
) -> PlacedRow | None:
    layout = _layout(target, header)
    if layout is None:
        return None
    names = header.names(layout)
    filled = [cell for cell in values if cell.text]
    if len(filled) == len(names):
        found: dict[str, GridCell] | None = dict(zip(names, filled, strict=True))
    else:
        found = _under(values, header, names) if exact and row.width == header.width else None
    if found is None or any(cell not in found.values() for cell in filled):
        return None
    return PlacedRow(target.address, layout.layout, found, extra=_unit(layout, header, found))


def _under(
    cells: Sequence[GridCell], header: _Header, names: Sequence[str]
) -> dict[str, GridCell] | None:
    """Return the cell under each header cell, None if one is under several or two under one."""
    found: dict[str, GridCell] = {}
    for cell in cells:
        over = [i for i, head in enumerate(header.cells) if head.overlap(cell) > 0]
        if not cell.text and not over:
            continue
        if len(over) != 1:
            return None
        held = found.get(names[over[0]])
        if held is not None and held.text and cell.text:
            return None
        if held is None or not held.text:
            found[names[over[0]]] = cell
    return found


def _layout(target: RowTarget, header: _Header) -> Row | None:
    """Return the one layout of the row whose columns are just those that the header names."""
    fitting = [
        row
        for row in target.layouts
        if header.cells and sorted(header.names(row)) == sorted(columns(row.layout))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _unit(row: Row, header: _Header, cells: dict[str, GridCell]) -> dict[str, object]:
    """Return the unit printed with the amount, in its cell or else in its header."""
    if row.layout not in (FeesCollected, Procurement):
        return {}
    value = parse_value(cells["amount"].text) if "amount" in cells else None
    unit = value.unit if value is not None else None
    if unit is None:
        head = "".join(cell.text for cell in header.cells)
        unit = Unit.TEN_THOUSAND_YUAN if "万元" in head else Unit.YUAN if "元" in head else None
    if unit is None and row.layout is FeesCollected:
        unit = Unit.TEN_THOUSAND_YUAN
    return {"unit": unit}


def _without_values(
    target: RowTarget, header: _Header, filled: tuple[GridCell, ...]
) -> PlacedRow | None:
    """Return the row with its values lost, where it is known which layout it is in."""
    layout = _layout(target, header)
    layouts = {layout.layout} if layout else {row.layout for row in target.layouts}
    if len(layouts) != 1:
        return None
    return PlacedRow(target.address, layouts.pop(), {}, filled, whole=False)
