"""Rules on the day of publication."""

import re
from collections.abc import Iterator
from datetime import date

from ..findings import Finding, Severity
from ..law import ogi
from ..profiles import YearDay
from ..records import Agency, AgencyKind, Level, Scope
from ..wording import Wording
from .vocabulary import Practice, RecordRule, Subject

_STATUTORY = {"department": YearDay(1, 31), "government": YearDay(3, 31)}
"""Article 49: by 31 January, by 31 March, the day itself included, holiday or not."""
_TOWNSHIP = "township"
_OF_A_TOWNSHIP = r"(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处)?\Z"
_IN_CHINESE = {
    "department": Wording("政府部门", "departments"),
    "government": Wording("县级以上人民政府", "governments"),
    _TOWNSHIP: Wording("乡镇、街道", "townships and subdistricts"),
}


def _late(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    published, year = subject.report.published, subject.report.year
    kind = _kind(subject.report.agency, subject.report.scope)
    last = _last_day(subject, kind) if isinstance(kind, str) else None
    if published is None or year is None or last is None or not isinstance(kind, str):
        return
    if (published.year, published.month, published.day) > (year + 1, last.month, last.day):
        yield rule.finding(
            at="published",
            published=_day(published),
            kind=_IN_CHINESE[kind],
            last=_day_of(year + 1, last),
            rests=_BY_LAW if last == _STATUTORY.get(kind) else _LOCALLY,
        )


def _kind(agency: Agency, scope: Scope | None) -> str | Wording:
    """Return the kind of body that a deadline is set for, or why none is known.

    An office reports as a department does, or for its government: it has until the later day,
    unless the report says which of the two it is.
    """
    name = agency.name or ""
    if agency.level is Level.TOWNSHIP or re.search(_OF_A_TOWNSHIP, name):
        return _TOWNSHIP
    if agency.kind is AgencyKind.DEPARTMENT or (
        agency.kind is AgencyKind.OFFICE and scope is Scope.OWN
    ):
        return "department"
    if agency.kind is AgencyKind.ORGANIZATION:
        return _NO_DEADLINE
    if agency.kind is None:
        return _NO_KIND
    return "government" if agency.level is not None or name else _NO_LEVEL


def _last_day(subject: Subject, kind: str) -> YearDay | None:
    """Return the last day for a kind of body: the local one, or the statutory one if earlier."""
    days = [subject.profile.deadlines.get(kind), _STATUTORY.get(kind)]
    known = [day for day in days if day is not None]
    return min(known, key=lambda day: (day.month, day.day), default=None)


def _day(of: date) -> Wording:
    return _day_of(of.year, YearDay(of.month, of.day))


def _day_of(year: int, day: YearDay) -> Wording:
    return Wording(f"{year}年{day.month}月{day.day}日", f"{year}-{day.month:02}-{day.day:02}")


def _why_no_deadline(subject: Subject) -> Wording | None:
    undated = _undated(subject)
    if undated is not None:
        return undated
    kind = _kind(subject.report.agency, subject.report.scope)
    if isinstance(kind, Wording):
        return kind
    return _NO_DAY if _last_day(subject, kind) is None else None


def _early(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    published, year = subject.report.published, subject.report.year
    if published is not None and year is not None and published.year <= year:
        yield rule.finding(at="published", published=_day(published), year=year)


def _undated(subject: Subject) -> Wording | None:
    if subject.report.published is None:
        return _NO_DATE
    return _NO_YEAR if subject.report.year is None else None


_NO_DATE = Wording(
    "没有公布日期；可在标题下写一行，如“发布日期：2024-01-31”",
    "there is no date of publication; a line below the title gives it: 发布日期：2024-01-31",
)
_NO_YEAR = Wording("报告年度不明", "the report's year is not known")
_NO_KIND = Wording(
    "机关类型不明，无法确定期限", "the kind of body is not known, and so neither is its deadline"
)
_NO_LEVEL = Wording(
    "机关的名称和层级不明，无法确定期限",
    "neither name nor level of the body is known, and so neither is its deadline",
)
_NO_DEADLINE = Wording(
    "条例没有为这类单位规定期限", "the Regulations set no deadline for organizations"
)
_NO_DAY = Wording(
    "条例没有为乡镇、街道规定期限（可由配置文件规定）",
    "the Regulations set no deadline for townships and subdistricts (a profile may)",
)
_BY_LAW = Wording("条例第四十九条", "art. 49 of the Regulations")
_LOCALLY = Wording("配置文件的规定", "the profile")


RULES = (
    RecordRule(
        id="publication.deadline",
        severity=Severity.ERROR,
        basis=ogi("49"),
        confidence=Practice.SURELY,
        sentences=Wording(
            "县级以上政府部门在次年1月31日前、县级以上人民政府在次年3月31日前公布（当日不算迟，遇节假日不顺延）；"
            "配置文件可规定更早的日期。乡镇、街道没有法定日期。",
            "Departments publish by 31 January of the following year, governments from the county "
            "up by 31 March, that day included, holiday or not; a profile may set an earlier day. "
            "Townships and subdistricts have no statutory day.",
        ),
        why=Wording(
            "条例规定了公布期限，逾期会被通报、扣分。",
            "The Regulations set the last day of publication; late reports are named and cost "
            "points.",
        ),
        mend=Wording(
            "尽快公布；日期填错的，改正日期；当地另有期限的，在配置文件中写明。",
            "Publish at once; correct the date if it is wrong; where another day is set locally, "
            "put it into a profile.",
        ),
        message=Wording(
            "{published}公布，迟于期限{last}（{kind}，依据：{rests}）",
            "published on {published}, later than {last} (for {kind}, by {rests})",
        ),
        find=_late,
        why_not=_why_no_deadline,
    ),
    RecordRule(
        id="publication.too_early",
        severity=Severity.WARNING,
        basis=ogi("49"),
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "报告在报告年度结束之后公布。", "A report is published after the year that it is on."
        ),
        why=Wording(
            "年度没有结束，数字就不完整；常见原因是日期写错了年份。",
            "Before the year is over its figures are not complete; mostly the date has the wrong "
            "year.",
        ),
        mend=Wording(
            "核对公布日期；确实提前公布的，年末重新统计后再公布。",
            "Check the date; if it is right, count again at the year's end and publish then.",
        ),
        message=Wording(
            "{published}公布，而{year}年当时还没有结束",
            "published on {published}, before the year {year} had ended",
        ),
        find=_early,
        why_not=_undated,
    ),
)
