"""text.residue, text.basis, and what sections 一 and 五 say: text.problems and its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
import worded
from govdisclosure.profiles import Profile
from govdisclosure.rules.text.passages import NO_PROSE
from worded import found, prose, why_skipped

WHOLE = worded.report()
NOTICES = {edition.name: edition.notice.number for edition in gd.EDITIONS}

# ---- text.residue

LEFT_OVER = [
    "（该部分以表格形式报告）",
    "全年公开信息XX条。",
    "全年公开信息××条，",
    "共收到申请XXX件。",
    "ＸＸ县商务局负责编制。",
    "20××年",
    "202X年，我局",
    "依据云政发〔〕5号，",
    "依据云政发〔2023〕号，",
    "（此处填写主动公开数量）",
    "【请根据实际情况填写】",
    "【】",
    "（待填）",
    "数据待补充。",
    "全年____件。",
    "__年__月__日",
    "公开信息#REF!条",
    "{{单位名称}}",
    "错误！未找到引用源。",
    "单击此处输入文字。",
]
LAWFUL = [
    "申请人张××要求公开征地补偿，",
    "王XX诉县政府信息公开案，",
    "证件号3207**********1234已遮盖。",
    "电话138××××5678由窗口登记，",
    "公开内容有待补充完善。",
    "信息更新机制尚待完善。",
    "依据云政发〔2023〕5号，",
    "《条例》（以下简称条例）",
    "3×5米的公开栏，",
    "XXL号的展板，",
    "网址https://www.example.gov.cn/a__b/c，",
    "如有疑问，请在工作日联系（请勿在午休时来电）。",
    "【政策解读】栏目更新十次。",
    "第一季度待办事项全部办结。",
    "某村村民某某申请公开，",
]


@given(st.sampled_from(LEFT_OVER), st.sampled_from(worded.SECTIONS), st.data())
def test_what_a_template_leaves_is_found_and_quoted(residue, section, data):
    text = data.draw(worded.among(residue)) if residue != "__年__月__日" else residue
    (finding,) = found("text.residue", worded.with_text(text, section))
    assert finding.at.startswith(section)
    assert finding.severity is gd.Severity.WARNING


@pytest.mark.parametrize("residue", LEFT_OVER)
def test_each_residue_is_found_by_itself(residue):
    assert found("text.residue", worded.with_text(residue))


@given(st.lists(st.sampled_from(LAWFUL), min_size=1, max_size=3), st.data())
def test_what_is_hidden_lawfully_or_only_looks_like_a_residue_is_fine(texts, data):
    text = data.draw(worded.among("".join(texts)))
    assert not found("text.residue", worded.with_text(text))


def test_a_title_is_words_enough_to_look_at():
    report = gd.AnnualReport(title="XX县2023年政府信息公开工作年度报告")
    assert not why_skipped("text.residue", report)
    assert [f.at for f in found("text.residue", report)] == ["title"]


@pytest.mark.parametrize(
    ("beside", "at"),
    [
        ({"asides": (gd.Aside(section="requests", place=gd.Place(text="XX条")),)}, "asides[0]"),
        (
            {"headings": (gd.Heading(section="requests", place=gd.Place(text="三、XX")),)},
            "requests.heading",
        ),
    ],
)
def test_what_stands_beside_a_table_or_above_it_is_words_enough_too(beside, at):
    reading = gd.Reading(report=gd.AnnualReport(), **beside)
    assert not why_skipped("text.residue", reading)
    assert [f.at for f in found("text.residue", reading)] == [at]
    assert why_skipped("text.residue", gd.Reading(report=gd.AnnualReport()))


def test_several_residues_of_one_paragraph_are_one_finding_that_shows_the_first():
    said = prose("XX局全年公开____条，依申请××件。")
    reading = gd.Reading(
        report=WHOLE.replace({"overview": said}),
        prose={"overview.paragraphs[0]": gd.Place(text="", line=3)},
    )
    (finding,) = found("text.residue", reading)
    assert [place.text for place in finding.places] == ["XX"]
    assert all(text in finding.message.en for text in ("XX", "____", "××"))


def test_a_residue_beside_a_table_is_found():
    text = gd.write(WHOLE, "text").decode()
    heading = "二、主动公开政府信息情况"
    (finding,) = found(
        "text.residue",
        gd.read(text.replace(heading, f"{heading}\n\n（此部分以表格形式报告）\n", 1).encode()),
    )
    assert finding.places[0].line is not None


@pytest.mark.parametrize(
    ("rule", "text", "quoted"),
    [
        ("text.residue", "全年公开信息XX条。", "XX"),
        ("text.basis", "根据《条例》（国务院令第492号）编制。", "国务院令第492号"),
        ("text.year", "统计时限为2022年1月1日至12月31日。", "2022年1月1日至12月31日"),
        ("text.agency", "本报告由云溪县教育局编制。", "云溪县教育局"),
    ],
)
def test_what_is_found_in_a_paragraph_is_quoted_and_shown_where_it_stands(rule, text, quoted):
    report = worded.with_text(text)
    at = f"overview.paragraphs[{len(report.overview.paragraphs) - 1}]"
    reading = gd.Reading(report=report, prose={at: gd.Place(text=text, line=31)})
    (finding,) = found(rule, reading)
    assert finding.at == at
    assert [(place.text, place.line) for place in finding.places] == [(quoted, 31)]
    assert f"“{quoted}”" in finding.message.zh
    assert f"“{quoted}”" in finding.message.en


# ---- text.basis


@pytest.mark.parametrize(
    ("year", "due"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2030, "2021")]
)
@pytest.mark.parametrize("brackets", ["〔{}〕", "[{}]", "（{}）", "【{}】", " 〔 {} 〕 "])
def test_the_notice_of_the_other_edition_is_no_basis(year, due, brackets):
    for name, number in NOTICES.items():
        head, _, rest = number.partition("〔")
        issued, _, tail = rest.partition("〕")
        cited = head + brackets.format(issued) + tail
        text = f"根据《通知》（{cited}）的要求编制本报告。"
        findings = found("text.basis", WHOLE.replace({"year": year, "overview": prose(text)}))
        assert len(findings) == (name != due)
        for finding in findings:
            assert NOTICES[due] in finding.message.zh
            assert NOTICES[due] in finding.message.en


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("根据《政府信息公开条例》（国务院令第492号）编制。", True),
        ("根据《政府信息公开条例》（中华人民共和国国务院令 第492号）编制。", True),
        ("根据《政府信息公开条例》（国务院令第711号）编制。", False),
        ("修订前的条例（国务院令第492号）已废止。", False),
        ("原《条例》（国务院令第492号）修订后，本局修改了指南。", False),
        ("国办公开办函〔2019〕60号已不再执行。", False),
        ("国办公开办函〔2020〕15号转发后组织学习。", False),
        ("信息公开申请国务院令汇编492号。", False),
    ],
)
def test_the_regulations_of_2007_are_no_basis_but_may_be_spoken_of(text, wrong):
    assert bool(found("text.basis", worded.with_text(text))) is wrong


def test_a_report_that_cites_its_own_notice_may_name_the_other_too():
    both = f"按{NOTICES['2021']}编制，{NOTICES['2019']}的表格留存备查。"
    assert not found("text.basis", worded.with_text(both))


@pytest.mark.parametrize("year", [None, 2015, 2018])
def test_where_no_edition_is_due_no_basis_is_wrong_and_the_rule_says_why(year):
    report = worded.with_text("（国务院令第492号）").replace({"year": year})
    assert not found("text.basis", report)
    assert ("not known" if year is None else str(year)) in why_skipped("text.basis", report).en


# ---- text.problems

PROBLEMS = [
    "公开内容还不够丰富。",
    "一是更新不及时；二是解读形式单一。",
    "工作人员业务能力有待提高。",
    "与群众的期待相比仍有差距。",
    "存在重发布、轻解读的现象。",
    "专职人员缺乏，力量薄弱。",
    "部分科室主动公开意识不强。",
    "公开的及时性需进一步提升。",
    "依申请公开的规范性亟待加强。",
    "栏目维护存在滞后现象。",
]
MEASURES = [
    "下一步，将组织培训两次。",
    "一是加强学习，二是完善制度。",
    "针对上述问题，我局明确专人，落实责任。",
    "已建立季度核查机制。",
    "2024年将进一步优化栏目。",
    "今后每月通报一次。",
    "严格审核流程，推动解读与文件同步发布。",
]
HEADED = [
    "（一）存在的主要问题",
    "（二）改进情况",
    "1.主要问题",
    "（二）下一步工作打算",
    "（二）改进措施。",
]


def five(*paragraphs):
    return gd.AnnualReport(problems=prose(*paragraphs))


@given(
    st.lists(st.sampled_from(PROBLEMS), min_size=1, max_size=3),
    st.lists(st.sampled_from(MEASURES), min_size=1, max_size=3),
    st.booleans(),
)
def test_problems_and_measures_together_are_right_and_each_alone_is_not(
    problems, measures, together
):
    texts = ["".join([*problems, *measures])] if together else [*problems, *measures]
    assert not found("text.problems", five(*texts))
    assert not found("text.problems", five(HEADED[0], *problems, HEADED[1], *measures))
    (only_problems,) = found("text.problems", five(*problems))
    (only_measures,) = found("text.problems", five(*measures))
    assert only_problems.message != only_measures.message
    assert only_problems.severity is gd.Severity.WARNING


@given(st.lists(st.sampled_from(HEADED), max_size=3))
def test_headings_alone_are_neither_problems_nor_measures(headings):
    assert len(found("text.problems", five(*headings))) == 1


@pytest.mark.parametrize(
    "paragraphs",
    [
        (),
        ("",),
        ("无",),
        ("无。",),
        ("暂无。",),
        ("没有",),
        ("/",),
        ("本年度无此类情况。",),
        ("2023年度我镇政府信息公开工作不存在问题。",),
        ("本机关没有需要改进的问题。",),
    ],
)
def test_a_section_that_says_there_is_nothing_is_a_warning(paragraphs):
    (finding,) = found("text.problems", five(*paragraphs))
    assert finding.at == "problems"


@pytest.mark.parametrize(("more", "says_nothing"), [(0, True), (1, False)])
def test_only_forty_characters_or_fewer_say_that_there_is_nothing(more, says_nothing):
    text = "本机关政府信息公开没有" + "公" * (23 + more) + "，科室也没有"
    (finding,) = found("text.problems", five(text))
    assert len(text) == 40 + more
    assert ("only says" in finding.message.en) is says_nothing


def test_section_five_is_shown_where_it_begins():
    paths = [f"problems.paragraphs[{i}]" for i in range(3)]
    reading = gd.Reading(
        report=five(*PROBLEMS[:3]),
        prose={path: gd.Place(text="", line=line) for line, path in enumerate(paths, 7)},
    )
    (finding,) = found("text.problems", reading)
    assert [place.line for place in finding.places] == [7]


def test_the_notice_of_the_other_edition_is_quoted_whole():
    (finding,) = found("text.basis", worded.with_text(f"按{NOTICES['2019']}编制。"))
    assert f"“{NOTICES['2019']}”" in finding.message.zh


def test_it_is_told_apart_what_section_five_lacks():
    lacking = [(), ("无。",), tuple(PROBLEMS), tuple(MEASURES)]
    messages = [found("text.problems", five(*paragraphs))[0].message for paragraphs in lacking]
    assert len(set(messages)) == len(lacking)
    assert found("text.problems", five("", " "))[0].message == messages[0]
    assert "“”" not in messages[0].zh + messages[0].en
    assert "无。" in messages[1].zh
    assert "无。" in messages[1].en


def test_where_there_is_no_section_five_the_rule_says_why_not():
    why = why_skipped("text.problems", WHOLE.replace({"problems": None}))
    assert "五、存在的主要问题及改进情况" in why.zh
    assert why_skipped("text.problems", gd.AnnualReport()) == NO_PROSE
    assert not why_skipped("text.problems", WHOLE)


# ---- text.accountability

ACCOUNTABLE = {
    "工作考核": ["考核结果计入年终评分。", "纳入绩效考评。"],
    "社会评议": ["社会评议满意率97%。", "请群众测评打分。", "开展第三方评估，满意度上升。"],
    "责任追究": ["没有责任追究的情形。", "未发生因信息公开被追责的情况。", "对一名干部问责。"],
}


@given(st.sets(st.sampled_from(list(ACCOUNTABLE))), st.data())
def test_a_government_says_what_each_of_the_three_came_to(told, data):
    texts = [data.draw(st.sampled_from(ACCOUNTABLE[name])) for name in sorted(told)]
    section = data.draw(st.sampled_from(worded.SECTIONS))
    report = gd.AnnualReport(agency=worded.GOVERNMENT).replace({section: prose(*texts)})
    findings = found("text.accountability", report)
    assert len(findings) == (told != set(ACCOUNTABLE))
    for finding in findings:
        for name in ACCOUNTABLE:
            assert (name in finding.message.zh) is (name not in told)
            assert (name in finding.message.en) is (name not in told)


@pytest.mark.parametrize(
    ("agency", "applies"),
    [
        (worded.GOVERNMENT, True),
        (worded.TOWNSHIP, True),
        (worded.DEPARTMENT, False),
        (gd.Agency(kind=gd.AgencyKind.OFFICE), False),
        (gd.Agency(), False),
    ],
)
def test_only_governments_are_asked_and_the_others_are_told_why_not(agency, applies):
    report = gd.AnnualReport(agency=agency, overview=prose("正文。"))
    assert bool(found("text.accountability", report)) is applies
    assert (why_skipped("text.accountability", report) is None) is applies


# ---- text.overview_aspects and text.length

ASPECTS = {
    "主动公开": "门户网站全年主动公开两百条。",
    "依申请公开": "收到的申请都已办结，申请人满意，依申请公开有专人。",
    "政府信息管理": "发布前由两人审核，保密审查留有记录。",
    "平台": "网站改版一次。",
    "监督保障": "组织培训两次，纳入考核。",
}


@given(st.sets(st.sampled_from(list(ASPECTS)), min_size=1))
def test_the_aspects_that_section_one_says_nothing_of_are_a_note(told):
    text = "".join(ASPECTS[name] for name in sorted(told))
    findings = found("text.overview_aspects", gd.AnnualReport(overview=prose(text)))
    if told == set(ASPECTS):
        assert not findings
        return
    lacking = {name for name in ASPECTS if name not in told} - (
        {"平台"} if "主动公开" in told else set()
    )
    for name in lacking:
        assert name in findings[0].message.zh
    for name in told:
        assert all(name not in finding.message.zh for finding in findings)
    assert {finding.severity for finding in findings} <= {gd.Severity.NOTE}


@given(st.integers(0, 60), st.integers(1, 60))
def test_section_one_is_too_long_only_above_the_profiles_limit(length, limit):
    report = gd.AnnualReport(overview=prose("公 开" * (length // 2), "字" * (length % 2)))
    profile = Profile(on=frozenset({"text.length"}), overview_limit=limit)
    findings = found("text.length", report, profile=profile)
    assert [(f.expected, f.actual) for f in findings] == [(limit, length)] * (length > limit)


@pytest.mark.parametrize(
    "profile", [None, Profile(overview_limit=1), Profile(on=frozenset({"text.length"}))]
)
def test_the_length_is_not_looked_at_unless_it_is_turned_on_with_a_limit(profile):
    assert not found("text.length", WHOLE, profile=profile)
    assert why_skipped("text.length", WHOLE, profile=profile)
