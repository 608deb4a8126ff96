"""How fast reports are checked that stand one a line: ``python benchmarks/stream.py``.

The documents are made by us with a fixed seed: both editions and mixed layouts, five of a hundred
cells blank in every fifth report, one of a hundred reports broken. The competitors take turns over
the same documents; of each the median counts, and only ratios are judged. Exits with 1 if a bound
is missed.
"""

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import attrs
import orjson

import govdisclosure as gd
from check import valid_report

SEED, KINDS = 20240131, 400
BLANK_REPORTS, BLANK_CELLS, BROKEN, EARLIER, ONE_ROW = 0.2, 0.05, 0.01, 0.2, 0.05
CLOSED = "requests.outcomes.closed_otherwise"
CLOSED_ROWS = [field.name for field in attrs.fields(gd.ClosedOtherwise)]
ONE_LINE, DECODED, CHECKED = "reading lines", "`orjson.loads` alone", "decode, refuse, check"
STRICT = "`gd.loads`, `gd.check`"
ONE, TWO = "one process", "two processes"


def documents(number: int) -> list[bytes]:
    """Return so many lines: some hundred different reports, over and over."""
    chance = random.Random(SEED)  # noqa: S311  # guards no secret
    kinds = [gd.dumps(_drawn(chance)).encode() + b"\n" for _ in range(KINDS)]
    return [chance.choice(kinds) for _ in range(number)]


def _drawn(chance: random.Random) -> gd.AnnualReport:
    report = valid_report().replace(
        {"agency.name": f"示例机关{chance.randrange(10**6)}", "year": chance.randint(2021, 2025)}
    )
    if chance.random() < EARLIER:
        table = gd.AnnualReport.blank_form("2019", fill=0).proactive_disclosure
        report = report.replace({"proactive_disclosure": table, "year": 2020})
    if chance.random() < ONE_ROW:
        report = report.replace({CLOSED: _as_one_row(report)})
    changes: dict[str, object] = {}
    if chance.random() < BLANK_REPORTS:
        addresses = [address for address, _ in report.cells()]
        changes = {address: None for address in addresses if chance.random() < BLANK_CELLS}
    if chance.random() < BROKEN:
        changes |= {"requests.received.total": 7}
    return report.replace(changes)


def _as_one_row(report: gd.AnnualReport) -> gd.ByApplicant:
    sums = {
        field.name: sum(report.get(f"{CLOSED}.{row}.{field.name}") for row in CLOSED_ROWS)
        for field in attrs.fields(gd.ByApplicant)
    }
    return gd.ByApplicant(**sums)


def in_turns(competitors: dict[str, Callable[[], object]], turns: int) -> dict[str, float]:
    """Return the median seconds of each over so many turns."""
    seconds: dict[str, list[float]] = {name: [] for name in competitors}
    for _ in range(turns):
        for name, run in competitors.items():
            start = perf_counter()
            run()
            seconds[name].append(perf_counter() - start)
    return {name: median(found) for name, found in seconds.items()}


def decoded(lines: Sequence[bytes]) -> None:
    """Decode every document, and keep none."""
    loads = orjson.loads
    for line in lines:
        loads(line)


def checked(lines: Sequence[bytes]) -> int:
    """Check every document; return how many findings there are."""
    return sum(len(entry.findings) for entry in gd.check_lines(lines))


def strictly(lines: Sequence[bytes]) -> int:
    """Check every document as one would a single one."""
    return sum(len(gd.check(gd.loads(line)).findings) for line in lines)


def per_report(lines: Sequence[bytes], path: Path) -> dict[str, float]:
    """Return the median seconds that each competitor takes for a report."""
    few = lines[:1000]

    def read() -> None:
        with path.open("rb") as file:
            for _ in file:
                pass

    fast = {
        ONE_LINE: read,
        DECODED: lambda: decoded(lines),
        CHECKED: lambda: checked(lines),
    }
    found = {name: s / len(lines) for name, s in in_turns(fast, 15).items()}
    slow = in_turns({STRICT: lambda: strictly(few)}, 3)
    return found | {name: s / len(few) for name, s in slow.items()}


SCRIPT = """
import resource, sys
from itertools import chain
import govdisclosure as gd
with open(sys.argv[1], "rb") as file:
    found = sum(len(entry.findings) for entry in gd.check_lines(file))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak(path: Path) -> float:
    """Return the most memory, in MB, that a process takes which checks the file."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], check=True, capture_output=True
    )
    return int(done.stdout) / 1024


def run_of(path: Path, processes: int) -> Callable[[], object]:
    """Return a run of the command over a file, findings into a file."""
    out = path.with_name(f"{processes}.ndjson")
    command = [sys.executable, "-m", "govdisclosure", "check", str(path), "-o", str(out)]

    def run() -> None:
        done = subprocess.run(
            [*command, "--force", "--processes", str(processes)], check=False, capture_output=True
        )
        if done.returncode > 1:
            raise RuntimeError(done.stderr.decode())

    return run
