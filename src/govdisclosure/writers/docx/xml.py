"""The words of a report as WordprocessingML: every text goes through here, and is only text."""

import re
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from ...wording import Wording
from ..characters import writable
from .paper import Style

_BREAK = re.compile("(\t|\r\n|[\n\r])")


def body_elements(xml: str) -> list[Any]:
    """Return the elements written in *xml*, to be put into a document."""
    return list(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"))


def paragraph_xml(label: Wording | str, style: Style, *, english: bool = False) -> str:
    """Return a paragraph in *style*; with *english*, a label's English wording on its next line."""
    zh, en = (label, "") if isinstance(label, str) else (label.zh, label.en)
    properties = f'<w:pPr><w:pStyle w:val="{style.identity}"/></w:pPr>'
    runs = _run(zh) if zh else ""
    if english and en:
        in_table = style in (Style.TABLE_HEAD, Style.TABLE_LABEL, Style.TABLE_CENTRED)
        runs += "<w:r><w:br/></w:r>" + _run(en, Style.TABLE_ENGLISH if in_table else Style.ENGLISH)
    return f"<w:p>{properties}{runs}</w:p>"


def _run(text: str, style: Style | None = None) -> str:
    """Return a run. The hint has quotation marks set in the Chinese font, as wide as the rest."""
    properties = '<w:rFonts w:hint="eastAsia"/>'
    if style is not None:
        properties = f'<w:rStyle w:val="{style.identity}"/><w:lang w:val="en-GB"/>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{''.join(_pieces(text))}</w:r>"


def _pieces(text: str) -> Iterator[str]:
    for piece in _BREAK.split(writable(text)):
        if piece == "\t":
            yield "<w:tab/>"
        elif piece in ("\n", "\r", "\r\n"):
            yield "<w:br/>"
        elif piece:
            yield f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
