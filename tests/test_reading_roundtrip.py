"""What is written can be read back; what a document says beside its cells is told, never lost."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from families import right_tables
from govdisclosure.readers.blocks import Paragraph
from govdisclosure.readers.placing.prose import paragraphs

EXAMPLE = Path(__file__).parent.parent / "examples" / "township-2023"
FORMATS = pytest.mark.parametrize("form", ["docx", "html", "text", "xlsx"])
LANGUAGES = pytest.mark.parametrize("english", [False, True], ids=["chinese", "english"])
EDITIONS = pytest.mark.parametrize("edition", [edition.name for edition in gd.EDITIONS])


@pytest.fixture
def text():
    """The text of a right report, which is read whole."""
    return EXAMPLE.with_suffix(".txt").read_text(encoding="utf-8")


def read(text):
    return gd.read(text.encode(), format="text")


def assert_reads_back(report, form, *, english):
    """Assert that the same rows with the same values come back, and that nothing needs telling."""
    reading = gd.read(gd.write(report, form, english=english), format=form)
    assert dict(reading.report.cells()) == dict(report.cells())
    assert (reading.missing, reading.unplaced, reading.notes) == ((), (), ())


@st.composite
def part_blank_reports(draw):
    """A complete report in which each cell is blank with some probability, up to all of them."""
    report = draw(right_tables())
    random = Random(draw(st.integers(0, 2**32)))
    share = draw(st.sampled_from([0.1, 0.5, 0.9, 0.98, 1.0]))
    return report.replace(
        {address: None for address, _ in report.cells() if random.random() < share}
    )


@FORMATS
@LANGUAGES
@settings(max_examples=25, deadline=None)
@given(report=right_tables())
def test_a_complete_report_reads_back_as_it_was_written(form, english, report):
    assert_reads_back(report, form, english=english)


@FORMATS
@LANGUAGES
@settings(max_examples=40, deadline=None)
@given(report=part_blank_reports())
def test_blank_cells_read_back_as_blank(form, english, report):
    assert_reads_back(report, form, english=english)


@FORMATS
@LANGUAGES
@EDITIONS
def test_a_blank_form_reads_back_with_every_cell_blank(form, english, edition):
    assert_reads_back(gd.AnnualReport.blank_form(edition), form, english=english)


@FORMATS
def test_a_title_with_its_translation_still_tells_the_agency_and_the_year(form):
    report = gd.read(EXAMPLE.with_suffix(".txt")).report
    found = gd.read(gd.write(report.replace({"title": None}), form, english=True), format=form)
    assert (found.report.year, found.report.agency.name) == (report.year, report.agency.name)


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_the_fees_are_read_under_a_head_without_the_note_on_the_unit(suffix):
    """The unit is then the one that the form prints there."""
    whole = EXAMPLE.with_suffix(suffix).read_text(encoding="utf-8")
    assert "本年收费金额（单位：万元）" in whole
    reading = gd.read(whole.replace("本年收费金额（单位：万元）", "本年收费金额").encode())
    fees = reading.report.proactive_disclosure.fees
    assert (fees.amount, fees.unit) == (0, gd.Unit.TEN_THOUSAND_YUAN)
    assert (reading.missing, reading.unplaced) == ((), ())


@pytest.mark.parametrize("dropped", [1, 4])
def test_blocks_whose_numbers_are_not_fifteen_are_there_with_their_cells_lost(text, dropped):
    """They are not absent: each cell is missing, and each number that is printed is unplaced."""
    head, heading, rest = text.partition("四、政府信息公开行政复议、行政诉讼情况")
    lines = rest.splitlines()
    at = next(i for i, line in enumerate(lines) if line.split() and line.split()[0].isdigit())
    printed = lines[at].split()
    assert len(printed) == 15
    lines[at] = "    ".join(printed[dropped:])
    reading = read(head + heading + "\n".join(lines))
    cells = {a: n for a, n in reading.report.cells() if a.startswith("remedies.")}
    assert len(cells) == 15
    assert set(cells.values()) == {None}
    assert sorted(reading.missing) == sorted(cells)
    assert [entry.place.text for entry in reading.unplaced] == printed[dropped:]


@pytest.mark.parametrize(
    "sentence",
    [
        "二、主动公开政府信息情况如下：本年公开5件",
        "二、主动公开政府信息，情况较好",
        "五、存在的主要问题及改进情况。见下文",
        "二、主动公开政府信息情况5件",
    ],
)
def test_a_sentence_that_begins_like_a_heading_stays_in_its_section(text, sentence):
    before, heading, after = text.partition("二、主动公开政府信息情况")
    reading = read(f"{before}{sentence}\n\n{heading}{after}")
    assert reading.report.overview.paragraphs[-1] == sentence
    assert reading.report.replace({"overview": None}) == read(text).report.replace(
        {"overview": None}
    )


@pytest.mark.parametrize(
    "heading", ["二、2023年主动公开政府信息情况", "二、主动公开政府信息情况："]
)
def test_a_year_or_a_colon_at_the_end_makes_no_sentence_of_a_heading(text, heading):
    reading = read(text.replace("二、主动公开政府信息情况", heading))
    assert reading.report == read(text).report


def test_a_heading_in_its_very_words_is_one_whatever_sets_them_apart(text):
    official = "六、其他需要报告的事项"
    reading = read(text.replace(official, "六、其他，需要报告的事项"))
    assert reading.report.other_matters.paragraphs == read(text).report.other_matters.paragraphs


@pytest.mark.parametrize(
    "heading", ["三、收到和处理政府信息公开申请情况", "五、存在的主要问题及改进情况"]
)
def test_paragraphs_around_a_table_are_told(text, heading):
    """They are in no section in words; a note quotes the first, and says how many they are."""
    first = "本机关全年按时答复了收到的全部政府信息公开申请，没有逾期答复的情形。"
    second = "以上各表均由本机关办公室核对。"
    reading = read(text.replace(heading, f"{first}\n\n{second}\n\n{heading}"))
    assert reading.report == read(text).report
    (note,) = reading.notes
    for told in (note.zh, note.en):
        assert first[:30] in told
        assert first not in told
        assert "2" in told.replace(first[:30], "")


def test_a_line_of_text_between_the_rows_of_a_table_is_told(text):
    row = next(line for line in text.splitlines() if "2.重复申请" in line)
    reading = read(text.replace(row, f"{row}\n注：重复申请含上年的一件"))
    assert reading.report == read(text).report
    assert ["注：重复申请含上年的一件" in note.zh for note in reading.notes] == [True]


def test_a_note_in_a_row_of_a_web_page_is_told():
    page = EXAMPLE.with_suffix(".html").read_text(encoding="utf-8")
    end = page.rindex("</tbody>")
    note = '<tr><td colspan="15">注：含上年结转的案件</td></tr>'
    reading = gd.read((page[:end] + note + page[end:]).encode())
    assert ["注：含上年结转的案件" in note.zh for note in reading.notes] == [True]
    assert (reading.missing, reading.unplaced) == ((), ())


def test_a_section_goes_on_under_its_repeated_heading(text):
    """As on a new page: its paragraphs join those before, in their order."""
    heading = "五、存在的主要问题及改进情况"
    before, second = read(text).report.problems.paragraphs
    reading = read(text.replace(second, f"{heading}\n\n{second}"))
    assert reading.report.problems == read(text).report.problems
    assert before != second


def test_another_heading_of_the_same_section_is_one_of_its_paragraphs(text):
    first, second = read(text).report.problems.paragraphs
    reading = read(text.replace(second, f"存在的主要问题及改进措施\n\n{second}"))
    found = reading.report.problems.paragraphs
    assert found == (first, "存在的主要问题及改进措施", second)


def test_a_table_of_contents_hides_no_section(text):
    """The heading there has no text; that of the section itself is read."""
    title, _, rest = text.partition("\n")
    contents = "一、总体情况\n\n五、存在的主要问题及改进情况\n\n六、其他需要报告的事项"
    reading = read(f"{title}\n\n{contents}\n{rest}")
    assert reading.report == read(text).report


def test_a_row_that_slid_under_the_labels_with_its_blank_is_not_read_one_column_off(text):
    """Its sign for a blank stands left of the columns, so its numbers may be anywhere."""
    row = next(line for line in text.splitlines() if line.startswith("一、本年新收"))
    label, numbers = row.split("\t", 1)[0], row.split("\t")[-7:]
    slid = "\t".join([label, "-", *numbers[1:]])
    reading = read(text.replace(row, slid))
    received = [n for a, n in reading.report.cells() if a.startswith("requests.received.")]
    assert received == [None] * 7
    assert len([a for a in reading.missing if a.startswith("requests.received.")]) == 7
    assert [entry.place.text for entry in reading.unplaced] == numbers[1:]


def test_labels_one_row_off_are_noticed_by_the_blank_row_that_lost_its_label(text):
    """The numbers between the label without values and the row without a label are not taken."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("一、本年新收"))
    end = next(i for i, line in enumerate(lines) if line.startswith("四、结转下年度"))
    rows = [line.split("\t") for line in lines[start : end + 1]]
    values = [row[-7:] for row in rows[:-1]] + [["-"] * 7]
    labels = [row[:-7] for row in rows]
    shifted = zip([*labels, ["", ""]], [[""] * 7, *values], strict=True)
    lines[start : end + 1] = ["\t".join([*label, *found]) for label, found in shifted]
    reading = read("\n".join(lines))
    found = [n for a, n in reading.report.cells() if a.startswith("requests.") and n is not None]
    assert found == []


def test_a_paragraph_that_counts_its_points_goes_on_where_its_line_is_broken():
    """二是 begins a paragraph, unless the one before counts 一是 within it and has not ended."""
    first = (
        "一年来的主要问题有两个方面，按各站所自查的结果归纳如下：一是补贴信息发布后很少跟进解释；"
    )
    point = "二是个别村公示栏更新不及时。"

    def joined(*texts):
        lines = [Paragraph(text, gd.Place(text=text)) for text in texts]
        return [paragraph.text for paragraph in paragraphs(lines)]

    assert joined(first, point) == [first + point]
    assert joined(f"{first[:-1]}。", point) == [f"{first[:-1]}。", point]
    assert joined(f"一是{first[:20]}；", point) == [f"一是{first[:20]}；", point]
