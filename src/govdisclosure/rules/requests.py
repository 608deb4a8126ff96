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
