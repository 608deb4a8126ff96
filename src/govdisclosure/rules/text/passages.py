"""What a report says in words, passage by passage, and how a finding quotes it."""

import re
from collections.abc import Iterator
from functools import cache

import attrs

from ...reading import Place, Reading
from ...records import AnnualReport, Prose
from ...records.report import HEADINGS
from ...wording import Wording
from ..vocabulary import Subject

_ENDS = r"[^。！？；!?;\n]+[。！？；!?;\n]?"
_SENTENCE_MARK = r"[。！？；]"
_PERSONAL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|(?:\d[ \-]?){10,}[\dXx]"
"""What may be an address or a number of a person: it is never quoted whole."""
_LONGEST_QUOTE = 40


@attrs.frozen
class Passage:
    """A title, heading or paragraph: its path in the report, its text, and where it stands.

    The ``section`` is None for the title and for what stands before the first heading.
    """

    at: str
    text: str
    place: Place | None
    section: str | None = None

    @property
    def is_heading(self) -> bool:
        """Whether the passage is a section's heading."""
        return self.at.endswith(".heading") or self.at.startswith("headings[")

    def places(self, *quotes: str) -> tuple[Place, ...]:
        """Return the places of quotations from the passage."""
        if self.place is None:
            return ()
        return tuple(attrs.evolve(self.place, text=quoted(quote)) for quote in quotes)


@cache
def prose_sections() -> tuple[str, ...]:
    """Return the keys of the sections in words, in the form's order."""
    return tuple(f.name for f in attrs.fields(AnnualReport) if HEADINGS in f.metadata)


def prose_of(report: AnnualReport, section: str) -> Prose | None:
    """Return a section in words, None if the report lacks it."""
    found = getattr(report, section)
    return found if isinstance(found, Prose) else None


def has_prose(report: AnnualReport) -> bool:
    """Tell whether a report has any section in words."""
    return not (report.overview is report.problems is report.other_matters is None)


def passages(subject: Subject) -> Iterator[Passage]:
    """Iterate over all that a report says in words: title, headings, paragraphs, asides."""
    report, reading = subject.report, subject.reading
    where = reading.prose if reading is not None else {}
    if report.title:
        yield Passage("title", report.title, where.get("title"))
    yield from headings(subject)
    for section in prose_sections():
        yield from paragraphs(subject, section)
    if reading is not None:
        yield from filter(_is_said, asides(reading))


def headings(subject: Subject) -> Iterator[Passage]:
    """Iterate over the headings of the sections: those of the document, or else of the record."""
    if subject.reading is not None and subject.reading.headings:
        seen: set[str] = set()
        for number, heading in enumerate(subject.reading.headings):
            again = heading.section in seen
            at = f"headings[{number}]" if again else f"{heading.section}.heading"
            yield Passage(at, heading.place.text, heading.place, heading.section)
            seen.add(heading.section)
        return
    for section in prose_sections():
        prose = prose_of(subject.report, section)
        if prose is not None and prose.heading:
            yield Passage(f"{section}.heading", prose.heading, None, section)


def paragraphs(subject: Subject, section: str) -> Iterator[Passage]:
    """Iterate over the paragraphs of a section in words."""
    prose = prose_of(subject.report, section)
    where = subject.reading.prose if subject.reading is not None else {}
    for number, text in enumerate(prose.paragraphs if prose is not None else ()):
        at = f"{section}.paragraphs[{number}]"
        yield Passage(at, text, where.get(at), section)


def asides(reading: Reading) -> Iterator[Passage]:
    """Iterate over what stands beside the tables and before the first heading."""
    for number, aside in enumerate(reading.asides):
        yield Passage(f"asides[{number}]", aside.place.text, aside.place, aside.section)


def _is_said(aside: Passage) -> bool:
    """Tell words of the report from the navigation of a page, and from the title again."""
    return aside.section is not None or re.search(_SENTENCE_MARK, aside.text) is not None


def words_of(report: AnnualReport) -> str:
    """Return all paragraphs of the sections in words, one a line."""
    found = (prose_of(report, section) for section in prose_sections())
    return "\n".join(prose.text for prose in found if prose is not None)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with the mark that ends it."""
    return re.findall(_ENDS, text)


def quoted(text: str) -> str:
    """Return a text as a finding may quote it: short, on one line, with no personal data whole."""
    plain = " ".join(text.split())
    shown = re.sub(_PERSONAL, lambda found: masked(found[0]), plain)
    return shown if len(shown) <= _LONGEST_QUOTE else shown[:_LONGEST_QUOTE] + "…"


def masked(text: str) -> str:
    """Return a number or address of which only the ends can be read."""
    name, at, domain = text.partition("@")
    if at:
        return f"{name[:1]}***@{domain}"
    digits = re.sub(r"[ \-]", "", text)
    return f"{digits[:3]}{'*' * (len(digits) - 5)}{digits[-2:]}"


NO_PROSE = Wording(
    "记录中没有文字部分（一、五、六）", "the record has no section in words (sections 1, 5 and 6)"
)
NO_YEAR = Wording("报告年度不明", "the report's year is not known")
NO_KIND = Wording("机关类型不明", "the kind of body is not known")


def no_words(subject: Subject) -> Wording | None:
    """Return why there are no words to look at, None if there are some."""
    reading = subject.reading
    if subject.report.title or has_prose(subject.report):
        return None
    return None if reading is not None and (reading.asides or reading.headings) else _NO_WORDS


_NO_WORDS = Wording(
    "记录中没有标题，也没有文字部分", "the record has neither a title nor any prose"
)


def no_section(subject: Subject, section: str) -> Wording | None:
    """Return why a section in words cannot be looked at, None if it is there."""
    if prose_of(subject.report, section) is not None:
        return None
    if not has_prose(subject.report):
        return NO_PROSE
    label = next(f for f in attrs.fields(AnnualReport) if f.name == section).metadata[HEADINGS]
    return _NO_SECTION.fill(label=list(label.values())[-1])


_NO_SECTION = Wording("报告中没有“{label}”", "the report has no section “{label}”")
