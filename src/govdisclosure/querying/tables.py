"""The tables in SQL: that of the reports, that of the roster. They refuse what no report holds."""

from collections.abc import Iterable, Iterator, Mapping

from sqlglot import exp

from ..portable.rows import KINDS
from ..records import Scope
from ..records.form import columns, parts
from ..records.report import FIRST_YEAR, LAST_YEAR
from ..wide import (
    ABSENT,
    LAYOUT,
    UNIT,
    ColumnType,
    Role,
    WideColumn,
    layout_name,
    layouts_at,
    wide_column,
    wide_columns,
)
from . import expressions as e
from .dialects import Dialect
from .expressions import Expression
from .members import key_of, scope_of

_MAKE = "CREATE TABLE {table} (\n  {lines}\n);\n"
_UNIQUE = "CREATE UNIQUE INDEX {index} ON {table} ({expressions});\n"
_KEYS = ("agency.name", "agency.code", "scope")


def reports_table(table: exp.Table, dialect: Dialect) -> str:
    """Return the statements that make the table of reports: the wide table, by short names."""
    lines = [_column(column, dialect) for column in wide_columns()]
    if dialect.constraints:
        lines += [f"CHECK ({_sql(check, dialect)})" for check in _checks()]
    made = _MAKE.format(table=_sql(table, dialect), lines=",\n  ".join(lines))
    return made + _unique(table, dialect) if dialect.constraints else made


def roster_table(table: exp.Table, dialect: Dialect) -> str:
    """Return the statement that makes the table of members: a line a member of each parent."""
    text = _type(ColumnType.TEXT, dialect, short=True)
    parent, member, scope = (_sql(e.name(n), dialect) for n in ("parent", "member", "scope"))
    lines = [f"{parent} {text} NOT NULL", f"{member} {text} NOT NULL", f"{scope} {text}"]
    if dialect.constraints:
        listed = e.is_in(exp.Column(this=e.name("scope")), [found.value for found in Scope])
        lines += [f"CHECK ({_sql(listed, dialect)})", f"PRIMARY KEY ({parent}, {member})"]
    return _MAKE.format(table=_sql(table, dialect), lines=",\n  ".join(lines))


def _sql(expression: Expression, dialect: Dialect) -> str:
    return expression.sql(dialect=dialect.name)


def _type(of: ColumnType, dialect: Dialect, *, short: bool) -> str:
    return dialect.key_text if short and of is ColumnType.TEXT else dialect.types[of]


def _column(column: WideColumn, dialect: Dialect) -> str:
    short = column.values is not None or column.name in _KEYS
    said = [_sql(e.name(column.short), dialect), _type(column.type, dialect, short=short)]
    if column.role is Role.LAYOUT:
        said.append("NOT NULL")
    limits = _limits(column)
    if limits is not None and dialect.constraints:
        said.append(f"CHECK ({_sql(limits, dialect)})")
    return " ".join(said)


def _limits(column: WideColumn) -> Expression | None:
    """Return what any value of a column keeps to."""
    found = exp.Column(this=e.name(column.short))
    if column.values is not None:
        return e.is_in(found, column.values)
    if column.kind is not None:
        kind = KINDS[column.kind]
        return _between(found, kind["minimum"], kind["maximum"])
    if column.type is ColumnType.INTEGER:
        return _between(found, FIRST_YEAR, LAST_YEAR)
    return None


def _between(found: Expression, low: int, high: int) -> Expression:
    return exp.Between(this=found, low=exp.Literal.number(low), high=exp.Literal.number(high))


def _checks() -> Iterator[Expression]:
    """Yield what rows and parts keep to: nothing stands in what a layout does not have."""
    for column in wide_columns():
        if column.role is Role.LAYOUT:
            yield from _of_row(column.address)
            yield from _of_parts(column.address)


def _of_row(address: str) -> Iterator[Expression]:
    """Yield that cells and units are null where the row's layout lacks them."""
    holding: dict[tuple[str, ...], list[str]] = {}
    for layout in layouts_at(address):
        for name in columns(layout):
            holding.setdefault(_having(address, name), []).append(name)
    for having, names in holding.items():
        cells = [_plain(f"{address}.{name}") for name in dict.fromkeys(names)]
        yield _only(address, having, e.is_null(e.first(*cells)))
    if wide_column(address + UNIT) is not None:
        unit = e.is_null(_plain(address + UNIT))
        yield _only(address, _having(address, UNIT.removeprefix(".")), unit)


def _having(address: str, name: str) -> tuple[str, ...]:
    """Return the layouts at an address that have a column, a unit or a part of that name."""
    return tuple(layout_name(x) for x in layouts_at(address) if hasattr(x, name))


def _of_parts(address: str) -> Iterator[Expression]:
    """Yield that the parts below are absent where the layout lacks them."""
    below = dict.fromkeys(name for layout in layouts_at(address) for name in parts(layout))
    for name in below:
        absent = e.is_in(_plain(f"{address}.{name}{LAYOUT}"), [ABSENT])
        yield _only(address, _having(address, name), absent)


def _only(address: str, layouts: Iterable[str], otherwise: Expression) -> Expression:
    return e.some(e.is_in(_plain(address + LAYOUT), layouts), otherwise)


def _plain(name: str) -> Expression:
    found = wide_column(name)
    return exp.Column(this=e.name(name if found is None else found.short))


def _unique(table: exp.Table, dialect: Dialect) -> str:
    """Return the statement by which a report is there once only: agency, scope, year."""
    keys: Mapping[str, Expression] = {"agency": key_of(""), "scope": scope_of("")}
    said = [f"({_sql(expression, dialect)})" for expression in keys.values()]
    return _UNIQUE.format(
        index=_sql(e.name(f"{table.name}_key"), dialect),
        table=_sql(table, dialect),
        expressions=", ".join([*said, _sql(e.name("year"), dialect)]),
    )
