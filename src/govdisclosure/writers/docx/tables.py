"""A table of the form as WordprocessingML: real merged cells, heads that repeat on each page."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import quoteattr

from ...wording import Wording
from ..official import Box, Role, Table
from ..words import number
from .paper import TEXT_WIDTH, Style
from .xml import paragraph_xml

_LABEL_WIDTHS: Mapping[str, tuple[int, ...]] = {
    "proactive_disclosure": (2800,),
    "requests": (750, 950, 2560),
    "remedies": (),
}
"""Widths of the columns of row heads, in twentieths of a point; the figures share the rest."""

_STYLES = {
    Role.CORNER: Style.TABLE_CENTRED,
    Role.ITEM: Style.TABLE_HEAD,
    Role.COLUMN_HEAD: Style.TABLE_HEAD,
    Role.ROW_HEAD: Style.TABLE_LABEL,
    Role.VALUE: Style.TABLE_CENTRED,
}
_MARGINS = {"proactive_disclosure": 108, "requests": 28, "remedies": 72}
"""Room at both sides of a cell: a head of four characters does not break in three and one."""


def table_xml(table: Table, *, english: bool) -> str:
    """Return the table; its heading is also its title for those who hear it."""
    widths = _widths(table)
    margins = "".join(
        f'<w:{side} w:w="{_MARGINS[table.name]}" w:type="dxa"/>' for side in ("left", "right")
    )
    properties = (
        f'<w:tblStyle w:val="{Style.TABLE.identity}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f"<w:tblCaption w:val={quoteattr(table.heading.zh)}/>"
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_rows(table, widths, english=english))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _widths(table: Table) -> list[int]:
    """Return the widths of the columns, which add up to the width of the text.

    That is 10 000, the number in whose parts LibreOffice counts: so no two rows end a hair apart
    there, and it adds no column.
    """
    labels = _LABEL_WIDTHS[table.name][len(_LABEL_WIDTHS[table.name]) - table.label_columns :]
    figures = table.width - len(labels)
    each, more = divmod(TEXT_WIDTH - sum(labels), figures)
    return [*labels, *[each + (column < more) for column in range(figures)]]


def _rows(table: Table, widths: list[int], *, english: bool) -> Iterator[str]:
    lines: list[dict[int, str]] = [{} for _ in table.rows]
    for row, column, box in table.placed():
        width = sum(widths[column : column + box.columns])
        lines[row][column] = _cell(box, width, _content(box, english=english), "restart")
        for below in range(row + 1, row + box.rows):
            lines[below][column] = _cell(box, width, _EMPTY, "continue")
    for row, cells in enumerate(lines):
        head = "<w:tblHeader/>" if row < table.head_rows else ""
        line = "".join(cells[column] for column in sorted(cells))
        yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{line}</w:tr>"


_EMPTY = paragraph_xml("", Style.TABLE_LABEL)


def _cell(box: Box, width: int, content: str, merge: str) -> str:
    across = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if box.rows > 1 else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{across}{down}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _content(box: Box, *, english: bool) -> str:
    label = Wording(number(box.value), "") if box.role is Role.VALUE else box.label
    group = box.role is Role.ROW_HEAD and box.rows > 1
    style = Style.TABLE_CENTRED if group else _STYLES[box.role]
    return paragraph_xml(label, style, english=english)
