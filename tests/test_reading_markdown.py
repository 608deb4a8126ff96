"""Reports in Markdown: real ones, those of our own writer, and what converters leave."""

import json
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies.documents.text import by_markdown
from govdisclosure.strategies.documents.writing import written
from test_damage import numbered
from test_reading_text import whole_reports

CORPUS = ("2023_suqian_shizhengfu", "2024_suqian_shizhengfu", "2024_shanghai_kewei")
HEADS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
NUMBERS = ["11", "12", "13", "14", "15", "16", "17"]
OTHERS = ["21", "22", "23", "24", "25", "26", "27"]


def read(text):
    return gd.read(text.encode(), format="md")


def received(reading, row="received"):
    """The seven numbers of a row of table 三, as printed."""
    cells = dict(reading.report.cells())
    row = [n for a, n in cells.items() if a.startswith(f"requests.{row}.")]
    return [None if n is None else str(n) for n in row]


def table(*lines, delimiter=True):
    """A section 三 with a pipe table."""
    head = "| 内容 | " + " | ".join(HEADS) + " |"
    below = ["|" + "---|" * 8] if delimiter else []
    return "\n".join(["## 三、收到和处理政府信息公开申请情况", "", head, *below, *lines])


def piped(label, numbers):
    return f"| {label} | {' | '.join(numbers)} |"


# ------------------------------------------------------------------ real reports


@pytest.fixture(scope="module", params=CORPUS)
def real(request, shared):
    """A real report: what a careful reader found in it, and its reading."""
    folder = shared / "corpus"
    text = (folder / f"{request.param}.expected.json").read_text(encoding="utf-8")
    return json.loads(text, parse_float=Decimal), gd.read(folder / f"{request.param}.md")


def test_every_cell_of_a_real_report_is_right(real):
    expected, reading = real
    assert dict(reading.report.cells()) == expected["cells"]
    assert (reading.missing, reading.unplaced) == ((), ())


def test_a_real_report_breaks_no_relation_and_misses_nothing(real):
    """What is left is a blank: the total of a row, stranded in the text."""
    expected, reading = real
    review = gd.check(reading)
    of_tables = [f for f in review.findings if not f.rule.startswith(("text.", "publication."))]
    rules = {(finding.rule, cell) for finding in of_tables for cell in finding.cells}
    blank = {cell for cell, number in expected["cells"].items() if number is None}
    assert rules == {("cell.blank", cell) for cell in blank}


@pytest.mark.parametrize(
    ("name", "year", "body", "paragraphs"),
    [
        ("2023_suqian_shizhengfu", 2023, "宿迁市", (8, 5, 1)),
        ("2024_suqian_shizhengfu", 2024, "宿迁市", (8, 1, 1)),
        ("2024_shanghai_kewei", 2024, "上海市科委", (12, 5, 2)),
    ],
)
def test_the_head_and_the_prose_of_a_real_report_are_read(name, year, body, paragraphs, shared):
    """Lines that a page broke are joined, also where a page ends; numbering that starts again."""
    report = gd.read(shared / "corpus" / f"{name}.md").report
    assert (report.year, report.agency.name) == (year, body)
    assert report.title.endswith("年度报告")
    sections = (report.overview, report.problems, report.other_matters)
    assert tuple(len(section.paragraphs) for section in sections) == paragraphs
    assert report.overview.heading == "一、总体情况"


def test_prose_under_a_heading_like_that_of_a_table_is_not_lost(shared):
    """The table comes later, under a heading of its own; what follows it begins with problems."""
    report = gd.read(shared / "corpus" / "2024_shanghai_kewei.md").report
    assert any("34 件" in paragraph for paragraph in report.overview.paragraphs)
    assert report.problems.heading is None
    assert report.problems.paragraphs[0] == "（一）主要问题"


# ------------------------------------------------------------------ our own writer


def unequal(report, reading):
    """What reads back otherwise than it was written."""
    found = reading.report.replace({"agency.kind": None, "agency.level": None})
    return [] if found == report else [(found, report)]


@settings(max_examples=60, deadline=None)
@given(whole_reports(), st.booleans())
def test_a_written_report_reads_back_equal(report, english):
    reading = gd.read(gd.write(report, "md", english=english))
    assert (reading.missing, reading.unplaced) == ((), ())
    if english:
        assert dict(reading.report.cells()) == dict(report.cells())
    else:
        assert unequal(report, reading) == []


@settings(max_examples=60, deadline=None)
@given(whole_reports(), st.integers(0, 2**32), st.sampled_from([0.1, 0.5, 0.9, 1.0]))
def test_blanks_and_absent_rows_read_back(report, seed, share):
    random = Random(seed)
    blank = {a: None for a, _ in report.cells() if random.random() < share}
    report = report.replace(blank)
    rows = ["proactive_disclosure.penalties", "requests.outcomes.denied.state_secret"]
    report = report.replace({row: None for row in rows if random.random() < 0.3})
    reading = gd.read(gd.write(report, "md"))
    assert dict(reading.report.cells()) == dict(report.cells())
    assert reading.unplaced == ()


def test_mixed_layouts_read_back():
    """Each row keeps the layout that it has."""
    one, other = (gd.AnnualReport.blank_form(e.name, fill=3) for e in gd.EDITIONS)
    for name in ("normative_documents", "fees", "licensing"):
        address = f"proactive_disclosure.{name}"
        mixed = other.replace({address: getattr(one.proactive_disclosure, name)})
        reading = gd.read(gd.write(mixed, "md"))
        assert reading.report.proactive_disclosure == mixed.proactive_disclosure


# ------------------------------------------------------------------ what converters leave


@pytest.mark.parametrize("delimiter", [True, False])
def test_a_table_is_read_with_the_line_below_its_head_or_without(delimiter):
    reading = read(table(piped(RECEIVED, NUMBERS), delimiter=delimiter))
    assert received(reading) == NUMBERS


@pytest.mark.parametrize(
    "row",
    [
        piped(RECEIVED, NUMBERS).strip("|"),
        piped(RECEIVED, NUMBERS).removesuffix("|"),
        piped(f"**{RECEIVED}**", [f"**{n}**" for n in NUMBERS]),
        piped(RECEIVED, [*NUMBERS[:6], "<b>17</b>"]),
        piped(RECEIVED.replace("申请", "<br>申请"), NUMBERS),
        piped(RECEIVED, ["&nbsp;11&nbsp;", "１２", *NUMBERS[2:]]),
        "| 一、本年新收政府\n信息公开申请数量 | " + " | ".join(NUMBERS) + " |",
        f"| {RECEIVED} || " + " | ".join(NUMBERS) + " |",
        piped(RECEIVED, [*NUMBERS, "", ""]),
        f"> {piped(RECEIVED, NUMBERS)}",
        "||||||||\n" + piped(RECEIVED, NUMBERS),
        piped(RECEIVED, ["[11](#a)", "`12`", *NUMBERS[2:]]),
    ],
)
def test_a_row_is_read_whatever_its_markup(row):
    rest = (piped(CARRIED, OTHERS), piped("（一）予以公开", OTHERS))
    assert received(read(table(row, *rest))) == NUMBERS


@pytest.mark.parametrize(
    ("numbers", "why"),
    [
        (NUMBERS[:6], "a cell is gone"),
        (["11 12", *NUMBERS[2:]], "a pipe is gone"),
        (["11<br>12", *NUMBERS[2:]], "two numbers in a cell"),
        (["11", r"12 \| 13", *NUMBERS[3:]], "an escaped pipe is none"),
        ([*NUMBERS, "18"], "a number more than the form has columns"),
        (["11~~12~~", *NUMBERS[2:]], "struck text is no digit"),
    ],
)
def test_a_row_of_other_cells_than_the_table_has_is_in_no_column(numbers, why):
    """Its numbers are unplaced, and its cells are missing."""
    reading = read(table(piped(RECEIVED, numbers), piped(CARRIED, OTHERS)))
    assert received(reading) == [None] * 7, why
    assert received(reading, "carried_in") == OTHERS
    unplaced = [entry.place.text for entry in reading.unplaced]
    assert all(any(n in text for text in unplaced) for n in NUMBERS[3:6])
    assert len([cell for cell in reading.missing if cell.startswith("requests.received.")]) == 7


def test_raised_text_is_a_note_and_no_digit():
    reading = read(table(piped(RECEIVED, ["1<sup>2</sup>", *NUMBERS[1:]])))
    assert received(reading) == ["1", *NUMBERS[1:]]


def test_a_picture_of_a_number_is_not_read():
    """Not even its description, which nobody sees."""
    reading = read(table(piped(RECEIVED, [*NUMBERS[:2], "![13](13.png)", *NUMBERS[3:]])))
    assert received(reading)[2] is None
    assert "![13]" in [entry.place.text for entry in reading.unplaced]


def test_a_head_repeated_after_a_page_break_is_no_row():
    head = "| 内容 | " + " | ".join(HEADS) + " |"
    delimiter = "|" + "---|" * 8
    reading = read(table(piped(RECEIVED, NUMBERS), "", head, delimiter, piped(CARRIED, OTHERS)))
    assert (received(reading), received(reading, "carried_in")) == (NUMBERS, OTHERS)


def test_heads_that_changed_places_take_their_numbers_along():
    text = table(piped(RECEIVED, NUMBERS)).replace("自然人 | 商业企业", "商业企业 | 自然人")
    assert received(read(text)) == ["12", "11", *NUMBERS[2:]]


def test_a_table_in_html_is_read_and_knows_its_line():
    rows = "".join(f"<td>{n}</td>" for n in NUMBERS)
    heads = "".join(f"<th>{h}</th>" for h in HEADS)
    page = f"<table><tr><th>内容</th>{heads}</tr>\n<tr><td>{RECEIVED}</td>{rows}</tr></table>"
    reading = read(f"## 三、收到和处理政府信息公开申请情况\n\n{page}\n\n后文。")
    assert received(reading) == NUMBERS
    assert reading.places["requests.received.total"].line == 4


def test_what_stands_between_fences_is_read_as_text():
    row = "\t".join([RECEIVED, *NUMBERS])
    fenced = "```\n" + "\t".join(["内容", *HEADS]) + f"\n{row}\n"
    for end in ("```", ""):
        reading = read(f"## 三、收到和处理政府信息公开申请情况\n{fenced}{end}")
        assert received(reading) == NUMBERS
        assert reading.places["requests.received.total"].line == 4


@pytest.mark.parametrize(
    "heading",
    [
        "## 一、总体情况",
        "##一、总体情况",
        "**一、总体情况**",
        "## **一、总体情况** ##",
        "一、总体情况\n---",
        "> ### 一、总体情况",
    ],
)
def test_a_heading_is_told_however_it_is_marked(heading):
    text = f"{heading}\n\n- 全年公开信息**15**条\\*。\n\n{table(piped(RECEIVED, NUMBERS))}"
    assert read(text).report.overview.paragraphs == ("全年公开信息15条*。",)


def test_bold_that_ends_at_a_full_width_colon_is_bold():
    """Markdown's own rules leave its marks standing between Chinese characters."""
    text = f"## 一、总体情况\n\n**（一）主动公开。**全年15条。\n\n{table(piped(RECEIVED, NUMBERS))}"
    assert read(text).report.overview.paragraphs == ("（一）主动公开。全年15条。",)


def test_a_sign_before_a_number_is_no_mark_of_a_list():
    text = "二、主动公开政府信息情况\n行政许可\n6\n- 4\n2"
    found = [n for _, n in read(text).report.cells() if n is not None] if _is_report(text) else []
    assert 4 not in found


def _is_report(text):
    try:
        read(text)
    except gd.NoReport:
        return False
    return True


# ------------------------------------------------------------------ telling it, and bad input


@pytest.mark.parametrize(
    "text",
    [
        table(piped(RECEIVED, NUMBERS)),
        "\ufeff" + table(piped(RECEIVED, NUMBERS)),
        table(piped(RECEIVED, NUMBERS)).replace("\n", "\r\n"),
        table(piped(RECEIVED, NUMBERS)).replace("\n", "\r"),
        "<!-- 第1页 -->\n" + table(piped(RECEIVED, NUMBERS)),
    ],
    ids=["plain", "BOM", "Windows", "old Mac", "a comment first"],
)
def test_markdown_is_told_from_its_content(text):
    reading = gd.read(text.encode())
    assert received(reading) == NUMBERS
    assert reading.places["requests.received.total"].table == 1


def test_markdown_in_two_encodings_reads_alike():
    text = by_markdown(written(numbered("2021", Random(3))))
    assert gd.read(text.encode("gb18030")) == gd.read(text.encode())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("|" * 1_000_000, "characters"),
        ("||||\n" * 19_000, "rows"),
        ("| a " * 20_000 + "|", "columns"),
        ("| a " * 20_000 + "|\n" + "|---" * 20_000 + "|", "columns"),
        (("*a" * 499 + "\n") * 200, "markup"),
        (("![a" * 160 + "\n") * 1_000, "markup"),
        ("# a\n\0", "not readable"),
        ("行\n" * 20_001, "lines"),
    ],
    ids=["pipes", "rows", "columns", "head", "stars", "pictures", "NUL", "lines"],
)
def test_what_goes_beyond_the_limits_is_refused_with_the_limit(text, says):
    with pytest.raises(gd.UnreadableDocument, match=says):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "```\n" * 19_999,
        ">" * 90_000 + " a",
        "\n".join(" " * i + "- a" for i in range(900)),
        "<table>" * 10_000,
        "# a\n" + "<table><tr><td>\n" * 9_000,
        "<!-- a\n" * 15_000,
        "| a\n" * 1_900,
        "# " + "#" * 90_000 + "x",
        ("\\" * 400 + "|\n") * 100,
        "[" * 500,
    ],
    ids=range(10),
)
def test_deep_and_unclosed_markup_ends_in_a_reading_or_a_reason(text):
    with pytest.raises((gd.NoReport, gd.UnreadableDocument)):
        read(text)


MARKS = (
    "|",
    "\\",
    "**",
    "`",
    "```",
    "\n",
    "\n\n",
    "# ",
    "> ",
    "- ",
    "---",
    "|---|",
    "~~",
    "![a](b)",
)
TAGS = ("<br>", "<table>", "</table>", "<td>", "<!--", "-->", "&nbsp;")
WORDS = ("三、收到和处理政府信息公开申请情况", RECEIVED, "自然人", "总计", "0", "12", " ", "全年。")
PIECES = st.sampled_from((*MARKS, *TAGS, *WORDS))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_no_arrangement_of_marks_crashes_the_reader(text):
    try:
        reading = read(text)
    except (gd.NoReport, gd.UnreadableDocument):
        return
    assert isinstance(gd.loads(gd.dumps(reading.report)), gd.AnnualReport)
