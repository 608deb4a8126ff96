"""The workbook: its cells at their labels, what they take, what its formulas give, here and in
LibreOffice.
"""

import io
import random
import zipfile
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from families import disturbed_families, patchwork_families, right_families, right_tables
from govdisclosure.rules.vocabulary import range_named
from govdisclosure.strategies import any_reports
from govdisclosure.strategies.entries import APPLICANTS, CARRIED_IN, CARRIED_OUT
from govdisclosure.writers.official import Role, tables
from workbooks import (
    CHECK,
    GUIDE,
    PRIOR,
    TABLES,
    TEXT,
    VERDICTS,
    check_lines,
    drawn,
    formatting_at,
    has_soffice,
    numbers,
    opened,
    recalculated,
    seen,
    validation_at,
)

RELATIONS = {rule.id: rule for rule in gd.RULES if isinstance(rule, gd.Relation)}
ZERO = gd.AnnualReport.blank_form("2021", fill=0)
EMPTY = gd.AnnualReport.blank_form("2021")
RED = "FFFFC7CE"


def written(report, **options):
    return gd.write(report, "xlsx", **options)


def applies(report, prior):
    """Whether the report before is one of the same body, scope and the year before."""
    return prior is not None and not any(
        skipped.rule == "years.carried_over" for skipped in gd.check(report, prior=prior).skipped
    )


def filled_in(report, prior):
    """The report with the blanks of what was carried in filled from the report before."""
    if not applies(report, prior):
        return report
    brought = {}
    for column in (*APPLICANTS, "total"):
        row_is_there = report.get(CARRIED_IN) is not None
        carried = prior.get(f"{CARRIED_OUT}.{column}")
        if row_is_there and report.get(f"{CARRIED_IN}.{column}") is None and carried is not None:
            brought[f"{CARRIED_IN}.{column}"] = carried
    return report.replace(brought)


def assert_checks_as_we_do(book, report, prior):
    """The check sheet has a line for each instance that applies, and says of it what we say."""
    lines = check_lines(book)
    instances = {}
    for instance in gd.check(report, prior=prior).instances:
        if instance.rule != "rollup.cells":
            label = range_named(RELATIONS[instance.rule].over)[instance.at]
            instances[instance.rule, f"{label.zh}\n{label.en}"] = instance
    said = {}
    for key, instance in instances.items():
        if instance.outcome is not gd.Outcome.NOT_APPLICABLE:
            numbers_of = (instance.expected, instance.actual, instance.difference)
            said[key] = (VERDICTS[instance.outcome], *numbers_of)
        elif key in lines:
            assert instance.reason.en == "every one of its cells is blank"
            said[key] = ("未填 not filled in", None, None, None)
    assert said == {
        key: (line.verdict, line.expected, line.stated, line.difference)
        for key, line in lines.items()
    }
    broken = [f for f in gd.check(report, prior=prior).findings if f.rule in RELATIONS]
    assert sorted((f.message.zh, f.message.en) for f in broken) == sorted(
        (line.zh, line.en) for line in lines.values() if line.verdict == "不成立 broken"
    )
    assert book[CHECK]["A2"].value == f"不成立：{len(broken)} 项。 Broken: {len(broken)}."
    for table, name in TABLES.items():
        if name in getattr(book, "sheetnames", book):
            marked = sum(f.cells[-1].startswith(table) for f in broken)
            mark = book[name]["A2"].value or ""
            assert mark.startswith(f"✗ 本表有 {marked} 项" if marked else "")
            assert bool(mark) is bool(marked)


# ------------------------------------------------------------------ the layout


@settings(max_examples=40)
@given(any_reports())
def test_every_number_stands_at_its_labels(report):
    book = opened(written(report))
    places = seen(book, report)
    values = dict(report.cells())
    assert numbers(book, report, places) == {
        address: float(value) if isinstance(value, Decimal) else value
        for address, value in values.items()
    }
    for table in tables(report):
        heads = {b.name: b for row in table.rows for b in row if b.role is not Role.VALUE}
        for box in (box for row in table.rows for box in row if box.role is Role.VALUE):
            labels = [heads[name].label.zh for name in box.heads if name in heads]
            assert set(labels) <= set(places[box.address].labels)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_nearest_heads_of_a_cell_are_its_row_and_its_column(edition):
    report = gd.AnnualReport.blank_form(edition, fill=0)
    places = seen(opened(written(report)), report)
    granted = places["requests.outcomes.granted.enterprise"].labels
    assert granted[0] == "（一）予以公开"
    assert granted[2:] == ("商业企业", "法人或其他组织", "申请人情况")
    pending = places["remedies.litigation.direct.pending"].labels
    assert pending == ("尚未审结", "未经复议直接起诉", "行政诉讼")
    issued = places["proactive_disclosure.government_rules.issued"].labels
    assert issued[0] == "规章"
    assert issued[1] in ("本年制发件数", "本年新制作数量")


def test_the_official_boxes_are_merged_cells():
    book = opened(written(ZERO))
    merged = {str(found) for found in book["三 依申请公开"].merged_cells.ranges}
    assert {"A3:C5", "D3:J3", "D4:D5", "E4:I4", "A8:A29", "A30:C30"} <= merged
    assert "三、本年度办理结果" in book["三 依申请公开"]["A8"].value
    assert "勾稽关系" in book["三 依申请公开"]["A3"].value


def test_a_table_that_the_report_lacks_has_no_sheet_and_no_line():
    report = ZERO.replace({"remedies": None, "requests.received": None})
    book = opened(written(report))
    assert "四 复议诉讼" not in book.sheetnames
    assert not [key for key in check_lines(book) if key[0].startswith("remedies")]
    assert_checks_as_we_do(book, report, None)


def test_a_report_of_nothing_is_a_workbook_without_tables():
    book = opened(written(gd.AnnualReport()))
    assert book.sheetnames == [GUIDE, TEXT, CHECK]
    assert check_lines(book) == {}


def test_english_labels_stand_under_the_official_ones():
    plain, english = (opened(written(ZERO, english=e)) for e in (False, True))
    assert plain["三 依申请公开"]["A1"].value == "三、收到和处理政府信息公开申请情况"
    assert english["三 依申请公开"]["A1"].value.endswith("情况\nRequests received and handled")
    assert english["三 依申请公开"]["E5"].value == "商业企业\nCommercial enterprises"


def test_every_sheet_prints_on_a4_one_page_wide():
    for sheet in opened(written(ZERO, prior=ZERO)):
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToWidth in (None, 1)  # 1 is the default
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.orientation == "portrait") is (sheet.title == PRIOR)


# ------------------------------------------------------------------ what the cells take


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_cell_takes_what_the_form_allows_there_and_blanks(edition):
    report = gd.AnnualReport.blank_form(edition, fill=0)
    book = opened(written(report), formulas=True)
    places = seen(book, report)
    for cell in gd.cells(edition):
        sheet = book[TABLES[cell.table]]
        rule = validation_at(sheet, places[cell.address].where)
        assert rule.allowBlank
        assert rule.showErrorMessage
        assert (rule.errorStyle or "stop") == "stop"
        for text in (rule.prompt, rule.error):
            zh, en = text.split("\n")
            assert zh.startswith("请填")
            assert en.startswith(("A whole", "An amount"))
        if cell.kind is gd.Kind.AMOUNT:
            assert rule.type == "custom"
            assert ">=0" in rule.formula1
            assert ",6)" in rule.formula1
        else:
            least = 0 if cell.kind is gd.Kind.COUNT else -(10**12)
            assert rule.type == "whole"
            assert (int(rule.formula1), int(rule.formula2)) == (least, 10**12)


@settings(max_examples=40)
@given(any_reports())
def test_only_what_is_to_be_filled_in_is_unlocked(report):
    book = opened(written(report), formulas=True)
    units = sum(
        cell.column == "amount" for cell in gd.cells() if cell.address in dict(report.cells())
    )
    for table in tables(report):
        sheet = book[TABLES[table.name]]
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        merged = {c for found in sheet.merged_cells.ranges for c in list(found.cells)[1:]}
        unlocked = [
            cell
            for row in sheet.iter_rows()
            for cell in row
            if not cell.protection.locked and (cell.row, cell.column) not in merged
        ]
        boxes = sum(box.role is Role.VALUE for row in table.rows for box in row)
        assert len(unlocked) == boxes + (units if table.name == "proactive_disclosure" else 0)
    locked = (CHECK, *([PRIOR] if PRIOR in book.sheetnames else []))
    for name in locked:
        assert book[name].protection.sheet
        assert all(cell.protection.locked for row in book[name].iter_rows() for cell in row)


def test_what_was_pasted_into_a_cell_against_the_rules_turns_red():
    book = opened(written(ZERO), formulas=True)
    places = seen(book, ZERO)
    where = places["requests.received.natural_person"].where
    (condition, colour) = formatting_at(book["三 依申请公开"], where)[0]
    assert colour == RED
    assert condition == ("IF(ISNUMBER(D6),NOT(AND(D6>=0,D6<=1000000000000,INT(D6)=D6)),LEN(D6)>0)")


@pytest.mark.parametrize("unit", [*gd.Unit, None])
def test_the_unit_of_an_amount_is_chosen_in_its_head(unit):
    form = gd.AnnualReport.blank_form("2019").replace(
        {"proactive_disclosure.procurement.unit": unit}
    )
    book = opened(written(form))
    sheet = book["二 主动公开"]
    (rule,) = [r for r in sheet.data_validations.dataValidation if r.type == "list"]
    head = sheet[str(rule.sqref)]
    choices = rule.formula1.strip('"').split(",")
    assert head.value in choices
    assert len(choices) == 3
    assert sum("元" in choice for choice in choices) == 2
    assert not head.protection.locked
    assert (unit.value in head.value) if unit else ("元" not in head.value)


@given(
    st.builds(
        lambda digits, decimals: Decimal(digits).scaleb(-decimals),
        st.integers(0, 10**15 - 1),
        st.integers(0, 6),
    )
)
@settings(max_examples=25)
def test_an_amount_keeps_its_exact_value(amount):
    report = EMPTY.replace({"proactive_disclosure.fees.amount": amount})
    book = opened(written(report))
    address = "proactive_disclosure.fees.amount"
    value = book["二 主动公开"][seen(book, report)[address].where].value
    assert Decimal(repr(value)) == amount


# ------------------------------------------------------------------ totals


@given(right_tables())
@settings(max_examples=50)
def test_the_totals_of_a_right_report_are_formulas_with_their_values(report):
    data = written(report)
    book, places = opened(data, formulas=True), seen(opened(data), report)
    computed = {
        address
        for address, _ in report.cells()
        if book[TABLES[address.split(".")[0]]][places[address].where].data_type == "f"
    }
    assert computed == {
        address
        for address, _ in report.cells()
        if address.endswith(".total") or address.startswith("requests.outcomes.total.")
    }
    shown = numbers(opened(data), report, places)
    assert {a: Decimal(str(number)) for a, number in shown.items()} == dict(report.cells())


def test_a_total_is_a_plain_sum_of_its_neighbours():
    book = opened(written(ZERO), formulas=True)
    places = seen(book, ZERO)

    def formula(address):
        return book["三 依申请公开"][places[f"requests.{address}"].where].value

    assert formula("received.total") == '=IF(COUNT(D6:I6)=0,"",SUM(D6:I6))'
    assert formula("outcomes.total.enterprise") == '=IF(COUNT(E8:E28)=0,"",SUM(E8:E28))'


def test_a_total_of_blanks_is_empty_and_not_zero():
    data = written(EMPTY)
    book, places = opened(data), seen(opened(data), EMPTY)
    assert set(numbers(book, EMPTY, places).values()) == {None}
    where = places["requests.received.total"].where
    assert opened(data, formulas=True)["三 依申请公开"][where].data_type == "f"
    assert {line.verdict for line in check_lines(book).values()} == {"未填 not filled in"}


@pytest.mark.parametrize("stated", [7, None])
def test_a_total_that_is_not_the_sum_stays_as_it_was_stated(stated):
    report = ZERO.replace({"requests.received.enterprise": 5, "requests.received.total": stated})
    book = opened(written(report), formulas=True)
    cell = book["三 依申请公开"][seen(book, report)["requests.received.total"].where]
    assert cell.data_type == "n"
    assert cell.value == stated
    assert_checks_as_we_do(opened(written(report)), report, None)


# ------------------------------------------------------------------ the check sheet


@settings(max_examples=40)
@given(any_reports())
def test_the_check_sheet_says_of_any_report_what_check_says(report):
    assert_checks_as_we_do(opened(written(report)), report, None)


@settings(max_examples=40)
@given(disturbed_families() | patchwork_families())
def test_the_check_sheet_says_what_check_says_with_last_years_report(family):
    report = filled_in(family.report, family.prior)
    prior = family.prior if applies(family.report, family.prior) else None
    book = opened(written(family.report, prior=family.prior))
    assert_checks_as_we_do(book, report, prior)
    assert (PRIOR in book.sheetnames) is (prior is not None)


def test_a_broken_line_is_red_and_an_undetermined_one_yellow():
    book = opened(written(ZERO))
    rows = {row[0].row: row for row in book[CHECK].iter_rows(min_row=6)}
    first = next(number for number, row in rows.items() if row[0].value == "成立 holds")
    conditions = dict(formatting_at(book[CHECK], f"A{first}"))
    assert conditions['$A6="不成立 broken"'] == RED
    assert conditions['$A6="未定 undetermined"'] == "FFFFEB9C"
    counted = f'COUNTIF($A$6:$A${max(rows)},"不成立 broken")'
    assert dict(formatting_at(book[CHECK], "A2"))[f"{counted}>0"] == RED
    assert dict(formatting_at(book["三 依申请公开"], "A2")) == {"LEN($A$2)>0": RED}


def test_a_blank_says_what_it_needs():
    report = ZERO.replace(
        {
            "requests.received.natural_person": 18,
            "requests.received.total": None,
            "requests.outcomes.granted.enterprise": None,
            "requests.outcomes.granted.total": 4,
            "requests.outcomes.granted.natural_person": None,
        }
    )
    lines = {
        key[0] + key[1].split("\n")[0]: line
        for key, line in check_lines(opened(written(report))).items()
    }
    one = lines["requests.row_total一、本年新收政府信息公开申请数量"]
    assert (one.zh, one.en) == ("只有一处空白，应为 18", "one blank is left; it must be 18")
    two = lines["requests.row_total（一）予以公开"]
    assert two.zh == "有 2 处空白，尚不能判断"


# ------------------------------------------------------------------ last year's report


def test_blanks_of_what_was_carried_in_come_from_last_years_report():
    prior = ZERO.replace(
        {f"{CARRIED_OUT}.natural_person": 3, f"{CARRIED_OUT}.total": 3, "year": 2022}
    )
    report = EMPTY.replace({"year": 2023, f"{CARRIED_IN}.enterprise": 5})
    data = written(report, prior=prior)
    book = opened(data)
    found = numbers(book, report, seen(book, report))
    assert found[f"{CARRIED_IN}.natural_person"] == 3
    assert found[f"{CARRIED_IN}.enterprise"] == 5
    assert found[f"{CARRIED_OUT}.natural_person"] is None
    notes = [c.value for row in book["三 依申请公开"].iter_rows(min_row=31) for c in row if c.value]
    assert any("上年报告" in note and "last year" in note for note in notes)
    elsewhere = [c.value for row in book["二 主动公开"].iter_rows() for c in row if c.value]
    assert not any("last year" in str(note) for note in elsewhere)


def test_last_years_figures_stand_on_a_locked_sheet_of_their_own():
    prior = ZERO.replace({"proactive_disclosure.normative_documents.in_force": 12})
    sheet = opened(written(EMPTY, prior=prior))[PRIOR]
    listed = {row[1]: row[2] for row in sheet.iter_rows(min_row=3, values_only=True) if row[1]}
    assert listed == {cell.en: prior.get(cell.address) for cell in gd.cells("2021")}
    assert sheet.protection.sheet


def test_a_report_of_another_year_is_not_taken_for_last_years():
    report, other = EMPTY.replace({"year": 2023}), ZERO.replace({"year": 2019})
    book = opened(written(report, prior=other))
    assert PRIOR not in book.sheetnames
    assert numbers(book, report, seen(book, report))[f"{CARRIED_IN}.total"] is None
    told = [row[0] for row in book[GUIDE].iter_rows(values_only=True) if row[0]]
    assert any("没有采用上年报告：提供的上年报告是2019年度的" in text for text in told)
    assert any("was not used: the report given as the year before's is on 2019" in t for t in told)


# ------------------------------------------------------------------ text, and text that bites


def test_what_the_report_is_stands_on_the_first_sheet():
    report = EMPTY.replace(
        {
            "title": "标题",
            "agency.name": "某市人民政府",
            "agency.kind": gd.AgencyKind.GOVERNMENT,
            "agency.level": gd.Level.CITY,
            "agency.code": "001",
            "year": 2023,
            "scope": gd.Scope.CONSOLIDATED,
            "published": date(2024, 1, 30),
        }
    )
    sheet = opened(written(report))[GUIDE]
    values = [sheet.cell(row, 2).value for row in range(2, 10)]
    assert values == [
        "标题",
        "某市人民政府",
        "政府 government",
        "市级 city",
        "001",
        2023,
        "汇总 consolidated",
        "2024-01-30",
    ]
    assert not any(sheet.cell(row, 2).protection.locked for row in range(2, 10))


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@SUM(1)", '=HYPERLINK("x")', "http://a.b"])
def test_text_that_looks_like_a_formula_is_text(text):
    prose = gd.Prose(heading=text, paragraphs=(text,))
    report = EMPTY.replace(
        {"title": text, "agency.name": text, "agency.code": text, "overview": prose}
    )
    data = written(report)
    book = opened(data, formulas=True)
    cells = [c for name in (GUIDE, TEXT) for row in book[name].iter_rows() for c in row]
    found = [cell for cell in cells if cell.value == text]
    assert len(found) == 6
    assert {cell.data_type for cell in found} == {"s"}
    assert {cell.hyperlink for cell in found} == {None}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if "sheet1.xml.rels" in name]


@settings(max_examples=40)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_makes_a_package_of_well_formed_parts(name, paragraph):
    prose = gd.Prose(heading=name, paragraphs=(paragraph,))
    report = EMPTY.replace({"title": name, "agency.name": name, "problems": prose})
    with zipfile.ZipFile(io.BytesIO(written(report))) as package:
        assert package.testzip() is None
        for part in package.namelist():
            ET.fromstring(package.read(part))  # noqa: S314  # of our own making


@given(st.text(alphabet="公开。！ab. \n", min_size=1, max_size=50), st.integers(1, 2500))
@settings(max_examples=25)
def test_a_paragraph_of_any_length_is_all_there(text, times):
    paragraph = (text * times)[:100_000]
    prose = gd.Prose(paragraphs=(paragraph, "下一段"))
    sheet = opened(written(EMPTY.replace({"overview": prose})))[TEXT]
    read, label = {}, None
    for row in sheet.iter_rows(min_row=3, max_col=2, values_only=True):
        if row[0] is None:
            break
        if "continued" not in row[0]:
            label = row[0]
        read[label] = read.get(label, "") + (row[1] or "")
        assert len(row[1] or "") <= 1000
    assert read["第1段 Paragraph 1"] == paragraph
    assert read["第2段 Paragraph 2"] == "下一段"
    assert read["第3段 Paragraph 3"] == ""


@pytest.mark.parametrize("address", ["title", "agency.name", "agency.code"])
def test_a_name_too_long_for_a_cell_is_refused_with_a_reason(address):
    with pytest.raises(gd.Error, match=r"holds at most 32767; shorten it") as caught:
        written(EMPTY.replace({address: "名" * 40_000}))
    assert "Excel 一个单元格最多容纳 32767 个" in caught.value.wording.zh


def test_a_section_that_the_report_lacks_has_rows_to_be_filled_in():
    sheet = opened(written(EMPTY))[TEXT]
    labels = [row[0].value for row in sheet.iter_rows(max_col=1) if row[0].value]
    assert labels.count("标题 Heading") == 3
    assert labels.count("第1段 Paragraph 1") == 3
    assert not any(row[1].value for row in sheet.iter_rows(max_col=2) if row[0].value)


@given(any_reports())
@settings(max_examples=20)
def test_the_same_report_gives_the_same_bytes(report):
    assert written(report) == written(report)


# ------------------------------------------------------------------ recalculated by LibreOffice


@attrs.frozen
class Case:
    """A workbook, the report that it holds by now, and how LibreOffice sees it."""

    report: gd.AnnualReport
    prior: gd.AnnualReport | None
    ours: bytes
    places: dict
    theirs: object


def spoiled(report, prior, choose):
    """A right report's workbook with one total typed over, as a clerk would; and its report."""
    data = written(report, prior=prior)
    places = seen(opened(data), report)
    totals = [address for address, _ in report.cells() if address.endswith(".total")]
    address = choose.choice(totals)
    value = report.get(address) + choose.randint(1, 99)
    book = opened(data, formulas=True)
    book[TABLES[address.split(".")[0]]][places[address].where].value = value
    saved = io.BytesIO()
    book.save(saved)
    return report.replace({address: value}), prior, saved.getvalue(), places


@pytest.fixture(scope="module")
def recalculations():
    """Fifty reports as they come, and fifty in whose workbooks a total was typed over."""
    has_soffice()
    right = drawn(right_families(), 25)
    disturbed = [*drawn(disturbed_families(), 15), *drawn(patchwork_families(), 10)]
    prepared = []
    for family in (*right, *disturbed):
        report = filled_in(family.report, family.prior)
        prior = family.prior if applies(family.report, family.prior) else None
        data = written(family.report, prior=family.prior)
        prepared.append((report, prior, data, seen(opened(data), report)))
    choose = random.Random(0)  # the same totals at every run
    prepared += [spoiled(family.report, family.prior, choose) for family in (*right, *right)]
    theirs = recalculated([data for _, _, data, _ in prepared])
    return [
        Case(report, prior, data, places, book)
        for (report, prior, data, places), book in zip(prepared, theirs, strict=True)
    ]


def test_libreoffice_computes_what_stands_beside_every_formula(recalculations):
    for case in recalculations[:50]:
        ours, formulas = opened(case.ours), opened(case.ours, formulas=True)
        compared = 0
        for sheet in formulas:
            for cell in (c for row in sheet.iter_rows() for c in row if c.data_type == "f"):
                where = cell.coordinate
                expected = _as_shown(ours[sheet.title][where].value)
                found = _as_shown(case.theirs[sheet.title][where].value)
                assert (sheet.title, where, found) == (sheet.title, where, expected)
                compared += 1
        assert compared >= 3  # the lines at the top of the check sheet


def _as_shown(value):
    """A value without telling a text of digits from a number, nor an empty text from nothing."""
    return "" if value is None else str(value)


def test_libreoffice_gives_every_report_its_numbers(recalculations):
    for case in recalculations[:50]:
        values = {
            address: float(value) if isinstance(value, Decimal) else value
            for address, value in case.report.cells()
        }
        assert numbers(case.theirs, case.report, case.places) == values


def test_libreoffice_comes_to_the_verdicts_of_check(recalculations):
    outcomes = set()
    for case in recalculations[:50]:
        assert_checks_as_we_do(case.theirs, case.report, case.prior)
        outcomes |= {line.verdict for line in check_lines(case.theirs).values()}
    assert outcomes == set(VERDICTS.values())


def test_a_total_typed_over_turns_the_check_sheet_red_in_libreoffice(recalculations):
    for case in recalculations[50:]:
        computed = numbers(case.theirs, case.report, case.places)
        followed = {  # totals over the one that was typed over
            address: number
            for address, number in computed.items()
            if address.endswith(".total") and case.report.get(address) != number
        }
        assert_checks_as_we_do(case.theirs, case.report.replace(followed), case.prior)
        assert "不成立 broken" in {line.verdict for line in check_lines(case.theirs).values()}
        assert case.theirs[CHECK]["A2"].value != "不成立：0 项。 Broken: 0."
