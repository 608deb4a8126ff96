"""The sections in words: lines of a document to paragraphs."""

import re
from collections.abc import Iterable, Sequence

import attrs

from ...reading import Place
from ...records import Prose
from ..blocks import Block, Grid, Paragraph
from ..furniture import is_page_number
from .labels import normal
from .sections import Section

_ENDS = re.compile(r"[。！？：:!?][”’」）)]?\Z")
_STARTS = re.compile(
    r"\A(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+[、.．是]|\d+[、.．](?!\d))"
)
_POINT = re.compile(r"\A[二三四五六七八九十]+是")
_FULL_LINE = 0.8
"""A line of at least this part of the longest one's width is full…"""
_NARROWEST = 36
"""…if it is at least this wide: no page breaks lines of fewer than 18 characters."""


def prose(sections: Sequence[Section], spare: Sequence[Grid]) -> tuple[Prose, list[Place]]:
    """Return a section in words, and where each paragraph begins.

    The section goes on where its heading is repeated.

    A repeated heading that says something else is a paragraph, unless nothing stands before it, as
    in a table of contents. *spare* are grids that are no table: text in columns.
    """
    printed = [s.heading if s.heading and s.heading.printed else None for s in sections]
    headings = [heading.paragraph.text if heading else None for heading in printed]
    found: list[Paragraph] = []
    for section, opened in zip(sections, printed, strict=True):
        heading = opened.paragraph if opened else None
        if found and heading and normal(heading.text) != normal(headings[0] or ""):
            found.append(heading)
        found += paragraphs(lines_of(section.blocks, spare))
    texts = tuple(paragraph.text for paragraph in found)
    return Prose(heading=headings[0], paragraphs=texts), [p.place for p in found]


def lines_of(blocks: Iterable[Block], spare: Sequence[Grid]) -> list[Paragraph]:
    """Return the lines of text in some blocks, those of *spare* grids among them."""
    lines: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block)
        elif isinstance(block, Grid) and any(block is grid for grid in spare):
            for row in block.rows:
                filled = [cell for cell in row.cells if cell.text]
                if filled:
                    text = " ".join(cell.text for cell in filled)
                    lines.append(Paragraph(text, filled[0].place, filled[0].left >= _INDENT))
    return [line for line in lines if not is_page_number(line.text)]


_INDENT = 2


def paragraphs(lines: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Join the lines that a page broke: a full line that ends no sentence runs on.

    Where paragraphs are set off by gaps, one that ends a sentence may run on as well. Paragraphs
    that are whole stay as they are.
    """
    set_off = any(line.after_gap for line in lines)
    longest = max((_width(line.text) for line in lines), default=0)
    full = max(longest * _FULL_LINE, _NARROWEST)
    found: list[Paragraph] = []
    before = ""
    for line in lines:
        runs_on = (set_off and not line.after_gap) or not _ENDS.search(before)
        starts = _STARTS.match(line.text) and not (found and _counts_on(found[-1].text, line.text))
        runs_on = runs_on and not line.whole and not starts
        if _width(before) >= full and runs_on:
            found[-1] = attrs.evolve(found[-1], text=found[-1].text + line.text)
        else:
            found.append(line)
        before = line.text
    return tuple(found)


def _counts_on(paragraph: str, line: str) -> bool:
    """Tell whether a line goes on counting points, 二是, that a paragraph counts within it."""
    return _POINT.match(line) is not None and "一是" in paragraph[1:] and paragraph.endswith("；")


def _width(text: str) -> int:
    return sum(2 if character >= "\u1100" else 1 for character in text)
