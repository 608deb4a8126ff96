"""Text that is in no section of the report: told, so that it is not lost in silence."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

import attrs

from ...reading import Aside
from ...records.applicants import ORGANIZATIONS
from ...records.cells import rows
from ...records.requests import APPLICANTS_HEAD, CORNER
from ...wording import Wording
from ..blocks import Block, Grid, Paragraph
from ..furniture import is_page_number
from ..values import parse_value
from .labels import LIKE, alikeness, normal, without_translation
from .prose import lines_of, paragraphs
from .sections import Section

_QUOTED = 30
_SENTENCE = re.compile(r"[。！？；!?;]")
_NOTE = Wording(
    "{number} 段文字不在任何文字部分，没有读入，第一段是“{text}”",
    "paragraphs that are in no section in words, and were not read: {number}, "
    "the first of them “{text}”",
)


def stray_text(
    found: Sequence[Section], spare: Sequence[Grid], tables: Collection[str]
) -> Iterator[Wording]:
    """Tell, for each section of *tables*, what stands there besides the table.

    Before the first heading stand titles and the like; there, only sentences are told.
    """
    for section in found:
        if section.name is None or section.name in tables:
            texts = [
                text
                for text in _texts(section.blocks, spare)
                if section.name or _SENTENCE.search(text)
            ]
            if texts:
                yield _NOTE.fill(number=len(texts), text=texts[0][:_QUOTED])


def asides(
    found: Sequence[Section], spare: Sequence[Grid], tables: Collection[str]
) -> Iterator[Aside]:
    """Return the paragraphs before the first heading, and those beside each of *tables*."""
    for section in found:
        if section.name is None or section.name in tables:
            for paragraph in _paragraphs(section.blocks, spare):
                place = attrs.evolve(paragraph.place, text=paragraph.text)
                yield Aside(section=section.name, place=place)


def _paragraphs(blocks: Sequence[Block], spare: Sequence[Grid]) -> tuple[Paragraph, ...]:
    return paragraphs([line for line in lines_of(blocks, spare) if not is_of_the_form(line.text)])


def _texts(blocks: Sequence[Block], spare: Sequence[Grid]) -> Iterator[str]:
    """Return the paragraphs beside the tables, and the lines of text between their rows."""
    yield from (paragraph.text for paragraph in _paragraphs(blocks, spare))
    for block in blocks:
        if isinstance(block, Grid) and not any(block is grid for grid in spare):
            for row in block.rows:
                texts = [cell.text for cell in row.cells if cell.text]
                if len(texts) == 1 and not _is_known(texts[0]):
                    yield texts[0]


def _is_known(text: str) -> bool:
    """Tell whether the text is a value, which is accounted for elsewhere, or says nothing."""
    return parse_value(text) is not None or is_page_number(text) or is_of_the_form(text)


def is_of_the_form(text: str) -> bool:
    """Tell whether the text is a label that the form prints around its cells, or pieces of some."""
    labels = _form_labels()
    plain = normal(text)
    if not plain or max(alikeness(plain, labels)) >= LIKE:
        return True
    pieces = [normal(piece) for piece in without_translation(text).split()]
    return any(len(piece) > 1 for piece in pieces) and all(
        not piece.isdigit() and any(piece in label for label in labels) for piece in pieces
    )


@cache
def _form_labels() -> tuple[str, ...]:
    labels = {CORNER.zh, APPLICANTS_HEAD.zh, ORGANIZATIONS.zh, "信息内容", "单位：万元"}
    labels |= {row.label.zh for row in rows()}
    labels |= {citation.place.zh for row in rows() for citation in row.basis.citations}
    labels |= {part.label.zh for row in rows() for part in row.above}
    labels |= {column.label.zh for row in rows() for column in row.columns.values()}
    return tuple(sorted(map(normal, labels)))
