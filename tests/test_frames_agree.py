"""``frames.check`` judges as ``check`` does: every instance, every outcome, on every backend."""

import os
from functools import cache

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
