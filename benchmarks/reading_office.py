"""How fast a Word document or a workbook is read: ``python benchmarks/reading_office.py``.

Held against the library that opens it, python-docx or openpyxl, loading the same file. They take
turns, and medians are compared. Exits with 1 if more than 1.5 times as long and 10 ms are needed.
"""

import sys
from collections.abc import Callable
from io import BytesIO
from statistics import median
from time import process_time

from docx import Document
from openpyxl import load_workbook

import govdisclosure as gd
from check import valid_report

TURNS = 21
MOST_RATIO, MORE_SECONDS = 1.5, 0.010


def seconds(runs: list[Callable[[], object]]) -> list[float]:
    """Return the median seconds of each, in turns."""
    found: list[list[float]] = [[] for _ in runs]
    for _ in range(TURNS):
        for run, times in zip(runs, found, strict=True):
            start = process_time()
            run()
            times.append(process_time() - start)
    return [median(times) for times in found]


def main() -> int:
    """Measure, print, and judge."""
    report = valid_report()
    word, book = gd.write(report, "docx"), gd.write(report, "xlsx")
    print("| | ours | load | ratio | |\n|---|---:|---:|---:|---|")
    kept = []
    for name, data, load in (
        ("DOCX", word, lambda: Document(BytesIO(word))),
        ("XLSX", book, lambda: load_workbook(BytesIO(book), data_only=True)),
    ):
        gd.read(data)
        ours, other = seconds([lambda data=data: gd.read(data), load])  # type: ignore[misc]
        kept.append(ours <= other * MOST_RATIO + MORE_SECONDS)
        print(
            f"| {name} | {ours * 1e3:.1f} ms | {other * 1e3:.1f} ms | {ours / other:.2f} "
            f"| {'' if kept[-1] else 'MISSED'} |"
        )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
