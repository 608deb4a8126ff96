"""Markdown to blocks: paragraphs, grids, pictures, tables in HTML, and text within fences.

Lines stay lines: documents turned from PDF break a paragraph where the page did, and put headings
without a blank line between. Tables are gathered here, since published ones are damaged in ways
that Markdown's own rules would hide: rows of other widths, and rows broken over lines.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from ..errors import MissingExtra
from ..reading import Place
from .blocks import Block, Grid, GridCell, GridRow, Paragraph, Picture
from .bounding import Bounds
from .characters import without_unseen
from .inline import Shown, marks_in, shown
from .limits import Limits
from .pipes import PipeLine, is_delimiter, mended, pipe_line
from .text import text_blocks
from .values import parse_value

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?!#)(?P<text>.*)\Z")
_RULE = re.compile(r"\s{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})\Z")
_QUOTE = re.compile(r"\A(?:\s{0,3}>)+")
_BULLET = re.compile(r"\s*[-*+]\s+(?=\S)")
_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)
_TABLE_BEGINS = re.compile(r"\s*<table\b", re.IGNORECASE)
_COMMENT, _COMMENT_ENDS = "<!--", "-->"


def markdown_blocks(text: str, limits: Limits) -> list[Block]:
    """Return the paragraphs, grids and pictures of a Markdown document, in its order.

    Cells of a pipe table stand in the columns that the pipes count; a row of another width than
    the rest is left so. A delimiter row begins a table at the row above it.

    Raises:
        UnreadableDocument: the text goes beyond *limits*.
        MissingExtra: it holds a table in HTML, and the library for that is not installed.
    """
    bounds = Bounds(limits)
    texts = without_unseen(text).splitlines()
    bounds.check_lines(len(texts))
    for number, line in enumerate(texts, start=1):
        bounds.check_length(line, number)
    return list(_Walk(limits, bounds, texts).blocks())


@attrs.define
class _Walk:
    """A walk through the lines of a document, block by block."""

    limits: Limits
    bounds: Bounds
    lines: Sequence[str]
    at: int = 0
    gap: bool = True
    table: int = 0

    def blocks(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            line = _QUOTE.sub("", self.lines[self.at], count=1)
            if fence := _FENCE.match(line):
                yield from self._fenced(fence["mark"])
            elif _TABLE_BEGINS.match(line):
                yield from self._in_html()
            elif line.lstrip().startswith(_COMMENT) and _COMMENT_ENDS not in line:
                yield from self._commented()
            elif rows := self._rows():
                yield from self._grids(rows)
                self.gap = True
            else:
                yield from self._line(line)
                self.at += 1

    def _line(self, line: str) -> Iterator[Block]:
        heading = _HEADING.match(line)
        if not line.strip() or (_RULE.match(line) and not heading):
            self.gap = True
            return
        if heading:
            content, apart = _without_closing(heading["text"]), True
        else:
            content = _without_bullet(line)
            apart = content != line or line.startswith(("  ", "\u3000"))
        found = self._shown(content)
        yield from self._paragraphs(found, apart=apart)
        self.gap = heading is not None

    def _paragraphs(self, found: Shown, *, apart: bool) -> Iterator[Block]:
        number = self.at + 1
        text = found.text
        for picture in found.pictures:
            text = text.replace(f"![{picture}]", "", 1)
        for order, piece in enumerate(filter(None, map(str.strip, text.split("\n")))):
            place = Place(text=piece, line=number)
            yield Paragraph(piece, place, after_gap=self.gap or apart or order > 0)
        yield from (Picture(Place(text=picture, line=number)) for picture in found.pictures)

    def _shown(self, text: str) -> Shown:
        marks = marks_in(text)
        if not marks:
            return Shown(text.strip())
        self.bounds.add_markup(marks, self.at + 1)
        return shown(text)

    def _fenced(self, mark: str) -> Iterator[Block]:
        """Read what stands between fences as plain text, to the end if none closes it."""
        end = next(
            (i for i in range(self.at + 1, len(self.lines)) if _closes(self.lines[i], mark)),
            len(self.lines),
        )
        inside = "\n".join(self.lines[self.at + 1 : end])
        yield from text_blocks(inside, self.limits, first_line=self.at + 2)
        self.at, self.gap = end + 1, True

    def _in_html(self) -> Iterator[Block]:
        """Read a table in HTML, up to the tag that closes it."""
        depth, end = 0, self.at
        while end < len(self.lines):
            for tag in _TABLE_TAG.finditer(self.lines[end]):
                depth += -1 if tag[1] else 1
            end += 1
            if depth <= 0:
                break
        page = "\n".join(self.lines[self.at : end])
        for block in _html_blocks(page, self.limits):
            yield self._moved(block)
        self.at, self.gap = end, True

    def _moved(self, block: Block) -> Block:
        """Return a block of a part of the document at its place in the whole."""

        def moved(place: Place) -> Place:
            line = None if place.line is None else place.line + self.at
            return attrs.evolve(place, line=line, table=self.table or None)

        if not isinstance(block, Grid):
            return attrs.evolve(block, place=attrs.evolve(moved(block.place), table=None))
        self.table += 1
        rows = tuple(
            GridRow(tuple(attrs.evolve(cell, place=moved(cell.place)) for cell in row.cells))
            for row in block.rows
        )
        return attrs.evolve(block, rows=rows)

    def _commented(self) -> Iterator[Block]:
        """Pass over a comment of several lines; what stands behind it is a line."""
        while self.at < len(self.lines) - 1 and _COMMENT_ENDS not in self.lines[self.at]:
            self.at += 1
        yield from self._line(self.lines[self.at].partition(_COMMENT_ENDS)[2])
        self.at += 1

    def _rows(self) -> list[PipeLine]:
        """Return the rows of the tables that begin here, delimiters among them, and go past them.

        One line with a pipe in it, which none opens, is text.
        """
        rows: list[PipeLine] = []
        at, width = self.at, 0
        while at < len(self.lines):
            line = pipe_line(at + 1, _QUOTE.sub("", self.lines[at], count=1))
            if line is None:
                break
            width = max(width, len(line.cells))
            following = list(enumerate(self.lines[at + 1 : at + 10], start=at + 2))
            line, taken = mended(line, following, width)
            self.bounds.check_columns(len(line.cells), line.number)
            rows.append(line)
            at += 1 + taken
        if len(rows) == 1 and not (rows[0].opened and rows[0].closed):
            return []
        for line in rows:
            self.bounds.add_row(len(line.cells))
        self.at = at
        return rows

    def _grids(self, rows: Sequence[PipeLine]) -> Iterator[Grid]:
        """Cut rows into tables: each delimiter row begins one at the row above it."""
        held: list[PipeLine] = []
        for row in rows:
            if not is_delimiter(row, below_a_head=len(held) == 1):
                held.append(row)
            elif held and len(held[-1].cells) == len(row.cells):
                *before, head = held
                if before:
                    yield self._grid(before)
                held = [head]
        if held:
            yield self._grid(held)

    def _grid(self, lines: Sequence[PipeLine]) -> Grid:
        self.table += 1
        return Grid(
            tuple(
                GridRow(tuple(self._cells(line, position)))
                for position, line in enumerate(lines, start=1)
            ),
            exact=True,
        )

    def _cells(self, line: PipeLine, row: int) -> Iterator[GridCell]:
        for column, content in enumerate(line.cells):
            text = self._shown(content).text
            place = Place(text=text, line=line.number, table=self.table, row=row, column=column + 1)
            yield GridCell(text, column, column + 1, place)


def _closes(line: str, mark: str) -> bool:
    plain = line.strip()
    return len(plain) >= len(mark) and not plain.strip(mark[0])


def _without_closing(heading: str) -> str:
    """Return a heading without the signs that may stand behind it as before it."""
    text = heading.strip()
    rest = text.rstrip("#")
    return rest.strip() if not rest or rest[-1].isspace() else text


def _without_bullet(line: str) -> str:
    """Return a line without the mark of a list, unless a number is left: the mark may be a sign."""
    rest = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line
    return line if parse_value(rest) is not None else rest


def _html_blocks(page: str, limits: Limits) -> Sequence[Block]:
    try:
        from .html import html_blocks
    except ModuleNotFoundError as error:
        if error.name != "lxml":
            raise
        raise MissingExtra("html", "lxml") from None
    return html_blocks(page.encode(), limits)
