"""Everything about many reports, measured in one run, as a page of the documentation.

``python benchmarks/suite.py`` generates its data (seed fixed, blanks and errors included), lets
the competitors take turns, each in a process of its own, and writes
``docs/reference/benchmarks.md`` and ``.zh-CN.md``. ``--reports`` and ``--few`` say how many
reports, ``--turns`` how often, ``--folder`` where the data is kept (by default it is removed).
"""

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import attrs

import frames_data

HERE = Path(__file__).parent
PAGES = HERE.parent / "docs" / "reference"
LIBRARIES = (
    *("govdisclosure", "polars", "duckdb", "narwhals", "pyarrow"),
    *("pandera", "pointblank", "pyspark"),
)


@attrs.frozen(kw_only=True)
class Data:
    """A file of reports: its name, how many, and the share of cells that are blank."""

    name: str
    reports: int
    blanks: float


@attrs.frozen(kw_only=True)
class Entry:
    """What is measured: a run of a script on a file, and what its ratio is taken to.

    ``most`` is the greatest ratio that we allow ourselves, ``least`` the smallest, ``memory`` the
    greatest peak in MB. What runs *apart* needs libraries that do not go with ours.
    """

    run: str
    data: str
    zh: str
    en: str
    to: str
    script: str = "frames_runs.py"
    apart: bool = False
    most: float | None = None
    least: float | None = None
    memory: float | None = None


MANY, MANY_BLANK, FEW, FEW_BLANK = "many", "many with blanks", "few", "few with blanks"
FEWEST = "fewest"
BLANKS = 0.05


def entries() -> tuple[Entry, ...]:
    """Return everything that is measured; more of it is another line here."""
    of_polars, of_duckdb, of_spark = "floor_polars", "floor_duckdb", "by_hand_spark"
    sums = ("读取并对相同的列求和（polars）", "the same columns read and summed (polars)")
    sums_duckdb = ("读取并对相同的列求和（DuckDB）", "the same columns read and summed (DuckDB)")
    found = []
    for data, few in ((MANY, FEW), (MANY_BLANK, FEW_BLANK)):
        for name in (data, few):
            one, other = sums
            found.append(Entry(run=of_polars, data=name, zh=one, en=other, to=of_polars))
            bounds = {"most": 2.0, "memory": 1400.0} if name == data else {}
            ours = ("frames.check，polars", "frames.check, polars")
            found.append(
                Entry(run="ours_polars", data=name, zh=ours[0], en=ours[1], to=of_polars, **bounds)
            )
        one, other = sums_duckdb
        found.append(Entry(run=of_duckdb, data=data, zh=one, en=other, to=of_duckdb))
        found.append(
            Entry(
                run="ours_duckdb",
                data=data,
                zh="frames.check，DuckDB",
                en="frames.check, DuckDB",
                to=of_duckdb,
                most=3.0,
                memory=600.0,
            )
        )
    hand = ("手写 polars 表达式（遇空白会漏判）", "by hand in polars (misses errors beside blanks)")
    found.append(Entry(run="by_hand_polars", data=MANY, zh=hand[0], en=hand[1], to=of_polars))
    memory = ("frames.check，内存中的 polars", "frames.check, a polars frame in memory")
    every = ("frames.check，内存中的全部列", "frames.check, every column in memory")
    for run, (zh, en) in (("ours_in_memory", memory), ("ours_every_column", every)):
        found.append(Entry(run=run, data=FEW, zh=zh, en=en, to="ours_in_memory"))
    for peer in ("pandera", "pointblank"):
        zh, en = f"{peer}，内存中的数据框", f"{peer}, the frame in memory"
        found.append(Entry(run=peer, data=FEW, zh=zh, en=en, to="ours_in_memory", least=5.0))
        zh, en = f"{peer}，文件的惰性数据框", f"{peer}, a lazy frame of the file"
        found.append(Entry(run=f"{peer}_file", data=FEW, zh=zh, en=en, to="ours_polars", least=5.0))
    found.append(
        Entry(run="ours_in_memory", data=FEWEST, zh=memory[0], en=memory[1], to="ours_in_memory")
    )
    found += [
        Entry(
            run=f"vtlengine_{engine}",
            data=FEWEST,
            zh=name,
            en=name,
            to="ours_in_memory",
            apart=True,
        )
        for engine, name in (("pandas", "vtlengine, pandas"), ("duckdb", "vtlengine, DuckDB"))
    ]
    hand = ("手写 Spark 表达式（遇空白会漏判）", "by hand in Spark (misses errors beside blanks)")
    found.append(Entry(run=of_spark, data=FEW, zh=hand[0], en=hand[1], to=of_spark))
    spark = "frames.check, Spark"
    found.append(
        Entry(run="ours_spark", data=FEW, zh="frames.check，Spark", en=spark, to=of_spark, most=1.5)
    )
    return tuple(found)


@attrs.frozen(kw_only=True)
class Measured:
    """The medians of an entry over its turns."""

    entry: Entry
    seconds: float
    processor: float
    peak: float
    found: int


def measured(data: dict[str, Path], turns: int, apart: str | None) -> list[Measured]:
    """Let everything run in turns, and return the medians.

    *apart* is the Python that has the libraries which do not go with ours.
    """
    runs: dict[Entry, list[dict[str, float]]] = {
        entry: [] for entry in entries() if apart or not entry.apart
    }
    for turn in range(turns):
        for entry, results in runs.items():
            python = apart if apart and entry.apart else sys.executable
            command = [python, str(HERE / entry.script), entry.run, str(data[entry.data])]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"{entry.run} failed: {done.stderr[-500:]}", file=sys.stderr)
                continue
            results.append(json.loads(done.stdout.splitlines()[-1]))
            print(turn + 1, entry.run, entry.data, results[-1], file=sys.stderr, flush=True)
    return [
        Measured(
            entry=entry,
            seconds=median(r["seconds"] for r in results),
            processor=median(r["processor"] for r in results),
            peak=max(r["peak"] for r in results),
            found=int(results[0]["found"]),
        )
        for entry, results in runs.items()
        if results
    ]


@attrs.frozen
class Ratio:
    """What an entry takes of the time of what it is compared with."""

    seconds: float
    processor: float | None
    """None where the work is done in another process."""

    @property
    def cost(self) -> float:
        """What is held against the greatest ratio that we allow ourselves."""
        return self.seconds if self.processor is None else self.processor

    @property
    def lead(self) -> float:
        """What is held against the least ratio that a peer is to have: both times count."""
        return min(self.seconds, self.cost)


def ratio(one: Measured, others: list[Measured]) -> Ratio:
    """Return the ratios to what the entry is compared with."""
    base = next(m for m in others if m.entry.run == one.entry.to and m.entry.data == one.entry.data)
    apart = "spark" in one.entry.run
    return Ratio(one.seconds / base.seconds, None if apart else one.processor / base.processor)


def is_kept(one: Measured, others: list[Measured]) -> bool:
    """Tell whether an entry keeps the bounds that it has.

    What we may cost is processor time, for the machine is shared; how much faster we are is both.
    """
    entry, found = one.entry, ratio(one, others)
    return (
        (entry.most is None or found.cost <= entry.most)
        and (entry.least is None or found.lead >= entry.least)
        and (entry.memory is None or one.peak <= entry.memory)
    )


def table(all_measured: list[Measured], data: dict[str, Data], *, zh: bool) -> Iterator[str]:
    """Yield the lines of the table."""
    if zh:
        yield "| 报告 | 空白 | 做什么 | 秒 | 比值 | 处理器秒 | 比值 | 要求 | 峰值 MB | 找到 |"
    else:
        heads = ("reports", "blank", "what", "s", "ratio", "processor s", "ratio", "bound")
        yield f"| {' | '.join((*heads, 'peak MB', 'found'))} |"
    yield "|---:|---:|---|---:|---:|---:|---:|---|---:|---:|"
    for one in all_measured:
        of, entry = data[one.entry.data], one.entry
        bounds = [
            *([] if entry.most is None else [f"≤ {entry.most:g}"]),
            *([] if entry.least is None else [f"≥ {entry.least:g}"]),
            *([] if entry.memory is None else [f"{entry.memory:g} MB"]),
        ]
        missed = "" if is_kept(one, all_measured) else (" **未达到**" if zh else " **missed**")
        peak = "" if "spark" in entry.run else f"{one.peak:,.0f}"
        to = ratio(one, all_measured)
        processor = (
            ("", "") if to.processor is None else (f"{one.processor:.2f}", f"{to.processor:.2f}")
        )
        yield (
            f"| {of.reports:,} | {of.blanks:.0%} | {entry.zh if zh else entry.en} "
            f"| {one.seconds:.2f} | {to.seconds:.2f} | {processor[0]} | {processor[1]} "
            f"| {', '.join(bounds)}{missed} | {peak} | {one.found:,} |"
        )


def machine() -> str:
    """Return the machine and the versions in a line."""
    import os

    names = []
    for name in LIBRARIES:
        try:
            names.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} CPU"
    return f"{system}; Python {platform.python_version()}; {', '.join(names)}"


def page(all_measured: list[Measured], data: dict[str, Data], command: str, *, zh: bool) -> str:
    """Return the page in one language."""
    day = datetime.now(tz=UTC).date().isoformat()
    said = (HERE / ("suite.zh-CN.md" if zh else "suite.md")).read_text(encoding="utf-8")
    rows = "\n".join(table(all_measured, data, zh=zh))
    return said.format(day=day, machine=machine(), command=command, table=rows)


@contextmanager
def folder(named: str | None) -> Iterator[Path]:
    """Give a folder for the data: the one named, or one that is removed."""
    if named is not None:
        Path(named).mkdir(parents=True, exist_ok=True)
        yield Path(named)
        return
    with TemporaryDirectory() as made:
        yield Path(made)


def main() -> int:
    """Generate, measure, and write the pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=5_000_000)
    parser.add_argument("--few", type=int, default=500_000)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--fewest", type=int, default=20_000)
    parser.add_argument("--folder")
    parser.add_argument("--apart", metavar="PYTHON", help="one with vtlengine, and this library")
    asked = parser.parse_args()
    data = {
        name: Data(name=name, reports=number, blanks=blanks)
        for name, number, blanks in (
            (MANY, asked.reports, 0.0),
            (MANY_BLANK, asked.reports, BLANKS),
            (FEW, asked.few, 0.0),
            (FEW_BLANK, asked.few, BLANKS),
            (FEWEST, asked.fewest, 0.0),
        )
    }
    with folder(asked.folder) as where:
        files = {}
        for name, of in data.items():
            files[name] = where / f"{of.reports}-{of.blanks:g}.parquet"
            if not files[name].exists():
                frames_data.write(files[name], of.reports, of.blanks)
        found = measured(files, asked.turns, asked.apart)
    command = (
        f"python benchmarks/suite.py --reports {asked.reports} --few {asked.few} "
        f"--fewest {asked.fewest} --turns {asked.turns}"
        + (" --apart PYTHON" if asked.apart else "")
    )
    for zh, name in ((False, "benchmarks.md"), (True, "benchmarks.zh-CN.md")):
        text = page(found, data, command, zh=zh)
        (PAGES / name).write_text(text, encoding="utf-8")
    return 0 if all(is_kept(one, found) for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
