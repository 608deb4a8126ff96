"""Which section a block is in: told by the headings, which also cut grids in two."""

import re
from collections.abc import Iterable, Iterator, Sequence
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

_PROSE = frozenset({"overview", "problems", "other_matters"})
_FULL_STOP = re.compile("[。；]")
_PROBLEMS = re.compile(r"\A[（(]?一[)）、.．]?\s*(?:存在的?)?(?:主要)?问题")

_VARIANTS: dict[str, tuple[str, ...]] = {
    "overview": ("总体概述", "概述"),
    "problems": ("存在问题及改进情况", "存在的主要问题及改进措施", "存在的问题及改进措施"),
    "remedies": ("政府信息公开行政复议和行政诉讼情况",),
}
"""Headings that published reports print instead of the official ones."""


@attrs.frozen
class Heading:
    """A section's heading, as printed.

    A section that is only known by its first paragraph has none ``printed``.
    """

    section: str
    paragraph: Paragraph
    printed: bool = True


@attrs.frozen
class Section:
    """The blocks from a heading to the next; ``heading`` is None for what comes first."""

    heading: Heading | None
    blocks: tuple[Block, ...]

    @property
    def name(self) -> str | None:
        """The section's key in the report, None before the first heading."""
        return self.heading.section if self.heading else None

    @property
    def has_grid(self) -> bool:
        """Tell whether a grid stands in the section."""
        return any(isinstance(block, Grid) for block in self.blocks)


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


def in_place(found: Sequence[Section]) -> list[Section]:
    """Return the sections as what stands in them tells, not their headings alone.

    Where numbering starts again, a heading in the prose is much like that of a table: it is text
    if its table comes later, under a heading of its own. What follows the table of the remedies
    and begins with problems is that section, even if it has lost its heading.
    """
    kept: list[Section] = []
    for position, section in enumerate(found):
        before = kept[-1].name if kept else None
        heading = section.heading
        if heading and before in _PROSE and _is_text(section, found[position + 1 :]):
            line = attrs.evolve(heading.paragraph, after_gap=True)
            blocks = (*kept[-1].blocks, line, *section.blocks)
            kept[-1] = attrs.evolve(kept[-1], blocks=blocks)
        else:
            kept.append(section)
    if any(section.name == "problems" for section in kept):
        return kept
    return [part for section in kept for part in _without_problems(section)]


def _is_text(section: Section, following: Sequence[Section]) -> bool:
    """Tell whether a section of a table has only sentences, and its table comes later."""
    if section.name in _PROSE or section.has_grid:
        return False
    told = any(isinstance(b, Paragraph) and _FULL_STOP.search(b.text) for b in section.blocks)
    return told and any(other.name == section.name and other.has_grid for other in following)


def _without_problems(section: Section) -> Iterator[Section]:
    """Cut off what follows the remedies' table from the paragraph that begins with problems."""
    grid = False
    for position, block in enumerate(section.blocks if section.name == "remedies" else ()):
        grid = grid or isinstance(block, Grid)
        if grid and isinstance(block, Paragraph) and _PROBLEMS.match(block.text):
            yield attrs.evolve(section, blocks=section.blocks[:position])
            heading = Heading("problems", block, printed=False)
            yield Section(heading, section.blocks[position:])
            return
    yield section


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
