"""The heads of columns of amounts: each prints its unit, and a clerk may choose another one."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import attrs

from ...records import AnnualReport, Unit
from ...records.addresses import value_at
from ...records.cells import cell
from ...records.form import Kind, parts
from ...wording import Wording
from ..official import Box, Role, Table, tables
from .names import both


def unit_heads(report: AnnualReport, table: Table, *, english: bool) -> dict[str, Sequence[str]]:
    """Return the heads that the columns of amounts may have, by the names of the present ones."""
    found: dict[str, Sequence[str]] = {}
    for box in _amounts(table):
        row = box.address.rpartition(".")[0]
        record = attrs.evolve(value_at(report, row), amount=None)
        optional = attrs.fields_dict(type(record))["unit"].default is None
        choices = [*Unit, *([None] if optional else [])]
        heads = [_printed(row, attrs.evolve(record, unit=unit)) for unit in choices]
        found[_head_of(table, box).name] = [both(head, english=english) for head in heads]
    return found


def _amounts(table: Table) -> Iterator[Box]:
    for row in table.rows:
        for box in row:
            known = cell(box.address) if box.role is Role.VALUE else None
            if known is not None and known.kind is Kind.AMOUNT:
                yield box


def _head_of(table: Table, value: Box) -> Box:
    heads = (box for row in table.rows for box in row if box.role is Role.COLUMN_HEAD)
    return next(box for box in heads if box.name in value.heads)


@lru_cache(maxsize=32)
def _printed(row: str, record: Any) -> Wording:
    """Return the head that the official layout prints over the amounts of a row."""
    section = row.split(".", 1)[0]
    (layout,) = parts(AnnualReport)[section].layouts
    (table,) = tables(AnnualReport().replace({section: layout(), row: record}))
    (value,) = _amounts(table)
    return _head_of(table, value).label
