"""The sections in words: lines of a document to paragraphs."""

import re
from collections.abc import Iterable, Sequence

from ...records import Prose
from ..blocks import Block, Grid, Paragraph
from .sections import Section

_ENDS = re.compile(r"[。！？：:!?][”’」）)]?\Z")
_STARTS = re.compile(
    r"\A(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．是]|\d+[、.．])"
)
_FURNITURE = re.compile(r"\A[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–\s]*\Z")
_FULL_LINE = 0.8


def prose(section: Section, spare: Sequence[Grid]) -> Prose:
    """Return a section in words. *spare* are grids that are no table: text in columns."""
    heading = section.heading.paragraph.text if section.heading else None
    return Prose(heading=heading, paragraphs=paragraphs(_lines(section.blocks, spare)))


def _lines(blocks: Iterable[Block], spare: Sequence[Grid]) -> list[Paragraph]:
    lines: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block)
        elif any(block is grid for grid in spare):
            for row in block.rows:
                filled = [cell for cell in row.cells if cell.text]
                if filled:
                    text = " ".join(cell.text for cell in filled)
                    lines.append(Paragraph(text, filled[0].place))
    return [line for line in lines if not _FURNITURE.match(line.text)]


def paragraphs(lines: Sequence[Paragraph]) -> tuple[str, ...]:
    """Join the lines that a page broke: a full line that ends no sentence runs on."""
    longest = max((len(line.text) for line in lines), default=0)
    found: list[str] = []
    before = ""
    for line in lines:
        full = len(before) >= longest * _FULL_LINE
        runs_on = before and full and not _ENDS.search(before) and not _STARTS.match(line.text)
        if runs_on or (before and not line.after_gap and full and not _STARTS.match(line.text)):
            found[-1] += line.text
        else:
            found.append(line.text)
        before = line.text
    return tuple(found)
