"""What is read from prose, on cases that are data: sentences, and all that is found in them."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.claims.numerals import from_chinese
from govdisclosure.claims.vocabulary import DOUBT_WORDING, Doubt
from govdisclosure.rules.quoting import short
from govdisclosure.strategies import prose, reports
from govdisclosure.strategies.facts import FACTS, WHOLES
from govdisclosure.strategies.telling import chinese, told

DATA = json.loads(
    (Path(__file__).parent / "cases" / "claims.json").read_text("utf-8"), parse_float=Decimal
)
RULES = ("text.states_cell", "text.states_none", "text.share", "text.fees_mentioned")
SECTIONS = ("overview", "problems", "other_matters")


def report_of(name):
    """One of the reports that the cases share."""
    described = DATA["reports"][name]
    form = gd.AnnualReport.blank_form(
        described.get("edition", "2021"), fill=described.get("fill", 0)
    )
    scope = gd.Scope(described["scope"]) if "scope" in described else None
    return form.replace(
        {
            **described["cells"],
            "year": described.get("year"),
            "agency.name": described.get("agency"),
            "scope": scope,
        }
    )


def found(report):
    """The findings of the rules on claims, as a case has them."""
    return [
        {
            "rule": finding.rule,
            "at": finding.at,
            "severity": finding.severity.value,
            "expected": finding.expected,
            "actual": finding.actual,
        }
        for finding in gd.check(report).findings
        if finding.rule in RULES
    ]


def in_any_order(findings):
    return sorted(findings, key=lambda finding: (finding["rule"], finding["at"]))


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["description"])
def test_exactly_what_a_case_says_is_found(case):
    prose = {
        name: gd.Prose(paragraphs=case[name], heading=None) for name in SECTIONS if name in case
    }
    report = report_of(case["report"]).replace(prose)
    assert in_any_order(found(report)) == in_any_order(case["expected"])


# ---- sentences written from cells


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_prose_that_agrees_is_never_a_finding(data):
    """Whatever the phrasing, and whatever else is said beside, also of a report with blanks."""
    report = data.draw(reports(blanks=True))
    assert (
        found(report.replace({"overview": data.draw(prose(report)), "other_matters": None})) == []
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_changed_number_is_exactly_the_right_finding(data):
    """In a report of its own scope: else a government's name may stand for its own office only."""
    report = data.draw(reports()).replace({"scope": gd.Scope.OWN})
    wrong = data.draw(told(report, agree=False))
    fact = next(fact for fact in FACTS if fact.role == wrong.role)
    none = fact.role in WHOLES and not any(fact.known(report)) and wrong.stated > 0
    said = gd.Prose(paragraphs=[wrong.paragraph])
    (finding,) = found(report.replace({"overview": said, "other_matters": None}))
    assert finding == {
        "rule": "text.states_none" if none else "text.states_cell",
        "at": wrong.role,
        "severity": "error",
        "expected": fact.known(report)[0],
        "actual": wrong.stated,
    }


def test_a_report_without_numbers_cannot_be_contradicted():
    with pytest.raises(gd.Impossible, match="no number"):
        prose(gd.AnnualReport(year=2023), agree=False)


# ---- what a finding says


def finding_in(rule, paragraph, report="bureau", **others):
    """The one finding of a rule in a paragraph of section 一."""
    prose = gd.Prose(paragraphs=[paragraph])
    findings = gd.check(report_of(report).replace({"overview": prose, **others})).findings
    (found,) = (finding for finding in findings if finding.rule == rule)
    return found


def test_a_finding_says_what_the_text_states_what_the_tables_have_and_the_difference():
    finding = finding_in("text.states_cell", "全年收到政府信息公开申请38件。")
    assert (finding.expected, finding.actual, finding.difference) == (35, 38, 3)
    for text in (finding.message.zh, finding.message.en):
        assert re.findall(r"\d+", text) == ["38", "38", "35", "37", "3"]
        assert "元" not in text
        assert "yuan" not in text


@pytest.mark.parametrize(
    ("rule", "said", "cells"),
    [
        ("text.states_cell", "收到政府信息公开申请38件", ["requests.received.total"]),
        ("text.states_none", "没有收到政府信息公开申请", ["requests.received.total"]),
        ("text.share", "其中予以公开12件，占40%", []),
    ],
)
def test_a_finding_shows_the_words_and_the_cells_that_say_otherwise(rule, said, cells):
    paragraph = f"全年答复申请32件，{said}。"
    report = report_of("bureau").replace({"overview": gd.Prose(paragraphs=[paragraph])})
    there = {"overview.paragraphs[0]": gd.Place(text=paragraph, line=5)}
    (finding,) = (
        f for f in gd.check(gd.Reading(report=report, prose=there)).findings if f.rule == rule
    )
    (place,) = finding.places
    assert place.line == 5
    assert place.text in paragraph
    assert len(place.text) < len(paragraph)
    assert finding.cells == tuple(cells)


def test_each_meaning_that_the_tables_have_is_named_by_the_labels_of_its_cells():
    finding = finding_in("text.states_cell", "全年收到政府信息公开申请38件。")
    labels = {cell.address: (cell.zh, cell.en) for cell in gd.cells()}
    rows = [labels[f"requests.{row}.total"] for row in ("received", "carried_in")]
    for language, text in enumerate((finding.message.zh, finding.message.en)):
        received, carried_in = (row[language] for row in rows)
        assert text.count(received) == 2
        assert f"{received} + {carried_in}" in text


def test_of_many_meanings_three_are_named():
    finding = finding_in("text.states_cell", "全年答复政府信息公开申请99件。")
    assert finding.message.zh.count("，或") == finding.message.en.count(", or ") == 2


def test_money_is_said_in_yuan():
    finding = finding_in("text.states_cell", "全年行政事业性收费5000万元。")
    assert finding.actual == 50_000_000
    assert "50000000元" in finding.message.zh
    assert "50000000 yuan" in finding.message.en


@given(st.text("申请公开 \n", max_size=60), st.integers(0, 70))
def test_words_are_quoted_on_one_line_in_sixty_characters(text, more):
    plain = "".join(text.split()) + "字" * more
    assert short(text + "字" * more) == (plain if len(plain) <= 60 else plain[:59] + "…")


def test_sixty_characters_are_quoted_whole_and_sixty_one_are_not():
    assert short("字" * 60) == "字" * 60
    assert short("字" * 61) == "字" * 59 + "…"


def test_a_share_that_is_not_one_is_said_with_its_base_and_the_right_percentage():
    finding = finding_in(
        "text.share", "答复申请1191件，其中予以公开208件，占17.64%。", report="shares"
    )
    for text in (finding.message.zh, finding.message.en):
        assert all(number in text for number in ("208", "1191", "17.464%", "17.64%"))


def in_a_form_of_zeros(rule, paragraph, **numbers):
    """The findings of a rule in a paragraph, with these totals in table 三."""
    cells = {f"requests.{row.replace('__', '.')}.total": n for row, n in numbers.items()}
    prose = gd.Prose(paragraphs=[paragraph])
    report = report_of("nothing").replace({**cells, "overview": prose})
    return [finding for finding in gd.check(report).findings if finding.rule == rule]


def test_a_share_of_the_only_one_is_a_share_too():
    one = {"received": 1, "outcomes__granted": 1, "outcomes__total": 1}
    assert in_a_form_of_zeros("text.share", "答复申请1件，其中予以公开1件，占50%。", **one)
    assert not in_a_form_of_zeros("text.share", "答复申请1件，其中予以公开1件，占100%。", **one)
    assert not in_a_form_of_zeros("text.share", "答复申请0件，其中予以公开0件，占50%。")


@pytest.mark.parametrize(
    ("percent", "right"),
    [("12", True), ("13", True), ("12.5", True), ("12.4", False), ("11", False)],
)
def test_a_share_may_be_half_a_unit_of_its_last_decimal_away(percent, right):
    said = f"答复申请8件，其中予以公开1件，占{percent}%。"
    eight = {"received": 8, "outcomes__granted": 1, "outcomes__total": 8}
    assert bool(in_a_form_of_zeros("text.share", said, **eight)) is not right


def test_a_share_is_no_more_than_half_a_unit_away_and_its_base_no_less_than_its_count():
    nine = {"received": 9, "outcomes__granted": 4, "outcomes__total": 9}
    said = "答复申请9件，其中予以公开4件，占{}%。"
    assert not in_a_form_of_zeros("text.share", said.format(44), **nine)
    assert in_a_form_of_zeros("text.share", said.format(45), **nine)
    four = {"received": 4, "outcomes__granted": 4, "outcomes__total": 4}
    assert not in_a_form_of_zeros("text.share", "予以公开8件，占50%。", **four)


def test_a_share_of_what_is_not_known_is_held_only_against_what_the_text_states():
    total = "requests.outcomes.total"
    not_known = report_of("bureau").replace({f"{total}.total": None, f"{total}.enterprise": None})
    for said, wrong in (("", False), ("答复申请32件，", True)):
        prose = gd.Prose(paragraphs=[f"{said}予以公开12件，占90%。"])
        findings = gd.check(not_known.replace({"overview": prose})).findings
        assert ("text.share" in {finding.rule for finding in findings}) is wrong


def test_where_some_meaning_has_a_number_the_text_does_not_state_what_is_not_there():
    said = "收到政府信息公开申请5件。"
    assert in_a_form_of_zeros("text.states_none", said)
    assert in_a_form_of_zeros("text.states_cell", said, carried_in=2)
    assert not in_a_form_of_zeros("text.states_none", said, carried_in=2)


def test_a_doubt_is_said_and_so_is_a_number_of_which_only_the_least_is_known():
    part = finding_in("text.states_cell", "收到申请35件。全年收到政府信息公开申请36件。")
    assert DOUBT_WORDING[Doubt.PART].zh in part.message.zh
    assert DOUBT_WORDING[Doubt.PART].en in part.message.en
    least = finding_in("text.states_cell", "全年予以公开5件。", report="blank")
    assert "至少 12" in least.message.zh
    assert "at least 12" in least.message.en
    assert "at least" not in part.message.en


def test_what_is_doubtful_by_itself_is_not_called_a_part_of_what_agrees():
    said = "收到申请35件。全市收到政府信息公开申请20件。"
    finding = finding_in("text.states_cell", said)
    assert DOUBT_WORDING[Doubt.BODY].en in finding.message.en
    assert DOUBT_WORDING[Doubt.PART].en not in finding.message.en


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("行政事业性收费2000.1万元。行政事业性收费2068.1万元。", False),
        ("行政事业性收费2000.1万元。行政事业性收费2068.5万元。", True),
        ("行政事业性收费2000万元。行政事业性收费2069万元。", False),
        ("行政事业性收费2000万元。行政事业性收费2070万元。", True),
    ],
)
def test_amounts_that_are_rounded_each_may_add_up_to_the_exact_one(said, wrong):
    """4068.208 in the table: each of the two may have been rounded by half of its last decimal."""
    prose = gd.Prose(paragraphs=[said])
    findings = gd.check(report_of("bureau").replace({"overview": prose})).findings
    assert bool([f for f in findings if f.rule == "text.states_cell"]) is wrong


@pytest.mark.parametrize(("report", "unpaid"), [("unpaid", True), ("bureau", False)])
def test_requests_closed_for_unpaid_fees_are_named_where_section_six_is_silent(report, unpaid):
    silent = gd.Prose(paragraphs=["没有其他情况。"])
    finding = finding_in("text.fees_mentioned", "正文。", report, other_matters=silent)
    assert "2 requests closed" in finding.message.en or not unpaid
    assert "有 2 件申请" in finding.message.zh or not unpaid
    assert ("requests closed" in finding.message.en) is unpaid
    assert ("件申请" in finding.message.zh) is unpaid
    assert bool(finding.cells) is unpaid


def test_a_share_is_held_against_the_number_that_the_text_states_first():
    finding = finding_in("text.share", "答复申请1200件，其中予以公开208件，占50%。", "shares")
    assert "208 of 1200 is 17.33%" in finding.message.en


def test_a_share_of_fewer_is_worked_out_from_what_the_table_has():
    finding = finding_in(
        "text.share", "答复申请100件，其中予以公开208件，占17.64%。", report="shares"
    )
    assert finding.expected == Decimal("17.464")


def test_fees_are_asked_of_a_year_whose_form_has_them_whatever_the_layout_of_its_rows():
    silent = gd.Prose(paragraphs=["没有其他情况。"])
    one_row = gd.AnnualReport.blank_form("2019", fill=0).replace(
        {"year": 2023, "other_matters": silent}
    )
    rules = {finding.rule for finding in gd.check(one_row).findings}
    assert "text.fees_mentioned" in rules
    before = {finding.rule for finding in gd.check(one_row.replace({"year": 2020})).findings}
    assert "text.fees_mentioned" not in before
    for year in (2020, None):
        three = report_of("nothing").replace({"year": year, "other_matters": silent})
        assert "text.fees_mentioned" in {finding.rule for finding in gd.check(three).findings}


def test_it_is_told_apart_whether_no_fee_was_asked_for_or_none_was_collected():
    said = ("2024年未发生信息处理费收费情况。", "2024年未收取信息处理费。")
    findings = [
        finding_in(
            "text.fees_mentioned", "正文。", "unpaid", other_matters=gd.Prose(paragraphs=[s])
        )
        for s in said
    ]
    assert [f.severity for f in findings] == [gd.Severity.WARNING, gd.Severity.NOTE]
    assert "fees were asked for" in findings[0].message.en
    assert "not paid" in findings[1].message.en
    assert len({f.message.zh.split("”")[-1] for f in findings}) == len(findings)
    for finding in findings:
        assert finding.cells == ("requests.outcomes.closed_otherwise.fee_unpaid.total",)


def test_what_is_said_of_fees_is_shown_where_it_stands():
    said = gd.Prose(paragraphs=["2024年未收取信息处理费。"])
    reading = gd.Reading(
        report=report_of("unpaid").replace({"other_matters": said}),
        prose={"other_matters.paragraphs[0]": gd.Place(text="", line=90)},
    )
    (finding,) = (f for f in gd.check(reading).findings if f.rule == "text.fees_mentioned")
    assert [place.line for place in finding.places] == [90]


@given(st.integers(0, 10**8 - 1))
def test_chinese_numerals_are_read_as_they_are_written(number):
    assert from_chinese(chinese(number)) == number


@given(st.text("零〇一二两三四五六七八九十百千万亿", min_size=1, max_size=9))
def test_numerals_that_write_no_number_are_none(text):
    """What is read is what a number writes, but for 两, 〇, digits side by side, and 一十."""
    number = from_chinese(text)
    if number is not None and number < 10**8 and any(place in text for place in "十百千万"):
        plain = text.replace("两", "二").replace("〇", "零")
        assert plain.replace("一十", "十") == chinese(number).replace("一十", "十")


@pytest.mark.parametrize("digits", ["9" * 8004, "1." + "0" * 8004, "九" * 8004])
def test_more_digits_than_any_number_has_are_no_number(digits):
    prose = gd.Prose(paragraphs=(f"全年收到政府信息公开申请{digits}件，占{digits}%。",))
    report = gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023, "overview": prose})
    errors = gd.check(report).at_least(gd.Severity.ERROR)
    assert [f for f in errors if f.rule == "text.states_cell" and f.actual == 0] == []
