"""``check`` with a roster, a profile and waivers, and ``rollup``: a supervising office's folder."""

import json
import shutil
from datetime import date

import pytest

import govdisclosure as gd
from govdisclosure.cli import local
from running import EXAMPLES, GOOD, WRONG, run

COUNTY = EXAMPLES / "county"
REPORTS = COUNTY / "reports"
ROSTER, PROFILE, WAIVERS = (COUNTY / n for n in ("roster.csv", "profile.toml", "waivers.toml"))


@pytest.fixture
def folder(tmp_path):
    """A copy of the county's reports."""
    return shutil.copytree(REPORTS, tmp_path / "reports")


@pytest.fixture
def whole(tmp_path):
    """The county's consolidated report."""
    out = tmp_path / "county.json"
    assert run("rollup", REPORTS, "-o", out, "--roster", ROSTER).exit_code == 0
    return out


def _json(*arguments):
    return json.loads(run("check", *arguments, "--format", "json").stdout)["reports"]


def _reading(path):
    return gd.read(path).report


# ---- rollup


def test_the_sample_county_adds_up(whole):
    """Every cell of the consolidated report is the sum over the folder's reports."""
    report, members = _reading(whole), [_reading(path) for path in REPORTS.iterdir()]
    assert len(members) == 4
    assert report.scope is gd.Scope.CONSOLIDATED
    for address, value in report.cells():
        assert value == sum(member.get(address) for member in members)
    assert report.get("requests.received.total") > 20


@pytest.mark.parametrize("suffix", ["json", "html", "docx", "xlsx", "md", "txt"])
def test_the_end_of_outs_name_says_the_format(suffix, tmp_path):
    out = tmp_path / f"county.{suffix}"
    assert run("rollup", REPORTS, "-o", out, "--roster", COUNTY / "roster.toml").exit_code == 0
    assert out.stat().st_size > 1000


def test_who_is_missing_is_told_and_the_code_is_1(folder, tmp_path):
    (folder / "finance-bureau.txt").unlink()
    out = tmp_path / "county.json"
    for language, said in (("zh", "缺报：云溪县财政局"), ("en", "no report of 云溪县财政局")):
        shown = run("rollup", folder, "-o", out, "--roster", ROSTER, "--force", "--lang", language)
        assert shown.exit_code == 1
        assert said in shown.stderr
    assert {value for _, value in _reading(out).cells()} == {None}


def test_who_reports_twice_is_told(folder, tmp_path):
    report = _reading(folder / "finance-bureau.txt")
    out = tmp_path / "county.json"
    copy = folder / "copy.json"
    copy.write_text(gd.dumps(report), encoding="utf-8")
    shown = run("rollup", folder, "-o", out, "--roster", ROSTER)
    assert shown.exit_code == 0
    assert "they count once" in shown.stderr
    copy.write_text(gd.dumps(report.replace({"requests.received.total": 99})), encoding="utf-8")
    shown = run("rollup", folder, "-o", out, "--roster", ROSTER, "--force")
    assert shown.exit_code == 1
    assert "twice: 云溪县财政局" in shown.stderr


def test_blanks_are_told_with_whose_they_are(folder, tmp_path):
    path = folder / "own-office.json"
    report = _reading(path).replace({"remedies.reconsideration.other": None})
    path.write_text(gd.dumps(report), encoding="utf-8")
    shown = run("rollup", folder, "-o", tmp_path / "county.json", "--roster", ROSTER)
    assert shown.exit_code == 1
    assert "(remedies.reconsideration.other): blank in 云溪县 (own)" in shown.stderr


def test_what_a_reading_lost_counts_as_in_read(folder, tmp_path):
    path = folder / "finance-bureau.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if "二、上年结转" not in line]
    assert len(kept) == len(lines) - 1
    path.write_text("\n".join(kept), encoding="utf-8")
    assert run("read", path).exit_code == 1
    shown = run("rollup", folder, "-o", tmp_path / "county.json", "--roster", ROSTER)
    assert shown.exit_code == 1
    assert "(requests.carried_in)" in shown.stderr


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_added_up(folder, tmp_path):
    (folder / "broken.json").write_text("{", encoding="utf-8")
    out = tmp_path / "county.json"
    shown = run("rollup", folder, "-o", out, "--roster", ROSTER)
    assert shown.exit_code == 2
    assert "broken.json: not a report" in shown.stderr
    assert _reading(out).get("requests.received.total") > 20


def test_reports_of_strangers_are_told(folder, tmp_path):
    report = _reading(folder / "finance-bureau.txt").replace({"agency.name": "云溪县教育局"})
    (folder / "stranger.json").write_text(gd.dumps(report), encoding="utf-8")
    shown = run("rollup", folder, "-o", tmp_path / "county.json", "--roster", ROSTER)
    assert "云溪县教育局 is not on the roster" in shown.stderr
    assert shown.exit_code == 0


def test_the_result_in_the_folder_is_not_added_up_again(folder):
    own = folder / "own-office.json"
    own.write_text(gd.dumps(_reading(own).replace({"scope": None})), encoding="utf-8")
    out = folder / "county.html"
    first = run("rollup", folder, "-o", out, "--roster", ROSTER)
    written = out.read_bytes()
    again = run("rollup", folder, "-o", out, "--roster", ROSTER, "--force")
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert out.read_bytes() == written


def test_reports_on_several_years_are_refused_unless_one_is_named(folder, tmp_path):
    report = _reading(folder / "finance-bureau.txt").replace({"year": 2022})
    (folder / "old.json").write_text(gd.dumps(report), encoding="utf-8")
    out = tmp_path / "county.json"
    shown = run("rollup", folder, "-o", out, "--roster", ROSTER)
    assert shown.exit_code == 2
    assert "2022 (1), 2023 (4)" in shown.stderr
    assert not out.exists()
    assert run("rollup", folder, "-o", out, "--roster", ROSTER, "--year", 2023).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--roster", "none.csv"], "none.csv: there is no such file"),
        (["--roster", PROFILE], "profile.toml: not a roster"),
        (["--roster", ROSTER, "--of", "丁县"], "no body on the roster is called 丁县"),
        (["--roster", ROSTER, "-o", "county.pptx"], "no format for a file named"),
        (["--roster", ROSTER, "-o", "none/county.json"], "its folder does not exist"),
        ([], "--roster"),
    ],
)
def test_what_cannot_be_used_ends_with_2(arguments, said, tmp_path):
    shown = run("rollup", REPORTS, "-o", tmp_path / "county.json", *arguments)
    assert shown.exit_code == 2
    assert said in shown.stderr
    assert not (tmp_path / "county.json").exists()


def test_a_folder_without_a_report_ends_with_2(tmp_path):
    shown = run("rollup", tmp_path, "-o", tmp_path / "county.json", "--roster", ROSTER)
    assert shown.exit_code == 2


# ---- check with a roster


def test_the_consolidated_report_is_checked_against_the_roster(whole, folder):
    assert run("check", whole, "--members", folder, "--roster", ROSTER).exit_code == 0
    (folder / "finance-bureau.txt").unlink()
    (entry,) = _json(whole, "--members", folder, "--roster", ROSTER)
    assert [(f["rule"], f["at"]) for f in entry["findings"]] == [
        ("rollup.coverage", "云溪县财政局")
    ]
    assert entry["counts"]["undetermined"] == 200


def test_a_body_that_reports_twice_is_a_finding_where_there_is_a_roster(whole, folder):
    report = _reading(folder / "finance-bureau.txt").replace({"requests.received.total": 99})
    (folder / "other.json").write_text(gd.dumps(report), encoding="utf-8")
    (entry,) = _json(whole, "--members", folder, "--roster", ROSTER)
    assert ("rollup.coverage", "云溪县财政局") in [(f["rule"], f["at"]) for f in entry["findings"]]


def test_a_roster_goes_with_members():
    shown = run("check", GOOD, "--roster", ROSTER)
    assert shown.exit_code == 2
    assert "goes with --members" in shown.stderr


@pytest.mark.parametrize("option", ["--roster", "--profile", "--waivers"])
def test_a_file_that_is_none_ends_with_2_and_its_name(option, tmp_path):
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("x = 1", encoding="utf-8")
    shown = run("check", GOOD, "--members", REPORTS, option, wrong)
    assert shown.exit_code == 2
    assert "wrong.toml: not a" in shown.stderr
    assert shown.stdout == ""
    assert (
        "wrong.toml：不是"
        in run("check", GOOD, "--members", REPORTS, option, wrong, "--lang", "zh").stderr
    )


# ---- check with a profile


def test_a_profile_is_named_and_changes_what_is_checked(tmp_path):
    shown = run("check", GOOD, "--profile", PROFILE)
    assert "checked with the profile 岚川市云溪县" in shown.stderr
    assert "proactive.newly_published (switched off by the profile)" in shown.stdout
    softer = tmp_path / "softer.toml"
    severities = "\n".join(
        f'"{rule}" = "note"'
        for rule in ("requests.row_total", "requests.outcome_total", "remedies.total")
    )
    softer.write_text(f"[severities]\n{severities}\n", encoding="utf-8")
    assert run("check", WRONG).exit_code == 1
    assert run("check", WRONG, "--profile", softer).exit_code == 0
    assert run("check", WRONG, "--profile", softer, "--fail-on", "note").exit_code == 1
    assert _json(GOOD, "--profile", PROFILE)[0]["profile"] == "岚川市云溪县"


def test_a_relation_of_the_profile_is_found_left_open_and_explained(tmp_path):
    report = _reading(GOOD).replace({"requests.carried_out.enterprise": 90})
    path = tmp_path / "report.json"
    path.write_text(gd.dumps(report), encoding="utf-8")
    shown = run("check", path, "--profile", PROFILE, "--all", "--lang", "zh").stdout
    assert "local.carried_out" in shown
    assert "《云溪县政府信息公开工作年度报告编制要求》" in shown
    path.write_text(gd.dumps(report.replace({"requests.received.enterprise": None})), "utf-8")
    assert (
        "undetermined local.carried_out" in run("check", path, "--profile", PROFILE, "--all").stdout
    )
    page = run("rules", "local.carried_out", "--profile", PROFILE).stdout
    assert "requests.carried_out.{at}" in page
    assert "local.carried_out" in run("rules", "--profile", PROFILE).stdout
    assert run("rules", "local.carried_out").exit_code == 2


# ---- check with waivers


def test_a_waived_finding_is_shown_with_its_reason_and_does_not_fail(tmp_path):
    shown = run("check", WRONG, "--waivers", WAIVERS)
    assert "requests.row_total" in shown.stdout
    assert "section six says so" in shown.stdout
    assert "not used" not in shown.stderr
    assert shown.exit_code == 1
    every = tmp_path / "waivers.toml"
    places = [
        ("requests.row_total", "outcomes.granted"),
        ("requests.outcome_total", "total"),
        ("remedies.total", "reconsideration"),
    ]
    every.write_text(
        "".join(f'[[waiver]]\nrule = "{r}"\nat = "{a}"\nreason = "x"\n' for r, a in places),
        encoding="utf-8",
    )
    assert run("check", WRONG, "--waivers", every).exit_code == 0
    (entry,) = _json(WRONG, "--waivers", every)
    assert [f["waived"] for f in entry["findings"]] == [{"zh": "x", "en": "x"}] * 3
    assert "unused_waivers" not in entry


def test_a_waiver_that_no_report_uses_is_told_once():
    shown = run("check", GOOD, WRONG, "--waivers", WAIVERS)
    assert "not used" not in shown.stderr
    shown = run("check", GOOD, "--waivers", WAIVERS)
    assert shown.stderr.count("waiver not used: requests.row_total (outcomes.granted)") == 1
    assert "豁免未使用" in run("check", GOOD, "--waivers", WAIVERS, "--lang", "zh").stderr
    (entry,) = _json(GOOD, "--waivers", WAIVERS)
    assert entry["unused_waivers"][0]["rule"] == "requests.row_total"


def test_a_waiver_ends_with_its_day(monkeypatch):
    monkeypatch.setattr(local, "_today", lambda: date(2100, 1, 1))
    shown = run("check", WRONG, "--waivers", WAIVERS)
    assert "it ended on 2099-12-31 (today is 2100-01-01)" in shown.stderr
    assert "section six says so" not in shown.stdout


def test_a_waiver_may_name_the_document(tmp_path):
    text = (
        '[[waiver]]\nrule = "remedies.total"\nat = "reconsideration"\nreason = "x"\n'
        f'source = "{WRONG.name}"\n'
    )
    path = tmp_path / "waivers.toml"
    path.write_text(text, encoding="utf-8")
    (entry,) = _json(WRONG, "--waivers", path)
    assert [f["rule"] for f in entry["findings"] if f["waived"]] == ["remedies.total"]
