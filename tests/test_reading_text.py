"""Reports in text: real ones come out as a careful reader finds them, written ones as written."""

import json
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from families import right_tables
from govdisclosure.strategies.documents.rows import Document, Row
from govdisclosure.strategies.documents.text import (
    by_lines,
    by_piped_lines,
    by_pipes,
    by_spaces,
    by_tabs,
    in_spaces,
)
from govdisclosure.strategies.documents.writing import written

CORPUS = ("2023_huojia_shizhuangzhen", "2023_huaian_hongzequ")


@pytest.fixture(scope="module", params=CORPUS)
def real(request, shared):
    """A real report: what a careful reader found in it, and its reading."""
    folder = shared / "corpus"
    text = (folder / f"{request.param}.expected.json").read_text(encoding="utf-8")
    expected = json.loads(text, parse_float=Decimal)
    return expected, gd.read(folder / f"{request.param}.txt")


def test_every_cell_of_a_real_report_is_right(real):
    expected, reading = real
    assert dict(reading.report.cells()) == expected["cells"]


def test_nothing_of_a_real_report_is_missing_or_unplaced(real):
    _, reading = real
    assert (reading.missing, reading.unplaced) == ((), ())


def test_every_cell_of_a_real_report_has_its_place(real):
    """Blank cells too: the document has them, with nothing in them."""
    expected, reading = real
    assert set(reading.places) == set(expected["cells"])
    for address, number in expected["cells"].items():
        assert bool(reading.places[address].text) == (number is not None)


def test_the_head_and_the_headings_of_a_real_report_are_read(real):
    expected, reading = real
    report = reading.report
    if "title" in expected:
        assert report.title == expected["title"]
        assert report.agency.name == expected["agency"]["name"]
        assert report.agency.level == expected["agency"]["level"]
        for section, heading in expected["headings"].items():
            assert getattr(report, section).heading == heading
    assert report.year == 2023


def test_a_township_report_has_195_numbers_and_5_blanks(shared):
    reading = gd.read(shared / "corpus" / "2023_huojia_shizhuangzhen.txt")
    values = [value for _, value in reading.report.cells()]
    assert (values.count(0), values.count(None)) == (195, 5)


def test_the_prose_of_real_reports_has_its_paragraphs(shared):
    """Sub-headings stand alone; lines that a page broke are joined; page numbers are gone."""
    township, district = (gd.read(shared / "corpus" / f"{name}.txt").report for name in CORPUS)
    assert [len(s.paragraphs) for s in (township.overview, township.problems)] == [11, 4]
    assert township.overview.paragraphs[1] == "(一) 主动公开情况。"
    assert [len(s.paragraphs) for s in (district.overview, district.problems)] == [7, 1]
    assert district.overview.paragraphs[1].startswith("（一）主动公开情况。")
    assert not any("-1-" in p or p.strip().isdecimal() for p in district.overview.paragraphs)


def test_every_page_of_the_partial_corpus_is_read_or_refused_with_a_reason(shared):
    """No opening of a page breaks the reader."""
    pages = sorted((shared / "corpus" / "partial").glob("*.txt"))
    assert pages
    for page in pages:
        try:
            years = {gd.read(page).report.year}
        except gd.NoReport:
            continue
        assert years <= {None, *range(2019, 2025)}


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("采购总金额", None),
        ("采购总金额（单位：万元）", "万元"),
        ("采购总金额(单位: 元)", "元"),
        ("采购总金额（人民币万元）", "万元"),
        ("采购金额（万元）", "万元"),
        ("采购总额", None),
    ],
)
def test_the_head_of_an_amount_may_name_its_unit_in_many_ways(head, unit):
    row = {"proactive_disclosure.procurement.projects": 3}
    report = gd.AnnualReport.blank_form("2019", fill=0).replace({"year": 2020} | row)
    text = gd.write(report, "text").decode().replace("采购总金额", head)
    reading = gd.read(text.encode())
    assert (reading.missing, reading.unplaced) == ((), ())
    assert reading.report.get("proactive_disclosure.procurement.projects") == 3
    assert reading.report.proactive_disclosure.procurement.unit == unit


SENTENCES = st.lists(
    st.sampled_from(
        ["本机关按时公开信息", "全年主动公开信息15条", "没有收到申请", "平台运行平稳", "培训两次"]
    ),
    min_size=1,
    max_size=4,
).map(lambda clauses: "，".join(clauses) + "。")
PROSE = st.lists(SENTENCES, min_size=1, max_size=4).map(tuple)


@st.composite
def whole_reports(draw):
    """A report in which all is right, with its head and its prose."""
    report = draw(right_tables())
    edition = "2019" if report.proactive_disclosure.procurement else "2021"
    if edition == "2019":
        report = report.replace({"proactive_disclosure.procurement.unit": None})
    year = draw(st.integers(2019, 2020) if edition == "2019" else st.integers(2021, 2025))
    name = draw(st.sampled_from(["清河县大柳镇人民政府", "东山县教育局", "南湖街道办事处"]))
    headings = {
        "overview": "一、总体情况",
        "problems": "五、存在的主要问题及改进情况",
        "other_matters": "六、其他需要报告的事项",
    }
    prose = {
        section: gd.Prose(heading=heading, paragraphs=draw(PROSE))
        for section, heading in headings.items()
    }
    title = f"{name}{year}年政府信息公开工作年度报告"
    return report.replace({"year": year, "title": title, "agency.name": name, **prose})


def differences(report, text):
    """What a text that a report was written to reads back as otherwise than the report."""
    reading = gd.read(text.encode())
    assert (reading.missing, reading.unplaced) == ((), ())
    found = reading.report.replace({"agency.kind": None, "agency.level": None})
    if found == report:
        return []
    names = ("year", "title", "agency", "overview", "problems", "other_matters")
    pairs = [(name, getattr(found, name), getattr(report, name)) for name in names]
    pairs += [(address, found.get(address), value) for address, value in report.cells()]
    return [pair for pair in pairs if pair[1] != pair[2]] or [(found, report)]


@settings(max_examples=40)
@given(whole_reports())
def test_a_report_written_with_tabs_reads_back_equal(report):
    assert differences(report, by_tabs(written(report))) == []


@settings(max_examples=40)
@given(whole_reports(), st.sampled_from([1, 2]), st.integers(2, 6))
def test_a_report_written_in_columns_of_spaces_reads_back_equal(report, wide, gap):
    assert differences(report, by_spaces(in_spaces(written(report), wide, gap))) == []


@settings(max_examples=40)
@given(whole_reports(), st.randoms(use_true_random=False))
def test_blank_cells_between_tabs_read_back_as_blanks(report, random):
    """Blanks are told by the document's own columns, as long as some row of table 三 has none."""
    somewhere = [a for a, _ in report.cells() if not a.startswith("requests.received")]
    blank = report.replace(dict.fromkeys(random.sample(somewhere, 12)))
    assert differences(blank, by_tabs(written(blank))) == []


def sample(**changes):
    """A report of the 2021 edition as a document, its cells numbered."""
    report = gd.AnnualReport.blank_form("2021", fill=0)
    numbers = {address: i for i, (address, _) in enumerate(report.cells())}
    return written(report.replace(numbers | changes))


@pytest.mark.parametrize("table", ["proactive_disclosure", "requests", "remedies"])
def test_a_table_that_is_not_there_is_missing_by_its_name(table):
    document = sample()
    lines = Document(tuple(row for row in document.rows if row.table != table))
    text = by_tabs(lines)
    reading = gd.read(text.encode())
    assert reading.missing == (table,)
    assert getattr(reading.report, table) is None


def test_two_reports_in_one_document_are_refused():
    one, other = (
        by_tabs(sample(title=f"某县{year}年政府信息公开年度报告")) for year in (2022, 2023)
    )
    with pytest.raises(gd.NoReport, match="two reports"):
        gd.read(f"{one}\n{other}".encode())


@pytest.mark.parametrize("section", ["二、", "三、", "四、"])
def test_a_second_report_is_seen_even_if_it_is_cut_off(section):
    """Two rows that stand twice, under two headings, are two tables."""
    text = by_tabs(sample())
    lines = text.split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith(section))
    second = "\n".join(lines[start : start + 9])
    with pytest.raises(gd.NoReport, match="split it and read each"):
        gd.read(f"{text}\n{second}".encode())


def test_a_table_that_goes_on_under_its_repeated_heading_is_one():
    document = sample()
    places = document.places(table="requests")
    heading = Row(("三、收到和处理政府信息公开申请情况",))
    middle = places[len(places) // 2]
    cut = document.replace({middle: [Row(("- 3 -",)), heading, document.rows[middle]]})
    assert gd.read(by_tabs(cut).encode()).report == gd.read(by_tabs(document).encode()).report


def test_prose_that_mentions_the_headings_is_no_second_report():
    report = gd.AnnualReport.blank_form("2021", fill=1).replace(
        {
            "overview": gd.Prose(
                heading="一、总体情况",
                paragraphs=("本报告由总体情况、主动公开政府信息情况等六部分组成。",),
            )
        }
    )
    assert gd.read(by_tabs(written(report)).encode()).report.overview == report.overview


def test_columns_told_by_order_only_are_noted():
    document = sample()
    heads = document.places(fresh=False, table="requests", of=lambda row: row.is_head)
    reading = gd.read(by_tabs(document.replace({place: [] for place in heads})).encode())
    assert reading.missing == ()
    assert any("列序" in note.zh and "order" in note.en for note in reading.notes)


def test_a_row_told_by_order_only_is_noted():
    document = sample()
    place = document.places(table="requests")[6]
    row = document.rows[place].with_piece(1, "")
    reading = gd.read(by_tabs(document.replace({place: row})).encode())
    assert reading.missing == ()
    assert any("行序" in note.zh and "order" in note.en for note in reading.notes)


def test_a_row_that_contradicts_itself_has_no_number_and_is_missing():
    document = sample()
    place = document.places(table="proactive_disclosure")[0]
    row = document.rows[place]
    reading = gd.read(by_tabs(document.replace({place: [row, row.with_piece(1, "777")]})).encode())
    address = "proactive_disclosure.government_rules"
    assert reading.report.get(f"{address}.issued") is None
    assert f"{address}.issued" in reading.missing
    assert {entry.reason for entry in reading.unplaced} == {gd.Reason.TWICE}


@pytest.mark.parametrize(
    ("head", "year", "title", "name"),
    [
        (
            ["2022年大柳镇政府信息公开工作年度报告"],
            2022,
            "2022年大柳镇政府信息公开工作年度报告",
            "大柳镇",
        ),
        (
            ["大 柳 镇", "2022 年政府信息公开工作年度报告"],
            2022,
            "大柳镇2022年政府信息公开工作年度报告",
            "大柳镇",
        ),
        (
            ["大柳镇二〇二二年政府信息公开年度报告"],
            2022,
            "大柳镇二〇二二年政府信息公开年度报告",
            "大柳镇",
        ),
        (
            ["大柳镇政府信息公开工作年度报告", "", "统计期限自2022年1月1日起至2022年12月31日止。"],
            2022,
            "大柳镇政府信息公开工作年度报告",
            "大柳镇",
        ),
        (["说明"], None, None, None),
    ],
)
def test_title_agency_and_year_are_told_from_the_head(head, year, title, name):
    report = gd.read("\n".join([*head, by_tabs(sample())]).encode()).report
    assert (report.year, report.title, report.agency.name) == (year, title, name)


@pytest.mark.parametrize("line", ["发布时间：2023-01-18 来源：办公室", "公开日期: 2023年1月18日"])
def test_the_date_of_publication_is_read_where_it_is_printed(line):
    title = "大柳镇2022年政府信息公开工作年度报告"
    report = gd.read("\n".join([title, line, by_tabs(sample())]).encode()).report
    assert report.published == date(2023, 1, 18)


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("大柳镇人民政府", "government", "township"),
        ("大柳乡", "government", "township"),
        ("南湖街道办事处", "office", "township"),
        ("清河县人民政府", "government", "county"),
        ("清河县人民政府办公室", "office", "county"),
        ("清河县教育局", "department", "county"),
        ("淮安市洪泽区人民政府", "government", "county"),
        ("洪泽区人民政府", "government", None),
        ("上海市徐汇区人民政府", "government", None),
        ("东山市人民政府", "government", None),
        ("东山市发展和改革委员会", "department", None),
        ("东山市新城高新区管理委员会", None, None),
        ("江苏省人民政府办公厅", "office", "province"),
        ("江苏省财政厅", "department", "province"),
        ("上海市科学技术委员会", "department", "province"),
        ("国务院办公厅", "office", "national"),
        ("国家税务总局东山市税务局", "department", None),
        ("清河县人民医院", "organization", None),
        ("东山市税务学会", "organization", None),
        ("信息中心", None, None),
    ],
)
def test_kind_and_level_are_told_from_a_name_only_where_it_leaves_no_doubt(name, kind, level):
    title = f"{name}2022年政府信息公开工作年度报告"
    agency = gd.read(f"{title}\n{by_tabs(sample())}".encode()).report.agency
    assert (agency.name, agency.kind, agency.level) == (name, kind, level)


def test_lines_in_columns_that_are_no_table_stay_prose():
    text = by_tabs(sample())
    prose = "一、总体情况\n公开数量  其中网站  其中公报\n全年数据  见平台  见公报\n"
    assert gd.read((prose + text).encode()).report.overview.paragraphs == (
        "公开数量 其中网站 其中公报",
        "全年数据 见平台 见公报",
    )


@pytest.mark.parametrize("seed", range(3))
def test_lines_between_tables_change_no_cell(seed):
    """Notes of any kind between the rows are not counted as cells."""
    document = sample()
    random = Random(seed)
    place = random.choice(document.places())
    noted = document.replace({place: [Row(("注：按季度统计。",)), document.rows[place]]})
    expected = dict(gd.read(by_tabs(document).encode()).report.cells())
    found = dict(gd.read(by_tabs(noted).encode()).report.cells())
    assert all(expected[address] == value for address, value in found.items() if value is not None)


def test_a_shifted_row_that_lacks_its_last_number_is_not_taken_for_a_full_one():
    """Its label then stands in the first column of numbers, and there are seven filled cells."""
    document = sample(**{"requests.carried_in.total": None})
    place = next(
        p
        for p, row in enumerate(document.rows)
        if row.values.get(2) == "requests.carried_in.natural_person"
    )
    shifted = document.rows[place].with_gap(0, "")
    reading = gd.read(by_tabs(document.replace({place: shifted})).encode())
    values = dict(reading.report.cells())
    cells = [c.address for c in gd.cells() if c.address.startswith("requests.carried_in.")]
    assert [values.get(address) for address in cells] == [None] * 7
    assert {*cells, "requests.carried_in"} & set(reading.missing)
    assert len(reading.unplaced) >= 6


# ------------------------------------------------------------------ further kinds of text


def cells_of(reading):
    """The cells of a reading that hold a number."""
    return {address: number for address, number in reading.report.cells() if number is not None}


KINDS = pytest.mark.parametrize("print_it", [by_pipes, by_lines, by_piped_lines])


@KINDS
@settings(max_examples=20, deadline=None)
@given(whole_reports())
def test_pipes_and_one_cell_a_line_read_back(print_it, report):
    """Whatever sets the cells apart; a number that could be a page's is in no cell, and told."""
    reading = gd.read(print_it(written(report)).encode())
    found, expected = cells_of(reading), dict(report.cells())
    assert {a: expected[a] for a in found} == found
    lost = [a for a, n in expected.items() if n is not None and a not in found]
    assert all(any(a == m or a.startswith(f"{m}.") for m in reading.missing) for a in lost)
    if print_it is not by_lines:
        assert lost == []


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\f", "\n\n"])
@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\ufeff", "\u2060"])
def test_line_ends_and_unseen_characters_change_nothing(end, unseen):
    """Soft hyphens, spaces of no width, byte order marks inside, pages, Windows and old Macs."""
    text = by_tabs(written(gd.AnnualReport.blank_form("2021", fill=12)))
    changed = text.replace("申请", f"申{unseen}请").replace("12", f"1{unseen}2").replace("\n", end)
    assert gd.read(changed.encode()).report == gd.read(text.encode()).report


def test_lines_padded_with_full_width_spaces_are_in_columns():
    report = gd.AnnualReport.blank_form("2021", fill=7)
    document = in_spaces(written(report))
    rows = [[piece.strip() for piece in row.pieces if piece.strip()] for row in document.rows]
    padded = "\n".join("\u3000\u3000".join(pieces) for pieces in rows)
    found = cells_of(gd.read(padded.encode()))
    assert {a: n for a, n in report.cells() if a in found} == found
    assert len([a for a in found if a.startswith("requests.")]) > 100


REMEDIES = "四、政府信息公开行政复议、行政诉讼情况"
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
BLOCKS = ["行政复议", "未经复议直接起诉", "复议后起诉"]
FIFTEEN = [1, 2, 3, 4, 10, 5, 6, 7, 8, 26, 9, 10, 11, 12, 42]


def fives(order, *, labelled=True):
    """Table 四 as three tables of five columns, each under the label of its block."""
    lines = [REMEDIES]
    for block in order:
        numbers = map(str, FIFTEEN[block * 5 : block * 5 + 5])
        lines += [f"{BLOCKS[block]}\t"] * labelled + ["\t".join(RESULTS), "\t".join(numbers), "\t"]
    return "\n".join(lines)


def remedies(text):
    """What a text says in table 四, in the form's order."""
    reading = gd.read(text.encode())
    return [n for a, n in reading.report.cells() if a.startswith("remedies.")], reading


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_three_tables_of_five_are_told_by_their_labels(order):
    found, reading = remedies(fives(order))
    assert found == FIFTEEN
    assert reading.unplaced == ()


def test_three_tables_of_five_without_labels_are_told_by_their_order_and_a_note_says_so():
    found, reading = remedies(fives((0, 1, 2), labelled=False))
    assert found == FIFTEEN
    assert any("三个各五列" in note.zh and "order" in note.en for note in reading.notes)


def test_two_tables_of_five_are_no_three():
    found, reading = remedies(fives((0, 2), labelled=False))
    assert set(found) <= {None}
    assert len(reading.unplaced) == 10


def test_three_tables_of_five_of_which_two_have_one_label_are_not_told():
    text = fives((0, 1, 2)).replace(BLOCKS[1], BLOCKS[0])
    assert set(remedies(text)[0]) <= {None}


@pytest.mark.parametrize("gap", ["\t", "   ", " | "])
def test_a_line_of_fifteen_numbers_without_a_head_is_table_4(gap):
    found, reading = remedies(f"{REMEDIES}\n{gap.join(map(str, FIFTEEN))}\n{gap}")
    assert found == FIFTEEN
    assert any("15" in note.zh for note in reading.notes)


def test_lines_of_labels_and_then_lines_of_numbers_are_not_guessed_together():
    """Which line of numbers is which label's cannot be told; each number is unplaced."""
    labels = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"]
    numbers = ["11\t12\t13\t14\t15\t16\t81", "21\t22\t23\t24\t25\t26\t141"]
    lines = ["三、收到和处理政府信息公开申请情况", *labels, *numbers]
    reading = gd.read("\n".join(lines).encode())
    assert cells_of(reading) == {}
    assert [e.place.text for e in reading.unplaced] == "\t".join(numbers).split("\t")


def test_a_head_cut_over_lines_is_joined():
    head = ["信息内容", "本年新", "制作数量", "本年新", "公开数量", "对外公开", "总数量"]
    text = "\n\n".join(["二、主动公开政府信息情况", *head, "规范性文件", "4", "5", "130"])
    assert cells_of(gd.read(text.encode())) == {
        "proactive_disclosure.normative_documents.issued": 4,
        "proactive_disclosure.normative_documents.newly_published": 5,
        "proactive_disclosure.normative_documents.published_total": 130,
    }


def test_a_page_number_does_not_stand_for_a_blank_that_left_no_line():
    """Seven lines behind a label are seven cells only if none of them may be a page's number."""
    label = "一、本年新收政府信息公开申请数量"
    heading = "三、收到和处理政府信息公开申请情况"
    numbers = ["100", *["0"] * 5, "3"]
    text = "\n\n".join([heading, label, *numbers])
    reading = gd.read(text.encode())
    assert cells_of(reading) == {}
    assert len(reading.unplaced) == 7
    right = text.removesuffix("3") + "100"
    assert len(cells_of(gd.read(right.encode()))) == 7
