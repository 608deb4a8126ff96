"""What is measured on frames, each in a process of its own: ours, floors, peers, by hand.

``python benchmarks/frames_runs.py NAME FILE`` prints seconds, processor seconds, the peak of memory
in MB and the number of findings (of wrong reports, where a peer finds no instances) as JSON.
"""

import json
import logging
import os
import resource
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from functools import reduce
from operator import add
from typing import Any

from frames_data import counts
from govdisclosure.relations import Sign, instance_cells, is_sum, range_named
from govdisclosure.rules import RELATIONS

Run = Callable[[], int]
Sides = tuple[list[str], str, list[str]]
"""The expected cells, the sign as a program writes it, the stated cells."""


def instances() -> list[Sides]:
    """Return the instances within a report of the edition, as one would write them by hand."""
    known = frozenset(counts())
    found = []
    for relation in RELATIONS:
        if relation.needs_prior or relation.needs_members:
            continue
        for at in range_named(relation.over):
            sides, whole = [], True
            for terms in (relation.expected, relation.stated):
                cells = [(t, c) for t in terms for c in instance_cells(t, at)]
                whole = whole and all(c in known or is_sum(t) for t, c in cells)
                sides.append([c for _, c in cells if c in known])
            if whole and all(sides):
                found.append((sides[0], "<" if relation.sign is Sign.AT_MOST else "!=", sides[1]))
    return found


def floor_polars(file: str) -> Run:
    """The same columns summed, streamed."""
    import polars as pl

    return lambda: len(
        pl.scan_parquet(file).select(pl.col(_used()).sum()).collect(engine="streaming")
    )


def floor_duckdb(file: str) -> Run:
    """The same columns summed by DuckDB."""
    import duckdb

    sums = ", ".join(f'sum("{name}")' for name in _used())
    return lambda: len(duckdb.sql(f"SELECT {sums} FROM '{file}'").fetchall())  # noqa: S608  # a benchmark's own file


def ours_polars(file: str) -> Run:
    """``frames.check`` on a Parquet file, by polars."""
    from govdisclosure import frames

    return lambda: len(frames.check(frames.scan(file)).collect(engine="streaming"))


def ours_duckdb(file: str) -> Run:
    """``frames.check`` on a Parquet file, by DuckDB."""
    from govdisclosure import frames

    return lambda: len(frames.check(frames.scan(file, backend="duckdb")).fetchall())


def ours_in_memory(file: str) -> Run:
    """``frames.check`` on the polars frame in memory that the peers get."""
    return _ours_in_memory(_in_memory(file))


def ours_every_column(file: str) -> Run:
    """``frames.check`` on a polars frame in memory with every column, layouts too."""
    import polars as pl

    return _ours_in_memory(pl.read_parquet(file))


def _ours_in_memory(frame: Any) -> Run:
    import narwhals  # noqa: F401  # libraries are loaded before anything is measured

    from govdisclosure import frames

    return lambda: len(frames.check(frame))


def _in_memory(file: str) -> Any:
    """Return the columns that the relations ask for, and whose report each row is."""
    import polars as pl

    return pl.read_parquet(file, columns=["year", "agency.name", "scope", *_used()])


def by_hand_polars(file: str) -> Run:
    """The same relations written by hand for polars; right only where nothing is blank."""
    import polars as pl

    wrong = pl.any_horizontal(_polars(pl))
    return lambda: (
        pl.scan_parquet(file).filter(wrong).select(pl.len()).collect(engine="streaming").item()
    )


def pandera(file: str) -> Run:
    """The same relations as checks of pandera on a polars frame in memory."""
    return _pandera(_in_memory(file))


def pandera_file(file: str) -> Run:
    """The same on a lazy frame of the file; without a word pandera looks at its columns only."""
    import polars as pl
    from pandera.config import ValidationDepth, config_context

    run = _pandera(pl.scan_parquet(file).select(_used()))

    def whole() -> int:
        with config_context(validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            return run()

    return whole


def _pandera(frame: Any) -> Run:
    import pandera.polars as pa
    import polars as pl
    from pandera.errors import SchemaErrors

    checks = [
        pa.Check(lambda data, wrong=wrong: data.lazyframe.select(~wrong)) for wrong in _polars(pl)
    ]
    schema = pa.DataFrameSchema({}, checks=checks)

    def run() -> int:
        try:
            schema.validate(frame, lazy=True)
        except SchemaErrors as errors:
            return len(errors.failure_cases)
        return 0

    return run


def pointblank(file: str) -> Run:
    """The same relations as steps of pointblank on a polars frame in memory."""
    return _pointblank(_in_memory(file))


def pointblank_file(file: str) -> Run:
    """The same on a lazy frame of the file."""
    import polars as pl

    return _pointblank(pl.scan_parquet(file).select(_used()))


def _pointblank(frame: Any) -> Run:
    import pointblank as pb
    import polars as pl

    def run() -> int:
        validation = pb.Validate(data=frame)
        for wrong in _polars(pl):
            validation = validation.col_vals_expr(expr=~wrong)
        return sum(validation.interrogate().n_failed().values())

    return run


def vtlengine_pandas(file: str) -> Run:
    """The same relations in the Validation and Transformation Language, computed by pandas."""
    return _vtlengine(file, duckdb=False)


def vtlengine_duckdb(file: str) -> Run:
    """The same, computed by DuckDB."""
    return _vtlengine(file, duckdb=True)


def _vtlengine(file: str, *, duckdb: bool) -> Run:
    import pandas as pd
    import vtlengine

    names = {name: f"c{i}" for i, name in enumerate(_used())}
    frame = pd.read_parquet(file, columns=[*names]).rename(columns=names)
    frame.insert(0, "id", range(len(frame)))
    key = {"name": "id", "type": "Integer", "role": "Identifier", "nullable": False}
    measure = {"type": "Integer", "role": "Measure", "nullable": True}
    columns = [key, *({"name": name, **measure} for name in names.values())]
    structures = {"datasets": [{"name": "DS_1", "DataStructure": columns}]}
    wrong = []
    for i, (stated, sign, expected) in enumerate(_turned()):
        one, other = (" + ".join(names[cell] for cell in side) for side in (stated, expected))
        wrong.append(f"w{i} := ({one}) {'<' if sign == '<' else '<>'} ({other})")
    any_of = " or ".join(f"w{i}" for i in range(len(wrong)))
    script = f"DS_r <- DS_1[calc {', '.join(wrong)}][filter {any_of}];"

    def run() -> int:
        found = vtlengine.run(
            script=script,
            data_structures=structures,
            datapoints={"DS_1": frame},
            use_duckdb=duckdb,
        )
        return len(found["DS_r"].data)

    return run


def ours_spark(file: str) -> Run:
    """``frames.check`` on a DataFrame of Spark, its look through the columns left out."""
    from govdisclosure import frames

    frame = _spark().read.parquet(file)
    facts = frames.parquet_facts(file)
    return lambda: frames.check(frames.Table(frame=frame, facts=facts)).count()


def by_hand_spark(file: str) -> Run:
    """The same relations written by hand for Spark; right only where nothing is blank."""
    frame = _spark().read.parquet(file)
    sides = [
        f"({' + '.join(map(_quoted, one))}) {sign} ({' + '.join(map(_quoted, other))})"
        for one, sign, other in _turned()
    ]
    return lambda: frame.filter(" OR ".join(sides)).count()


def _quoted(name: str) -> str:
    return f"`{name}`"


def _spark() -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name in ("spark.driver.bindAddress", "spark.driver.host"):
        builder = builder.config(name, "127.0.0.1")
    session = builder.config("spark.driver.memory", "3g").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    session.range(10).count()
    return session


def _turned() -> list[Sides]:
    """Return the instances with the stated side first, so that ``<`` says what is broken."""
    return [(stated, sign, expected) for expected, sign, stated in instances()]


def _polars(pl: Any) -> list[Any]:
    found = []
    for stated, sign, expected in _turned():
        one, other = (reduce(add, map(pl.col, side)) for side in (stated, expected))
        found.append(one < other if sign == "<" else one != other)
    return found


def _used() -> list[str]:
    return sorted({name for one, _, other in instances() for name in (*one, *other)})


RUNS = {
    run.__name__: run
    for run in (
        floor_polars,
        floor_duckdb,
        ours_polars,
        ours_duckdb,
        ours_in_memory,
        ours_every_column,
        by_hand_polars,
        pandera,
        pandera_file,
        pointblank,
        pointblank_file,
        vtlengine_pandas,
        vtlengine_duckdb,
        ours_spark,
        by_hand_spark,
    )
}


def main() -> None:
    """Measure one run."""
    name, file = sys.argv[1:]
    with suppress(ModuleNotFoundError):
        import narwhals  # noqa: F401  # ours loads it when it is first needed; loading is not measured
    logging.disable(logging.ERROR)
    warnings.simplefilter("ignore")
    run = RUNS[name](file)
    start, processor = time.perf_counter(), time.process_time()
    found = run()
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - start,
                "processor": time.process_time() - processor,
                "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "found": found,
            }
        )
    )
    sys.stdout.flush()
    os._exit(0)  # what an engine does at its end is not measured


if __name__ == "__main__":
    main()
