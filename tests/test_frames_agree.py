"""``frames.check`` judges as ``check`` does: every instance, every outcome, on every backend."""

import os
from collections import Counter

import narwhals as nw
import pytest

import govdisclosure as gd
from framed import SEED, sample
from govdisclosure import frames
from govdisclosure.frames.adapting import in_backend

OUTCOMES = tuple(gd.Outcome)


def _lazy(frame):
    return frame.lazy()


def _in(backend):
    return lambda frame: in_backend(frame.to_arrow(), backend)


MAKERS = {"polars": lambda frame: frame, "polars lazy": _lazy} | {
    backend: _in(backend) for backend in ("pyarrow", "pandas", "duckdb")
}


AT_ONCE = 5000


@pytest.fixture(scope="module")
def drawn():
    """As many reports as GOVDISCLOSURE_FRAMES says, or 5,000, in samples of 5,000."""
    number = int(os.environ.get("GOVDISCLOSURE_FRAMES", "5000"))
    starts = range(0, number, AT_ONCE)
    return [sample(min(AT_ONCE, number - start), seed=SEED + start) for start in starts]


def judged(result):
    """The rows of a result as ``sample`` has them: whose, which instance, and what it comes to."""
    columns = ["agency", *frames.RESULT[3:]]
    found = nw.from_native(result).filter(nw.col("rule") != "rollup.cells").select(columns)
    table = (found.collect() if isinstance(found, nw.LazyFrame) else found).to_arrow()
    return set(zip(*[table[name].to_pylist() for name in columns], strict=True))


@pytest.mark.parametrize("backend", MAKERS)
def test_every_instance_comes_to_what_check_says(backend, drawn):
    make = MAKERS[backend]
    for part in drawn:
        own, before = make(part.own), make(part.before)
        result = frames.check(own, prior=before, outcomes=OUTCOMES)
        assert type(result) is type(own)
        assert judged(result) == part.instances


@pytest.mark.parametrize("backend", MAKERS)
def test_asking_for_what_is_broken_gives_that_alone(backend, drawn):
    make = MAKERS[backend]
    for part in drawn:
        found = judged(frames.check(make(part.own), prior=make(part.before)))
        assert found == {row for row in part.instances if row[3] == "broken"}


@pytest.mark.parametrize("backend", ["polars", "polars lazy", "duckdb"])
def test_reports_without_blanks_are_judged_alike(backend, drawn):
    """Where nothing can be blank, another expression is used."""
    part = drawn[0]
    full = [r for r in part.reports if None not in dict(r.cells()).values()]
    full = [r for r in full if r.get("requests.outcomes.closed_otherwise") is not None]
    names = {report.agency.name for report in full}
    assert len(names) > len(part.reports) // 10
    found = judged(frames.check(MAKERS[backend](frames.to_frame(full))))
    assert found == {
        row
        for row in part.instances
        if row[0] in names and row[3] == "broken" and not row[1].startswith("years.")
    }


def test_a_report_that_is_compared_with_no_members_has_the_roll_ups_instances_too():
    few = sample(3)
    found = frames.check(few.own, outcomes=["not_applicable"])
    numbers = Counter(found.filter(found["rule"] == "rollup.cells")["agency"])
    assert numbers == dict.fromkeys((r.agency.name for r in few.reports), len(gd.cells()))
