"""The formats that can be read: a row each, told from the content."""

import codecs
import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from ..errors import MissingExtra, NoReport, UnknownName, UnreadableDocument
from ..reading import Reading
from ..wire import loads
from ..wording import Wording
from .blocks import Block
from .decoding import decode
from .limits import Limits
from .office import office_format, old_office, other_office
from .placing import place

Blocks = Callable[[bytes, Limits], Sequence[Block]]


@attrs.frozen
class Format:
    """A format of documents: what turns its bytes into blocks.

    ``blocks`` loads that function, which may need *library*; the extra that brings the library is
    called *extra*. ``beside`` are modules that come with the library and are imported too.
    """

    name: str
    blocks: Callable[[], Blocks]
    extra: str | None = None
    library: str | None = None
    beside: tuple[str, ...] = ()

    def read(self, data: bytes, limits: Limits) -> Reading:
        """Read a document of this format.

        Raises:
            MissingExtra: the library that it needs is not installed.
        """
        try:
            blocks = self.blocks()
        except ModuleNotFoundError as error:
            if self.extra is None or error.name not in (self.library, *self.beside):
                raise
            raise MissingExtra(self.extra, self.library) from None
        return place(blocks(data, limits))


def _docx() -> Blocks:
    from .docx import docx_blocks

    return docx_blocks


def _html() -> Blocks:
    from .html import html_blocks

    return html_blocks


def _markdown() -> Blocks:
    from .markdown import markdown_blocks

    return lambda data, limits: markdown_blocks(decode(data), limits)


def _pdf() -> Blocks:
    from .pdf import pdf_blocks

    return pdf_blocks


def _text() -> Blocks:
    from .text import text_blocks

    return lambda data, limits: text_blocks(decode(data), limits)


def _xlsx() -> Blocks:
    from .xlsx import xlsx_blocks

    return xlsx_blocks


FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("docx", _docx, extra="docx", library="docx"),
        Format("html", _html, extra="html", library="lxml"),
        Format("md", _markdown),
        Format("pdf", _pdf, extra="pdf", library="pdfplumber", beside=("pdfminer",)),
        Format("text", _text),
        Format("xlsx", _xlsx, extra="xlsx", library="openpyxl"),
    )
}
_JSON = "json"

_MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|[a-z][a-z0-9:]*[\s/>]|!--|\?xml\s)", re.IGNORECASE)
_SIGNATURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
}

_PDF, _PDF_WITHIN = b"%PDF-", 1024
"""How a PDF begins; something may stand before it, but not more than this."""


_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE2 = b"\xd0\xcf\x11\xe0"


def told(data: bytes, limits: Limits) -> str:
    """Return the name of the format of *data*, told from its content.

    Raises:
        UnreadableDocument: it is in a format that is not read, or an archive beyond *limits*.
    """
    if data.startswith(_ZIP):
        return office_format(data, limits)
    if data.startswith(_OLE2):
        raise UnreadableDocument(old_office(data))
    if _PDF in data[:_PDF_WITHIN] and not _MARKUP.match(data) and not _speaks_of_pdf(data):
        return "pdf"
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableDocument(
                Wording(
                    f"是 {name} 图片，不能读取；请先做文字识别（OCR）",
                    f"a {name} picture, which cannot be read; recognise its text (OCR) first",
                )
            )
    other = other_office(data)
    if other is not None:
        raise UnreadableDocument(other)
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:64]
    if _OBJECT.match(start):
        return _JSON
    if _PAGE.match(start):
        return "html"
    if _MARKDOWN.search(data):
        return "md"
    return "html" if _MARKUP.match(start) else "text"


def _speaks_of_pdf(data: bytes) -> bool:
    """Tell whether a text only mentions how a PDF begins: text stands before it, and throughout."""
    before, _, rest = data.partition(_PDF)
    return bool(before.strip(b"\xef\xbb\xbf \t\r\n")) and b"%%EOF" not in rest and _is_utf8(data)


_PAGE = re.compile(rb"\s*<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_MARKDOWN = re.compile(
    rb"^[ >\t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|"  # the line below the head of a table
    rb"|^ {0,3}#{1,6}[ \t]+\S"  # a heading
    rb"|^[ \t]*\*\*[^*\r\n]{2,200}\*\*",  # a line that begins in bold
    re.MULTILINE,
)
_OBJECT = re.compile(rb"\{|\[\s*(?:\{|\])")
"""JSON begins like this: an object, or an array of objects, which is no report but told so."""


def read_as(name: str, data: bytes, limits: Limits) -> Reading:
    """Read *data* as the format called *name*.

    Raises:
        UnknownName: there is no such format.
        NoReport: it holds no report, or two.
    """
    if name == _JSON:
        return Reading(report=loads(data))
    if name not in FORMATS:
        known = ", ".join((_JSON, *FORMATS))
        raise UnknownName(
            Wording(f"没有格式“{name}”；现有：{known}", f"no format {name!r}; there are: {known}")
        )
    try:
        return FORMATS[name].read(data, limits)
    except NoReport as error:
        if name != "text" or data.startswith(_MARKED) or _is_utf8(data):
            raise
        zh, en = error.wording.zh, error.wording.en
        raise NoReport(
            Wording(
                f"{zh}（不是 UTF-8，按 GB18030 解码；若原文是其他编码，请转换为 UTF-8）",
                f"{en} (not UTF-8, so decoded as GB18030; if it is in another encoding, convert "
                "it to UTF-8)",
            )
        ) from None


_MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
