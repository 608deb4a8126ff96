"""Rules on what the prose says of the cells."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ..editions import edition_due
from ..findings import Finding, Number, Severity
from ..law import PROCESSING_FEE_MEASURES, Confidence, instruments, ogi
from ..reading import Place
from ..records import AnnualReport, ByApplicant, ByResult, ClosedOtherwise
from ..records.applicants import ORGANIZATIONS
from ..records.cells import cell, rows
from ..records.form import columns, parts
from ..wording import Wording
from .vocabulary import Compared, Practice, RecordRule, Subject, label_of

if TYPE_CHECKING:
    from ..claims import Claim, Denial, Share, Statements
    from ..claims.reckoning import Reckoned
    from ..claims.vocabulary import Doubt, Quotation

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
    """Tell whether the prose states cases where the table has none."""
    return claim.stated > 0 and all(value.exact and value.least == 0 for value in values)


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
    together = sum((claim.stated for claim in claims), Decimal(0))
    whole = [reckoned(report, meaning) for meaning in claims[0].meanings]
    if len(claims) > 1 and any(value.exact and value.least == together for value in whole):
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
        places=_places(subject, claim.quotation),
        compared=Compared(first.least, claim.stated),
        says=_says(claim.quotation, claim.stated, _YUAN if money else _CASES),
        has=_has(values),
        apart=_APART.fill(number=abs(claim.stated - first.least)),
        doubt=_doubted(doubt),
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
        places=_places(subject, denial.quotation),
        compared=Compared(first.least, 0),
        says=_QUOTED.fill(quoted=_short(denial.quotation.text)),
        has=_has(values),
        apart=_NOTHING,
        doubt=_doubted(denial.doubt),
    )


def _share(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    for share in _said(subject).shares:
        found = _wrong_share(subject.report, share)
        if found is not None:
            base, percent = found
            yield rule.finding(
                at=share.role,
                places=_places(subject, share.quotation),
                compared=Compared(percent, share.percent),
                quoted=_short(share.quotation.text),
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


def _fees_mentioned(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    from ..claims.fees import fee_statements
    from ..claims.reckoning import reckoned
    from ..claims.vocabulary import Meaning, Term

    statements = fee_statements(subject.report)
    unpaid = reckoned(subject.report, Meaning((Term(_FEE_UNPAID),)))
    cells = unpaid.cells if unpaid.least else ()
    if not statements:
        needed = _NEEDED.fill(number=unpaid.least) if unpaid.least else _NOTHING
        yield rule.finding(at="other_matters", cells=cells, said=_NOT_SAID.fill(needed=needed))
        return
    if not unpaid.least:
        return
    for statement in statements:
        if statement.none_charged or statement.none_collected:
            said = _NONE_SAID if statement.none_charged else _NONE_COLLECTED
            quoted = _short(statement.quotation.text)
            yield rule.finding(
                at="other_matters",
                cells=cells,
                severity=None if statement.none_charged else Severity.NOTE,
                places=_places(subject, statement.quotation),
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


def _places(subject: Subject, quotation: "Quotation") -> Sequence[Place]:
    import attrs

    place = subject.reading and subject.reading.prose.get(quotation.path)
    return (attrs.evolve(place, text=quotation.text),) if place else ()


_SHOWN = 60


def _short(text: str) -> str:
    plain = "".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _says(quotation: "Quotation", stated: Number, unit: Wording) -> Wording:
    return _STATED.fill(quoted=_short(quotation.text), stated=stated, unit=unit)


def _doubted(doubt: "Doubt | None") -> Wording:
    from ..claims.vocabulary import DOUBT_WORDING

    return _NOTHING if doubt is None else _DOUBTED.fill(why=DOUBT_WORDING[doubt])


_ALTERNATIVES = 3


def _has(values: "Iterable[Reckoned]") -> Wording:
    """Return what the table has, by each meaning that has another number."""
    distinct = list({value.least: value for value in reversed(list(values))}.values())[::-1]
    shown = [
        (_AT_LEAST if not value.exact else _EXACTLY).fill(
            label=_label(value.labels), value=value.least
        )
        for value in distinct[:_ALTERNATIVES]
    ]
    return Wording("，或".join(s.zh for s in shown), ", or ".join(s.en for s in shown))


def _label(names: Sequence[tuple[str, bool]]) -> Wording:
    """Return the labels of terms as a sum; those that are taken off follow a minus sign."""
    zh, en = "", ""
    for name, taken_off in names:
        label = _term_label(name)
        sign = "−" if taken_off else "+"
        zh += f" {sign} {label.zh}" if zh else label.zh
        en += f" {sign} {label.en}" if en else label.en
    return Wording(zh, en)


def _term_label(name: str) -> Wording:
    """Return the label of a cell, or of a column over the rows of a group."""
    if cell(name) is not None:
        return label_of(name)
    part, _, column = name.rpartition(".")
    label, layout = _NOTHING, AnnualReport
    for step in part.split("."):
        form = parts(layout)[step]
        label, layout = form.label, form.layouts[-1]
    return _OF_GROUP.fill(label=label, column=_COLUMNS[column])


_COLUMNS = {
    **{name: form.label for name, form in columns(ByApplicant).items()},
    **{name: form.label for name, form in columns(ByResult).items()},
    "organizations": ORGANIZATIONS,
}
_OF_GROUP = Wording("{label} {column}", "{label}, {column}")
_NOTHING = Wording("", "")

_STATED = Wording("正文写{stated}{unit}（“{quoted}”）", "The text says {stated}{unit} (“{quoted}”)")
_QUOTED = Wording("正文写“{quoted}”", "The text says “{quoted}”")
_CASES, _YUAN = _NOTHING, Wording("元", " yuan")
_APART = Wording("，相差 {number}", "; difference {number}")
_EXACTLY = Wording("{label} {value}", "{label}: {value}")
_AT_LEAST = Wording("{label} 至少 {value}", "{label}: at least {value}")
_DOUBTED = Wording("；但{why}，请核对", "; but {why}: please check")
_NOT_SAID = Wording(
    "第六部分没有写收取信息处理费的情况（没有收取的，也应写明）{needed}",
    "Section 六 does not state the information processing fees (when there were none, it says "
    "so){needed}",
)
_NEEDED = Wording(
    "；表三有 {number} 件申请因逾期未缴费不再处理", "; table 三 has {number} requests closed for unpaid fees"
)
_NONE_SAID = Wording(
    "第六部分写“{quoted}”，而表三有 {number} 件申请因逾期未缴费不再处理，可见曾发出收费通知",
    "Section 六 says “{quoted}”, but table 三 has {number} requests closed for unpaid fees, so "
    "fees were asked for",
)
_NONE_COLLECTED = Wording(
    "第六部分写“{quoted}”，表三有 {number} 件申请因逾期未缴费不再处理：可能是通知收费而未收到，也可能"
    "是漏写，请核对",
    "Section 六 says “{quoted}”; table 三 has {number} requests closed for unpaid fees: either "
    "fees were asked for and not paid, or they were left out; please check",
)

_SAYS_OTHERWISE = Wording("{says}，表格为 {has}{apart}{doubt}", "{says}; the tables have {has}{apart}{doubt}")

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
        message=_SAYS_OTHERWISE,
        find=_states_cell,
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
        message=_SAYS_OTHERWISE,
        find=_states_none,
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
        message=Wording(
            "正文写“{quoted}”：{count} 占 {base} 的 {expected}%，不是 {actual}%",
            "The text says “{quoted}”: {count} of {base} is {expected}%, not {actual}%",
        ),
        find=_share,
        why_not=_no_prose,
    ),
    RecordRule(
        id="text.fees_mentioned",
        severity=Severity.WARNING,
        basis=instruments(PROCESSING_FEE_MEASURES, confidence=Confidence.MEMORY),
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "第六部分写明收取信息处理费的情况，没有收取的也写明；表三有逾期不缴费的，不能写没有收费。",
            "Section 六 states the information processing fees, even when there were none; it does "
            "not deny them where table 三 has requests closed for unpaid fees.",
        ),
        message=Wording("{said}", "{said}"),
        find=_fees_mentioned,
        why_not=_no_fees_asked,
    ),
)
