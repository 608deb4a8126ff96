"""``convert`` and ``new``: documents made on the command line, whole or not at all."""

import json

import openpyxl
import pytest

import govdisclosure as gd
from running import BLANKS, EXAMPLES, GOOD, run

DATA = "data.ndjson"
SUFFIXES = ["json", "html", "docx", "xlsx", "md", "txt"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_report_is_written_in_the_format_that_the_name_asks_for(tmp_path, suffix):
    out = tmp_path / f"out.{suffix}"
    result = run("convert", GOOD, out)
    assert result.exit_code == 0
    assert out.read_bytes()[:2] == {"docx": b"PK", "xlsx": b"PK"}.get(suffix, out.read_bytes()[:2])
    assert out.stat().st_size > 1000
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize("suffix", ["json", "txt"])
def test_what_is_written_reads_back_equal(tmp_path, suffix):
    out = tmp_path / f"out.{suffix}"
    run("convert", BLANKS, out)
    assert gd.read(out).report == gd.read(BLANKS).report


def test_an_existing_file_stays_unless_it_may_be_replaced(tmp_path):
    out = tmp_path / "out.html"
    out.write_text("mine")
    assert run("convert", GOOD, out).exit_code == 2
    assert out.read_text() == "mine"
    assert run("convert", GOOD, out, "--force").exit_code == 0
    assert out.read_text() != "mine"


@pytest.mark.parametrize("command", [["convert", GOOD], ["new"]])
@pytest.mark.parametrize("out", ["out.pdf", "out", "nowhere/out.html", "."])
def test_an_output_that_cannot_be_written_is_named_and_nothing_is_left(tmp_path, command, out):
    result = run(*command, tmp_path / out)
    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_a_report_that_is_not_whole_is_written_and_told(tmp_path):
    text = GOOD.read_text(encoding="utf-8")
    cut = tmp_path / "cut.txt"
    cut.write_text(text[: text.index("四、政府信息公开行政复议")], encoding="utf-8")
    result = run("convert", cut, tmp_path / "out.json")
    assert result.exit_code == 1
    assert "litigation (remedies)" in result.stderr
    assert f"written: {tmp_path / 'out.json'}" in result.stderr.splitlines()[-1]
    assert gd.read(tmp_path / "out.json").report.requests == gd.read(GOOD).report.requests


@pytest.mark.parametrize(
    "command",
    [
        ["convert", GOOD],
        ["new"],
        ["check", GOOD, "-o"],
        ["check", DATA, "-o"],
        ["rollup"],
    ],
    ids=lambda command: command[0],
)
@pytest.mark.parametrize(("language", "said"), [("zh", "已写入 "), ("en", "written: ")])
def test_what_was_written_is_told_on_standard_error_alone(tmp_path, command, language, said):
    """A person sees that it was done and where; a program's standard output stays its own."""
    out = tmp_path / "out.json"
    if DATA in command:
        out = tmp_path / "out.csv"
        (tmp_path / DATA).write_text(gd.dumps(gd.read(GOOD).report) + "\n", encoding="utf-8")
        command = [tmp_path / part if part == DATA else part for part in command]
    if command == ["rollup"]:
        county = EXAMPLES / "county"
        command = ["rollup", county / "reports", "--roster", county / "roster.csv", "-o"]
    result = run(*command, out, "--lang", language)
    assert result.exit_code == 0
    assert out.exists()
    assert result.stderr.splitlines()[-1].startswith(f"{said}{out}")
    assert str(out) not in result.stdout


def test_nothing_is_called_written_that_is_not(tmp_path):
    out = tmp_path / "out.json"
    out.write_text("mine")
    assert "written: " not in run("convert", GOOD, out).stderr


def test_an_unreadable_source_writes_nothing(tmp_path):
    assert run("convert", tmp_path / "none.txt", tmp_path / "out.json").exit_code == 2
    assert not list(tmp_path.iterdir())


def test_english_labels_are_added_only_when_asked_for(tmp_path):
    run("convert", GOOD, tmp_path / "plain.html")
    run("convert", GOOD, tmp_path / "both.html", "--lang", "en")
    english = gd.cells("2021")[-1].en.split(", ")[0]
    assert english not in (tmp_path / "plain.html").read_text(encoding="utf-8")
    assert english in (tmp_path / "both.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_new_form_has_every_row_of_its_year_and_no_number(tmp_path, suffix):
    out = tmp_path / f"form.{suffix}"
    assert run("new", out, "--year", "2020", "--agency", "云溪县青石镇人民政府").exit_code == 0
    if suffix == "json":
        report = gd.read(out).report
        assert {address for address, _ in report.cells()} == {c.address for c in gd.cells("2019")}
        assert all(value is None for _, value in report.cells())
        assert report.key.year == 2020
        assert report.agency.level is gd.Level.TOWNSHIP


def test_a_new_form_takes_the_body_and_the_carry_over_from_last_year(tmp_path):
    prior = gd.read(GOOD).report
    assert run("new", tmp_path / "form.json", "--prior", GOOD).exit_code == 0
    report = gd.read(tmp_path / "form.json").report
    assert report.year == prior.year + 1
    assert report.agency == prior.agency
    assert report.requests.carried_in == prior.requests.carried_out
    assert report.requests.received.total is None


def test_the_workbook_of_a_new_form_shows_last_years_figures(tmp_path):
    run("new", tmp_path / "form.xlsx", "--prior", GOOD)
    book = openpyxl.load_workbook(tmp_path / "form.xlsx", data_only=True)
    shown = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert gd.read(GOOD).report.get("requests.received.total") in shown


@pytest.mark.parametrize("year", ["2018", "0", "-1", "x"])
def test_a_year_without_a_form_is_refused(tmp_path, year):
    assert run("new", tmp_path / "form.json", "--year", year).exit_code == 2
    assert not list(tmp_path.iterdir())


def test_a_prior_report_of_another_year_is_refused(tmp_path):
    assert run("new", tmp_path / "form.json", "--year", "2030", "--prior", GOOD).exit_code == 2
    assert not list(tmp_path.iterdir())


def test_without_a_year_the_form_is_for_the_year_that_has_ended(tmp_path):
    assert run("new", tmp_path / "form.json").exit_code == 0
    made = json.loads((tmp_path / "form.json").read_text(encoding="utf-8"))
    assert made["year"] >= 2025
