"""A report with its review, as it is shown on the page in one language."""

from collections.abc import Mapping, Sequence

import attrs

from ...checking import Review
from ...findings import Finding
from ...reading import Reading
from ...records import AnnualReport
from ...rules.vocabulary import label_of
from ...suggesting import Correction
from ...wording import Speech, Wording
from ...writers.html.elements import element, shown
from .names import cell_id, note_id

_AND = Wording("、", ", ")
_MORE = Wording("等，共 {number} 处", " and more, {number} in all")
_PARAGRAPH = Wording("第 {number} 段", "paragraph {number}")


@attrs.frozen(kw_only=True)
class View:
    """A report, how it was read, its review, its number on the page, and the language.

    ``linked`` are the cells and paragraphs that have an identity on the page, ``corrections`` what
    is suggested where relations are broken, ``told_at`` the number of the note that tells those of
    a group.
    """

    report: AnnualReport
    reading: Reading | None
    review: Review
    number: int
    speech: Speech
    linked: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()
    told_at: Mapping[int, int] = attrs.field(factory=dict)

    def suggested(self, finding: Finding) -> list[Correction]:
        """Return the corrections that would mend what a finding says, the likeliest first."""
        key = finding.rule, finding.at
        return [c for c in self.corrections if any((i.rule, i.at) == key for i in c.mends)]

    def note(self, number: int, words: Wording) -> str:
        """Return a link to a note."""
        return element("a", self.say(words), href=f"#{note_id(self.number, number)}")

    def say(self, wording: Wording) -> str:
        """Return a wording as HTML."""
        return shown(self.speech.say(wording))

    def joined(self, parts: Sequence[str]) -> str:
        """Return a list of pieces of HTML."""
        return self.say(_AND).join(parts)

    def links(self, names: Sequence[str], most: int) -> str:
        """Return links to cells and paragraphs, at most so many, with the number of all."""
        listed = self.joined([self._link(name) for name in names[:most]])
        more = len(names) > most
        return listed + (self.say(_MORE.fill(number=len(names))) if more else "")

    def _link(self, name: str) -> str:
        words = self.say(_label(name))
        if name not in self.linked:
            return words
        return element("a", words, href=f"#{cell_id(self.number, name)}")


def _label(name: str) -> Wording:
    if name.endswith("]"):
        return _PARAGRAPH.fill(number=int(name.rpartition("[")[2][:-1]) + 1)
    return label_of(name)


def badge(words: str, kind: str) -> str:
    """Return a word on a coloured ground."""
    return element("span", words, class_=f"badge {kind}")
