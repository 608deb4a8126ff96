"""Rules on single cells."""

from collections.abc import Iterator, Sequence

from ..findings import Finding, Severity
from ..law import FORM, FORM_NOTICE_2021, Confidence, instruments, none, ogi
from ..reading import Place, Reading, Reason
from ..records import AgencyKind, AnnualReport, FeesCollected, Kind, Level, Unit
from ..records.cells import cell
from ..records.form import parts
from ..wording import Wording
from .vocabulary import Practice, RecordRule, Subject, label_of, labels_of, table_label


def _not_a_count(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    if subject.reading is None:
        return
    for entry in subject.reading.unplaced:
        if entry.reason is Reason.NOT_A_NUMBER and entry.cell is not None:
            found = cell(entry.cell)
            expected = (found.kind if found else Kind.COUNT).expected
            yield rule.finding(
                at=entry.cell,
                cells=[entry.cell],
                label=label_of(entry.cell),
                text=entry.place.text,
                expected_kind=expected,
            )


def _blank(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    reading = subject.reading
    lost = set(reading.missing) if reading else set()
    by_row = {} if reading is None else _apart_from_labels(reading)
    unread = {entry.cell for entry in reading.unplaced if entry.cell} - lost if reading else set()
    for table in parts(AnnualReport):
        blank = [
            address
            for address in subject.blanks
            if address.startswith(table + ".") and address not in unread
        ]
        if not blank:
            continue
        rows = [address.rpartition(".")[0] for address in blank]
        seen = [row for row in rows if row in by_row]
        gone = [a for a, row in zip(blank, rows, strict=True) if a in lost and row not in by_row]
        said = _SOME_LOST.fill(number=len(gone)) if gone else Wording("", "")
        if seen:
            label_seen = _LABEL_SEEN.fill(number=len(seen), place=by_row[seen[0]].wording)
            said = Wording(said.zh + label_seen.zh, said.en + label_seen.en)
        yield rule.finding(
            at=table,
            cells=blank,
            table=table_label(table),
            number=len(blank),
            labels=labels_of(blank),
            lost=said,
        )


def _apart_from_labels(reading: Reading) -> dict[str, Place]:
    """Return where the numbers of rows begin that are known by their labels alone."""
    told = [e for e in reading.unplaced if e.row and e.reason is Reason.NO_COLUMN]
    return {entry.row: entry.place for entry in reversed(told) if entry.row}


_SOME_LOST = Wording(
    "；其中 {number} 个在读取中丢失，不一定是空白",
    "; {number} of them were lost in reading, so may not be blank",
)
_LABEL_SEEN = Wording(
    "；其中 {number} 个所在的行，标签找到了，数字没能归位（{place}起）：各列请用表格或制表符分开",
    "; of {number} the label of the row is there, and its numbers could not be told apart (from "
    "{place} on): separate the columns by a table or by tabs",
)

_TIMES_LOW, _TIMES_HIGH = 5_000, 20_000


def _fee_unit(rule: RecordRule, subject: Subject) -> Sequence[Finding]:
    table = subject.report.proactive_disclosure
    if table is None:
        return ()
    fees, procurement = table.fees, table.procurement
    found: list[Finding] = []
    if isinstance(fees, FeesCollected):
        why = _unit_of(fees, subject.prior)
        if why is not None:
            found.append(_doubt(rule, "fees", why))
    if procurement is not None and procurement.unit is None and procurement.amount:
        found.append(_doubt(rule, "procurement", _UNIT_UNKNOWN))
    return found


def _doubt(rule: RecordRule, row: str, why: Wording) -> Finding:
    address = f"proactive_disclosure.{row}.amount"
    return rule.finding(at=row, cells=[address], label=label_of(address), why=why)


def _unit_of(fees: FeesCollected, prior: AnnualReport | None) -> Wording | None:
    """Return what is doubtful about the unit of the fees, None if nothing is."""
    if fees.unit is not Unit.TEN_THOUSAND_YUAN:
        return _UNIT_PRINTED.fill(unit=fees.unit)
    if prior is None or not fees.amount:
        return None
    before = prior.get("proactive_disclosure.fees")
    if not isinstance(before, FeesCollected) or not before.amount:
        return None
    times = fees.amount / before.amount * (10_000 if before.unit is Unit.YUAN else 1)
    return _UNIT_SUSPECT.fill(times=round(times)) if _TIMES_LOW <= times <= _TIMES_HIGH else None


_UNIT_UNKNOWN = Wording("没有写明单位（元或万元）", "the unit is not printed (元 or 万元)")
_UNIT_PRINTED = Wording(
    "格式要求以万元为单位，报告写的是{unit}", "the form asks for 万元, the report says {unit}"
)
_UNIT_SUSPECT = Wording(
    "是上年的约 {times} 倍，可能误以元为单位",
    "about {times} times last year's; perhaps given in 元",
)


def _rule_making_power(rule: RecordRule, subject: Subject) -> Sequence[Finding]:
    agency, table = subject.report.agency, subject.report.proactive_disclosure
    found = table.government_rules if table is not None else None
    if found is None or not cannot_make_rules(agency.kind, agency.level):
        return ()
    if agency.name in subject.profile.rule_making_bodies:
        return ()
    prefix = "proactive_disclosure.government_rules."
    wrong = [a for a, v in subject.report.cells() if a.startswith(prefix) and v]
    if not wrong:
        return ()
    numbers = "、".join(str(subject.report.get(address)) for address in wrong)
    return [rule.finding(at="government_rules", cells=wrong, numbers=numbers)]


_NO_BODY_OF = frozenset({Level.TOWNSHIP, Level.COUNTY})
_NO_DEPARTMENT_OF = frozenset({Level.CITY, Level.PROVINCE})


def cannot_make_rules(kind: AgencyKind | None, level: Level | None) -> bool:
    """Tell whether a body of this kind and level has no power to make government rules."""
    return level in _NO_BODY_OF or (level in _NO_DEPARTMENT_OF and kind is AgencyKind.DEPARTMENT)


RULES = (
    RecordRule(
        id="cell.not_a_count",
        severity=Severity.ERROR,
        basis=FORM,
        confidence=Practice.SURELY,
        sentences=Wording(
            "数量单元格填非负整数；“本年增/减”可为负数；金额填非负数。",
            "A cell that counts holds a whole number, not negative; a change may be negative; an "
            "amount is a number, not negative.",
        ),
        why=Wording(
            "统计单元格要逐格核对、逐级相加。文字、小数或负数不能参与计算，也不能当作 0。",
            "Statistical cells are checked and added up one by one. Text, a fraction or a "
            "negative number cannot be added, and must not be taken for 0.",
        ),
        mend=Wording(
            "单元格里只填数字；单位和说明移到表头或表外；没有发生的填 0。",
            "Put nothing but the number into the cell, move units and remarks to the head of the "
            "column or below the table, and enter 0 where nothing happened.",
        ),
        message=Wording(
            "{label}：“{text}”不是可填的数（要求{expected_kind}）",
            "{label}: “{text}” is not a number for this cell (expected {expected_kind})",
        ),
        find=_not_a_count,
        of_reading=True,
    ),
    RecordRule(
        id="cell.blank",
        severity=Severity.WARNING,
        basis=none(
            "没有全国性文件规定空白即为 0；空白按未知处理",
            "no national text says that a blank is 0; a blank is treated as unknown",
        ),
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "统计单元格不应空白，也不应填“/”“—”或“不适用”；没有发生的填 0。",
            "A statistical cell is not blank, “/”, “—” or 不适用; where nothing happened it is 0.",
        ),
        why=Wording(
            "空白可能是没有发生，也可能是漏填。这里不作猜测，按未知数处理，所以含有空白的勾稽关系"
            "常常无法确定。",
            "A blank may mean that nothing happened, or that a number was forgotten. It is not "
            "guessed here but treated as unknown, so relations with blanks often cannot be "
            "decided.",
        ),
        mend=Wording(
            "没有发生的填 0，漏填的补上数字；“/”“—”“不适用”同样改为 0 或实际数字。",
            "Enter 0 where nothing happened and the number where one was forgotten; replace “/”, "
            "“—” and 不适用 in the same way.",
        ),
        message=Wording(
            "{table}：{number} 个单元格空白：{labels}{lost}",
            "{table}: blank cells ({number}): {labels}{lost}",
        ),
        find=_blank,
        only_with_blanks=True,
    ),
    RecordRule(
        id="cell.fee_unit",
        severity=Severity.WARNING,
        basis=instruments(FORM_NOTICE_2021, confidence=Confidence.EXCERPT),
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "行政事业性收费以万元为单位；采购总金额应写明单位。",
            "Fees are given in 万元 (10,000 yuan); the unit of the procurement total is printed.",
        ),
        why=Wording(
            "把元当成万元（或者相反），金额就相差一万倍；一份报告填错，整个汇总数都会失真。",
            "Taking 元 for 万元, or the other way round, makes an amount wrong by a factor of "
            "10,000; one such report spoils the sum over all of them.",
        ),
        mend=Wording(
            "与财务数字核对；收费金额换算为万元填写（1 万元等于 10,000 元），采购总金额在表头写明"
            "单位。",
            "Compare with the accounts; state fees in 万元 (1 万元 is 10,000 元), and print the "
            "unit of the procurement total in the head of its column.",
        ),
        message=Wording("{label}：{why}", "{label}: {why}"),
        find=_fee_unit,
    ),
    RecordRule(
        id="proactive.rule_making_power",
        severity=Severity.WARNING,
        basis=ogi("20(1)"),
        confidence=Practice.SURELY,
        sentences=Wording(
            "没有规章制定权的机关（乡镇、街道、县级机关、一般部门）“规章”一行应为 0。",
            "A body without the power to make government rules (township, subdistrict, county, "
            "ordinary bureau) has 0 in their row.",
        ),
        why=Wording(
            "规章只能由国务院部门、省级政府和设区的市、自治州的政府制定。其他机关填了数，多半是把"
            "规范性文件填进了规章一行。",
            "Only departments of the State Council, provincial governments and governments of "
            "cities with districts and autonomous prefectures make government rules. Where "
            "another body states some, normative documents were probably entered in the wrong "
            "row.",
        ),
        mend=Wording(
            "核对这些文件：属于规范性文件的，移到规范性文件一行；规章一行填 0。确有规章制定权的，"
            "在配置文件中列明该机关。",
            "Look at the documents: move normative documents to their own row, and enter 0 for "
            "rules. If the body does have the power, name it in a profile.",
        ),
        message=Wording(
            "表二 规章：本机关没有规章制定权，却填了 {numbers}",
            "Table 2, government rules: the body has no power to make any, but states {numbers}",
        ),
        find=_rule_making_power,
    ),
)
