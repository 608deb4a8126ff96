"""text.sections, text.year and text.agency: what the head and the headings of a report say."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
import worded
from worded import found, prose, why_skipped

HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
KEYS = ("overview", "proactive_disclosure", "requests", "remedies", "problems", "other_matters")
WHOLE = worded.report()


def document(keys, *, of=WHOLE, printed=None, lines=None):
    """The reading of a document with the headings of these sections, ten lines apart."""
    said = dict(zip(KEYS, HEADINGS, strict=True)) | (printed or {})
    lines = lines or range(1, 10 * len(keys) + 1, 10)
    headings = tuple(
        gd.Heading(section=key, place=gd.Place(text=said[key], line=line))
        for key, line in zip(keys, lines, strict=False)
    )
    return gd.Reading(report=of, headings=headings)


# ---- text.sections


def test_the_six_sections_in_order_are_right():
    assert not found("text.sections", document(KEYS))
    assert not found("text.sections", worded.written(WHOLE))


@pytest.mark.parametrize(
    "changes",
    [
        {"overview": "一、总体概述"},
        {"overview": "# 一. 概述"},
        {"remedies": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"},
        {"remedies": "四、政府信息公开行政复议和行政诉讼情况"},
        {"problems": "五、存在问题及改进情况"},
        {"problems": "五、政府信息公开工作存在的主要问题和改进措施"},
        {"other_matters": "六、其他需要报告的事项："},
    ],
)
def test_headings_may_be_worded_more_or_less_like_the_form(changes):
    text = gd.write(WHOLE, "text").decode()
    for key, printed in changes.items():
        text = text.replace(HEADINGS[KEYS.index(key)], printed)
    assert not found("text.sections", gd.read(text.encode()))


@pytest.mark.parametrize(
    "keys",
    [
        (*KEYS, "proactive_disclosure", "requests", "remedies"),
        ("overview", *KEYS),
        (*KEYS[:3], "requests", *KEYS[3:]),
        (*KEYS, *KEYS),
    ],
    ids=["numbering starts again", "twice", "over a page", "all twice"],
)
def test_headings_may_come_again(keys):
    assert not found("text.sections", document(keys))


@given(st.permutations(KEYS))
def test_sections_are_out_of_order_unless_they_are_in_the_forms_order(keys):
    findings = found("text.sections", document(keys))
    assert len(findings) == (tuple(keys) != KEYS)
    for finding in findings:
        assert finding.severity is gd.Severity.ERROR
        assert HEADINGS[KEYS.index(finding.at)] in finding.message.zh


@given(st.permutations(KEYS))
def test_a_table_of_contents_does_not_hide_the_order_of_the_report(keys):
    contents = document((*KEYS, *keys), lines=[*range(1, 7), *range(20, 80, 10)])
    assert len(found("text.sections", contents)) == (tuple(keys) != KEYS)


SWAPPED = (KEYS[1], KEYS[0], *KEYS[2:])


@pytest.mark.parametrize(
    ("listed", "apart", "is_contents"),
    [(6, 1, True), (6, 2, True), (6, 3, False), (6, 0, False), (4, 1, True), (3, 1, False)],
)
def test_four_headings_or_more_on_neighbouring_lines_are_a_table_of_contents(
    listed, apart, is_contents
):
    """Whatever follows a table of contents is the report; else the first heading of each counts."""
    lines = [1 + apart * number for number in range(listed)]
    reading = document((*KEYS[:listed], *SWAPPED), lines=[*lines, *range(100, 160, 10)])
    assert bool(found("text.sections", reading)) is is_contents


def test_headings_of_which_not_every_line_is_known_are_no_table_of_contents():
    for lost in (0, 2):
        lines = [None if i == lost else i for i in range(6)]
        reading = document((*KEYS, *SWAPPED), lines=[*lines, *range(100, 160, 10)])
        assert not found("text.sections", reading)


def test_headings_in_a_row_without_the_report_below_are_no_table_of_contents():
    reading = document((*SWAPPED, *KEYS[:5]), lines=[*range(1, 7), *range(100, 150, 10)])
    (finding,) = found("text.sections", reading)
    assert (finding.at, finding.severity) == ("other_matters", gd.Severity.ERROR)


def test_a_document_of_nothing_but_headings_is_judged_by_them():
    assert not found("text.sections", document(KEYS, lines=range(1, 7)))
    (finding,) = found("text.sections", document(SWAPPED, lines=range(1, 7)))
    assert finding.at == "proactive_disclosure"


def test_a_numbered_heading_of_something_else_is_not_that_of_a_section_that_is_missing():
    said = attrs.evolve(WHOLE.overview, paragraphs=("三、政策解读专栏", "正文。"))
    report = WHOLE.replace({"overview": said, "problems": None})
    keys = [key for key in KEYS if key != "problems"]
    (finding,) = found("text.sections", document(keys, of=report))
    assert (finding.at, finding.severity) == ("problems", gd.Severity.ERROR)


def test_what_stands_out_of_order_is_shown_where_it_stands():
    reading = document((*KEYS[:2], KEYS[3], KEYS[2], *KEYS[4:]))
    (finding,) = found("text.sections", reading)
    assert finding.at == "remedies"
    assert finding.places == tuple(
        heading.place for heading in reading.headings if heading.section == finding.at
    )
    printed = [HEADINGS[KEYS.index(heading.section)][2:] for heading in reading.headings]
    assert "，".join(printed) in finding.message.zh


def test_what_is_missing_after_a_table_that_is_missing_too_is_found():
    gone = ("proactive_disclosure", "problems")
    keys = [key for key in KEYS if key not in gone]
    (finding,) = found("text.sections", document(keys, of=WHOLE.replace(dict.fromkeys(gone))))
    assert finding.at == "problems"


@given(st.sets(st.sampled_from(worded.SECTIONS), min_size=1, max_size=2))
def test_each_section_in_words_that_is_not_there_is_an_error(gone):
    report = WHOLE.replace(dict.fromkeys(gone))
    keys = [key for key in KEYS if key not in gone]
    for of in (report, document(keys, of=report)):
        findings = found("text.sections", of)
        assert {finding.at for finding in findings} == gone
        assert {finding.severity for finding in findings} == {gd.Severity.ERROR}


@pytest.mark.parametrize("table", KEYS[1:4])
def test_a_table_without_its_heading_is_a_warning_and_one_not_there_is_form_missings(table):
    keys = [key for key in KEYS if key != table]
    (finding,) = found("text.sections", document(keys))
    assert (finding.at, finding.severity) == (table, gd.Severity.WARNING)
    lacking = document(keys, of=WHOLE.replace({table: None}))
    assert not found("text.sections", lacking)
    assert [f.at for f in found("form.missing", lacking)] == [table]


@pytest.mark.parametrize(
    ("section", "printed"),
    [
        ("problems", "五、工作中的不足和下一步打算"),
        ("other_matters", "六、其他情况说明"),
    ],
)
def test_a_section_under_a_heading_of_other_words_is_a_warning_that_quotes_it(section, printed):
    before = {"problems": "overview", "other_matters": "problems"}[section]
    held = getattr(WHOLE, before)
    joined = attrs.evolve(held, paragraphs=(*held.paragraphs, printed, "正文。"))
    report = WHOLE.replace({before: joined, section: None})
    (finding,) = found(
        "text.sections", document([key for key in KEYS if key != section], of=report)
    )
    assert (finding.at, finding.severity) == (section, gd.Severity.WARNING)
    assert printed in finding.message.zh
    assert printed in finding.message.en


@pytest.mark.parametrize(
    ("section", "beside", "text", "severity"),
    [
        ("problems", "remedies", "（一）存在的主要问题", gd.Severity.WARNING),
        ("problems", "remedies", "（一）行政复议情况", gd.Severity.ERROR),
        ("overview", None, "全年公开各类信息77条，收到1份申请。", gd.Severity.WARNING),
        ("overview", None, "全文包括主动公开政府信息情况等六部分。", gd.Severity.ERROR),
    ],
)
def test_a_section_whose_heading_got_lost_is_a_warning(section, beside, text, severity):
    keys = [key for key in KEYS if key != section]
    aside = gd.Aside(section=beside, place=gd.Place(text=text, line=70))
    reading = attrs.evolve(document(keys, of=WHOLE.replace({section: None})), asides=(aside,))
    (finding,) = found("text.sections", reading)
    assert (finding.at, finding.severity) == (section, severity)
    assert bool(finding.places) is (severity is gd.Severity.WARNING)


@pytest.mark.parametrize("section", worded.SECTIONS)
def test_paragraphs_without_their_heading_are_a_warning_that_quotes_the_first(section):
    (finding,) = found("text.sections", document([key for key in KEYS if key != section]))
    assert (finding.at, finding.severity) == (section, gd.Severity.WARNING)
    assert getattr(WHOLE, section).paragraphs[0][:10] in finding.message.zh


def test_a_numbered_heading_before_the_first_known_one_may_be_that_of_section_one():
    report = WHOLE.replace({"overview": None})
    text = "一、政府信息公开工作的基本情况"
    aside = gd.Aside(section=None, place=gd.Place(text=text, line=3))
    reading = attrs.evolve(document(KEYS[1:], of=report), asides=(aside,))
    (finding,) = found("text.sections", reading)
    assert finding.severity is gd.Severity.WARNING


def test_a_document_without_any_heading_is_not_a_record_without_prose():
    report = WHOLE.replace(dict.fromkeys(worded.SECTIONS))
    place = gd.Place(text="0")
    for of_a_document in (
        {"places": {"requests.received.total": place}},
        {"asides": (gd.Aside(section=None, place=place),)},
    ):
        reading = gd.Reading(report=report, **of_a_document)
        assert {f.at for f in found("text.sections", reading)} == set(KEYS)
    assert not found("text.sections", report)
    assert why_skipped("text.sections", report)
    assert why_skipped("text.sections", gd.read(gd.dumps(report).encode()))


# ---- text.year


@given(worded.bodies(), worded.YEARS, st.sampled_from(["{}{}年", "{1}年{0}", "{}{}年度"]))
def test_a_title_of_the_reports_year_is_right_and_one_of_another_year_an_error(body, year, form):
    title = form.format(body, year) + "政府信息公开工作年度报告"
    report = WHOLE.replace({"title": title, "overview": None})
    assert not found("text.year", report.replace({"year": year}))
    for other in (year - 1, year + 1):
        (finding,) = found("text.year", report.replace({"year": other}))
        assert (finding.at, finding.severity) == ("title", gd.Severity.ERROR)
        assert str(other) in finding.message.zh
        assert str(other) in finding.message.en


@pytest.mark.parametrize("title", ["云溪县商务局二〇二三年政府信息公开工作年度报告"])
def test_a_year_in_chinese_numerals_is_read(title):
    assert not found("text.year", WHOLE.replace({"title": title}))
    assert found("text.year", WHOLE.replace({"title": title.replace("二三", "二二")}))


def test_a_title_without_a_year_is_a_warning():
    (finding,) = found(
        "text.year", WHOLE.replace({"title": "云溪县商务局政府信息公开工作年度报告"})
    )
    assert finding.severity is gd.Severity.WARNING


PERIODS = [
    "本报告所列数据的统计期限自{0}年1月1日起至{0}年12月31日止。",
    "本年度报告中所列数据的统计周期为 {0} 年 1 月 1 日至 12 月 31 日。",
    "统计时限为{0}年1月1日—{0}年12月31日，",
    "数据统计期间从{0}年1月1日到当年12月31日。",
    "{0}年1月1日至12月31日，全局公开信息三百条。",
]


@given(st.sampled_from(PERIODS), worded.YEARS, st.data())
def test_the_period_of_the_figures_is_the_reports_year(period, year, data):
    text = data.draw(worded.among(period.format(year)))
    report = gd.AnnualReport(overview=prose(text), year=year)
    assert not found("text.year", report)
    for other in (year - 1, year + 1):
        (finding,) = found("text.year", report.replace({"year": other}))
        assert (finding.at, finding.severity) == ("overview.paragraphs[0]", gd.Severity.WARNING)
        assert str(year) in finding.message.zh


@given(st.sampled_from(PERIODS), worded.YEARS)
def test_where_title_and_period_disagree_both_are_named_and_neither_is_taken_for_right(
    period, year
):
    title = f"云溪县商务局{year}年政府信息公开工作年度报告"
    report = gd.AnnualReport(title=title, overview=prose(period.format(year - 1)), year=year)
    (finding,) = found("text.year", report)
    assert finding.severity is gd.Severity.WARNING
    for language, asks in (("zh", "标题是{}年的"), ("en", "the title says {}")):
        message = getattr(finding.message, language)
        assert asks.format(year) in message
        assert str(year - 1) in message
    (without,) = found("text.year", report.replace({"title": None}))
    assert without.message != finding.message


def test_a_wrong_period_is_quoted_whole():
    for text in (
        "统计时限为2022年1月1日至12月31日。",
        "2022年1月1日至12月31日，全局公开信息三百条。",
    ):
        (finding,) = found("text.year", worded.with_text(text))
        assert "“2022年1月1日至12月31日”" in finding.message.zh


@pytest.mark.parametrize(
    "text",
    [
        "统计期限为2022年1月1日至2023年12月31日。",
        "数据统计范围为2022年1月1日至12月31日，较上年不变。",
    ],
)
def test_a_period_of_several_years_or_beside_a_comparison_is_wrong_of_the_figures_only(text):
    assert found("text.year", worded.with_text(text))
    for figures in ("统计期限", "数据统计范围"):
        text = text.replace(figures, "活动时间")
    assert not found("text.year", worded.with_text(text))


@pytest.mark.parametrize("period", PERIODS)
def test_each_way_to_give_the_period_is_read(period):
    assert not found("text.year", worded.with_text(period.format(worded.YEAR)))
    assert found("text.year", worded.with_text(period.format(worded.YEAR - 1)))


@pytest.mark.parametrize(
    "text",
    [
        "与2022年1月1日至12月31日相比，申请减少三件。",
        "2022年同期为41件，较2021年下降。",
        "2022年结转的2件已办结，2023年受理的1件结转至2024年。",
        "《2021年1月1日至2025年12月31日信息公开规划》继续落实。",
        "试点自2022年1月1日至2022年12月31日。",
        "合同自2021年1月1日起至2025年12月31日止。",
        "2024年1月向社会公布本报告。",
        "2023年1月1日至2023年12月31日，公开信息三百条。",
    ],
)
def test_other_years_may_be_spoken_of(text):
    assert not found("text.year", worded.with_text(text))


def test_the_heading_of_another_year_is_a_warning():
    for heading, wrong in (("一、2023年总体情况", False), ("一、2022年总体情况", True)):
        report = WHOLE.replace({"overview": prose("正文。", heading=heading)})
        assert bool(found("text.year", report)) is wrong


def test_the_headings_of_a_document_are_looked_at_once():
    heading = "一、2022年总体情况"
    report = WHOLE.replace({"overview": prose("正文。", heading=heading)})
    (finding,) = found("text.year", document(KEYS, of=report, printed={"overview": heading}))
    assert finding.places == (gd.Place(text=heading, line=1),)
    again = document((*KEYS, "overview"), of=report, printed={"overview": heading})
    assert [f.at for f in found("text.year", again)] == ["overview.heading", "headings[6]"]


def test_a_period_before_the_first_heading_is_looked_at_too():
    text = gd.write(WHOLE.replace({"year": 2023}), "text").decode()
    wrong = PERIODS[0].format(2022)
    lead = text.replace(HEADINGS[0], f"{wrong}\n\n{HEADINGS[0]}", 1)
    (finding,) = found("text.year", gd.read(lead.encode()))
    (place,) = finding.places
    assert place.line is not None
    assert "2022年" in place.text


def test_without_a_year_or_without_words_the_rule_says_why_not():
    assert why_skipped("text.year", WHOLE.replace({"year": None}))
    assert why_skipped("text.year", gd.AnnualReport(year=2023))


# ---- text.agency


@given(worded.bodies(), worded.YEARS)
def test_the_body_in_the_title_is_the_reports(body, year):
    title = f"{body}{year}年政府信息公开工作年度报告"
    report = gd.AnnualReport(title=title, agency=gd.Agency(name=body))
    assert not found("text.agency", report)
    other = report.replace({"agency.name": "东山县司法局"})
    (finding,) = found("text.agency", other)
    assert body in finding.message.zh
    assert "东山县司法局" in finding.message.zh


@pytest.mark.parametrize(
    ("agency", "title"),
    [
        ("云溪县人民政府", "云溪县2023年政府信息公开工作年度报告"),
        ("云溪县人民政府", "云溪县人民政府办公室2023年政府信息公开工作年度报告"),
        ("云溪县发展和改革委员会", "云溪县发改委2023年政府信息公开工作年度报告"),
        ("云溪县发展和改革局", "云溪县发改委2023年政府信息公开工作年度报告"),
        ("临川市云溪区人民政府", "云溪区人民政府2023年政府信息公开工作年度报告"),
        ("云溪县青石镇", "2023年青石镇人民政府政府信息公开工作年度报告"),
        ("云溪县商务局", "2023年政府信息公开工作年度报告"),
    ],
)
def test_a_body_may_be_named_shortly_or_with_its_office(agency, title):
    report = gd.AnnualReport(title=title, agency=gd.Agency(name=agency))
    assert not found("text.agency", report)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("本报告由云溪县教育局编制。", True),
        ("本报告由云溪县商务局编制。", False),
        ("本报告由云溪县商务局办公室负责编制。", False),
        ("本报告由本机关编制。", False),
        ("本报告由市政务公开办公室编制。", False),
        ("现公布云溪县教育局2023年度政府信息公开工作年度报告。", True),
        ("现公布云溪县商务局2023年度政府信息公开工作年度报告。", False),
        ("与云溪县教育局共同办理一件申请。", False),
        ("年度报告由总体情况、主动公开政府信息情况等六部分组成。", False),
    ],
)
def test_where_the_text_says_whose_report_it_is_it_names_the_body(text, wrong):
    assert bool(found("text.agency", worded.with_text(text))) is wrong


@pytest.mark.parametrize(("body", "wrong"), [("云溪县教育局", True), ("云溪县商务局", False)])
def test_a_report_is_signed_by_its_body(body, wrong):
    signed = prose("没有收取信息处理费。", body, "2024年1月17日")
    findings = found("text.agency", WHOLE.replace({"other_matters": signed}))
    assert [f.at for f in findings] == ["other_matters.paragraphs[1]"] * wrong


def test_the_name_of_a_body_without_a_day_below_it_is_no_signature():
    other = prose("没有收取信息处理费。", "云溪县教育局", "没有其他情况。")
    assert not found("text.agency", WHOLE.replace({"other_matters": other}))
    dated = prose("本报告由云溪县教育局的同事校对。", "2024年1月17日")
    assert not found("text.agency", WHOLE.replace({"other_matters": dated}))


def test_a_paragraph_that_names_other_bodies_twice_is_one_finding():
    text = "本报告由云溪县教育局编制。现公布云溪县司法局2023年度政府信息公开工作年度报告。"
    assert len(found("text.agency", worded.with_text(text))) == 1


def test_without_a_title_or_a_name_the_rule_says_why_not():
    assert why_skipped("text.agency", WHOLE.replace({"title": None}))
    assert why_skipped("text.agency", WHOLE.replace({"agency": gd.Agency()}))
