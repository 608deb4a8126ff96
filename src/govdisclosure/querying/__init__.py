"""The relations as SQL: one query over the wide table, and the tables that it looks at."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from ..errors import UnknownName
from ..findings import Outcome
from ..relations import Relation, Rule
from ..rosters import Body, Roster
from ..rules import RULES
from ..wording import Wording
from .dialects import DIALECTS, EXTRA, LIBRARY, Dialect, dialect_named

if TYPE_CHECKING:
    from sqlglot import exp

__all__ = [
    "DIALECTS",
    "EXTRA",
    "LIBRARY",
    "Dialect",
    "MemberRow",
    "member_rows",
    "sql",
    "sql_tables",
    "sql_view",
]

REPORTS, MEMBERS, VIEW = "reports", "members", "relation_instances"
"""What the tables and the view are called unless they are called otherwise."""


def sql(
    dialect: str,
    *,
    table: str = REPORTS,
    members: str | None = None,
    outcomes: Iterable[Outcome] = (Outcome.BROKEN,),
    rules: Sequence[Rule] = RULES,
) -> str:
    """Return one query that evaluates the relations on every report of a wide table.

    It gives a line an instance: agency (its code, or else its name), scope, year, rule, at,
    outcome, expected, actual, difference; and where exactly one cell is blank of an undetermined
    instance, needed_cell with needed_value or needed_at_least. The report of the year before is
    that of the same agency and scope in the same table. *members* names the table of members;
    without it, relations with members are left out. Table names may have a schema:
    ``disclosure.reports``.

    Raises:
        UnknownName: there is no such dialect or outcome, no relation among the rules, or a name is
            none that a table may have.
        MissingExtra: the extra ``sql`` is not installed.
    """
    found = dialect_named(dialect)
    from .query import Query

    query = Query(
        dialect=found,
        reports=_table(table),
        roster=None if members is None else _table(members),
        relations=_relations(rules, with_members=members is not None),
        outcomes=_outcomes(outcomes),
    )
    return _in_lines(query.select().sql(dialect=found.name)) + ";\n"


def sql_view(
    dialect: str,
    *,
    view: str = VIEW,
    table: str = REPORTS,
    members: str | None = MEMBERS,
    rules: Sequence[Rule] = RULES,
) -> str:
    """Return the statement that makes a view of every instance with its outcome; see ``sql``.

    Raises:
        UnknownName: there is no such dialect, or a name is none that a table may have.
        MissingExtra: the extra ``sql`` is not installed.
    """
    query = sql(dialect, table=table, members=members, outcomes=Outcome, rules=rules)
    return f"CREATE VIEW {_table(view).sql(dialect=dialect)} AS\n{query}"


def sql_tables(dialect: str, *, table: str = REPORTS, members: str = MEMBERS) -> str:
    """Return the statements that make the tables of reports and of members.

    The table of reports has the columns of the wide table by their short names and, where the
    dialect has such things, refuses what no report can hold and a report that is there already.

    Raises:
        UnknownName: there is no such dialect, or a name is none that a table may have.
        MissingExtra: the extra ``sql`` is not installed.
    """
    found = dialect_named(dialect)
    from .tables import reports_table, roster_table

    return reports_table(_table(table), found) + roster_table(_table(members), found)


@attrs.frozen(kw_only=True)
class MemberRow:
    """A line of the table of members: a body whose report adds up to that of its parent.

    Both are named as the key of a report names an agency: by the code, or else by the name.
    ``scope`` is that of the report to be added up, None where it does not matter.
    """

    parent: str
    member: str
    scope: str | None


def member_rows(roster: Roster) -> Iterator[MemberRow]:
    """Iterate over the lines of the table of members that a roster comes to."""
    for body in roster.bodies:
        for member in roster.members(body):
            scope = None if member.scope is None else member.scope.value
            yield MemberRow(parent=_key(body), member=_key(member), scope=scope)


def _key(body: Body) -> str:
    return body.code or body.name


_BEFORE = {" UNION ALL ": "\n", ", UNNEST(": ",\n  ", " FROM (SELECT ": "\n"}
"""Where a line begins: before each instance or array of instances, and each step."""


def _in_lines(text: str) -> str:
    """Return a query in lines that a person can find something in."""
    for words, begun in _BEFORE.items():
        text = text.replace(words, begun + words.lstrip(", "))
    return text


def _table(name: str) -> "exp.Table":
    from sqlglot import exp

    parts = name.split(".")
    if not all(parts) or len(parts) > len(_PARTS):
        raise UnknownName(_NO_TABLE.fill(name=name))
    named = dict(zip(_PARTS, reversed(parts), strict=False))
    return exp.Table(**{key: exp.to_identifier(part, quoted=True) for key, part in named.items()})


def _relations(rules: Iterable[Rule], *, with_members: bool) -> tuple[Relation, ...]:
    relations = [rule for rule in rules if isinstance(rule, Relation)]
    found = tuple(r for r in relations if with_members or not r.needs_members)
    if not found:
        raise UnknownName(_NO_RELATION)
    return found


def _outcomes(outcomes: Iterable[Outcome]) -> frozenset[Outcome]:
    asked = list(outcomes)
    unknown = [outcome for outcome in asked if outcome not in list(Outcome)]
    if unknown or not asked:
        found = ", ".join(map(repr, unknown)) or "[]"
        raise UnknownName(_NO_OUTCOME.fill(found=found, known=", ".join(Outcome)))
    return frozenset(map(Outcome, asked))


_NO_RELATION = Wording(
    "这些规则中没有可以写成 SQL 的勾稽关系（与成员单位比较的需要成员表）",
    "none of the rules is a relation that can be written as SQL (those with members need the "
    "table of members)",
)
_NO_OUTCOME = Wording(
    "应为以下结果中的一个或几个：{known}；实际：{found}",
    "one or several of the outcomes {known} are wanted, found {found}",
)
_PARTS = ("this", "db", "catalog")
_NO_TABLE = Wording(
    "“{name}”不能作表名：应为表名，或以点号分隔的模式名和表名",
    "{name!r} cannot name a table: give its name, or its schema and its name with a dot between",
)
