"""A government and the bodies below it: their reports, the consolidated one, and the roster."""

from collections.abc import Mapping
from functools import lru_cache

import attrs
from hypothesis import strategies as st

from ..editions import edition as edition_named
from ..errors import Impossible
from ..records import AgencyKind, AnnualReport, Level, Scope
from ..rosters import Body, Roster
from ..rules import rule as rule_named
from ..wording import Wording
from .bodies import OFFICES, PLACES, due, years_of
from .drafts import Draft, summed
from .entries import EDITION_NAMES, Entry, entries
from .reports import about_of, one_entry


@attrs.frozen(kw_only=True)
class Jurisdiction:
    """A consolidated report, the reports that it sums up, and the roster of who reports.

    Check it with ``check(report, members=members, roster=roster)``.
    """

    report: AnnualReport
    members: tuple[AnnualReport, ...]
    roster: Roster


_LARGEST = 200
_ENTRIES = 30
_RULES = ("rollup.cells", "rollup.coverage")


def jurisdictions(
    members: int = 3,
    *,
    edition: str | None = None,
    year: int | None = None,
    breaking: str | None = None,
) -> st.SearchStrategy[Jurisdiction]:
    """A county, the reports of so many *members*, and the consolidated one, which is their sum.

    The members are the county's own office, its departments and its townships. With *breaking*,
    ``rollup.cells``: the consolidated report has more than the members; or ``rollup.coverage``:
    one of them has not reported, or twice.

    Raises:
        UnknownName: there is no such rule or edition.
        Impossible: the number of members is less than 1 or more than 200, or the rule is none of
            roll-ups.
        InvalidReport: no edition is due for the year, and none was named.
    """
    if not 1 <= members <= _LARGEST:
        raise Impossible(_NO_MEMBERS.fill(members=members, largest=_LARGEST))
    if breaking is not None and rule_named(breaking).id not in _RULES:
        raise Impossible(_NOT_A_RULE.fill(rule=breaking, known="、".join(_RULES)))
    if edition is not None:
        edition_named(edition)
    return _jurisdictions(members, edition, st.sampled_from(years_of(edition, year)), breaking)


@st.composite
def _jurisdictions(
    draw: st.DrawFn,
    members: int,
    edition: str | None,
    years: st.SearchStrategy[int],
    breaking: str | None,
) -> Jurisdiction:
    year, place = draw(years), draw(_COUNTIES)
    name = due(year, edition)
    roster = _roster(place, members)
    whole, *_ = roster.bodies
    drafts = [Draft(name, _about(body, year)) for body in roster.members(whole)]
    for member, (entry, number) in draw(_work(name, members)):
        drafts[member].add(entry, number)
    total = Draft(name, about_of(whole.agency, year), summed(drafts))
    total.about["scope"] = Scope.CONSOLIDATED
    if breaking == "rollup.cells":
        total.add(draw(_MORE[name]), draw(st.integers(1, 9)))
    if breaking == "rollup.coverage":
        _uncover(draw, drafts)
    reports = tuple(draft.report() for draft in drafts)
    return Jurisdiction(report=total.report(), members=reports, roster=roster)


def _about(body: Body, year: int) -> dict[str, object]:
    return {**about_of(body.agency, year), "scope": body.scope}


_COUNTIES = st.sampled_from(PLACES)


@lru_cache(maxsize=64)
def _roster(place: str, members: int) -> Roster:
    """Return the roster of a county with so many members; the county comes first."""
    county = f"{place}县人民政府"
    whole = Body(name=county, kind=AgencyKind.GOVERNMENT, level=Level.COUNTY)
    names = [f"{place}县{office}" for office in OFFICES]
    names += [f"{place}县{number}号镇人民政府" for number in range(1, _LARGEST)]
    below = [
        Body(name=name, parent=county, kind=_kind(name), level=_level(name))
        for name in names[: members - 1]
    ]
    office = Body(
        name=f"{place}县人民政府办公室",
        kind=AgencyKind.OFFICE,
        level=Level.COUNTY,
        parent=county,
        scope=Scope.OWN,
    )
    return Roster(bodies=(whole, office, *below))


def _kind(name: str) -> AgencyKind:
    return AgencyKind.GOVERNMENT if name.endswith("人民政府") else AgencyKind.DEPARTMENT


def _level(name: str) -> Level:
    return Level.TOWNSHIP if name.endswith("镇人民政府") else Level.COUNTY


@lru_cache(maxsize=64)
def _work(edition: str, members: int) -> st.SearchStrategy[list[tuple[int, tuple[Entry, int]]]]:
    """What the members have to report: few entries, each of one of them."""
    one = st.tuples(st.integers(0, members - 1), one_entry(edition, "county", with_rules=False))
    return st.lists(one, max_size=_ENTRIES)


_MORE: Mapping[str, st.SearchStrategy[Entry]] = {
    name: st.sampled_from(
        sorted(
            (entry for entry in entries(name) if not entry.is_rule_making),
            key=lambda entry: len(entry.parts),
        )
    )
    for name in EDITION_NAMES
}
"""What a report may have more, in the fewest cells first."""


def _uncover(draw: st.DrawFn, drafts: list[Draft]) -> None:
    """Lose the report of a member, or have it twice, with other numbers."""
    member = draw(st.integers(0, len(drafts) - 1))
    again = drafts.pop(member)
    if draw(st.booleans()):
        other = Draft(again.edition, again.about, {r: dict(c) for r, c in again.numbers.items()})
        other.add(draw(_MORE[again.edition]), draw(st.integers(1, 9)))
        drafts += [again, other]


_NO_MEMBERS = Wording(
    "成员单位要有 1 至 {largest} 个（要求 {members} 个）",
    "there are 1 to {largest} members ({members} asked for)",
)
_NOT_A_RULE = Wording(
    "{rule} 不是汇总的规则；可用：{known}", "{rule} is no rule of roll-ups; there are: {known}"
)
