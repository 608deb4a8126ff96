"""The one model of the official tables: what every writer draws, held against the record."""

import attrs
import pytest
from hypothesis import given

import govdisclosure as gd
from families import right_tables
from govdisclosure.strategies import any_reports
from govdisclosure.writers.official import Role, sections, tables

BLOCKS = ("行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉")
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def boxes(table):
    return [box for _, _, box in table.placed()]


def labels(table):
    """Return the heads as (label, rows, columns), line by line."""
    return [
        [(b.label.zh, b.rows, b.columns) for b in row if b.role is not Role.VALUE]
        for row in table.rows
    ]


def form(edition, **changes):
    return attrs.evolve(gd.AnnualReport.blank_form(edition), **changes)


def by_name(report):
    return {table.name: table for table in tables(report)}


@given(any_reports())
def test_every_cell_of_the_record_stands_once_in_the_tables_with_its_value(report):
    drawn = [box for table in tables(report) for box in boxes(table) if box.role is Role.VALUE]
    assert [(box.address, box.value) for box in drawn] == list(report.cells())


@given(any_reports())
def test_the_boxes_of_a_table_cover_each_of_its_places_once(report):
    for table in tables(report):
        covered = [
            (row + down, column + along)
            for row, column, box in table.placed()
            for down in range(box.rows)
            for along in range(box.columns)
        ]
        places = {(r, c) for r in range(len(table.rows)) for c in range(table.width)}
        assert len(covered) == len(set(covered))
        assert set(covered) == (places if table.rows else set())


@given(any_reports())
def test_a_value_names_just_the_heads_that_it_stands_under_and_beside(report):
    for table in tables(report):
        placed = list(table.placed())
        for row, column, box in placed:
            if box.role is Role.VALUE:
                assert sorted(box.heads) == sorted(_seen_from(placed, row, column, box, table))


def _seen_from(placed, row, column, box, table):
    """Return the heads over and beside a value, told only by where they stand."""
    beside = [b.name for r, _, b in placed if b.role is Role.ROW_HEAD and r <= row < r + b.rows]
    over = [
        (r, b)
        for r, c, b in placed
        if b.role in (Role.COLUMN_HEAD, Role.ITEM)
        and r < row
        and c <= column
        and column + box.columns <= c + b.columns
    ]
    if table.name == "proactive_disclosure":  # each layout has heads of its own, the nearest count
        over = [
            max((pair for pair in over if pair[1].role is role), key=lambda pair: pair[0])
            for role in (Role.ITEM, Role.COLUMN_HEAD)
        ]
    return beside + [b.name for _, b in over]


@given(any_reports())
def test_no_two_heads_of_a_table_have_one_name(report):
    for table in tables(report):
        names = [box.name for box in boxes(table) if box.role is not Role.VALUE]
        assert all(names)
        assert len(names) == len(set(names))


@given(any_reports())
def test_heads_and_values_do_not_mix_and_a_table_without_rows_has_no_heads(report):
    for table in tables(report):
        roles = [{box.role for box in row} for row in table.rows]
        assert all(Role.VALUE not in row for row in roles[: table.head_rows])
        assert bool(table.rows) == any(Role.VALUE in row for row in roles)


def test_table_two_of_2021_is_the_official_one():
    head = [("信息内容", 1, 1)]
    assert labels(by_name(form("2021"))["proactive_disclosure"]) == [
        [("第二十条第（一）项", 1, 4)],
        [*head, ("本年制发件数", 1, 1), ("本年废止件数", 1, 1), ("现行有效件数", 1, 1)],
        [("规章", 1, 1)],
        [("行政规范性文件", 1, 1)],
        [("第二十条第（五）项", 1, 4)],
        [*head, ("本年处理决定数量", 1, 3)],
        [("行政许可", 1, 1)],
        [("第二十条第（六）项", 1, 4)],
        [*head, ("本年处理决定数量", 1, 3)],
        [("行政处罚", 1, 1)],
        [("行政强制", 1, 1)],
        [("第二十条第（八）项", 1, 4)],
        [*head, ("本年收费金额（单位：万元）", 1, 3)],
        [("行政事业性收费", 1, 1)],
    ]


def test_table_two_of_2019_is_the_official_one():
    head = [("信息内容", 1, 1)]
    powers = [*head, ("上一年项目数量", 1, 1), ("本年增/减", 1, 1), ("处理决定数量", 1, 1)]
    assert labels(by_name(form("2019"))["proactive_disclosure"]) == [
        [("第二十条第（一）项", 1, 4)],
        [*head, ("本年新制作数量", 1, 1), ("本年新公开数量", 1, 1), ("对外公开总数量", 1, 1)],
        [("规章", 1, 1)],
        [("规范性文件", 1, 1)],
        [("第二十条第（五）项", 1, 4)],
        powers,
        [("行政许可", 1, 1)],
        [("其他对外管理服务事项", 1, 1)],
        [("第二十条第（六）项", 1, 4)],
        powers,
        [("行政处罚", 1, 1)],
        [("行政强制", 1, 1)],
        [("第二十条第（八）项", 1, 4)],
        [*head, ("上一年项目数量", 1, 1), ("本年增/减", 1, 2)],
        [("行政事业性收费", 1, 1)],
        [("第二十条第（九）项", 1, 4)],
        [*head, ("采购项目数量", 1, 1), ("采购总金额", 1, 2)],
        [("政府集中采购", 1, 1)],
    ]


@pytest.mark.parametrize(("edition", "outcomes", "otherwise"), [("2021", 22, 3), ("2019", 20, 1)])
def test_table_three_is_the_official_one(edition, outcomes, otherwise):
    found = labels(by_name(form(edition))["requests"])
    assert found[:3] == [
        [
            ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
            ("申请人情况", 1, 7),
        ],
        [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
        [(zh, 1, 1) for zh in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
    ]
    spans = {zh: (rows, columns) for row in found[3:] for zh, rows, columns in row}
    assert spans["一、本年新收政府信息公开申请数量"] == (1, 3)
    assert spans["二、上年结转政府信息公开申请数量"] == (1, 3)
    assert spans["三、本年度办理结果"] == (outcomes, 1)
    assert spans["（一）予以公开"] == (1, 2)
    assert spans["（三）不予公开"] == (8, 1)
    assert spans["（四）无法提供"] == (3, 1)
    assert spans["（五）不予处理"] == (5, 1)
    assert spans["（六）其他处理"] == ((3, 1) if otherwise == 3 else (1, 2))
    assert spans["8.属于行政查询事项"] == (1, 1)
    assert spans["（七）总计"] == (1, 2)
    assert spans["四、结转下年度继续办理"] == (1, 3)


def test_table_four_is_the_official_one():
    reconsideration, litigation, direct, after = BLOCKS
    assert labels(by_name(form("2021"))["remedies"]) == [
        [(reconsideration, 1, 5), (litigation, 1, 10)],
        [*[(zh, 2, 1) for zh in RESULTS], (direct, 1, 5), (after, 1, 5)],
        [(zh, 1, 1) for zh in RESULTS * 2],
        [],
    ]


def test_layouts_mixed_in_one_item_stand_under_heads_of_their_own():
    proactive = gd.ProactiveDisclosure(
        government_rules=gd.DocumentsPublished(), normative_documents=gd.DocumentsInForce()
    )
    table = by_name(gd.AnnualReport(year=2021, proactive_disclosure=proactive))
    assert [row[0][0] for row in labels(table["proactive_disclosure"])] == [
        "第二十条第（一）项",
        "信息内容",
        "规章",
        "信息内容",
        "行政规范性文件",
    ]


def test_a_row_that_the_report_lacks_is_not_drawn():
    report = form("2021").replace({"requests.outcomes.denied.state_secret": None})
    drawn = {box.name for box in boxes(by_name(report)["requests"])}
    assert "outcomes.denied.state_secret" not in drawn
    assert "outcomes.denied.prohibited_by_law" in drawn


@pytest.mark.parametrize(
    "empty",
    [
        {"requests": gd.Requests()},
        {"requests": gd.Requests(outcomes=gd.Outcomes(denied=gd.Denied()))},
        {"remedies": gd.Remedies(litigation=gd.Litigation())},
        {"proactive_disclosure": gd.ProactiveDisclosure()},
    ],
)
def test_a_table_of_which_the_report_has_no_row_is_its_heading_and_nothing_below(empty):
    (section,) = sections(gd.AnnualReport(**empty))
    assert section.name in empty
    assert section.heading.zh
    assert section.table.rows == ()


@given(any_reports())
def test_the_sections_are_those_that_the_report_has_in_the_order_of_the_form(report):
    names = [
        "overview",
        "proactive_disclosure",
        "requests",
        "remedies",
        "problems",
        "other_matters",
    ]
    present = [name for name in names if getattr(report, name) is not None]
    assert [section.name for section in sections(report)] == present


@pytest.mark.parametrize(
    ("year", "remedies", "problems"),
    [
        (
            2020,
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "五、政府信息公开工作存在的主要问题及改进情况",
        ),
        (2021, "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况"),
        (None, "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况"),
    ],
)
def test_headings_are_those_of_the_edition_due_for_the_year(year, remedies, problems):
    report = form("2021", year=year, problems=gd.Prose(paragraphs=("一段",)))
    headings = {section.name: section.heading.zh for section in sections(report)}
    assert headings["remedies"] == remedies
    assert headings["problems"] == problems


def test_a_section_in_words_keeps_the_heading_that_is_printed():
    report = gd.AnnualReport(overview=gd.Prose(heading="壹、概述", paragraphs=("一段",)))
    (section,) = sections(report)
    assert section.heading.zh == "壹、概述"
    assert section.paragraphs == ("一段",)


@pytest.mark.parametrize(
    ("row", "record", "head", "english"),
    [
        ("fees", gd.FeesCollected(), "本年收费金额（单位：万元）", "(10,000 yuan)"),
        ("fees", gd.FeesCollected(unit=gd.Unit.YUAN), "本年收费金额（单位：元）", "(yuan)"),
        ("procurement", gd.Procurement(), "采购总金额", "price"),
        ("procurement", gd.Procurement(unit=gd.Unit.YUAN), "采购总金额（元）", "(yuan)"),
        (
            "procurement",
            gd.Procurement(unit=gd.Unit.TEN_THOUSAND_YUAN),
            "采购总金额（万元）",
            "(10,000 yuan)",
        ),
    ],
)
def test_the_head_over_an_amount_says_its_unit_where_the_document_has_one(
    row, record, head, english
):
    proactive = gd.ProactiveDisclosure(**{row: record})
    table = by_name(gd.AnnualReport(proactive_disclosure=proactive))["proactive_disclosure"]
    over = next(b for b in boxes(table) if b.name == f"{row}.amount")
    assert over.label.zh == head
    assert over.label.en.endswith(english)


@given(right_tables())
def test_every_box_that_names_something_does_so_in_both_languages(report):
    for table in tables(report):
        for box in boxes(table):
            if box.role is not Role.VALUE:
                assert box.label.zh
                assert box.label.en
