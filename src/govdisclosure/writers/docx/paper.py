"""The paper that a report is set on: A4, its styles and fonts; and the document as bytes."""

from enum import Enum
from io import BytesIO
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import attrs
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, Twips
from docx.styles.style import CharacterStyle, ParagraphStyle

from ..characters import one_line


class Style(Enum):
    """The styles of the document: identity and name, as Word knows them or as we call ours."""

    TITLE = "Title"
    HEADING = "Heading1", "Heading 1"
    BODY = "BodyText", "Body Text"
    TABLE = "TableGrid", "Table Grid"
    ABOUT = "ReportAbout", "Report About"
    TABLE_HEAD = "ReportTableHead", "Report Table Head"
    TABLE_LABEL = "ReportTableLabel", "Report Table Label"
    TABLE_CENTRED = "ReportTableCentred", "Report Table Centred"
    ENGLISH = "ReportEnglish", "Report English"
    TABLE_ENGLISH = "ReportTableEnglish", "Report Table English"

    def __init__(self, identity: str, printed: str | None = None) -> None:
        self.identity = identity
        self.printed = printed or identity


TEXT_WIDTH = 10_000
"""The width between the margins, in twentieths of a point (17.6 cm)."""
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = Twips(11906), Twips(16838), Twips((11906 - TEXT_WIDTH) // 2)

_BODY_FONT, _HEAD_FONT, _LATIN_FONT = "仿宋", "黑体", "Times New Roman"


@attrs.frozen
class _Font:
    """A font that offices have, and by which names others have it or one like it."""

    name: str
    alternatives: str
    family: str


_FONTS = (
    _Font(
        _BODY_FONT,
        "FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong,Noto Serif CJK SC,Source Han Serif SC",
        "roman",
    ),
    _Font(_HEAD_FONT, "SimHei,STHeiti,PingFang SC,Noto Sans CJK SC,Source Han Sans SC", "swiss"),
)
_CHINESE_CHARACTER_SET = "86"
_LONGEST_PROPERTY = 255


def new_document(title: str, author: str) -> DocumentObject:
    """Return an empty document with the styles, and *title* and *author* among its properties."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE_WIDTH, _PAGE_HEIGHT
    section.left_margin = section.right_margin = section.top_margin = _MARGIN
    section.bottom_margin = _MARGIN
    _set_defaults(document)
    _set_styles(document)
    _set_fonts(document)
    _set_properties(document, title, author)
    return document


def _set_defaults(document: DocumentObject) -> None:
    """Write Chinese by default: in the fonts of the form, by the rules of its language."""
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_font(defaults.find(qn("w:rFonts")), _BODY_FONT)
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    theme = document.settings.element.find(qn("w:themeFontLang"))
    theme.set(qn("w:eastAsia"), "zh-CN")


def _set_font(fonts: Any, name: str) -> None:
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), _LATIN_FONT)
    fonts.set(qn("w:eastAsia"), name)


def _set_styles(document: DocumentObject) -> None:
    centre = WD_ALIGN_PARAGRAPH.CENTER
    title = _paragraph_style(document, Style.TITLE, _HEAD_FONT, 20, after=8)
    title.paragraph_format.alignment = centre
    for line in title.element.get_or_add_pPr().findall(qn("w:pBdr")):
        line.getparent().remove(line)
    about = _paragraph_style(document, Style.ABOUT, _BODY_FONT, 11)
    about.paragraph_format.alignment = centre
    _paragraph_style(document, Style.HEADING, _HEAD_FONT, 15, before=18, after=8)
    body = _paragraph_style(document, Style.BODY, _BODY_FONT, 12)
    body.paragraph_format.first_line_indent = Pt(24)
    body.paragraph_format.line_spacing = 1.5
    head = _paragraph_style(document, Style.TABLE_HEAD, _HEAD_FONT, 9, before=2, after=2)
    head.paragraph_format.alignment = centre
    head.paragraph_format.keep_with_next = True
    _paragraph_style(document, Style.TABLE_LABEL, _BODY_FONT, 9, before=2, after=2)
    centred = _paragraph_style(document, Style.TABLE_CENTRED, _BODY_FONT, 9, before=2, after=2)
    centred.paragraph_format.alignment = centre
    for style, points in ((Style.ENGLISH, 9), (Style.TABLE_ENGLISH, 6)):
        _own_style(document, style, WD_STYLE_TYPE.CHARACTER).font.size = Pt(points)


def _paragraph_style(
    document: DocumentObject,
    style: Style,
    font: str,
    points: float,
    *,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    try:
        found = document.styles[style.printed]
    except KeyError:
        found = _own_style(document, style, WD_STYLE_TYPE.PARAGRAPH)
    paragraph = cast("ParagraphStyle", found)
    paragraph.font.size = Pt(points)
    paragraph.font.bold = False
    paragraph.font.color.rgb = None
    _set_font(paragraph.element.get_or_add_rPr().get_or_add_rFonts(), font)
    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing = 1.0
    return paragraph


def _own_style(document: DocumentObject, style: Style, kind: Any) -> CharacterStyle:
    made = document.styles.add_style(style.printed, kind)
    made.element.set(qn("w:styleId"), style.identity)
    return cast("CharacterStyle", made)


def _set_fonts(document: DocumentObject) -> None:
    """Say by which names our fonts, or some like them, are known where they are missing."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = parse_xml(part.blob)
    for font in _FONTS:
        entry = table.makeelement(qn("w:font"), {qn("w:name"): font.name})
        values = {
            "altName": font.alternatives,
            "charset": _CHINESE_CHARACTER_SET,
            "family": font.family,
            "pitch": "variable",
        }
        for name, value in values.items():
            entry.append(entry.makeelement(qn(f"w:{name}"), {qn("w:val"): value}))
        table.append(entry)
    part._blob = serialize_part_xml(table)  # noqa: SLF001  # a part the library keeps as bytes only


def _set_properties(document: DocumentObject, title: str, author: str) -> None:
    """Say what the document is; nothing of the template's own, and no date that nobody gave."""
    properties = document.core_properties
    properties.title = one_line(title)[:_LONGEST_PROPERTY]
    properties.author = one_line(author)[:_LONGEST_PROPERTY]
    properties.language = "zh-CN"
    properties.comments = ""
    element = properties._element  # noqa: SLF001  # the library cannot take a property away
    for date in (*element.iter(qn("dcterms:created")), *element.iter(qn("dcterms:modified"))):
        element.remove(date)
    package = document.part.package
    picture = [k for k, r in package.rels.items() if r.reltype == RELATIONSHIP_TYPE.THUMBNAIL]
    for identity in picture:
        del package.rels[identity]


_EARLIEST = (1980, 1, 1, 0, 0, 0)


def bytes_of(document: DocumentObject) -> bytes:
    """Return the document as bytes that do not depend on the time of day."""
    saved, out = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as members, ZipFile(out, "w", ZIP_DEFLATED) as rewritten:
        for name in members.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            rewritten.writestr(entry, members.read(name))
    return out.getvalue()
