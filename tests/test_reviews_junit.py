"""JUnit: a suite for each report, a case for each rule, and what became of it."""

from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given

import govdisclosure as gd
from govdisclosure.strategies import any_reports
from reviewed import UNREAD, everything, hostile, of_file, reviewed, waiving
from running import BLANKS, GOOD, WRONG


def suites_of(*entries, **settings):
    written = gd.write_review(entries, "junit", gd.Settings(**settings))
    return ET.fromstring(written.encode())  # noqa: S314  # our own output


def cases(suite):
    return {case.get("name"): case for case in suite.iter("testcase")}


def tags(case):
    return [child.tag for child in case]


def test_a_suite_is_a_report_and_a_case_is_a_rule():
    root = suites_of(*everything())
    assert [suite.get("name") for suite in root][:2] == [WRONG.name, BLANKS.name]
    for suite in list(root)[:-1]:
        assert list(cases(suite)) == [rule.id for rule in gd.RULES]
        assert {case.get("classname") for case in suite.iter("testcase")} == {suite.get("name")}


def test_broken_is_a_failure_with_every_message():
    report = gd.read(GOOD).report
    rows = ("received", "carried_in", "carried_out", "outcomes.granted")
    wrong = report.replace({f"requests.{row}.total": 90 for row in rows})
    (suite,) = suites_of(reviewed("wrong.json", wrong))
    (failure,) = cases(suite)["requests.row_total"].iter("failure")
    assert failure.get("type") == "error"
    assert len(failure.text.splitlines()) == 4
    assert failure.get("message") in failure.text.splitlines()[0]


def test_failures_follow_the_severity_that_fails():
    """A finding below it is told in the output of a case that is passed."""
    for least, expected in ((gd.Severity.WARNING, "failure"), (gd.Severity.ERROR, "system-out")):
        (suite,) = suites_of(of_file(BLANKS), fail_on=least)
        case = cases(suite)["cell.blank"]
        assert tags(case) == [expected]
    assert "below --fail-on: warning: Requests" in case.find("system-out").text
    (suite,) = suites_of(of_file(WRONG), fail_on=None)
    assert suite.get("failures") == "0"


def test_waived_is_no_failure_and_says_why():
    (suite,) = suites_of(waiving(of_file(WRONG), "remedies.total"))
    case = cases(suite)["remedies.total"]
    assert tags(case) == ["system-out"]
    assert "waived (error): Table 4" in case.find("system-out").text
    assert "why it is waived: said in section six" in case.find("system-out").text


def test_not_applied_is_skipped_with_the_reason():
    (suite,) = suites_of(of_file(GOOD), language="zh")
    (skipped,) = cases(suite)["rollup.cells"].iter("skipped")
    assert skipped.get("message") == "没有成员单位的报告"


def test_what_blanks_leave_open_is_told():
    (suite,) = suites_of(of_file(BLANKS))
    assert "4 would make it true" in cases(suite)["requests.balance"].find("system-out").text


def test_a_document_that_cannot_be_read_is_an_error():
    (suite,) = suites_of(UNREAD)
    (case,) = suite.iter("testcase")
    (error,) = case.iter("error")
    assert error.get("message") == "there is no such file"
    assert suite.get("errors") == "1"


def test_what_found_no_place_is_told():
    (suite,) = suites_of(hostile())
    assert "found no place" in suite.find("system-out").text


@given(any_reports())
def test_the_numbers_are_those_of_the_elements(report):
    root = suites_of(reviewed("a", report), UNREAD)
    for element in (root, *root):
        assert int(element.get("tests")) == len(list(element.iter("testcase")))
        assert int(element.get("failures")) == len(list(element.iter("failure")))
        assert int(element.get("errors")) == len(list(element.iter("error")))
        assert int(element.get("skipped")) == len(list(element.iter("skipped")))


@given(any_reports())
def test_as_many_failures_as_rules_with_errors(report):
    entry = reviewed("a", report)
    (suite,) = suites_of(entry)
    rules = {finding.rule for finding in entry.review.at_least(gd.Severity.ERROR)}
    failed = {name for name, case in cases(suite).items() if case.find("failure") is not None}
    assert failed == rules


@pytest.mark.parametrize("text", ["a\0b", "\x1b[31m", "]]>", "<x>&amp;", "\ud800"])
def test_any_name_is_xml(text):
    (suite,) = suites_of(attrs.evolve(UNREAD, source=text))
    assert suite.get("name") == text.replace("\0", "�").replace("\x1b", "�").replace("\ud800", "�")
