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
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

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
SLOWEST, FASTEST, LARGEST = 1.9, 1.7, 100
"""The bounds: of the ratio to decoding alone, of two processes to one, and of MB."""


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


def in_turns(
    competitors: dict[str, Callable[[], object]], turns: int, clock: Callable[[], float]
) -> dict[str, float]:
    """Return the median seconds of each over so many turns, by that clock."""
    seconds: dict[str, list[float]] = {name: [] for name in competitors}
    for _ in range(turns):
        for name, run in competitors.items():
            start = clock()
            run()
            seconds[name].append(clock() - start)
    return {name: median(found) for name, found in seconds.items()}


def of_children() -> float:
    """Return the processor time of the processes that this one has started."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


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
    found = {name: s / len(lines) for name, s in in_turns(fast, 15, process_time).items()}
    slow = in_turns({STRICT: lambda: strictly(few)}, 3, process_time)
    return found | {name: s / len(few) for name, s in slow.items()}


SCRIPT = """
import re, sys
from pathlib import Path
import govdisclosure as gd
with open(sys.argv[1], "rb") as file:
    found = sum(len(entry.findings) for entry in gd.check_lines(file))
print(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def peak(path: Path) -> float:
    """Return the most memory, in MB, that a process takes which checks the file, on Linux."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], check=True, capture_output=True
    )
    return int(done.stdout) / 1024


def run_of(path: Path, processes: int) -> Callable[[], object]:
    """Return a run of the command over a file, findings into a file."""
    out = path.with_name(f"findings-{processes}.ndjson")
    command = [sys.executable, "-m", "govdisclosure", "check", str(path), "-o", str(out)]

    def run() -> None:
        done = subprocess.run(
            [*command, "--force", "--processes", str(processes)], check=False, capture_output=True
        )
        if done.returncode > 1:
            raise RuntimeError(done.stderr.decode())

    return run


def throughputs(folder: Path, number: int, clock: Callable[[], float]) -> dict[str, float]:
    """Return the reports a second, by that clock, in one process and in two, once they run.

    Of two files, one with a fifth of the reports of the other, the difference is what counts.
    """
    runs: dict[str, Callable[[], object]] = {}
    for share in (1, 5):
        path = folder / f"{share}.ndjson"
        if not path.exists():
            with path.open("wb") as file:
                file.writelines(documents(number * share // 5))
        runs |= {f"{name} {share}": run_of(path, n) for n, name in ((1, ONE), (2, TWO))}
    found = in_turns(runs, 5, clock)
    return {
        name: (number - number // 5) / (found[f"{name} 5"] - found[f"{name} 1"])
        for name in (ONE, TWO)
    }


def main() -> int:
    """Measure, print, and judge."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder:
        path = Path(folder) / "reports.ndjson"
        few = documents(4_000)
        path.write_bytes(b"".join(few))
        seconds = per_report(few, path)
        rates = throughputs(Path(folder), number, perf_counter)
        work = throughputs(Path(folder), number, of_children)
        memory = peak(Path(folder) / "5.ndjson")
    floor = seconds[DECODED]
    print("| | µs a report | ratio |\n|---|---:|---:|")
    for name, found in seconds.items():
        print(f"| {name} | {found * 1e6:.1f} | {found / floor:.2f} |")
    print("\n| check FILE -o FINDINGS | reports a second | ratio | a second of processor time |")
    print("|---|---:|---:|---:|")
    for name, rate in rates.items():
        print(f"| {name} | {rate:,.0f} | {rate / rates[ONE]:.2f} | {work[name]:,.0f} |")
    print(f"\n{number:,} reports in one process: {memory:.0f} MB at most")
    bounds = (
        ("decode, refuse, check", seconds[CHECKED] / floor, "at most", SLOWEST),
        ("two processes", rates[TWO] / rates[ONE], "at least", FASTEST),
        ("memory, MB", memory, "at most", LARGEST),
    )
    print("\n| | | bound | |\n|---|---:|---|---|")
    missed = False
    for name, found, word, bound in bounds:
        kept = found <= bound if word == "at most" else found >= bound
        missed = missed or not kept
        print(f"| {name} | {found:.2f} | {word} {bound} | {'' if kept else 'MISSED'} |")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
