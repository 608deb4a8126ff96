"""text.overview_aspects and text.length: what section 一 covers, and how long it may be."""

import re
from collections.abc import Iterator

from ...findings import Finding, Severity
from ...law import FORM, none
from ...wording import Wording
from ..vocabulary import Compared, Practice, RecordRule, Subject
from .passages import no_section, prose_of

_ASPECTS = (
    (
        Wording("主动公开", "proactive disclosure"),
        r"主动公开|公开[^。；]{0,24}信息|发布[^。；]{0,24}信息|(?:公开|发布)[^。；]{0,24}\d+[条件篇]|政策解读",
    ),
    (Wording("依申请公开", "disclosure on request"), r"依申请|申请公开|公开.{0,4}申请|申请人"),
    (
        Wording("政府信息管理", "management of information"),
        r"信息.{0,4}管理|管理.{0,6}信息|审查|审核|保密|三审|动态(?:调整|更新|管理)|清理|归档|公开属性|目录",
    ),
    (
        Wording("政府信息公开平台建设", "platforms"),
        r"平台|网站|新媒体|公众号|专栏|专区|公报|微博|门户|公开栏",
    ),
    (
        Wording("监督保障", "supervision and support"),
        r"监督|保障|考核|培训|评议|责任追究|追责|督查|督导|组织领导|领导小组|队伍|检查",
    ),
)


def _uncovered(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    prose = prose_of(subject.report, "overview")
    words = prose.text if prose is not None else ""
    lacking = [label for label, pattern in _ASPECTS if not re.search(pattern, words)]
    if lacking:
        zh, en = "、".join(label.zh for label in lacking), ", ".join(label.en for label in lacking)
        yield rule.finding(at="overview", what=Wording(zh, en))


def _too_long(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    prose, limit = prose_of(subject.report, "overview"), subject.profile.overview_limit
    if prose is None or limit is None:
        return
    length = len(re.sub(r"\s", "", prose.text))
    if length > limit:
        yield rule.finding(at="overview", compared=Compared(limit, length))


def _no_overview(subject: Subject) -> Wording | None:
    return no_section(subject, "overview")


def _no_limit(subject: Subject) -> Wording | None:
    return _NO_LIMIT if subject.profile.overview_limit is None else _no_overview(subject)


_NO_LIMIT = Wording(
    "配置文件没有规定第一部分的字数上限", "the profile sets no limit to the length of section 1"
)


RULES = (
    RecordRule(
        id="text.overview_aspects",
        severity=Severity.NOTE,
        basis=FORM,
        confidence=Practice.SURELY,
        sentences=Wording(
            "第一部分写到五个方面：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障"
            "（按意思判断，不要求小标题）。",
            "Section 1 covers five aspects: proactive disclosure, disclosure on request, "
            "management of information, platforms, supervision and support (told by what is said, "
            "not by headings).",
        ),
        why=Wording(
            "格式要求第一部分写五个方面；少一个方面，报告就不全面。",
            "The form asks section 1 for five aspects; without one of them the report is not "
            "complete.",
        ),
        mend=Wording(
            "补写缺少的方面，一两句也可以。",
            "Add what is missing; a sentence or two will do.",
        ),
        message=Wording(
            "一、总体情况没有写到：{what}", "Section 1, overview, says nothing of: {what}"
        ),
        find=_uncovered,
        of_words=True,
        why_not=_no_overview,
    ),
    RecordRule(
        id="text.length",
        severity=Severity.NOTE,
        basis=none(
            "只是一些地方的要求，全国没有字数规定",
            "asked in some places only; no national text limits the length",
        ),
        confidence=Practice.SURELY,
        sentences=Wording(
            "第一部分的字数不超过配置文件规定的上限（不计空格）。默认不检查。",
            "Section 1 is no longer than the profile's limit, in characters without spaces. Off by "
            "default.",
        ),
        why=Wording(
            "一些地方限定第一部分的字数，超过的会被退回。",
            "Some places limit the length of section 1, and a longer one is sent back.",
        ),
        mend=Wording(
            "删去背景和口号，保留工作情况和数字。",
            "Leave out background and slogans; keep what was done, and the figures.",
        ),
        message=Wording(
            "一、总体情况有 {actual} 字，超过当地上限 {expected} 字，多 {difference} 字",
            "Section 1, overview, has {actual} characters, more than the local limit of {expected} "
            "by {difference}",
        ),
        find=_too_long,
        of_words=True,
        why_not=_no_limit,
        off_by_default=True,
    ),
)
