"""The rules on single cells: blanks, what is no number, units of money, rule-making power."""

import re
from decimal import Decimal

import attrs
import pytest
from hypothesis import given

import govdisclosure as gd
from govdisclosure.strategies import any_reports

FEES, PROCUREMENT = "proactive_disclosure.fees", "proactive_disclosure.procurement"
RULES_ROW = "proactive_disclosure.government_rules"
TABLES = ["proactive_disclosure", "requests", "remedies"]
FORM = gd.AnnualReport.blank_form("2021", fill=0)
FORM_2019 = gd.AnnualReport.blank_form("2019", fill=0)


def found(rule, report, **others):
    return [f for f in gd.check(report, **others).findings if f.rule == rule]


def numbers(text):
    return re.findall(r"\d+", text)


# ---- cell.blank


@given(any_reports())
def test_each_table_with_blanks_is_one_warning_that_lists_them(report):
    blanks = [address for address, value in report.cells() if value is None]
    findings = found("cell.blank", report)
    assert [cell for finding in findings for cell in finding.cells] == blanks
    tables = [address.split(".")[0] for address in blanks]
    assert [finding.at for finding in findings] == list(dict.fromkeys(tables))
    assert {finding.severity for finding in findings} <= {gd.Severity.WARNING}


@pytest.mark.parametrize("form", [FORM, FORM_2019])
def test_a_single_blank_is_found_wherever_it_stands(form):
    for address, _ in form.cells():
        (finding,) = found("cell.blank", form.replace({address: None}))
        assert finding.cells == (address,)


def test_an_empty_form_is_one_warning_a_table():
    assert [f.at for f in found("cell.blank", gd.AnnualReport.blank_form("2019"))] == TABLES


@pytest.mark.parametrize("form", [FORM, FORM_2019, gd.AnnualReport()])
def test_a_zero_is_no_blank_and_neither_is_a_table_that_is_not_there(form):
    assert not found("cell.blank", form)


BLANKS = [f"remedies.reconsideration.{name}" for name in ("upheld", "other", "pending")]


def test_the_message_says_how_many_are_blank_and_which():
    (finding,) = found("cell.blank", FORM.replace(dict.fromkeys(BLANKS)))
    labels = {cell.address: (cell.zh, cell.en) for cell in gd.cells()}
    for language, text in enumerate((finding.message.zh, finding.message.en)):
        assert numbers(text) == ["3"]
        assert all(labels[cell][language] in text for cell in BLANKS)


def test_the_message_says_in_which_table_they_are():
    findings = found("cell.blank", gd.AnnualReport.blank_form("2021"))
    for finding, said in zip(
        findings, ("主动公开政府信息", "政府信息公开申请", "行政诉讼"), strict=True
    ):
        assert said in finding.message.zh.split("：")[0]


def test_a_long_list_of_blanks_is_cut_short_in_the_message_but_not_in_the_cells():
    (finding,) = (
        f for f in found("cell.blank", gd.AnnualReport.blank_form("2021")) if f.at == TABLES[1]
    )
    assert len(finding.cells) == 175
    assert len(finding.message.en) < 600
    assert "and 169 more" in finding.message.en


def test_blanks_that_the_reading_lost_are_said_to_be_lost():
    report = FORM.replace(dict.fromkeys(BLANKS))
    (read,) = found("cell.blank", gd.Reading(report=report))
    (lost,) = found(
        "cell.blank", gd.Reading(report=report, missing=(BLANKS[0], BLANKS[2], "requests"))
    )
    assert lost.cells == read.cells == tuple(BLANKS)
    for text, without in ((lost.message.zh, read.message.zh), (lost.message.en, read.message.en)):
        assert text.startswith(without)
        assert numbers(text) == ["3", "2"]


def test_a_cell_that_holds_something_else_is_not_called_blank_as_well():
    reading = gd.Reading(
        report=FORM.replace(dict.fromkeys(BLANKS)), unplaced=(not_a_number(BLANKS[1], "若干"),)
    )
    (blank,) = found("cell.blank", reading)
    assert blank.cells == (BLANKS[0], BLANKS[2])
    (other,) = found("cell.not_a_count", reading)
    assert other.cells == (BLANKS[1],)


def _by_row(reason):
    place = gd.Place(text="0", line=39, column=2)
    return gd.Unplaced(place=place, reason=reason, row=BLANKS[0].rpartition(".")[0])


def test_a_blank_whose_rows_label_is_there_says_so_and_where_its_numbers_stand():
    report = FORM.replace({BLANKS[0]: None})
    reading = gd.Reading(
        report=report, missing=(BLANKS[0],), unplaced=(_by_row(gd.Reason.NO_COLUMN),)
    )
    (blank,) = found("cell.blank", reading)
    assert blank.cells == (BLANKS[0],)
    assert "标签找到了" in blank.message.zh
    assert "第39行第2列" in blank.message.zh
    assert "the label of the row is there" in blank.message.en
    assert "lost in reading" not in blank.message.en


def test_a_row_that_stands_twice_is_not_said_to_need_columns():
    report = FORM.replace({BLANKS[0]: None})
    reading = gd.Reading(report=report, missing=(BLANKS[0],), unplaced=(_by_row(gd.Reason.TWICE),))
    (blank,) = found("cell.blank", reading)
    assert "标签找到了" not in blank.message.zh


# ---- cell.not_a_count


def not_a_number(cell, text):
    return gd.Unplaced(
        place=gd.Place(text=text, line=12, column=4), reason=gd.Reason.NOT_A_NUMBER, cell=cell
    )


@pytest.mark.parametrize(
    ("cell", "text", "kind"),
    [
        ("requests.received.total", "1.5", gd.Kind.COUNT),
        ("requests.received.total", "-1", gd.Kind.COUNT),
        ("requests.carried_out.enterprise", "若干", gd.Kind.COUNT),
        ("proactive_disclosure.licensing.change", "增加三项左右", gd.Kind.CHANGE),
        (f"{FEES}.amount", "-10", gd.Kind.AMOUNT),
        ("requests.received.a_column_of_its_own", "若干", gd.Kind.COUNT),
    ],
)
def test_what_is_no_number_for_its_cell_is_an_error_that_shows_it_and_what_may_stand_there(
    cell, text, kind
):
    entry = not_a_number(cell, text)
    reading = gd.Reading(report=FORM, places={cell: entry.place}, unplaced=(entry,))
    (finding,) = found("cell.not_a_count", reading)
    assert (finding.at, finding.cells) == (cell, (cell,))
    assert finding.places == (attrs.evolve(entry.place, cell=cell),)
    assert finding.severity is gd.Severity.ERROR
    assert text in finding.message.zh
    assert text in finding.message.en
    assert kind.expected.zh in finding.message.zh
    assert kind.expected.en in finding.message.en


def test_every_cell_with_something_else_in_it_is_a_finding_of_its_own():
    cells = ["requests.received.total", "remedies.reconsideration.total"]
    unplaced = tuple(not_a_number(cell, "x") for cell in reversed(cells))
    findings = found("cell.not_a_count", gd.Reading(report=FORM, unplaced=unplaced))
    assert [finding.at for finding in findings] == cells


@pytest.mark.parametrize("reason", [r for r in gd.Reason if r is not gd.Reason.NOT_A_NUMBER])
def test_what_found_no_place_for_another_reason_is_not_called_a_wrong_number(reason):
    entry = attrs.evolve(not_a_number("requests.received.total", "3"), reason=reason)
    assert not found("cell.not_a_count", gd.Reading(report=FORM, unplaced=(entry,)))


def test_what_belongs_to_no_known_cell_is_not_called_a_wrong_number():
    assert not found(
        "cell.not_a_count", gd.Reading(report=FORM, unplaced=(not_a_number(None, "x"),))
    )


# ---- cell.fee_unit


def with_fees(amount, unit=gd.Unit.TEN_THOUSAND_YUAN):
    return FORM.replace({FEES: gd.FeesCollected(amount=amount and Decimal(amount), unit=unit)})


@pytest.mark.parametrize("amount", ["3415.74", "0", None])
def test_fees_in_yuan_are_a_warning_whatever_the_amount(amount):
    (finding,) = found("cell.fee_unit", with_fees(amount, gd.Unit.YUAN))
    assert (finding.at, finding.cells) == ("fees", (f"{FEES}.amount",))
    assert finding.severity is gd.Severity.WARNING
    assert gd.Unit.YUAN in finding.message.zh
    assert gd.Unit.YUAN in finding.message.en


@pytest.mark.parametrize("report", [with_fees("3415.74"), FORM.replace({FEES: None}), FORM_2019])
def test_fees_in_ten_thousand_yuan_are_right_and_so_is_a_report_that_states_none(report):
    assert not found("cell.fee_unit", report)


@pytest.mark.parametrize(
    ("amount", "suspect"),
    [
        ("499.999999", False),
        ("500", True),
        ("1000.5", True),
        ("2000", True),
        ("2000.000001", False),
        ("0.1", False),
        ("0", False),
        (None, False),
    ],
)
def test_fees_5000_to_20000_times_those_of_the_year_before_may_be_in_yuan(amount, suspect):
    findings = found("cell.fee_unit", with_fees(amount), prior=with_fees("0.1"))
    assert bool(findings) is suspect


def test_the_message_says_how_many_times_as_much_it_is():
    (finding,) = found("cell.fee_unit", with_fees("120034"), prior=with_fees("12"))
    assert "10003" in numbers(finding.message.zh)
    assert "10003" in numbers(finding.message.en)


@pytest.mark.parametrize(
    "prior",
    [
        with_fees("0"),
        with_fees(None),
        FORM.replace({FEES: None}),
        FORM.replace({"proactive_disclosure": None}),
        FORM_2019,
    ],
)
def test_without_an_amount_of_the_year_before_there_is_nothing_to_compare_with(prior):
    assert not found("cell.fee_unit", with_fees("10000"), prior=prior)


@pytest.mark.parametrize(
    ("amount", "suspect"),
    [("3000000", False), ("300", False), ("1500", True), ("6000", True), ("6001", False)],
)
def test_amounts_are_compared_as_money_if_the_year_before_was_printed_in_yuan(amount, suspect):
    """3000 yuan of last year are 0.3 of this year's 10,000 yuan."""
    findings = found("cell.fee_unit", with_fees(amount), prior=with_fees("3000", gd.Unit.YUAN))
    assert bool(findings) is suspect


def test_the_report_of_another_year_is_not_compared_with():
    report, prior = with_fees("1000").replace({"year": 2023}), with_fees("0.1")
    assert found("cell.fee_unit", report, prior=prior.replace({"year": 2022}))
    assert not found("cell.fee_unit", report, prior=prior.replace({"year": 2021}))


def with_procurement(amount, unit):
    row = gd.Procurement(projects=1, amount=amount and Decimal(amount), unit=unit)
    return FORM_2019.replace({PROCUREMENT: row})


def test_a_procurement_total_without_a_unit_is_a_warning():
    (finding,) = found("cell.fee_unit", with_procurement("12.5", None))
    assert (finding.at, finding.cells) == ("procurement", (f"{PROCUREMENT}.amount",))
    assert finding.severity is gd.Severity.WARNING


@pytest.mark.parametrize(
    ("amount", "unit"),
    [("12.5", gd.Unit.YUAN), ("12.5", gd.Unit.TEN_THOUSAND_YUAN), ("0", None), (None, None)],
)
def test_a_procurement_total_with_a_unit_or_of_nothing_is_right(amount, unit):
    assert not found("cell.fee_unit", with_procurement(amount, unit))


def test_fees_and_procurement_are_two_findings():
    report = with_procurement("1", None).replace({FEES: gd.FeesCollected(unit=gd.Unit.YUAN)})
    assert [f.at for f in found("cell.fee_unit", report)] == ["fees", "procurement"]


# ---- proactive.rule_making_power

WITHOUT_POWER = {
    *(
        (kind, level)
        for kind in (None, *gd.AgencyKind)
        for level in (gd.Level.COUNTY, gd.Level.TOWNSHIP)
    ),
    (gd.AgencyKind.DEPARTMENT, gd.Level.CITY),
    (gd.AgencyKind.DEPARTMENT, gd.Level.PROVINCE),
}
"""Townships, counties, their bodies, and ordinary bureaus. Departments of the State Council,
provinces and cities have the power; of a body that is not known nothing is said."""


@pytest.mark.parametrize("kind", [None, *gd.AgencyKind])
@pytest.mark.parametrize("level", [None, *gd.Level])
def test_only_a_body_without_rule_making_power_is_asked_about_its_rules(kind, level):
    agency = gd.Agency(kind=kind, level=level)
    report = FORM.replace({f"{RULES_ROW}.in_force": 6, "agency": agency})
    expected = [gd.Severity.WARNING] if (kind, level) in WITHOUT_POWER else []
    assert [f.severity for f in found("proactive.rule_making_power", report)] == expected


TOWNSHIP = gd.Agency(kind=gd.AgencyKind.GOVERNMENT, level=gd.Level.TOWNSHIP)


@pytest.mark.parametrize("form", [FORM, FORM_2019])
def test_any_number_of_rules_is_one_too_many_and_all_are_shown(form):
    columns = list(attrs.fields_dict(type(form.get(RULES_ROW))))
    for i, column in enumerate(columns):
        report = form.replace({"agency": TOWNSHIP, f"{RULES_ROW}.{column}": 17 + i})
        (finding,) = found("proactive.rule_making_power", report)
        assert finding.cells == (f"{RULES_ROW}.{column}",)
    numbered = {f"{RULES_ROW}.{column}": 17 + i for i, column in enumerate(columns)}
    (finding,) = found(
        "proactive.rule_making_power", form.replace({"agency": TOWNSHIP, **numbered})
    )
    assert finding.cells == tuple(numbered)
    for text in (finding.message.zh, finding.message.en):
        assert set(numbers(text)) >= {"17", "18", "19"}


@pytest.mark.parametrize(
    "row",
    [
        None,
        gd.DocumentsInForce(),
        gd.DocumentsInForce(issued=0, repealed=0, in_force=0),
        gd.DocumentsPublished(),
    ],
)
def test_no_rules_no_row_or_a_blank_is_fine(row):
    report = FORM.replace({"agency": TOWNSHIP, RULES_ROW: row})
    assert not found("proactive.rule_making_power", report)


def test_normative_documents_need_no_rule_making_power():
    report = FORM.replace(
        {"agency": TOWNSHIP, "proactive_disclosure.normative_documents.in_force": 6}
    )
    assert not found("proactive.rule_making_power", report)
