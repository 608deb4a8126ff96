"""How text looks by its own properties and by its styles: hidden, raised, struck, numbered."""

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from .names import GONE, TAG, VALUE, is_gone, is_on, whole
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


_PLAIN = Look()
_STYLE, _STYLE_ID, _BASED_ON, _NAME = map(qn, ("w:style", "w:styleId", "w:basedOn", "w:name"))
_PARAGRAPH_STYLE, _RUN_STYLE = qn("w:pStyle"), qn("w:rStyle")
_NUMBERED, _LIST, _LEVEL, _OUTLINE = map(qn, ("w:numPr", "w:numId", "w:ilvl", "w:outlineLvl"))
_HIDDEN, _STRUCK, _STRUCK_TWICE = map(qn, ("w:vanish", "w:strike", "w:dstrike"))
_ALIGNED, _POSITION = qn("w:vertAlign"), qn("w:position")
_TELLING = (_RUN_STYLE, _HIDDEN, _STRUCK, _STRUCK_TWICE, _ALIGNED, _POSITION)
"""The properties of a run that tell how it looks; most runs have none of them."""
SHOWN_OTHERWISE = (*_TELLING, _NUMBERED, qn("w:webHidden"), *GONE)
"""Text near one of these may be shown otherwise than it stands."""
PARAGRAPH_STYLE = _PARAGRAPH_STYLE


@attrs.frozen
class _Style:
    """What a style says of text, with all that it is based on: the nearest properties first."""

    runs: tuple[Any, ...] = ()
    paragraphs: tuple[Any, ...] = ()
    look: Look = _PLAIN
    is_of_contents: bool = False


@attrs.frozen
class Looks:
    """The styles of a document, and the automatic number of each paragraph that has one."""

    styles: Mapping[str, Any]
    numbers: Mapping[Any, str]
    known: dict[str | None, _Style]
    has_deletions: bool = False

    @classmethod
    def of(cls, part: Any) -> "Looks":
        """Return the looks of the main part of a document."""
        styles = {
            style.get(_STYLE_ID): style
            for style in _related(part, RELATIONSHIP_TYPE.STYLES).iterfind(_STYLE)
        }
        found = cls(styles, {}, {None: _Style()})
        numbering = _related(part, RELATIONSHIP_TYPE.NUMBERING)
        numbered = (
            numbered
            for paragraph in (part.element.iter(TAG.p) if found.has_lists(part.element) else ())
            if (numbered := found.numbered(paragraph)) is not None
        )
        deletions = next(part.element.iter(*GONE), None) is not None
        return attrs.evolve(found, numbers=labels_of(numbering, numbered), has_deletions=deletions)

    def has_lists(self, body: Any) -> bool:
        """Tell whether a paragraph may be in a list: most documents have none."""
        if next(body.iter(_NUMBERED), None) is not None:
            return True
        used = {one.get(VALUE) for one in body.iter(_PARAGRAPH_STYLE)}
        return any(
            part.find(_NUMBERED) is not None for s in used for part in self._style(s).paragraphs
        )

    def goes_on(self, paragraph: Any) -> bool:
        """Tell whether the end of a paragraph was deleted, so that the next one joins it."""
        if not self.has_deletions:
            return False
        properties = paragraph.find(TAG.paragraph_properties)
        return properties is not None and is_gone(properties.find(TAG.run_properties))

    def run(self, properties: Any, paragraph_style: str | None) -> Look:
        """Return the look of a run by its properties, then by the styles of it and around it."""
        around = self._style(paragraph_style)
        if properties is None or next(properties.iterchildren(*_TELLING), None) is None:
            return around.look
        own = properties.find(_RUN_STYLE)
        named = self._style(None if own is None else own.get(VALUE))
        return _look((properties, *named.runs, *around.runs))

    def paragraph_style(self, paragraph: Any) -> str | None:
        """Return the style of a paragraph, None where it is the usual one."""
        return _named(paragraph.find(TAG.paragraph_properties))

    def numbered(self, paragraph: Any) -> NumberedParagraph | None:
        """Return a paragraph with the list that it is in, None if it is in none."""
        properties = paragraph.find(TAG.paragraph_properties)
        chain = self._style(_named(properties)).paragraphs
        if properties is not None:
            chain = (properties, *chain)
        numbers = [n for one in chain if (n := one.find(_NUMBERED)) is not None]
        identity = next((i for n in numbers if (i := n.find(_LIST)) is not None), None)
        if identity is None or not whole(identity):
            return None
        level = next((i for n in numbers if (i := n.find(_LEVEL)) is not None), None)
        is_heading = any(one.find(_OUTLINE) is not None for one in chain)
        return NumberedParagraph(
            paragraph, str(whole(identity)), max(whole(level), 0), is_heading=is_heading
        )

    def is_plain(self, style: str | None) -> bool:
        """Tell whether a style shows text as it stands."""
        found = self._style(style)
        return found.look == _PLAIN and not found.is_of_contents

    def is_of_contents(self, style: str | None) -> bool:
        """Tell whether a style is that of a line of a table of contents."""
        return self._style(style).is_of_contents

    def _style(self, name: str | None) -> _Style:
        found = self.known.get(name)
        if found is None:
            found = self.known[name] = self._read(name)
        return found

    def _read(self, name: str | None) -> _Style:
        chain: list[Any] = []
        while name is not None and name in self.styles and len(chain) < _STYLE_DEPTH:
            chain.append(self.styles[name])
            base = chain[-1].find(_BASED_ON)
            name = None if base is None else base.get(VALUE)
        names = [one.find(_NAME) for one in chain[:1]]
        runs = _parts(chain, TAG.run_properties)
        return _Style(
            runs,
            _parts(chain, TAG.paragraph_properties),
            _look(runs),
            any(n is not None and n.get(VALUE, "").lower().startswith("toc ") for n in names),
        )


def _named(properties: Any) -> str | None:
    style = None if properties is None else properties.find(_PARAGRAPH_STYLE)
    return None if style is None else style.get(VALUE)


def _parts(chain: Sequence[Any], name: str) -> tuple[Any, ...]:
    return tuple(part for one in chain if (part := one.find(name)) is not None)


def _look(chain: Sequence[Any]) -> Look:
    return Look(
        hidden=_first_on(chain, _HIDDEN),
        raised=_is_raised(chain),
        struck=_first_on(chain, _STRUCK) or _first_on(chain, _STRUCK_TWICE),
    )


def _related(part: Any, kind: str) -> Any:
    """Return the root of a part that belongs to another, an empty one where it is not there."""
    for relation in part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            element = getattr(relation.target_part, "element", None)
            if element is not None:
                return element
    return part.element.makeelement(qn("w:none"))


def _first_on(chain: Sequence[Any], name: str) -> bool:
    """Tell whether the first properties that speak of something say that it is so."""
    for properties in chain:
        if properties.find(name) is not None:
            return is_on(properties, name)
    return False


def _is_raised(chain: Sequence[Any]) -> bool:
    for properties in chain:
        found = properties.find(_ALIGNED)
        if found is not None:
            return found.get(VALUE) in _RAISED
    return any(abs(whole(one.find(_POSITION))) >= _RAISED_BY for one in chain)
