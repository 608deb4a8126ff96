"""A report as a Word document: the official tables with merged cells, headings as styles."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ..records import AnnualReport, Prose
from ..wording import Wording
from .characters import writable
from .official import SECTIONS, Box, Role, Table, heading_of, tables
from .words import number, title_of

BODY_FONT, HEAD_FONT, LATIN_FONT = "仿宋", "黑体", "Times New Roman"
"""Fonts that offices have; a word processor without them takes its own for Chinese."""

_TEXT_WIDTH = Cm(17.0)
_LABEL_WIDTHS = {
    "proactive_disclosure": (Cm(5.0),),
    "requests": (Cm(1.4), Cm(1.8), Cm(5.0)),
    "remedies": (),
}
_TABLE_POINTS = {"proactive_disclosure": 10.5, "requests": 9.0, "remedies": 8.0}
_SMALL = "OGI English"


def write(
    report: AnnualReport,
    *,
    english: bool = False,
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as a Word document (DOCX), with *english* labels under the official ones.

    Headings and text are styles, the tables' cells truly merged, the heads of long tables repeat
    on each page. The paper is A4.
    """
    document = Document()
    _prepare(document, report)
    title = document.add_paragraph(writable(title_of(report).zh), style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    drawn = {table.name: table for table in tables(report)}
    for name in SECTIONS:
        found = getattr(report, name)
        official = heading_of(report, name)
        if isinstance(found, Prose):
            _heading(document, Wording(found.heading or official.zh, official.en), english=english)
            for paragraph in found.paragraphs:
                document.add_paragraph(writable(paragraph), style="Body Text")
        elif name in drawn:
            _heading(document, official, english=english)
            _add_table(document, drawn[name], english=english)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: DocumentObject, report: AnnualReport) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(2.2)
    _font(document.styles["Normal"], BODY_FONT, 12)
    title = document.styles["Title"]
    _font(title, HEAD_FONT, 20)
    for line in title.element.get_or_add_pPr().findall(qn("w:pBdr")):
        line.getparent().remove(line)
    _font(document.styles["Heading 1"], HEAD_FONT, 15)
    body = document.styles["Body Text"]
    _font(body, BODY_FONT, 12)
    body.paragraph_format.first_line_indent = Pt(24)
    body.paragraph_format.line_spacing = 1.5
    small = document.styles.add_style(_SMALL, WD_STYLE_TYPE.CHARACTER)
    small.font.size = Pt(7)
    properties = document.core_properties
    properties.title = writable(title_of(report).zh)
    properties.author = writable(report.agency.name or "")
    properties.language = "zh-CN"
    properties.comments = ""
    properties.created = properties.modified = datetime((report.year or 1999) + 1, 1, 1, tzinfo=UTC)


def _font(style: Any, east_asian: str, points: float) -> None:
    style.font.name = LATIN_FONT
    style.font.size = Pt(points)
    style.font.color.rgb = None
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), east_asian)


def _heading(document: DocumentObject, label: Wording, *, english: bool) -> None:
    paragraph = document.add_paragraph(writable(label.zh), style="Heading 1")
    if english:
        paragraph.add_run(" " + label.en, style=_SMALL)


def _add_table(document: DocumentObject, table: Table, *, english: bool) -> None:
    """Add a table. Its rows are made directly: the library walks all cells for each one asked."""
    found = document.add_table(rows=0, cols=table.width, style="Table Grid")
    found.autofit = False
    widths = _widths(table)
    for column, width in zip(found.columns, widths, strict=True):
        column.width = width
    by_row: dict[int, dict[int, tuple[Box, bool]]] = {}
    for row, column, box in table.placed():
        by_row.setdefault(row, {})[column] = (box, True)
        for down in range(1, box.rows):
            by_row.setdefault(row + down, {})[column] = (box, False)
    for row in range(len(table.rows)):
        line = OxmlElement("w:tr")
        properties = OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        if row < table.head_rows:
            properties.append(OxmlElement("w:tblHeader"))
        line.append(properties)
        for column, (box, begins) in sorted(by_row.get(row, {}).items()):
            width = sum(widths[column : column + box.columns])
            line.append(_cell(table, box, width, begins=begins, english=english))
        found._tbl.append(line)  # noqa: SLF001  # the library's own way to its XML


def _widths(table: Table) -> list[int]:
    labels = list(_LABEL_WIDTHS[table.name][-table.label_columns :]) if table.label_columns else []
    values = table.width - len(labels)
    each = (_TEXT_WIDTH - sum(labels)) // values
    return [int(width) for width in (*labels, *[each] * values)]


def _cell(table: Table, box: Box, width: int, *, begins: bool, english: bool) -> Any:
    cell = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    properties.append(_element("w:tcW", w=str(int(width / 635)), type="dxa"))
    if box.columns > 1:
        properties.append(_element("w:gridSpan", val=str(box.columns)))
    if box.rows > 1:
        merge = _element("w:vMerge", val="restart") if begins else OxmlElement("w:vMerge")
        properties.append(merge)
    properties.append(_element("w:vAlign", val="center"))
    cell.append(properties)
    cell.append(_paragraph(table, box, english=english) if begins else OxmlElement("w:p"))
    return cell


def _paragraph(table: Table, box: Box, *, english: bool) -> Any:
    paragraph = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    left = box.role is Role.ROW_HEAD and box.rows == 1
    properties.append(_element("w:spacing", before="30", after="30"))
    properties.append(_element("w:jc", val="left" if left else "center"))
    paragraph.append(properties)
    head = box.role is not Role.VALUE
    points = _TABLE_POINTS[table.name]
    text = box.label.zh if head else number(box.value)
    if text:
        paragraph.append(_run(text, points, bold=box.role in (Role.COLUMN_HEAD, Role.ITEM)))
    if head and english and box.label.en:
        broken = OxmlElement("w:r")
        broken.append(OxmlElement("w:br"))
        paragraph.append(broken)
        paragraph.append(_run(box.label.en, points * 0.75, bold=False))
    return paragraph


def _run(text: str, points: float, *, bold: bool) -> Any:
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if bold:
        properties.append(
            _element("w:rFonts", ascii=LATIN_FONT, hAnsi=LATIN_FONT, eastAsia=HEAD_FONT)
        )
    half_points = str(round(points * 2))
    properties.append(_element("w:sz", val=half_points))
    properties.append(_element("w:szCs", val=half_points))
    run.append(properties)
    content = OxmlElement("w:t")
    content.text = writable(text)
    run.append(content)
    return run


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
