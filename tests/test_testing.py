"""The assertions that tests of other projects use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies import any_reports, reports, reports_breaking
from govdisclosure.testing import (
    assert_breaks,
    assert_same,
    assert_valid,
    differences,
    pytest_assertrepr_compare,
)

RIGHT = gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023})
RULE = "requests.row_total"
WRONG = RIGHT.replace({"requests.received.total": 7, "requests.carried_out.total": 7})


@given(reports())
def test_a_valid_report_passes(report):
    assert_valid(report, at_least="note")
    with pytest.raises(AssertionError, match=f"does not break {RULE}"):
        assert_breaks(report, RULE)


@given(reports_breaking(RULE, only=True))
def test_a_report_that_breaks_a_rule_is_told(report):
    assert {finding.rule for finding in assert_breaks(report, RULE)} == {RULE}
    with pytest.raises(AssertionError, match=RULE):
        assert_valid(report)


def test_the_message_lists_every_finding_in_both_languages():
    with pytest.raises(AssertionError) as caught:
        assert_valid(WRONG)
    lines = str(caught.value).splitlines()
    assert lines[0] == "the report has 2 findings:"
    assert len(lines) == 6
    assert all("7 ≠ 0" in line for line in (lines[1], lines[2], lines[4], lines[5]))


def test_only_findings_as_severe_as_asked_count():
    """A blank cell is a warning."""
    blank = RIGHT.replace({"requests.received.total": None})
    assert_valid(blank)
    with pytest.raises(AssertionError, match="blank cells"):
        assert_valid(blank, at_least="warning")
    with pytest.raises(ValueError, match="severe"):
        assert_valid(blank, at_least="severe")


def test_why_a_rule_is_not_broken_is_said():
    """It was not applied, or blanks leave it undecided."""
    with pytest.raises(AssertionError, match="no report of the year before was given"):
        assert_breaks(RIGHT, "years.carried_over")
    doubtful = RIGHT.replace({"requests.received.total": None, "requests.received.enterprise": 1})
    with pytest.raises(AssertionError, match="has blank cells"):
        assert_breaks(doubtful, RULE)
    with pytest.raises(gd.UnknownName, match="did you mean"):
        assert_breaks(WRONG, "requests.row_totals")


@given(any_reports(), st.data())
def test_reports_are_the_same_or_differ_in_named_cells(report, data):
    """A report has no differences with itself; one changed cell is the only difference."""
    assert_same(report, report)
    assert differences(report, report) == ()
    cells = [(address, value) for address, value in report.cells() if isinstance(value, int)]
    if cells:
        address, value = data.draw(st.sampled_from(cells))
        other = report.replace({address: None})
        (found,) = differences(report, other)
        assert (found.address, found.left, found.right) == (address, value, None)
        with pytest.raises(AssertionError, match=address):
            assert_same(report, other)


def test_a_row_that_one_report_lacks_is_told_from_a_blank():
    """Each of its cells is a difference, and so is what is said beside the tables."""
    other = RIGHT.replace({"remedies.reconsideration": None, "agency.name": "云溪县商务局"})
    words = [found.wording.en for found in differences(RIGHT, other)]
    assert len(words) == 6
    assert words[0] == "agency.name: blank ≠ '云溪县商务局'"
    label = "Administrative reconsideration, Upheld"
    assert words[1] == f"remedies.reconsideration.upheld ({label}): 0 ≠ not there"


def test_pytest_says_which_cells_differ():
    """The hook speaks for two reports that are compared for equality, and for nothing else."""
    lines = pytest_assertrepr_compare("==", RIGHT, WRONG)
    assert lines[0] == "the reports differ in 2 places:"
    assert "requests.received.total" in lines[1]
    assert pytest_assertrepr_compare("!=", RIGHT, WRONG) is None
    assert pytest_assertrepr_compare("==", RIGHT, 1) is None
