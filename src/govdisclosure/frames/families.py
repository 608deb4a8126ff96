"""Which reports of a frame are those of a consolidated one's members, by a roster.

Only who reports, for whom and on which year is taken out of the frame; its numbers stay there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..errors import MISSING, InvalidFrame, InvalidReport, Problem
from ..records import Agency, AnnualReport, Scope
from ..rosters import Body, Filed, Roster, is_whole
from ..wide import Role, wide_column
from ..wording import Wording
from .adapting import Adapted, beside, plain
from .extra import needed
from .keys import KEYS, has_keys, keys
from .notices import notice

Key = tuple[str, str, int]
"""Code or else name, scope or else an empty text, year."""

_NEEDED = Wording(
    "有列 year，以及 agency.code 或 agency.name，才能找到成员的报告",
    "a column year, and agency.code or agency.name, to find the members' reports",
)
_ONCE = Wording(
    "名册上的机关在同一口径、年度只有一份报告；{agency}、{scope}、{year} 有两份",
    "one report of each body on the roster, scope and year; there are two of {agency}, {scope}, "
    "{year}",
)
_NO_YEAR = Wording(
    "名册上的机关有 {number} 份报告没有写明年度，没有与成员或汇总报告比较",
    "{number} report{number:s} of bodies on the roster {number:names|name} no year; "
    "{number:it was|they were} compared with no members and counted for no roll-up",
)


@attrs.frozen(kw_only=True)
class Family:
    """A consolidated report, by its key, and those of its members.

    None stands for a member that has not reported, or of which it is not known which of several
    reports holds.
    """

    key: Key
    members: tuple[Key | None, ...]


def families(frame: Adapted, roster: Roster) -> Iterator[Family]:
    """Iterate over the reports that can be compared with their members'.

    These are of a body with others below it on the roster, and their scope is not ``own``.

    Raises:
        InvalidFrame: no columns tell whose reports these are; a scope is none; two reports of one
            body on the roster have one key.
    """
    if not has_keys(frame):
        raise InvalidFrame([Problem("$", MISSING, _NEEDED)])
    found = [
        (_key(report), [_theirs(report, parent, body, filed) for body in members])
        for filed, parents in _by_year(frame, roster)
        for report, parent in parents
        if (members := roster.members(parent))
    ]
    several = {key for _, theirs in found for keys in theirs if len(keys) > 1 for key in keys}
    numbers = _numbers(frame, several) if several else {}
    for key, theirs in found:
        yield Family(key=key, members=tuple(_only(keys, numbers) for keys in theirs))


def _theirs(report: AnnualReport, parent: Body, body: Body, filed: Filed) -> tuple[Key, ...]:
    """Return the keys of a member's reports to a consolidated one."""

    def apart(other: AnnualReport) -> bool:
        return other is report or is_whole(parent, other)

    return tuple(map(_key, filed.by(body, apart=apart)))


def _only(keys: Sequence[Key], numbers: Mapping[Key, object]) -> Key | None:
    """Return one of the keys, whose reports have the same numbers; None if they do not."""
    alike = len(keys) == 1 or len({numbers[key] for key in keys}) == 1
    return keys[0] if keys and alike else None


def _key(report: AnnualReport) -> Key:
    code, name = report.agency.code, report.agency.name
    return code if code is not None else name or "", report.scope or "", report.year or 0


def _by_year(
    frame: Adapted, roster: Roster
) -> Iterator[tuple[Filed, Sequence[tuple[AnnualReport, Body]]]]:
    """Iterate over the reports of bodies on the roster, without numbers, one year after another.

    Beside them are those that may be consolidated ones, with their bodies. Reports on an unknown
    year are left out, and told.
    """
    narwhals = needed("narwhals")
    names = [
        (narwhals.col(plain(column)) if column in frame.types else narwhals.lit(None))
        .cast(narwhals.String)
        .alias(plain(column))
        for column in _NAMED
    ]
    reports = frame.lazy.select(*keys(frame), *names)
    number = narwhals.len().alias("number")
    named = [plain(column) for column in _NAMED]
    counted = reports.group_by(*KEYS[1:], *named).agg(number).collect()
    of_years: dict[int | None, list[_Row]] = {}
    for year, *row in counted.select(KEYS[-1], *named, KEYS[1], "number").iter_rows():
        of_years.setdefault(year, []).append(tuple(row))
    undated = [
        number
        for code, name, _, number in of_years.pop(None, [])
        if roster.body_of(Agency(code=code, name=name)) is not None
    ]
    if undated:
        notice(_NO_YEAR.fill(number=sum(undated)))
    for year, rows in of_years.items():
        found = [*_on_roster(year or 0, rows, roster)]
        parents = [(report, body) for report, body in found if report.scope is not Scope.OWN]
        yield Filed(report for report, _ in found), parents


_NAMED = ("agency.code", "agency.name")
_Row = tuple[Any, ...]
"""Code, name, scope or an empty text, how many reports have these."""


def _on_roster(
    year: int, rows: Iterable[_Row], roster: Roster
) -> Iterator[tuple[AnnualReport, Body]]:
    seen: set[Key] = set()
    for code, name, scope, number in rows:
        key = (code if code is not None else name or "", scope, year)
        try:
            agency = Agency(code=code, name=name)
            body = roster.body_of(agency)
            if body is None:
                continue
            report = AnnualReport(agency=agency, scope=_scope(scope), year=year)
        except InvalidReport as error:
            where = f" ({key[0]}, {year})"
            problems = [attrs.evolve(p, path=p.path + where) for p in error.problems]
            raise InvalidFrame(problems) from error
        if number > 1 or key in seen:
            said = _ONCE.fill(agency=key[0], scope=scope or "—", year=year)
            raise InvalidFrame([Problem("year", year, said)])
        seen.add(key)
        yield report, body


def _scope(said: str) -> Any:
    """Return the scope of a report as the record takes it, or refuses it."""
    return said or None


def _numbers(frame: Adapted, wanted: set[Key]) -> dict[Key, object]:
    """Return the cells and layouts of some reports, by their keys."""
    held = [
        plain(name)
        for name in frame.types
        if (column := wide_column(name)) is not None and column.role in (Role.CELL, Role.LAYOUT)
    ]
    asked = needed("pyarrow").table({KEYS[0]: sorted({agency for agency, _, _ in wanted})})
    reports = frame.lazy.with_columns(*keys(frame))
    theirs = reports.join(beside(frame.lazy, asked), on=KEYS[0], how="semi")
    rows = theirs.select(*KEYS, *held).collect()
    found = {row[: len(KEYS)]: row[len(KEYS) :] for row in rows.iter_rows()}
    return {key: found[key] for key in wanted}
