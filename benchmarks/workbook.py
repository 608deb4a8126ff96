"""How fast a workbook is written: ``python benchmarks/workbook.py``.

What the writer does beyond its library is laying out, labelling and compiling formulas. So the
library alone is given the same work, already worked out: every call that the writer made to it,
with the same cells, merges, formats, validations and formulas. The two take turns, and the ratio
of their medians is judged. Exits with 1 if the bound is missed.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import Any
from unittest.mock import patch

import attrs
from xlsxwriter import Workbook
from xlsxwriter.format import Format

import govdisclosure as gd
from check import valid_report

TURNS = 21
AT_MOST = 1.5
Write = Callable[[], object]


@attrs.define
class Recorder:
    """Stands for a workbook or one of its sheets: passes every call on, and remembers it."""

    target: Any
    calls: list[tuple[str, str, tuple[Any, ...], dict[str, Any]]]
    sheet: str = ""

    def __getattr__(self, method: str) -> Callable[..., Any]:
        """Return a method of the target that is recorded when it is called."""

        def call(*args: Any, **named: Any) -> Any:
            result = getattr(self.target, method)(*args, **named)
            self.calls.append((self.sheet, method, args, named))
            if method == "add_worksheet":
                return Recorder(result, self.calls, args[0])
            if method == "add_format":
                self.calls[-1] = (self.sheet, method, (result, *args), named)
            return result

        return call


def recorded(report: gd.AnnualReport) -> list[tuple[str, str, tuple[Any, ...], dict[str, Any]]]:
    """Return every call that our writer makes to XlsxWriter for a report."""
    calls: list[tuple[str, str, tuple[Any, ...], dict[str, Any]]] = []
    writer = import_module("govdisclosure.writers.xlsx")

    def workbook(*args: Any) -> Recorder:
        return Recorder(Workbook(*args), calls)

    with patch.object(writer, "Workbook", workbook):
        writer.write(report)
    return calls


def replayed(calls: list[tuple[str, str, tuple[Any, ...], dict[str, Any]]]) -> bytes:
    """Make the calls to XlsxWriter, and nothing else."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    sheets: dict[str, Any] = {"": book}
    formats: dict[int, Format] = {}

    def own(value: Any) -> Any:
        if isinstance(value, Format):
            return formats[id(value)]
        if isinstance(value, dict):
            return {name: own(inner) for name, inner in value.items()}
        return value

    for sheet, method, args, named in calls:
        if method == "add_format":
            formats[id(args[0])] = book.add_format(args[1])
            continue
        result = getattr(sheets[sheet], method)(*map(own, args), **named)
        if method == "add_worksheet":
            sheets[args[0]] = result
    return buffer.getvalue()


def medians(ours: Write, library: Write) -> tuple[float, float]:
    """Return the median seconds of our writer and of the library alone, in turns."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for run, times in zip((ours, library), found, strict=True):
            start = perf_counter()
            run()
            times.append(perf_counter() - start)
    return median(found[0]), median(found[1])


def main() -> int:
    """Measure, print, and judge."""
    report = valid_report()
    calls = recorded(report)
    if replayed(calls) != gd.write(report, "xlsx"):
        raise RuntimeError("the two workbooks differ: nothing can be compared")
    ours, library = medians(lambda: gd.write(report, "xlsx"), lambda: replayed(calls))
    ratio = ours / library
    kept = ratio <= AT_MOST
    print("| | ours | XlsxWriter alone | ratio | bound | |\n|---|---:|---:|---|---|---|")
    print(
        f"| XLSX | {ours * 1e3:.1f} ms | {library * 1e3:.1f} ms | {ratio:.2f} "
        f"| at most {AT_MOST} | {'' if kept else 'MISSED'} |"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
