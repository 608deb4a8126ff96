"""Relations with the same body's report of the year before."""

from ..findings import Severity
from ..law import ogi
from ..wording import Wording
from .vocabulary import PRIOR, Practice, Relation, Term

_ROW = "proactive_disclosure.{at}"

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
)
