"""Relations within table 三."""

from ..findings import Severity
from ..law import FORM, ogi, together
from ..wording import Wording
from .vocabulary import Practice, Relation, Term

RULES = (
    Relation(
        id="requests.row_total",
        severity=Severity.ERROR,
        basis=together(ogi("50(2)"), FORM),
        confidence=Practice.SURELY,
        sentences=Wording(
            "表三每一行：自然人与五类法人或其他组织之和等于总计。",
            "In each row of table 3, natural persons and the five kinds of organizations add up "
            "to the total.",
        ),
        why=Wording(
            "总计就是六类申请人之和。两者不一致，审核机关看不出哪个数是对的，汇总时各列与总计也对"
            "不上。",
            "The total is the sum over the six kinds of applicants. Where the two differ, a "
            "reviewer cannot tell which is right, and in a roll-up the columns no longer agree "
            "with the total.",
        ),
        mend=Wording(
            "对照登记台账重新数一遍这一行，改正错的那一格，不要只改总计凑平。同一列的其他勾稽关系"
            "是否成立，可以说明错在哪一格。",
            "Count the row again from the register and correct the cell that is wrong; do not "
            "just adjust the total. Whether the relations of the same columns hold tells which "
            "cell that is.",
        ),
        expected=(Term("requests.{at}.{applicant_part}"),),
        stated=(Term("requests.{at}.total"),),
        over="request_row",
        row="requests.{at}",
        message=Wording(
            "表三 {at}：总计 {actual} ≠ {expected}（{expected_sum}），相差 {difference}",
            "Table 3, {at}: total {actual} ≠ {expected} ({expected_sum}), difference {difference}",
        ),
    ),
    Relation(
        id="requests.outcome_total",
        severity=Severity.ERROR,
        basis=together(ogi("50(2)"), FORM),
        confidence=Practice.SURELY,
        sentences=Wording(
            "表三每一列：（一）至（六）各项办理结果之和等于（七）总计。",
            "In each column of table 3, the outcomes (1) to (6) add up to (7), the total.",
        ),
        why=Wording(
            "每件办结的申请只计一种结果，所以各项结果之和就是（七）总计。差额说明有申请漏计、重计"
            "，或总计没有更新。",
            "Each request that was closed counts under one outcome, so the outcomes add up to "
            "(7), the total. A difference means that a request was left out or counted twice, or "
            "that the total was not updated.",
        ),
        mend=Wording(
            "对照台账逐项核对该列；部分公开的只计（二）一项。改正错的那一格，再看总计是否还对。",
            "Go through the column with the register; a request granted in part counts only under "
            "(2). Correct the cell that is wrong, then look at the total again.",
        ),
        expected=(Term("requests.outcomes.{outcome}.{at}"),),
        stated=(Term("requests.outcomes.total.{at}"),),
        over="applicant",
        message=Wording(
            "表三 （七）总计 {at}列：{actual} ≠ {expected}（各项之和），相差 {difference}",
            "Table 3, (7) total of outcomes, column {at}: {actual} ≠ {expected} "
            "(sum of the outcomes), difference {difference}",
        ),
    ),
    Relation(
        id="requests.balance",
        severity=Severity.ERROR,
        basis=together(ogi("50(2)"), FORM),
        confidence=Practice.SURELY,
        sentences=Wording(
            "表三每一列：第一项（新收）加第二项（上年结转）等于第三项（办理结果总计）加第四项"
            "（结转下年度）。勾稽关系印在格式表头。",
            "In each column of table 3, requests received and carried in equal the outcomes and "
            "those carried forward. The form prints this relation in its corner.",
        ),
        why=Wording(
            "本年要办的申请（新收加上年结转），不是已经办结，就是结转下年度。这一勾稽关系就印在格"
            "式的表头。",
            "What was to be handled this year (received and carried in) was either closed or "
            "carried forward. The form itself prints this relation in the corner of the table.",
        ),
        mend=Wording(
            "依次核对四个数：新收与登记台账、上年结转与上年报告、办理结果总计与各项之和、结转下年"
            "度与年末未办结的申请。",
            "Check the four numbers in turn: those received against the register, those carried "
            "in against last year's report, the total of outcomes against its parts, those "
            "carried forward against the requests still open on 31 December.",
        ),
        expected=(Term("requests.received.{at}"), Term("requests.carried_in.{at}")),
        stated=(Term("requests.outcomes.total.{at}"), Term("requests.carried_out.{at}")),
        over="applicant",
        message=Wording(
            "表三 勾稽关系 {at}列：第三项加第四项 {actual_sum} = {actual} ≠ {expected} = "
            "{expected_sum}（第一项加第二项），相差 {difference}",
            "Table 3, balance, column {at}: items three and four {actual_sum} = {actual} ≠ "
            "{expected} = {expected_sum} (items one and two), difference {difference}",
        ),
    ),
)
