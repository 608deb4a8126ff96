"""The names of WordprocessingML that are read, and what stands inside of what."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SHAPES = "{urn:schemas-microsoft-com:vml}"


class TAG:
    """Elements, by the names that the standard gives them."""

    body, p, r, t, tab, br, cr = map(qn, ["w:body", "w:p", "w:r", "w:t", "w:tab", "w:br", "w:cr"])
    tbl, tr, tc, sdt, content = map(qn, ["w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent"])
    paragraph_properties, run_properties = qn("w:pPr"), qn("w:rPr")
    symbol, hyphen, ruby, ruby_base = map(qn, ["w:sym", "w:noBreakHyphen", "w:ruby", "w:rubyBase"])
    field, field_mark, field_code = map(qn, ["w:fldSimple", "w:fldChar", "w:instrText"])
    footnote, endnote = qn("w:footnoteReference"), qn("w:endnoteReference")
    drawing, picture, embedded = map(qn, ["w:drawing", "w:pict", "w:object"])
    box, extent = qn("w:txbxContent"), qn("wp:extent")
    choices = f"{_COMPATIBILITY}AlternateContent"
    choice, fallback = f"{_COMPATIBILITY}Choice", f"{_COMPATIBILITY}Fallback"
    shape, image = f"{_SHAPES}shape", f"{_SHAPES}imagedata"


VALUE = qn("w:val")
_WRAPPERS = frozenset(
    map(qn, ["w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:hyperlink", "w:dir", "w:bdo"])
)
_SEEN_THROUGH = _WRAPPERS | {TAG.sdt, TAG.choices}
GONE = tuple(map(qn, ("w:del", "w:moveFrom")))
_OFF = frozenset({"0", "false", "off", "none"})
_CONTENTS = "Table of Contents"


def inside(container: Any) -> Iterator[Any]:
    """Iterate over what stands in a container, through what only wraps it.

    Wrappers are insertions, links, content controls (but not their placeholder text) and the
    like; deletions are passed over, and so is a table of contents.
    """
    for element in container.iterchildren():
        tag = element.tag
        if tag not in _SEEN_THROUGH:
            if isinstance(tag, str):  # a comment has no name
                yield element
        elif tag == TAG.sdt:
            content = element.find(TAG.content)
            if content is not None and not _is_placeholder(element):
                yield from inside(content)
        elif tag == TAG.choices:
            chosen = element.find(TAG.choice)
            chosen = element.find(TAG.fallback) if chosen is None else chosen
            if chosen is not None:
                yield from inside(chosen)
        else:
            yield from inside(element)


def _is_placeholder(control: Any) -> bool:
    properties = control.find(qn("w:sdtPr"))
    if properties is None:
        return False
    gallery = properties.find(f"{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    is_contents = gallery is not None and gallery.get(VALUE) == _CONTENTS
    return is_contents or is_on(properties, qn("w:showingPlcHdr"))


def is_on(properties: Any, name: str) -> bool:
    """Tell whether a property is there, and not switched off."""
    if properties is None:
        return False
    found = properties.find(name)
    return found is not None and str(found.get(VALUE, "on")).lower() not in _OFF


def is_gone(properties: Any) -> bool:
    """Tell whether tracked changes have deleted or moved away what has these properties."""
    return properties is not None and any(properties.find(name) is not None for name in GONE)


def whole(element: Any, name: str = VALUE, default: int = 0) -> int:
    """Return the whole number in an attribute, *default* where there is none."""
    text = "" if element is None else str(element.get(name, "")).strip()
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        return default
    return int(text[:_LONGEST_NUMBER])


_LONGEST_NUMBER = 9
