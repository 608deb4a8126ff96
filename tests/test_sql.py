"""The relations as SQL say the same as the evaluator, in every database that tests can reach."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from databases import MEMBER, YEAR, Line, Tables, in_duckdb, in_postgres, in_sqlite, postgres_server
from drawn import reports
from families import Family, disturbed_families, patchwork_families
from govdisclosure.conformance import conformance_cases, drawn_cases

EXTREME = st.builds(
    Family, reports(), st.none() | reports(), st.none() | st.tuples(reports(), reports())
)
EVERY = {"members": "members", "outcomes": gd.Outcome}


@pytest.fixture(scope="module")
def server():
    """How to reach a PostgreSQL server."""
    with postgres_server() as info:
        yield info


@pytest.fixture(params=["duckdb", "postgres", "sqlite"])
def holding(request):
    """What puts tables into one of the databases."""
    if request.param == "postgres":
        info = request.getfixturevalue("server")
        return lambda tables: in_postgres(info, tables)
    if request.param == "duckdb":
        pytest.importorskip("duckdb", reason="DuckDB is not installed")
        return in_duckdb
    return in_sqlite


def drawn(strategy, number):
    """So many of what a strategy draws."""
    found = []

    @settings(max_examples=number, phases=[Phase.generate], database=None)
    @given(strategy)
    def draw(one):
        found.append(one)

    draw()
    return found


def lines_of(families):
    """What the evaluator says of families, as lines of the query."""
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


def as_given(database, lines):
    """Lines with the numbers that a database gives: SQLite has binary doubles only."""
    if database.dialect != "sqlite":
        return lines
    return {key: line.rounded() for key, line in lines.items()}


def differing(found, wanted):
    """Where lines differ, a few of them, for a message that can be read."""
    assert found.keys() == wanted.keys()
    wrong = [(key, found[key], line) for key, line in wanted.items() if found[key] != line]
    return wrong[:3]


@pytest.fixture(scope="module")
def families():
    """Families of every kind, each under a name."""
    kinds = {
        "extreme": EXTREME,
        "disturbed": disturbed_families(),
        "patchwork": patchwork_families(),
    }
    return {
        f"{kind} {i}": family
        for kind, strategy in kinds.items()
        for i, family in enumerate(drawn(strategy, 15))
    }


@pytest.fixture(scope="module")
def wanted(families):
    """What the evaluator says of the families."""
    return lines_of(families)


CASES = {case.id: case for case in conformance_cases()}


def test_every_instance_of_every_family_is_as_the_evaluator_has_it(holding, families, wanted):
    """Any layouts, blanks and absent rows; numbers of every size; with priors and members."""
    with holding(Tables.of(families)) as database:
        found = database.lines(**EVERY)
        assert differing(found, as_given(database, wanted)) == []


def test_every_case_of_the_contract_passes(holding):
    with holding(Tables.of(CASES)) as database:
        found = database.lines(**EVERY)
    for case in CASES.values():
        for expected in case.expected:
            line = found[case.id, expected.rule, expected.at]
            assert line.outcome == expected.outcome, (case.id, expected)
            (needed,) = expected.needed or (gd.Needed(cell=None),)
            got = (line.needed_cell, line.needed_value, line.needed_at_least)
            wanted = (needed.cell, needed.value, needed.at_least)
            assert got == (wanted if database.dialect != "sqlite" else pytest.approx(wanted))


def test_databases_agree_with_the_evaluator_on_every_instance(agreements, server):
    """As JavaScript does, on the same families: see test_conformance."""
    pytest.importorskip("duckdb", reason="DuckDB is not installed")
    cases = {case.id: case for case in drawn_cases(agreements, seed=7)}
    tables = Tables.of(cases)
    wanted = {(c.id, e.rule, e.at): e for c in cases.values() for e in c.expected}
    for database_with in (in_duckdb(tables), in_postgres(server, tables)):
        with database_with as database:
            found = database.lines(**EVERY)
        assert found.keys() == wanted.keys()
        wrong = [
            (database.dialect, key, line, wanted[key])
            for key, line in found.items()
            if (line.outcome, *_needed(line)) != (wanted[key].outcome, *wanted[key].needed)
        ]
        assert wrong[:3] == []


def _needed(line):
    if line.needed_cell is None:
        return ()
    return (
        gd.Needed(cell=line.needed_cell, value=line.needed_value, at_least=line.needed_at_least),
    )


def test_only_the_outcomes_that_are_asked_for_are_given(holding, families, wanted):
    with holding(Tables.of(families)) as database:
        plain = database.lines()
        asked = database.lines(outcomes=[gd.Outcome.HOLDS, gd.Outcome.UNDETERMINED])
    of_members = {rule.id for rule in gd.RULES if getattr(rule, "needs_members", False)}
    for found, outcomes in ((plain, {"broken"}), (asked, {"holds", "undetermined"})):
        assert {line.outcome for line in found.values()} == outcomes
        assert found.keys() == {
            key
            for key, line in wanted.items()
            if line.outcome in outcomes and key[1] not in of_members
        }
