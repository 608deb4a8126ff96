"""PDF: what its tables say is in its cells, whatever the layout, or accounted for."""

import json
from random import Random

import pytest

import govdisclosure as gd
from dissected_pdf import dissected_pdf
from govdisclosure.readers.blocks import Grid, Paragraph, Picture
from govdisclosure.readers.limits import Limits
from govdisclosure.readers.pdf import pdf_blocks
from govdisclosure.strategies.documents.damages import DAMAGES
from govdisclosure.strategies.documents.judging import judge
from govdisclosure.strategies.documents.writing import written
from paper import HEIGHT, MARGIN, WIDTH, Paper, by_pdf
from test_damage import numbered

CORPUS = "2023_huaian_hongzequ"
EDITIONS = [edition.name for edition in gd.EDITIONS]


def blocks(paper):
    return pdf_blocks(paper.finished(), Limits())


def grids(paper):
    return [block for block in blocks(paper) if isinstance(block, Grid)]


def texts(grid):
    return [[cell.text for cell in row.cells] for row in grid.rows]


def table(paper, across, rows, top=100, height=20):
    """Draw a ruled table of rows of texts, its columns at *across*."""
    for i, row in enumerate(rows):
        y = top + i * height
        for x0, x1, text in zip(across, across[1:], row, strict=False):
            paper.box(x0, y, x1, y + height)
            paper.text(x0 + 2, y + 4, text)


# ---------------------------------------------------------------- the real report


@pytest.fixture(scope="module")
def real(shared):
    return gd.read(shared / "corpus" / f"{CORPUS}.pdf")


def test_a_real_report_is_read_whole(real, shared):
    """Every expected cell is right, and nothing is missing or unplaced."""
    expected = json.loads((shared / "corpus" / f"{CORPUS}.expected.json").read_text("utf-8"))
    read = real.report.cells()
    cells = {address: None if value is None else float(value) for address, value in read}
    assert cells == expected["cells"]
    assert (real.missing, real.unplaced) == ((), ())
    assert set(real.places) == set(cells)
    assert {place.page for place in real.places.values()} == {2, 3, 4}


def test_the_errors_of_a_real_report_are_found_and_no_other(real):
    found = gd.check(real).findings
    errors = [(f.rule, f.at) for f in found if f.severity is gd.Severity.ERROR]
    assert [rule for rule, _ in errors] == ["remedies.total"] * 2
    assert any(finding.rule == "form.edition" for finding in found)


def test_the_words_of_a_real_report_are_joined_over_lines_and_pages(real):
    report = real.report
    assert report.year == 2023
    assert report.title.endswith("2023年政府信息公开工作年度报告")
    assert report.title.startswith(report.agency.name)
    counts = [
        len(section.paragraphs)
        for section in (report.overview, report.problems, report.other_matters)
    ]
    assert counts == [7, 1, 1]
    whole = [
        text
        for section in (report.overview, report.problems, report.other_matters)
        for text in section.paragraphs
    ]
    assert all(text.endswith("。") for text in whole)
    assert not any("- " in text or "-1-" in text for text in whole)


# ---------------------------------------------------------------- what we print


@pytest.mark.parametrize("share", [0.0, 0.1, 0.95], ids=["full", "part blank", "mostly blank"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_a_report_on_paper_is_read_whole(edition, share):
    report = numbered(edition, Random(edition), blanks=share)
    reading = gd.read(by_pdf(written(report)))
    assert dict(reading.report.cells()) == dict(report.cells())
    assert (reading.missing, reading.unplaced) == ((), ())
    assert (reading.report.year, reading.report.title) == (report.year, report.title)


@pytest.mark.parametrize("bottom", range(300, 800, 60))
def test_a_table_may_go_on_over_any_page_break(bottom):
    report = numbered("2021", Random(bottom))
    reading = gd.read(by_pdf(written(report), bottom=bottom))
    assert dict(reading.report.cells()) == dict(report.cells())
    assert (reading.missing, reading.unplaced) == ((), ())
    assert max(place.page for place in reading.places.values()) > 1


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_no_damage_puts_a_number_into_a_wrong_cell(damage):
    """A cell is right or accounted for, whatever happened to the paper."""
    random = Random(f"pdf {damage.__name__}")
    edition = random.choice(EDITIONS)
    mutant = damage(random, written(numbered(edition, random, blanks=0.05)))
    try:
        reading = gd.read(by_pdf(mutant))
    except gd.NoReport:
        assert damage.__name__ == "cut_off"
        return
    verdict = judge(mutant, reading)
    assert not verdict.wrong
    assert verdict.found >= 0.9 * verdict.due


def test_without_ruling_a_number_is_right_or_accounted_for():
    for edition in EDITIONS:
        document = written(numbered(edition, Random(edition)))
        verdict = judge(document, gd.read(by_pdf(document, ruled=False)))
        assert not verdict.wrong
        assert verdict.found > 0


# ---------------------------------------------------------------- tables, one by one


def test_a_cell_over_several_lines_is_one_text_and_its_digits_stay_apart():
    paper = Paper()
    paper.row(["二、上年结转政府信息公开申请数量", "12"], [60, 40])
    paper.row(["a", "b"], [60, 40])
    paper.box(300, 300, 340, 340)
    paper.box(340, 300, 380, 340)
    paper.text(302, 302, "10")
    paper.text(302, 320, "20")
    (first, second) = grids(paper)
    assert texts(first) == [["二、上年结转政府信息公开申请数量", "12"], ["a", "b"]]
    assert texts(second) == [["10\n20", ""]]


def test_text_of_one_character_a_line_is_one_text():
    paper = Paper()
    paper.box(100, 100, 120, 250)
    paper.box(120, 100, 200, 250)
    for i, character in enumerate("三、本年度办理结果"):
        paper.text(105, 104 + 15 * i, character)
    (grid,) = grids(paper)
    assert texts(grid) == [["三、本年度办理结果", ""]]


def test_cells_cover_the_columns_and_rows_that_they_are_drawn_over():
    paper = Paper()
    paper.box(100, 100, 300, 120)
    paper.text(110, 104, "over two")
    paper.box(300, 100, 400, 140)
    paper.text(310, 110, "down two")
    paper.box(100, 120, 200, 140)
    paper.box(200, 120, 300, 140)
    (grid,) = grids(paper)
    assert [[(c.text, c.left, c.right) for c in row.cells] for row in grid.rows] == [
        [("over two", 0, 2), ("down two", 2, 3)],
        [("", 0, 1), ("", 1, 2)],
    ]


@pytest.mark.parametrize("open_side", ["left and right", "above and below"])
def test_a_table_without_outer_lines_has_all_its_cells(open_side):
    paper = Paper()
    across, down = [100, 200, 300, 400], [100, 120, 140, 160]
    for y in down if open_side == "left and right" else down[1:-1]:
        paper.line(across[0], y, across[-1], y)
    for x in across[1:-1] if open_side == "left and right" else across:
        paper.line(x, down[0], x, down[-1])
    for i, y in enumerate(down[:-1]):
        for j, x in enumerate(across[:-1]):
            paper.text(x + 10, y + 5, str(3 * i + j))
    (grid,) = grids(paper)
    assert texts(grid) == [["0", "1", "2"], ["3", "4", "5"], ["6", "7", "8"]]


def test_tables_and_text_come_as_they_stand_from_above_to_below():
    paper = Paper()
    paper.text(MARGIN, 60, "above")
    table(paper, [100, 200, 300], [["a", "b"], ["c", "d"]])
    paper.text(MARGIN, 180, "between")
    table(paper, [100, 200, 300], [["e", "f"], ["g", "h"]], top=220)
    paper.text(MARGIN, 300, "below")
    found = blocks(paper)
    kinds = [b.text if isinstance(b, Paragraph) else texts(b)[0][0] for b in found]
    assert kinds == ["above", "a", "between", "e", "below"]
    assert [cell.place.table for b in found if isinstance(b, Grid) for cell in b.rows[0].cells] == [
        1,
        1,
        2,
        2,
    ]


def test_a_table_goes_on_on_the_next_page_and_its_rows_are_counted_on():
    paper = Paper()
    table(paper, [100, 200, 300], [["a", "b"], ["c", "d"]], top=700)
    paper.break_page()
    table(paper, [100, 150, 200, 300], [["e", "f", "g"]], top=60)
    (grid,) = grids(paper)
    assert texts(grid) == [["a", "b"], ["c", "d"], ["e", "f", "g"]]
    assert [cell.left for cell in grid.rows[2].cells] == [0, 1, 2]
    assert [cell.right for cell in grid.rows[0].cells] == [2, 3]
    places = [row.cells[0].place for row in grid.rows]
    assert [(p.page, p.table, p.row) for p in places] == [(1, 1, 1), (1, 1, 2), (2, 1, 3)]


def test_a_row_that_a_page_break_cuts_is_one():
    paper = Paper()
    across = [100, 155, 220]
    table(paper, across, [["1.属于国家", "7"]], top=700)
    paper.break_page()
    table(paper, across, [["秘密的信息", ""], ["2.其他", "8"]], top=60)
    (grid,) = grids(paper)
    assert texts(grid) == [["1.属于国家秘密的信息", "7"], ["2.其他", "8"]]


@pytest.mark.parametrize("label", ["2.重复申请的", "行政强制"])
def test_two_rows_at_a_page_break_stay_two(label):
    """One is numbered, or the one before does not fill its cell: neither goes on."""
    paper = Paper()
    first = "1.信访举报投" if label.startswith("2") else "行政"
    table(paper, [100, 160, 220], [[first, "7"]], top=700)
    paper.break_page()
    table(paper, [100, 160, 220], [[label, ""]], top=60)
    (grid,) = grids(paper)
    assert texts(grid) == [[first, "7"], [label, ""]]


def test_the_background_of_words_rules_nothing():
    paper = Paper()
    paper.canvas.setFillGray(0.9)
    for y in (60, 80):
        paper.canvas.rect(100, HEIGHT - y - 20, 300, 20, stroke=0, fill=1)
    paper.canvas.setFillGray(0)
    paper.text(110, 64, "one")
    paper.text(110, 84, "two")
    assert grids(paper) == []


def test_a_raised_mark_is_no_digit_of_its_number():
    paper = Paper()
    table(paper, [100, 200, 300], [["a", "22"], ["b", "c"]])
    paper.text(211.5, 102, "1", size=5)
    (grid,) = grids(paper)
    assert texts(grid)[0] == ["a", "22[1]"]


def test_what_is_printed_twice_to_look_bold_is_read_once():
    paper = Paper()
    table(paper, [100, 200, 300], [["总计", "22"], ["b", "c"]])
    paper.text(102.4, 104, "总计")
    paper.text(202.4, 104, "22")
    assert texts(grids(paper)[0])[0] == ["总计", "22"]


@pytest.mark.parametrize("number", ["- 1 -", "第1页", "1/2", "1"])
def test_a_page_number_is_no_text(number):
    paper = Paper(numbered=False)
    paper.text(MARGIN, 100, "words")
    paper.text(WIDTH / 2, HEIGHT - 40, number)
    assert [block.text for block in blocks(paper)] == ["words"]


def test_a_line_at_the_foot_of_every_page_is_no_text_and_a_title_is():
    paper = Paper(numbered=False)
    for words in ("one", "two"):
        paper.text(MARGIN, 30, "某镇年度报告")
        paper.text(MARGIN, 100, words)
        paper.text(MARGIN, HEIGHT - 40, "某镇")
        paper.break_page()
    assert [block.text for block in blocks(paper)] == ["某镇年度报告", "one", "two"]


@pytest.mark.parametrize(
    "parts", [("政府信息公开工作年度报", "告"), ("政府信息公开工作", "年度报告")]
)
def test_a_title_may_break_anywhere(parts):
    paper = Paper()
    for line in ("某县测试镇人民政府2022年" + parts[0], parts[1]):
        paper.text(MARGIN, paper.y, line, size=14)
        paper.y += 20
    for row in written(numbered("2021", Random(3))).rows:
        if row.table:
            paper.row(row.pieces, [30] * 16 if row.table == "remedies" else [60] * 9)
    report = gd.read(paper.finished()).report
    assert report.title == "某县测试镇人民政府2022年政府信息公开工作年度报告"
    assert (report.year, report.agency.name) == (2022, "某县测试镇人民政府")


# ---------------------------------------------------------------- pictures

HEADINGS = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)


def test_a_picture_large_enough_for_a_table_is_a_block_and_a_seal_is_none():
    paper = Paper()
    paper.text(MARGIN, 60, "words")
    paper.picture(MARGIN, 100, 500, 300)
    paper.picture(400, 700, 470, 770)
    found = [block for block in blocks(paper) if isinstance(block, Picture)]
    assert [picture.place.page for picture in found] == [1]


def test_a_report_whose_tables_are_pictures_says_on_which_pages():
    paper = Paper()
    for heading in HEADINGS:
        paper.text(MARGIN, 60, heading, size=14)
        paper.picture(MARGIN, 100, 500, 300)
        paper.break_page()
    with pytest.raises(gd.NoReport) as caught:
        gd.read(paper.finished())
    assert "no text in the tables: page 1, 2, 3" in caught.value.wording.en
    assert "第 1、2、3 页" in caught.value.wording.zh


def test_a_table_that_is_a_picture_among_others_is_told_in_a_note():
    document = written(numbered("2021", Random(1)))
    rows = [row for row in document.rows if row.table != "requests"]
    paper = Paper()
    for row in rows:
        if row.table is None:
            paper.paragraph(row.pieces[0])
            if row.pieces[0] == HEADINGS[1]:
                paper.picture(MARGIN, paper.y, 500, paper.y + 200)
                paper.y += 220
        else:
            paper.row(row.pieces, [30] * 16 if row.table == "remedies" else [120] * 4)
    reading = gd.read(paper.finished())
    assert "requests" in reading.missing
    assert any("no text in the tables: page 1" in note.en for note in reading.notes)


def test_a_scan_without_any_text_says_which_pages_are_pictures():
    paper = Paper(numbered=False)
    for _ in range(2):
        paper.picture(0, 0, WIDTH, HEIGHT)
        paper.canvas.showPage()
    paper.canvas.save()
    with pytest.raises(gd.UnreadableDocument) as caught:
        gd.read(paper.buffer.getvalue())
    assert "page 1, 2" in caught.value.wording.en
    assert "第 1、2 页" in caught.value.wording.zh


# ---------------------------------------------------------------- a real one, damaged


@pytest.fixture(scope="module")
def published(shared):
    """A published PDF, and how it reads."""
    data = (shared / "corpus" / "2023_huaian_hongzequ.pdf").read_bytes()
    return data, gd.read(data)


def test_a_real_pdf_taken_apart_and_printed_reads_whole(published):
    document = dissected_pdf(*published, Random(1))
    verdict = judge(document, gd.read(by_pdf(document)))
    assert (verdict.wrong, verdict.found) == ((), verdict.due)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_no_damage_of_a_real_pdf_puts_a_number_into_a_wrong_cell(published, damage):
    random = Random(f"real pdf {damage.__name__}")
    mutant = damage(random, dissected_pdf(*published, random))
    try:
        reading = gd.read(by_pdf(mutant))
    except gd.NoReport:
        assert damage.__name__ == "cut_off"
        return
    assert not judge(mutant, reading).wrong
