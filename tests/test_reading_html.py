"""Web pages: what a page's tables say is in its cells, whatever the markup, or accounted for."""

import html
import json
import re
from random import Random

import pytest
from hypothesis import given

import govdisclosure as gd
from families import right_tables
from govdisclosure.readers.blocks import Grid, Paragraph
from govdisclosure.readers.html import html_blocks
from govdisclosure.readers.limits import Limits
from govdisclosure.strategies import any_reports
from govdisclosure.strategies.documents.damages import DAMAGES
from govdisclosure.strategies.documents.judging import judge
from govdisclosure.strategies.documents.writing import written
from test_damage import MUTANTS, numbered

TITLE = "某县测试镇人民政府2022年政府信息公开工作年度报告"
CORPUS = ("2019_shanghai_bangongting", "2023_shuyang_fagaiju")


def blocks(text):
    return html_blocks(text.encode(), Limits())


def grid(text):
    (found,) = [block for block in blocks(text) if isinstance(block, Grid)]
    return found


def texts(page):
    return [block.text for block in blocks(page) if isinstance(block, Paragraph)]


def by_html(document):
    """A document as a page: rows of tables in tables, everything else a paragraph."""
    page, before = [], None
    for row in document.rows:
        if row.table != before:
            page.append("</table>" if before else "")
            page.append("<table>" if row.table else "")
            before = row.table
        pieces = [html.escape(piece) for piece in row.pieces]
        if row.table:
            page.append("<tr>" + "".join(f"<td>{piece}</td>" for piece in pieces) + "</tr>")
        else:
            page += [f"<p>{piece}</p>" for piece in pieces if piece]
    return "<html><body>" + "\n".join(page) + ("</table>" if before else "") + "</body></html>"


@pytest.mark.parametrize("name", CORPUS)
def test_a_real_page_is_read_whole(name, shared):
    """Every expected cell is right, blanks included, and nothing is missing or unplaced."""
    reading = gd.read(shared / "corpus" / f"{name}.html")
    expected = json.loads((shared / "corpus" / f"{name}.expected.json").read_text("utf-8"))
    read = reading.report.cells()
    cells = {address: None if value is None else float(value) for address, value in read}
    assert cells == expected["cells"]
    assert (reading.missing, reading.unplaced) == ((), ())
    for address, unit in expected.get("units", {}).items():
        assert reading.report.get(address) == unit
    assert set(reading.places) == set(cells)


@given(right_tables())
def test_a_page_that_we_wrote_reads_back_equal(report):
    report = report.replace({"title": TITLE, "year": 2022, "agency.name": "某县测试镇人民政府"})
    reading = gd.read(gd.write(report, "html"))
    assert (reading.missing, reading.unplaced) == ((), ())
    assert list(reading.report.cells()) == list(report.cells())
    assert (reading.report.title, reading.report.year) == (TITLE, 2022)
    assert reading.report.agency.name == report.agency.name


@given(any_reports(small=True))
def test_any_page_that_we_wrote_is_read_without_a_wrong_number(report):
    try:
        reading = gd.read(gd.write(report, "html"))
    except gd.NoReport:
        return
    found = {address: value for address, value in reading.report.cells() if value is not None}
    assert found.items() <= dict(report.cells()).items()


@pytest.mark.parametrize("edition", [e.name for e in gd.EDITIONS])
@pytest.mark.parametrize("blanks", [0.0, 0.05])
def test_no_damage_of_a_page_puts_a_number_into_a_wrong_cell(edition, blanks):
    """A cell is right or accounted for, and nine in ten of untouched, labelled rows are read."""
    due = found = 0
    for damage in DAMAGES:
        random = Random(f"{edition} {blanks} {damage.__name__}")
        for _ in range(MUTANTS):
            document = damage(random, written(numbered(edition, random, blanks=blanks)))
            try:
                reading = gd.read(by_html(document).encode())
            except gd.NoReport:
                continue
            verdict = judge(document, reading)
            assert verdict.wrong == (), damage.__name__
            due, found = due + verdict.due, found + verdict.found
    assert found >= 0.9 * due > 0


def test_spans_are_laid_out():
    """A cell that reaches down moves the cells of the rows below it to the right."""
    found = grid(
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr>"
        "<tr><td>c</td><td>d</td></tr><tr><td>e</td></tr></table>"
    )
    at = [[(cell.text, cell.left, cell.right) for cell in row.cells] for row in found.rows]
    assert at == [[("a", 0, 1), ("b", 1, 3)], [("c", 1, 2), ("d", 2, 3)], [("e", 0, 1)]]


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "1.5", "１"])
def test_a_span_that_is_none_is_one(span):
    found = grid(f"<table><tr><td colspan='{span}'>a</td><td>b</td></tr></table>")
    assert [cell.left for cell in found.rows[0].cells] == [0, 1]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<span>1</span><span><b>2</b></span>", "12"),
        ("<p>商业</p><p>企业</p>", "商业\n企业"),
        ("商业<br>企业", "商业\n企业"),
        (" 3\n ", "3"),
        ("&nbsp;", ""),
        ("<o:p></o:p>", ""),
        ("1<script>9</script><style>8</style><!-- 7 -->", "1"),
        ("6<sup>1</sup>", "6[1]"),
        ("6<sub></sub>", "6"),
        ("<del>7</del>6", "7\n6"),
        ("<span style='DISPLAY: none'>9</span>6", "6"),
        ("<i hidden>9</i>6", "6"),
    ],
)
def test_the_text_of_a_cell_is_what_a_browser_shows(cell, text):
    assert grid(f"<table><tr><td>{cell}</td><td>x</td></tr></table>").rows[0].cells[0].text == text


def test_a_table_of_page_layout_is_gone_into():
    """A table around the article is no table of cells, and its text is not lost."""
    page = "<table><tr><td><p>前言</p><table><tr><td>a</td></tr></table>后记</td></tr></table>"
    assert [cell.text for cell in grid(page).rows[0].cells] == ["a"]
    assert texts(page) == ["前言", "后记"]


def test_what_a_browser_does_not_show_is_no_text():
    page = "<script>var a = '二、'</script><style>p{}</style><noscript>请启用</noscript><p>文</p>"
    assert texts(page) == ["文"]


def test_nothing_is_resolved_or_fetched():
    """Entities that name files stay unread."""
    page = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>甲&x;乙</p>'
        '<img src="http://example.invalid/a.png"><link href="http://example.invalid/b.css">'
    )
    shown = "".join(texts(page))
    assert re.fullmatch(r"(]>)?甲(&x;?)?乙", shown)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "gb2312"),
        ("gb18030", "gb2312"),
        ("gb18030", "GBK"),
        ("gb18030", "utf-8"),
        ("gb18030", ""),
        ("big5", "big5"),
        ("utf-8", "no-such-encoding"),
    ],
)
def test_a_page_is_decoded_by_its_mark_its_declaration_or_its_bytes(encoding, declared):
    page = f"<html><meta charset='{declared}'><p>公開</p></html>".encode(encoding)
    assert [b.text for b in html_blocks(page, Limits())] == ["公開"]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr>" + "<td colspan='1000000'>1</td>" * 3 + "</tr></table>",
        "<table><tr>" + "<td>1</td>" * 5000 + "</tr></table>",
    ],
    ids=["spans", "cells"],
)
def test_a_table_that_is_no_reports_table_is_refused(page):
    with pytest.raises(gd.UnreadableDocument):
        gd.read(page.encode())


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000,
        "<table><tr><td>" * 20_000,
        "<p>" + "文" * 5_000_000,
        "<!DOCTYPE html>",
        "<",
    ],
    ids=["nested", "nested tables", "long", "empty", "cut short"],
)
def test_a_hostile_page_is_an_error_and_not_a_crash(page):
    with pytest.raises(gd.Error):
        gd.read(page.encode())


def test_places_say_the_table_the_row_and_the_column():
    reading = gd.read(by_html(written(numbered("2021", Random(1)))).encode())
    place = reading.places["requests.received.total"]
    assert place.text == str(reading.report.get("requests.received.total"))
    assert (place.table, place.column) == (2, 9)
    assert place.row is not None


def test_a_heading_within_a_section_begins_no_section():
    """（一）主动公开政府信息情况 in the overview is a paragraph of the overview."""
    report = gd.AnnualReport.blank_form("2021", fill=1).replace(
        {
            "overview": gd.Prose(
                heading="一、总体情况",
                paragraphs=[
                    "（一）主动公开政府信息情况",
                    "全年公开两条。",
                    "（二）其他需要报告的事项",
                ],
            )
        }
    )
    for form in ("html", "text"):
        assert gd.read(gd.write(report, form)).report.overview == report.overview


@pytest.mark.parametrize(
    "cells",
    ["<td colspan='5'></td>" * 3, "<td>7</td><td colspan='13'>8</td><td>9</td>"],
    ids=["blank", "numbers"],
)
def test_a_row_of_table_four_with_merged_cells_is_no_row_of_fifteen(cells):
    page = by_html(written(numbered("2021", Random(5))))
    start = page.rindex("<tr>")
    reading = gd.read((page[:start] + f"<tr>{cells}</tr></table></body></html>").encode())
    assert {n for a, n in reading.report.cells() if a.startswith("remedies.")} <= {None}
    assert {entry.place.text for entry in reading.unplaced} == set(re.findall(r">(\d)<", cells))


def test_many_blank_lines_are_told_apart_at_once():
    """What tells Markdown from text does not try every way to part them."""
    with pytest.raises(gd.NoReport):
        gd.read(b"\n" * 15_000 + b"x")


def test_tables_that_are_pictures_are_said_to_be():
    headings = ["二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
    page = "".join(
        f"<p>{heading}</p>\n<p><img src='{i}.png'></p>\n" for i, heading in enumerate(headings)
    )
    with pytest.raises(gd.NoReport, match="pictures"):
        gd.read(f"<html><body>{page}</body></html>".encode())


def test_a_table_that_is_a_picture_among_others_is_a_note():
    page = by_html(written(numbered("2021", Random(6))))
    start = page.index("<table>", page.index("收到和处理政府信息公开申请情况"))
    end = page.index("</table>", start) + len("</table>")
    reading = gd.read((page[:start] + "<p><img src='a.png'></p>" + page[end:]).encode())
    assert reading.report.requests is None
    assert any("图片" in note.zh for note in reading.notes)


def test_an_icon_is_no_table_and_breaks_no_line():
    page = "<p>甲<img width='16' height='16px' src='a.png'>乙</p>"
    assert [block.text for block in blocks(page)] == ["甲乙"]


def test_a_blank_table_whose_header_comes_again_is_blank():
    """As on each page of a print; every cell is there, and nothing in it."""
    page = by_html(written(gd.AnnualReport.blank_form("2021")))
    start = page.index("<tr>", page.index("收到和处理"))
    head = page[start : page.index("<tr>", page.index("法律服务机构"))]
    row = page.index("<tr>", page.index("（四）无法提供") - 20)
    reading = gd.read((page[:row] + head + page[row:]).encode())
    found = [a for a, number in reading.report.cells() if a.startswith("requests.")]
    assert len(found) == 175
    assert (reading.missing, reading.unplaced) == ((), ())
