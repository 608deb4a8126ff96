"""What is wrong in real reports, each finding judged by hand: these errors, and no other."""

import pytest

import govdisclosure as gd

ERRORS = {
    "2019_shanghai_bangongting.html": {
        ("text.states_cell", "requests.outcomes.granted"),
        ("text.states_cell", "requests.outcomes.unavailable"),
    },
    "2023_huaian_hongzequ.pdf": {
        ("remedies.total", "reconsideration"),
        ("remedies.total", "litigation.after_reconsideration"),
    },
    "2023_huaian_hongzequ.txt": {
        ("remedies.total", "reconsideration"),
        ("remedies.total", "litigation.after_reconsideration"),
    },
    "2023_huojia_shizhuangzhen.txt": set(),
    "2023_shuyang_fagaiju.html": set(),
    "2023_suqian_shizhengfu.md": set(),
    "2024_shanghai_kewei.md": set(),
    "2024_suqian_shizhengfu.md": {
        ("text.states_cell", "remedies.reconsideration"),
        ("text.states_cell", "remedies.litigation"),
    },
}


@pytest.mark.parametrize("name", ERRORS)
def test_the_errors_of_a_real_report_are_found_and_no_other(name, shared):
    reading = gd.read(shared / "corpus" / name)
    found = gd.check(reading).at_least(gd.Severity.ERROR)
    assert {(finding.rule, finding.at) for finding in found} == ERRORS[name]
    assert (reading.missing, reading.unplaced) == ((), ())


def test_the_prose_that_disagrees_is_told_with_both_numbers(shared):
    review = gd.check(gd.read(shared / "corpus" / "2024_suqian_shizhengfu.md"))
    numbers = {(f.expected, f.actual) for f in review.at_least(gd.Severity.ERROR)}
    assert numbers == {(170, 134), (77, 57)}


def test_requests_said_to_be_all_handled_against_one_carried_on_is_a_note(shared):
    review = gd.check(gd.read(shared / "corpus" / "2024_shanghai_kewei.md"))
    (found,) = [f for f in review.findings if f.rule == "text.states_none"]
    assert (found.at, found.severity) == ("requests.carried_out", gd.Severity.NOTE)


def test_two_years_of_a_city_bridge(shared):
    prior, report = (
        gd.read(shared / "corpus" / f"{year}_suqian_shizhengfu.md") for year in (2023, 2024)
    )
    outcomes = [
        instance.outcome
        for instance in gd.check(report, prior=prior).instances
        if instance.rule.startswith("years.") and instance.outcome is not gd.Outcome.NOT_APPLICABLE
    ]
    assert outcomes == [gd.Outcome.HOLDS] * 9
