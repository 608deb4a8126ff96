"""A report as plain text: tables in columns of spaces, Chinese characters two columns wide."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from ..records import AnnualReport, Prose
from ..wording import Wording
from .characters import writable
from .official import SECTIONS, Box, Role, Table, heading_of, tables
from .words import number, title_of

_GAP = "  "
_BLANK = "-"


def write(
    report: AnnualReport,
    *,
    english: bool = False,
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as plain text (UTF-8), with *english* labels behind the official ones.

    Columns are aligned for a font in which a Chinese character is as wide as two Latin ones. A
    blank cell is printed as ``-``, so that columns stay columns.
    """
    blocks = [_line(title_of(report).zh)]
    drawn = {table.name: table for table in tables(report)}
    for name in SECTIONS:
        found = getattr(report, name)
        official = heading_of(report, name)
        if isinstance(found, Prose):
            heading = Wording(found.heading or official.zh, official.en)
            blocks.append(_label(heading, english=english))
            blocks += [_line(paragraph) for paragraph in found.paragraphs]
        elif name in drawn:
            blocks.append(_label(official, english=english))
            blocks.append("\n".join(_lines(drawn[name], english=english)))
    return ("\n\n".join(blocks) + "\n").encode()


def _line(text: str) -> str:
    return " ".join(writable(text).replace("\t", " ").split("\n"))


def _label(label: Wording, *, english: bool) -> str:
    return _line(f"{label.zh} {label.en}" if english and label.en else label.zh)


def _lines(table: Table, *, english: bool) -> Iterator[str]:
    grid: list[list[str]] = [[""] * table.width for _ in table.rows]
    wide: dict[tuple[int, int], int] = {}
    for row, column, box in table.placed():
        grid[row][column] = _content(box, english=english)
        wide[row, column] = box.columns
    widths = _widths(grid, wide)
    for row, cells in enumerate(grid):
        line = "".join(_padded(cells, widths, row, wide))
        if line.strip():
            yield line.rstrip()


def _content(box: Box, *, english: bool) -> str:
    if box.role is Role.VALUE:
        return number(box.value) or _BLANK
    return _label(box.label, english=english)


def _widths(grid: Sequence[Sequence[str]], wide: dict[tuple[int, int], int]) -> list[int]:
    """Return the width of each column: that of the longest text that stands in it alone."""
    widths = [0] * len(grid[0]) if grid else []
    for row, cells in enumerate(grid):
        for column, text in enumerate(cells):
            if wide.get((row, column)) == 1:
                widths[column] = max(widths[column], cell_len(text))
    for (row, column), span in wide.items():
        short = cell_len(grid[row][column]) - _across(widths, column, span)
        if short > 0:
            widths[column + span - 1] += short
    return widths


def _across(widths: Sequence[int], column: int, span: int) -> int:
    return sum(widths[column : column + span]) + len(_GAP) * (span - 1)


def _padded(
    cells: Sequence[str], widths: Sequence[int], row: int, wide: dict[tuple[int, int], int]
) -> Iterator[str]:
    column = 0
    while column < len(cells):
        span = wide.get((row, column), 1)
        text = cells[column]
        yield text + " " * (_across(widths, column, span) - cell_len(text)) + _GAP
        column += span
