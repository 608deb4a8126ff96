"""The formats that can be read, told from the content."""

import codecs
import re
from collections.abc import Callable

from ..errors import MissingExtra, NoReport, UnknownName, UnreadableDocument
from ..reading import Reading
from ..wire import loads
from ..wording import Wording
from .decoding import decode
from .limits import Limits
from .placing import place
from .text import text_blocks


def _read_json(data: bytes, _limits: Limits) -> Reading:
    return Reading(report=loads(data))


def _read_text(data: bytes, limits: Limits) -> Reading:
    text = decode(data)
    try:
        return place(text_blocks(text, limits))
    except NoReport as error:
        if text.encode() == data or data.startswith(_MARKED):
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


def _read_html(data: bytes, limits: Limits) -> Reading:
    try:
        from .html import html_blocks
    except ModuleNotFoundError as error:
        if error.name != "lxml":
            raise
        raise MissingExtra("html", "lxml") from None
    return place(html_blocks(data, limits))


_READERS: dict[str, Callable[[bytes, Limits], Reading]] = {
    "json": _read_json,
    "html": _read_html,
    "text": _read_text,
}
_MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|[a-z][a-z0-9:]*[\s/>]|!--|\?xml\s)", re.IGNORECASE)

_SIGNATURES = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "DOCX / XLSX / ZIP",
    b"\xd0\xcf\x11\xe0": "DOC / XLS",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
}


def told(data: bytes) -> str:
    """Return the name of the format of *data*, told from its content.

    Raises:
        UnreadableDocument: it is in a format that is not read.
    """
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableDocument(
                Wording(
                    f"是 {name} 文件，目前只读文字、网页和 JSON；请先另存为文字",
                    f"a {name} file; only text, web pages and JSON are read so far: "
                    "save it as text first",
                )
            )
    if _PIPES.search(data):
        raise UnreadableDocument(_MARKDOWN)
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:64]
    if _OBJECT.match(start):
        return "json"
    return "html" if _MARKUP.match(start) else "text"


_PIPES = re.compile(rb"^\s*\|?\s*:?-{3,}:?\s*\|", re.MULTILINE)
"""The line below the head of a Markdown table."""
_MARKDOWN = Wording(
    "有 Markdown 表格，目前只读文字、网页和 JSON；请先另存为文字或网页",
    "it has Markdown tables; only text, web pages and JSON are read so far: save it as text or as "
    "a web page first",
)
_OBJECT = re.compile(rb"\{|\[\s*(?:\{|\])")
"""JSON begins like this: an object, or an array of objects, which is no report but told so."""


def read_as(name: str, data: bytes, limits: Limits) -> Reading:
    """Read *data* as the format called *name*.

    Raises:
        UnknownName: there is no such format.
    """
    if name not in _READERS:
        known = ", ".join(_READERS)
        raise UnknownName(
            Wording(f"没有格式“{name}”；现有：{known}", f"no format {name!r}; there are: {known}")
        )
    return _READERS[name](data, limits)
