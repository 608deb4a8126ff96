"""Markdown: as a program that shows Markdown shows it, cell by cell and word by word."""

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from rich.cells import cell_len

import govdisclosure as gd
from govdisclosure.strategies import any_reports
from govdisclosure.writers.official import Role, sections
from govdisclosure.writers.words import lines_below_title, number, title_of
from hostile import HOSTILE, LONG, on_one_line
from pages import grid, parsed

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def rendered(report, **options):
    return parsed(RENDERER.render(gd.write(report, "md", **options).decode()))


@given(any_reports())
def test_each_box_of_a_table_stands_once_where_it_begins_and_the_rest_is_empty(report):
    drawn = [section.table for section in sections(report) if section.table]
    drawn = [table for table in drawn if table.rows]
    found = rendered(report).find("table")
    assert len(found) == len(drawn)
    for table, element in zip(drawn, found, strict=True):
        cells = {place: cell.text for place, cell in grid(element).items()}
        expected = dict.fromkeys(cells, "")
        for row, column, box in table.placed():
            value = box.role is Role.VALUE
            expected[row, column] = number(box.value) if value else box.label.zh
        assert cells == expected
        assert len(cells) == len(table.rows) * table.width


@given(any_reports())
def test_figures_are_set_to_the_right_and_labels_are_not(report):
    drawn = [section.table for section in sections(report) if section.table]
    drawn = [table for table in drawn if table.rows]
    for table, element in zip(drawn, rendered(report).find("table"), strict=True):
        for (_, column), cell in grid(element).items():
            right = "right" in cell.attributes.get("style", "")
            assert right == (column >= table.label_columns)


@given(any_reports())
def test_the_source_is_aligned_line_by_line(report):
    for block in gd.write(report, "md").decode().split("\n\n"):
        if block.startswith("| "):
            assert len({cell_len(line) for line in block.rstrip("\n").split("\n")}) == 1


@given(any_reports())
def test_headings_and_paragraphs_are_those_of_the_report(report):
    page = rendered(report)
    texts = [on_one_line(line.zh) for line in lines_below_title(report)]
    for section in sections(report):
        texts += [on_one_line(paragraph) for paragraph in section.paragraphs]
    assert [h.text.strip() for h in page.find("h1")] == [_rendered(title_of(report).zh)]
    assert [h.text.strip() for h in page.find("h2")] == [
        _rendered(section.heading.zh) for section in sections(report)
    ]
    assert [p.text.strip() for p in page.find("p")] == [text.strip() for text in texts if text]


def _rendered(text):
    return on_one_line(text).strip()


@pytest.mark.parametrize("text", [*HOSTILE, LONG])
def test_what_looks_like_markup_is_text(text):
    report = gd.AnnualReport(
        title=f"题 {text}",
        agency=gd.Agency(name=f"局 {text}", code=text),
        overview=gd.Prose(heading=f"一 {text}", paragraphs=(text, f"段 {text}")),
    )
    page = rendered(report)
    assert {element.name for element in page.elements()} == {"h1", "h2", "p"}
    assert page.find("h1")[0].text == on_one_line(f"题 {text}")
    assert page.find("h2")[0].text == on_one_line(f"一 {text}")
    assert [p.text for p in page.find("p")][-2:] == [
        on_one_line(text),
        on_one_line(f"段 {text}"),
    ]


def test_english_labels_stand_behind_the_official_ones():
    report = gd.AnnualReport.blank_form("2021")
    texts = [cell.text for cell in rendered(report, english=True).find("th")]
    texts += [cell.text for cell in rendered(report, english=True).find("td")]
    assert "规章 Government rules" in texts
    assert "自然人 Natural persons" in texts
