"""Consolidated reports of a frame held against those of their members, found by a roster.

Only the reports of bodies on the roster are taken out of the frame. They are judged by the same
evaluator as single reports, for who is a member, and what is missing, is a question of names.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..checking.members import member_instances
from ..checking.membership import members_of
from ..checking.ruleset import Ruleset
from ..errors import MISSING, InvalidFrame, InvalidReport, Problem
from ..findings import Instance, Outcome
from ..records import Agency, AnnualReport, Scope
from ..rosters import Roster
from ..wide import report_from, wide_columns
from ..wording import Wording
from .adapting import Adapted, plain
from .extra import needed

Key = tuple[str | None, str | None, int | None]
"""Code or else name, scope, year."""

_EVERY = Wording(
    "汇总比较需要报告宽表的全部列；缺 {number} 列",
    "every column of the wide table, which a roll-up needs; {number} {number:is|are} missing",
)
_ONCE = Wording(
    "名册上的机关在同一口径、年度只有一份报告；{agency}、{scope}、{year} 有两份",
    "one report of each body on the roster, scope and year; there are two of {agency}, {scope}, "
    "{year}",
)


@attrs.frozen(kw_only=True, eq=False)
class RolledUp:
    """The relations' ids, the instances asked for with their reports' keys, who was compared."""

    rules: tuple[str, ...]
    instances: tuple[tuple[Key, Instance], ...]
    compared: frozenset[Key]


def rolled_up(frame: Adapted, roster: Roster, rules: Ruleset, asked: Sequence[Outcome]) -> RolledUp:
    """Return what the relations with sums over members come to.

    A report is compared where its scope is not ``own`` and its body has others below it on the
    roster. Its members' reports are those on the same year.

    Raises:
        InvalidFrame: a column is missing, a row is no report, or two have one key.
    """
    by_year: dict[int | None, list[AnnualReport]] = {}
    seen: set[Key] = set()
    for report in _on_roster(frame, roster):
        key = _key(report)
        if key in seen:
            agency, scope, year = key
            said = _ONCE.fill(agency=agency, scope=scope or "—", year=year)
            raise InvalidFrame([Problem("year", year, said)])
        seen.add(key)
        by_year.setdefault(report.year, []).append(report)
    found: list[tuple[Key, Instance]] = []
    compared: set[Key] = set()
    for year, reports in by_year.items():
        for report in reports if year is not None else ():
            if report.scope is Scope.OWN:
                continue
            others = [other for other in reports if other is not report]
            members = members_of(report, others, roster).reports
            if isinstance(members, Wording):
                continue
            compared.add(_key(report))
            for relation in rules.with_members:
                given = rules.off.get(relation.id) or members
                judged = member_instances([relation], report, given)
                found += [(_key(report), one) for one in judged if one.outcome in asked]
    rule_ids = tuple(relation.id for relation in rules.with_members)
    return RolledUp(rules=rule_ids, instances=tuple(found), compared=frozenset(compared))


def as_table(found: RolledUp, names: Sequence[str]) -> Any:
    """Return the instances as an Arrow table with the columns of a result."""
    arrow = needed("pyarrow")
    money = arrow.decimal128(38, 6)
    types = [arrow.string(), arrow.string(), arrow.int64(), *[arrow.string()] * 3, *[money] * 3]
    rows = [
        (*key, i.rule, i.at, i.outcome.value, i.expected, i.actual, i.difference)
        for key, i in found.instances
    ]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in names]
    schema = arrow.schema(list(zip(names, types, strict=True)))
    return arrow.table(dict(zip(names, columns, strict=True)), schema=schema)


def _key(report: AnnualReport) -> Key:
    key = report.key
    return key.agency, None if key.scope is None else key.scope.value, key.year


def _on_roster(frame: Adapted, roster: Roster) -> Iterator[AnnualReport]:
    narwhals = needed("narwhals")
    names = {plain(column.name): column.name for column in wide_columns()}
    lacking = [name for name in names.values() if name not in frame.types]
    if lacking:
        raise InvalidFrame([Problem(lacking[0], MISSING, _EVERY.fill(number=len(lacking)))])
    code, name = narwhals.col(plain("agency.code")), narwhals.col(plain("agency.name"))
    bodies = frame.lazy.select(code, name).unique().collect()
    known = [
        (its_code, its_name)
        for its_code, its_name in bodies.iter_rows()
        if roster.body_of(Agency(code=its_code, name=its_name)) is not None
    ]
    codes = [its_code for its_code, _ in known if its_code is not None]
    called = [its_name for its_code, its_name in known if its_code is None and its_name is not None]
    asked = code.is_in(codes).fill_null(value=False) | (code.is_null() & name.is_in(called))
    rows = frame.lazy.filter(asked).select(*names).collect()
    for row in rows.iter_rows(named=True):
        yield _report({names[key]: value for key, value in row.items()})


def _report(row: Mapping[str, object]) -> AnnualReport:
    try:
        return report_from(row)
    except InvalidReport as error:
        raise InvalidFrame(_of(error.problems, row)) from error


def _of(problems: Iterable[Problem], row: Mapping[str, object]) -> Iterator[Problem]:
    who = row["agency.code"] or row["agency.name"]
    return (attrs.evolve(p, path=f"{p.path} ({who}, {row['year']})") for p in problems)
