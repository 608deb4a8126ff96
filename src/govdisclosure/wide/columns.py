"""The columns of the wide table, derived from the record classes."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Any

import attrs

from ..records import AgencyKind, AnnualReport, Kind, Level, Scope, Unit, cells
from ..records.cells import rows
from ..records.form import AMOUNT_DECIMALS, AMOUNT_DIGITS, Part, parts
from ..wording import Wording

ABSENT = "absent"
"""What stands in a layout column where the report lacks the row, block or table."""
LAYOUT = ".layout"
"""What a layout column's name has after the address of the row, block or table."""
UNIT = ".unit"
"""What a unit column's name has after the address of the row."""
LONGEST_SHORT = 63
"""The longest name of a column that PostgreSQL keeps whole, in bytes."""
_OUTCOMES = "requests.outcomes."

AMOUNT_PRECISION = AMOUNT_DIGITS + AMOUNT_DECIMALS
AMOUNT_SCALE = AMOUNT_DECIMALS
"""A decimal of 21 digits, 6 of them after the point, holds every amount exactly."""


class ColumnType(StrEnum):
    """What a column of the wide table holds, besides null."""

    INTEGER = "int64"
    DECIMAL = f"decimal({AMOUNT_PRECISION},{AMOUNT_SCALE})"
    TEXT = "text"
    DATE = "date"


class Role(StrEnum):
    """What a column says of a report."""

    IDENTITY = "identity"
    """Who reports on which year; null where the document does not say."""
    LAYOUT = "layout"
    """The class of a row, block or table, or ``absent``; never null."""
    UNIT = "unit"
    """The unit of an amount; null where none is printed."""
    CELL = "cell"
    """A cell: null is a blank, or a cell that the row's layout does not have."""


@attrs.frozen(kw_only=True)
class WideColumn:
    """A column of the wide table.

    ``name`` is what it is called: for a cell its address, for a layout or a unit the address of
    the row and ``.layout`` or ``.unit``. ``short`` is the name of at most 63 bytes for databases
    that cut longer ones: without ``requests.outcomes.``. ``values`` are the texts that may stand
    in it, where they are a list; ``kind`` is that of a cell.
    """

    name: str
    role: Role
    type: ColumnType
    label: Wording
    values: tuple[str, ...] | None = None
    kind: Kind | None = None

    @property
    def short(self) -> str:
        """The name for databases that cut long ones."""
        return self.name.removeprefix(_OUTCOMES)

    @property
    def address(self) -> str:
        """The address in a report of what the column is about: a cell, a row, a field."""
        return self.name.removesuffix(LAYOUT).removesuffix(UNIT)


@cache
def wide_columns() -> tuple[WideColumn, ...]:
    """Return the columns of the wide table, in order.

    First who reports, then for each table its layouts, its units, and its cells: 8 columns of
    identity, 45 layouts, 2 units and 224 cells. Prose has none.
    """
    return (*_IDENTITY, *_layouts(), *_units(), *_cells())


@cache
def wide_column(name: str) -> WideColumn | None:
    """Return the column of that name, None if there is none."""
    return next((column for column in wide_columns() if column.name == name), None)


def layout_name(layout: type[Any]) -> str:
    """Return the name of a row's layout: that of its class."""
    return layout.__name__


def layouts_at(address: str) -> tuple[type[Any], ...]:
    """Return every layout that the row, block or table at *address* may have, none elsewhere."""
    return _layouts_by_address().get(address, ())


def _identity(
    name: str, zh: str, en: str, kind: ColumnType, values: type[StrEnum] | None = None
) -> WideColumn:
    listed = None if values is None else tuple(value.value for value in values)
    return WideColumn(
        name=name, role=Role.IDENTITY, type=kind, label=Wording(zh, en), values=listed
    )


_IDENTITY = (
    _identity("year", "年份", "Year", ColumnType.INTEGER),
    _identity("title", "标题", "Title", ColumnType.TEXT),
    _identity("agency.name", "机关名称", "Name of the body", ColumnType.TEXT),
    _identity("agency.kind", "机关类别", "Kind of body", ColumnType.TEXT, AgencyKind),
    _identity("agency.level", "机关层级", "Level of the body", ColumnType.TEXT, Level),
    _identity("agency.code", "机关代码", "Code of the body", ColumnType.TEXT),
    _identity("scope", "数据范围", "Scope of the figures", ColumnType.TEXT, Scope),
    _identity("published", "公布日期", "Date of publication", ColumnType.DATE),
)


def _layouts() -> Iterator[WideColumn]:
    labels = _part_labels()
    for address, layouts in _layouts_by_address().items():
        label = labels[address]
        yield WideColumn(
            name=address + LAYOUT,
            role=Role.LAYOUT,
            type=ColumnType.TEXT,
            label=Wording(f"{label.zh} 的布局", f"{label.en}: layout"),
            values=(*map(layout_name, layouts), ABSENT),
        )


def _units() -> Iterator[WideColumn]:
    for row in rows():
        if any(field.name == UNIT.strip(".") for field in attrs.fields(row.layout)):
            label = row.full_label
            yield WideColumn(
                name=row.address + UNIT,
                role=Role.UNIT,
                type=ColumnType.TEXT,
                label=Wording(f"{label.zh} 的金额单位", f"{label.en}: unit of the amount"),
                values=tuple(unit.value for unit in Unit),
            )


def _cells() -> Iterator[WideColumn]:
    for cell in cells():
        money = cell.kind is Kind.AMOUNT
        yield WideColumn(
            name=cell.address,
            role=Role.CELL,
            type=ColumnType.DECIMAL if money else ColumnType.INTEGER,
            label=Wording(cell.zh, cell.en),
            kind=cell.kind,
        )


@cache
def _layouts_by_address() -> dict[str, tuple[type[Any], ...]]:
    return {address: form.layouts for address, form in _parts(AnnualReport, "")}


@cache
def _part_labels() -> dict[str, Wording]:
    return {address: form.label for address, form in _parts(AnnualReport, "")}


def _parts(layout: type[Any], prefix: str) -> Iterator[tuple[str, Part]]:
    """Yield each part below a class once by address, whatever the layouts above it."""
    for name, form in parts(layout).items():
        yield prefix + name, form
        for below in form.layouts:
            yield from _parts(below, f"{prefix}{name}.")
