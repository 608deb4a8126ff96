"""The text of a paragraph, as it is shown, and what is anchored in it."""

import re
from typing import Any

import attrs
from docx.oxml.ns import qn

from .looks import Look, Looks
from .names import TAG, inside, whole

_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u3000\n]+")
_LARGE = (1_800_000, 720_000)
"""A picture at least so wide and high (5 by 2 cm, in EMU) may hold a table or text."""
_EMU_PER_POINT = 12_700
_POINTS = re.compile(r"\b(width|height)\s*:\s*([\d.]{1,9})\s*(pt|in|cm|mm)")
_IN_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835}
_PLAIN = Look()
_OPENING, _CLOSING = "[", "]"
_NUMBER_END = re.compile(r"[、.．)）]\s*\Z")


@attrs.define
class Pen:
    """Writes lines. Raised text is put in brackets, struck text stays on a line of its own."""

    written: list[str] = attrs.field(factory=lambda: [""])
    look: Look = _PLAIN
    pictures: int = 0
    boxes: list[Any] = attrs.field(factory=list)

    def write(self, text: str, look: Look) -> None:
        """Write text that looks so."""
        if not text or look.hidden:
            return
        if look.struck != self.look.struck:
            self.new_line()
        self._set(look)
        self.written[-1] += text

    def new_line(self) -> None:
        """Begin a new line."""
        self._set(_PLAIN)
        self.written.append("")

    def _set(self, look: Look) -> None:
        if self.look.raised and not look.raised:
            self.written[-1] += _CLOSING
        elif look.raised and not self.look.raised:
            self.written[-1] += _OPENING
        self.look = look

    @property
    def lines(self) -> list[str]:
        """The lines, spaces within them made one, an empty pair of brackets left out."""
        self._set(_PLAIN)
        texts = (line.replace(_OPENING + _CLOSING, "") for line in self.written)
        return [_SPACES.sub(" ", text).strip() if text else "" for text in texts]


@attrs.define
class _Fields:
    """The fields that are open in a paragraph: each with its code, and whether that is over."""

    codes: list[str] = attrs.field(factory=list)
    shown: list[bool] = attrs.field(factory=list)
    empty: bool = True

    @property
    def hide(self) -> bool:
        """Whether what stands here is a part of a code."""
        return False in self.shown


def write_paragraph(paragraph: Any, looks: Looks, pen: Pen) -> None:
    """Write the text of a paragraph, its automatic number first."""
    style = looks.paragraph_style(paragraph)
    if looks.is_of_contents(style):
        return
    writing = _Writing(pen, looks, style)
    before = len(pen.written[-1]), len(pen.written)
    writing.inline(paragraph)
    number = looks.numbers.get(paragraph)
    if number and (len(pen.written[-1]), len(pen.written)) != before:
        start, line = before
        text = pen.written[line - 1]
        gap = "" if _NUMBER_END.search(number) else " "
        pen.written[line - 1] = text[:start] + number + gap + text[start:]


@attrs.define
class _Writing:
    """A walk through the runs of a paragraph."""

    pen: Pen
    looks: Looks
    style: str | None
    fields: _Fields = attrs.field(factory=_Fields)

    def inline(self, container: Any) -> None:
        """Write what stands in a paragraph, or in something within it."""
        for element in inside(container):
            if element.tag == TAG.r:
                self._run(element)
            elif element.tag == TAG.field:
                before = list(self.pen.written)
                self.inline(element)
                if self.pen.written == before:
                    self._write_uncomputed(element.get(qn("w:instr"), ""))

    def _run(self, run: Any) -> None:
        properties, *content = list(run) or (None,)
        if properties is not None and properties.tag != TAG.run_properties:
            properties, content = run.find(TAG.run_properties), [properties, *content]
        look = self.looks.run(properties, self.style)
        if len(content) == 1 and content[0].tag == TAG.t and not self.fields.codes:
            self.pen.write(content[0].text or "", look)
            return
        for element in inside(run):
            tag = element.tag
            if tag == TAG.run_properties:
                continue
            if tag == TAG.field_mark:
                self._field(element.get(qn("w:fldCharType")))
            elif tag == TAG.field_code:
                if self.fields.codes:
                    self.fields.codes[-1] += element.text or ""
            elif not self.fields.hide:
                self._content(element, look)

    def _content(self, element: Any, look: Look) -> None:
        tag, pen = element.tag, self.pen
        if tag == TAG.t:
            self.fields.empty = self.fields.empty and not element.text
            pen.write(element.text or "", look)
        elif tag == TAG.tab:
            pen.write(" ", look)
        elif tag in (TAG.br, TAG.cr):
            pen.new_line()
        elif tag == TAG.hyphen:
            pen.write("-", look)
        elif tag == TAG.symbol:
            pen.write(_SYMBOL, look)
        elif tag in (TAG.footnote, TAG.endnote):
            mark = element.get(qn("w:id"), "*")
            pen.write(mark, attrs.evolve(look, raised=True))
        elif tag == TAG.ruby:
            for base in element.iterfind(TAG.ruby_base):
                self.inline(base)
        elif tag in (TAG.drawing, TAG.picture, TAG.embedded) and not look.hidden:
            self._drawn(element)

    def _field(self, mark: str | None) -> None:
        fields = self.fields
        if mark == "begin":
            fields.codes.append("")
            fields.shown.append(False)
            fields.empty = True
        elif mark == "separate" and fields.shown:
            fields.shown[-1] = True
        elif mark == "end" and fields.shown:
            fields.shown.pop()
            code = fields.codes.pop()
            if fields.empty and not fields.hide:
                self._write_uncomputed(code)

    def _write_uncomputed(self, code: str) -> None:
        """Write the code of a field that computes a number and has none: it is no blank."""
        if code.strip().startswith("="):
            self.pen.write(code.strip(), _PLAIN)

    def _drawn(self, element: Any) -> None:
        boxes = [box for box in element.iter(TAG.box) if not _is_fallback(box, element)]
        self.pen.boxes += [b for b in boxes if not any(a in boxes for a in b.iterancestors())]
        if not boxes and _is_large(element):
            self.pen.pictures += 1


_SYMBOL = "□"
"""Stands for a character of a font of symbols, which may be anything."""


def _is_fallback(box: Any, drawing: Any) -> bool:
    """Tell whether a text box only stands in for another, for programs that know none."""
    for around in box.iterancestors():
        if around is drawing:
            return False
        if around.tag == TAG.fallback:
            return around.getparent().find(TAG.choice) is not None
    return False


def _is_large(drawing: Any) -> bool:
    sizes = [(whole(e, "cx"), whole(e, "cy")) for e in drawing.iter(TAG.extent)]
    for shape in drawing.iter(TAG.shape):
        if shape.find(TAG.image) is not None:
            given = dict.fromkeys(("width", "height"), 0)
            for name, size, unit in _POINTS.findall(shape.get("style", "")):
                points = float(size) if size.replace(".", "", 1).isdigit() else 0.0
                given[name] = int(points * _IN_POINTS[unit] * _EMU_PER_POINT)
            sizes.append((given["width"], given["height"]))
    return any(wide >= _LARGE[0] and high >= _LARGE[1] for wide, high in sizes)
