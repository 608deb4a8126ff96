"""How fast a report becomes a web page or a Word document: ``python benchmarks/documents.py``.

The page is held against the standard library's ElementTree making the same elements, the Word
document against python-docx making the same words, cells and merges in the ways that it documents.
They take turns, and medians are compared. Exits with 1 if a bound is missed.
"""

import sys
from collections.abc import Callable
from html.parser import HTMLParser
from io import BytesIO
from statistics import median
from time import perf_counter
from xml.etree.ElementTree import TreeBuilder, tostring

import attrs
from docx import Document
from docx.document import Document as DocumentObject

import govdisclosure as gd
from check import valid_report
from govdisclosure.writers.official import Role, Table, heading_of, sections
from govdisclosure.writers.words import number, title_of

TURNS = 41
Write = Callable[[], object]


@attrs.frozen
class Comparison:
    """A writer, another way to the same document, and what is asked of the writer."""

    name: str
    ours: Write
    other: Write
    most_ratio: float | None = None
    most_ms: float | None = None


# ------------------------------------------------------------------ HTML


class Recorder(HTMLParser):
    """Takes a page apart into the calls that make it with ElementTree."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, tuple[object, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record that an element begins; one that has no end tag ends at once."""
        self.calls.append(("start", (tag, {name: value or "" for name, value in attrs})))
        if tag == "meta":
            self.calls.append(("end", (tag,)))

    def handle_endtag(self, tag: str) -> None:
        """Record that an element ends."""
        self.calls.append(("end", (tag,)))

    def handle_data(self, data: str) -> None:
        """Record text."""
        self.calls.append(("data", (data,)))


def calls_for(page: str) -> list[tuple[str, tuple[object, ...]]]:
    """Return the calls that make a page."""
    recorder = Recorder()
    recorder.feed(page)
    recorder.close()
    return recorder.calls


def html(report: gd.AnnualReport) -> Comparison:
    """Compare our page with ElementTree making it, all its elements and texts given."""
    page = gd.write(report, "html").decode().removeprefix("<!DOCTYPE html>\n").rstrip("\n")
    calls = calls_for(page)

    def other() -> bytes:
        builder = TreeBuilder()
        for method, arguments in calls:
            getattr(builder, method)(*arguments)
        text: str = tostring(builder.close(), encoding="unicode", method="html")
        return text.encode()

    if calls_for(other().decode()) != calls:
        raise RuntimeError("the two pages differ: nothing can be compared")
    return Comparison("HTML", lambda: gd.write(report, "html"), other, most_ms=5.0)


# ------------------------------------------------------------------ DOCX


def docx(report: gd.AnnualReport) -> Comparison:
    """Compare our Word document with python-docx making the same words, cells and merges."""
    parts = list(sections(report))

    def other() -> bytes:
        document = Document()
        document.add_heading(title_of(report).zh, 0)
        for section in parts:
            document.add_heading(heading_of(report, section.name).zh, 1)
            for paragraph in section.paragraphs:
                document.add_paragraph(paragraph)
            if section.table is not None:
                _add_table(document, section.table)
        out = BytesIO()
        document.save(out)
        return out.getvalue()

    def texts(data: bytes) -> list[list[list[str]]]:
        tables = Document(BytesIO(data)).tables
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]

    if texts(other()) != texts(gd.write(report, "docx")):
        raise RuntimeError("the two documents differ: nothing can be compared")
    return Comparison("DOCX", lambda: gd.write(report, "docx"), other, most_ratio=1.5)


def _add_table(document: DocumentObject, table: Table) -> None:
    made = document.add_table(len(table.rows), table.width, style="Table Grid")
    rows = [row.cells for row in made.rows]  # asked for once: it is the fastest documented way
    for row, column, box in table.placed():
        cell = rows[row][column]
        cell.text = number(box.value) if box.role is Role.VALUE else box.label.zh
        if box.rows > 1 or box.columns > 1:
            cell.merge(rows[row + box.rows - 1][column + box.columns - 1])


# ------------------------------------------------------------------ all of them


def seconds(comparison: Comparison) -> tuple[float, float]:
    """Return the median seconds of our writer and of the other way, in turns."""
    found: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for run, times in zip((comparison.ours, comparison.other), found, strict=True):
            start = perf_counter()
            run()
            times.append(perf_counter() - start)
    return median(found[0]), median(found[1])


def main() -> int:
    """Measure, print, and judge."""
    report = valid_report()
    print("| | ours | the other way | ratio | asked | |\n|---|---:|---:|---:|---|---|")
    kept = []
    for compare in (html, docx):
        comparison = compare(report)
        ours, other = seconds(comparison)
        ratio = ours / other
        asked = (
            f"at most {comparison.most_ratio} times"
            if comparison.most_ratio is not None
            else f"at most {comparison.most_ms:g} ms"
        )
        kept.append(
            (comparison.most_ratio is None or ratio <= comparison.most_ratio)
            and (comparison.most_ms is None or ours * 1e3 <= comparison.most_ms)
        )
        print(
            f"| {comparison.name} | {ours * 1e3:.1f} ms | {other * 1e3:.1f} ms | {ratio:.2f} "
            f"| {asked} | {'' if kept[-1] else 'MISSED'} |"
        )
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
