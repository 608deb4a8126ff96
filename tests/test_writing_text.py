"""Plain text: columns that the eye can follow, and that are read back as the same report."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import govdisclosure as gd
from families import right_tables
from govdisclosure.strategies import any_reports
from govdisclosure.writers.official import Role, heading_of, tables
from govdisclosure.writers.words import number
from hostile import HOSTILE, LONG, on_one_line

PARAGRAPHS = (
    "本报告所列数据的统计期限为一年。",
    "（一）主动公开。公开信息312条，其中财政预决算4条。",
    "存在的问题：更新不及时。",
)


def written(report, **options):
    return gd.write(report, "text", **options).decode()


def whole(report, name="岚川市水务局", published=None):
    """Return a drawn report as an office would send it: with title, year, name and words."""
    otherwise = type(report.requests.outcomes.closed_otherwise)
    year = 2020 if otherwise is gd.ByApplicant else 2023
    report = attrs.evolve(
        report,
        year=year,
        title=f"{name}{year}年政府信息公开工作年度报告",
        published=published,
        agency=gd.Agency(name=name),
    )
    return attrs.evolve(
        report,
        **{
            section: gd.Prose(heading=heading_of(report, section).zh, paragraphs=PARAGRAPHS)
            for section in ("overview", "problems", "other_matters")
        },
    )


def without_kind(report):
    """Return a report without what a reader tells from the body's name."""
    return attrs.evolve(report, agency=gd.Agency(name=report.agency.name))


@given(right_tables(), st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_report_is_read_back_equal(report, published):
    report = whole(report, published=published)
    reading = gd.read(gd.write(report, "text"), format="text")
    assert without_kind(reading.report) == report
    assert reading.unplaced == ()
    assert reading.missing == ()


@given(right_tables(), st.data())
def test_blank_cells_are_read_back_as_blank_cells(report, data):
    report = whole(report)
    addresses = [address for address, _ in report.cells() if address.startswith("requests.")]
    blanks = data.draw(st.lists(st.sampled_from(addresses), max_size=9))
    report = report.replace(dict.fromkeys(blanks))
    assert without_kind(gd.read(gd.write(report, "text"), format="text").report) == report


@pytest.mark.parametrize("unit", [*gd.Unit, None])
def test_the_unit_of_procurement_is_read_back(unit):
    report = whole(gd.AnnualReport.blank_form("2019", fill=0))
    report = report.replace(
        {"proactive_disclosure.procurement": gd.Procurement(projects=1, amount=2, unit=unit)}
    )
    assert without_kind(gd.read(gd.write(report, "text"), format="text").report) == report


@given(any_reports())
def test_the_figures_of_one_column_end_in_one_place(report):
    lines = written(report).split("\n")
    for table in tables(report):
        if table.name == "proactive_disclosure" or not table.rows:
            continue
        ends = {}
        for box_line in _lines_of(table, lines):
            for column, end in box_line:
                ends.setdefault(column, set()).add(end)
        assert all(len(found) == 1 for found in ends.values())


def _lines_of(table, lines):
    """Return for each line of figures the places where its figures end, by column."""
    figures = [
        [number(box.value) or "-" for box in row if box.role is Role.VALUE] for row in table.rows
    ]
    wanted = [row for row in figures if row]
    start = lines.index(table.heading.zh)
    candidates = [line for line in lines[start:] if line.split()[-len(wanted[0]) :] in wanted]
    assert len(candidates) == len(wanted)
    for row, line in zip(wanted, candidates, strict=True):
        assert line.split()[-len(row) :] == row
        end = len(line)
        found = []
        for column in reversed(range(len(row))):
            end = line.rindex(row[column], 0, end)
            found.append((column, cell_len(line[: end + len(row[column])])))
        yield found


@pytest.mark.parametrize("text", [*HOSTILE, LONG])
def test_text_stays_on_its_line_and_whole(text):
    report = gd.AnnualReport(
        title=f"题{text}", overview=gd.Prose(heading=f"一{text}", paragraphs=(f"{text}", "末"))
    )
    blocks = written(report).rstrip("\n").split("\n\n")
    assert blocks == [on_one_line(f"题{text}"), on_one_line(f"一{text}"), on_one_line(text), "末"]


def test_no_control_character_reaches_a_terminal():
    text = "".join(map(chr, range(0xA0)))
    report = gd.AnnualReport(title=text, overview=gd.Prose(heading=text, paragraphs=(text,)))
    assert {c for c in written(report) if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0} == {"\n"}
