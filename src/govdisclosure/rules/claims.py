"""Rules on what the prose says of the cells."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from ..findings import Finding, Number, Severity
from ..law import ogi
from ..records import AnnualReport
from ..wording import Wording
from . import processing_fees
from .quoting import APART, CASES, NOTHING, YUAN, doubted, has, places, quoted, says
from .vocabulary import Compared, Practice, RecordRule, Subject

if TYPE_CHECKING:
    from ..claims import Claim, Denial, Share, Statements
    from ..claims.reckoning import Reckoned
    from ..claims.vocabulary import Doubt

_SECTIONS = ("overview", "problems", "other_matters")


def _no_prose(subject: Subject) -> Wording | None:
    report = subject.report
    if any(getattr(report, name) is not None for name in _SECTIONS):
        return None
    return _NO_PROSE


_NO_PROSE = Wording("报告没有正文", "the report has no text")


def _said(subject: Subject) -> "Statements":
    from ..claims import stated_in

    return stated_in(subject.report)


def _states_cell(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    for claim, values, doubt in _contradicted(subject):
        if not _none_there(claim, values):
            yield _of_claim(rule, subject, claim, values, doubt)


def _states_none(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    for claim, values, doubt in _contradicted(subject):
        if _none_there(claim, values):
            yield _of_claim(rule, subject, claim, values, doubt)
    for denial in _said(subject).denials:
        found = _not_none(rule, subject, denial)
        if found is not None:
            yield found


def _none_there(claim: "Claim", values: "Sequence[Reckoned]") -> bool:
    """Tell whether the prose states requests or cases where the table has none at all."""
    from ..claims.meanings import WHOLES

    none = all(value.exact and value.least == 0 for value in values)
    return claim.role in WHOLES and none


_Contradicted = tuple["Claim", Sequence["Reckoned"], "Doubt | None"]


def _contradicted(subject: Subject) -> Iterator[_Contradicted]:
    """Iterate over the claims that no meaning makes true, with what the table has instead."""
    about: dict[object, list[Claim]] = {}
    for claim in _said(subject).claims:
        about.setdefault(claim.subject, []).append(claim)
    for claims in about.values():
        yield from _of_one_subject(subject.report, claims)


def _of_one_subject(report: AnnualReport, claims: "list[Claim]") -> Iterator[_Contradicted]:
    from ..claims.reckoning import agrees, may_be, reckoned
    from ..claims.vocabulary import Doubt

    wrong = [claim for claim in claims if not may_be(report, claim, claim.meanings)]
    if not wrong:
        return
    confirmed = any(agrees(report, claim) for claim in claims)
    stated = sum(claim.stated for claim in claims)
    rounded = sum((claim.rounded or Decimal(0) for claim in claims), Decimal(0))
    together = attrs.evolve(claims[0], stated=stated, rounded=rounded)
    meanings = dict.fromkeys(meaning for claim in claims for meaning in claim.meanings)
    if may_be(report, together, tuple(meanings)):
        return
    for claim in wrong:
        values = [reckoned(report, meaning) for meaning in claim.meanings]
        doubt = claim.doubt
        if doubt is None and confirmed and claim.stated < max(v.least for v in values):
            doubt = Doubt.PART
        yield claim, values, doubt


def _of_claim(
    rule: RecordRule,
    subject: Subject,
    claim: "Claim",
    values: "Sequence[Reckoned]",
    doubt: "Doubt | None",
) -> Finding:
    first = values[0]
    money = claim.rounded is not None
    return rule.finding(
        at=claim.role,
        cells=first.cells,
        severity=None if doubt is None else Severity.NOTE,
        places=places(subject, claim.quotation),
        compared=Compared(first.least, claim.stated),
        says=says(claim.quotation, claim.stated, YUAN if money else CASES),
        has=has(values),
        apart=APART.fill(number=abs(claim.stated - first.least)),
        doubt=doubted(doubt),
    )


def _not_none(rule: RecordRule, subject: Subject, denial: "Denial") -> Finding | None:
    from ..claims.reckoning import reckoned

    values = [reckoned(subject.report, meaning) for meaning in denial.meanings]
    if any(value.least == 0 for value in values):
        return None
    first = values[0]
    return rule.finding(
        at=denial.role,
        cells=first.cells,
        severity=None if denial.doubt is None else Severity.NOTE,
        places=places(subject, denial.quotation),
        compared=Compared(first.least, 0),
        says=quoted(denial.quotation),
        has=has(values),
        apart=NOTHING,
        doubt=doubted(denial.doubt),
    )


def _share(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    for share in _said(subject).shares:
        found = _wrong_share(subject.report, share)
        if found is not None:
            base, percent = found
            yield rule.finding(
                at=share.role,
                places=places(subject, share.quotation),
                compared=Compared(percent, share.percent),
                says=quoted(share.quotation),
                count=share.count,
                base=base,
            )


def _wrong_share(report: AnnualReport, share: "Share") -> tuple[Number, Decimal] | None:
    """Return a base and the right percentage, None if the share is right of some base."""
    from ..claims.reckoning import reckoned

    known = [value for value in (reckoned(report, base) for base in share.bases) if value.exact]
    bases = [*reversed(share.stated_bases), *(value.least for value in known)]
    bases = [base for base in bases if base >= share.count and base > 0]
    if not bases or (not share.stated_bases and len(known) < len(share.bases)):
        return None
    digits = -int(share.percent.as_tuple().exponent)
    half = Decimal(5).scaleb(-digits - 1)
    if any(abs(_percent(share.count, base) - share.percent) <= half for base in bases):
        return None
    return bases[0], round(_percent(share.count, bases[0]), max(digits, 1) + 1)


def _percent(count: Number, base: Number) -> Decimal:
    return 100 * Decimal(count) / Decimal(base)


_SAYS_OTHERWISE = Wording(
    "{says}，表格为 {has}{apart}{doubt}", "{says}; the tables have {has}{apart}{doubt}"
)

RULES = (
    RecordRule(
        id="text.states_cell",
        severity=Severity.ERROR,
        basis=ogi("50(1), 50(2), 50(3)"),
        confidence=Practice.SURELY,
        sentences=Wording(
            "正文所写的数与表格中相应单元格一致；可能另有所指的，只作提示。",
            "A number that the text states for cells of the tables is theirs; where it may mean "
            "something else, it is only noted.",
        ),
        why=Wording(
            "同一份报告里，正文和表格的数不一致，读者不知道该信哪一个；这是报告被退回的常见原因。",
            "Where text and tables of one report differ, readers do not know which to believe; "
            "such reports are sent back.",
        ),
        mend=Wording(
            "与台账核对，改正错的一处；正文说的是另一个范围的（如本级），把范围写清楚。",
            "Compare with the register and correct the one that is wrong; if the text speaks of a "
            "narrower scope, such as the own office, say so.",
        ),
        message=_SAYS_OTHERWISE,
        find=_states_cell,
        of_words=True,
        why_not=_no_prose,
    ),
    RecordRule(
        id="text.states_none",
        severity=Severity.ERROR,
        basis=ogi("50(2), 50(3)"),
        confidence=Practice.SURELY,
        sentences=Wording(
            "正文写没有的（申请、行政复议、行政诉讼），表格为零；表格为零的，正文不写有。",
            "What the text says there was none of (requests, reconsiderations, lawsuits) is zero "
            "in the tables, and the text states none of what is zero there.",
        ),
        why=Wording(
            "正文写没有而表格有数，或者反过来，总有一处是沿用旧文字或填错了。",
            "Where the text says none and the table has a number, or the reverse, one of them was "
            "carried over or is a slip.",
        ),
        mend=Wording(
            "与台账核对，改正文字或表格。",
            "Compare with the register, and correct the text or the table.",
        ),
        message=_SAYS_OTHERWISE,
        find=_states_none,
        of_words=True,
        why_not=_no_prose,
    ),
    RecordRule(
        id="text.share",
        severity=Severity.WARNING,
        basis=ogi("50(2), 50(3)"),
        confidence=Practice.SURELY,
        sentences=Wording(
            "件数旁边写的百分比，等于该数与总数之比，误差不超过末位的半个单位。",
            "A percentage beside a count is that count's share of the whole, within half a unit of "
            "its last decimal.",
        ),
        why=Wording(
            "百分比是由两个数算出来的；算不出来，说明其中一个数变过而百分比没有改。",
            "A percentage follows from two counts; where it does not, one of them was changed and "
            "the percentage was not.",
        ),
        mend=Wording(
            "用两个数重新计算；写明百分比的分母是什么。",
            "Work it out again from the two counts, and say of what it is a share.",
        ),
        message=Wording(
            "{says}：{count} 占 {base} 的 {expected}%，不是 {actual}%",
            "{says}: {count} of {base} is {expected}%, not {actual}%",
        ),
        find=_share,
        of_words=True,
        why_not=_no_prose,
    ),
    *processing_fees.RULES,
)
