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
from .adapting import Adapted, plain
from .extra import needed
from .keys import KEYS, has_keys, keys

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
        (_key(report), [_theirs(report, parent, body, filed) for body in roster.members(parent)])
        for filed in _by_year(frame, roster)
        for report in filed.reports
        if report.scope is not Scope.OWN and (parent := roster.body_of(report.agency)) is not None
    ]
    several = {key for _, members in found for keys in members if len(keys) > 1 for key in keys}
    numbers = _numbers(frame, several) if several else {}
    for key, members in found:
        if members:
            yield Family(key=key, members=tuple(_only(keys, numbers) for keys in members))


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


def _by_year(frame: Adapted, roster: Roster) -> Iterator[Filed]:
    """Iterate over the reports of bodies on the roster, without numbers, one year after another.

    Those of an unknown year are left out.
    """
    narwhals = needed("narwhals")
    code, name = (
        narwhals.col(plain(column)).cast(narwhals.String)
        if column in frame.types
        else narwhals.lit(None).cast(narwhals.String)
        for column in ("agency.code", "agency.name")
    )
    reports = frame.lazy.select(*keys(frame), code=code, name=name)
    bodies = reports.select("code", "name").unique().collect()
    known = [
        (its_code, its_name)
        for its_code, its_name in bodies.select("code", "name").iter_rows()
        if roster.body_of(Agency(code=its_code, name=its_name)) is not None
    ]
    code, name, year = narwhals.col("code"), narwhals.col("name"), narwhals.col(KEYS[-1])
    codes = [its_code for its_code, _ in known if its_code is not None]
    called = [its_name for its_code, its_name in known if its_code is None]
    asked = code.is_in(codes).fill_null(value=False) | (code.is_null() & name.is_in(called))
    counted = (
        reports.filter(asked, ~year.is_null())
        .group_by(*KEYS, "code", "name")
        .agg(narwhals.len().alias("number"))
        .collect()
    )
    of_years: dict[int, list[tuple[str | None, str | None, str, int]]] = {}
    columns = ("code", "name", *KEYS[1:], "number")
    for its_code, its_name, scope, its_year, number in counted.select(*columns).iter_rows():
        of_years.setdefault(its_year, []).append((its_code, its_name, scope, number))
    for its_year, found in of_years.items():
        yield _filed(its_year, found)


def _filed(year: int, found: Iterable[tuple[str | None, str | None, str, int]]) -> Filed:
    seen: set[Key] = set()
    reports = []
    for code, name, scope, number in found:
        key = (code if code is not None else name or "", scope, year)
        if number > 1 or key in seen:
            said = _ONCE.fill(agency=key[0], scope=scope or "—", year=year)
            raise InvalidFrame([Problem("year", year, said)])
        seen.add(key)
        try:
            agency = Agency(code=code, name=name)
            reports.append(AnnualReport(agency=agency, scope=_scope(scope), year=year))
        except InvalidReport as error:
            where = f" ({key[0]}, {year})"
            problems = [attrs.evolve(p, path=p.path + where) for p in error.problems]
            raise InvalidFrame(problems) from error
    return Filed(reports)


def _scope(said: str) -> Any:
    """Return the scope of a report as the record takes it, or refuses it."""
    return said or None


def _numbers(frame: Adapted, wanted: set[Key]) -> dict[Key, object]:
    """Return the cells and layouts of some reports, by their keys."""
    narwhals = needed("narwhals")
    held = [
        plain(name)
        for name in frame.types
        if (column := wide_column(name)) is not None and column.role in (Role.CELL, Role.LAYOUT)
    ]
    rows = (
        frame.lazy.with_columns(*keys(frame))
        .filter(narwhals.col(KEYS[0]).is_in(sorted({agency for agency, _, _ in wanted})))
        .select(*KEYS, *held)
        .collect()
    )
    found = {row[: len(KEYS)]: row[len(KEYS) :] for row in rows.iter_rows()}
    return {key: found[key] for key in wanted}
