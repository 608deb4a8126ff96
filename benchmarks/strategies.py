"""How fast reports are drawn: ``python benchmarks/strategies.py``.

Drawing a report is held against drawing as many plain integers as it has cells; a report that
breaks a rule against one that does not. The competitors take turns, and of each the median
processor time counts. Exits with 1 if a bound is missed.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import process_time
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies import (
    ALONE,
    histories,
    jurisdictions,
    reports,
    reports_breaking,
)

CELLS = len(gd.cells("2021"))
EXAMPLES, ROUNDS = 200, 3
MOST_OF_INTEGERS, MOST_OF_REPORTS = 3.0, 2.0
PLAIN = settings(max_examples=EXAMPLES, database=None, deadline=None, phases=[Phase.generate])


def drawing(strategy: st.SearchStrategy[Any]) -> Callable[[], None]:
    """Return what draws the examples of a strategy, and does nothing with them."""

    @PLAIN
    @given(strategy)
    def draw(_example: object) -> None:
        pass

    return draw


def medians(competitors: dict[str, Callable[[], None]]) -> dict[str, float]:
    """Return the median seconds of each, all of them taking turns; the first turn is for warmth."""
    taken: dict[str, list[float]] = {name: [] for name in competitors}
    for turn in range(ROUNDS + 1):
        for name, compete in competitors.items():
            start = process_time()
            compete()
            if turn:
                taken[name].append(process_time() - start)
    return {name: median(times) for name, times in taken.items()}


def healthy() -> bool:
    """Tell whether examples of everything pass all health checks at default settings."""

    @settings(max_examples=EXAMPLES, database=None, suppress_health_check=())
    @given(reports(blanks=True), histories(6), jurisdictions(21))
    def draw(_report: object, _history: object, _jurisdiction: object) -> None:
        pass

    draw()
    return True


def main() -> int:
    """Measure, print and judge."""
    print(f"health checks ({len(HealthCheck)}) at default settings: {healthy()}")
    integers = st.tuples(*[st.integers()] * CELLS)
    found = medians(
        {
            f"{CELLS} integers": drawing(integers),
            "reports()": drawing(reports()),
            "reports(blanks=True)": drawing(reports(blanks=True)),
            "histories(3)": drawing(histories(3)),
            "jurisdictions(21)": drawing(jurisdictions(21)),
            **{rule: drawing(reports_breaking(rule, only=True)) for rule in ALONE},
        }
    )
    plain, whole = found[f"{CELLS} integers"], found["reports()"]
    missed = whole / plain > MOST_OF_INTEGERS
    print(f"reports() / {CELLS} integers: {whole / plain:.2f} (at most {MOST_OF_INTEGERS})")
    for name, seconds in found.items():
        ratio = seconds / whole
        bound = f" (at most {MOST_OF_REPORTS})" if name in ALONE else ""
        missed = missed or (name in ALONE and ratio > MOST_OF_REPORTS)
        print(f"{name} / reports(): {ratio:.2f}{bound}; {seconds / EXAMPLES * 1000:.2f} ms each")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
