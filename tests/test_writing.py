"""Writing in any format: the registry, what is told under the title, and what is refused."""

import sys
from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies import any_reports
from govdisclosure.writers import FORMATS, format_of
from govdisclosure.writers.characters import one_line, writable
from govdisclosure.writers.words import lines_below_title, number, title_of
from hostile import HOSTILE, LONG, on_one_line, shown

FOR_PEOPLE = ("html", "docx", "md", "text")
MINE = (*FOR_PEOPLE, "json")


@pytest.mark.parametrize("name", MINE)
@settings(max_examples=30)
@given(report=any_reports(), english=st.booleans())
def test_any_report_is_written_and_the_same_report_gives_the_same_bytes(name, report, english):
    written = gd.write(report, name, english=english)
    assert written
    assert gd.write(report, name, english=english) == written


@given(any_reports())
def test_json_is_read_back_as_the_same_report(report):
    assert gd.loads(gd.write(report, "json")) == report


@pytest.mark.parametrize("name", FOR_PEOPLE)
@pytest.mark.parametrize(
    "report",
    [
        gd.AnnualReport(),
        gd.AnnualReport(overview=gd.Prose()),
        gd.AnnualReport(requests=gd.Requests(), remedies=gd.Remedies()),
        gd.AnnualReport(year=9999, title="", agency=gd.Agency(name="")),
        gd.AnnualReport(title="题" * 300, agency=gd.Agency(name="局" * 300)),
        gd.AnnualReport(overview=gd.Prose(heading=LONG, paragraphs=(LONG, ""))),
    ],
    ids=["nothing", "no paragraph", "no rows", "last year", "long title", "long text"],
)
def test_an_odd_report_is_written_as_it_is(name, report):
    assert gd.write(report, name, english=True)


def test_english_labels_are_added_only_when_asked_for():
    report = gd.AnnualReport.blank_form("2021")
    for name in ("html", "md", "text"):
        plain, english = (gd.write(report, name, english=e).decode() for e in (False, True))
        assert "Requests newly received this year" not in plain
        assert "Requests newly received this year" in english
        assert "一、本年新收政府信息公开申请数量" in english


def test_an_unknown_format_is_refused_with_those_that_there_are():
    with pytest.raises(gd.UnknownName) as caught:
        gd.write(gd.AnnualReport(), "odt")
    for words in (caught.value.wording.zh, caught.value.wording.en):
        assert "odt" in words
        assert all(name in words for name in FORMATS)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("report.JSON", "json"),
        ("a/报告.html", "html"),
        ("a.b.htm", "html"),
        ("报告.docx", "docx"),
        ("报告.xlsx", "xlsx"),
        ("README.md", "md"),
        ("notes.markdown", "md"),
        ("report.txt", "text"),
    ],
)
def test_a_file_name_tells_the_format_by_its_end(path, name):
    assert format_of(path).name == name


@pytest.mark.parametrize("path", ["report", "report.odt", "report.docx.zip", "html", ""])
def test_a_file_name_with_an_unknown_end_is_refused_with_the_known_ones(path):
    with pytest.raises(gd.UnknownName) as caught:
        format_of(path)
    for words in (caught.value.wording.zh, caught.value.wording.en):
        assert ".docx" in words
        assert ".html" in words


@pytest.mark.parametrize(("name", "library"), [("docx", "docx"), ("xlsx", "xlsxwriter")])
def test_a_missing_library_is_named_with_the_command_that_installs_it(name, library, monkeypatch):
    for module in list(sys.modules):
        if module.startswith((library + ".", f"govdisclosure.writers.{name}")):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(gd.MissingExtra) as caught:
        gd.write(gd.AnnualReport(), name)
    assert caught.value.extra == name
    for words in (caught.value.wording.zh, caught.value.wording.en):
        assert library in words
        assert f"pip install 'govdisclosure[{name}]'" in words


@pytest.mark.parametrize("name", ["html", "md", "text", "json"])
def test_formats_that_need_no_library_are_written_without_any(name, monkeypatch):
    for form in FORMATS.values():
        if form.library:
            monkeypatch.setitem(sys.modules, form.library, None)
    monkeypatch.delitem(sys.modules, f"govdisclosure.writers.{name}", raising=False)
    assert gd.write(gd.AnnualReport(), name)


# ---------------------------------------------------------------- what stands at the top


def test_a_report_without_a_title_gets_one_of_its_name_and_year_and_no_more():
    agency = gd.Agency(name="岚川市水务局")
    assert title_of(gd.AnnualReport(year=2023, agency=agency)).zh == (
        "岚川市水务局2023年政府信息公开工作年度报告"
    )
    assert title_of(gd.AnnualReport()).zh == "政府信息公开工作年度报告"
    assert title_of(gd.AnnualReport(year=2023, title="年报", agency=agency)).zh == "年报"


def test_below_the_title_stands_what_it_does_not_say():
    report = gd.AnnualReport(
        year=2023,
        title="年度报告",
        agency=gd.Agency(name="岚川市水务局", code="11320000014000000X"),
        scope=gd.Scope.OWN,
        published=date(2024, 1, 20),
    )
    assert [line.zh for line in lines_below_title(report)] == [
        "报告机关：岚川市水务局",
        "机构代码：11320000014000000X",
        "报告年度：2023",
        "数据范围：本级",
        "发布日期：2024-01-20",
    ]
    assert all(line.en for line in lines_below_title(report))


def test_below_the_title_nothing_is_said_twice_and_nothing_made_up():
    report = gd.AnnualReport(
        year=2023,
        title="岚川市水务局2023年政府信息公开工作年度报告",
        agency=gd.Agency(name="岚川市水务局", kind=gd.AgencyKind.DEPARTMENT),
    )
    assert list(lines_below_title(report)) == []
    assert list(lines_below_title(gd.AnnualReport())) == []


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_two_reports_that_differ_in_what_is_known_of_them_differ_as_documents(name):
    report = gd.AnnualReport(year=2023, agency=gd.Agency(name="岚川市水务局"))
    own = attrs.evolve(report, scope=gd.Scope.OWN)
    consolidated = attrs.evolve(report, scope=gd.Scope.CONSOLIDATED)
    assert len({gd.write(r, name) for r in (report, own, consolidated)}) == 3


# ---------------------------------------------------------------- characters and numbers


@pytest.mark.parametrize("text", HOSTILE)
def test_only_what_no_format_can_hold_is_shown_as_a_replacement_character(text):
    assert writable(text) == shown(text)


@given(st.text())
def test_writable_text_keeps_its_length_and_all_that_can_be_written(text):
    assert writable(text) == shown(text)
    assert len(writable(text)) == len(text)
    assert writable(writable(text)) == writable(text)


@given(st.text())
def test_one_line_of_text_is_one_line_with_the_same_words(text):
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line.split() == on_one_line(text).split()


@given(any_reports())
def test_a_number_is_printed_in_plain_digits_that_give_it_back(report):
    for _, value in report.cells():
        printed = number(value)
        if value is None:
            assert printed == ""
        else:
            assert type(value)(printed) == value
            assert not set(printed) - set("-0123456789.")


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("x.txt", 'Path("x.txt").write_bytes(gd.write(report, "text"))'),
        ("txt", 'Path("report.txt").write_bytes(gd.write(report, "text"))'),
        ("a/b.markdown", 'Path("a/b.markdown").write_bytes(gd.write(report, "md"))'),
    ],
)
def test_the_name_of_a_file_is_no_format_and_the_line_that_writes_it_is_said(asked, line):
    with pytest.raises(gd.UnknownName) as caught:
        gd.write(gd.AnnualReport(), asked)
    assert line in caught.value.wording.zh
    assert line in caught.value.wording.en


def test_what_is_neither_a_format_nor_a_file_of_one_is_told_what_there_is():
    with pytest.raises(gd.UnknownName, match=r"there are: json, html, docx, xlsx, md, text\Z"):
        gd.write(gd.AnnualReport(), "pdf")
