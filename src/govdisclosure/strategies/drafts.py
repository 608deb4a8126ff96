"""A report in the making: its numbers by row and column, and what it says beside them."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, cast

import attrs

from ..records import AnnualReport, Kind, Procurement, Unit
from ..records.form import columns
from .entries import MONEY_UNIT, PROCUREMENT_ROW, Entry

Numbers = dict[str, dict[str, int | None]]
"""By row and column; money in yuan; None for a blank. What is not there is zero."""


@attrs.define
class Draft:
    """A report in the making.

    ``about`` are the fields beside the tables. ``fill`` is what stands in the cells without a
    number: zero, or None where a body leaves every zero blank.
    """

    edition: str
    about: dict[str, Any] = attrs.field(factory=dict)
    numbers: Numbers = attrs.field(factory=dict)
    fill: int | None = 0

    def add(self, entry: Entry, number: int) -> None:
        """Add a number to the cells of an entry; a blank stays one."""
        for part in entry.parts:
            row = self.numbers.setdefault(part.row, {})
            before = row.get(part.column, 0)
            if before is not None:
                row[part.column] = before + part.times * number

    def blank(self, address: str) -> None:
        """Leave a cell blank."""
        row, _, column = address.rpartition(".")
        self.numbers.setdefault(row, {})[column] = None

    def number(self, row: str, column: str) -> int:
        """Return the number of a cell, zero for a blank."""
        return self.numbers.get(row, {}).get(column) or 0

    def report(self) -> AnnualReport:
        """Return the report."""
        nested: dict[str, Any] = {}
        for address, cells in self.numbers.items():
            below = nested
            for name in address.split("."):
                below = below.setdefault(name, {})
            below.update(cells)
        form = _form(self.edition, self.fill)
        tables = {name: _filled(getattr(form, name), below) for name, below in nested.items()}
        return attrs.evolve(form, **tables, **self.about)


@cache
def _form(edition: str, fill: int | None) -> AnnualReport:
    """Return the form of an edition; where it has an amount without a unit, that is 万元."""
    form = AnnualReport.blank_form(edition, fill=fill)
    if not isinstance(form.get(PROCUREMENT_ROW), Procurement):
        return form
    return form.replace({f"{PROCUREMENT_ROW}.unit": Unit.TEN_THOUSAND_YUAN})


def _filled(record: Any, numbers: Mapping[str, Any]) -> Any:
    """Return a part of the form with some of its numbers filled in."""
    row = columns(type(record))
    if not row:
        below = {name: _filled(getattr(record, name), found) for name, found in numbers.items()}
        return attrs.evolve(record, **below)
    amounts = {name for name in numbers if row[name].kind is Kind.AMOUNT}
    cells = {name: _money(n) if name in amounts else n for name, n in numbers.items()}
    return attrs.evolve(record, **cells)


def _money(yuan: int | None) -> Decimal | None:
    """Return yuan in 万元, exact in any decimal context."""
    if yuan is None:
        return None
    whole, rest = divmod(yuan, MONEY_UNIT)
    return Decimal(f"{whole}.{rest:04}".rstrip("0").rstrip("."))


def summed(drafts: "list[Draft]") -> Numbers:
    """Return the sums of drafts' numbers, cell by cell."""
    total: Numbers = {}
    for draft in drafts:
        for row, cells in draft.numbers.items():
            sums = total.setdefault(row, {})
            for column, number in cells.items():
                sums[column] = cast("int", sums.get(column, 0)) + (number or 0)
    return total
