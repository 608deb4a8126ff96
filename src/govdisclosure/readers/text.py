"""Plain text to blocks: paragraphs, and grids of columns set by tabs or by spaces."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from statistics import stdev

import attrs

from ..errors import UnreadableDocument
from ..reading import Place
from ..wording import Wording
from .blocks import Block, Grid, GridCell, GridRow, Paragraph
from .limits import Limits
from .values import is_number

_GAP = re.compile(r"[ \u3000]{2,}|(?<=\d)[ \u3000]+(?=\d+(?:[ \u3000]|\Z))")
_LONGEST_LABEL = 45
_LINES_BETWEEN = 6
_COLUMNS = 3


@attrs.frozen
class _Line:
    number: int
    text: str

    @property
    def place(self) -> Place:
        return Place(text=self.text.strip(), line=self.number)


def text_blocks(text: str, limits: Limits) -> list[Block]:
    """Return the paragraphs and grids of a text.

    Lines with tabs are rows of an exact grid. Lines whose tokens stand apart by two or more
    spaces are rows of a measured grid, with the lines between them.

    Raises:
        UnreadableDocument: the text goes beyond *limits*.
    """
    lines = [_Line(i, line) for i, line in enumerate(text.splitlines(), start=1)]
    _check(lines, limits)
    blocks: list[Block] = []
    gap = False
    start = 0
    while start < len(lines):
        line = lines[start]
        end = _tabbed_until(lines, start) or _spaced_until(lines, start)
        if end:
            run = [row for row in lines[start:end] if row.text.strip()]
            blocks.append(_tabbed_grid(run) if "\t" in line.text else _spaced_grid(run))
            start, gap = end, True
        else:
            if line.text.strip():
                blocks.append(Paragraph(line.text.strip(), line.place, gap or _indented(line)))
            gap = not line.text.strip()
            start += 1
    return blocks


def _check(lines: list[_Line], limits: Limits) -> None:
    if len(lines) > limits.lines:
        raise UnreadableDocument(
            Wording(
                f"文字超过 {limits.lines} 行，不像一份年度报告",
                f"the text has more than {limits.lines} lines; that is no annual report",
            )
        )
    for line in lines:
        if len(line.text) > limits.line_length:
            raise UnreadableDocument(
                Wording(
                    f"第 {line.number} 行超过 {limits.line_length} 个字符",
                    f"line {line.number} has more than {limits.line_length} characters",
                )
            )


def _indented(line: _Line) -> bool:
    return line.text.startswith(("  ", "\u3000"))


def _tabbed_until(lines: list[_Line], start: int) -> int | None:
    """Return where the run of tabbed lines that begins at *start* ends, None if there is none."""
    end = None
    for position in range(start, len(lines)):
        text = lines[position].text
        if "\t" in text:
            end = position + 1
        elif text.strip():
            break
    return end if end and "\t" in lines[start].text else None


def _spaced_until(lines: list[_Line], start: int) -> int | None:
    """Return where the run of lines in columns of spaces ends, None if there is none.

    Short lines without columns (a label that runs on) and blank ones may stand between.
    """
    if not _in_columns(lines[start].text):
        return None
    end, between = start + 1, 0
    for position in range(start + 1, len(lines)):
        text = lines[position].text
        if "\t" in text or (len(text.strip()) > _LONGEST_LABEL and not _in_columns(text)):
            break
        if _in_columns(text):
            end, between = position + 1, 0
        elif text.strip():
            between += 1
            if between > _LINES_BETWEEN:
                break
    return end


def _in_columns(text: str) -> bool:
    tokens = _GAP.split(text.strip())
    return len(tokens) >= _COLUMNS or (len(tokens) > 1 and is_number(tokens[-1]))


def _tabbed_grid(lines: list[_Line]) -> Grid:
    return Grid(tuple(GridRow(tuple(_tab_cells(line))) for line in lines), exact=True)


def _tab_cells(line: _Line) -> Iterator[GridCell]:
    for column, text in enumerate(line.text.split("\t")):
        place = Place(text=text.strip(), line=line.number, column=column + 1)
        yield GridCell(text.strip(), column, column + 1, place)


def _spaced_grid(lines: list[_Line]) -> Grid:
    """Return the grid with its columns measured in the width that aligns its numbers best.

    Text is laid out with Chinese characters one column wide, or two: the document decides.
    """
    grids = [
        Grid(tuple(GridRow(tuple(_space_cells(line, wide))) for line in lines), exact=False)
        for wide in (1, 2)
    ]
    return min(grids, key=_raggedness)


def _space_cells(line: _Line, wide: int) -> Iterator[GridCell]:
    position = len(line.text) - len(line.text.lstrip())
    ends = [*(m.span() for m in _GAP.finditer(line.text, position)), (len(line.text.rstrip()),) * 2]
    for order, (end, following) in enumerate(ends, start=1):
        text = line.text[position:end].strip()
        if text:
            left = _measured(line.text[:position], wide)
            place = Place(text=text, line=line.number, column=order)
            yield GridCell(text, left, left + max(_measured(text, wide), 1), place)
        position = following


def _measured(text: str, wide: int) -> int:
    return sum(wide if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _raggedness(grid: Grid) -> float:
    """Return how far the numbers of rows with equally many numbers are from standing in columns."""
    numbered = [[cell for cell in row.cells if is_number(cell.text)] for row in grid.rows]
    usual = Counter(len(cells) for cells in numbered if cells).most_common(1)
    if not usual:
        return 0.0
    lefts = zip(
        *([c.left for c in row] for row in numbered if len(row) == usual[0][0]), strict=True
    )
    return math.fsum(stdev(column) for column in map(list, lefts) if len(column) > 1)
