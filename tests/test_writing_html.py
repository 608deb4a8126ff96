"""The web page: each figure with its heads, the official layout, and nothing that runs."""

import re

import pytest
from hypothesis import given

import govdisclosure as gd
from govdisclosure.strategies import any_reports
from govdisclosure.writers.official import Role, sections
from govdisclosure.writers.words import lines_below_title, number, title_of
from hostile import HOSTILE, LONG, shown
from pages import grid, parsed
from running import GOOD


def page_of(report, **options):
    return parsed(gd.write(report, "html", **options))


def drawn_tables(report):
    tables = [section.table for section in sections(report) if section.table]
    return [table for table in tables if table.rows]


@given(any_reports())
def test_each_value_stands_once_under_its_address(report):
    cells = [c for c in page_of(report).find("td") if "data-cell" in c.attributes]
    assert [(cell.attributes["data-cell"], cell.text) for cell in cells] == [
        (address, number(value)) for address, value in report.cells()
    ]


@given(any_reports())
def test_the_cells_of_a_table_are_the_boxes_of_the_official_layout(report):
    found = page_of(report).find("table")
    for table, element in zip(drawn_tables(report), found, strict=True):
        cells = grid(element)
        assert len(cells) == len(table.rows) * table.width
        for row, column, box in table.placed():
            cell = cells[row, column]
            assert cell.text == (number(box.value) if box.role is Role.VALUE else box.label.zh)
            for down in range(box.rows):
                for along in range(box.columns):
                    assert cells[row + down, column + along] is cell


@given(any_reports())
def test_each_value_names_its_heads_and_each_head_says_what_it_heads(report):
    page = page_of(report)
    heads = {e.attributes["id"]: e for e in page.find("th")}
    assert {head.attributes["scope"] for head in heads.values()} <= {"col", "row"}
    for table, element in zip(drawn_tables(report), page.find("table"), strict=True):
        cells = grid(element)
        named = {box.name: box for _, _, box in table.placed() if box.role is not Role.VALUE}
        for row, column, box in table.placed():
            if box.role is Role.VALUE:
                over = [heads[i] for i in cells[row, column].attributes["headers"].split(" ")]
                assert [h.text for h in over] == [named[name].label.zh for name in box.heads]
                assert {h.attributes["scope"] for h in over} >= (
                    {"col", "row"} if table.label_columns else {"col"}
                )


@given(any_reports())
def test_no_two_elements_have_one_identity(report):
    identities = [e.attributes["id"] for e in page_of(report).elements() if "id" in e.attributes]
    assert len(identities) == len(set(identities))


@given(any_reports())
def test_each_table_has_a_caption_and_a_region_that_is_named_by_its_heading(report):
    page = page_of(report)
    headings = {h.attributes["id"]: h.text for h in page.find("h2")}
    regions = [e for e in page.find("div") if e.attributes.get("role") == "region"]
    assert len(regions) == len(drawn_tables(report))
    for table, region in zip(drawn_tables(report), regions, strict=True):
        assert region.attributes["tabindex"] == "0"
        assert headings[region.attributes["aria-labelledby"]] == table.heading.zh
        assert [c.text for c in region.find("caption")] == [table.heading.zh]


@given(any_reports())
def test_all_words_of_the_report_are_on_the_page(report):
    page = page_of(report)
    assert [h.text for h in page.find("h1")] == [shown(title_of(report).zh)]
    assert [t.text for t in page.find("title")] == [shown(title_of(report).zh)]
    assert [h.text for h in page.find("h2")] == [shown(s.heading.zh) for s in sections(report)]
    paragraphs = [line.zh for line in lines_below_title(report)]
    paragraphs += [text for section in sections(report) for text in section.paragraphs]
    assert [p.text for p in page.find("p")] == [shown(text) for text in paragraphs]


KNOWN = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section"}
KNOWN |= {"div", "table", "caption", "thead", "tbody", "tr", "th", "td", "span"}


@given(any_reports())
def test_the_page_has_no_element_that_loads_or_runs_anything(report):
    page = page_of(report, english=True)
    assert {element.name for element in page.elements()} <= KNOWN
    attributes = {name for element in page.elements() for name in element.attributes}
    assert not {name for name in attributes if name.startswith("on")}
    assert not attributes & {"src", "href", "style", "srcset", "action"}


@pytest.mark.parametrize("text", [*HOSTILE, LONG])
def test_what_looks_like_markup_is_text(text):
    report = gd.AnnualReport(
        title=f"题 {text}",
        agency=gd.Agency(name=f"局 {text}", code=text),
        overview=gd.Prose(heading=f"一 {text}", paragraphs=(text,)),
    )
    page = page_of(report)
    assert [e.name for e in page.find("body")[0].elements()] == [
        *("main", "h1", "p", "p", "section", "h2", "p")
    ]
    assert page.find("h1")[0].text == shown(f"题 {text}")
    assert page.find("h2")[0].text == shown(f"一 {text}")
    assert page.find("p")[-1].text == shown(text)


def test_the_page_says_its_language_and_characters_and_forbids_all_that_is_foreign():
    page = page_of(gd.AnnualReport())
    (html,) = page.find("html")
    assert html.attributes["lang"] == "zh-CN"
    metas = page.find("meta")
    assert metas[0].attributes == {"charset": "utf-8"}
    (policy,) = [m for m in metas if "http-equiv" in m.attributes]
    assert "default-src 'none'" in policy.attributes["content"]


def test_english_labels_are_marked_as_english():
    page = page_of(gd.AnnualReport.blank_form("2021"), english=True)
    heads = page.find("th")
    assert len(heads) == len([h for h in heads if h.find("span")])
    assert {s.attributes["lang"] for h in heads for s in h.find("span")} == {"en"}
    (head,) = [h for h in heads if h.attributes["id"] == "requests-received"]
    assert head.own_text == "一、本年新收政府信息公开申请数量"
    assert head.find("span")[0].text == "Requests newly received this year"


def test_the_style_asks_for_no_other_file():
    (style,) = page_of(gd.AnnualReport()).find("style")
    assert not re.search(r"url\(|@import|@font-face|https?:", style.text)
    assert "@page" in style.text


def test_english_labels_are_not_read_as_the_reports_own_words():
    report = gd.read(GOOD).report
    english = gd.read(gd.write(report, "html", english=True)).report
    assert english == gd.read(gd.write(report, "html")).report
