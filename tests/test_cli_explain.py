"""Help, languages, and the commands that explain: rules, cells, schema; and ``read``."""

import json

import click
import pytest

import govdisclosure as gd
from govdisclosure.cli import cli, documents
from govdisclosure.cli.language import Speech, chosen_in
from govdisclosure.explaining import page_of, plain
from govdisclosure.reading import Place, Reading, Reason, Unplaced
from govdisclosure.wording import Wording
from running import BLANKS, GOOD, run, start

COMMANDS = tuple(cli.list_commands(click.Context(cli)))


def test_without_arguments_the_first_step_is_said():
    """``govdisclosure`` alone says which command to begin with."""
    assert "govdisclosure check report.txt" in run().stdout
    assert "govdisclosure check 报告.txt" in run("--lang", "zh").stdout
    assert run().exit_code == 0


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
@pytest.mark.parametrize(("language", "heading"), [("zh", "用法："), ("en", "Usage: ")])
def test_help_is_in_one_language_with_an_example(command, language, heading):
    """Every help text is in the language chosen, wherever it is chosen, and has an example."""
    shown = run(*command, "--help", "--lang", language)
    assert shown.exit_code == 0
    assert shown.stdout == run("--lang", language, *command, "-h").stdout
    assert shown.stdout.startswith(heading)
    assert f"\n  govdisclosure {' '.join(command) or 'check'}" in shown.stdout
    said = shown.stdout.split("\nExamples:\n")[0]  # an example may name a body
    assert any("\u4e00" <= c <= "\u9fff" for c in said) is (language == "zh")


_OF_CLICK = ("OPTIONS", "ARGS", "[COMMAND]", "required", "RANGE", "INTEGER", "TEXT")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_in_chinese_has_none_of_clicks_own_words(command):
    """Names in capitals are ours, and said in the text below them or beside them."""
    shown = run(*command, "--help", "--lang", "zh").stdout
    assert not [word for word in _OF_CLICK if word in shown]
    assert " ".join((*command, "[选项]")) in shown.splitlines()[0]


def test_help_says_in_each_language_what_may_follow_and_what_is_needed():
    zh, en = (run("--help", "--lang", language).stdout for language in ("zh", "en"))
    assert zh.splitlines()[0].endswith(" [选项] [命令] [参数]...")
    assert en.splitlines()[0].endswith(" [OPTIONS] [COMMAND] [ARGS]...")
    assert "  [必填]\n" in run("rollup", "--help", "--lang", "zh").stdout
    assert "  [required]\n" in run("rollup", "--help", "--lang", "en").stdout


def test_every_command_is_listed_with_what_it_does():
    """The help of the group names each command."""
    shown = run("--help").stdout
    assert {"check", "read", "rules", "cells", "schema"} <= set(COMMANDS)
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_the_command_help_shows_what_the_option_shows(command):
    for language in ("zh", "en"):
        shown = run("help", *command, "--lang", language)
        assert shown.exit_code == 0
        assert shown.stdout == run(*command, "--help", "--lang", language).stdout


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh_CN.UTF-8", "zh"), ("zh_TW", "zh"), ("en_GB.UTF-8", "en"), ("fr_FR", "en"), ("C", "en")],
)
def test_language_follows_the_locale(monkeypatch, locale, language):
    """Without --lang a Chinese locale gives Chinese, any other English."""
    monkeypatch.setenv("LC_ALL", locale)
    assert ("未发现问题" in run("check", GOOD).stdout) is (language == "zh")


def test_system_language_counts_where_no_variable_is_set(monkeypatch):
    """Where no variable names a locale, the system's own is asked."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: ("Chinese (Simplified)_China", "936"))
    assert "未发现问题" in run("check", GOOD).stdout


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--lang", "zh"], "zh"),
        (["x", "--lang=en"], "en"),
        (["--lang", "fr"], None),
        (["--lang"], None),
        (["--", "--lang", "zh"], None),
    ],
)
def test_language_is_seen_before_arguments_are_parsed(arguments, language):
    """A language is chosen by the option in either spelling, and by nothing else."""
    assert chosen_in(arguments) == language


def test_version():
    """--version prints the version and nothing else."""
    assert run("--version").stdout == f"govdisclosure {gd.__version__}\n"


def test_module_is_the_command():
    """``python -m govdisclosure`` is the command line."""
    assert start("--version").stdout.decode().strip() == f"govdisclosure {gd.__version__}"


def test_interruption_is_one_word(monkeypatch):
    """Control-C ends with the shells' code, without a traceback."""

    def interrupt(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(documents, "read", interrupt)
    result = run("check", GOOD)
    assert result.exit_code == 130
    assert result.stderr.strip() == "error: interrupted"


# --- rules -----------------------------------------------------------------------------------


def test_rules_are_all_listed():
    """Every rule is listed with its severity and its sentence."""
    for language in ("zh", "en"):
        shown = run("rules", "--lang", language).stdout
        for rule in gd.RULES:
            assert f"{rule.id}  " in shown
            assert getattr(rule.sentences, language) in shown


@pytest.mark.parametrize("rule", gd.RULES, ids=lambda rule: rule.id)
def test_rule_is_explained(rule):
    """A rule's page is the library's, in the language chosen."""
    for language in ("zh", "en"):
        shown = run("rules", rule.id, "--lang", language).stdout
        assert shown == plain(page_of(rule), Speech(language))


def test_formula_is_written_with_addresses():
    """The formula is the relation as it is evaluated."""
    assert (
        "requests.received.{at} + requests.carried_in.{at} = "
        "requests.outcomes.total.{at} + requests.carried_out.{at}\n"
    ) in run("rules", "requests.balance").stdout


# --- cells -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "number"),
    [([], 224), (["--edition", "2019"], 198), (["--edition", "2021"], 200), (["remedies"], 15)],
)
def test_cells_are_listed(arguments, number):
    """All cells are listed, or those of an edition or a table."""
    assert len(run("cells", *arguments).stdout.splitlines()) == number


def test_cell_is_explained():
    """A cell's page has both labels, what it holds, its editions, basis and rules."""
    shown = run("cells", "remedies.litigation.direct.pending").stdout.splitlines()
    assert shown[0] == "remedies.litigation.direct.pending"
    assert "尚未审结" in shown[1]
    assert shown[2:4] == ["holds: a whole number from 0 to 10**12, or null", "editions: 2019, 2021"]
    assert "rules: remedies.total, rollup.cells" in shown
    assert shown[-1] == 'example: report.get("remedies.litigation.direct.pending")'


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["不予公开"], 56),
        (["不予公开", "总计"], 8),
        (["DENIED", "Total"], 8),
        (["denied", "总计"], 8),
        (["requests.received", "requests.carried_in"], 14),
    ],
)
def test_cells_are_found_by_words_of_either_language_and_by_several_addresses(words, number):
    assert len(run("cells", *words).stdout.splitlines()) == number


def test_one_cell_that_has_all_the_words_is_explained():
    shown = run("cells", "自然人", "国家秘密").stdout
    assert shown == run("cells", "requests.outcomes.denied.state_secret.natural_person").stdout
    assert "basis: " in shown


@pytest.mark.parametrize("words", [["结转"], ["carried", "in"], ["CARRIED", "错误"]])
def test_rules_are_found_by_words_of_either_language(words):
    shown = run("rules", *words).stdout
    assert "requests.balance  " in shown
    assert "remedies.total" not in shown


def test_one_rule_that_has_all_the_words_is_explained():
    assert run("rules", "角标").exit_code == 2
    assert run("rules", "勾稽关系印在格式").stdout == run("rules", "requests.balance").stdout


def test_several_rules_named_are_listed():
    shown = run("rules", "remedies.total", "requests.balance").stdout.splitlines()
    assert [line.split()[0] for line in shown[::2]] == ["requests.balance", "remedies.total"]


# --- schema ----------------------------------------------------------------------------------


def test_schema_writes_the_contract_and_updates_it(tmp_path):
    """The folder is made, and a second run mends what was changed in it."""
    folder = tmp_path / "deep" / "schemas"
    for _ in range(2):
        written = run("schema", folder)
        assert written.exit_code == 0
        assert written.stderr.startswith(f"written: {folder} (")
        assert written.stdout == ""
        for edition in (None, "2019", "2021"):
            file = folder / (edition or "") / "report.schema.json"
            assert json.loads(file.read_text(encoding="utf-8")) == gd.json_schema(edition)
            file.write_text("changed", encoding="utf-8")


def test_schema_says_where_it_cannot_write(tmp_path):
    """A file where a folder should be is told."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("schema", tmp_path / "file")
    assert result.exit_code == 2
    assert "cannot write" in result.stderr


# --- read ------------------------------------------------------------------------------------


def test_read_prints_the_report():
    """The JSON printed is the report, and reading it again gives the same."""
    printed = run("read", GOOD)
    assert printed.exit_code == 0
    assert printed.stderr == ""
    assert gd.loads(printed.stdout) == gd.read(GOOD).report
    assert run("read", "-", stdin=printed.stdout).stdout == printed.stdout


def test_blank_cells_are_not_missing():
    """A blank cell is null, and the exit code is 0."""
    printed = run("read", BLANKS)
    assert printed.exit_code == 0
    assert json.loads(printed.stdout)["requests"]["carried_in"]["total"] is None


def test_places_can_be_had():
    """--places prints report, places, unplaced, missing and notes."""
    printed = json.loads(run("read", GOOD, "--places").stdout)
    assert list(printed) == ["report", "places", "unplaced", "missing", "notes"]
    place = printed["places"]["remedies.reconsideration.total"]
    assert place["text"] == "1"
    assert place["column"] == 5


@pytest.fixture
def unsure(monkeypatch):
    """A document of which something could not be placed and something was lost."""
    place = Place(text="12", line=9, column=3)
    reading = Reading(
        report=gd.read(GOOD).report,
        unplaced=(Unplaced(place=place, reason=Reason.NO_ROW),),
        missing=("requests.received.total",),
        notes=(Wording("表四按顺序读取", "table 4 read by order"),),
    )
    monkeypatch.setattr(documents, "read", lambda _source: reading)


@pytest.mark.usefixtures("unsure")
def test_what_found_no_place_is_said():
    """What is missing or unplaced goes to standard error, and the exit code is 1."""
    result = run("read", "any.txt")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "note: table 4 read by order",
        "missing: Requests newly received this year, Total (requests.received.total)",
        "unplaced: line 9, column 3, “12” (which row it belongs to cannot be told)",
        "the report is printed; what is listed above is null in it, or has no key",
    ]
    unplaced = json.loads(run("read", "any.txt", "--places").stdout)["unplaced"]
    assert unplaced == [
        {"reason": "no_row", "cell": None, "place": {"text": "12", "line": 9, "column": 3}}
    ]


@pytest.mark.usefixtures("unsure")
def test_check_tells_how_much_found_no_place():
    """``check`` says how many things found no place, and where to see them."""
    assert "found no place: 1" in run("check", "any.txt").stdout
