"""Consolidated reports in a frame are held against their members' sums as ``check`` does it."""

import os

import attrs
import duckdb
import narwhals as nw
import pytest
from hypothesis import strategies as st

import govdisclosure as gd
from families import Family, disturbed_families, patchwork_families, some
from govdisclosure import frames
from govdisclosure.conformance import conformance_cases
from govdisclosure.strategies import any_reports
from test_frames_agree import MAKERS

EXTREME = st.builds(
    Family, any_reports(), st.none(), st.none() | st.tuples(any_reports(), any_reports())
)
KINDS = (EXTREME, disturbed_families(), patchwork_families())
YEARS = (2020, 2021)


@attrs.frozen
class Rostered:
    """Families of bodies on one roster: all reports, and what ``check`` says of each."""

    reports: tuple
    roster: gd.Roster
    instances: frozenset

    @classmethod
    def of(cls, families):
        """Name the families' reports; a member that is None is on the roster alone."""
        bodies, of_year = [], {}
        for i, family in enumerate(families):
            name, year = f"第{i}县", YEARS[i % len(YEARS)]
            bodies.append(gd.Body(name=name, code=f"{i}" if i % 3 else None))
            reports = of_year.setdefault(year, [])
            agency = bodies[-1].agency if i % 2 else gd.Agency(name=f"{name}人民政府")
            reports.append(attrs.evolve(family.report, agency=agency, year=year))
            for j, member in enumerate(family.members or ()):
                body = gd.Body(name=f"{name}办公室" if not j else f"{name}{j}局", parent=name)
                bodies.append(body)
                if member is not None:
                    agency = attrs.evolve(body.agency, code=f"{i}.{j}" if i % 5 == 0 else None)
                    reports.append(attrs.evolve(member, agency=agency, year=year))
        roster = gd.Roster(bodies=bodies)
        judged = {
            (report.key.agency, *line)
            for reports in of_year.values()
            for report in reports
            for line in _of(report, reports, roster)
        }
        every = tuple(report for reports in of_year.values() for report in reports)
        return cls(every, roster, frozenset(judged))


def _of(report, reports, roster):
    review = gd.check(report, members=reports, roster=roster)
    return [
        (i.rule, i.at, i.outcome.value, i.expected, i.actual, i.difference)
        for i in review.instances
    ]


def judged(result):
    """The rows of a result, without scope and year."""
    found = nw.from_native(result).lazy().collect("pyarrow").to_arrow()
    names = ("agency", *frames.RESULT[3:])
    return set(zip(*[found[name].to_pylist() for name in names], strict=True))


@pytest.fixture(scope="module")
def drawn():
    """As many families of every kind as GOVDISCLOSURE_FRAMES_FAMILIES says, or 20, and cases."""
    number = int(os.environ.get("GOVDISCLOSURE_FRAMES_FAMILIES", "20"))
    found = [family for kind in KINDS for family in some(kind, number)]
    return Rostered.of([*found, *conformance_cases()])


@pytest.mark.parametrize("backend", MAKERS)
def test_every_instance_comes_to_what_check_says(backend, drawn):
    frame = MAKERS[backend](frames.to_frame(drawn.reports))
    found = judged(frames.check(frame, roster=drawn.roster, outcomes=gd.Outcome))
    assert found == drawn.instances
    outcomes = {outcome for _, rule, _, outcome, *_ in found if rule == "rollup.cells"}
    assert outcomes == {outcome.value for outcome in gd.Outcome}


@pytest.mark.parametrize("backend", MAKERS)
def test_asking_for_what_is_broken_gives_that_alone(backend, drawn):
    frame = MAKERS[backend](frames.to_frame(drawn.reports))
    found = judged(frames.check(frame, roster=drawn.roster))
    assert found == {row for row in drawn.instances if row[3] == "broken"}


def test_a_relation_of_a_connection_of_its_own_is_compared_in_it(drawn):
    with duckdb.connect() as connection:
        reports = frames.to_frame(drawn.reports, backend="pyarrow")
        connection.register("reports", reports)
        own = connection.sql("SELECT * FROM reports")
        found = judged(frames.check(own, roster=drawn.roster))
        assert found == {row for row in drawn.instances if row[3] == "broken"}
        assert connection.sql("SHOW TABLES").fetchall() == [("reports",)]
