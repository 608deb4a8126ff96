"""What the placing of a table gives: rows with their values, and what found no place."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import attrs

from ...reading import Place, Reason, Unplaced
from ...records.form import Kind, columns
from ...wording import Wording
from ..blocks import GridCell
from ..values import Value, parse_value


@attrs.frozen
class PlacedRow:
    """A row of the form as a document has it: its layout, and the cell over each column.

    ``lost`` are cells of the row whose columns cannot be told, for ``reason``. In a row that is
    not ``whole``, a column without a cell is missing; else it is a blank that has no cell.
    """

    address: str
    layout: type[attrs.AttrsInstance]
    cells: Mapping[str, GridCell]
    lost: tuple[GridCell, ...] = ()
    whole: bool = True
    reason: Reason = Reason.NO_COLUMN
    extra: Mapping[str, object] = attrs.field(factory=dict)
    """Fields of the record besides its columns, such as the unit of an amount."""

    def agrees(self, other: "PlacedRow") -> bool:
        """Tell whether two rows that stand for one of the form print the same."""
        return self.whole and other.whole and self.printed == other.printed

    @property
    def printed(self) -> dict[str, object]:
        """What the row's cells say, without the blank ones."""
        read = {name: parse_value(cell.text) or cell.text for name, cell in self.cells.items()}
        return {
            name: value
            for name, value in read.items()
            if not (isinstance(value, Value) and value.number is None and value.formula is None)
        }

    def contradicted(self, other: "PlacedRow") -> "PlacedRow":
        """Return the row without any value, because another one says something else."""
        held = (*self.cells.values(), *self.lost, *other.cells.values(), *other.lost)
        return attrs.evolve(
            self,
            cells={},
            lost=tuple(cell for cell in held if cell.text),
            whole=False,
            reason=Reason.TWICE,
        )


def one_of_each(rows: Sequence[PlacedRow]) -> tuple[PlacedRow, ...]:
    """Return each row of the form once; of rows that contradict each other, no value."""
    found: dict[str, PlacedRow] = {}
    for row in rows:
        before = found.get(row.address)
        if before is None:
            found[row.address] = row
        elif not before.agrees(row):
            found[row.address] = before.contradicted(row)
    return tuple(found.values())


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


def read_row(row: PlacedRow) -> Read:
    """Read the cells of a placed row; what is no number for its cell is unplaced, with the text."""
    form = columns(row.layout)
    values: dict[str, int | Decimal | None] = dict.fromkeys(form)
    places: dict[str, Place] = {}
    unplaced = list(lost(row.lost, row.reason, row.address))
    uncomputed: list[str] = []
    notes: list[Wording] = []
    for column, grid_cell in row.cells.items():
        address = f"{row.address}.{column}"
        kind = form[column].kind
        value = parse_value(grid_cell.text)
        places[address] = grid_cell.place
        if value is None or not value.fits(kind):
            entry = Unplaced(place=grid_cell.place, reason=Reason.NOT_A_NUMBER, cell=address)
            unplaced.append(entry)
            continue
        if value.formula is not None:
            entry = Unplaced(place=grid_cell.place, reason=Reason.NOT_COMPUTED, cell=address)
            unplaced.append(entry)
            uncomputed.append(address)
            continue
        values[column] = _number(value, kind)
        if value.note:
            notes.append(_NOTED.fill(address=address, text=grid_cell.text))
    missing = [] if row.whole else [f"{row.address}.{c}" for c in form if c not in row.cells]
    return Read(values, places, tuple(unplaced), (*missing, *uncomputed), tuple(notes))


def _number(value: Value, kind: Kind) -> int | Decimal | None:
    if value.number is None:
        return None
    return Decimal(value.number) if kind is Kind.AMOUNT else int(value.number)


_NOTED = Wording("{address} 印作“{text}”", "{address} is printed “{text}”")


def lost(cells: Sequence[GridCell], reason: Reason, row: str | None = None) -> tuple[Unplaced, ...]:
    """Return cells as unplaced, with the row that they belong to, where that is known."""
    return tuple(Unplaced(place=c.place, reason=reason, row=row) for c in cells)
