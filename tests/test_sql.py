"""The relations as SQL say the same as the evaluator, in every database that tests can reach."""

import csv
import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
import sqlglot
from hypothesis import given
from hypothesis import strategies as st
from sqlglot import exp

import govdisclosure as gd
from databases import (
    MEMBER,
    YEAR,
    Line,
    Tables,
    in_duckdb,
    in_postgres,
    in_sqlite,
    postgres_server,
    query,
)
from families import Family, disturbed_families, patchwork_families, some
from govdisclosure.conformance import conformance_cases, drawn_cases
from govdisclosure.querying import DIALECTS, member_rows, sql, sql_tables, sql_view
from govdisclosure.querying.members import millionths, whole_part
from govdisclosure.strategies import any_reports
from govdisclosure.wide import report_from
from peers import program
from running import WRONG, run

ROOT = Path(__file__).parent.parent
SCHEMAS, HOW_TO = ROOT / "schemas", ROOT / "docs" / "how-to"

EXTREME = st.builds(
    Family,
    any_reports(),
    st.none() | any_reports(),
    st.none() | st.tuples(any_reports(), any_reports()),
)
KINDS = {
    "extreme": EXTREME,
    "disturbed": disturbed_families(),
    "patchwork": patchwork_families(),
}
CASES = {case.id: case for case in conformance_cases()}
EVERY = {"members": "members", "outcomes": gd.Outcome}
NAMES = [dialect.name for dialect in DIALECTS]
FORM = gd.AnnualReport.blank_form("2021", fill=0)
TOTAL = "requests.received.total"


@pytest.fixture(scope="module")
def families():
    """Families of every kind, and the cases of the contract, each under a name."""
    found = {
        f"{kind} {i}": family
        for kind, strategy in KINDS.items()
        for i, family in enumerate(some(strategy, 10))
    }
    return {**CASES, **found}


@pytest.fixture(scope="module")
def wanted(families):
    """What the evaluator says of the families, as lines of the query."""
    tables = Tables.of(families)
    placed = {(report.agency.name, report.year): report for report in tables.reports}
    found = {}
    for name, family in families.items():
        members = family.members
        if members is not None:
            members = [placed.get((f"{name}{MEMBER}{i}", YEAR)) for i in range(len(members))]
        prior = placed.get((name, YEAR - 1))
        review = gd.check(placed[name, YEAR], prior=prior, members=members)
        found |= {(name, i.rule, i.at): Line.of(i) for i in review.instances}
    return found


@pytest.fixture(scope="module")
def server():
    """How to reach a PostgreSQL server."""
    with postgres_server() as info:
        yield info


@pytest.fixture(scope="module", params=["duckdb", "postgres", "sqlite"])
def holding(request):
    """What puts tables into one of the databases."""
    if request.param == "postgres":
        info = request.getfixturevalue("server")
        return lambda tables: in_postgres(info, tables)
    if request.param == "duckdb":
        pytest.importorskip("duckdb", reason="DuckDB is not installed")
        return in_duckdb
    return in_sqlite


@pytest.fixture(scope="module")
def database(holding, families):
    """One of the databases, with the families in it."""
    with holding(Tables.of(families)) as found:
        yield found


@pytest.fixture(scope="module")
def lines(database):
    """What the query gives of the families."""
    return database.lines(**EVERY)


def test_every_instance_of_every_family_is_as_the_evaluator_has_it(database, lines, wanted):
    """Any layouts, blanks and absent rows; numbers of every size; with priors and members."""
    assert lines.keys() == wanted.keys()
    of_type = {key: database.as_given(line) for key, line in wanted.items()}
    assert [(k, lines[k], line) for k, line in of_type.items() if lines[k] != line][:3] == []


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_every_case_of_the_contract_passes(database, lines, case):
    for expected in case.expected:
        line = lines[case.id, expected.rule, expected.at]
        assert line.outcome == expected.outcome
        assert line.needed == tuple(map(database.as_given, expected.needed))


@given(st.data())
def test_an_amount_is_taken_apart_exactly_where_decimals_are_doubles(data):
    """Every digit that it may have, though the double may be off by more than a millionth."""
    decimals = data.draw(st.integers(0, 6))
    amount = Decimal(data.draw(st.integers(0, 10**15 - 1))).scaleb(-decimals)
    parts = [part(exp.column("amount")).sql("sqlite") for part in (whole_part, millionths)]
    with closing(sqlite3.connect(":memory:")) as database:
        (found,) = database.execute(
            f"SELECT {', '.join(parts)} FROM (SELECT ? AS amount)",  # noqa: S608  # names of our own
            (float(amount),),
        )
    assert found == (int(amount), amount % 1 * 10**6)


def test_databases_agree_with_the_evaluator_on_every_instance(agreements, server):
    """As JavaScript does, on the same families: see test_conformance."""
    pytest.importorskip("duckdb", reason="DuckDB is not installed")
    cases = {case.id: case for case in drawn_cases(agreements, seed=7)}
    tables = Tables.of(cases)
    expected = {(c.id, e.rule, e.at): e for c in cases.values() for e in c.expected}
    for holder in (in_duckdb(tables), in_postgres(server, tables)):
        left = dict(expected)
        with holder as database:
            for key, line in database.each(**EVERY):
                wanted = left.pop(key)
                assert (line.outcome, line.needed) == (wanted.outcome, wanted.needed), key
        assert not left


ASKED = (gd.Outcome.HOLDS, gd.Outcome.UNDETERMINED)


@pytest.mark.parametrize(
    ("options", "outcomes"),
    [
        ({}, [gd.Outcome.BROKEN]),
        ({"members": "members"}, [gd.Outcome.BROKEN]),
        ({"members": "members", "outcomes": ASKED}, ASKED),
    ],
)
def test_only_the_outcomes_that_are_asked_for_are_given(database, wanted, options, outcomes):
    """Broken instances unless others are asked for; none with members without their table."""
    assert database.lines(**options) == {
        key: database.as_given(line)
        for key, line in wanted.items()
        if line.outcome in outcomes and ("members" in options or key[1] != "rollup.cells")
    }


def test_reports_come_back_from_a_database(database, families):
    stored = {(r.agency.name, r.year): r for r in Tables.of(families).reports}
    columns, found = database.table("reports")
    came = [report_from(dict(zip(columns, row, strict=True))) for row in found]
    assert len(came) == len(stored)
    for report in came:
        there = stored[report.agency.name, report.year]
        assert report.get("requests") == there.requests
        assert database.as_given(report.get("proactive_disclosure.fees.amount")) == (
            database.as_given(there.get("proactive_disclosure.fees.amount"))
        )


def test_the_view_gives_every_instance(database, lines):
    database.run(sql_view(database.dialect))
    [(number,)] = database.run("SELECT COUNT(*) FROM relation_instances")
    [(broken,)] = database.run("SELECT COUNT(*) FROM relation_instances WHERE outcome = 'broken'")
    assert number > len(lines)
    assert 0 < broken < number


CODES = {"教育局": "E1"}
ROSTER = gd.Roster(
    bodies=[
        gd.Body(name="云溪县", kind="government", level="county"),
        gd.Body(name="教育局", parent="云溪县", code=CODES["教育局"]),
        gd.Body(name="公安局", parent="云溪县"),
        gd.Body(name="青石镇", kind="government", level="township", parent="云溪县"),
        gd.Body(name="青石镇农业站", parent="青石镇"),
    ]
)


def of_body(number, *, scope=None, year=YEAR, **agency):
    report = attrs.evolve(FORM, scope=scope, year=year, agency=gd.Agency(**agency))
    return report.replace({TOTAL: number})


COUNTY, OFFICE, SCHOOLS, POLICE, TOWN = "云溪县", "云溪县", "教育局", "公安局", "青石镇"
ALL_BUT_TOWN = [(1, OFFICE, "own"), (2, SCHOOLS, None), (3, POLICE, None)]
FILED = {
    "everybody": [*ALL_BUT_TOWN, (4, TOWN, "consolidated")],
    "a wrong number": [*ALL_BUT_TOWN, (5, TOWN, "consolidated")],
    "no report of one": ALL_BUT_TOWN,
    "no report of anybody": [],
    "a report that names no scope": [*ALL_BUT_TOWN, (4, TOWN, None)],
    "a report of the wrong scope": [*ALL_BUT_TOWN, (4, TOWN, "own")],
    "the scope that is due, and another": [
        *ALL_BUT_TOWN,
        (4, TOWN, "consolidated"),
        (9, TOWN, "own"),
        (9, TOWN, None),
    ],
    "two reports, and the scope does not matter": [
        *ALL_BUT_TOWN,
        (4, TOWN, "consolidated"),
        (9, POLICE, "own"),
    ],
    "a stranger": [*ALL_BUT_TOWN, (4, TOWN, "consolidated"), (7, "水务局", None)],
}
"""What the bodies of the roster hand in: the number of requests, the body, the scope."""


def test_members_are_those_of_the_roster(holding):
    """Every body hands in one report, of the scope that is due or else of none."""
    links = tuple(attrs.astuple(row) for row in member_rows(ROSTER))
    years = dict(zip(FILED, range(2011, 2100), strict=False))
    stored, wanted = [], {}
    for what, filed in FILED.items():
        county = of_body(10, name=COUNTY, scope="consolidated", year=years[what])
        members = [
            of_body(n, name=body, code=CODES.get(body), scope=scope, year=years[what])
            for n, body, scope in filed
        ]
        stored += [county, *members]
        review = gd.check(county, members=members, roster=ROSTER)
        of_members = [i for i in review.instances if i.rule == "rollup.cells"]
        wanted |= {(years[what], i.at): i.outcome for i in of_members}
    with holding(Tables(tuple(stored), links)) as database:
        found = database.run(query(database.dialect, **EVERY))
    assert wanted == {
        (year, at): outcome
        for agency, scope, year, rule, at, outcome, *_ in found
        if (agency, scope, rule) == (COUNTY, "consolidated", "rollup.cells")
    }
    met = {wanted[year, TOTAL] for year in years.values()}
    assert met == {gd.Outcome.HOLDS, gd.Outcome.BROKEN, gd.Outcome.UNDETERMINED}


def test_the_year_before_is_of_the_same_body_and_scope(holding):
    carried = FORM.replace({"requests.carried_in.total": 5})
    before = FORM.replace({"requests.carried_out.total": 5})

    def of(report, year, scope, **agency):
        return attrs.evolve(report, year=year, scope=scope, agency=gd.Agency(**agency))

    stored = (
        of(carried, 2023, None, name="甲"),
        of(before, 2022, "own", name="甲"),
        of(carried, 2023, "own", code="B", name="乙"),
        of(before, 2022, "own", code="B", name="乙局"),
        of(carried, 2023, None, name="丙"),
        of(before, 2021, None, name="丙"),
        of(carried, None, None, name="丁"),
        of(carried, 2023, None),
        of(before, 2022, None),
    )
    with holding(Tables(stored)) as database:
        found = database.run(query(database.dialect, outcomes=gd.Outcome))
    years = [line for line in found if (line[3], line[4]) == ("years.carried_over", "total")]
    judged = {line[0] for line in years if line[5] != gd.Outcome.NOT_APPLICABLE}
    assert len(years) == len(stored)
    assert judged == {"B"}


REFUSED = {
    "a negative count": {TOTAL: -1},
    "a count beyond what counts are": {TOTAL: 10**12 + 1},
    "a layout that is none": {"requests.received.layout": "'Rows'"},
    "no layout": {"requests.received.layout": "NULL"},
    "a number in a row that is absent": {"requests.received.layout": "'absent'"},
    "a number in a cell of another layout": {"proactive_disclosure.licensing.prior_items": 0},
    "a unit of a row that is absent": {"proactive_disclosure.procurement.unit": "'元'"},
    "a row in a table that is absent": {"remedies.layout": "'absent'"},
    "a year of two digits": {"year": 23},
    "a scope that is none": {"scope": "'all'"},
}


@pytest.fixture(scope="module")
def two_reports(holding):
    """A database that holds a report of each of two bodies."""
    with holding(Tables((of_body(1, name="甲"), of_body(2, name="乙")))) as found:
        yield found


@pytest.mark.parametrize("what", REFUSED)
def test_the_table_refuses_what_no_report_holds(two_reports, what):
    changes = ", ".join(f'"{name}" = {value}' for name, value in REFUSED[what].items())
    with pytest.raises(two_reports.refusal):
        two_reports.run(f"UPDATE reports SET {changes}")  # noqa: S608  # names of our own


def test_a_report_is_there_once_only(two_reports):
    with pytest.raises(two_reports.refusal):
        two_reports.run("""UPDATE reports SET "agency.name" = '甲'""")


def _commands(name):
    text = (HOW_TO / name).read_text(encoding="utf-8")
    return re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_commands_for_postgresql_do_what_the_documentation_says(server, tmp_path):
    """Those of the how-to, in both languages the same, with a sample as its ``reports.csv``."""
    (commands,) = _commands("check-in-a-database.md")
    assert _commands("check-in-a-database.zh-CN.md") == [commands]
    shutil.copytree(SCHEMAS, tmp_path / "schemas")
    sample = gd.read(WRONG).report
    with (tmp_path / "reports.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(gd.wide_row(sample).values())
    place = dict(part.split("=") for part in server.split())
    done = subprocess.run(
        [program("bash"), "-euo", "pipefail", "-c", commands],
        env={**os.environ, "PGHOST": place["host"], "PGUSER": place["user"]},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    broken = gd.check(sample).counts[gd.Outcome.BROKEN]
    assert f"({broken} rows)" in done.stdout.decode()


def test_without_the_library_the_rest_of_the_contract_is_written(tmp_path, monkeypatch):
    said = gd.MissingExtra("sql", "sqlglot").wording
    monkeypatch.setattr("govdisclosure.cli.schema.why_missing", lambda *_: said)
    result = run("schema", tmp_path)
    assert result.exit_code == 0
    assert (tmp_path / "rules.json").exists()
    assert not (tmp_path / "sql").exists()
    assert "pip install 'govdisclosure[sql]'" in result.stderr


@pytest.mark.parametrize("dialect", [d.name for d in DIALECTS if not d.tested])
def test_what_tests_cannot_run_is_at_least_sql_of_its_dialect(dialect):
    for text in (sql_tables(dialect), sql(dialect)):
        assert all(sqlglot.parse(text, read=dialect))


def test_tables_may_have_a_schema():
    text = sql("duckdb", table="disclosure.年报", members="disclosure.members")
    assert '"disclosure"."年报" AS r' in text
    assert '"disclosure"."members" AS m' in text


@pytest.mark.parametrize("name", ["", ".", "a.", "a.b.c.d"])
def test_a_name_that_no_table_can_have_is_told(name):
    with pytest.raises(gd.UnknownName, match="cannot name a table") as caught:
        sql("sqlite", table=name)
    assert "不能作表名" in caught.value.wording.zh


@pytest.mark.parametrize("outcomes", ["broken", [], ["wrong"]])
def test_an_outcome_that_is_none_is_told_with_those_that_there_are(outcomes):
    with pytest.raises(gd.UnknownName) as caught:
        sql("sqlite", outcomes=outcomes)
    for words in (caught.value.wording.zh, caught.value.wording.en):
        assert all(outcome in words for outcome in gd.Outcome)


def test_a_query_without_a_relation_is_refused():
    of_members = [rule for rule in gd.RULES if rule.id.startswith("rollup.")]
    with pytest.raises(gd.UnknownName, match="none of the rules"):
        sql("sqlite", rules=of_members)
    assert "rollup.cells" in sql("sqlite", rules=of_members, members="members")


def test_a_name_is_never_taken_for_sql():
    text = sql("postgres", table='x"; DROP TABLE reports; --')
    (query,) = sqlglot.parse(text, read="postgres")
    assert isinstance(query, sqlglot.exp.Select)


def test_an_unknown_dialect_is_told_with_those_that_there_are():
    for function in (sql, sql_tables, sql_view):
        with pytest.raises(gd.UnknownName) as caught:
            function("access")
        for words in (caught.value.wording.zh, caught.value.wording.en):
            assert all(name in words for name in ("access", *NAMES))


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setattr("govdisclosure.querying.dialects.why_missing", lambda *_: "missing")
    with pytest.raises(gd.MissingExtra, match=r"govdisclosure\[sql\]"):
        sql("sqlite")
