"""Openings of published pages: what a careful reader finds in them, and nothing else.

The numbers are facts, read by hand. A page ends where it was cut; its tables have every damage.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest

import govdisclosure as gd

CASES = Path(__file__).parent / "cases"
PAGES = {
    page: cells
    for name in ("partial.json", "partial-hant.json")
    for page, cells in json.loads(
        (CASES / name).read_text(encoding="utf-8"), parse_float=Decimal
    ).items()
}
ENOUGH = Decimal("0.8")
TABLE = "proactive_disclosure."


@pytest.fixture(params=sorted(PAGES))
def page(request, shared):
    """What stands in a page, and its reading."""
    return PAGES[request.param], gd.read(shared / "corpus" / "partial" / request.param)


def test_no_number_of_a_page_is_wrong(page):
    """A cell holds what the page prints there, or nothing."""
    expected, reading = page
    found = {cell: number for cell, number in reading.report.cells() if number is not None}
    assert {cell: (number, expected.get(cell)) for cell, number in found.items()} == {
        cell: (number, number) for cell, number in found.items()
    }


def test_four_in_five_cells_of_table_2_are_read(page):
    expected, reading = page
    found = dict(reading.report.cells())
    printed = {c: n for c, n in expected.items() if c.startswith(TABLE) and n is not None}
    read = [cell for cell, number in printed.items() if found.get(cell) == number]
    assert len(read) >= ENOUGH * len(printed) > 0


def test_what_is_not_read_is_told(page):
    """A number that is printed and in no cell is unplaced, or its cell or row is missing."""
    expected, reading = page
    found = dict(reading.report.cells())
    silent = [
        cell
        for cell, number in expected.items()
        if number is not None
        and found.get(cell) is None
        and not any(cell == m or cell.startswith(f"{m}.") for m in reading.missing)
        and not any(entry.cell == cell for entry in reading.unplaced)
    ]
    assert silent == []


def test_every_page_is_among_the_cases(shared):
    folder = shared / "corpus" / "partial"
    assert set(PAGES) == {page.name for page in folder.glob("*.txt")}


def test_a_page_that_lost_its_repeated_lines_has_no_data_and_no_zeros():
    """Every value was a zero, printed again and again, and an extractor dropped such lines."""
    labels = ["规章", "规范性文件", "第二十条第（五）项", "行政许可", "行政处罚", "行政强制"]
    reading = gd.read("\n\n".join(["二、主动公开政府信息情况", *labels]).encode())
    assert {number for _, number in reading.report.cells()} <= {None}
    rows = ["government_rules", "normative_documents", "licensing", "penalties", "compulsion"]
    for row in rows:
        assert any(f"{TABLE}{row}.".startswith(f"{m}.") for m in reading.missing)
    assert ["没有数据" in note.zh and "no data" in note.en for note in reading.notes] == [True]
