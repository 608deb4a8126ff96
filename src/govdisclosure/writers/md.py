"""A report as Markdown: pipe tables, in which a cell over several columns is written once."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..records import AnnualReport
from ..wording import Wording
from .characters import one_line
from .grids import laid_out
from .official import Box, Role, Table, sections
from .words import lines_below_title, number, title_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#&~$])")
_LIST = re.compile(r"\A(\d*)([-+=.)])")


def write(
    report: AnnualReport,
    *,
    english: bool = False,
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as Markdown (UTF-8), with *english* labels behind the official ones.

    Markdown cannot merge cells: a box over several columns or rows stands in the first of them,
    the others are empty. In the source, columns are aligned for a font in which a Chinese
    character is as wide as two Latin ones.
    """
    blocks = [f"# {_label(title_of(report), english=english)}"]
    blocks += [_paragraph(_label(line, english=english)) for line in lines_below_title(report)]
    for section in sections(report):
        blocks.append(f"## {_label(section.heading, english=english)}")
        blocks += [_paragraph(_text(text)) for text in section.paragraphs]
        if section.table is not None and section.table.rows:
            blocks.append("\n".join(_lines(section.table, english=english)))
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def _text(text: str) -> str:
    """Return text on one line, with what Markdown would take as markup shown as it is."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


def _paragraph(text: str) -> str:
    """Return escaped text as a paragraph: not a list, a rule or the line below a heading."""
    return _LIST.sub(r"\1\\\2", text)


def _label(label: Wording, *, english: bool) -> str:
    return _text(f"{label.zh} {label.en}" if english and label.en else label.zh)


def _lines(table: Table, *, english: bool) -> Iterator[str]:
    def content(box: Box) -> str:
        if box.role is Role.VALUE:
            return number(box.value)
        return _label(box.label, english=english)

    layout = laid_out(table, content, 0)
    for position, pieces in enumerate(layout.lines):
        yield _row([piece.padded + " | " * (piece.columns - 1) for piece in pieces])
        if position == 0:
            yield _row(_delimiters(table, layout.widths))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _delimiters(table: Table, widths: Sequence[int]) -> Iterator[str]:
    """Iterate over the marks that Markdown wants below the first row: figures to the right."""
    for column, width in enumerate(widths):
        dashes = "-" * max(width, 3)
        yield dashes if column < table.label_columns else dashes[:-1] + ":"
