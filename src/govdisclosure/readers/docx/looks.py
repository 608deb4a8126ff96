"""How text looks by its own properties and by its styles: hidden, raised, struck, numbered."""

from collections.abc import Mapping
from typing import Any

import attrs
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from .names import TAG, VALUE, is_on, whole
from .numbering import NumberedParagraph, labels_of

_STYLE_DEPTH = 12
"""Styles are based on each other; deeper than this, they go round in a circle."""
_RAISED = frozenset({"superscript", "subscript"})
_RAISED_BY = 4
"""Text moved up or down by so many half-points is a mark and not of the line."""


@attrs.frozen
class Look:
    """How a run is shown."""

    hidden: bool = False
    raised: bool = False
    struck: bool = False


@attrs.frozen
class Looks:
    """The styles of a document, and the automatic number of each paragraph that has one."""

    styles: Mapping[str, Any]
    numbers: Mapping[Any, str]

    @classmethod
    def of(cls, part: Any) -> "Looks":
        """Return the looks of the main part of a document."""
        styles = {
            style.get(qn("w:styleId")): style
            for style in _related(part, RELATIONSHIP_TYPE.STYLES).iterfind(qn("w:style"))
        }
        found = cls(styles, {})
        numbering = _related(part, RELATIONSHIP_TYPE.NUMBERING)
        numbered = (
            numbered
            for paragraph in part.element.iter(TAG.p)
            if (numbered := found.numbered(paragraph)) is not None
        )
        return attrs.evolve(found, numbers=labels_of(numbering, numbered))

    def run(self, properties: Any, paragraph_style: str | None) -> Look:
        """Return the look of a run by its properties, then by the styles of it and around it."""
        if properties is None and paragraph_style is None:
            return Look()
        own = None if properties is None else properties.find(qn("w:rStyle"))
        chain = [properties] if properties is not None else []
        for name in (own.get(VALUE) if own is not None else None, paragraph_style):
            chain += [s.find(TAG.run_properties) for s in self._styles(name)]
        chain = [one for one in chain if one is not None]
        return Look(
            hidden=_first_on(chain, qn("w:vanish")),
            raised=_is_raised(chain),
            struck=_first_on(chain, qn("w:strike")) or _first_on(chain, qn("w:dstrike")),
        )

    def paragraph_style(self, paragraph: Any) -> str | None:
        """Return the style of a paragraph, None where it is the usual one."""
        properties = paragraph.find(TAG.paragraph_properties)
        style = None if properties is None else properties.find(qn("w:pStyle"))
        return None if style is None else style.get(VALUE)

    def numbered(self, paragraph: Any) -> NumberedParagraph | None:
        """Return a paragraph with the list that it is in, None if it is in none."""
        properties = paragraph.find(TAG.paragraph_properties)
        styles = [s.find(TAG.paragraph_properties) for s in self._of_paragraph(paragraph)]
        chain = [one for one in (properties, *styles) if one is not None]
        numbers = [n for one in chain if (n := one.find(qn("w:numPr"))) is not None]
        identity = next((i for n in numbers if (i := n.find(qn("w:numId"))) is not None), None)
        level = next((i for n in numbers if (i := n.find(qn("w:ilvl"))) is not None), None)
        if identity is None or not whole(identity):
            return None
        is_heading = any(one.find(qn("w:outlineLvl")) is not None for one in chain)
        return NumberedParagraph(
            paragraph, str(whole(identity)), max(whole(level), 0), is_heading=is_heading
        )

    def is_in_contents(self, paragraph: Any) -> bool:
        """Tell whether a paragraph is a line of a table of contents."""
        styles = self._of_paragraph(paragraph)
        names = [s.find(qn("w:name")) for s in styles[:1]]
        return any(n is not None and n.get(VALUE, "").lower().startswith("toc ") for n in names)

    def _of_paragraph(self, paragraph: Any) -> list[Any]:
        return self._styles(self.paragraph_style(paragraph))

    def _styles(self, name: str | None) -> list[Any]:
        """Return a style and those that it is based on."""
        found: list[Any] = []
        while name is not None and name in self.styles and len(found) < _STYLE_DEPTH:
            found.append(self.styles[name])
            base = found[-1].find(qn("w:basedOn"))
            name = None if base is None else base.get(VALUE)
        return found


def _related(part: Any, kind: str) -> Any:
    """Return the root of a part that belongs to another, an empty one where it is not there."""
    for relation in part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            element = getattr(relation.target_part, "element", None)
            if element is not None:
                return element
    return part.element.makeelement(qn("w:none"))


def _first_on(chain: list[Any], name: str) -> bool:
    """Tell whether the first properties that speak of something say that it is so."""
    for properties in chain:
        if properties.find(name) is not None:
            return is_on(properties, name)
    return False


def _is_raised(chain: list[Any]) -> bool:
    for properties in chain:
        found = properties.find(qn("w:vertAlign"))
        if found is not None:
            return found.get(VALUE) in _RAISED
    return any(abs(whole(one.find(qn("w:position")))) >= _RAISED_BY for one in chain)
