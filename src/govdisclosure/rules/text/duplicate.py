"""text.duplicate: the prose is neither last year's nor another body's."""

from collections.abc import Iterator

from ...duplicates import Copy, likeness, own_words
from ...extras import why_missing
from ...findings import Finding, Severity
from ...law import none
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import NO_PROSE, has_prose, paragraphs
from .sections import labels


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    copies = subject.copies or ()
    before = dict(own_words(subject.prior)) if subject.prior is not None else {}
    for section, words in own_words(subject.report) if before or copies else ():
        alike = likeness(words, before[section]) if section in before else 0.0
        if alike:
            yield _copied(rule, subject, section, _LAST_YEAR, alike)
        others = [copy for copy in copies if copy.section == section]
        if others:
            yield _copied(rule, subject, section, _other(others), others[0].likeness)


def _copied(
    rule: RecordRule, subject: Subject, section: str, what: Wording, alike: float
) -> Finding:
    first = next(paragraphs(subject, section), None)
    return rule.finding(
        at=section,
        places=first.places(first.text) if first is not None else (),
        label=labels()[section],
        what=what,
        percent=int(alike * 100),
    )


def _other(copies: list[Copy]) -> Wording:
    more = len(copies) - 1
    return (_SEVERAL if more else _ANOTHER).fill(source=copies[0].source, number=more)


_LAST_YEAR = Wording("上年报告", "last year's report")
_ANOTHER = Wording("另一机关的报告（{source}）", "another body's report ({source})")
_SEVERAL = Wording(
    "其他机关的报告（{source}，另有至少 {number} 份）",
    "other bodies' reports ({source}, and at least {number} more)",
)


def _why_not(subject: Subject) -> Wording | None:
    if not has_prose(subject.report):
        return NO_PROSE
    if subject.prior is None and subject.copies is None:
        other = why_missing("text", ["datasketch"]) or _NOT_TOGETHER
        return _NOTHING_TO_COMPARE.fill(prior=subject.no_prior, other=other)
    return None if any(own_words(subject.report)) else _TOO_SHORT


_NOTHING_TO_COMPARE = Wording("{prior}；{other}", "{prior}; {other}")
_NOT_TOGETHER = Wording(
    "没有与其他机关的报告一起检查", "no other body's report was checked with it"
)
_TOO_SHORT = Wording(
    "除格式化语句外文字太少，无法比较",
    "apart from what the form prescribes there are too few words to compare",
)


RULE = RecordRule(
    id="text.duplicate",
    severity=Severity.WARNING,
    basis=none(
        "没有专门条文；主管部门通报过“内容雷同”的报告",
        "no article says so; supervising offices have criticised copied reports by name",
    ),
    confidence=Practice.SURELY,
    sentences=Wording(
        "文字部分不与本机关上年报告或其他机关的报告雷同。只换机关名称、地名、数字仍是雷同；"
        "格式规定的语句相同不算。",
        "The prose is not nearly the same as the body's own of the year before, or as another "
        "body's. Other names, places and numbers do not make it another text; sentences that the "
        "form prescribes do not make it a copy.",
    ),
    why=Wording(
        "照抄上年或别人的报告，没有反映本年的工作；主管部门会通报内容雷同的报告。",
        "A copied report says nothing of this year's work; supervising offices criticise such "
        "reports by name.",
    ),
    mend=Wording(
        "按本年实际情况重写雷同的部分。",
        "Write the part anew, from what was done this year.",
    ),
    message=Wording(
        "{label}：文字与{what}雷同，相似度 {percent}%",
        "{label}: the words are nearly the same as in {what}, {percent} % alike",
    ),
    find=_find,
    of_words=True,
    why_not=_why_not,
)
