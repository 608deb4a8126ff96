"""text.accountability: a government says what assessment, public comment and blame came to."""

import re
from collections.abc import Iterator

from ...findings import Finding, Severity
from ...law import ogi
from ...records import AgencyKind
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import NO_KIND, NO_PROSE, has_prose, words_of

_WANTED = (
    (Wording("工作考核", "assessment (工作考核)"), r"考核|考评|绩效"),
    (
        Wording("社会评议", "public comment (社会评议)"),
        r"评议|满意度|第三方评估|测评|群众评价|公众评价|行风监督|社会监督",
    ),
    (
        Wording("责任追究", "accountability (责任追究)"),
        r"责任追究|追究责任|追究.{0,6}责任|追责|问责|责任制",
    ),
)


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    words = words_of(subject.report)
    lacking = [label for label, pattern in _WANTED if not re.search(pattern, words)]
    if lacking:
        zh, en = "、".join(label.zh for label in lacking), ", ".join(label.en for label in lacking)
        yield rule.finding(at="overview", what=Wording(zh, en))


def _why_not(subject: Subject) -> Wording | None:
    kind = subject.report.agency.kind
    if kind is None:
        return NO_KIND
    if kind is not AgencyKind.GOVERNMENT:
        return _NO_GOVERNMENT
    return None if has_prose(subject.report) else NO_PROSE


_NO_GOVERNMENT = Wording("只适用于各级人民政府的报告", "asked of governments only")


RULE = RecordRule(
    id="text.accountability",
    severity=Severity.WARNING,
    basis=ogi("50(4)"),
    confidence=Practice.SURELY,
    sentences=Wording(
        "各级人民政府的报告写明工作考核、社会评议和责任追究结果情况（没有责任追究也要写明）。",
        "A government's report says what assessment, public comment and accountability came to, "
        "even where nobody was held to account.",
    ),
    why=Wording(
        "条例要求各级政府的年度报告写明工作考核、社会评议和责任追究结果情况。",
        "The Regulations ask a government's report for what assessment, public comment and "
        "accountability came to.",
    ),
    mend=Wording(
        "补写三方面的情况；没有发生的也要写明没有。",
        "Add all three, and say so where there was none.",
    ),
    message=Wording(
        "各级人民政府的报告还要写明{what}的情况",
        "a government's report also says what came of: {what}",
    ),
    find=_find,
    of_words=True,
    why_not=_why_not,
)
