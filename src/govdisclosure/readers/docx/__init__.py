"""Word documents to blocks: paragraphs, tables with their merged cells, pictures."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from docx import Document
from docx.exceptions import PythonDocxError
from lxml.etree import LxmlError, XMLParser, fromstring, tostring

from ...errors import UnreadableDocument
from ...reading import Place
from ...wording import Wording
from ..archives import Archive, archive_of
from ..blocks import Block, Paragraph, Picture
from ..limits import Limits
from ..office import TYPES
from .looks import Looks
from .names import TAG, inside
from .paragraphs import Pen, write_paragraph
from .tables import Tables

__all__ = ["docx_blocks"]

_OTHER_MAIN_PARTS = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template|"
    rb"ms-word\.document\.macroEnabled|ms-word\.template\.macroEnabledTemplate)\.main\+xml"
)
_MAIN_PART = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = b"http://purl.oclc.org/ooxml/"
_DAMAGES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    LxmlError,
    NotImplementedError,
    PythonDocxError,
    TypeError,
    ValueError,
)
"""What the library raises where a part is not there, is no markup, or is not as it should be."""


def docx_blocks(data: bytes, limits: Limits) -> list[Block]:
    """Return the paragraphs, grids and pictures of a Word document, in the order of its body.

    The text is what Word shows when all tracked changes are taken: what was deleted or is hidden
    is not there, fields show their result, automatic numbers stand before their paragraphs. Text
    that is raised or lowered is in brackets: a footnote mark is no digit. Headers, footers and
    notes are left out. A table that holds tables, or long text, is taken as page layout and gone
    into. Nothing outside the document is fetched.

    Raises:
        UnreadableDocument: it is damaged, or goes beyond *limits*.
    """
    members = Archive.opened(data, limits).markup()
    types = members.get(TYPES, b"")
    members[TYPES] = _OTHER_MAIN_PARTS.sub(_MAIN_PART, types)
    if _STRICT in members.get("_rels/.rels", b""):
        raise UnreadableDocument(_SAVED_STRICT)
    try:
        for name in [name for name in members if name.endswith(".rels")]:
            members[name] = _with_what_is_read(members[name])
        document = Document(archive_of(members))
        looks = Looks.of(document.part)
        body = document.element.body
    except _DAMAGES as error:
        why = f"{type(error).__name__}: {error}"
        raise UnreadableDocument(_DAMAGED.fill(why=why)) from None
    if body is None:
        raise UnreadableDocument(_DAMAGED.fill(why="w:body"))
    return list(_Walk(looks, Tables(looks, limits)).blocks(body))


_READ = ("/officeDocument", "/styles", "/numbering")
"""The kinds of parts that are read; the library loads no others, such as headers and comments."""


def _with_what_is_read(relationships: bytes) -> bytes:
    root = fromstring(relationships, XMLParser(resolve_entities=False, no_network=True))
    for relationship in list(root):
        if not relationship.get("Type", "").endswith(_READ):
            root.remove(relationship)
    return tostring(root)


_SAVED_STRICT = Wording(
    "是“Strict Open XML”格式的文档；请另存为普通的 Word 文档（.docx）",
    "saved as “Strict Open XML”; save it as a plain Word document (.docx)",
)
_DAMAGED = Wording(
    "Word 文档的内容已损坏（{why}）；请用 Word 或 WPS 打开后另存",
    "the Word document is damaged inside ({why}); open it in Word or WPS and save it anew",
)


_CHINESE = re.compile("[\u3400-\u9fff]")
_TRANSLATION = re.compile("[A-Za-z][^\u3400-\u9fff]*\\Z")


def _with_translations(lines: Iterable[str]) -> list[str]:
    """Return the lines that have text, a translation on the line of what it translates."""
    found: list[str] = []
    for line in lines:
        if found and _TRANSLATION.match(line) and _CHINESE.search(found[-1]):
            found[-1] += f" {line}"
        elif line:
            found.append(line)
    return found


@attrs.define
class _Walk:
    """A walk through the body of a document, or a part of it, in document order."""

    looks: Looks
    tables: Tables
    pen: Pen = attrs.field(factory=Pen)

    def blocks(self, container: Any) -> Iterator[Block]:
        """Iterate over the blocks of a body, a cell or a text box."""
        for element in inside(container):
            if element.tag == TAG.p:
                yield from self._paragraph(element)
            elif element.tag == TAG.tbl:
                yield from self._flush()
                yield from self._table(element)
        yield from self._flush()

    def _paragraph(self, element: Any) -> Iterator[Block]:
        write_paragraph(element, self.looks, self.pen)
        if not self.looks.goes_on(element):
            yield from self._flush()

    def _flush(self) -> Iterator[Block]:
        pen, self.pen = self.pen, Pen()
        for order, text in enumerate(_with_translations(pen.lines)):
            yield Paragraph(text, Place(text=text), after_gap=order == 0, whole=True)
        for _ in range(pen.pictures):
            yield Picture(Place(text=""))
        for box in pen.boxes:
            yield from _Walk(self.looks, self.tables).blocks(box)

    def _table(self, element: Any) -> Iterator[Block]:
        found = self.tables.read(element)
        if found.grid is not None:
            yield found.grid
            for _ in range(found.pictures):
                yield Picture(Place(text="", table=found.grid.rows[0].cells[0].place.table))
        else:
            for cell in found.cells:
                yield from _Walk(self.looks, self.tables).blocks(cell)
