"""The reports of the members, added up for each consolidated report, in SQL.

Every member hands in one report: that of the scope due, or else one that names none. Where there
is none, or more than one, the member has not reported.
"""

from collections.abc import Iterator
from functools import cache

import attrs
from sqlglot import exp

from ..records import Kind, Scope, cells
from ..records.cells import rows
from ..records.form import AMOUNT_DIGITS
from ..records.layouts import split_parts
from ..wide import UNIT, wide_column
from . import expressions as e
from . import presence
from .dialects import Dialect
from .expressions import Expression
from .figures import MILLIONTHS, REPORT

MEMBER, FILED, LINK, OTHER, SUMS = "d", "l", "m", "c", "s"
"""What a member's report, what it handed in, a line of the roster, another report and the members'
sums are called in the query."""
LISTED, REPORTED = "listed", "reported"


def key_of(table: str) -> Expression:
    """Return the agency of a report as its key has it: its code, or else its name."""
    texts = [
        exp.Nullif(this=presence.cell(table, name), expression=e.text(""))
        for name in ("agency.code", "agency.name")
    ]
    return exp.Coalesce(this=texts[0], expressions=[texts[1]])


def scope_of(table: str) -> Expression:
    """Return the scope of a report, an empty text where it names none."""
    return exp.Coalesce(this=presence.cell(table, "scope"), expressions=[e.text("")])


def year_of(table: str) -> Expression:
    """Return the year of a report."""
    return presence.cell(table, "year")


@attrs.frozen
class Sum:
    """The names of a cell's columns in the members' sums: the sum, and how many are filled."""

    total: str
    filled: str

    @property
    def whole(self) -> Expression:
        """The members' sum, zero without a number."""
        return e.or_zero(e.column(SUMS, self.total))

    @property
    def millionths(self) -> Expression:
        """The millionths of the members' sum, where they are kept apart."""
        return e.or_zero(e.column(SUMS, f"{self.total}_millionths"))

    @property
    def number(self) -> Expression:
        """How many members have a number."""
        return e.column(SUMS, self.filled)


@cache
def sums() -> dict[str, Sum]:
    """Return the columns of the sums by the addresses of the cells."""
    return {cell.address: Sum(f"t{i}", f"n{i}") for i, cell in enumerate(cells(), start=1)}


@cache
def others() -> dict[str, str]:
    """Return, for the cells that may be of another layout, the column that counts where."""
    names: dict[Expression, str] = {}
    found: dict[str, str] = {}
    for cell in cells():
        condition = presence.of_another_layout(MEMBER, cell.address)
        if condition is not None:
            found[cell.address] = names.setdefault(condition, f"o{len(names) + 1}")
    return found


def several(part: str) -> str:
    """Return the column that counts the members that have a part as several rows."""
    return f"several{split_parts().index(part) + 1}"


def units() -> tuple[str, ...]:
    """Return the rows that have a unit, by address."""
    return tuple(
        dict.fromkeys(row.address for row in rows() if wide_column(row.address + UNIT) is not None)
    )


def unit_columns(row: str) -> tuple[str, str, str]:
    """Return the columns that tell the members' units: the first, the last, how many name none."""
    i = units().index(row) + 1
    return f"unit{i}_first", f"unit{i}_last", f"unit{i}_none"


def filed(reports: exp.Table, roster: exp.Table) -> exp.Select:
    """Return the query that finds what each member handed in for each report of its parent."""
    itself = e.every(
        exp.EQ(this=key_of(OTHER), expression=key_of(REPORT)),
        exp.EQ(this=scope_of(OTHER), expression=scope_of(REPORT)),
    )
    due = e.column(LINK, "scope")
    is_due = e.every(
        e.is_there(year_of(OTHER)),
        exp.Paren(
            this=e.some(e.is_null(due), exp.EQ(this=due, expression=presence.cell(OTHER, "scope")))
        ),
    )
    names_none = e.every(e.is_there(year_of(OTHER)), e.is_null(presence.cell(OTHER, "scope")))
    grouped: dict[str, Expression] = {
        "agency": key_of(REPORT),
        "scope": scope_of(REPORT),
        "year": year_of(REPORT),
        "member": e.column(LINK, "member"),
        "due": due,
    }
    return (
        exp.Select(
            expressions=[
                *(e.named(value, text) for text, value in grouped.items()),
                e.named(exp.Sum(this=e.one_if(is_due)), "of_due"),
                e.named(exp.Sum(this=e.one_if(names_none)), "of_none"),
                e.named(exp.Max(this=e.choice((is_due.copy(), scope_of(OTHER)))), "found"),
            ]
        )
        .from_(aliased(reports, REPORT), copy=False)
        .join(
            aliased(roster, LINK),
            on=exp.EQ(this=e.column(LINK, "parent"), expression=key_of(REPORT)),
            copy=False,
        )
        .join(
            aliased(reports, OTHER),
            on=e.every(
                exp.EQ(this=key_of(OTHER), expression=e.column(LINK, "member")),
                exp.EQ(this=year_of(OTHER), expression=year_of(REPORT)),
                e.negated(itself),
            ),
            join_type="LEFT",
            copy=False,
        )
        .where(exp.NEQ(this=scope_of(REPORT), expression=e.text(Scope.OWN)), copy=False)
        .where(e.is_there(year_of(REPORT)), copy=False)
        .group_by(*(value.copy() for value in grouped.values()), copy=False)
    )


def picked(of: exp.Select) -> exp.Select:
    """Return the query that says of each member the scope of its report, null where it has none."""

    def column(text: str) -> Expression:
        return e.column(FILED, text)

    def is_number(text: str, number: int) -> Expression:
        return exp.EQ(this=column(text), expression=e.number(number))

    scope = e.choice(
        (is_number("of_due", 1), column("found")),
        (e.every(is_number("of_due", 0), is_number("of_none", 1)), e.text("")),
    )
    return exp.Select(
        expressions=[
            *(e.named(column(text), text) for text in ("agency", "scope", "year", "member")),
            e.named(scope, "found"),
        ]
    ).from_(exp.Subquery(this=of, alias=exp.TableAlias(this=exp.to_identifier(FILED))), copy=False)


def aliased(table: exp.Table, alias: str) -> exp.Table:
    """Return a table as it is called in a query."""
    found = table.copy()
    found.set("alias", exp.TableAlias(this=exp.to_identifier(alias)))
    return found


def added_up(reports: exp.Table, roster: exp.Table, dialect: Dialect) -> exp.Select:
    """Return the query that adds up the members' reports, a line for each consolidated report."""
    key = [e.column(FILED, text) for text in ("agency", "scope", "year")]
    source = exp.Subquery(
        this=picked(filed(reports, roster)),
        alias=exp.TableAlias(this=exp.to_identifier(FILED)),
    )
    return (
        exp.Select(
            expressions=[
                *(e.named(column, column.name) for column in key),
                e.named(exp.Count(this=exp.Star()), LISTED),
                e.named(exp.Count(this=year_of(MEMBER)), REPORTED),
                *_totals(dialect),
                *_states(),
            ]
        )
        .from_(source, copy=False)
        .join(
            aliased(reports, MEMBER),
            on=e.every(
                exp.EQ(this=key_of(MEMBER), expression=e.column(FILED, "member")),
                exp.EQ(this=year_of(MEMBER), expression=e.column(FILED, "year")),
                exp.EQ(this=scope_of(MEMBER), expression=e.column(FILED, "found")),
            ),
            join_type="LEFT",
            copy=False,
        )
        .group_by(*(column.copy() for column in key), copy=False)
    )


def _totals(dialect: Dialect) -> Iterator[Expression]:
    for cell in cells():
        names = sums()[cell.address]
        value = presence.cell(MEMBER, cell.address)
        if cell.kind is Kind.AMOUNT and dialect.number is None:
            yield e.named(exp.Sum(this=whole_part(value)), names.total)
            yield e.named(exp.Sum(this=millionths(value)), f"{names.total}_millionths")
        else:
            yield e.named(exp.Sum(this=value), names.total)
        yield e.named(exp.Count(this=value.copy()), names.filled)


def _states() -> Iterator[Expression]:
    done: set[str] = set()
    for address, name in others().items():
        condition = presence.of_another_layout(MEMBER, address)
        if name not in done and condition is not None:
            yield _counted(condition, name)
            done.add(name)
    for part in split_parts():
        yield _counted(presence.is_several(MEMBER, part), several(part))
    for row in units():
        first, last, none = unit_columns(row)
        unit = presence.cell(MEMBER, row + UNIT)
        is_there = e.negated(presence.is_absent(MEMBER, row))
        yield e.named(exp.Min(this=unit), first)
        yield e.named(exp.Max(this=unit.copy()), last)
        yield _counted(e.every(is_there, e.is_null(unit.copy())), none)


def _counted(condition: Expression, name: str) -> Expression:
    return e.named(exp.Sum(this=e.one_if(condition)), name)


def whole_part(value: Expression) -> Expression:
    """Return an amount without its decimals, exactly also where it is a binary double."""
    return exp.cast(value, "BIGINT")


def millionths(value: Expression) -> Expression:
    """Return the decimals of an amount in millionths, exactly also where it is a binary double.

    The double is off by less than half a unit of the amount's last digit, which may be more than
    a millionth: it is rounded to as many decimals as the whole part leaves.
    """
    whole = whole_part(value.copy())
    rest = e.total([(1, value.copy()), (-1, whole)])
    left = e.total([(1, e.number(AMOUNT_DIGITS)), (-1, exp.Length(this=whole.copy()))])
    rounded = exp.Round(this=rest, decimals=left)
    raised = exp.Mul(this=rounded, expression=e.number(MILLIONTHS))
    return exp.cast(exp.Round(this=raised), "BIGINT")
