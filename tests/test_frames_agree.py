"""``frames.check`` judges as ``check`` does: every instance, every outcome, on every backend."""

import os

import narwhals as nw
import pytest

import govdisclosure as gd
from framed import sample
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


@pytest.fixture(scope="module")
def drawn():
    """As many reports as GOVDISCLOSURE_FRAMES says, or 5,000."""
    return sample(int(os.environ.get("GOVDISCLOSURE_FRAMES", "5000")))


def judged(result):
    """The rows of a result as ``sample`` has them: whose, which instance, and what it comes to."""
    found = nw.from_native(result)
    found = found.collect() if isinstance(found, nw.LazyFrame) else found
    columns = ["agency", *frames.RESULT[3:]]
    table = found.to_arrow().select(columns)
    return set(zip(*[table[name].to_pylist() for name in columns], strict=True))


def without_rollup(rows):
    return {row for row in rows if row[1] != "rollup.cells"}


@pytest.mark.parametrize("backend", MAKERS)
def test_every_instance_comes_to_what_check_says(backend, drawn):
    make = MAKERS[backend]
    result = frames.check(make(drawn.own), prior=make(drawn.before), outcomes=OUTCOMES)
    assert type(result) is type(make(drawn.own))
    found = without_rollup(judged(result))
    assert found == drawn.instances


@pytest.mark.parametrize("backend", MAKERS)
def test_asking_for_what_is_broken_gives_that_alone(backend, drawn):
    make = MAKERS[backend]
    found = judged(frames.check(make(drawn.own), prior=make(drawn.before)))
    assert found == {row for row in drawn.instances if row[3] == "broken"}


@pytest.mark.parametrize("backend", ["polars", "polars lazy", "duckdb"])
def test_reports_without_blanks_are_judged_alike(backend, drawn):
    """Where nothing can be blank, another expression is used."""
    full = [r for r in drawn.reports if None not in dict(r.cells()).values()]
    full = [r for r in full if r.get("requests.outcomes.closed_otherwise") is not None]
    names = {report.agency.name for report in full}
    assert len(names) > len(drawn.reports) // 10
    found = judged(frames.check(MAKERS[backend](frames.to_frame(full))))
    assert found == {
        row
        for row in drawn.instances
        if row[0] in names and row[3] == "broken" and not row[1].startswith("years.")
    }
