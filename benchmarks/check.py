"""How fast a check is: ``python benchmarks/check.py``.

The competitors take turns, so that whatever else the machine does falls on all of them; of each
the median counts, and only ratios are judged. Exits with 1 if a bound is missed.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import attrs
from jsonschema import Draft202012Validator

import govdisclosure as gd

CHECK, LOOPS = "`gd.check(report)`", "additions by hand, in loops"
WRITTEN_OUT = "additions by hand, written out"
SCHEMA = "`jsonschema`, the same document"
IMPORT, IMPORT_BOTH = "`import govdisclosure`", "`import attrs, cattrs`"

APPLICANTS = [name for name in attrs.fields_dict(gd.ByApplicant) if name != "total"]
LEAVES = [
    *("granted", "partially_granted"),
    *(f"denied.{field.name}" for field in attrs.fields(gd.Denied)),
    *(f"unavailable.{field.name}" for field in attrs.fields(gd.Unavailable)),
    *(f"not_processed.{field.name}" for field in attrs.fields(gd.NotProcessed)),
    *(f"closed_otherwise.{field.name}" for field in attrs.fields(gd.ClosedOtherwise)),
]
BLOCKS = ["reconsideration", "litigation.direct", "litigation.after_reconsideration"]


def valid_report() -> gd.AnnualReport:
    """Return a report of 2021 with a number in every cell, in which everything adds up."""
    cells: dict[str, int] = {}
    for i, column in enumerate(APPLICANTS):
        outcomes = {leaf: 3 * i + j for j, leaf in enumerate(LEAVES)}
        total = sum(outcomes.values())
        cells |= {f"outcomes.{leaf}.{column}": number for leaf, number in outcomes.items()}
        cells |= {f"outcomes.total.{column}": total, f"carried_out.{column}": i + 5}
        cells |= {f"carried_in.{column}": 4, f"received.{column}": total + i + 1}
    for row in {address.rpartition(".")[0] for address in cells}:
        cells[f"{row}.total"] = sum(cells[f"{row}.{column}"] for column in APPLICANTS)
    cells = {f"requests.{address}": number for address, number in cells.items()}
    for block in BLOCKS:
        parts = {"upheld": 40, "corrected": 3, "other": 2, "pending": 10}
        cells |= {f"remedies.{block}.{name}": number for name, number in parts.items()}
        cells[f"remedies.{block}.total"] = sum(parts.values())
    return gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023, **cells})


def outcome_rows(outcomes: gd.Outcomes) -> list[gd.ByApplicant]:
    """Return the rows of the outcomes, without their total."""
    denied, unavailable = outcomes.denied, outcomes.unavailable
    not_processed, otherwise = outcomes.not_processed, outcomes.closed_otherwise
    return [
        outcomes.granted,
        outcomes.partially_granted,
        denied.state_secret,
        denied.prohibited_by_law,
        denied.security_and_stability,
        denied.third_party_rights,
        denied.internal_affairs,
        denied.deliberative_process,
        denied.enforcement_file,
        denied.registry_query,
        unavailable.not_held,
        unavailable.must_be_created,
        unavailable.still_unclear,
        not_processed.petition,
        not_processed.repeated,
        not_processed.publication,
        not_processed.excessive,
        not_processed.certification,
        otherwise.not_corrected,
        otherwise.fee_unpaid,
        otherwise.other,
    ]


def row_is_right(row: gd.ByApplicant) -> bool:
    """Whether a row of table 三 adds up."""
    return (
        row.natural_person
        + row.enterprise
        + row.research_institution
        + row.public_welfare_organization
        + row.legal_service_institution
        + row.other_organization
        == row.total
    )


def block_is_right(block: gd.ByResult) -> bool:
    """Whether a block of table 四 adds up."""
    return block.upheld + block.corrected + block.other + block.pending == block.total


def column_is_right(requests: gd.Requests, rows: list[gd.ByApplicant], column: str) -> bool:
    """Whether a column of table 三 adds up and balances."""
    total = getattr(requests.outcomes.total, column)
    before = getattr(requests.received, column) + getattr(requests.carried_in, column)
    return sum([getattr(row, column) for row in rows]) == total and before == total + getattr(
        requests.carried_out, column
    )


def in_loops(report: gd.AnnualReport) -> bool:
    """Whether all is right in tables 三 and 四, as one would write it for one's own script."""
    requests, remedies = report.requests, report.remedies
    rows = outcome_rows(requests.outcomes)
    others = (requests.received, requests.carried_in, requests.outcomes.total, requests.carried_out)
    blocks = (
        remedies.reconsideration,
        remedies.litigation.direct,
        remedies.litigation.after_reconsideration,
    )
    return (
        all(row_is_right(row) for row in (*rows, *others))
        and all(column_is_right(requests, rows, name) for name in (*APPLICANTS, "total"))
        and all(block_is_right(block) for block in blocks)
    )


def written_out() -> Callable[[gd.AnnualReport], bool]:
    """Return the same with every addition written out, each row looked up once: no loop at all."""
    outcomes = {f"o{i}": f"outcomes.{leaf}" for i, leaf in enumerate(LEAVES)}
    rows = outcomes | {
        "received": "received",
        "carried_in": "carried_in",
        "total": "outcomes.total",
        "carried_out": "carried_out",
    }
    sums = [
        *(" + ".join(f"{row}.{name}" for name in APPLICANTS) + f" == {row}.total" for row in rows),
        *(
            " + ".join(f"{row}.{name}" for row in outcomes) + f" == total.{name}"
            for name in (*APPLICANTS, "total")
        ),
        *(
            f"received.{name} + carried_in.{name} == total.{name} + carried_out.{name}"
            for name in (*APPLICANTS, "total")
        ),
        *(
            f"b{i}.upheld + b{i}.corrected + b{i}.other + b{i}.pending == b{i}.total"
            for i in (0, 1, 2)
        ),
    ]
    lines = [
        "def additions(report):",
        "    requests, remedies = report.requests, report.remedies",
        *(f"    {name} = requests.{path}" for name, path in rows.items()),
        *(f"    b{i} = remedies.{path}" for i, path in enumerate(BLOCKS)),
        f"    return {' and '.join(sums)}",
    ]
    scope: dict[str, Callable[[gd.AnnualReport], bool]] = {}
    exec("\n".join(lines), scope)  # noqa: S102  # the source is made above
    return scope["additions"]


def in_turns(
    competitors: dict[str, Callable[[], object]], turns: int, times: int
) -> dict[str, float]:
    """Return the median seconds of each, over *turns* of *times* calls."""
    seconds: dict[str, list[float]] = {name: [] for name in competitors}
    for _ in range(turns):
        for name, run in competitors.items():
            start = perf_counter()
            for _ in range(times):
                run()
            seconds[name].append((perf_counter() - start) / times)
    return {name: median(found) for name, found in seconds.items()}


def in_a_process(statement: str, compiled: str) -> Callable[[], object]:
    """Return a run of a statement in a Python of its own, which finds every module compiled."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run() -> None:
        subprocess.run([sys.executable, "-c", statement], check=True, env=environment)

    run()
    return run


def measured() -> dict[str, float]:
    """Return the median seconds of everything."""
    report, by_hand = valid_report(), written_out()
    document = gd.unstructure(report)
    validator = Draft202012Validator(gd.json_schema())
    if gd.check(report).findings or not (in_loops(report) and by_hand(report)):
        raise RuntimeError("the report is not valid: nothing can be compared")
    if not validator.is_valid(document):
        raise RuntimeError("the document is not valid: nothing can be compared")
    fast = {
        CHECK: lambda: gd.check(report),
        LOOPS: lambda: in_loops(report),
        WRITTEN_OUT: lambda: by_hand(report),
    }
    slow = {SCHEMA: lambda: validator.is_valid(document)}
    found = in_turns(fast, turns=101, times=100) | in_turns(slow, turns=15, times=5)
    with TemporaryDirectory() as compiled:
        imports = {
            IMPORT: in_a_process("import govdisclosure", compiled),
            IMPORT_BOTH: in_a_process("import attrs, cattrs", compiled),
        }
        return found | in_turns(imports, turns=31, times=1)


AT_MOST = ((CHECK, LOOPS, 2), (IMPORT, IMPORT_BOTH, 2))
AT_LEAST = ((SCHEMA, CHECK, 50),)
"""What is compared with what, and the bound of the ratio."""


def compared(seconds: dict[str, float]) -> Iterator[tuple[str, str, float, str, bool]]:
    """Yield (what, against what, the ratio, its bound, whether it is kept)."""
    for one, other, bound in AT_MOST:
        ratio = seconds[one] / seconds[other]
        yield one, other, ratio, f"at most {bound}", ratio <= bound
    for one, other, bound in AT_LEAST:
        ratio = seconds[one] / seconds[other]
        yield one, other, ratio, f"at least {bound}", ratio >= bound
    yield CHECK, WRITTEN_OUT, seconds[CHECK] / seconds[WRITTEN_OUT], "none", True


def main() -> int:
    """Measure, print, and judge."""
    seconds = measured()
    print("| | median |\n|---|---:|")
    for name, found in seconds.items():
        print(f"| {name} | {found * 1e6:,.1f} µs |")
    print("\n| | against | ratio | bound | |\n|---|---|---:|---|---|")
    comparisons = list(compared(seconds))
    for one, other, ratio, bound, kept in comparisons:
        print(f"| {one} | {other} | {ratio:.2f} | {bound} | {'' if kept else 'MISSED'} |")
    return 0 if all(kept for *_, kept in comparisons) else 1


if __name__ == "__main__":
    sys.exit(main())
