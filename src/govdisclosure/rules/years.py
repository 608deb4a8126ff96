"""Relations with the same body's report of the year before."""

from collections.abc import Iterator

from ..findings import Finding, Severity
from ..law import none, ogi
from ..records.addresses import value_at
from ..wording import Wording
from .vocabulary import PRIOR, Compared, Practice, RecordRule, Relation, Subject, Term, label_of

_ROW = "proactive_disclosure.{at}"

_TOTALS = (
    "requests.received",
    "requests.outcomes.total",
    "requests.carried_out",
    "remedies.reconsideration",
    "remedies.litigation.direct",
    "remedies.litigation.after_reconsideration",
)
"""The rows and blocks whose totals are compared with last year's."""
_TIMES = 5


def _swing(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    for row in _TOTALS:
        address = f"{row}.total"
        now, before = value_at(subject.report, address), value_at(subject.prior, address)
        if now is None or not before:
            continue
        if now >= _TIMES * before or _TIMES * now <= before:
            yield rule.finding(
                at=row,
                cells=[address],
                compared=Compared(before, now),
                label=label_of(address),
            )


def _no_year_before(subject: Subject) -> Wording | None:
    return subject.no_prior if subject.prior is None else None


RULES = (
    Relation(
        id="years.carried_over",
        severity=Severity.ERROR,
        basis=ogi("33"),
        confidence=Practice.SURELY,
        sentences=Wording(
            "上年报告的“结转下年度继续办理”等于本年的“上年结转”，各列分别相等。",
            "What last year's report carried forward is what this year's carries in, column by "
            "column.",
        ),
        why=Wording(
            "上年结转到本年的申请，就是本年的“上年结转”。两份报告不一致，说明有申请在两年之间丢失"
            "或重计；只看总计会漏掉各列之间的互换。",
            "What last year's report carried forward is what this year's carries in. Where the "
            "two differ, requests were lost or counted twice between the years; a look at the "
            "total alone misses a swap between columns.",
        ),
        mend=Wording(
            "以上年已公布的报告为准核对各列；申请人类别后来改变的，也按上年的类别填写。上年报告确"
            "有错误的，更正上年报告，或在本年报告中说明并豁免。",
            "Compare column by column with last year's report as published; keep last year's kind "
            "of applicant even if it was changed later. If last year's report was wrong, correct "
            "that one, or say so in this year's and waive the finding.",
        ),
        expected=(Term(f"{PRIOR}requests.carried_out.{{at}}"),),
        stated=(Term("requests.carried_in.{at}"),),
        over="applicant",
        message=Wording(
            "表三 上年结转 {at}列：{actual} ≠ {expected}（上年报告的结转下年度），"
            "相差 {difference}",
            "Table 3, carried in, column {at}: {actual} ≠ {expected} (carried forward in last "
            "year's report), difference {difference}",
        ),
    ),
    Relation(
        id="years.in_force",
        severity=Severity.WARNING,
        basis=ogi("20(1)"),
        confidence=Practice.SURELY,
        sentences=Wording(
            "上年现行有效件数加本年制发、减本年废止，等于本年现行有效件数。文件清理等正当原因可能打破"
            "这一关系，宜在报告中说明。",
            "Last year's documents in force, plus those issued, minus those repealed, are those in "
            "force now. A clean-up of documents breaks this legitimately; a note in the report "
            "should say so.",
        ),
        why=Wording(
            "现行有效的文件数逐年衔接：上年的，加上新制发的，减去废止的。衔接不上，说明目录不全，"
            "或者做过清理而没有说明。",
            "The number of documents in force runs on from year to year: last year's, plus those "
            "issued, minus those repealed. Where it does not, the list is incomplete, or there "
            "was a clean-up that nobody mentioned.",
        ),
        mend=Wording(
            "按现行有效文件目录重新核对；因清理、自动失效等原因变化的，在报告中说明，然后豁免这一"
            "项。",
            "Check against the list of documents in force. If a clean-up or lapse of documents "
            "explains the difference, say so in the report and waive the finding.",
        ),
        expected=(
            Term(f"{PRIOR}{_ROW}.in_force"),
            Term(f"{_ROW}.issued"),
            Term(f"{_ROW}.repealed", -1),
        ),
        stated=(Term(f"{_ROW}.in_force"),),
        over="documents",
        row=_ROW,
        message=Wording(
            "表二 {at}：现行有效 {actual} 件 ≠ {expected} 件"
            "（上年有效＋制发－废止：{expected_sum}），相差 {difference}",
            "Table 2, {at}: {actual} in force ≠ {expected} (last year's + issued − repealed: "
            "{expected_sum}), difference {difference}",
        ),
    ),
    Relation(
        id="years.items",
        severity=Severity.WARNING,
        basis=ogi("20(5), 20(6), 20(8)"),
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "2019年版布局：上年报告的“上一年项目数量”加“本年增/减”，等于本年报告的“上一年项目数量”。",
            "2019 layout: last year's prior items plus its change are this year's prior items.",
        ),
        why=Wording(
            "2019年版的“上一年项目数量”就是上年报告的年末数，即上年的“上一年项目数量”加上年的增减"
            "。",
            "In the 2019 edition the items of the previous year are those at the end of last "
            "year: last year's prior items plus last year's change.",
        ),
        mend=Wording(
            "用上年报告的两个数重算；增减用带符号的数填写，减少填负数。",
            "Work it out again from the two numbers of last year's report; a change carries its "
            "sign, negative for a decrease.",
        ),
        expected=(Term(f"{PRIOR}{_ROW}.prior_items"), Term(f"{PRIOR}{_ROW}.change")),
        stated=(Term(f"{_ROW}.prior_items"),),
        over="items",
        row=_ROW,
        message=Wording(
            "表二 {at}：上一年项目数量 {actual} ≠ {expected}（上年报告：{expected_sum}），"
            "相差 {difference}",
            "Table 2, {at}: items in the previous year {actual} ≠ {expected} (last year's report: "
            "{expected_sum}), difference {difference}",
        ),
    ),
    RecordRule(
        id="years.swing",
        severity=Severity.NOTE,
        basis=none(
            "没有法规依据；大幅变化值得核对，常由口径变化或填错引起",
            "no provision asks for it; a large change is worth a look, often it is another scope "
            "or a slip",
        ),
        confidence=Practice.OUR_IDEA,
        sentences=Wording(
            "主要总计不应达到上年的五倍以上，或降到五分之一以下；有正当原因的，宜在报告中说明。",
            "A total is less than five times, and more than a fifth of, last year's; where it is "
            "not, the report should say why.",
        ),
        why=Wording(
            "申请和案件的数量很少在一年里变化几倍；这样的变化常常是口径变了、多填了一位数字，或者"
            "填错了格。",
            "Requests and cases seldom grow or shrink several times over within a year; such a "
            "change is often another scope, a digit too many, or a number in the wrong cell.",
        ),
        mend=Wording(
            "与台账核对；变化属实的，在报告中说明原因。",
            "Compare with the register; if the change is real, say in the report what caused it.",
        ),
        message=Wording(
            "{label}：{actual}，上年为 {expected}，变化过大，请核对",
            "{label}: {actual}, last year {expected}; a large change, worth a look",
        ),
        find=_swing,
        why_not=_no_year_before,
        off_by_default=True,
    ),
)
