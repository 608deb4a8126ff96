"""A report as plain text: tables in columns of spaces, Chinese characters two columns wide."""

from collections.abc import Iterator

from ..records import AnnualReport
from ..wording import Wording
from .characters import one_line
from .grids import laid_out
from .official import Box, Role, Table, sections
from .words import lines_below_title, number, title_of

_GAP = "  "
_BLANK = "-"


def write(
    report: AnnualReport,
    *,
    english: bool = False,
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as plain text (UTF-8), with *english* labels behind the official ones.

    Columns are aligned for a font in which a Chinese character is as wide as two Latin ones. A
    blank cell is printed as ``-``, so that columns stay columns.
    """
    blocks = [_label(title_of(report), english=english)]
    blocks += [_label(line, english=english) for line in lines_below_title(report)]
    for section in sections(report):
        blocks.append(_label(section.heading, english=english))
        blocks += map(one_line, section.paragraphs)
        if section.table is not None:
            blocks.append("\n".join(_lines(section.table, english=english)))
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def _label(label: Wording, *, english: bool) -> str:
    return one_line(f"{label.zh} {label.en}" if english and label.en else label.zh)


def _lines(table: Table, *, english: bool) -> Iterator[str]:
    def content(box: Box) -> str:
        if box.role is Role.VALUE:
            return number(box.value) or _BLANK
        return _label(box.label, english=english)

    for pieces in laid_out(table, content, len(_GAP)).lines:
        yield _GAP.join(piece.padded for piece in pieces).rstrip()
