"""text.sections: the six sections are there, under their headings, in the form's order."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import attrs

from ...findings import Finding, Severity
from ...law import FORM, ogi, together
from ...reading import Heading, Place, Reading
from ...records import AnnualReport
from ...records.form import PART, parts
from ...records.report import HEADINGS
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import (
    NO_PROSE,
    Passage,
    asides,
    has_prose,
    paragraphs,
    prose_of,
    prose_sections,
    quoted,
)

_NUMBERED = r"\A#*\s*[一二三四五六七八九]\s*[、.．，,]\s*(?P<words>\S.{1,40})\Z"
_MEANING = {
    "overview": r"总体|概述|概况|基本情况|综述",
    "problems": r"问题|不足|改进|整改",
    "other_matters": r"其他|其它",
    "proactive_disclosure": r"主动公开",
    "requests": r"申请",
    "remedies": r"复议|诉讼",
}
"""Words that tell what a numbered heading is about when it is not one of the form's."""
_TELLING = {
    "problems": r"\A\s*[（(][一二三四五六七八九][）)]\s*(?:\S{0,8})(?:问题|不足)\S{0,4}\Z",
    "overview": r"公开[^。]{0,12}信息\s*\d+\s*条|主动公开[^。，]{0,10}\d+\s*[条件]",
}
"""What a section says of itself where its heading got lost."""
_CONTENTS = 4
"""So many headings, a line or two apart, are a table of contents if they come again."""


@cache
def labels() -> dict[str, Wording]:
    """Return the official heading of each section, in the form's order."""
    found: dict[str, Wording] = {}
    for field in attrs.fields(AnnualReport):
        form = field.metadata.get(PART)
        headings = form.labels if form else field.metadata.get(HEADINGS)
        if headings:
            found[field.name] = list(headings.values())[-1]
    return found


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    reading = subject.reading
    if reading is None or not _is_of_a_document(reading):
        for section in labels():
            if section not in parts(AnnualReport) and prose_of(subject.report, section) is None:
                yield _without(rule, section, _GONE.fill(label=labels()[section]))
        return
    found = _after_contents(reading.headings)
    yield from _missing(rule, subject, {heading.section for heading in found})
    yield from _out_of_order(rule, found)


def _is_of_a_document(reading: Reading) -> bool:
    return bool(reading.headings or reading.asides or reading.places)


def _missing(rule: RecordRule, subject: Subject, there: set[str]) -> Iterator[Finding]:
    """Say which headings are not there; of a table that is not there form.missing speaks."""
    for section, label in labels().items():
        if section in there:
            continue
        other = _headed_otherwise(subject, section) or _without_heading(subject, section)
        if section in parts(AnnualReport):
            if getattr(subject.report, section) is None:
                continue
            why, severity = _NO_HEADING, Severity.WARNING
        elif other is not None:
            why, severity = _OTHER_HEADING, Severity.WARNING
        else:
            why, severity = _GONE, Severity.ERROR
        printed, places = other or ("", ())
        said = why.fill(label=label, printed=printed)
        yield _without(rule, section, said, severity=severity, places=places)


def _headed_otherwise(subject: Subject, section: str) -> tuple[str, Sequence[Place]] | None:
    """Return a numbered heading that may mean the section, None if there is none."""
    for passage in _without_headings(subject):
        match = re.match(_NUMBERED, passage.text.strip())
        if match and re.search(_MEANING[section], match["words"]):
            return quoted(passage.text), passage.places(passage.text)
    return None


def _without_heading(subject: Subject, section: str) -> tuple[str, Sequence[Place]] | None:
    """Return words of the section that has no heading of its own, None if none are found.

    They are in the record, or stand beside a table or before the first heading.
    """
    first = next(paragraphs(subject, section), None) if section in prose_sections() else None
    if first is not None:
        return quoted(first.text), first.places(first.text)
    if section not in _TELLING or subject.reading is None:
        return None
    for passage in asides(subject.reading):
        match = re.search(_TELLING[section], passage.text)
        if match:
            return quoted(match[0]), passage.places(match[0])
    return None


def _without_headings(subject: Subject) -> Iterator[Passage]:
    """Iterate over all paragraphs, wherever they stand."""
    for section in prose_sections():
        yield from paragraphs(subject, section)
    if subject.reading is not None:
        yield from asides(subject.reading)


def _without(
    rule: RecordRule,
    section: str,
    why: Wording,
    *,
    severity: Severity | None = None,
    places: Sequence[Place] = (),
) -> Finding:
    return rule.finding(at=section, severity=severity, places=places, why=why)


def _after_contents(headings: Sequence[Heading]) -> Sequence[Heading]:
    """Return the headings without those of a table of contents."""
    run = 1
    while run < len(headings) and _follows(headings[run - 1], headings[run]):
        run += 1
    later = {heading.section for heading in headings[run:]}
    listed = {heading.section for heading in headings[:run]}
    return headings[run:] if run >= _CONTENTS and listed <= later else headings


def _follows(one: Heading, other: Heading) -> bool:
    before, line = one.place.line, other.place.line
    return before is not None and line is not None and 0 < line - before <= 2  # noqa: PLR2004  # a line, or one left empty


def _out_of_order(rule: RecordRule, headings: Sequence[Heading]) -> Iterator[Finding]:
    """Say where the headings do not hold the form's order, some of them repeated perhaps."""
    there = [section for section in labels() if any(h.section == section for h in headings)]
    rest = iter(headings)
    for section in there:
        if not any(heading.section == section for heading in rest):
            late = next(heading for heading in headings if heading.section == section)
            printed = list(dict.fromkeys(heading.section for heading in headings))
            order = [labels()[name] for name in printed]
            why = _ORDER.fill(
                label=labels()[section],
                order=Wording(
                    "，".join(label.zh.partition("、")[2] for label in order),
                    ", ".join(label.en for label in order),
                ),
            )
            yield rule.finding(at=section, places=[late.place], why=why)
            return


_GONE = Wording(
    "没有找到“{label}”这一部分（报告中没有，或标题已改动）",
    "the section “{label}” was not found (not there, or its heading was changed)",
)
_OTHER_HEADING = Wording(
    "“{label}”这一部分没有格式规定的标题，内容似在“{printed}”处；请改用规定的标题",
    "the section “{label}” is not headed as the form words it; it seems to be at “{printed}”",
)
_NO_HEADING = Wording(
    "表格在，但没有找到它的标题“{label}”", "the table is there, its heading “{label}” is not"
)
_ORDER = Wording(
    "“{label}”没有排在格式规定的位置；报告中的顺序是：{order}",
    "“{label}” does not stand where the form puts it; the report's order is: {order}",
)


def _why_not(subject: Subject) -> Wording | None:
    reading = subject.reading
    if reading is not None and _is_of_a_document(reading):
        return None
    return None if has_prose(subject.report) else NO_PROSE


RULE = RecordRule(
    id="text.sections",
    severity=Severity.ERROR,
    basis=together(FORM, ogi("50")),
    confidence=Practice.SURELY,
    sentences=Wording(
        "报告的六个部分都在，顺序与格式一致，各有自己的标题（“及”与“和”、“概述”等写法均可）。"
        "缺少表格由 form.missing 报告。",
        "The report's six sections are there, in the form's order, each under its heading, more or "
        "less as the form words it. A table that is not there is form.missing's finding.",
    ),
    why=Wording(
        "读者和审核机关按六个部分查找内容；缺一部分或顺序不对，报告就不完整，也难以比较。",
        "Readers and reviewers look for things in six sections; without one of them, or in "
        "another order, a report is incomplete and hard to compare.",
    ),
    mend=Wording(
        "按格式补上缺少的部分和标题，没有内容的也保留标题并写明没有；顺序按一至六排列。",
        "Add the section with its heading as the form has it, keep it and say so where there is "
        "nothing to report, and put the six in order.",
    ),
    message=Wording("{why}", "{why}"),
    find=_find,
    of_words=True,
    why_not=_why_not,
)
