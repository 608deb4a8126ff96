"""What is read from prose, on cases that are data: sentences, and all that is found in them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.claims.numerals import from_chinese
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
    report = data.draw(reports())
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
