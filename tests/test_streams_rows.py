"""Rows of the wide table: read alone or in batches they come to the same; bad files are said."""

from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import govdisclosure as gd
from govdisclosure.cli.many import rows as row_files
from govdisclosure.frames import arrow_schema
from govdisclosure.profiles import NATIONAL
from govdisclosure.streams import batches
from govdisclosure.streams.batches import BatchChecker
from govdisclosure.streams.rows import RowChecker
from govdisclosure.wide import wide_row
from many import some_reports
from running import run

ROWS = [wide_row(report) for report in some_reports(120)]
RECEIVED = "requests.received.total"
LICENSING = "proactive_disclosure.licensing"


def table(rows):
    return pa.Table.from_pylist(rows, schema=arrow_schema())


def outcome(checked):
    return [(c.number, c.key, c.level, tuple(c.findings), c.error, c.left_open) for c in checked]


@pytest.fixture
def always(monkeypatch):
    """Let few rows be a batch."""
    monkeypatch.setattr(batches, "_WORTHWHILE", 0)


CHANGES = {
    "nothing": {},
    "a negative count": {RECEIVED: -1},
    "a count beyond all": {RECEIVED: 10**12 + 1},
    "a year that is none": {"year": 20},
    "a level that is none": {"agency.level": "galaxy"},
    "a scope that is none": {"scope": "all"},
    "a unit that is none": {"proactive_disclosure.fees.unit": "角"},
    "an amount below zero": {"proactive_disclosure.fees.amount": Decimal(-1)},
    "a layout that is none": {"requests.received.layout": "Rows"},
    "numbers in a row that is absent": {"requests.received.layout": "absent"},
    "a cell of another layout": {f"{LICENSING}.prior_items": 1, f"{LICENSING}.change": 1},
    "no code and no name": {"agency.name": None, "agency.code": None},
}


@pytest.mark.usefixtures("always")
@pytest.mark.parametrize("what", CHANGES)
def test_a_batch_comes_to_what_its_rows_come_to(what):
    """Right, broken and blank rows, of both editions; and with one that holds no report."""
    rows = [dict(row) for row in ROWS[:40]]
    rows[7] |= CHANGES[what]
    batch = table(rows)
    found = outcome(BatchChecker(NATIONAL).check(batch, first=101))
    assert found == outcome(RowChecker(NATIONAL).check(batch.to_pylist(), first=101))


@pytest.mark.usefixtures("always")
def test_usual_batches_are_not_read_row_by_row(monkeypatch):
    """Only the rows in which a relation is broken are, and each is what its report comes to."""
    alone = []
    checked = RowChecker.check_row
    monkeypatch.setattr(
        RowChecker, "check_row", lambda self, n, row: alone.append(n) or checked(self, n, row)
    )
    found = list(BatchChecker(NATIONAL).check(table(ROWS)))
    assert [c.number for c in found] == list(range(1, len(ROWS) + 1))
    assert alone == [c.number for c in found if c.findings]
    assert 0 < len(alone) < len(ROWS)
    relations = {rule.id for rule in gd.RULES if isinstance(rule, gd.Relation)}
    for one, report in zip(found, some_reports(120), strict=True):
        wanted = [f for f in gd.check(report).findings if f.rule in relations]
        assert list(one.findings) == wanted
        assert one.left_open == gd.check(report).counts[gd.Outcome.UNDETERMINED]
        assert (one.key, one.level) == (report.key, report.agency.level)


def test_all_rules_are_those_of_check():
    found = BatchChecker(NATIONAL, all_rules=True).check(table(ROWS[:5]))
    wanted = [gd.check(report).findings for report in some_reports(5)]
    assert [tuple(c.findings) for c in found] == wanted
    assert any(one.left_open for one in BatchChecker(NATIONAL, all_rules=True).check(table(ROWS)))


def written(path, rows=ROWS, **groups):
    pq.write_table(table(rows), path, **groups)
    return path


def test_a_file_of_rows_is_checked_in_row_groups(tmp_path):
    """Rows keep their numbers through row groups and batches."""
    data, out = written(tmp_path / "data.parquet", row_group_size=50), tmp_path / "out.parquet"
    assert run("check", data, "-o", out).exit_code == 1
    found = [(r["row"], r["rule"], r["at"]) for r in pq.read_table(out).to_pylist()]
    wanted = RowChecker(NATIONAL).check(ROWS)
    assert found == [(c.number, f.rule, f.at) for c in wanted for f in c.findings]


@pytest.mark.usefixtures("always")
def test_batches_within_a_row_group_keep_the_numbers_of_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(row_files, "_BATCH", 50)
    rows = [dict(row) for row in ROWS]
    rows[110] |= {RECEIVED: -1}
    data = written(tmp_path / "data.parquet", rows)
    result = run("check", data, "--processes", 1)
    assert result.exit_code == 2
    assert f"{data}:111: " in result.stderr
    assert RECEIVED in result.stderr
    assert "119 reports checked" in result.stdout


def _without(columns):
    return table(ROWS).drop_columns(columns)


def _as(column, kind):
    whole = table(ROWS)
    at = whole.schema.get_field_index(column)
    return whole.set_column(at, column, whole[column].cast(kind))


TABLES = {
    "a column missing": (lambda: _without([RECEIVED]), f"not there: {RECEIVED}"),
    "many missing": (lambda: table(ROWS).select(["year", RECEIVED]), "277 columns"),
    "a count of floats": (lambda: _as(RECEIVED, pa.float64()), f"{RECEIVED} (double)"),
    "a count of texts": (lambda: _as(RECEIVED, pa.string()), f"{RECEIVED} (string)"),
}


@pytest.mark.parametrize("what", TABLES)
def test_columns_that_are_missing_or_of_other_types_are_named(tmp_path, what):
    make, said = TABLES[what]
    pq.write_table(make(), tmp_path / "data.parquet")
    result = run("check", tmp_path / "data.parquet")
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.usefixtures("always")
def test_narrow_integers_do_not_overflow(tmp_path):
    """Sums of an int32 column near its bound are right."""
    changes = {
        f"requests.received.{column}": 2**30
        for column in ("natural_person", "enterprise", "research_institution", "other_organization")
    }
    whole = table([row | changes for row in ROWS[:3]])
    schema = pa.schema(
        [f.with_type(pa.int32()) if pa.types.is_int64(f.type) else f for f in whole.schema]
    )
    pq.write_table(whole.cast(schema), tmp_path / "data.parquet")
    out = tmp_path / "out.parquet"
    run("check", tmp_path / "data.parquet", "-o", out)
    found = {
        r["row"]: r["expected"]
        for r in pq.read_table(out).to_pylist()
        if (r["rule"], r["at"]) == ("requests.row_total", "received")
    }
    assert min(found.values()) >= 4 * 2**30


def test_a_file_that_is_cut_short_is_said_and_stops_no_other(tmp_path):
    data = written(tmp_path / "a.parquet")
    good = written(tmp_path / "b.parquet", ROWS[:10])
    data.write_bytes(data.read_bytes()[:-30])
    result = run("check", data, good)
    assert result.exit_code == 2
    assert f"{data}: not a whole Parquet file" in result.stderr
    assert "10 reports checked" in result.stdout


def test_a_file_damaged_within_is_said(tmp_path):
    data = written(tmp_path / "a.parquet")
    whole = bytearray(data.read_bytes())
    whole[4:4000] = b"\xff" * 3996
    data.write_bytes(whole)
    result = run("check", data)
    assert result.exit_code == 2
    assert f"{data}:1: cannot be read" in result.stderr
