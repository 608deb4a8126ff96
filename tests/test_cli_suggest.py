"""``govdisclosure suggest``: what it prints, what it compares with, how it ends."""

import json
import re
import shlex
import subprocess
import sys

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.reviews.shell import argument
from running import BLANKS, GOOD, WRONG, run, start

GRANTED, BLOCK = "requests.outcomes.granted", "remedies.reconsideration"


def _written(folder, name, report):
    path = folder / name
    path.write_text(gd.dumps(report), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_broken_exits_with_zero(form):
    result = run("suggest", GOOD, "--format", form)
    assert result.exit_code == 0
    assert result.stderr == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_wrong_cell_is_named_with_its_place_and_the_exit_code_is_one(language):
    result = run("suggest", WRONG, "--lang", language)
    assert result.exit_code == 1
    shown = result.stdout.splitlines()
    (line,) = [line for line in shown if "7 → 6" in line]
    assert "41" in line
    assert sum("4 → 3" in line or "→ 1" in line for line in shown) >= 3


def test_json_holds_what_the_library_says():
    result = run("suggest", WRONG, "--format", "json")
    found = json.loads(result.stdout)
    corrections = gd.suggest(gd.read(WRONG))
    assert [entry["group"] for entry in found["corrections"]] == [c.group for c in corrections]
    assert [
        {cell["cell"]: cell["new"] for cell in entry["cells"]} for entry in found["corrections"]
    ] == [c.changes for c in corrections]
    assert {(entry["rule"], entry["at"]) for entry in found["broken"]} == {
        (i.rule, i.at) for c in corrections for i in c.mends
    }
    assert found["corrections"][0]["cells"][0]["place"]["line"] == 41


def test_many_sets_are_cut_short_unless_all_are_asked_for(tmp_path):
    """Two columns are off by as much, the rows are right: each row may be the one."""
    rows = [f"requests.outcomes.{name}" for name in ("granted", "partially_granted")]
    rows += [f"requests.outcomes.denied.{name}" for name in attrs.fields_dict(gd.Denied)]
    whole = ("requests.received", "requests.outcomes.total")
    columns = {"natural_person": 10, "enterprise": 10, "total": 20}
    right = {f"{row}.{column}": n for row in rows for column, n in columns.items()}
    right |= {f"{row}.{c}": n * len(rows) for row in whole for c, n in columns.items()}
    wrong = {f"{GRANTED}.natural_person": 13, f"{GRANTED}.enterprise": 7}
    report = gd.AnnualReport.blank_form("2021", fill=0).replace({**right, **wrong})
    path = _written(tmp_path, "a.json", report)
    short, every = run("suggest", path).stdout, run("suggest", path, "--all").stdout
    numbered = [len(re.findall(r"^ +\d+\) ", text, re.MULTILINE)) for text in (short, every)]
    assert numbered == [5, len(rows)]
    assert f"… and {len(rows) - 5} more" in short
    assert "--all" not in every


@pytest.mark.parametrize("path", ["missing.txt", "."])
def test_what_cannot_be_read_exits_with_two(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    result = run("suggest", path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("error:")


def test_last_years_report_that_does_not_fit_is_told(tmp_path):
    report = gd.read(GOOD).report
    prior = _written(tmp_path, "prior.json", report)
    result = run("suggest", GOOD, "--prior", prior)
    assert result.exit_code == 0
    assert "not compared with" in result.stderr


def test_last_years_figures_count(tmp_path):
    report = gd.read(GOOD).report
    number = report.get("requests.carried_in.total")
    prior = report.replace({"year": report.year - 1, "requests.carried_out.total": number + 1})
    path = _written(tmp_path, "prior.json", prior)
    result = run("suggest", GOOD, "--prior", path)
    assert result.exit_code == 1
    assert "contradict" in result.stdout


def test_nothing_but_json_is_printed_where_the_solver_is_used(tmp_path):
    """The solver prints nothing of its own, not even from below Python."""
    report = gd.read(GOOD).report
    report = report.replace(
        {
            f"{GRANTED}.natural_person": 96,
            "requests.outcomes.partially_granted.enterprise": 7,
            "requests.received.total": 1800,
        }
    )
    done = start("suggest", _written(tmp_path, "a.json", report), "--format", "json")
    found = json.loads(done.stdout)
    assert len(found["corrections"][0]["cells"]) == 3


def test_the_solver_is_not_loaded_where_it_is_not_needed():
    script = (
        "import sys, govdisclosure as gd\n"
        f"assert gd.suggest(gd.read({str(WRONG)!r}))\n"
        "assert 'highspy' not in sys.modules and 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_check_that_finds_relations_broken_says_how_to_go_on():
    assert f"govdisclosure suggest {WRONG}" in run("check", WRONG).stdout
    assert "govdisclosure suggest" not in run("check", GOOD).stdout


def test_a_relation_that_the_profile_switches_off_is_not_mended(tmp_path):
    profile = tmp_path / "profile.toml"
    profile.write_text('off = ["remedies.total"]\n', encoding="utf-8")
    shown = run("suggest", WRONG, "--profile", profile, "--format", "json").stdout
    mended = {finding["rule"] for finding in json.loads(shown)["broken"]}
    assert mended == {"requests.row_total", "requests.outcome_total"}


def test_a_roster_without_the_members_reports_is_refused():
    result = run("suggest", WRONG, "--roster", WRONG.parent / "county" / "roster.csv")
    assert result.exit_code == 2
    assert "--members" in result.stderr


def test_with_a_roster_only_the_reports_of_members_count(tmp_path):
    """A report of a body that is not on the roster, among those given, changes nothing."""
    county = WRONG.parent / "county"
    consolidated = tmp_path / "county.json"
    run("rollup", county / "reports", "-o", consolidated, "--roster", county / "roster.csv")
    report = gd.loads(consolidated.read_text(encoding="utf-8"))
    cell = "proactive_disclosure.licensing.decisions"
    wrong = _written(tmp_path, "wrong.json", report.replace({cell: report.get(cell) + 100}))
    members = tmp_path / "members"
    members.mkdir()
    for path in (county / "reports").iterdir():
        (members / path.name).write_bytes(path.read_bytes())
    options = ("--members", members, "--roster", county / "roster.csv", "--format", "json")
    before = json.loads(run("suggest", wrong, *options).stdout)
    assert before["corrections"][0]["cells"][0]["cell"] == cell
    (members / "stranger.txt").write_bytes(GOOD.read_bytes())
    assert json.loads(run("suggest", wrong, *options).stdout) == before


def test_blanks_are_said_to_be_left_out_and_what_they_must_hold_where_it_is_known():
    result = run("suggest", BLANKS)
    assert result.exit_code == 0
    assert "blank cells: 4" in result.stdout
    (line,) = [line for line in result.stdout.splitlines() if "previous year, Total: 4" in line]
    assert "line 40, column 10" in line
    assert "blank" not in run("suggest", GOOD).stdout


def test_json_says_what_blanks_leave_open_as_a_check_does():
    found = json.loads(run("suggest", BLANKS, "--format", "json").stdout)
    (checked,) = json.loads(run("check", BLANKS, "--format", "json").stdout)["reports"]
    assert found["undetermined"] == checked["undetermined"]


@pytest.fixture
def folder(tmp_path):
    """A folder with a right report, a wrong one and a file that is no report."""
    for path in (GOOD, WRONG):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "no.json").write_text("{", encoding="utf-8")
    return tmp_path


def test_each_report_of_a_folder_is_looked_at_and_the_code_is_the_highest(folder):
    result = run("suggest", folder)
    assert result.exit_code == 2
    assert "no.json" in result.stderr
    assert "7 → 6" in result.stdout
    assert f"{folder / GOOD.name}\n  no relation is broken" in result.stdout
    (folder / "no.json").unlink()
    assert run("suggest", folder).exit_code == 1


def test_json_of_a_folder_has_an_object_for_each_file(folder):
    found = json.loads(run("suggest", folder, "--format", "json").stdout)["reports"]
    by_source = {entry["source"]: entry for entry in found}
    alone = json.loads(run("suggest", folder / WRONG.name, "--format", "json").stdout)
    assert by_source[str(folder / WRONG.name)] == alone
    assert set(by_source[str(folder / "no.json")]["error"]) == {"zh", "en"}
    assert len(found) == 3


def test_members_go_with_one_report_only(folder):
    result = run("suggest", folder, "--members", folder)
    assert result.exit_code == 2
    assert "--members" in result.stderr


def test_check_names_the_command_with_what_it_was_itself_given(tmp_path):
    """Whoever copies the line sees the same report held against the same others."""
    wrong = gd.read(WRONG).report
    prior = _written(tmp_path, "last year.json", wrong.replace({"year": wrong.year - 1}))
    shown = run("check", WRONG, "--prior", prior, "--lang", "en").stdout
    (line,) = [line for line in shown.splitlines() if "govdisclosure suggest" in line]
    _, *arguments = shlex.split(line.partition("govdisclosure ")[2])
    assert arguments == [str(WRONG), "--prior", str(prior), "--lang", "en"]


@pytest.mark.parametrize(
    "name", ["年度报告2025.docx", "../a-b_c.txt", "a b.txt", "（终稿）$1 `x`!.md", "it's", '"', ""]
)
def test_a_name_in_a_command_is_one_argument(name):
    assert shlex.split(argument(name)) == [name]


def test_a_plain_name_in_a_command_stands_as_it_is():
    assert argument("年度报告（终稿）.docx") == "年度报告（终稿）.docx"
