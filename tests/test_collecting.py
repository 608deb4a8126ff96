"""A folder of documents becomes a dataset, and stays one: changed, interrupted, damaged."""

import hashlib
import json
import random
import resource
import shutil
from decimal import Decimal
from time import monotonic

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

import govdisclosure as gd
from govdisclosure.collecting import collected
from govdisclosure.wide import report_from, wide_columns, wide_row
from killing import KILLS, killed_after, started, told_by
from many import some_reports
from running import BLANKS, GOOD, WRONG, run

WIDE = [column.name for column in wide_columns()]


@pytest.fixture
def folder(tmp_path):
    """Reports of some years in folders, and files that hold none."""
    root = tmp_path / "reports"
    for i, report in enumerate(some_reports(24)):
        path = root / f"县{i % 3}" / f"{i:02}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(gd.dumps(report), encoding="utf-8")
    for path in (GOOD, WRONG, BLANKS):
        shutil.copy(path, root / path.name)
    (root / "bad.txt").write_text("没有表格", encoding="utf-8")
    return root


def table_of(dataset):
    """All rows of a dataset, by source."""
    files = sorted(dataset.glob("*.parquet"))
    return pa.concat_tables([pq.read_table(file) for file in files]).sort_by("source")


def collect(folder, dataset, *arguments):
    return run("collect", folder, "-o", dataset, *arguments)


def test_a_row_is_what_reading_the_document_gives(folder, tmp_path):
    """The report, where it comes from, what was missing and what found no place."""
    assert collect(folder, tmp_path / "data").exit_code == 2
    rows = table_of(tmp_path / "data").to_pylist()
    assert len(rows) == 27
    for row in rows:
        path = folder / row["source"]
        reading = gd.read(path)
        assert {name: row[name] for name in WIDE} == wide_row(reading.report)
        assert list(report_from({name: row[name] for name in WIDE}).cells()) == list(
            reading.report.cells()
        )
        assert row["digest"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert row["bytes"] == path.stat().st_size
        assert row["missing"] == list(reading.missing)
        assert [u["text"] for u in row["unplaced"]] == [u.place.text for u in reading.unplaced]
        values = [value for _, value in reading.report.cells()]
        assert row["blanks"] == values.count(None)
        assert row["numbers"] + row["blanks"] == len(values)


def test_there_is_a_file_a_year_and_any_engine_reads_them_together(folder, tmp_path):
    data = tmp_path / "data"
    collect(folder, data)
    for file in data.glob("*.parquet"):
        years = set(pq.read_table(file, columns=["year"])["year"].to_pylist())
        assert {f"reports-{year or 'unknown'}.parquet" for year in years} == {file.name}
    assert ds.dataset(sorted(map(str, data.glob("*.parquet")))).count_rows() == 27
    mark = json.loads((data / "_dataset.json").read_text(encoding="utf-8"))
    assert sum(mark["reports"].values()) == 27


def test_amounts_are_exact(tmp_path):
    amount = "proactive_disclosure.fees.amount"
    root = tmp_path / "reports"
    root.mkdir()
    report = gd.AnnualReport.blank_form("2021").replace({amount: Decimal("123456789.123457")})
    (root / "a.json").write_text(gd.dumps(report), encoding="utf-8")
    collect(root, tmp_path / "data")
    assert table_of(tmp_path / "data")[amount].to_pylist() == [Decimal("123456789.123457")]


def test_what_cannot_be_read_is_told_kept_apart_and_stops_nothing(folder, tmp_path):
    result = collect(folder, tmp_path / "data", "--lang", "zh")
    assert result.exit_code == 2
    assert "bad.txt：" in result.stderr
    (line,) = (tmp_path / "data" / "_unreadable.ndjson").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["source"] == "bad.txt"
    assert "无法读取的文件：1" in result.stdout


@pytest.mark.parametrize(("documents", "code"), [([GOOD], 0), ([GOOD, BLANKS], 0)])
def test_exit_codes_are_those_of_convert(tmp_path, documents, code):
    root = tmp_path / "reports"
    root.mkdir()
    for path in documents:
        shutil.copy(path, root)
    assert collect(root, tmp_path / "data").exit_code == code
    text = GOOD.read_text(encoding="utf-8").replace("\t", "\t甲", 60)
    (root / "lossy.txt").write_text(text, encoding="utf-8")
    reading = gd.read(root / "lossy.txt")
    assert reading.missing or reading.unplaced
    result = collect(root, tmp_path / "data")
    assert result.exit_code == 1
    assert "of 1, something is missing" in result.stdout


def _no_reading(source):
    result = collected(source)
    assert result.is_unchanged
    return result


def test_what_has_not_changed_is_not_read_again(folder, tmp_path, monkeypatch):
    """Nor is a file written again whose reports are as they were."""
    data = tmp_path / "data"
    (folder / "bad.txt").unlink()
    collect(folder, data)
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in data.glob("*.parquet")}
    monkeypatch.setattr("govdisclosure.cli.collect.collected", _no_reading)
    result = collect(folder, data)
    assert "read: 0, unchanged: 27, gone: 0" in result.stdout
    after = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in data.glob("*.parquet")}
    assert after == before


def test_another_version_of_the_reader_reads_all_again(folder, tmp_path, monkeypatch):
    collect(folder, tmp_path / "data")
    monkeypatch.setattr("govdisclosure.cli.workers._processors", lambda: 1)
    for room in ("documents", "dataset", "journal"):
        monkeypatch.setattr(f"govdisclosure.collecting.{room}.READER", "another")
    result = collect(folder, tmp_path / "data")
    assert "read: 27, unchanged: 0" in result.stdout
    assert set(table_of(tmp_path / "data")["reader"].to_pylist()) == {"another"}


def _changed(root, chance):
    """Change, remove, add and move some documents."""
    paths = sorted(root.rglob("*.json"))
    for i, path in enumerate(chance.sample(paths, 9)):
        if i < 3:
            path.unlink()
        elif i < 6:
            changes = {"year": chance.choice((2018, 2020, None)), "agency.name": "改名"}
            report = gd.loads(path.read_bytes()).replace(changes)
            path.write_text(gd.dumps(report), encoding="utf-8")
        else:
            path.rename(path.with_name(f"moved-{path.name}"))
    new = some_reports(2, seed=chance.random())
    for i, report in enumerate(new):
        (root / f"new-{i}-{chance.random()}.json").write_text(gd.dumps(report), encoding="utf-8")


def test_a_dataset_brought_up_to_date_is_one_made_anew(folder, tmp_path):
    """Documents changed, removed, added, moved, or now of another year: three times over."""
    chance = random.Random(7)
    collect(folder, tmp_path / "data")
    for i in range(3):
        _changed(folder, chance)
        result = collect(folder, tmp_path / "data")
        anew = tmp_path / f"anew-{i}"
        collect(folder, anew)
        read = int(result.stdout.partition("read: ")[2].partition(",")[0])
        assert 5 <= read <= 8  # not those that were removed; one may have been changed before
        assert table_of(tmp_path / "data").equals(table_of(anew))
        assert {p.name for p in anew.iterdir()} == {p.name for p in (tmp_path / "data").iterdir()}


def test_a_run_that_is_killed_at_any_step_goes_on(folder, tmp_path):
    """SIGKILL before a row is kept, a file made, renamed or removed; and the folder changes."""
    chance = random.Random(5)
    data, went_on = tmp_path / "data", []
    for step in (2, 9, chance.randrange(10, 40), chance.randrange(40, 60), 30):
        command = ("collect", folder, "-o", data)
        went_on.append("going on" in told_by(started(*command, step=step, worthwhile=1000)))
        _changed(folder, chance)
    told_by(started("collect", folder, "-o", data))
    collect(folder, tmp_path / "anew")
    assert True in went_on
    assert table_of(data).equals(table_of(tmp_path / "anew"))
    assert not list(data.glob(".*"))


def test_a_run_that_is_killed_at_any_moment_goes_on(folder, tmp_path):
    for i, report in enumerate(some_reports(150, seed=2)):
        (folder / f"more-{i}.json").write_text(gd.dumps(report), encoding="utf-8")
    chance = random.Random(KILLS)
    begun = monotonic()
    told_by(started("collect", folder, "-o", tmp_path / "anew"))
    took, data = monotonic() - begun, tmp_path / "data"
    for _ in range(KILLS):
        killed_after(started("collect", folder, "-o", data), chance.uniform(0.3, 1.0) * took)
    told_by(started("collect", folder, "-o", data))
    assert table_of(data).equals(table_of(tmp_path / "anew"))
    assert not list(data.glob(".*"))


def _limited():
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))


def test_no_space_left_is_said_and_the_dataset_stays_as_it_was(folder, tmp_path):
    data = tmp_path / "data"
    collect(folder, data)
    before = table_of(data)
    for i, report in enumerate(some_reports(60, seed=3)):
        (folder / f"more-{i}.json").write_text(gd.dumps(report), encoding="utf-8")
    process = started("collect", folder, "-o", data, preexec_fn=_limited)
    told = told_by(process)
    assert process.returncode == 2
    assert "larger than the system lets it be" in told
    assert table_of(data).equals(before)
    assert "going on" in collect(folder, data).stderr
    assert len(table_of(data)) == 87


def test_a_line_of_the_journal_that_was_not_finished_is_read_again(folder, tmp_path, monkeypatch):
    data = tmp_path / "data"

    def broken_off(source):
        if source.name == "县1/10.json":
            raise KeyboardInterrupt
        return collected(source)

    monkeypatch.setattr("govdisclosure.cli.workers._processors", lambda: 1)
    with monkeypatch.context() as patched:
        patched.setattr("govdisclosure.cli.collect.collected", broken_off)
        assert collect(folder, data).exit_code == 130
    journal = data / ".collecting" / "rows.ndjson"
    journal.write_bytes(journal.read_bytes()[:-7])
    assert "going on" in collect(folder, data).stderr
    assert collect(folder, tmp_path / "anew").exit_code == 2
    assert table_of(data).equals(table_of(tmp_path / "anew"))


def test_a_folder_with_something_else_is_refused(folder, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("x", encoding="utf-8")
    result = collect(folder, tmp_path / "other")
    assert result.exit_code == 2
    assert "neither empty nor a dataset" in result.stderr
    assert [p.name for p in (tmp_path / "other").iterdir()] == ["letter.txt"]


def test_a_file_of_the_dataset_that_is_damaged_is_said(folder, tmp_path):
    data = tmp_path / "data"
    collect(folder, data)
    file = min(data.glob("*.parquet"))
    file.write_bytes(file.read_bytes()[:-20])
    result = collect(folder, data)
    assert result.exit_code == 2
    assert f"{file}, a file of the dataset, is damaged" in result.stderr
    file.unlink()
    collect(folder, data)
    assert len(table_of(data)) == 27


def test_a_dataset_within_its_folder_is_not_collected(folder):
    assert "26 reports" in collect(folder, folder / "data").stdout.replace("27", "26")
    assert "read: 0, unchanged: 27" in collect(folder, folder / "data").stdout


def test_what_is_not_installed_is_said(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("govdisclosure.extras._is_there", lambda _name: False)
    result = collect(folder, tmp_path / "data")
    assert result.exit_code == 2
    assert "pip install 'govdisclosure[frames]'" in result.stderr
    assert not (tmp_path / "data").exists()


def test_no_folder_is_said(tmp_path):
    result = collect(tmp_path / "none", tmp_path / "data")
    assert result.exit_code == 2
    assert "there is no folder" in result.stderr


def test_a_dataset_is_checked_as_its_documents_are(folder, tmp_path):
    """Every relation that is broken in a document is broken in its row."""
    data, out = tmp_path / "data", tmp_path / "findings.ndjson"
    collect(folder, data)
    (data / ".collecting").mkdir()
    result = run("check", data, "-o", out)
    assert result.exit_code == 1
    assert "was interrupted; run it again" in result.stderr
    relations = {rule.id for rule in gd.RULES if isinstance(rule, gd.Relation)}
    wanted = sorted(
        (f.rule, f.at, f.message.zh)
        for source in table_of(data)["source"].to_pylist()
        for f in gd.check(gd.read(folder / source)).findings
        if f.rule in relations
    )
    lines = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert sorted((e["rule"], e["at"], e["message"]["zh"]) for e in lines) == wanted
