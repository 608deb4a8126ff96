"""``govdisclosure check``: what it prints, what it compares with, how it ends."""

import json
import re
from pathlib import Path

import pytest

import govdisclosure as gd
from govdisclosure.cli import results
from running import BLANKS, GOOD, WRONG, hopeless_in, run


def test_report_without_findings_exits_with_zero():
    """A good report says so, and the exit code is 0."""
    result = run("check", GOOD)
    assert result.exit_code == 0
    assert "nothing found" in result.stdout
    assert result.stderr == ""


def test_broken_report_exits_with_one():
    """A report with a wrong total says which, and the exit code is 1."""
    result = run("check", WRONG)
    assert result.exit_code == 1
    assert "requests.row_total" in result.stdout
    assert "total 7 ≠ 6 (4 + 2), difference 1" in result.stdout
    assert "line 41, column 10" in result.stdout


@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)]
)
def test_fail_on_sets_the_severity_that_fails(level, code):
    """A report with warnings only fails from --fail-on warning downwards."""
    assert run("check", BLANKS, "--fail-on", level).exit_code == code


def test_errors_do_not_fail_where_nothing_may():
    """--fail-on never gives 0 for findings, but still 2 for what cannot be read."""
    assert run("check", WRONG, "--fail-on", "never").exit_code == 0
    assert run("check", WRONG, "missing.txt", "--fail-on", "never").exit_code == 2


def test_worst_findings_come_first(tmp_path):
    """An error in table four stands above a warning on table three."""
    report = gd.read(WRONG).report.replace({"requests.carried_in.enterprise": None})
    file = tmp_path / "report.json"
    file.write_text(gd.dumps(report), encoding="utf-8")
    lines = run("check", file).stdout.splitlines()
    severities = [line.split()[0] for line in lines if line.startswith("  ") and "." in line]
    assert severities == ["error", "error", "error", "warning"]


def _all_rows_wrong(tmp_path) -> Path:
    report = gd.read(GOOD).report
    rows = ("received", "carried_in", "carried_out", "outcomes.granted", "outcomes.total")
    wrong = report.replace({f"requests.{row}.total": 90 for row in rows})
    file = tmp_path / "report.json"
    file.write_text(gd.dumps(wrong), encoding="utf-8")
    return file


def test_repeats_are_rolled_up_and_can_all_be_had(tmp_path):
    """Of five row totals three are shown with the number of the others; --all shows five."""
    file = _all_rows_wrong(tmp_path)
    rolled, whole = run("check", file).stdout, run("check", file, "--all").stdout
    assert rolled.count("error requests.row_total") == 3
    assert "and 2 more of the same rule (--all lists them)" in rolled
    assert whole.count("error requests.row_total") == 5
    assert "more of the same rule" not in whole


def test_all_says_what_blanks_leave_open():
    """--all names the blank, and the number that would make the relation true."""
    assert "(--all lists them)" in run("check", BLANKS).stdout
    whole = run("check", BLANKS, "--all").stdout
    assert "blank requests.carried_in.total; 4 would make it true" in whole


def test_at_least_is_said_of_an_inequality(tmp_path):
    """Where a blank only has to be large enough, that is what is said."""
    row = "proactive_disclosure.normative_documents"
    changes = {f"{row}.issued": 5, f"{row}.in_force": None, f"{row}.repealed": 2}
    file = tmp_path / "report.json"
    file.write_text(gd.dumps(gd.read(GOOD).report.replace(changes)), encoding="utf-8")
    assert (
        f"blank {row}.in_force; 3 or more would make it true" in run("check", file, "--all").stdout
    )


def test_all_gives_the_legal_basis():
    """--all adds the basis of each rule that found something."""
    assert "basis: OGI Regulations art. 50(3) (verified)" in run("check", WRONG, "--all").stdout


def test_what_was_not_checked_is_said_with_the_reason():
    """A rule that needs another document is named, with what it lacked."""
    shown = run("check", GOOD).stdout
    assert "not checked: years.carried_over" in shown
    assert "(no report of the year before was given)" in shown


def test_several_reports_end_with_a_summary():
    """Where several documents are checked, the last line counts them."""
    last = run("check", GOOD, WRONG, BLANKS, "missing.txt").stdout.splitlines()[-1]
    assert last == (
        "4 reports: 1 with errors, 1 with warnings or notes only, 1 with nothing found, "
        "1 not readable"
    )


def test_bad_file_does_not_stop_the_others():
    """One unreadable file among many is reported, the rest are checked, the code is the highest."""
    result = run("check", "missing.txt", WRONG, GOOD)
    assert result.exit_code == 2
    assert "missing.txt: there is no such file" in result.stderr
    assert "requests.row_total" in result.stdout
    assert "nothing found" in result.stdout


def test_a_bad_file_is_told_once_wherever_one_looks(monkeypatch, tmp_path):
    """On a terminal by the review; elsewhere by it and by standard error, each of them once."""
    hopeless = hopeless_in(tmp_path)
    aside = run("check", hopeless, GOOD)
    assert aside.stderr.count(str(hopeless)) == 1
    assert aside.stdout.count("expected a whole number") == 3
    monkeypatch.setattr(results, "terminal_width", lambda: 400)
    shown = run("check", hopeless, GOOD)
    assert shown.exit_code == 2
    assert shown.stderr == ""
    assert shown.stdout.count("expected a whole number") == 3
    assert "and 25 more" in shown.stdout
    assert run("check", hopeless, "--all").stdout.count("expected a whole number") == 28


def test_folder_stands_for_the_reports_in_it(tmp_path):
    """A folder gives its reports and those below, hidden and other files not."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "good.txt").write_bytes(GOOD.read_bytes())
    (tmp_path / "wrong.TXT").write_bytes(WRONG.read_bytes())
    (tmp_path / ".hidden.txt").write_text("no report", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = json.loads(run("check", tmp_path, "--format", "json").stdout)
    names = [Path(entry["source"]).name for entry in found["reports"]]
    assert names == ["good.txt", "wrong.TXT"]


def test_standard_input_is_read():
    """``-`` is standard input."""
    result = run("check", "-", stdin=WRONG.read_bytes())
    assert result.exit_code == 1
    assert result.stdout.startswith("-　云溪县白杨乡")


def test_text_in_chinese():
    """--lang zh gives every line in Chinese."""
    shown = run("check", WRONG, "--lang", "zh").stdout
    assert "错误 requests.row_total  表三 （一）予以公开：总计 7 ≠ 6（4 + 2），相差 1" in shown
    assert "位置：第41行第10列" in shown
    assert "not checked" not in shown


# --- JSON ------------------------------------------------------------------------------------


def _json(*arguments):
    return json.loads(run("check", *arguments, "--format", "json").stdout)


def test_json_has_the_shape_of_the_contract():
    """The object's keys are exactly those of the contract."""
    found = _json(WRONG, "missing.txt")
    assert list(found) == ["tool", "rules", "reports"]
    assert found["tool"] == {"name": "govdisclosure", "version": gd.__version__}
    assert list(found["rules"]) == ["digest"]
    checked, unread = found["reports"]
    assert list(checked) == ["source", "key", "counts", "findings", "undetermined", "skipped"]
    assert checked["key"] == {"agency": "云溪县白杨乡", "scope": None, "year": 2023}
    assert checked["counts"] == {
        "holds": 41, "broken": 3, "undetermined": 0, "not_applicable": 241
    }  # fmt: skip
    assert unread == {
        "source": "missing.txt",
        "error": {"zh": "文件不存在", "en": "there is no such file"},
    }


def test_json_finding_has_the_keys_of_the_contract():
    """A finding says rule, place, numbers, both languages and basis."""
    *_, finding = _json(WRONG)["reports"][0]["findings"]
    assert finding == {
        "rule": "remedies.total",
        "at": "reconsideration",
        "severity": "error",
        "cells": [
            f"remedies.reconsideration.{column}"
            for column in ("upheld", "corrected", "other", "pending", "total")
        ],
        "expected": 3,
        "actual": 4,
        "difference": 1,
        "message": {
            "zh": "表四 行政复议：总计 4 ≠ 3（2 + 1），相差 1",
            "en": "Table 4, Administrative reconsideration: total 4 ≠ 3 (2 + 1), difference 1",
        },
        "places": finding["places"],
        "basis": finding["basis"],
        "waived": None,
    }
    assert finding["places"][-1] == {
        "text": "4", "line": 70, "column": 5, "cell": "remedies.reconsideration.total"
    }  # fmt: skip
    assert "art. 50(3)" in finding["basis"]


def test_json_says_what_blanks_leave_open():
    """An undetermined instance has its blanks and what is needed."""
    assert _json(BLANKS)["reports"][0]["undetermined"][0] == {
        "rule": "requests.row_total",
        "at": "carried_in",
        "blanks": ["requests.carried_in.total"],
        "needed": [{"cell": "requests.carried_in.total", "value": 4}],
    }


def test_json_of_all_has_every_instance():
    """--all adds every instance with its outcome, as many as the counts say."""
    entry = _json(GOOD, "--all")["reports"][0]
    assert len(entry["instances"]) == sum(entry["counts"].values())
    unlike = [i for i in entry["instances"] if i["outcome"] == "not_applicable"]
    assert all(set(i["reason"]) == {"zh", "en"} for i in unlike)


def test_json_follows_both_languages_whatever_is_chosen():
    """--lang changes nothing in the JSON."""
    assert _json(WRONG, "--lang", "zh") == _json(WRONG, "--lang", "en")


# --- the year before -------------------------------------------------------------------------


@pytest.fixture
def years(tmp_path):
    """A folder with this year's and last year's report of one body, and of another."""
    report = gd.read(GOOD).report
    last = report.replace({"year": 2022, "requests.carried_out.natural_person": 4})
    other = last.replace({"agency.name": "云溪县白杨乡", "requests.carried_out.total": 1})
    for name, written in (("this", report), ("last", last), ("other", other)):
        (tmp_path / f"{name}.json").write_text(gd.dumps(written), encoding="utf-8")
    return tmp_path


def test_prior_report_is_compared(years):
    """With --prior FILE what was carried forward is compared with what is carried in."""
    result = run("check", years / "this.json", "--prior", years / "last.json")
    assert result.exit_code == 1
    assert "1 ≠ 4 (carried forward in last year's report)" in result.stdout


def test_prior_report_is_found_in_a_folder(years):
    """With --prior DIR the same body's report of the year before is the one compared."""
    result = run("check", years / "this.json", "--prior", years)
    assert "1 ≠ 4 (carried forward in last year's report)" in result.stdout
    assert "not checked: years.carried_over" not in result.stdout


def test_report_without_match_is_not_compared(years):
    """A report whose body or year is not known is compared with none in a folder."""
    report = gd.read(GOOD).report
    for nobody in ({"agency.name": None}, {"year": None}, {"year": 2030}):
        file = years / "unknown.json"
        file.write_text(gd.dumps(report.replace(nobody)), encoding="utf-8")
        shown = run("check", file, "--prior", years).stdout
        assert "not checked: years.carried_over" in shown


def test_prior_that_cannot_be_read_ends_the_command(years):
    """Where there is nothing to compare with, the command says so and checks nothing."""
    result = run("check", years / "this.json", "--prior", years / "none.json")
    assert result.exit_code == 2
    assert "none.json: there is no such file" in result.stderr
    assert result.stdout == ""


def test_bad_prior_among_others_is_told(years):
    """One unreadable file in the folder of --prior is reported; the others are used; code 2."""
    (years / "broken.json").write_text("{", encoding="utf-8")
    result = run("check", years / "this.json", "--prior", years)
    assert result.exit_code == 2
    assert "broken.json: not a report" in result.stderr
    assert "1 ≠ 4 (carried forward in last year's report)" in result.stdout


# --- members ---------------------------------------------------------------------------------


@pytest.fixture
def members(tmp_path):
    """A folder with two members' reports, and the consolidated report beside them."""
    report = gd.read(GOOD).report
    doubled = {address: 2 * value for address, value in report.cells()}
    whole = report.replace({**doubled, "agency.name": "云溪县", "scope": gd.Scope.CONSOLIDATED})
    said = [
        re.sub(r"(\d+)件", lambda m: f"{2 * int(m[1])}件", text)
        for text in report.overview.paragraphs
    ]
    overview = gd.Prose(heading=report.overview.heading, paragraphs=said)
    whole = whole.replace({"overview": overview})
    other = report.replace({"agency.name": "云溪县白杨乡"})
    for name, written in (("one", report), ("two", other), ("whole", whole)):
        (tmp_path / f"{name}.json").write_text(gd.dumps(written), encoding="utf-8")
    return tmp_path


def test_members_are_added_up_without_the_report_itself(members):
    """--members DIR sums the folder's reports, leaving out the one that is checked."""
    result = run("check", members / "whole.json", "--members", members)
    assert result.exit_code == 0
    assert "rollup.cells (" not in result.stdout


def test_wrong_sum_over_the_members_is_found(members):
    """A cell that is not the sum over the members is an error."""
    (members / "two.json").unlink()
    result = run("check", members / "whole.json", "--members", members)
    assert result.exit_code == 1
    assert "Roll-up," in result.stdout


def test_member_of_another_year_is_left_out_with_a_word(members):
    """A member's report on another year does not enter the sum, and that is said."""
    old = gd.read(GOOD).report.replace({"year": 2022})
    (members / "old.json").write_text(gd.dumps(old), encoding="utf-8")
    result = run("check", members / "whole.json", "--members", members)
    assert result.exit_code == 0
    assert "1 of the members' reports is not on 2023 and left out" in result.stderr


def test_unreadable_member_leaves_sums_open(members):
    """A member that cannot be read is unknown: its sums are not called right, the code is 2."""
    (members / "three.json").write_text("[", encoding="utf-8")
    arguments = ("check", members / "whole.json", "--members", members, "--format", "json")
    result = run(*arguments)
    assert result.exit_code == 2
    entry = json.loads(result.stdout)["reports"][0]
    assert entry["findings"] == []
    assert entry["counts"]["undetermined"] > 0


def test_members_go_with_one_report(members):
    """--members with several reports to check is a misuse."""
    result = run("check", GOOD, WRONG, "--members", members)
    assert result.exit_code == 2
    assert "--members goes with one (consolidated) report" in result.stderr


def test_standard_input_can_be_consolidated(members):
    """The consolidated report may come from standard input."""
    written = (members / "whole.json").read_bytes()
    (members / "whole.json").unlink()
    assert run("check", "-", "--members", members, stdin=written).exit_code == 0
