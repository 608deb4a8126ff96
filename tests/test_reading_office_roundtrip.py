"""Reports written as Word documents and workbooks read back equal, through LibreOffice too."""

import io
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import govdisclosure as gd
from govdisclosure.strategies import any_reports
from test_reading_roundtrip import part_blank_reports
from workbooks import drawn, has_soffice, without_values

NAME = "云溪县青石镇人民政府"
TITLE = f"{NAME}2022年政府信息公开工作年度报告"
FORMATS = pytest.mark.parametrize("form", ["docx", "xlsx"])
SENTENCES = st.lists(
    st.sampled_from(
        [
            "全年主动公开政府信息124条。",
            "加强队伍建设，组织培训2次，参训45人；",
            "（一）公开平台建设",
            "1.公开不够及时",
            "收到申请３件",
            "没有其他需要报告的事项" * 12,
        ]
    ),
    min_size=1,
    max_size=4,
)


@st.composite
def told_reports(draw):
    """Reports with a title, and with prose under the official headings."""
    report = draw(part_blank_reports())
    words = {
        name: gd.Prose(heading=heading, paragraphs=tuple(draw(SENTENCES)))
        for name, heading in HEADINGS.items()
    }
    return report.replace(
        {"title": TITLE, "year": 2022, "agency.name": NAME, "published": date(2023, 1, 20), **words}
    )


HEADINGS = {
    "overview": "一、总体情况",
    "problems": "五、存在问题及改进情况",
    "other_matters": "六、其他需要报告的事项",
}


def assert_equal(reading, report, *, notes=()):
    assert (reading.missing, reading.unplaced, reading.notes) == ((), (), notes)
    found = reading.report
    assert dict(found.cells()) == dict(report.cells())
    assert (found.title, found.year, found.agency.name) == (TITLE, 2022, NAME)
    assert found.published == report.published
    for name in HEADINGS:
        assert getattr(found, name) == getattr(report, name)


@FORMATS
@settings(max_examples=50, deadline=None)
@given(report=told_reports())
def test_a_report_reads_back_equal(form, report):
    """Its cells, blanks, layouts, title, body, year, date, headings and paragraphs."""
    assert_equal(gd.read(gd.write(report, form)), report)


@FORMATS
@settings(max_examples=50, deadline=None)
@given(report=any_reports(small=True))
def test_any_report_reads_back_as_its_page_does(form, report):
    """Absent rows and mixed layouts: the same cells, and the same that is missing."""

    def outcome(data):
        try:
            reading = gd.read(data)
        except gd.NoReport as error:
            return str(error)
        return dict(reading.report.cells()), reading.missing, len(reading.unplaced)

    assert outcome(gd.write(report, form)) == outcome(gd.write(report, "html"))


@settings(max_examples=20, deadline=None)
@given(report=told_reports())
def test_last_years_figures_in_a_workbook_are_no_second_report(report):
    prior = report.replace({"year": 2021, "title": None})
    data = gd.write(report, "xlsx", prior=prior)
    assert "上年 Prior" in load_workbook(io.BytesIO(data)).sheetnames
    carried = {
        f"requests.carried_in.{column}": report.get(f"requests.carried_in.{column}")
        for column in ("natural_person", "enterprise", "total")
    }
    found = gd.read(data).report
    for address, value in carried.items():
        assert value is None or found.get(address) == value
    assert found.year == 2022


def converted(sources, suffix, kind):
    """Documents as LibreOffice saves them in another format, all by one process."""
    with TemporaryDirectory() as folder:
        given, result, profile = (Path(folder, name) for name in ("in", "out", "profile"))
        given.mkdir()
        paths = [given / f"{i:03}.{suffix}" for i in range(len(sources))]
        for path, data in zip(paths, sources, strict=True):
            path.write_bytes(data)
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        options = ["--convert-to", kind, "--outdir", str(result)]
        subprocess.run(
            [*command, *options, *map(str, paths)], check=True, capture_output=True, timeout=300
        )
        suffix = kind.partition(":")[0]
        return [(result / f"{path.stem}.{suffix}").read_bytes() for path in paths]


@pytest.mark.parametrize(
    ("form", "kind"),
    [("html", "docx:MS Word 2007 XML"), ("docx", "docx:MS Word 2007 XML")],
    ids=["page", "document"],
)
def test_what_libreoffice_saves_as_a_word_document_reads_back_equal(form, kind):
    has_soffice()
    given_reports = drawn(told_reports(), 8)
    sources = [gd.write(report, form) for report in given_reports]
    for report, data in zip(given_reports, converted(sources, form, kind), strict=True):
        assert_equal(gd.read(data), report)


def test_a_workbook_that_libreoffice_has_computed_reads_back_equal():
    """Its totals are then those of the program, not those that we stored."""
    has_soffice()
    given_reports = drawn(told_reports(), 8)
    sources = [without_values(gd.write(report, "xlsx")) for report in given_reports]
    results = converted(sources, "xlsx", "xlsx:Calc MS Excel 2007 XML")
    for report, data in zip(given_reports, results, strict=True):
        assert_equal(gd.read(data), report)
