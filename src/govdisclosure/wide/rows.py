"""Reports as rows of the wide table, and back. Prose has no columns and does not come along."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import attrs

from ..errors import MISSING, InvalidReport, Problem
from ..records import Agency, AnnualReport
from ..records.form import Part, columns, parts
from ..wording import Wording
from .columns import ABSENT, LAYOUT, UNIT, ColumnType, Role, layout_name, wide_column, wide_columns

Value = int | Decimal | str | date | None
"""What stands in a column: its type is that of the column, None is null."""

_AGENCY = "agency"
_UNIT = UNIT.removeprefix(".")
_NO_OTHER = Wording("没有宽表以外的列", "no column that the wide table does not have")
_THERE = Wording("有该列（空白写 null）", "the column to be there (null where blank)")
_NULL = Wording("为 null：该行的布局没有这一列", "null, for the layout of the row lacks the column")
_ABSENT = Wording(
    f"为 {ABSENT}：报告没有上一级的部分，或其布局没有这一行",
    f"{ABSENT}, for the report lacks the part above, or has it in a layout without this row",
)
_ONE_OF = Wording("为以下之一：{names}", "one of {names}")


def wide_row(report: AnnualReport) -> dict[str, Value]:
    """Return the row of the wide table that holds *report*: every column by name, in order."""
    row = dict(_empty())
    for column in _identity():
        *above, name = column.split(".")
        record = report.agency if above else report
        row[column] = _plain(getattr(record, name))
    _fill(row, report, "")
    return row


def report_from(row: Mapping[str, object]) -> AnnualReport:
    """Return the report that a row of the wide table holds, without prose.

    *row* has every column, by its name or its short name. An amount may be a number of any type,
    a float being the decimal that it prints as; a date may be a text such as ``2024-01-31``.

    Raises:
        InvalidReport: a column is missing or unknown, a value may not stand in its column, or
            stands in one that the row's layout does not have. Every problem is listed.
    """
    reading = _Reading()
    report = reading.report(row)
    if reading.problems:
        order = {column.name: i for i, column in enumerate(wide_columns())}
        raise InvalidReport(sorted(reading.problems, key=lambda p: order.get(p.path, len(order))))
    return report


@cache
def _empty() -> Mapping[str, Value]:
    return {
        column.name: ABSENT if column.role is Role.LAYOUT else None for column in wide_columns()
    }


@cache
def _identity() -> tuple[str, ...]:
    return tuple(column.name for column in wide_columns() if column.role is Role.IDENTITY)


def _plain(value: Any) -> Value:
    found: Value = getattr(value, "value", value)
    return found


def _fill(row: dict[str, Value], record: attrs.AttrsInstance, prefix: str) -> None:
    for name in parts(type(record)):
        part = getattr(record, name)
        if part is None:
            continue
        address = prefix + name
        row[address + LAYOUT] = layout_name(type(part))
        for column in _own(type(part)):
            row[f"{address}.{column}"] = _plain(getattr(part, column))
        _fill(row, part, f"{address}.")


def _own(layout: type[Any]) -> tuple[str, ...]:
    """Return the fields of a row that have columns of the wide table."""
    unit = (_UNIT,) if _UNIT in attrs.fields_dict(layout) else ()
    return (*columns(layout), *unit)


class _Reading:
    """A row on its way to a report: what is not yet used of it, and what is wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._left: dict[str, object] = {}

    def report(self, row: Mapping[str, object]) -> AnnualReport:
        self._left = dict(self._named(row))
        agency: dict[str, object] = {}
        fields: dict[str, object] = {}
        for column in _identity():
            *above, name = column.split(".")
            (agency if above else fields)[name] = self._take(column)
        fields[_AGENCY] = self._made(Agency, agency, f"{_AGENCY}.") or Agency()
        tables = {name: self._part(form, name) for name, form in parts(AnnualReport).items()}
        report = self._made(AnnualReport, {**fields, **tables}, "")
        self.problems += self._unused()
        return report if isinstance(report, AnnualReport) else AnnualReport()

    def _named(self, row: Mapping[str, object]) -> Iterator[tuple[str, object]]:
        names = _names()
        for key, value in row.items():
            if key in names:
                yield names[key], value
            else:
                self.problems.append(Problem(str(key), value, _NO_OTHER))

    def _take(self, name: str) -> object:
        if name not in self._left:
            self.problems.append(Problem(name, MISSING, _THERE))
            return None
        return _as_typed(name, self._left.pop(name))

    def _part(self, form: Part, address: str) -> object:
        name = address + LAYOUT
        if name not in self._left:
            self.problems.append(Problem(name, MISSING, _THERE))
            return None
        found = self._left.pop(name)
        layouts = {layout_name(layout): layout for layout in form.layouts}
        if found == ABSENT:
            return None
        layout = layouts.get(found) if isinstance(found, str) else None
        if layout is None:
            expected = _ONE_OF.fill(names=", ".join((*layouts, ABSENT)))
            self.problems.append(Problem(name, found, expected))
            self._drop(address)
            return None
        below = {name: self._take(f"{address}.{name}") for name in _own(layout)}
        inner = {
            name: self._part(below_form, f"{address}.{name}")
            for name, below_form in parts(layout).items()
        }
        return self._made(layout, {**below, **inner}, f"{address}.")

    def _made(self, cls: type[Any], values: Mapping[str, object], prefix: str) -> object:
        """Return the record of those values; None, with every problem noted, if it cannot be."""
        try:
            made: object = cls(**values)
        except InvalidReport:
            for name, value in values.items():
                try:
                    cls(**{name: value})
                except InvalidReport as error:
                    self.problems += [
                        attrs.evolve(problem, path=prefix + name) for problem in error.problems
                    ]
            return None
        return made

    def _drop(self, address: str) -> None:
        """Leave out what stands below a part whose layout is not known."""
        self._left = {k: v for k, v in self._left.items() if not k.startswith(f"{address}.")}

    def _unused(self) -> Iterator[Problem]:
        for name, value in self._left.items():
            column = wide_column(name)
            is_layout = column is not None and column.role is Role.LAYOUT
            if value != (ABSENT if is_layout else None):
                yield Problem(name, value, _ABSENT if is_layout else _NULL)


@cache
def _names() -> Mapping[str, str]:
    """Return the names of the columns by their names and by their short names."""
    short = {column.short: column.name for column in wide_columns()}
    return {**short, **{column.name: column.name for column in wide_columns()}}


def _as_typed(name: str, value: object) -> object:
    column = wide_column(name)
    kind = None if column is None else column.type
    if kind is ColumnType.DECIMAL and type(value) is float:
        return Decimal(repr(value))
    if kind is ColumnType.DATE and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value
