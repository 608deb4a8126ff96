"""text.duplicate and duplicates(): prose that is last year's, or another body's."""

import json
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
import worded
from govdisclosure.duplicates import own_words
from worded import found, prose, why_skipped

RULE = "text.duplicate"
SUBJECTS = (
    *("集市改造", "灌溉用水", "退税流程", "校车路线", "医保报销", "宅基地", "粮补发放", "河道清淤"),
    *("老旧小区", "停车收费", "幼儿园招生", "公交改线", "食堂招标", "危房加固", "秸秆还田"),
    *("渔船年检", "夜市管理", "供暖检修", "疫苗接种", "路灯维修"),
)
DOINGS = (
    *("的办理进度每周在大厅张榜", "的问答由窗口人员整理成册", "的解读改成了漫画和短视频"),
    *("的意见经听证后逐条回复", "的名单核对无误后上网", "的政策由干部入户讲解"),
    *("的台账交给第三方抽查", "的热线录音按月复盘"),
)
SENTENCES = [
    f"{place}期间，{subject}{doing}。"
    for place, subject, doing in zip(
        ["春耕", "汛期", "开学", "年末", "假日", "换季", "农闲", "旺季"] * 20,
        [subject for subject in SUBJECTS for _ in range(8)],
        DOINGS * 20,
        strict=True,
    )
]


def texts(least=10, most=16):
    """Prose of many sentences, none of them twice; two draws have few in common."""
    return st.lists(st.sampled_from(SENTENCES), min_size=least, max_size=most, unique=True)


def report(words, name="云溪县商务局", year=2023, section="overview"):
    text = prose("".join(words))
    return gd.AnnualReport(agency=gd.Agency(name=name), year=year).replace({section: text})


def shared_part(one, other):
    return len(set(one) & set(other)) / max(len(one), len(other))


# ---- the same body's report of the year before


@given(texts(), st.sampled_from(["overview", "problems", "other_matters"]))
def test_last_years_words_are_a_copy_whatever_the_numbers(words, section):
    now = report([*words, "2023年公开信息612条，增长3.5%，办理二十三件。"], section=section)
    before = report([*words, "2022年公开信息98条，增长12%，办理七件。"], section=section, year=2022)
    (finding,) = found(RULE, now, prior=before)
    assert (finding.at, finding.severity) == (section, gd.Severity.WARNING)
    assert "上年" in finding.message.zh
    assert "100" in finding.message.en


def test_a_copy_is_shown_where_the_section_begins():
    reading = gd.Reading(
        report=report(SENTENCES[:12]),
        prose={"overview.paragraphs[0]": gd.Place(text="春耕", line=7)},
    )
    (finding,) = found(RULE, reading, prior=report(SENTENCES[:12], year=2022))
    assert [place.line for place in finding.places] == [7]


@given(texts(), texts())
def test_other_words_than_last_years_are_fine(words, others):
    different = [sentence for sentence in others if sentence not in words]
    now, before = report(words), report([*different, *SENTENCES[:3]], year=2022)
    if len(different) >= 8:
        assert not found(RULE, now, prior=before)


@given(texts(least=14, most=16))
def test_one_sentence_changed_is_still_a_copy_and_half_of_them_is_none(words):
    fresh = [sentence for sentence in SENTENCES if sentence not in words]
    before = report(words, year=2022)
    assert found(RULE, report([*words[:-1], fresh[0]]), prior=before)
    half = len(words) // 2
    assert not found(RULE, report([*words[:half], *fresh[20 : 20 + half]]), prior=before)


TEMPLATE = (
    "根据《中华人民共和国政府信息公开条例》的要求编制本报告。",
    "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止，电子版可在门户网站下载。",
    "如对本报告有疑问，请与办公室联系，联系电话0517-80000000。",
    "本年度没有收取信息处理费，没有其他需要报告的事项。",
    "按照国办公开办函〔2021〕30号的格式填写。",
)


@given(st.lists(st.sampled_from(TEMPLATE), min_size=1), texts(4, 5), texts(4, 5))
def test_what_the_form_prescribes_is_no_copy_by_itself(template, words, others):
    alone = report(template)
    assert not found(RULE, alone, prior=report(template, year=2022))
    assert why_skipped(RULE, alone, prior=report(template, year=2022))
    if not shared_part(words, others):
        now, before = report([*template, *words]), report([*template, *others], year=2022)
        assert not found(RULE, now, prior=before)


def test_with_nothing_to_compare_the_rule_says_why_not():
    whole = worded.report()
    assert "None" not in why_skipped(RULE, whole).en
    assert why_skipped(RULE, gd.AnnualReport(), copies=[])
    assert why_skipped(RULE, whole, prior=whole.replace({"year": 2021}))
    assert "2021" in why_skipped(RULE, whole, prior=whole.replace({"year": 2021})).en
    assert not why_skipped(RULE, whole, prior=whole.replace({"year": 2022}))
    assert not why_skipped(RULE, whole, copies=[])


# ---- other bodies' reports


@settings(max_examples=25)
@given(texts(), st.data())
def test_a_copy_is_found_whatever_the_body_the_place_and_the_numbers(words, data):
    one, other = (data.draw(worded.bodies()) for _ in range(2))
    named = [
        report([f"{name}成立专班，{name}全年公开{n}条信息。", *words], name=name)
        for name, n in ((one, 18), (other, 2057))
    ]
    pairs = gd.duplicates(named)
    if one == other:
        assert not pairs
    else:
        (pair,) = pairs
        assert (pair.first, pair.second, pair.section) == (0, 1, "overview")
        assert pair.likeness > 0.95


@settings(max_examples=25)
@given(st.lists(texts(), min_size=2, max_size=6))
def test_only_pairs_that_are_nearly_the_same_are_found(many):
    names = [f"{place}县商务局" for place in "云柳白长望安"]
    reports = [report(words, name) for words, name in zip(many, names, strict=False)]
    for pair in gd.duplicates(reports):
        assert shared_part(many[pair.first], many[pair.second]) > 0.5
        assert pair.first < pair.second
        assert 0.8 <= pair.likeness <= 1


@settings(max_examples=25)
@given(texts(least=14, most=16), st.integers(1, 4))
def test_the_pairs_do_not_depend_on_the_order_of_the_reports(words, copies):
    names = [f"{place}县商务局" for place in "云柳白长望"]
    reports = [report(words[i:], names[i]) for i in range(copies + 1)]
    forward = {(p.first, p.second, p.likeness) for p in gd.duplicates(reports)}
    last = len(reports) - 1
    backward = {(last - p.second, last - p.first, p.likeness) for p in gd.duplicates(reports[::-1])}
    assert forward == backward


def test_however_many_copy_each_other_each_is_told_of_one():
    reports = [report([*SENTENCES[:12], SENTENCES[20 + i]], f"柳河县第{i}镇") for i in range(60)]
    told = {i for pair in gd.duplicates(reports) for i in (pair.first, pair.second)}
    assert told == set(range(60))


@settings(max_examples=25)
@given(texts(least=14, most=16), st.integers(0, 9))
def test_changes_that_are_spread_over_the_whole_text_hide_no_copy(words, start):
    text = "".join(words)
    spread = "".join("某" if i % 9 == start % 9 else char for i, char in enumerate(text))
    (pair,) = gd.duplicates([report([text], "云县"), report([spread], "柳县")])
    assert pair.likeness < 0.95


def test_reports_of_one_body_are_not_held_against_each_other():
    words = SENTENCES[:12]
    names = ["云溪县人民政府", "云溪县", "云溪县人民政府办公室"]
    assert not gd.duplicates([report(words, name) for name in names])
    assert not gd.duplicates([report(words), report(words, year=2022)])


@pytest.mark.parametrize("reports", [[], [report(SENTENCES[:12])], [gd.AnnualReport()] * 3])
def test_where_there_is_nothing_to_compare_there_is_no_pair(reports):
    assert gd.duplicates(reports) == ()


def test_names_of_the_body_and_of_its_place_and_numbers_are_not_its_own_words():
    (one,) = own_words(report(["云溪县商务局和云溪县青石镇一起在云溪公开12条。", *SENTENCES[:8]]))
    (other,) = own_words(
        report(["柳河县教育局和柳河县青石镇一起在柳河公开3条。", *SENTENCES[:8]], "柳河县教育局")
    )
    assert one == other


def test_each_of_two_copies_is_told_of_the_other_and_of_how_many_more():
    reports = [report(SENTENCES[:12], f"{place}县商务局") for place in "云柳白"]
    sources = ["yun.txt", "liu.txt", "bai.txt"]
    copies = gd.copies_by_report(gd.duplicates(reports), sources)
    for i, own in enumerate(copies):
        (finding,) = found(RULE, reports[i], copies=own)
        assert sources[i] not in finding.message.en
        assert any(source in finding.message.zh for source in sources)
        assert "at least 1 more" in finding.message.en
        assert "另有至少 1 份" in finding.message.zh
    pair = gd.copies_by_report(gd.duplicates(reports[:2]), sources[:2])
    (finding,) = found(RULE, reports[0], copies=pair[0])
    assert "more" not in finding.message.en


def test_a_copy_of_one_section_says_nothing_of_another():
    words = report(SENTENCES[:12], section="problems")
    copy = gd.Copy(source="liu.txt", section="overview", likeness=1.0)
    assert not found(RULE, words, copies=[copy])
    assert found(RULE, words, copies=[attrs.evolve(copy, section="problems")])


def test_of_several_copies_the_first_is_named_with_its_likeness():
    now = report(SENTENCES[:12])
    copies = [
        gd.Copy(source=source, section="overview", likeness=likeness)
        for source, likeness in (("liu.txt", 0.97), ("chen.txt", 0.91))
    ]
    (finding,) = found(RULE, now, copies=copies)
    for text in (finding.message.zh, finding.message.en):
        assert "liu.txt" in text
        assert "97 %" in text.replace("97%", "97 %")


def test_a_folder_with_a_copy_is_told_in_both_reports(tmp_path):
    for name, body in (("a", "云溪县商务局"), ("b", "柳河县教育局"), ("c", "白塔县司法局")):
        words = SENTENCES[20:32] if name == "c" else SENTENCES[:12]
        (tmp_path / f"{name}.json").write_text(gd.dumps(report(words, body)), encoding="utf-8")
    command = [sys.executable, "-m", "govdisclosure", "check", str(tmp_path), "--format", "json"]
    done = subprocess.run(command, capture_output=True, check=False)
    told = {
        entry["source"][-6:]: [f["message"]["en"] for f in entry["findings"] if f["rule"] == RULE]
        for entry in json.loads(done.stdout)["reports"]
    }
    assert "b.json" in told["a.json"][0]
    assert "a.json" in told["b.json"][0]
    assert not told["c.json"]


def test_without_datasketch_there_is_a_clear_error(monkeypatch):
    monkeypatch.setitem(sys.modules, "datasketch", None)
    reports = [report(SENTENCES[i : i + 12], f"{place}县") for i, place in enumerate("云柳白")]
    with pytest.raises(gd.MissingExtra, match=r"pip install 'govdisclosure\[text\]'"):
        gd.duplicates(reports)
