"""A report as Markdown: pipe tables, in which a cell over several columns is written once."""

import re
from collections.abc import Iterator

from ..records import AnnualReport, Prose
from ..wording import Wording
from .characters import writable
from .official import SECTIONS, Box, Role, Table, heading_of, tables
from .words import number, title_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")


def write(
    report: AnnualReport,
    *,
    english: bool = False,
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as Markdown (UTF-8), with *english* labels behind the official ones.

    Markdown cannot merge cells: a box over several columns or rows stands in the first of them,
    the others are empty.
    """
    blocks = [f"# {_text(title_of(report).zh)}"]
    drawn = {table.name: table for table in tables(report)}
    for name in SECTIONS:
        found = getattr(report, name)
        official = heading_of(report, name)
        if isinstance(found, Prose):
            heading = Wording(found.heading or official.zh, official.en)
            blocks.append("## " + _label(heading, english=english))
            blocks += [_paragraph(paragraph) for paragraph in found.paragraphs]
        elif name in drawn:
            blocks.append("## " + _label(official, english=english))
            blocks.append("\n".join(_lines(drawn[name], english=english)))
    return ("\n\n".join(blocks) + "\n").encode()


def _text(text: str) -> str:
    """Return text on one line, with what Markdown would take as markup shown as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(writable(text).split("\n")))


_BLOCK_START = re.compile(r"\A(\s*)([-+=~]|\d+[.)](?=\s))")


def _paragraph(text: str) -> str:
    return _BLOCK_START.sub(r"\1\\\2", _text(text))


def _label(label: Wording, *, english: bool) -> str:
    return _text(f"{label.zh} {label.en}" if english and label.en else label.zh)


def _lines(table: Table, *, english: bool) -> Iterator[str]:
    grid = [[""] * table.width for _ in table.rows]
    for row, column, box in table.placed():
        grid[row][column] = _content(box, english=english)
    for position, cells in enumerate(grid):
        yield "| " + " | ".join(cells) + " |"
        if position == 0:
            yield "|" + " --- |" * table.width


def _content(box: Box, *, english: bool) -> str:
    if box.role is Role.VALUE:
        return number(box.value)
    return _label(box.label, english=english)
