"""Relations within table 二."""

from ..findings import Severity
from ..law import ogi
from ..wording import Wording
from .vocabulary import Practice, Relation, Sign, Term

_DOCUMENTS = "proactive_disclosure.{at}"

RULES = (
    Relation(
        id="proactive.issued_in_force",
        severity=Severity.WARNING,
        basis=ogi("20(1)"),
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "本年制发的文件，年末要么现行有效，要么已经废止：制发件数不多于现行有效与废止件数之和。",
            "A document issued this year is in force or repealed at the year's end: those issued "
            "are not more than those in force and repealed together.",
        ),
        why=Wording(
            "本年制发的文件到年末只有两种状态：现行有效，或者已经废止。制发多于两者之和，三个数中"
            "至少有一个不对。",
            "At the year's end a document issued during the year is either in force or repealed. "
            "If more were issued than both together, at least one of the three numbers is wrong.",
        ),
        mend=Wording(
            "按文件目录核对三个数；“现行有效”包括以前年度制发、至今有效的文件。",
            "Check the three numbers against the list of documents; those in force include "
            "documents of earlier years that are still valid.",
        ),
        expected=(Term(f"{_DOCUMENTS}.issued"),),
        sign=Sign.AT_MOST,
        stated=(Term(f"{_DOCUMENTS}.in_force"), Term(f"{_DOCUMENTS}.repealed")),
        over="documents",
        row=_DOCUMENTS,
        message=Wording(
            "表二 {at}：本年制发 {expected} 件，多于现行有效与废止之和 {actual_sum} = {actual} 件，"
            "相差 {difference}",
            "Table 2, {at}: {expected} issued this year, more than in force and repealed "
            "together, {actual_sum} = {actual}, difference {difference}",
        ),
    ),
    Relation(
        id="proactive.newly_published",
        severity=Severity.WARNING,
        basis=ogi("20(1)"),
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "本年新公开数量不多于对外公开总数量。",
            "Documents newly published this year are not more than all published.",
        ),
        why=Wording(
            "本年新公开的文件也在对外公开总数之内，部分不会大于总数。",
            "What was newly published this year is among all that is published; a part is not "
            "more than the whole.",
        ),
        mend=Wording(
            "核对两个数：对外公开总数量是累计数，要包括本年新公开的文件。",
            "Check both numbers: the total published is cumulative and includes this year's.",
        ),
        expected=(Term(f"{_DOCUMENTS}.newly_published"),),
        sign=Sign.AT_MOST,
        stated=(Term(f"{_DOCUMENTS}.published_total"),),
        over="documents",
        row=_DOCUMENTS,
        message=Wording(
            "表二 {at}：本年新公开 {expected} 件，多于对外公开总数量 {actual} 件，"
            "相差 {difference}",
            "Table 2, {at}: {expected} newly published, more than the {actual} published in "
            "total, difference {difference}",
        ),
    ),
)
