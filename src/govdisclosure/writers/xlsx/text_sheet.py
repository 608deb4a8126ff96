"""The sections written in words, on one sheet: a heading and a paragraph a row."""

import re
from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from ...records import AnnualReport, Prose
from ...workbooks import CONTINUED, HEADING, paragraph_label
from ..characters import writable
from ..official import SECTIONS, heading_of
from .guide_sheet import fitting
from .names import both
from .styles import UNLOCKED, Styles, height, set_up_page, write_over

_PIECE = 1000
"""A longer paragraph goes on in the next row: a cell that long can neither be seen nor printed."""
_WIDTH = 110
_SPARE = 3
_SENTENCE_END = re.compile(r"[。！？；!?;\n]|\.(?=\s)")


def draw_text(sheet: Worksheet, report: AnnualReport, styles: Styles, *, english: bool) -> None:
    """Draw the sheet: the sections that are words, with a few rows to spare in each."""
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, _WIDTH)
    row = 0
    for section in SECTIONS:
        if section not in _prose_sections():
            continue
        official = both(heading_of(report, section), english=english)
        write_over(sheet, (row, 0, row, 1), official, styles["head"])
        sheet.set_row(row, 36 if english else 24)
        row += 1
        found: Prose | None = getattr(report, section)
        for label, text in _rows(found or Prose(), section):
            sheet.write_string(row, 0, label, styles["label"])
            if text:
                sheet.write_string(row, 1, text, styles["text"])
                sheet.set_row(row, max(21, height(text, _WIDTH)))
            else:
                sheet.write_blank(row, 1, None, styles["text"])
            row += 1
        row += 1
    set_up_page(sheet)
    sheet.protect("", {**UNLOCKED, "insert_rows": True})


def _prose_sections() -> tuple[str, ...]:
    tables = {"proactive_disclosure", "requests", "remedies"}
    return tuple(section for section in SECTIONS if section not in tables)


def _rows(prose: Prose, section: str) -> Iterator[tuple[str, str]]:
    yield HEADING, fitting(prose.heading or "", f"{section}.heading")
    for number, paragraph in enumerate(prose.paragraphs, 1):
        first, *others = pieces(writable(paragraph))
        yield paragraph_label(number), first
        yield from ((CONTINUED, piece) for piece in others)
    for spare in range(_SPARE):
        yield paragraph_label(len(prose.paragraphs) + spare + 1), ""


def pieces(text: str) -> list[str]:
    """Cut a paragraph into pieces that a cell can show, at ends of sentences where it has any.

    Joined, the pieces are the paragraph.
    """
    cut: list[str] = []
    start = 0
    while len(text) - start > _PIECE:
        ends = [m.end() for m in _SENTENCE_END.finditer(text, start, start + _PIECE)]
        end = ends[-1] if ends else start + _PIECE
        cut.append(text[start:end])
        start = end
    return [*cut, text[start:]]
