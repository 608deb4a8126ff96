"""Labels as published reports print them: the same cells are read, and nothing is left over."""

from random import Random

import pytest

import govdisclosure as gd
from govdisclosure.readers.placing import traditional
from govdisclosure.strategies.documents.judging import judge
from govdisclosure.strategies.documents.writing import written
from test_damage import numbered
from test_reading_html import by_html
from variants import converted, varied, with_pinyin

SEEDS = range(20)
EDITIONS = pytest.mark.parametrize("edition", [edition.name for edition in gd.EDITIONS])
CONVERTERS = ("s2t", "s2tw", "s2hk", "s2twp")


def assert_read_whole(document, *, year=2022):
    reading = gd.read(by_html(document).encode())
    verdict = judge(document, reading)
    assert verdict.wrong == ()
    assert verdict.found == verdict.due
    assert (reading.missing, reading.unplaced) == ((), ())
    assert reading.report.year == year
    return reading


@EDITIONS
@pytest.mark.parametrize("seed", SEEDS)
def test_labels_in_other_words_are_read(edition, seed):
    random = Random(seed)
    assert_read_whole(varied(random, written(numbered(edition, random))))


@EDITIONS
@pytest.mark.parametrize("conversion", CONVERTERS)
def test_labels_in_traditional_characters_are_read(edition, conversion):
    from opencc import OpenCC

    document = written(numbered(edition, Random(conversion)))
    reading = assert_read_whole(converted(document, OpenCC(conversion).convert))
    assert reading.report.agency.level is gd.Level.TOWNSHIP
    assert reading.report.title == OpenCC(conversion).convert(document.rows[0].pieces[0])


@EDITIONS
def test_labels_with_pinyin_in_brackets_are_read(edition):
    from opencc import OpenCC

    random = Random(edition)
    document = with_pinyin(random, written(numbered(edition, random)))
    assert_read_whole(document)
    assert_read_whole(converted(document, OpenCC("s2t").convert))


def test_pinyin_is_no_part_of_the_title():
    document = written(numbered("2021", Random(1)))
    page = by_html(document).replace("政府信息公开工作", "政府信息公开(kāi)工作")
    assert gd.read(page.encode()).report.title == document.rows[0].pieces[0]


def test_without_the_converter_a_traditional_document_says_what_to_install(monkeypatch):
    from opencc import OpenCC

    document = converted(written(numbered("2021", Random(1))), OpenCC("s2t").convert)
    monkeypatch.setattr(traditional, "_is_installed", lambda: False)
    with pytest.raises(gd.MissingExtra, match=r"govdisclosure\[hant\]"):
        gd.read(by_html(document).encode())


def test_rare_names_need_no_converter(monkeypatch):
    monkeypatch.setattr(traditional, "_is_installed", lambda: False)
    page = by_html(written(numbered("2021", Random(1)))).replace("测试镇", "㙍堃镇")
    assert gd.read(page.encode()).report.agency.name == "某县㙍堃镇人民政府"


def test_a_header_that_is_cut_short_is_told_by_its_place_and_said_so():
    report = numbered("2019", Random(2))
    page = by_html(written(report))
    for head in ("本年新制作数量", "本年新公开数量"):
        page = page.replace(head, "本年新")
    reading = gd.read(page.encode())
    assert reading.report.proactive_disclosure == report.proactive_disclosure
    assert any("表二" in note.zh for note in reading.notes)
    assert reading.unplaced == ()


def test_headers_that_are_all_cut_short_tell_no_column():
    page = by_html(written(numbered("2019", Random(2))))
    for head in ("本年新制作数量", "本年新公开数量"):
        page = page.replace(head, "本年新")
    reading = gd.read(page.replace("对外公开总数量", "对外").encode())
    rules = reading.report.proactive_disclosure.government_rules
    assert rules is None or set(rules.cells().values()) == {None}


def test_a_local_row_and_its_note_take_nothing_from_the_rows_of_the_form():
    report = numbered("2019", Random(3))
    page = by_html(written(report))
    row = page[page.index("<tr><td>规范性文件") :].partition("</tr>")[0] + "</tr>"
    note = "（以本机关名义签发、规范性文件以外的主动公开文件，参考专栏数据）"
    local = f"<tr><td>其他主动公开文件{note}</td><td>77701</td><td>77702</td><td>77703</td></tr>"
    reading = gd.read(page.replace(row, row + local).encode())
    assert reading.report.proactive_disclosure == report.proactive_disclosure
    assert {entry.place.text for entry in reading.unplaced} == {"77701", "77702", "77703"}


@pytest.mark.parametrize(
    ("title", "name", "year", "scope"),
    [
        ("某市教育局2023年度政府信息公开工作报告", "某市教育局", 2023, None),
        ("2023年某市教育局政府信息公开年度报告", "某市教育局", 2023, None),
        ("某市教育局政府信息公开工作年度报告（2023年）", "某市教育局", 2023, None),
        ("某市教育局关于2023年政府信息公开工作的报告", None, None, None),
        (
            "某县人民政府办公室2023年政府信息公开工作年度报告（本级）",
            "某县人民政府办公室",
            2023,
            "own",
        ),
        ("某县2023年政府信息公开工作年度报告（汇总）", "某县", 2023, "consolidated"),
        ("二〇二三年某县政府信息公开工作年度报告", "某县", 2023, None),
        ("某县教育局 2 0 2 3 年政府信息公开工作年度报告", "某县教育局", 2023, None),
    ],
)
def test_the_title_tells_the_body_the_year_and_the_scope(title, name, year, scope):
    document = written(numbered("2021", Random(4)).replace({"title": title, "year": None}))
    report = gd.read(by_html(document).encode()).report
    if name is not None:
        assert (report.agency.name, report.year, report.scope) == (name, year, scope)
