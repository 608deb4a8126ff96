"""What the placing of a table gives: rows with their values, and what found no place."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import attrs

from ...reading import Place, Reason, Unplaced
from ...records.cells import cell
from ...records.form import Kind
from ...wording import Wording
from ..blocks import GridCell
from ..values import Value, parse_value


@attrs.frozen
class PlacedRow:
    """A row of the form as a document has it: its layout, and the cell over each column.

    A column without a cell is one that the document has no cell for or that could not be told.
    """

    address: str
    layout: type[attrs.AttrsInstance]
    cells: Mapping[str, GridCell]
    lost: tuple[GridCell, ...] = ()
    """Cells of the row that belong to columns that cannot be told."""
    extra: Mapping[str, object] = attrs.field(factory=dict)
    """Fields of the record besides its columns, such as the unit of an amount."""


@attrs.frozen
class Placed:
    """A table, placed."""

    rows: tuple[PlacedRow, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    notes: tuple[Wording, ...] = ()


@attrs.frozen
class Read:
    """The values of a placed row."""

    values: Mapping[str, int | Decimal | None]
    places: Mapping[str, Place]
    unplaced: tuple[Unplaced, ...]
    missing: tuple[str, ...]
    notes: tuple[Wording, ...]


def read_row(row: PlacedRow, columns: Sequence[str]) -> Read:
    """Read the cells of a placed row; what is no number for its cell is unplaced, with the text."""
    values: dict[str, int | Decimal | None] = dict.fromkeys(columns)
    places: dict[str, Place] = {}
    unplaced = [Unplaced(place=c.place, reason=Reason.NO_COLUMN) for c in row.lost]
    notes: list[Wording] = []
    for column, grid_cell in row.cells.items():
        address = f"{row.address}.{column}"
        found = cell(address)
        kind = found.kind if found else Kind.COUNT
        value = parse_value(grid_cell.text)
        places[address] = grid_cell.place
        if value is None or not value.fits(kind):
            entry = Unplaced(place=grid_cell.place, reason=Reason.NOT_A_NUMBER, cell=address)
            unplaced.append(entry)
            continue
        values[column] = _number(value, kind)
        if value.note:
            notes.append(_NOTED.fill(address=address, text=grid_cell.text))
    missing = [f"{row.address}.{c}" for c in columns if c not in row.cells] if row.lost else []
    return Read(values, places, tuple(unplaced), tuple(missing), tuple(notes))


def _number(value: Value, kind: Kind) -> int | Decimal | None:
    if value.number is None:
        return None
    return Decimal(value.number) if kind is Kind.AMOUNT else int(value.number)


_NOTED = Wording("{address} 印作“{text}”", "{address} is printed “{text}”")


def lost(cells: Sequence[GridCell], reason: Reason) -> tuple[Unplaced, ...]:
    """Return cells as unplaced."""
    return tuple(Unplaced(place=c.place, reason=reason) for c in cells)
