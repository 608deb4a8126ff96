"""How fast the wrong cell is found: ``python benchmarks/suggest.py``.

Reports with one, two and more wrong cells of table 三. The targets are times on a quiet machine
(1 ms for one or two wrong cells, 50 ms for more), so each is also given as a ratio to a check of
the same report, which is taken in turns with it: that is what is judged. Exits with 1 if a bound
is missed.
"""

import random
import sys
from statistics import median
from time import perf_counter

import govdisclosure as gd
from check import valid_report

REPORTS, TURNS = 20, 5
AT_MOST = {1: 5, 2: 8, 3: 1500, 5: 2000}
"""By the number of wrong cells: how many times as long as a check it may take."""


def wrong_reports(number: int) -> list[gd.AnnualReport]:
    """Return reports with so many wrong cells of table 三, drawn with a seed."""
    chance = random.Random(number)  # noqa: S311  # guards no secret
    right = valid_report()
    cells = [address for address, _ in right.cells() if address.startswith("requests.")]
    return [
        right.replace({cell: chance.randint(0, 999) for cell in chance.sample(cells, number)})
        for _ in range(REPORTS)
    ]


def medians(reports: list[gd.AnnualReport]) -> tuple[float, float]:
    """Return the median seconds of a suggestion and of a check, in turns."""
    suggested, checked = [], []
    for _ in range(TURNS):
        for report in reports:
            start = perf_counter()
            gd.suggest(report)
            between = perf_counter()
            gd.check(report)
            suggested.append(between - start)
            checked.append(perf_counter() - between)
    return median(suggested), median(checked)


def main() -> int:
    """Measure, print, and judge."""
    print("| wrong cells | suggest | check | ratio | bound | |\n|---|---:|---:|---:|---|---|")
    missed = False
    for number, bound in AT_MOST.items():
        suggest, check = medians(wrong_reports(number))
        kept = suggest / check <= bound
        missed = missed or not kept
        print(
            f"| {number} | {suggest * 1e3:.2f} ms | {check * 1e3:.3f} ms | {suggest / check:.1f} "
            f"| at most {bound} | {'' if kept else 'MISSED'} |"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
