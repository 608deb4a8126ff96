"""The relation between a consolidated report and the reports that it sums up."""

from ..findings import Severity
from ..law import none
from ..wording import Wording
from .vocabulary import MEMBERS, Practice, Relation, Term

RULES = (
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
