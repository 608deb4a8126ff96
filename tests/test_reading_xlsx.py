"""Workbooks: the cells hold what is stored in them, and a formula without a result is told."""

import io
import re
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

import govdisclosure as gd
from govdisclosure.readers.blocks import Grid, Paragraph
from govdisclosure.readers.limits import Limits
from govdisclosure.readers.xlsx import xlsx_blocks
from govdisclosure.strategies.documents.workbooks import by_xlsx
from govdisclosure.strategies.documents.writing import written
from workbooks import without_values

REPORT = gd.AnnualReport.blank_form("2021", fill=0).replace(
    {
        "requests.received.natural_person": 7,
        "requests.received.total": 7,
        "requests.outcomes.granted.natural_person": 7,
        "requests.outcomes.granted.total": 7,
        "requests.outcomes.total.natural_person": 7,
        "requests.outcomes.total.total": 7,
    }
)
OURS = gd.write(REPORT, "xlsx")


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_with(fill):
    book = Workbook()
    fill(book.active)
    return saved(book)


def text_of(value, number_format="General"):
    def fill(sheet):
        sheet["A1"] = "x"
        sheet["B1"] = value
        sheet["B1"].number_format = number_format

    (grid,) = xlsx_blocks(sheet_with(fill), Limits())
    return next((cell.text for cell in grid.rows[0].cells[1:]), "")


def rewritten(data, pattern, change, name="xl/worksheets/"):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, re.sub(pattern, change, content) if name in member else content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (3, "General", "3"),
        (3.0, "0.00", "3"),
        (3.5, "0", "3.5"),
        (0.1 + 0.2, "General", "0.3"),
        (86489.3629, "#,##0.00", "86489.3629"),
        (1e-7, "General", "0.0000001"),
        (-2, "General", "-2"),
        ("３", "@", "３"),
        (" 12 ", "General", "12"),
        (True, "General", "TRUE"),
        ("#REF!", "General", "#REF!"),
        (0.05, "0%", "5%"),
        (date(2023, 1, 20), "yyyy-mm-dd", "2023-01-20"),
        (5, 'yyyy"年"', "1900-01-05"),
        (12.5, '0.0"万元"', "12.5万元"),
        (5, '0"件"', "5件"),
        (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "0"),
        (5, '0"0"', '5 : 0"0"'),
        (12345, "0!.0,", "12345 : 0!.0,"),
        (5000, "#,##0,", "5000 : #,##0,"),
        (5, "[Red]0", "5"),
        (CellRichText("12", TextBlock(InlineFont(vertAlign="superscript"), "3")), "@", "12[3]"),
        (CellRichText(TextBlock(InlineFont(strike=True), "7"), "6"), "@", "7\n6"),
    ],
)
def test_the_text_of_a_cell_is_what_is_stored(value, number_format, text):
    """Never what a format rounds it to; raised text in brackets; what is no number says so."""
    assert text_of(value, number_format) == text


@pytest.mark.parametrize(
    ("value", "number_format", "read"),
    [
        (9.0, "0", 9),
        ("9", "@", 9),
        (9.5, "0", None),
        (0.09, "0%", None),
        (9, "yyyy-mm-dd", None),
        (True, "General", None),
        ("#REF!", "General", None),
        (9000, "0,", None),
    ],
)
def test_a_count_is_a_whole_number_however_it_is_stored(value, number_format, read):
    book = load_workbook(io.BytesIO(OURS))
    cell = book["三 依申请公开"]["E6"]
    cell.value, cell.number_format = value, number_format
    for row in book["三 依申请公开"].iter_rows(min_row=6):
        for other in row:
            if other.data_type == "f":
                other.value = 0
    reading = gd.read(saved(book))
    address = "requests.received.enterprise"
    assert reading.report.get(address) == read
    if read is None:
        (entry,) = [u for u in reading.unplaced if u.cell == address]
        assert entry.reason is gd.Reason.NOT_A_NUMBER
        assert "E6" in entry.place.wording.zh
        assert "E6" in entry.place.wording.en
        found = [f for f in gd.check(reading).findings if f.rule == "cell.not_a_count"]
        assert [f.cells for f in found] == [(address,)]


def test_merged_cells_are_laid_out_and_rows_apart_are_grids_apart():
    def fill(sheet):
        for where, text in {"A1": "a", "B1": "b", "B2": "c", "C2": "d", "A5": "e"}.items():
            sheet[where] = text
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")

    first, second = xlsx_blocks(sheet_with(fill), Limits())
    assert [[(c.text, c.left, c.right) for c in row.cells] for row in first.rows] == [
        [("a", 0, 1), ("b", 1, 3)],
        [("c", 1, 2), ("d", 2, 3)],
    ]
    assert [cell.text for row in second.rows for cell in row.cells] == ["e"]


def test_prose_in_a_cell_is_a_paragraph_for_each_of_its_lines():
    def fill(sheet):
        sheet["A1"] = "一、总体情况\n全年公开5件。\n没有其他。"
        sheet.merge_cells("A1:H1")

    found = xlsx_blocks(sheet_with(fill), Limits())
    assert [type(block) for block in found] == [Paragraph] * 3


def test_hidden_rows_and_columns_are_read_and_hidden_sheets_are_not():
    book = load_workbook(io.BytesIO(by_xlsx(written(REPORT.replace({"year": 2022})))))
    sheet = book.active
    sheet.row_dimensions[12].hidden = True
    sheet.column_dimensions["D"].hidden = True
    copy = book.copy_worksheet(sheet)
    copy.sheet_state = "hidden"
    reading = gd.read(saved(book))
    assert dict(reading.report.cells()) == dict(REPORT.cells())
    copy.sheet_state = "visible"
    with pytest.raises(gd.NoReport, match="two reports"):
        gd.read(saved(book))


def test_tables_on_one_sheet_or_on_three_are_read_alike():
    document = written(REPORT.replace({"year": 2022}))
    one = load_workbook(io.BytesIO(by_xlsx(document)))
    three = Workbook()
    target = three.active
    at = 0
    for row in one.active.iter_rows():
        if str(row[0].value or "").endswith("情况"):
            target, at = three.create_sheet(), 0
        at += 1
        for cell in row:
            target.cell(at, cell.column, cell.value)
    assert len(three.worksheets) > 3
    assert gd.read(saved(three)).report == gd.read(saved(one)).report
    assert dict(gd.read(saved(one)).report.cells()) == dict(REPORT.cells())


def test_a_formula_without_a_result_is_neither_zero_nor_blank():
    """Its cell is missing, and what is to be done is told."""
    reading = gd.read(without_values(OURS))
    assert reading.unplaced
    assert {entry.reason for entry in reading.unplaced} == {gd.Reason.NOT_COMPUTED}
    cells = {entry.cell for entry in reading.unplaced}
    assert "requests.received.total" in cells
    assert set(reading.missing) == cells
    assert {reading.report.get(address) for address in cells} == {None}
    for address, value in reading.report.cells():
        assert value == (None if address in cells else REPORT.get(address))
    (entry,) = [e for e in reading.unplaced if e.cell == "requests.received.total"]
    assert entry.place.text.startswith("=IF(")
    blank = [f for f in gd.check(reading).findings if f.rule == "cell.blank"]
    assert blank


def test_results_that_were_taken_out_are_none():
    """A program that saves without computing leaves every value empty; then none is a result."""
    emptied = rewritten(OURS, rb"(</f>)<v>[^<]*</v>", rb"\1<v></v>")
    assert gd.read(emptied).missing == gd.read(without_values(OURS)).missing


def test_zeros_that_stand_in_for_results_are_none():
    """A program that cannot compute writes 0 beside each formula, and says so in the workbook."""
    data = rewritten(OURS, rb"(</f>)<v>[^<]*</v>", rb"\1<v>0</v>")
    reading = gd.read(data)
    uncomputed = {entry.cell for entry in reading.unplaced}
    assert {"requests.received.total", "requests.outcomes.total.total"} <= uncomputed
    assert "requests.carried_in.total" not in uncomputed
    for address, value in reading.report.cells():
        assert value == (None if address in uncomputed else REPORT.get(address))


def test_a_workbook_saved_without_its_check_and_guide_is_read():
    """A clerk may delete any sheet but those of the tables."""
    book = load_workbook(io.BytesIO(OURS), data_only=True)
    for name in ("检查 Check", "说明 Guide"):
        del book[name]
    assert dict(gd.read(saved(book)).report.cells()) == dict(REPORT.cells())


def test_what_was_filled_in_on_the_guide_is_the_title():
    book = load_workbook(io.BytesIO(OURS), data_only=True)
    guide = book["说明 Guide"]
    rows = {row[0].value: row[1] for row in guide.iter_rows(max_col=2)}
    rows["报告机关 Reporting body"].value = "云溪县青石镇人民政府"
    rows["报告年度 Year reported on"].value = 2024
    report = gd.read(saved(book)).report
    assert (report.year, report.agency.name) == (2024, "云溪县青石镇人民政府")


def test_a_sheet_that_claims_to_be_huge_is_read_by_what_is_in_it():
    def fill(sheet):
        sheet["A1"], sheet["A1048576"] = "a", "b"

    data = rewritten(
        sheet_with(fill), rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"'
    )
    found = xlsx_blocks(data, Limits())
    assert [block.rows[0].cells[0].text for block in found if isinstance(block, Grid)] == ["a", "b"]


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        (b'<row r="1"><c r="XFD1"><v>1</v></c></row>', "1000 columns"),
        (b'<row r="1"><c r="A1"><v>1</v></c></row>' * 21_000, "20000 cells"),
        (b'<row r="1"><c r="A1"/></row>' * 101_000, "200000 cells"),
    ],
)
def test_sheets_beyond_the_limits_are_refused(xml, says):
    data = sheet_with(lambda sheet: sheet.cell(1, 1, "x"))
    data = rewritten(data, rb"<sheetData>.*</sheetData>", b"<sheetData>" + xml + b"</sheetData>")
    with pytest.raises(gd.UnreadableDocument, match=says):
        gd.read(data)


def test_a_huge_merged_cell_is_refused():
    data = sheet_with(lambda sheet: (sheet.cell(1, 1, "x"), sheet.merge_cells("A1:B2")))
    data = rewritten(data, b"A1:B2", b"A1:XFD1048576")
    with pytest.raises(gd.UnreadableDocument, match="200000 cells"):
        gd.read(data)
