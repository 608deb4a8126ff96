"""Table 二: rows told by their labels, columns by the header above them."""

from collections.abc import Sequence

import attrs

from ...reading import Reason, Unplaced
from ...records import FeesCollected, Procurement, Unit
from ...records.cells import Row
from ...records.form import columns
from ...wording import Wording
from ..blocks import Grid, GridCell, GridRow
from ..values import parse_value
from .labels import RowTarget, columns_named, normal, row_told
from .places import Placed, PlacedRow, lost, one_of_each
from .spans import numbers_in
from .traditional import simplified

_TABLE = "proactive_disclosure"


@attrs.frozen
class _Header:
    """The cells of a header row beside the row's own label, and how many columns the row has."""

    cells: tuple[GridCell, ...] = ()
    width: int = 0

    def named(self, row: Row) -> list[tuple[str, GridCell]]:
        """Return the columns of a row layout that the header names, in its order.

        A header that is cut short (本年新 for 本年新制作数量) stands for the column in its place,
        where the header has as many cells as the layout has columns and names one of them whole.
        """
        told = [self._named(cell, row) for cell in self.cells]
        form = columns(row.layout)
        if any(told) and len(told) == len(form):
            labels = [normal(column.label.zh) for column in form.values()]
            told = [
                name or (column if _begins(label, cell.text) else None)
                for name, column, label, cell in zip(told, form, labels, self.cells, strict=True)
            ]
        return [(name, cell) for name, cell in zip(told, self.cells, strict=True) if name]

    def is_cut_short(self, row: Row) -> bool:
        """Tell whether a column of a row layout is told only by its place."""
        return any(self._named(cell, row) is None for _, cell in self.named(row))

    def is_whole(self, row: Row) -> bool:
        """Tell whether every cell of the header names a column of a layout."""
        return len(self.named(row)) == len(self.cells)

    @staticmethod
    def _named(cell: GridCell, row: Row) -> str | None:
        found = [t.name for t in columns_named(_TABLE, cell.text) if t.layout is row.layout]
        return found[0] if len(found) == 1 else None


_SHORTEST = 3


def _begins(label: str, text: str) -> bool:
    printed = normal(text)
    return len(printed) >= _SHORTEST and label.startswith(printed)


@attrs.frozen
class _Labelled:
    """A row that the form has, with the header above it and the cells behind its label."""

    target: RowTarget
    layout: Row | None
    header: _Header
    row: GridRow
    values: tuple[GridCell, ...]

    @property
    def filled(self) -> tuple[GridCell, ...]:
        """The cells that print something."""
        return tuple(cell for cell in self.values if cell.text)

    @property
    def is_full(self) -> bool:
        """Tell whether the row prints as many cells as its header, which all name columns."""
        return (
            self.layout is not None
            and len(self.filled) == len(self.header.cells)
            and self.header.is_whole(self.layout)
        )


def place_proactive(grids: Sequence[Grid]) -> Placed:
    """Place the rows of table 二; each takes its columns from the nearest header above.

    A row with blanks has as many columns as its header: but only if that holds of the full rows,
    so that none of the blanks is one that was added at the end.
    """
    labelled: list[_Labelled] = []
    unplaced: list[Unplaced] = []
    header = _Header()
    exact = all(grid.exact for grid in grids)
    for row in (row for grid in grids for row in grid.rows):
        header = _header(row) or header
        label, target = _label(row)
        if label is None or target is None:
            unplaced += lost(numbers_in(row), Reason.NO_ROW)
        else:
            values = tuple(cell for cell in row.cells if cell.left >= label.right)
            labelled.append(_Labelled(target, _layout(target, header), header, row, values))
    even = exact and all(one.row.width == one.header.width for one in labelled if one.is_full)
    placed: list[PlacedRow] = []
    notes: list[Wording] = []
    for one in labelled:
        if one.layout is not None and one.header.is_cut_short(one.layout):
            notes.append(_CUT_SHORT.fill(label=one.layout.label))
        found = _placed(one, even=even) or _without_values(one)
        if found is None:
            unplaced += lost(one.filled, Reason.NO_COLUMN, one.target.address)
        else:
            placed.append(found)
    return Placed(one_of_each(placed), tuple(unplaced), tuple(dict.fromkeys(notes)))


_CUT_SHORT = Wording(
    "表二“{label}”一行的表头不全，不全的列按格式的列序确定",
    "table 2: the header above “{label}” is cut short; those columns were told by the form's order",
)


def _header(row: GridRow) -> _Header | None:
    """Return the row as a header, None if it names no columns."""
    if numbers_in(row):
        return None
    filled = tuple(cell for cell in row.cells if cell.text)
    if not any(columns_named(_TABLE, cell.text) for cell in filled):
        return None
    return _Header(filled if columns_named(_TABLE, filled[0].text) else filled[1:], row.width)


def _label(row: GridRow) -> tuple[GridCell | None, RowTarget | None]:
    """Return the first cell in words, in the left half of the row, and the row that it names."""
    for order, cell in enumerate(row.cells):
        if order > len(row.cells) // 2:
            break
        if cell.text and parse_value(cell.text) is None:
            return cell, row_told(_TABLE, cell.text)
    return None, None


def _placed(one: _Labelled, *, even: bool) -> PlacedRow | None:
    """Return the row with its cells, None if their columns cannot be told."""
    if one.layout is None:
        return None
    named = one.header.named(one.layout)
    if one.is_full:
        names = [name for name, _ in named]
        found: dict[str, GridCell] | None = dict(zip(names, one.filled, strict=True))
    elif even and one.row.width == one.header.width:
        found = _under(one.values, named)
    else:
        found = None
    if found is None or any(cell not in found.values() for cell in one.filled):
        return None
    unit = _unit(one.layout, one.header, found)
    return PlacedRow(one.target.address, one.layout.layout, found, extra=unit)


def _under(
    cells: Sequence[GridCell], named: Sequence[tuple[str, GridCell]]
) -> dict[str, GridCell] | None:
    """Return the cell under each header cell, None if one is under several or two under one."""
    found: dict[str, GridCell] = {}
    for cell in cells:
        over = [name for name, head in named if head.overlap(cell) > 0]
        if not cell.text and not over:
            continue
        if len(over) != 1:
            return None
        held = found.get(over[0])
        if held is not None and held.text and cell.text:
            return None
        if held is None or not held.text:
            found[over[0]] = cell
    return found


def _layout(target: RowTarget, header: _Header) -> Row | None:
    """Return the one layout of the row whose columns are just those that the header names."""
    fitting = [
        row
        for row in target.layouts
        if sorted(name for name, _ in header.named(row)) == sorted(columns(row.layout))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _unit(row: Row, header: _Header, cells: dict[str, GridCell]) -> dict[str, object]:
    """Return the unit printed with the amount, in its cell or else in its header."""
    if row.layout not in (FeesCollected, Procurement):
        return {}
    value = parse_value(cells["amount"].text) if "amount" in cells else None
    unit = value.unit if value is not None else None
    if unit is None:
        head = simplified("".join(cell.text for cell in header.cells))
        unit = Unit.TEN_THOUSAND_YUAN if "万元" in head else Unit.YUAN if "元" in head else None
    if unit is None and row.layout is FeesCollected:
        unit = Unit.TEN_THOUSAND_YUAN
    return {"unit": unit}


def _without_values(one: _Labelled) -> PlacedRow | None:
    """Return the row with its values lost, where it is known which layout it is in."""
    layouts = {one.layout.layout} if one.layout else {row.layout for row in one.target.layouts}
    if len(layouts) != 1:
        return None
    return PlacedRow(one.target.address, layouts.pop(), {}, one.filled, whole=False)
