"""The relation between a consolidated report and the reports that it sums up."""

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..law import none, ogi
from ..rosters import alike
from ..wording import Wording
from .vocabulary import MEMBERS, Practice, RecordRule, Relation, Subject, Term

_NOT_THERE = Wording("没有收到报告", "no report")
_TWICE = Wording("有 {number} 份数字不同的报告", "{number} reports with different numbers")
_COPIES = Wording(
    "有 {number} 份数字相同的报告，只计一次", "{number} reports, alike; they count once"
)
_STRANGER = Wording("不在机关名册上，没有计入", "not on the roster, left out")
_NO_NAME = Wording("（报告没有写明机关）", "(a report that names no body)")


def _coverage(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    coverage = subject.coverage
    if isinstance(coverage, Wording):
        return
    for body, reports in coverage.all:
        if not reports:
            yield rule.finding(at=body.wording.zh, body=body.wording, what=_NOT_THERE)
        elif len(reports) > 1:
            same = alike(reports)
            what = (_COPIES if same else _TWICE).fill(number=len(reports))
            severity = Severity.NOTE if same else None
            at = body.wording.zh
            yield rule.finding(at=at, severity=severity, body=body.wording, what=what)
    for name in dict.fromkeys(report.agency.name for report in coverage.strangers):
        said = _NO_NAME if name is None else Wording(name, name)
        yield rule.finding(at=said.zh, severity=Severity.NOTE, body=said, what=_STRANGER)


def _not_covered(subject: Subject) -> Wording | None:
    return subject.coverage if isinstance(subject.coverage, Wording) else None


RULES = (
    RecordRule(
        id="rollup.coverage",
        severity=Severity.ERROR,
        basis=ogi("49, 50"),
        confidence=Practice.SURELY,
        sentences=Wording(
            "名册上的每个机关都有该年度的报告，且只有一份。",
            "Every body on the roster has a report for the year, and only one.",
        ),
        why=Wording(
            "少一个成员，汇总数就不完整；同一机关报了两份，就会重复计算。先弄清谁没有报，才谈得上"
            "汇总数对不对。",
            "With one member missing the sums are not complete, and a body that reports twice is "
            "counted twice. Whose reports are there comes before whether the sums are right.",
        ),
        mend=Wording(
            "催报缺少的机关；同一机关有多份报告的，只留最终的一份；名册过时的，更新名册。",
            "Ask the bodies that are missing for their reports; of several reports of one body "
            "keep the final one; bring the roster up to date where it is not.",
        ),
        message=Wording("汇总 {body}：{what}", "Roll-up, {body}: {what}"),
        find=_coverage,
        why_not=_not_covered,
    ),
    Relation(
        id="rollup.cells",
        severity=Severity.ERROR,
        basis=none(
            "条例没有直接对应的条款；汇总编报是各级政府信息公开工作主管部门的实际做法",
            "no express article; summing up the members' reports is the supervising offices' "
            "practice",
        ),
        confidence=Practice.SURELY,
        sentences=Wording(
            "汇总报告的每个统计单元格，等于各成员单位报告同一单元格之和。",
            "Each statistical cell of a consolidated report is the sum of that cell over the "
            "members' reports.",
        ),
        why=Wording(
            "汇总报告的数字由各成员单位（包括本级）逐格相加得到。对不上，说明漏了单位、重复计算，"
            "或者成员后来改过数字。",
            "The figures of a consolidated report are the members' figures, cell by cell, the "
            "body's own office among them. Where they differ, a member is missing, was counted "
            "twice, or has changed its report since.",
        ),
        mend=Wording(
            "先核对成员名单是否齐全、是否含本级，再用最新的成员报告重新相加；金额先统一单位。",
            "See first whether all members are there, the body's own office too; then add up "
            "their latest reports again, amounts in one unit.",
        ),
        expected=(Term(f"{MEMBERS}{{at}}"),),
        stated=(Term("{at}"),),
        over="cell",
        message=Wording(
            "汇总 {at}：{actual} ≠ {expected}（各成员单位之和），相差 {difference}",
            "Roll-up, {at}: {actual} ≠ {expected} (sum over the members), difference {difference}",
        ),
    ),
)
