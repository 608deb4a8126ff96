"""The rule on what section 六 says of fees for processing information (信息处理费)."""

from collections.abc import Iterator

from ..editions import edition_due
from ..findings import Finding, Severity
from ..law import PROCESSING_FEE_MEASURES, Confidence, instruments, ogi, together
from ..records import ClosedOtherwise
from ..records.cells import rows
from ..wording import Wording
from .quoting import NOTHING, places, short
from .vocabulary import Practice, RecordRule, Subject


def _fees_mentioned(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    from ..claims.fees import fee_statements
    from ..claims.reckoning import reckoned
    from ..claims.vocabulary import Meaning, Term

    statements = fee_statements(subject.report)
    unpaid = reckoned(subject.report, Meaning((Term(_FEE_UNPAID),)))
    cells = unpaid.cells if unpaid.least else ()
    if not statements:
        needed = _NEEDED.fill(number=unpaid.least) if unpaid.least else NOTHING
        yield rule.finding(at="other_matters", cells=cells, said=_NOT_SAID.fill(needed=needed))
    if not unpaid.least:
        return
    for statement in statements:
        if statement.none_charged or statement.none_collected:
            said = _NONE_SAID if statement.none_charged else _NONE_COLLECTED
            quoted = short(statement.quotation.text)
            yield rule.finding(
                at="other_matters",
                cells=cells,
                severity=None if statement.none_charged else Severity.NOTE,
                places=places(subject, statement.quotation),
                said=said.fill(quoted=quoted, number=unpaid.least),
            )


_FEE_UNPAID = "requests.outcomes.closed_otherwise.fee_unpaid"


def _no_fees_asked(subject: Subject) -> Wording | None:
    """Return why section 六 need not state fees: no such row in the form, or no such section."""
    if subject.report.other_matters is None:
        return _NO_SECTION
    closed = subject.report.get("requests.outcomes.closed_otherwise")
    due = edition_due(subject.report.year)
    asked = due is not None and any(row.address == _FEE_UNPAID for row in rows(due.name))
    return None if asked or isinstance(closed, ClosedOtherwise) else _NO_ROW


_NO_SECTION = Wording("报告没有第六部分", "the report has no section 六")
_NO_ROW = Wording(
    "该年度的格式没有逾期不缴费一行，信息处理费尚未施行",
    "the form of that year has no row for unpaid fees: there were none yet",
)


_NOT_SAID = Wording(
    "第六部分没有写收取信息处理费的情况（没有收取的，也应写明）{needed}",
    "Section 六 does not state the information processing fees (when there were none, it says "
    "so){needed}",
)
_NEEDED = Wording(
    "；表三有 {number} 件申请因逾期未缴费不再处理",
    "; table 三 has {number} requests closed for unpaid fees",
)
_NONE_SAID = Wording(
    "第六部分写“{quoted}”，而表三有 {number} 件申请因逾期未缴费不再处理，可见曾发出收费通知",
    "Section 六 says “{quoted}”, but table 三 has {number} requests closed for unpaid fees, so "
    "fees were asked for",
)
_NONE_COLLECTED = Wording(
    "第六部分写“{quoted}”，表三有 {number} 件申请因逾期未缴费不再处理：可能是通知收费而未收到，"
    "也可能是漏写，请核对",
    "Section 六 says “{quoted}”; table 三 has {number} requests closed for unpaid fees: either "
    "fees were asked for and not paid, or they were left out; please check",
)

RULES = (
    RecordRule(
        id="text.fees_mentioned",
        severity=Severity.WARNING,
        basis=together(
            ogi("42"), instruments(PROCESSING_FEE_MEASURES, confidence=Confidence.VERIFIED)
        ),
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "第六部分写明收取信息处理费的情况，没有收取的也写明；表三有逾期不缴费的，不能写没有收费。",
            "Section 六 states the information processing fees, even when there were none; it does "
            "not deny them where table 三 has requests closed for unpaid fees.",
        ),
        why=Wording(
            "信息处理费的收取情况只在第六部分报告；不写，读者不知道是没有收还是没有报。",
            "Section 6 is the only place where these fees are reported; without a word nobody "
            "knows whether there were none.",
        ),
        mend=Wording(
            "在第六部分写明发出收费通知的件数和收取的金额；没有收取的写明没有。",
            "State in section 6 how many fee notices there were and what was collected; where "
            "there was none, say so.",
        ),
        message=Wording("{said}", "{said}"),
        find=_fees_mentioned,
        of_words=True,
        why_not=_no_fees_asked,
    ),
)
