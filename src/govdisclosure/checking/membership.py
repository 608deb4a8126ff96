"""Which of the reports given are those of the members: by the roster, or as they are given."""

from collections.abc import Iterable

import attrs

from ..records import AnnualReport, ReportKey, Scope
from ..rosters import Coverage, Roster
from ..rules.vocabulary import NO_ROSTER
from ..wording import Wording
from .evaluator import NO_MEMBERS
from .members import Members

OWN_SCOPE = Wording("不是汇总报告（本级）", "not a consolidated report (its scope is own)")
_OTHER_YEARS = Wording(
    "成员报告不是同一年度的（{years}），没有比较",
    "the members' reports are not all on one year ({years}); nothing was compared",
)
_TWICE = Wording(
    "成员报告中“{body}”的报告不止一份，没有比较",
    "{body} is among the members more than once; nothing was compared",
)
_NOT_ON_ROSTER = Wording(
    "机关名册上没有本报告的机关（{body}）", "the body that reports ({body}) is not on the roster"
)
_WITHOUT_MEMBERS = Wording(
    "机关名册上，{body}没有下级机关", "on the roster, no body is below {body}"
)
_UNNAMED = Wording("没有写明", "not named")


@attrs.frozen
class Membership:
    """The members' reports, and whose reports are there; or why not."""

    reports: Members | Wording
    coverage: Coverage | Wording


_NONE = Membership(NO_MEMBERS, NO_MEMBERS)
_OWN = Membership(OWN_SCOPE, OWN_SCOPE)


def members_of(report: AnnualReport, members: Members | None, roster: Roster | None) -> Membership:
    """Return the members of a report. Without a roster, they are the reports given."""
    if members is None and roster is None:
        return _OWN if report.scope is Scope.OWN else _NONE
    why = _why_not(report, members, roster)
    if why is not None or members is None:
        return Membership(why or NO_MEMBERS, why or NO_MEMBERS)
    if roster is None:
        return Membership(_twice(members) or members, NO_ROSTER)
    body = roster.body_of(report.agency)
    if body is None:
        said = _NOT_ON_ROSTER.fill(body=report.agency.name or _UNNAMED)
        return Membership(said, said)
    if not roster.members(body):
        said = _WITHOUT_MEMBERS.fill(body=body.name)
        return Membership(said, said)
    given = [member for member in members if member is not None and member != report]
    coverage = roster.coverage(body, given)
    return Membership(coverage.usable, coverage)


def _why_not(
    report: AnnualReport, members: Members | None, roster: Roster | None
) -> Wording | None:
    if report.scope is Scope.OWN:
        return OWN_SCOPE
    if members is None or (roster is None and not members):
        return NO_MEMBERS
    years = {m.year for m in members if m is not None} | {report.year}
    known = sorted(year for year in years if year is not None)
    if len(known) > 1:
        return _OTHER_YEARS.fill(years=_listed(map(str, known)))
    return None


def _twice(members: Members) -> Wording | None:
    seen: set[ReportKey] = set()
    for member in members:
        if member is None or member.key.agency is None:
            continue
        if member.key in seen:
            return _TWICE.fill(body=member.agency.name or member.key.agency)
        seen.add(member.key)
    return None


def _listed(names: Iterable[str]) -> Wording:
    found = list(names)
    return Wording("、".join(found), ", ".join(found))
