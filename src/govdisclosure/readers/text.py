"""Plain text to blocks: paragraphs, and grids of columns set by tabs or by spaces."""

from collections.abc import Iterator

import attrs

from ..errors import UnreadableDocument
from ..reading import Place
from ..wording import Wording
from .blocks import Block, Grid, GridCell, GridRow, Paragraph
from .furniture import is_marked_page_number, is_page_number
from .limits import Limits
from .measuring import measured_grid, tokens
from .values import parse_value

_COLUMNS = 3
_LONGEST_LABEL = 45
_LONGEST_PART = 70
"""A line of two parts may be the head of a table, if neither is longer."""
_LINES_BETWEEN = 6


@attrs.frozen
class _Line:
    number: int
    text: str
    parts: int
    tabbed: bool
    in_columns: bool
    longest_part: int

    @property
    def place(self) -> Place:
        return Place(text=self.text.strip(), line=self.number)

    @property
    def is_short(self) -> bool:
        """Tell whether the line may be a label that runs on, or a head of a few words."""
        return self.longest_part <= (_LONGEST_PART if self.parts > 1 else _LONGEST_LABEL)

    @property
    def indented(self) -> bool:
        return self.text.startswith(("  ", "\u3000"))


def text_blocks(text: str, limits: Limits) -> list[Block]:
    """Return the paragraphs and grids of a text.

    Lines with tabs are rows of an exact grid. Lines whose tokens stand apart by two or more
    spaces are rows of a measured grid, with the lines between them. Page numbers between the
    rows of a grid are no part of it.

    Raises:
        UnreadableDocument: the text goes beyond *limits*.
    """
    lines = _lines(text, limits)
    blocks: list[Block] = []
    gap = False
    start = 0
    while start < len(lines):
        line = lines[start]
        end = _tabbed_until(lines, start) or _spaced_until(lines, start)
        if end:
            blocks.append(_grid(lines[start:end]))
            start, gap = end, True
        else:
            if line.text.strip():
                blocks.append(Paragraph(line.text.strip(), line.place, gap or line.indented))
            gap = not line.text.strip()
            start += 1
    return blocks


def _lines(text: str, limits: Limits) -> list[_Line]:
    texts = text.splitlines()
    if len(texts) > limits.lines:
        raise UnreadableDocument(
            Wording(
                f"文字超过 {limits.lines} 行，不像一份年度报告",
                f"the text has more than {limits.lines} lines; that is no annual report",
            )
        )
    lines: list[_Line] = []
    rows = cells = 0
    for number, text_of_line in enumerate(texts, start=1):
        line = _line(number, text_of_line, limits)
        lines.append(line)
        if line.tabbed or line.in_columns:
            rows, cells = rows + 1, cells + line.parts
            _check_tables(rows, cells, limits)
    return lines


def _check_tables(rows: int, cells: int, limits: Limits) -> None:
    if rows > limits.rows:
        raise UnreadableDocument(
            Wording(
                f"表格超过 {limits.rows} 行，不像一份年度报告",
                f"the tables have more than {limits.rows} rows; that is no annual report",
            )
        )
    if cells > limits.cells:
        raise UnreadableDocument(
            Wording(
                f"表格超过 {limits.cells} 个单元格，不像一份年度报告",
                f"the tables have more than {limits.cells} cells; that is no annual report",
            )
        )


def _line(number: int, text: str, limits: Limits) -> _Line:
    if len(text) > limits.line_length:
        raise UnreadableDocument(
            Wording(
                f"第 {number} 行超过 {limits.line_length} 个字符",
                f"line {number} has more than {limits.line_length} characters",
            )
        )
    tabbed = "\t" in text
    found = [] if tabbed else tokens(text)
    parts = text.count("\t") + 1 if tabbed else len(found)
    if parts > limits.columns:
        raise UnreadableDocument(
            Wording(
                f"第 {number} 行超过 {limits.columns} 列，不像年度报告的表格",
                f"line {number} has more than {limits.columns} columns; that is no table of an "
                "annual report",
            )
        )
    ends_in_value = len(found) > 1 and parse_value(found[-1].text) is not None
    in_columns = not tabbed and (parts >= _COLUMNS or ends_in_value)
    longest = max((len(token.text) for token in found), default=0)
    return _Line(number, text, parts, tabbed, in_columns, longest)


def _tabbed_until(lines: list[_Line], start: int) -> int | None:
    """Return where the run of tabbed lines that begins at *start* ends, None if there is none."""
    if not lines[start].tabbed:
        return None
    end = start + 1
    for position in range(start + 1, len(lines)):
        line = lines[position]
        if line.tabbed:
            end = position + 1
        elif not is_page_number(line.text) and line.text.strip():
            break
    return end


def _spaced_until(lines: list[_Line], start: int) -> int | None:
    """Return where the run of lines in columns of spaces ends, None if there is none.

    Short lines without columns (a label that runs on) and blank ones may stand between.
    """
    if not lines[start].in_columns:
        return None
    end, between = start + 1, 0
    for position in range(start + 1, len(lines)):
        line = lines[position]
        if line.in_columns:
            end, between = position + 1, 0
        elif line.tabbed or not line.is_short:
            break
        elif line.text.strip():
            between += 1
            if between > _LINES_BETWEEN:
                break
    return end


def _grid(lines: list[_Line]) -> Grid:
    if lines[0].tabbed:
        rows = (GridRow(tuple(_tab_cells(line))) for line in lines if line.tabbed)
        return Grid(tuple(rows), exact=True)
    return measured_grid(
        [
            (line.number, line.text)
            for line in lines
            if line.text.strip() and not is_marked_page_number(line.text)
        ]
    )


def _tab_cells(line: _Line) -> Iterator[GridCell]:
    for column, text in enumerate(line.text.split("\t")):
        place = Place(text=text.strip(), line=line.number, column=column + 1)
        yield GridCell(text.strip(), column, column + 1, place)
