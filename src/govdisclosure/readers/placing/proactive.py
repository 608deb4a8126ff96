"""Table 二: rows told by their labels, columns by the header above them."""

from collections.abc import Sequence

import attrs

from ...reading import Reason, Unplaced
from ...records import FeesCollected, Procurement, Unit
from ...records.cells import Row
from ...records.form import columns
from ..blocks import Grid, GridCell, GridRow
from ..values import parse_value
from .labels import APART, LIKE, RowTarget, alike, column_targets, normal, row_targets
from .places import Placed, PlacedRow, lost
from .spans import numbers_in

_TABLE = "proactive_disclosure"


def place_proactive(grids: Sequence[Grid]) -> Placed:
    """Place the rows of table 二; each takes its columns from the nearest header above."""
    placed: dict[str, PlacedRow] = {}
    unplaced: list[Unplaced] = []
    for grid in grids:
        header: tuple[GridCell, ...] = ()
        for row in grid.rows:
            header = _header(row) or header
            target = _target(row)
            values = [cell for cell in row.cells[1:] if cell.text and target is not None]
            if target is None:
                unplaced += lost(numbers_in(row), Reason.NO_ROW)
                continue
            found = _placed(target, row, header, exact=grid.exact)
            if found is None:
                unplaced += lost([c for c in values if parse_value(c.text)], Reason.NO_COLUMN)
                found = _row_without_cells(target)
            if found is None:
                continue
            if target.address in placed:
                unplaced += lost(list(found.cells.values()), Reason.TWICE)
            else:
                placed[target.address] = found
    return Placed(tuple(placed.values()), tuple(unplaced))


def _header(row: GridRow) -> tuple[GridCell, ...]:
    """Return the cells of a header row that name columns, nothing if it is no header."""
    if numbers_in(row):
        return ()
    return tuple(cell for cell in row.cells if _named(cell))


def _named(cell: GridCell) -> list[tuple[type[attrs.AttrsInstance], str]]:
    """Return the columns (layout and name) that a header cell may name."""
    text = normal(cell.text)
    if not text:
        return []
    scored = [(alike(text, (t.label,)), t) for t in column_targets(_TABLE)]
    best = max(score for score, _ in scored)
    return [(t.layout, t.name) for score, t in scored if score >= LIKE and best - score < APART]


def _target(row: GridRow) -> RowTarget | None:
    labels = [cell for cell in row.cells if cell.text and parse_value(cell.text) is None]
    if len(labels) == 0 or row.cells.index(labels[0]) > len(row.cells) // 2:
        return None
    text = normal(labels[0].text)
    ranked = sorted(
        ((t.likeness(text, text), i, t) for i, t in enumerate(row_targets(_TABLE))), reverse=True
    )
    (best, _, target), (second, _, _) = ranked[0], ranked[1]
    return target if best >= LIKE and best - second >= APART else None


def _placed(
    target: RowTarget, row: GridRow, header: Sequence[GridCell], *, exact: bool
) -> PlacedRow | None:
    layout = _layout(target, header)
    if layout is None:
        return None
    label = next(cell for cell in row.cells if cell.text)
    rest = [cell for cell in row.cells if cell.left >= label.right]
    names = _names(header, layout)
    filled = [cell for cell in rest if cell.text]
    if exact and row.width >= max(cell.right for cell in header):
        found = _under(rest, header, names)
    elif len(filled) == len(names):
        found = dict(zip(names, filled, strict=True))
    else:
        found = None if exact else _under(filled, header, names)
    if found is None or any(c not in found.values() for c in filled):
        return None
    return PlacedRow(target.address, layout.layout, found, extra=_unit(layout, header, found))


def _under(
    cells: Sequence[GridCell], header: Sequence[GridCell], names: Sequence[str]
) -> dict[str, GridCell] | None:
    """Return the cell under each header cell, None if one is under several or two under one."""
    found: dict[str, GridCell] = {}
    for cell in cells:
        over = [i for i, head in enumerate(header) if head.overlap(cell) > 0]
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


def _layout(target: RowTarget, header: Sequence[GridCell]) -> Row | None:
    """Return the one layout of the row whose columns are just those that the header names."""
    fitting = [
        row
        for row in target.layouts
        if sorted(_names(header, row)) == sorted(columns(row.layout)) and header
    ]
    return fitting[0] if len(fitting) == 1 else None


def _names(header: Sequence[GridCell], row: Row) -> list[str]:
    return [name for cell in header for layout, name in _named(cell) if layout is row.layout]


def _unit(row: Row, header: Sequence[GridCell], cells: dict[str, GridCell]) -> dict[str, object]:
    """Return the unit printed with the amount, in its cell or else in its header."""
    if row.layout not in (FeesCollected, Procurement):
        return {}
    value = parse_value(cells["amount"].text) if "amount" in cells else None
    unit = value.unit if value is not None else None
    if unit is None:
        head = "".join(cell.text for cell in header)
        unit = Unit.TEN_THOUSAND_YUAN if "万元" in head else Unit.YUAN if "元" in head else None
    if unit is None and row.layout is FeesCollected:
        unit = Unit.TEN_THOUSAND_YUAN
    return {"unit": unit}


def _row_without_cells(target: RowTarget) -> PlacedRow | None:
    """Return the row with its cells lost, where it has only one layout to be in."""
    layouts = {row.layout for row in target.layouts}
    if len(layouts) != 1:
        return None
    return PlacedRow(target.address, layouts.pop(), {})
