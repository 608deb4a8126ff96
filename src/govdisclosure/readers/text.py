"""Plain text to blocks: paragraphs, and grids of columns set by tabs, by spaces or by pipes."""

from collections.abc import Iterator

import attrs

from ..reading import Place
from .blocks import Block, Grid, GridCell, GridRow, Paragraph
from .bounding import Bounds
from .characters import without_unseen
from .furniture import is_marked_page_number, is_page_number
from .limits import Limits
from .measuring import measured_grid, tokens
from .pipes import split_at_pipes
from .values import parse_value

_COLUMNS = 3
_LONGEST_LABEL = 45
_LONGEST_PART = 70
"""A line of two parts may be the head of a table, if neither is longer."""
_LINES_BETWEEN = 6
_DRAWN = str.maketrans("│┃║｜", "||||")
"""Lines drawn between columns, as pipes."""
_RULES = frozenset("|+:=-─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛ \t\u3000")
_DASHES = ("--", "==", "─", "━", "═")


@attrs.frozen
class _Line:
    number: int
    text: str
    parts: int
    tabbed: bool
    piped: bool
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


def text_blocks(text: str, limits: Limits, first_line: int = 1) -> list[Block]:
    """Return the paragraphs and grids of a text, whose lines are numbered from *first_line*.

    Lines with tabs are rows of an exact grid, and so are lines with pipes. Lines with pipes that
    hold one cell each are an exact grid of one column. Lines whose tokens stand apart by two or
    more spaces are rows of a measured grid, with the lines between them. Page numbers between the
    rows of a grid are no part of it.

    Raises:
        UnreadableDocument: the text goes beyond *limits*.
    """
    lines = _lines(text, limits, first_line)
    blocks: list[Block] = []
    gap = False
    start = 0
    while start < len(lines):
        line = lines[start]
        if end := _tabbed_until(lines, start):
            blocks.append(_tabbed_grid(lines[start:end]))
        elif end := _piped_until(lines, start):
            blocks.append(_piped_grid([line for line in lines[start:end] if line.piped]))
        elif end := _spaced_until(lines, start):
            blocks.append(_spaced_grid(lines[start:end]))
        if end:
            start, gap = end, True
            continue
        if line.text.strip():
            blocks.append(Paragraph(line.text.strip(), line.place, gap or line.indented))
        gap = not line.text.strip()
        start += 1
    return blocks


def _lines(text: str, limits: Limits, first_line: int) -> list[_Line]:
    texts = without_unseen(text).splitlines()
    bounds = Bounds(limits)
    bounds.check_lines(len(texts))
    lines: list[_Line] = []
    for number, text_of_line in enumerate(texts, start=first_line):
        line = _line(number, text_of_line, bounds)
        lines.append(line)
        if line.tabbed or line.piped or line.in_columns:
            bounds.add_row(line.parts)
    return lines


def _line(number: int, text: str, bounds: Bounds) -> _Line:
    bounds.check_length(text, number)
    tabbed = "\t" in text
    drawn = text if tabbed else text.translate(_DRAWN)
    piped = "|" in drawn
    if _is_rule(drawn):
        drawn = "|" * piped
    found = [] if tabbed or piped else tokens(text)
    parts = text.count("\t") + 1 if tabbed else drawn.count("|") if piped else len(found)
    bounds.check_columns(parts, number)
    ends_in_value = len(found) > 1 and parse_value(found[-1].text) is not None
    in_columns = not tabbed and (parts >= _COLUMNS or ends_in_value)
    longest = max((len(token.text) for token in found), default=0)
    return _Line(
        number, drawn if piped else text, parts, tabbed, piped, in_columns and not piped, longest
    )


def _is_rule(text: str) -> bool:
    """Tell whether a line is drawn between rows, and holds nothing."""
    return _RULES.issuperset(text) and any(dashes in text for dashes in _DASHES)


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


def _piped_until(lines: list[_Line], start: int) -> int | None:
    """Return where the run of lines with pipes ends, None if there is but one, or none.

    Blank lines, rules and page numbers may stand between.
    """
    if not lines[start].piped:
        return None
    end = start + 1
    for position in range(start + 1, len(lines)):
        line = lines[position]
        if line.piped:
            end = position + 1
        elif line.text.strip() and not _is_rule(line.text) and not is_page_number(line.text):
            break
    return end if end > start + 1 else None


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
        elif line.tabbed or line.piped or not line.is_short:
            break
        elif line.text.strip():
            between += 1
            if between > _LINES_BETWEEN:
                break
    return end


def _tabbed_grid(lines: list[_Line]) -> Grid:
    rows = (GridRow(tuple(_cells(line, line.text.split("\t")))) for line in lines if line.tabbed)
    return Grid(tuple(rows), exact=True)


def _spaced_grid(lines: list[_Line]) -> Grid:
    return measured_grid(
        [
            (line.number, line.text)
            for line in lines
            if line.text.strip() and not is_marked_page_number(line.text)
        ]
    )


def _piped_grid(lines: list[_Line]) -> Grid:
    """Lay out lines with pipes; a pipe at the start is a border where every line has one.

    Where no line holds more than one cell, each line is a cell: as wide as the pipes behind it, so
    that what only fills up a row can be told from a blank cell.
    """
    split = [(line, [text.strip() for text in split_at_pipes(line.text)]) for line in lines]
    if all(sum(map(bool, texts)) <= 1 for _, texts in split):
        return Grid(tuple(_one_cell(line, texts) for line, texts in split), exact=True)
    bordered = all(not texts[0] for _, texts in split)
    rows = []
    for line, texts in split:
        closed = len(texts) > 1 and not texts[-1]
        inner = texts[int(bordered) : len(texts) - closed]
        rows.append(GridRow(tuple(_cells(line, inner))))
    return Grid(tuple(rows), exact=True)


def _one_cell(line: _Line, texts: list[str]) -> GridRow:
    text = "".join(texts)
    place = Place(text=text, line=line.number, column=1)
    return GridRow((GridCell(text, 0, max(len(texts) - 1, 1), place),))


def _cells(line: _Line, texts: list[str]) -> Iterator[GridCell]:
    for column, text in enumerate(texts):
        place = Place(text=text.strip(), line=line.number, column=column + 1)
        yield GridCell(text.strip(), column, column + 1, place)
