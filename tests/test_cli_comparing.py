"""Reports given to compare with: what does not fit is told, nothing is compared in silence."""

import pytest

import govdisclosure as gd
from running import GOOD, run


@pytest.fixture
def good():
    return gd.read(GOOD).report


def _write(folder, name, report):
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(gd.dumps(report), encoding="utf-8")


def test_a_folder_of_priors_gives_the_one_that_fits_under_a_shorter_name(tmp_path, good):
    prior = good.replace({"year": good.year - 1, "agency.name": "青石镇人民政府"})
    _write(tmp_path / "priors", "a.json", prior)
    _write(tmp_path / "priors", "b.json", prior.replace({"agency.name": "云溪县财政局"}))
    shown = run("check", GOOD, "--prior", tmp_path / "priors")
    assert "no report of the year before" not in shown.stdout
    assert shown.stderr == ""


def test_priors_of_which_none_fits_are_told(tmp_path, good):
    for year in (good.year, good.year - 2):
        _write(tmp_path / "priors", f"{year}.json", good.replace({"year": year}))
    shown = run("check", GOOD, "--prior", tmp_path / "priors")
    assert "of the 2 reports given" in shown.stderr


@pytest.mark.parametrize("command", ["check", "suggest"])
@pytest.mark.parametrize("nobody", [{"agency.name": None}, {"year": None}])
def test_reports_that_name_no_body_or_year_are_told_once_with_their_files(
    tmp_path, good, command, nobody
):
    for name in ("a.json", "b.json"):
        _write(tmp_path / "reports", name, good.replace(nobody))
    _write(tmp_path / "reports", "c.json", good)
    prior = good.replace({"year": good.year - 1})
    _write(tmp_path / "priors", "d.json", prior)
    _write(tmp_path / "priors", "e.json", prior.replace(nobody))
    said = run(command, tmp_path / "reports", "--prior", tmp_path / "priors").stderr
    (line,) = [line for line in said.splitlines() if "no body or no year" in line]
    assert "3 reports name" in line
    for name in ("a.json", "b.json", "e.json"):
        assert name in line
    assert "c.json" not in said
    assert "d.json" not in said


def test_one_report_for_one_belongs_to_it_whatever_it_names(tmp_path, good):
    _write(tmp_path, "prior.json", good.replace({"year": good.year - 1, "agency.name": None}))
    assert "no body" not in run("check", GOOD, "--prior", tmp_path / "prior.json").stderr


def test_a_member_that_stands_twice_counts_once(tmp_path, good):
    whole = good.replace({"scope": "consolidated", "agency.name": "云溪县"})
    _write(tmp_path / "members", "a.json", good)
    _write(tmp_path / "members", "b.json", good)
    _write(tmp_path, "whole.json", whole)
    shown = run("check", tmp_path / "whole.json", "--members", tmp_path / "members")
    assert shown.exit_code == 0
    assert "counts once" in shown.stderr


def test_two_different_reports_of_one_member_are_refused(tmp_path, good):
    _write(tmp_path / "members", "a.json", good)
    _write(tmp_path / "members", "b.json", good.replace({"requests.received.total": 999}))
    _write(tmp_path, "whole.json", good.replace({"agency.name": "云溪县"}))
    shown = run("check", tmp_path / "whole.json", "--members", tmp_path / "members")
    assert shown.exit_code == 2
    assert "keep one" in shown.stderr
