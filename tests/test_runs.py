"""Files of many reports are checked in parts, whole, resumable, and one bad line stops nothing."""

import csv
import io
import json
import os
import random
import resource
import shutil
from collections import Counter
from threading import Thread
from time import monotonic

import pyarrow.parquet as pq
import pytest

import govdisclosure as gd
from govdisclosure.cli.many import parts, working
from govdisclosure.streams import LONGEST_LINE
from killing import KILLS, killed_after, started, told_by
from many import lines_of, some_reports
from running import BLANKS, GOOD, run

NUMBER = 300
LINES = lines_of(some_reports(NUMBER))
BAD = {5: b'{"year": 3.5}\n', 9: b"\n", 17: b"[1, 2\n", 200: LINES[0].replace(b"2", b"2.0") + b"\n"}
SMALL = 40_000
"""Bytes: so small a part makes many of a small file."""


@pytest.fixture
def data(tmp_path):
    """A file with some lines that hold no report, and the last without an end."""
    path = tmp_path / "data.ndjson"
    lines = [BAD.get(number, line) for number, line in enumerate(LINES, 1)]
    path.write_bytes(b"".join(lines).removesuffix(b"\n"))
    return path


@pytest.fixture
def small_parts(monkeypatch):
    """Parts of some lines each."""
    monkeypatch.setattr(parts, "PART_SIZE", SMALL)


def expected(path):
    """What there is to find in a file, as (line, rule, at); without a rule where no report is."""
    with path.open("rb") as file:
        for entry in gd.check_lines(file):
            if entry.error is not None:
                yield entry.number, None, None
            yield from ((entry.number, f.rule, f.at) for f in entry.findings)


def found_in(path):
    """The same of a file of findings, in any of its formats."""
    if path.suffix == ".parquet":
        return [(r["line"], r["rule"], r["at"]) for r in pq.read_table(path).to_pylist()]
    if path.suffix == ".ndjson":
        entries = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        return [(e["line"], e.get("rule"), e.get("at")) for e in entries]
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig")))
    return [
        (int(row["place"].removeprefix("line ")), row["rule"] or None, row["at"] or None)
        for row in rows
    ]


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("ending", ["csv", "ndjson", "parquet"])
@pytest.mark.parametrize("processes", [1, 2])
def test_a_run_finds_what_the_stream_finds(data, tmp_path, ending, processes):
    """Each finding once, with its line, in every format, in one process or two."""
    out = tmp_path / f"findings.{ending}"
    result = run("check", data, "-o", out, "--processes", processes)
    assert result.exit_code == 2, result.output  # some lines hold no report
    wanted = list(expected(data))
    assert len(wanted) > 100
    assert found_in(out) == wanted
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data.ndjson", out.name]


def test_what_a_finding_says_is_what_check_says(data, tmp_path):
    out = tmp_path / "findings.ndjson"
    run("check", data, "-o", out)
    lines = data.read_bytes().splitlines()
    entries = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {entry["source"] for entry in entries} == {str(data)}
    for entry in [e for e in entries if "rule" in e][:50]:
        report = gd.loads(lines[entry["line"] - 1])
        (found,) = [
            f for f in gd.check(report).findings if (f.rule, f.at) == (entry["rule"], entry["at"])
        ]
        assert entry["message"] == {"zh": found.message.zh, "en": found.message.en}
        numbers = (entry["expected"], entry["actual"], entry["difference"])
        assert numbers == (found.expected, found.actual, found.difference)
        assert (entry["key"]["agency"], entry["key"]["year"]) == (report.agency.name, report.year)


def test_lines_that_hold_no_report_are_told_with_their_place(data):
    result = run("check", data)
    for number in BAD:
        told = f"{data}:{number}: " in result.stderr
        assert told is (number != 9)  # a blank line is none
    assert "that hold no usable report: 3" in result.stdout
    assert f"{NUMBER - len(BAD)} reports checked" in result.stdout


@pytest.mark.usefixtures("small_parts")
def test_the_summary_counts_by_rule_year_and_level(tmp_path):
    path = tmp_path / "data.ndjson"
    path.write_bytes(b"".join(LINES))
    out = run("check", path, "--lang", "zh").stdout
    reports = [gd.loads(line) for line in LINES]
    findings = [entry for entry in gd.check_lines(LINES) if entry.findings]
    assert f"检查了 {NUMBER} 份报告：{len(findings)} 份有问题" in out
    rows = [line.split() for line in out.splitlines()]
    rules = Counter(f.rule for entry in findings for f in entry.findings)
    assert {row[0]: int(row[2]) for row in rows if row and row[0] in rules} == rules
    years = Counter(str(report.year) for report in reports)
    assert {row[0]: int(row[1]) for row in rows if row and row[0] in years} == years
    levels = Counter(report.agency.level for report in reports)
    names = {gd.Level.CITY: "市级", gd.Level.COUNTY: "县级", None: "未注明"}
    found = {row[0]: int(row[1]) for row in rows if row and row[0] in names.values()}
    assert found == {names[level]: number for level, number in levels.items()}


@pytest.mark.parametrize(
    ("lines", "arguments", "code"),
    [
        (LINES[:1], [], 0),
        (LINES[:40], [], 1),
        (LINES[:40], ["--fail-on", "never"], 0),
        ([*LINES[:1], b"{}\n"], ["--fail-on", "never"], 2),
        ([], [], 2),
    ],
)
def test_exit_codes_are_those_of_documents(tmp_path, lines, arguments, code):
    path = tmp_path / "data.jsonl"
    path.write_bytes(b"".join(lines))
    assert run("check", path, *arguments).exit_code == code


def test_the_summary_counts_what_blanks_leave_open(tmp_path):
    report, blank = gd.read(GOOD).report, gd.read(BLANKS).report
    path = tmp_path / "data.ndjson"
    path.write_text("".join(gd.dumps(r) + "\n" for r in (report, blank, blank)), encoding="utf-8")
    number = gd.check(blank).counts[gd.Outcome.UNDETERMINED]
    for arguments in ([], ["-o", tmp_path / "a.csv"], ["--all-rules"]):
        shown = run("check", path, *arguments).stdout
        assert f"left open by blanks: {2 * number}, in 2 reports" in shown
    path.write_text(gd.dumps(report) + "\n", encoding="utf-8")
    assert "left open" not in run("check", path).stdout


@pytest.mark.parametrize(("language", "head"), [("zh", "因空白未定"), ("en", "left open")])
def test_what_blanks_leave_open_is_told_by_year_and_level(tmp_path, language, head):
    report, blank = gd.read(GOOD).report, gd.read(BLANKS).report
    later = blank.replace({"year": 2021})
    path = tmp_path / "data.ndjson"
    lines = [gd.dumps(one) + "\n" for one in (report, blank, blank, later)]
    path.write_text("".join(lines), encoding="utf-8")
    shown = run("check", path, "--lang", language).stdout.splitlines()
    number = gd.check(blank).counts[gd.Outcome.UNDETERMINED]
    heads = [line for line in shown if line.rstrip().endswith(f"   {head}")]
    assert len(heads) == 2
    ends = {line.split()[0]: line.split()[-1] for line in shown if line.strip()[:4].isdigit()}
    assert ends == {
        "2020": f"{2 * number}",
        "2021": f"{gd.check(later).counts[gd.Outcome.UNDETERMINED]}",
        "2023": "0",
    }
    path.write_text(gd.dumps(report) + "\n", encoding="utf-8")
    assert head not in run("check", path, "--lang", language).stdout


def test_findings_go_to_standard_output_and_the_summary_aside(data):
    result = run("check", data, "--format", "ndjson")
    entries = [json.loads(line) for line in result.stdout.splitlines()]
    wanted = list(expected(data))
    assert [(e["line"], e.get("rule"), e.get("at")) for e in entries] == wanted
    assert "reports checked" in result.stderr


@pytest.mark.parametrize("what", ["a folder", "two files"])
def test_a_folder_of_data_and_several_files_are_one_run(tmp_path, what):
    for i in range(2):
        (tmp_path / f"{i}.ndjson").write_bytes(b"".join(LINES[i * 10 : i * 10 + 10]))
    named = [tmp_path] if what == "a folder" else [tmp_path / "0.ndjson", tmp_path / "1.ndjson"]
    assert "20 reports checked" in run("check", *named).stdout


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path):
    good = tmp_path / "good.ndjson"
    good.write_bytes(LINES[0])
    result = run("check", tmp_path / "none.ndjson", good)
    assert result.exit_code == 2
    assert "none.ndjson: cannot be read" in result.stderr
    assert "1 report checked" in result.stdout


@pytest.mark.parametrize(
    ("module", "arguments"), [("msgspec", []), ("pyarrow", ["--format", "parquet", "-o", "x"])]
)
def test_what_is_not_installed_is_said_before_anything_is_done(
    data, tmp_path, monkeypatch, module, arguments
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("govdisclosure.extras._is_there", lambda name: name != module)
    result = run("check", data, *arguments)
    assert result.exit_code == 2
    assert f"{module} is needed and not installed: pip install 'govdisclosure[" in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == [data.name]


MISUSE = {
    "a document beside data": ([GOOD], "no such file"),
    "the year before": (["--prior", GOOD], "govdisclosure.frames.check(data, prior="),
    "members": (["--members", GOOD.parent], "govdisclosure.frames.check(data, roster="),
    "everything": (["--all"], "-o findings.csv"),
    "a page": (["--format", "html"], "csv, ndjson or parquet"),
    "parquet without a file": (["--format", "parquet"], "-o"),
}


@pytest.mark.parametrize("what", MISUSE)
def test_what_does_not_go_with_data_is_refused(data, what):
    arguments, said = MISUSE[what]
    result = run("check", data, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_documents_have_the_new_formats_too(tmp_path):
    for ending in ("ndjson", "parquet"):
        run("check", GOOD, tmp_path / "none.txt", "-o", tmp_path / f"out.{ending}")
    entries = (tmp_path / "out.ndjson").read_text(encoding="utf-8").splitlines()
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert [json.loads(entry).get("rule") for entry in entries] == [row["rule"] for row in rows]
    assert rows[-1]["error_en"] == "there is no such file"


def test_data_beside_documents_are_not_passed_over_without_a_word(tmp_path):
    shutil.copy(GOOD, tmp_path)
    (tmp_path / "data.ndjson").write_bytes(LINES[0])
    result = run("check", tmp_path)
    assert result.exit_code == 0
    assert "1 file of data beside the documents is not checked" in result.stderr


def test_processes_are_for_data():
    assert run("check", GOOD, "--processes", "2").exit_code == 2


def test_data_are_not_written_over_by_their_findings(data):
    before = data.read_bytes()
    result = run("check", data, "-o", data, "--force")
    assert result.exit_code == 2
    assert "is the data to be checked" in result.stderr
    assert data.read_bytes() == before


def test_a_pipe_is_written_to_as_it_is(data, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = Thread(target=lambda: taken.append((tmp_path / "pipe").read_bytes()))
    taken = []
    reader.start()
    run("check", data, "-o", tmp_path / "pipe", "--format", "ndjson")
    reader.join()
    entries = [json.loads(line) for line in taken[0].splitlines()]
    assert [(e["line"], e.get("rule"), e.get("at")) for e in entries] == list(expected(data))


def test_a_line_that_is_too_long_is_told_and_the_lines_after_it_keep_their_numbers(tmp_path):
    path = tmp_path / "data.ndjson"
    long = b"[" * (2 * LONGEST_LINE + 7) + b"\n"
    path.write_bytes(LINES[0] + long + b"{}\n" + LINES[0] + long)
    result = run("check", path)
    for number in (2, 3, 5):
        assert f"{path}:{number}: " in result.stderr
    assert "2 reports checked" in result.stdout


WAIVER = """
[[waiver]]
rule = "requests.row_total"
at = "received"
reason = "脚注"

[[waiver]]
rule = "requests.row_total"
at = "nowhere"
reason = "没有"
"""


@pytest.mark.usefixtures("small_parts")
def test_waivers_and_profiles_hold_for_data(tmp_path):
    report = gd.loads(LINES[0]).replace({"requests.received.total": 7})
    data, waivers = tmp_path / "data.ndjson", tmp_path / "waivers.toml"
    data.write_bytes(b"".join(lines_of([report]) * 50))
    waivers.write_text(WAIVER, encoding="utf-8")
    profile = tmp_path / "profile.toml"
    profile.write_text('name = "x"\noff = ["requests.balance"]\n', encoding="utf-8")
    result = run("check", data, "--waivers", waivers, "--profile", profile)
    assert result.exit_code == 0
    assert "error (waived)" in result.stdout
    assert "requests.balance" not in result.stdout
    assert "requests.row_total (nowhere)" in result.stderr
    assert "requests.row_total (received)" not in result.stderr


def _same(one, other):
    if one.suffix == ".parquet":
        return pq.read_table(one).equals(pq.read_table(other))
    return one.read_bytes() == other.read_bytes()


ENDINGS = ["ndjson", "parquet"][: 1 + (KILLS > 2)]
"""In a long run, of Parquet too."""


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_run_that_is_killed_at_any_step_goes_on_without_losing_or_doubling(
    data, tmp_path, ending
):
    """SIGKILL before a file is made, renamed or removed: at last all is as if nothing happened."""
    chance = random.Random(3)
    whole, out = tmp_path / f"whole.{ending}", tmp_path / f"out.{ending}"
    told_by(started("check", data, "-o", whole, "--processes", 1))
    command = ("check", data, "-o", out, "--force", "--processes", 1)
    steps = [1, *(chance.randrange(2, 90) for _ in range(3)), chance.randrange(90, 150)]
    went_on = ["going on" in told_by(started(*command, step=step)) for step in steps]
    assert True in went_on
    told_by(started(*command))
    assert _same(out, whole)
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_run_that_is_killed_at_any_moment_goes_on(data, tmp_path, ending):
    """Also in several processes, which end with the one that started them."""
    data.write_bytes(data.read_bytes() + b"\n" + b"".join(LINES) * 3)
    chance = random.Random(KILLS)
    whole, out = tmp_path / f"whole.{ending}", tmp_path / f"out.{ending}"
    begun = monotonic()
    told_by(started("check", data, "-o", whole))
    took = monotonic() - begun
    for _ in range(KILLS):
        killed_after(started("check", data, "-o", out, "--force"), chance.uniform(0.3, 1) * took)
    told_by(started("check", data, "-o", out, "--force"))
    assert _same(out, whole)
    assert not list(tmp_path.glob(".*"))


def _limited():
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_no_space_left_is_said_and_what_was_checked_is_kept(data, tmp_path):
    """Neither the file nor a part of it stays, and with space the run goes on."""
    out = tmp_path / "findings.ndjson"
    process = started("check", data, "-o", out, preexec_fn=_limited)
    told = told_by(process)
    assert process.returncode == 2
    assert "larger than the system lets it be" in told
    assert "goes on from there" in told
    assert not out.exists()
    assert "going on" in told_by(started("check", data, "-o", out))
    assert found_in(out) == list(expected(data))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["data.ndjson", out.name]


def _interrupted(data, out, monkeypatch):
    """Interrupt a run when half of it is done."""
    check = working.Work.do

    def until_half(self, part):
        if part.number == 20:
            raise KeyboardInterrupt
        return check(self, part)

    with monkeypatch.context() as patched:
        patched.setattr(working.Work, "do", until_half)
        assert run("check", data, "-o", out, "--processes", 1).exit_code == 130


CHANGES = {
    "data": lambda data, _profile: data.write_bytes(b"".join(reversed(LINES))),
    "profile": lambda _data, profile: profile.write_text('off = ["requests.balance"]'),
}


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("what", CHANGES)
def test_a_run_that_goes_on_sees_what_has_changed(data, tmp_path, monkeypatch, what):
    """Parts of other data, or checked by other rules, are not taken."""
    out, profile = tmp_path / "findings.ndjson", tmp_path / "profile.toml"
    profile.write_text("", encoding="utf-8")
    _interrupted(data, out, monkeypatch)
    assert not out.exists()
    CHANGES[what](data, profile)
    options = ["--profile", profile] if what == "profile" else []
    run("check", data, "-o", out, *options)
    off = {"requests.balance"} if what == "profile" else set()
    assert found_in(out) == [entry for entry in expected(data) if entry[1] not in off]


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("damage", [b"", b"{}\n", b"garbage", None])
def test_a_part_that_is_damaged_is_checked_again(data, tmp_path, monkeypatch, damage):
    out = tmp_path / "findings.ndjson"
    _interrupted(data, out, monkeypatch)
    kept = sorted((tmp_path / ".findings.ndjson.parts").glob("*.part"))
    assert len(kept) == 20
    for path in kept[:5]:
        path.write_bytes(path.read_bytes()[:-1] if damage is None else damage)
    result = run("check", data, "-o", out)
    assert "going on" in result.stderr
    assert found_in(out) == list(expected(data))
