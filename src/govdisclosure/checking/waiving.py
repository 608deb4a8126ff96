"""Findings that a waiver accepts, and waivers that accept nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from ..findings import Finding
from ..records import AnnualReport
from ..waivers import UnusedWaiver, Waiver
from ..wording import Wording

NO_WAIVERS: tuple[UnusedWaiver, ...] = ()
NO_SUCH_FINDING = Wording("没有与之相符的问题", "there is no such finding")
OTHER_REPORT = Wording("没有检查到它所指的报告", "the report that it is about was not checked")
_PAST = Wording("已于 {until} 到期（今天是 {today}）", "it ended on {until} (today is {today})")
_NO_DAY = Wording(
    "有截止日期 {until}，但没有说明今天的日期（today=）",
    "it ends on {until}, and which day it is was not said (today=)",
)


def waive(
    findings: Iterable[Finding],
    waivers: Sequence[Waiver],
    report: AnnualReport,
    *,
    today: date | None,
    source: str | None,
) -> tuple[tuple[Finding, ...], tuple[UnusedWaiver, ...]]:
    """Return the findings, some of them waived, and the waivers that waived none, with reasons.

    The first waiver that is for a finding gives the reason.
    """
    unused = {i: why for i, w in enumerate(waivers) if (why := _why_not(w, report, today, source))}
    in_use = [(i, waiver) for i, waiver in enumerate(waivers) if i not in unused]
    used: set[int] = set()
    judged = []
    for finding in findings:
        found = [(i, waiver) for i, waiver in in_use if waiver.is_for(finding)]
        used.update(i for i, _ in found)
        judged.append(attrs.evolve(finding, waived=found[0][1].reason) if found else finding)
    unused |= {i: NO_SUCH_FINDING for i, _ in in_use if i not in used}
    return tuple(judged), tuple(
        UnusedWaiver(waiver=waivers[i], reason=unused[i]) for i in sorted(unused)
    )


def _why_not(
    waiver: Waiver, report: AnnualReport, today: date | None, source: str | None
) -> Wording | None:
    if not waiver.is_about(report, source):
        return OTHER_REPORT
    if waiver.until is None:
        return None
    if today is None:
        return _NO_DAY.fill(until=waiver.until)
    return _PAST.fill(until=waiver.until, today=today) if waiver.until < today else None
