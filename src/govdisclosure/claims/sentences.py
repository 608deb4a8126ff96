"""The prose of a report as sentences, in one spelling, each character with its place."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ..records import Prose
from .vocabulary import Quotation

SECTIONS = ("overview", "problems", "other_matters")

_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {
    ord("．"): ord("."),
    ord("，"): ord("，"),
}
"""Half-width for full-width, but for the comma: 2，069 may be one number or two."""
_END = re.compile("[。!?]+")
_SPACE = re.compile(r"\s")
_TITLE = re.compile("《[^《》]*》")
_TORN = re.compile(r"[\d,.]")
_ENDED = re.compile(r"[。!?;:,，、)”\"》]\Z")


@attrs.frozen(kw_only=True, eq=False)
class Sentence:
    """A sentence in one spelling: half-width, without spaces, titles in 《》 made unreadable.

    ``offsets`` are the places of its characters in the paragraph at ``path``. ``heading`` is
    what stands before the paragraph as a heading of its own. The first number is ``torn`` if the
    paragraph before breaks off.
    """

    text: str
    path: str
    paragraph: str
    offsets: Sequence[int]
    heading: str
    first: bool
    torn: bool

    def position(self, offset: int) -> int:
        """Return where in the sentence a character of the paragraph stands."""
        return bisect_left(self.offsets, offset)

    def quoted(self, start: int, end: int) -> Quotation:
        """Return characters of the sentence as they stand in the paragraph."""
        begin, close = self.offsets[start], self.offsets[end - 1] + 1
        whole = self.paragraph[self.offsets[0] : self.offsets[-1] + 1]
        return Quotation(
            path=self.path,
            start=begin,
            end=close,
            text=self.paragraph[begin:close],
            sentence=whole,
        )


def sentences(sections: Iterable[tuple[str, Prose | None]]) -> Iterator[Sentence]:
    """Iterate over the sentences of sections in words, each given with its name."""
    for name, prose in sections:
        if prose is not None:
            yield from _of_section(name, prose)


_LONGEST_HEADING = 30


def _of_section(section: str, prose: Prose) -> Iterator[Sentence]:
    heading, before = "", "。"
    for number, paragraph in enumerate(prose.paragraphs):
        text, offsets = in_one_spelling(paragraph)
        if not text:
            continue
        torn = not _ENDED.search(before) and _TORN.match(text) is not None
        start = 0
        for end in (*(m.end() for m in _END.finditer(text)), len(text)):
            if end > start:
                yield Sentence(
                    text=text[start:end],
                    path=f"{section}.paragraphs[{number}]",
                    paragraph=paragraph,
                    offsets=offsets[start:end],
                    heading=heading,
                    first=start == 0,
                    torn=torn and start == 0,
                )
            start = end
        is_heading = len(text) <= _LONGEST_HEADING and not _END.search(text)
        heading, before = text if is_heading else "", text


def in_one_spelling(text: str) -> tuple[str, Sequence[int]]:
    """Return a text half-width, without spaces and titles, and where its characters stood."""
    plain = text.translate(_PLAIN)
    offsets: Sequence[int] = range(len(plain))
    if _SPACE.search(plain):
        offsets = [i for i, character in enumerate(plain) if not character.isspace()]
        plain = "".join(plain.split())
    return _TITLE.sub(lambda m: "※" * len(m.group()), plain), offsets
