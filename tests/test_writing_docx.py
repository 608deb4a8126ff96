# ruff: noqa: SLF001  # python-docx shows its XML only by private names
"""The Word document: merged cells, styles, fonts; and through LibreOffice and back unchanged."""

import shutil
import subprocess
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from lxml import etree

import govdisclosure as gd
from families import right_tables
from govdisclosure.strategies import any_reports
from govdisclosure.writers.official import Role, sections
from govdisclosure.writers.words import lines_below_title, number, title_of
from hostile import HOSTILE, LONG, shown


def opened(report, **options):
    return docx.Document(BytesIO(gd.write(report, "docx", **options)))


def grids(document):
    return [[[c.text for c in row.cells] for row in table.rows] for table in document.tables]


def drawn_tables(report):
    tables = [section.table for section in sections(report) if section.table]
    return [table for table in tables if table.rows]


def expected_grid(table):
    """Return a table's texts by row, a merged one at each place that it covers."""
    texts = [[""] * table.width for _ in table.rows]
    for row, column, box in table.placed():
        text = number(box.value) if box.role is Role.VALUE else box.label.zh
        for down in range(box.rows):
            for along in range(box.columns):
                texts[row + down][column + along] = text
    return texts


def as_read(text):
    """Return a text as the library reads it from a paragraph: each break as one."""
    return shown(text).replace("\r\n", "\n").replace("\r", "\n")


@given(any_reports())
@settings(max_examples=50)
def test_the_tables_have_the_cells_of_the_official_layout(report):
    assert grids(opened(report)) == [expected_grid(table) for table in drawn_tables(report)]


@given(any_reports())
@settings(max_examples=30)
def test_cells_over_several_rows_and_columns_are_truly_merged(report):
    for table, found in zip(drawn_tables(report), opened(report).tables, strict=True):
        for row, column, box in table.placed():
            begins = found.rows[row].cells[column]
            ends = found.rows[row + box.rows - 1].cells[column + box.columns - 1]
            assert begins._tc is ends._tc


@given(any_reports())
@settings(max_examples=50)
def test_all_words_of_the_report_are_in_it_in_order(report):
    expected = [("Title", title_of(report).zh)]
    expected += [("Report About", line.zh) for line in lines_below_title(report)]
    for section in sections(report):
        expected.append(("Heading 1", section.heading.zh))
        expected += [("Body Text", text) for text in section.paragraphs]
    assert [(p.style.name, p.text) for p in opened(report).paragraphs] == [
        (style, as_read(text)) for style, text in expected
    ]


@pytest.mark.parametrize("text", [*HOSTILE, LONG])
def test_what_looks_like_markup_is_text(text):
    report = gd.AnnualReport(
        title=f"题 {text}",
        agency=gd.Agency(name=f"局 {text}", code=text),
        overview=gd.Prose(heading=f"一 {text}", paragraphs=(text,)),
    )
    document = opened(report)
    paragraphs = {p.style.name: p.text for p in document.paragraphs}
    assert paragraphs["Title"] == shown(f"题 {text}")
    assert paragraphs["Heading 1"] == shown(f"一 {text}")
    assert paragraphs["Body Text"] == shown(text)
    assert {e.tag for e in document.element.body.iter()} <= {
        *(qn(f"w:{name}") for name in ("body", "p", "pPr", "pStyle", "r", "rPr", "rFonts", "t")),
        *(qn(f"w:{name}") for name in ("tab", "br", "sectPr", "pgSz", "pgMar", "cols", "docGrid")),
    }


def test_tables_of_several_head_rows_repeat_them_on_each_page():
    tables = opened(gd.AnnualReport.blank_form("2021")).tables
    repeated = [[r._tr.find(f".//{qn('w:tblHeader')}") is not None for r in t.rows] for t in tables]
    assert not any(repeated[0])
    assert repeated[1] == [True] * 3 + [False] * 25
    assert repeated[2] == [True] * 3 + [False]


def test_each_table_is_as_wide_as_the_text_whatever_it_holds():
    whole = gd.AnnualReport.blank_form("2021")
    for changes in ({}, {"remedies.litigation": None}, {"requests.outcomes": None}):
        document = opened(whole.replace(changes))
        section = document.sections[0]
        room = section.page_width - section.left_margin - section.right_margin
        for table in document.tables:
            assert sum(c.width for c in table.columns) == room
            for row in table.rows:
                cells = {id(cell._tc): cell for cell in row.cells}.values()
                assert sum(cell.width for cell in cells) == room


def test_each_table_is_named_for_those_who_hear_it():
    report = gd.AnnualReport.blank_form("2021")
    captions = [
        t._tbl.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) for t in opened(report).tables
    ]
    assert captions == [table.heading.zh for table in drawn_tables(report)]


def test_the_paper_is_a4():
    section = opened(gd.AnnualReport()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


@pytest.mark.parametrize(
    ("style", "font"),
    [
        ("Title", "黑体"),
        ("Heading 1", "黑体"),
        ("Report Table Head", "黑体"),
        ("Body Text", "仿宋"),
        ("Report Table Label", "仿宋"),
        ("Report Table Centred", "仿宋"),
    ],
)
def test_styles_have_the_fonts_of_offices_and_none_of_a_theme(style, font):
    fonts = opened(gd.AnnualReport()).styles[style].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == font
    assert not [name for name in fonts.attrib if "Theme" in name or "theme" in name]


def test_fonts_have_other_names_for_machines_without_them():
    written = ZipFile(BytesIO(gd.write(gd.AnnualReport(), "docx")))
    fonts = etree.fromstring(written.read("word/fontTable.xml"))
    others = {
        font.get(qn("w:name")): font.find(qn("w:altName")).get(qn("w:val")).split(",")
        for font in fonts
        if font.find(qn("w:altName")) is not None
    }
    assert {"FangSong", "Noto Serif CJK SC"} <= set(others["仿宋"])
    assert {"SimHei", "Noto Sans CJK SC"} <= set(others["黑体"])


def test_the_properties_say_what_the_report_says_and_no_more():
    report = gd.AnnualReport(year=2023, agency=gd.Agency(name="岚川市水务局"))
    properties = opened(report).core_properties
    assert properties.title == "岚川市水务局2023年政府信息公开工作年度报告"
    assert properties.author == "岚川市水务局"
    assert properties.created is None
    assert properties.modified is None
    assert "python-docx" not in (properties.comments or "")


def test_the_archive_holds_no_picture_and_no_time_of_day():
    with ZipFile(BytesIO(gd.write(gd.AnnualReport(), "docx"))) as written:
        assert written.testzip() is None
        assert {entry.date_time for entry in written.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in written.namelist() if name.endswith((".jpeg", ".png"))]


def test_english_labels_stand_on_a_line_of_their_own():
    document = opened(gd.AnnualReport.blank_form("2021"), english=True)
    texts = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert "规章\nGovernment rules" in texts
    assert "二、主动公开政府信息情况\nProactive disclosure" in [p.text for p in document.paragraphs]


# ---------------------------------------------------------------- LibreOffice


@pytest.fixture(scope="module")
def through_libreoffice(tmp_path_factory):
    """A function that opens and saves a document in LibreOffice, and returns it as a library."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("profile").as_uri()
    number_of = iter(range(1000))

    def convert(data):
        folder = tmp_path_factory.mktemp(f"office{next(number_of)}")
        (folder / "report.docx").write_bytes(data)
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
        subprocess.run(
            [*command, "--outdir", str(folder / "out"), str(folder / "report.docx")],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return docx.Document(str(folder / "out" / "report.docx"))

    return convert


@given(report=right_tables())
@settings(max_examples=3, suppress_health_check=[*HealthCheck])
@pytest.mark.parametrize("english", [False, True])
def test_text_and_tables_survive_libreoffice(english, report, through_libreoffice):
    report = report.replace(
        {"overview": gd.Prose(paragraphs=("（一）第一段。", "“引号”、<标签> & 其他", "两行\n一段"))}
    )
    before = opened(report, english=english)
    after = through_libreoffice(gd.write(report, "docx", english=english))
    assert grids(after) == grids(before)
    assert [(p.style.name, p.text) for p in after.paragraphs] == [
        (p.style.name, p.text) for p in before.paragraphs
    ]


def test_tables_that_lack_rows_and_blocks_survive_libreoffice(through_libreoffice):
    report = gd.AnnualReport.blank_form("2019", fill=1234567890123 % 10**12).replace(
        {
            "requests.outcomes.denied": None,
            "remedies.litigation.direct": None,
            "proactive_disclosure.government_rules": gd.DocumentsInForce(issued=1),
            "proactive_disclosure.licensing": None,
        }
    )
    after = through_libreoffice(gd.write(report, "docx"))
    assert grids(after) == [expected_grid(table) for table in drawn_tables(report)]
    repeated = [t._tbl.findall(f".//{qn('w:tblHeader')}") for t in after.tables]
    assert [len(rows) for rows in repeated] == [0, 3, 3]
    fonts = after.styles["Body Text"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == "仿宋"
