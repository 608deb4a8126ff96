"""The rules on the form itself: rows of the other edition, and what is not there at all."""

import attrs
import pytest

import govdisclosure as gd
from running import GOOD

TABLE_2, CLOSED = "proactive_disclosure", "requests.outcomes.closed_otherwise"
FORMS = {name: gd.AnnualReport.blank_form(name, fill=0) for name in ("2019", "2021")}
YEARS = {"2019": (2019, 2020), "2021": (2021, 2022, 2025)}
WRONG_YEARS = {"2019": (2021, 2023, 2025), "2021": (2019, 2020)}


def pairs(years):
    return [(edition, year) for edition, found in years.items() for year in found]


def found(rule, report):
    return [f for f in gd.check(report).findings if f.rule == rule]


def parts_of(report):
    """The addresses of all tables, groups, blocks and rows that a report has."""
    cells = [address for address, _ in report.cells()]
    return list(
        dict.fromkeys(
            ".".join(address.split(".")[:depth])
            for address in cells
            for depth in range(1, address.count(".") + 1)
        )
    )


def cells_below(report, part):
    return tuple(address for address, _ in report.cells() if address.startswith(f"{part}."))


# ---- form.edition


@pytest.mark.parametrize(("edition", "year"), pairs(YEARS))
def test_a_report_in_the_edition_of_its_year_is_right(edition, year):
    assert not found("form.edition", FORMS[edition].replace({"year": year}))


@pytest.mark.parametrize(("edition", "year"), pairs(WRONG_YEARS))
def test_a_report_in_the_other_edition_is_one_warning_for_each_table_that_differs(edition, year):
    findings = found("form.edition", FORMS[edition].replace({"year": year}))
    assert [finding.at for finding in findings] == [TABLE_2, "requests"]
    for finding in findings:
        assert finding.severity is gd.Severity.WARNING
        for text in (finding.message.zh, finding.message.en):
            assert str(year) in text
            assert ("2021" if edition == "2019" else "2019") in text
    assert findings[0].cells == cells_below(FORMS[edition], TABLE_2)
    assert findings[1].cells == cells_below(FORMS[edition], CLOSED)


@pytest.mark.parametrize("row", ["licensing", "government_rules", "fees"])
def test_one_row_of_the_other_edition_is_named_and_no_other(row):
    address = f"{TABLE_2}.{row}"
    report = FORMS["2021"].replace({"year": 2023, address: FORMS["2019"].get(address)})
    (finding,) = found("form.edition", report)
    assert finding.cells == cells_below(report, address)
    assert LABELS[row].zh in finding.message.zh
    assert LABELS[row].en in finding.message.en
    for other in LABELS.keys() - {row}:
        assert LABELS[other].zh not in finding.message.zh
        assert LABELS[other].en not in finding.message.en


LABELS = {
    "government_rules": gd.Wording("规章", "Government rules"),
    "licensing": gd.Wording("行政许可", "Administrative licensing"),
    "penalties": gd.Wording("行政处罚", "Administrative penalties"),
    "compulsion": gd.Wording("行政强制", "Administrative compulsion"),
    "fees": gd.Wording("行政事业性收费", "Administrative and institutional fees"),
}


@pytest.mark.parametrize("edition", FORMS)
def test_the_group_that_is_one_row_or_three_is_named_once_by_its_own_label(edition):
    (year, *_) = WRONG_YEARS[edition]
    (finding,) = (
        f
        for f in found("form.edition", FORMS[edition].replace({"year": year}))
        if f.at == "requests"
    )
    assert finding.message.zh.count("其他处理") == 1
    assert finding.message.en.count("Closed otherwise") == 1


@pytest.mark.parametrize("row", ["other_services", "procurement"])
def test_a_row_that_the_form_of_the_year_no_longer_has_is_of_the_other_edition(row):
    address = f"{TABLE_2}.{row}"
    report = FORMS["2021"].replace({"year": 2023, address: FORMS["2019"].get(address)})
    (finding,) = found("form.edition", report)
    assert finding.cells == cells_below(report, address)


@pytest.mark.parametrize("year", [2020, 2023])
def test_a_layout_that_no_edition_asks_for_is_never_the_one_due(year):
    """Real reports print 其他对外管理服务事项 with the single column of 2021."""
    edition = "2019" if year < 2021 else "2021"
    report = FORMS[edition].replace({"year": year, f"{TABLE_2}.other_services": gd.Decisions()})
    (finding,) = found("form.edition", report)
    assert finding.cells == (f"{TABLE_2}.other_services.decisions",)


@pytest.mark.parametrize("year", [None, 2018, 1999])
def test_without_a_year_that_has_an_edition_the_rule_is_skipped(year):
    review = gd.check(FORMS["2019"].replace({"year": year}))
    assert not [f for f in review.findings if f.rule == "form.edition"]
    (skipped,) = (s for s in review.skipped if s.rule == "form.edition")
    assert skipped.reason.zh
    assert skipped.reason.en


@pytest.mark.parametrize("year", [2019, 2021, 2030])
def test_with_a_year_that_has_an_edition_the_rule_is_not_skipped(year):
    assert "form.edition" not in [s.rule for s in gd.check(gd.AnnualReport(year=year)).skipped]


# ---- form.missing


@pytest.mark.parametrize("year", [None, 2018, 2019, 2020, 2021, 2025])
@pytest.mark.parametrize("edition", FORMS)
def test_a_whole_form_of_either_edition_lacks_nothing_in_any_year(edition, year):
    """A report on 2020 in the tables of 2021 is in the wrong edition, but nothing is missing."""
    assert not found("form.missing", FORMS[edition].replace({"year": year}))


@pytest.mark.parametrize(
    ("edition", "part"), [(name, part) for name, form in FORMS.items() for part in parts_of(form)]
)
def test_each_part_that_is_not_there_is_one_error_with_its_cells(edition, part):
    """Also for groups: what a group lacks because the group is lacking is not said again."""
    report = FORMS[edition].replace({"year": YEARS[edition][0]})
    (finding,) = found("form.missing", report.replace({part: None}))
    assert finding.at == part
    assert finding.severity is gd.Severity.ERROR
    assert finding.cells == cells_below(report, part)


@pytest.mark.parametrize(
    ("part", "label"),
    [
        (TABLE_2, "二、主动公开政府信息情况"),
        ("requests.carried_out", "四、结转下年度继续办理"),
        ("requests.outcomes.denied", "（三）不予公开"),
        (f"{CLOSED}.other", "3.其他"),
        ("remedies.litigation.direct", "未经复议直接起诉"),
    ],
)
def test_what_is_missing_is_named_by_its_official_label(part, label):
    (finding,) = found("form.missing", FORMS["2021"].replace({part: None}))
    assert label in finding.message.zh


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (TABLE_2, "not found: Proactive disclosure ("),
        ("requests.carried_out", "to the next year” in “Requests received and handled” ("),
    ],
)
def test_a_row_is_missing_in_its_table_and_a_table_by_itself(part, what):
    (finding,) = found("form.missing", FORMS["2021"].replace({part: None}))
    assert what in finding.message.en


def test_what_a_report_lacks_is_listed_in_the_forms_order():
    report = gd.AnnualReport(year=2023, requests=FORMS["2021"].requests).replace(
        {"requests.carried_out": None, "requests.received": None, "requests.outcomes.total": None}
    )
    assert [f.at for f in found("form.missing", report)] == [
        TABLE_2,
        "requests.received",
        "requests.outcomes.total",
        "requests.carried_out",
        "remedies",
    ]


@pytest.mark.parametrize("row", ["other_services", "procurement"])
@pytest.mark.parametrize("year", [None, 2019, 2023])
def test_a_row_of_2019_alone_is_missing_where_the_table_is_of_2019(row, year):
    address = f"{TABLE_2}.{row}"
    for edition, expected in (("2019", [address]), ("2021", [])):
        report = FORMS[edition].replace({"year": year, address: None})
        assert [f.at for f in found("form.missing", report)] == expected


@pytest.mark.parametrize(
    ("year", "expected"), [(2020, ["procurement", "other_services"]), (2023, []), (None, [])]
)
def test_in_a_table_of_mixed_layouts_the_year_says_which_rows_are_asked_for(year, expected):
    report = FORMS["2021"].replace(
        {"year": year, f"{TABLE_2}.licensing": gd.ItemsAndDecisions(), f"{TABLE_2}.penalties": None}
    )
    assert {f.at for f in found("form.missing", report)} == {
        f"{TABLE_2}.{row}" for row in (*expected, "penalties")
    }


def test_where_a_table_and_the_year_are_not_known_the_cells_of_both_editions_are_named():
    (finding,) = (f for f in found("form.missing", gd.AnnualReport()) if f.at == TABLE_2)
    both = {cell for form in FORMS.values() for cell in cells_below(form, TABLE_2)}
    assert set(finding.cells) == both


@pytest.mark.parametrize("year", [None, 2018, 2020, 2023])
def test_a_row_lost_from_a_group_is_missing_with_its_cells_in_any_year(year):
    """The group is of 2021, the year may not be, and nothing else may tell the edition."""
    group = gd.Outcomes(closed_otherwise=gd.ClosedOtherwise(other=gd.ByApplicant()))
    for outcomes in (group, gd.Outcomes(closed_otherwise=gd.ClosedOtherwise())):
        report = gd.AnnualReport(year=year, requests=gd.Requests(outcomes=outcomes))
        cells = {f.at: f.cells for f in found("form.missing", report)}
        assert cells[f"{CLOSED}.fee_unpaid"] == cells_below(FORMS["2021"], f"{CLOSED}.fee_unpaid")


def test_a_blank_is_not_missing_and_what_is_missing_is_not_blank():
    blank = gd.AnnualReport.blank_form("2021")
    assert not found("form.missing", blank)
    lacking = attrs.evolve(FORMS["2021"], remedies=None)
    assert found("form.missing", lacking)
    assert not found("cell.blank", lacking)


# ---- a row whose label was read


def test_numbers_that_cannot_be_told_apart_belong_to_the_row_whose_label_is_there():
    """Pasted with spaces, a row has its label, and numbers without columns."""
    reading = gd.read(GOOD.read_text(encoding="utf-8").replace("\t", " ").encode())
    missing = {f.at: f for f in found("form.missing", reading)}
    for row in ("government_rules", "normative_documents"):
        assert f"{TABLE_2}.{row}" in {entry.row for entry in reading.unplaced}
        assert "标签找到了" in missing[f"{TABLE_2}.{row}"].message.zh


def test_where_the_numbers_stand_is_said_of_a_row_whose_label_is_there():
    report = FORMS["2021"].replace({"year": 2023, f"{TABLE_2}.licensing": None})
    place = gd.Place(text="46", line=25, column=2)
    entry = gd.Unplaced(place=place, reason=gd.Reason.NO_COLUMN, row=f"{TABLE_2}.licensing")
    (finding,) = found("form.missing", gd.Reading(report=report, unplaced=(entry,)))
    assert "行政许可" in finding.message.zh
    assert "第25行第2列" in finding.message.zh
    assert "line 25, column 2" in finding.message.en
    assert place in finding.places
    twice = attrs.evolve(entry, reason=gd.Reason.TWICE)
    (other,) = found("form.missing", gd.Reading(report=report, unplaced=(twice,)))
    assert other.message != finding.message
    assert (other.at, other.cells, other.severity) == (finding.at, finding.cells, finding.severity)
