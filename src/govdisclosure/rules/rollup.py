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
        expected=(Term(f"{MEMBERS}{{at}}"),),
        stated=(Term("{at}"),),
        over="cell",
        message=Wording(
            "汇总 {at}：{actual} ≠ {expected}（各成员单位之和），相差 {difference}",
            "Roll-up, {at}: {actual} ≠ {expected} (sum over the members), difference {difference}",
        ),
    ),
)
