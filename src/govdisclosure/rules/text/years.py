"""text.year: the title, the headings and the period of the figures are of the report's year."""

import re
import unicodedata
from collections.abc import Iterator

from ...findings import Finding, Severity
from ...law import FORM, ogi, together
from ...records.titles import years_in
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import NO_YEAR, Passage, no_words, passages, quoted, sentences

_PERIOD = (
    r"(?P<first>20\d\d)\s*年?\s*1\s*月\s*1\s*日?\s*(?:零时)?\s*[起始]?\s*(?:至|到|—+|－|-+|~|～|–)\s*"
    r"(?:(?P<last>20\d\d)\s*年?|(?:同|当|本)年)?\s*12\s*月\s*31\s*日?"
)
_OF_FIGURES = (
    r"统计(?:的)?(?:期限|周期|时限|期间|时间|范围|区间|时段|口径)|"
    r"(?:数据|报告)(?:的)?(?:期限|周期|时限)"
)
_COMPARES = (
    r"相比|同比|较|比上|上年|去年|前年|增长|增加|减少|下降|上升|持平|以来|计划|规划|试点|行动"
)


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    year = subject.report.year
    in_title = years_in(subject.report.title or "")
    for passage in passages(subject):
        if passage.at == "title":
            yield from _title(rule, passage, year)
        elif passage.is_heading:
            named = years_in(passage.text)
            if named and year not in named:
                yield _wrong(rule, passage, passage.text, _HEADING.fill(year=year))
        else:
            periods = (_other_period(sentence, year) for sentence in sentences(passage.text))
            wrong = next((period for period in periods if period is not None), None)
            if wrong is not None:
                what = _PERIOD_AND_TITLE if year in in_title else _PERIOD_IS
                yield _wrong(rule, passage, wrong, what.fill(year=year))


def _title(rule: RecordRule, passage: Passage, year: int | None) -> Iterator[Finding]:
    named = years_in(passage.text)
    if not named:
        yield _wrong(rule, passage, passage.text, _TITLE_WITHOUT.fill(year=year))
    elif year not in named:
        what = _TITLE.fill(year=year)
        yield _wrong(rule, passage, passage.text, what, severity=Severity.ERROR)


def _other_period(sentence: str, year: int | None) -> str | None:
    """Return what a sentence gives as the figures' period if that is another year, else None.

    A whole year elsewhere is a period too, unless the sentence compares years or spans several.
    """
    plain = unicodedata.normalize("NFKC", sentence)
    match = re.search(_PERIOD, plain)
    if match is None:
        return None
    first = int(match["first"])
    last = int(match["last"] or first)
    if re.search(_OF_FIGURES, plain):
        return None if {first, last} == {year} else match[0]
    is_other = first == last != year and not re.search(_COMPARES, plain)
    return match[0] if is_other else None


def _wrong(
    rule: RecordRule,
    passage: Passage,
    text: str,
    what: Wording,
    *,
    severity: Severity | None = None,
) -> Finding:
    places = passage.places(text)
    return rule.finding(
        at=passage.at, severity=severity, places=places, what=what, text=quoted(text)
    )


_TITLE = Wording(
    "标题写的不是{year}年，而本报告是{year}年度的",
    "this is the report on {year}, but its title names another year",
)
_TITLE_WITHOUT = Wording(
    "标题没有写明年度，应为{year}年", "the title names no year; it should be {year}"
)
_HEADING = Wording(
    "部分标题写的不是{year}年，而本报告是{year}年度的",
    "this is the report on {year}, but the heading of a section names another year",
)
_PERIOD_IS = Wording(
    "统计期限应为{year}年1月1日至12月31日，写的却是别的年度",
    "the figures are those of {year}, 1 January to 31 December, but another period is given",
)
_PERIOD_AND_TITLE = Wording(
    "标题是{year}年的，统计期限写的却是别的年度：请看清哪个对，"
    "这里按{year}年度检查（格式版本、与上年的比较也是）",
    "the title says {year}, and the period of the figures is of another year: see which is right; "
    "the report is checked as that on {year}, the edition and last year's figures included",
)


def _why_not(subject: Subject) -> Wording | None:
    return NO_YEAR if subject.report.year is None else no_words(subject)


RULE = RecordRule(
    id="text.year",
    severity=Severity.WARNING,
    basis=together(FORM, ogi("49")),
    confidence=Practice.PROBABLY,
    sentences=Wording(
        "标题、各部分标题和统计期限写的年度应是报告年度（标题写错为错误）。与其他年度比较不在此列。",
        "The title, the headings and the period of the figures name the report's year (a wrong "
        "title is an error). Comparisons with other years are fine.",
    ),
    why=Wording(
        "年度写错，多半是沿用上年的文件；读者分不清数字属于哪一年，汇总和比较都会出错。",
        "A wrong year is mostly left from last year's file; readers cannot tell which year the "
        "figures are for, and comparisons go wrong.",
    ),
    mend=Wording(
        "把标题、各部分标题和统计期限中的年度改为报告年度；数字本身也要确认不是上年的。",
        "Put the report's year into the title, the headings and the period, and make sure that "
        "the figures are not last year's.",
    ),
    message=Wording("{what}：“{text}”", "{what}: “{text}”"),
    find=_find,
    of_words=True,
    why_not=_why_not,
)
