"""Which section a block is in: told by the headings, which also cut grids in two."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import attrs

from ...records.form import PART
from ...records.report import HEADINGS, AnnualReport
from ..blocks import Block, Grid, Paragraph
from .labels import alikeness, normal, without_translation

_NUMBERED = re.compile(r"\A#*\s*[一二三四五六七八九]\s*[、.．,，]\s*(?P<text>.+)\Z", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d\s*年度?")
_SENTENCE = re.compile(r"[:,;。!?\d]")
"""What stands inside of no heading, unless it has the very words of one.

A year and a colon at the end may.
"""
_BELOW = re.compile(r"[（(]\s*[一二三四五六七八九十]+\s*[)）]")
"""The number of a heading within a section."""
_NUMBER_SIGN = re.compile(r"\A#*\s*")
_LONGEST_HEADING = 45
_LONGEST_TEXT = 200
"""A longer text is no heading, whatever it is a translation of."""
_LIKE_NUMBERED, _LIKE_UNNUMBERED, _SAME = 70, 92, 100

_VARIANTS: dict[str, tuple[str, ...]] = {
    "overview": ("总体概述", "概述"),
    "problems": ("存在问题及改进情况", "存在的主要问题及改进措施", "存在的问题及改进措施"),
    "remedies": ("政府信息公开行政复议和行政诉讼情况",),
}
"""Headings that published reports print instead of the official ones."""


@attrs.frozen
class Heading:
    """A section's heading, as printed."""

    section: str
    paragraph: Paragraph


@attrs.frozen
class Section:
    """The blocks from a heading to the next; ``heading`` is None for what comes first."""

    heading: Heading | None
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str | None:
        """The section's key in the report, None before the first heading."""
        return self.heading.section if self.heading else None


def sections(blocks: Iterable[Block]) -> list[Section]:
    """Return the blocks by section, in the document's order."""
    found: list[Section] = []
    heading: Heading | None = None
    held: list[Block] = []
    for block in _cut(blocks):
        if isinstance(block, Heading):
            found.append(Section(heading, tuple(held)))
            heading, held = block, []
        else:
            held.append(block)
    found.append(Section(heading, tuple(held)))
    return found


def _cut(blocks: Iterable[Block]) -> Iterator[Block | Heading]:
    for block in blocks:
        if isinstance(block, Paragraph):
            section = section_of(block.text)
            yield Heading(section, block) if section else block
        elif isinstance(block, Grid):
            yield from _cut_grid(block)
        else:
            yield block


def _cut_grid(grid: Grid) -> Iterator[Block | Heading]:
    start = 0
    for position, row in enumerate(grid.rows):
        filled = [cell for cell in row.cells if cell.text]
        section = section_of(filled[0].text) if len(filled) == 1 else None
        if section is not None:
            if position > start:
                yield attrs.evolve(grid, rows=grid.rows[start:position])
            yield Heading(section, Paragraph(filled[0].text, filled[0].place, after_gap=True))
            start = position + 1
    if start < len(grid.rows):
        yield attrs.evolve(grid, rows=grid.rows[start:])


@lru_cache(maxsize=1 << 12)
def section_of(text: str) -> str | None:
    """Return the section whose heading *text* is, None if it is no heading."""
    if len(text) > _LONGEST_TEXT:
        return None
    plain = without_translation(text).strip()
    numbered = _NUMBERED.match(plain)
    printed = numbered["text"] if numbered else _NUMBER_SIGN.sub("", plain)
    inside = _YEAR.sub("", printed, count=1).removesuffix(":")
    words = normal(printed)
    if not words or len(plain) > _LONGEST_HEADING or _BELOW.match(plain):
        return None
    labels, owners = _headings()
    likenesses = alikeness(words, labels)
    best = max(range(len(labels)), key=lambda i: likenesses[i])
    needed = _LIKE_NUMBERED if numbered else _LIKE_UNNUMBERED
    if _SENTENCE.search(inside):
        needed = _SAME
    return owners[best] if likenesses[best] >= needed else None


@cache
def _headings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the normalised headings of all sections, and whose each is."""
    found: dict[str, str] = {}
    for field in attrs.fields(AnnualReport):
        form = field.metadata.get(PART)
        labels = form.labels if form else field.metadata.get(HEADINGS)
        if labels:
            printed = [label.zh.partition("、")[2] for label in labels.values()]
            printed += _VARIANTS.get(field.name, ())
            found |= dict.fromkeys(map(normal, printed), field.name)
    return tuple(found), tuple(found.values())
