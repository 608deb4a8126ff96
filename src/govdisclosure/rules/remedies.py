"""Relations within table 四. No identity across years is known for it, so there is none here."""

from ..findings import Severity
from ..law import FORM, ogi, together
from ..wording import Wording
from .vocabulary import Practice, Relation, Term

RULES = (
    Relation(
        id="remedies.total",
        severity=Severity.ERROR,
        basis=together(ogi("50(3)"), FORM),
        confidence=Practice.SURELY,
        sentences=Wording(
            "表四每一部分：结果维持、结果纠正、其他结果与尚未审结之和等于总计。",
            "In each block of table 4, upheld, corrected, other and pending add up to the total.",
        ),
        why=Wording(
            "尚未审结的案件也计入总计。这一项容易漏加。",
            "Cases that are still pending count in the total. They are easily left out.",
        ),
        mend=Wording(
            "逐件核对该部分的案件，重算四项之和；改正错的那一格。被列为共同被告的，只由原行为机关"
            "统计。",
            "Go through the cases of the block and add up the four results again; correct the "
            "cell that is wrong. A case with co-defendants is counted only by the organ that "
            "acted first.",
        ),
        expected=(Term("remedies.{at}.{result}"),),
        stated=(Term("remedies.{at}.total"),),
        over="remedy",
        row="remedies.{at}",
        message=Wording(
            "表四 {at}：总计 {actual} ≠ {expected}（{expected_sum}），相差 {difference}",
            "Table 4, {at}: total {actual} ≠ {expected} ({expected_sum}), difference {difference}",
        ),
    ),
)
