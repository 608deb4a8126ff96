"""The form as lists: its rows and its cells, derived from the record classes."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from ..editions import EDITIONS
from ..editions import edition as edition_named
from ..law import Basis
from ..wording import Wording
from .form import Column, Kind, Part, columns, parts
from .layouts import split_parts
from .report import AnnualReport


@attrs.frozen(kw_only=True)
class Cell:
    """A cell of the form.

    ``address`` is its public name, ``zh`` and ``en`` its labels (row and column), ``basis`` its
    legal basis; ``table``, ``row`` and ``column`` are the parts of the address.
    """

    address: str
    zh: str
    en: str
    basis: Basis
    kind: Kind
    table: str
    row: str
    column: str


@attrs.frozen(kw_only=True, eq=False)
class Row:
    """A row (or block) of the form in one layout.

    ``editions`` are those in which the layout is due here, empty for a layout seen only in real
    documents. ``above`` are the groups and the table that it stands in, outermost first.
    """

    address: str
    layout: type[attrs.AttrsInstance]
    editions: tuple[str, ...]
    label: Wording
    above: tuple[Part, ...]
    basis: Basis

    @property
    def table(self) -> str:
        """The section that the row is in."""
        return self.address.split(".", 1)[0]

    @property
    def name(self) -> str:
        """The row's address within its section."""
        return self.address.split(".", 1)[1]

    @property
    def columns(self) -> Mapping[str, Column]:
        """The row's columns by name."""
        return columns(self.layout)

    @property
    def full_label(self) -> Wording:
        """The label with that of the group above it, where there is one."""
        groups = [part.label for part in self.above[1:]]
        if not groups or groups[-1].zh.startswith("三、"):
            return self.label
        return Wording(f"{groups[-1].zh} {self.label.zh}", self.label.en)


@cache
def rows(edition: str | None = None) -> tuple[Row, ...]:
    """Return the rows of an edition in the form's order; of all editions and layouts if None.

    Raises:
        UnknownName: there is no edition of that name.
    """
    found = tuple(_rows(AnnualReport, "", (), frozenset(e.name for e in EDITIONS)))
    if edition is None:
        return found
    name = edition_named(edition).name
    return tuple(row for row in found if name in row.editions)


def _rows(
    layout: type[Any], prefix: str, above: tuple[Part, ...], asked: frozenset[str]
) -> Iterator[Row]:
    for name, form in parts(layout).items():
        for below in form.layouts:
            due = tuple(e for e, cls in form.due.items() if cls is below and e in asked)
            if columns(below):
                yield Row(
                    address=prefix + name,
                    layout=below,
                    editions=due,
                    label=form.label_of(below),
                    above=above,
                    basis=form.basis,
                )
            else:
                yield from _rows(below, f"{prefix}{name}.", (*above, form), frozenset(due))


@cache
def cells(edition: str | None = None) -> tuple[Cell, ...]:
    """Return the cells of an edition in the form's order: 198 for 2019, 200 for 2021.

    Without an edition, all 224 addresses of both, with the labels of the latest that has them.

    Raises:
        UnknownName: there is no edition of that name.
    """
    found: dict[str, Cell] = {}
    for row in rows(edition):
        for name, column in row.columns.items():
            address = f"{row.address}.{name}"
            cell = Cell(
                address=address,
                zh=f"{row.full_label.zh} {column.label.zh}",
                en=f"{row.full_label.en}, {column.label.en}",
                basis=row.basis,
                kind=column.kind,
                table=row.table,
                row=row.name,
                column=name,
            )
            if row.editions or address not in found:
                found[address] = cell
    return tuple(found.values())


@cache
def cell(address: str) -> Cell | None:
    """Return the cell at *address*, None if it is no cell."""
    return next((c for c in cells() if c.address == address), None)


@cache
def part_labels() -> Mapping[str, Wording]:
    """Return the labels of all tables, groups and rows of the form by their addresses."""
    found: dict[str, Wording] = {}
    for row in rows():
        names = row.address.split(".")
        for depth, part in enumerate(row.above, start=1):
            found.setdefault(".".join(names[:depth]), part.label)
        if row.editions or row.address not in found:
            found[row.address] = row.full_label
    return MappingProxyType(found)


def standing_for(address: str) -> tuple[str, ...]:
    """Return the cells that add up to one, in whatever layout a report has its row.

    That is the cell itself; for a cell of a part that is one row in one layout and several in
    another, first that of the one row, then those of the several.
    """
    part, _, column = address.rpartition(".")
    if part not in split_parts():
        return (address,)
    below = dict.fromkeys(row.address for row in rows() if row.address.startswith(f"{part}."))
    return (address, *(f"{row}.{column}" for row in below))
