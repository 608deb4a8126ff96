"""Prose that states the numbers of a report, or one of them wrong."""

from collections.abc import Callable, Mapping, Sequence

import attrs
from hypothesis import strategies as st

from ..editions import edition_due
from ..errors import Impossible
from ..records import AnnualReport, Prose
from ..wording import Wording
from .entries import EDITION_NAMES
from .facts import APART, BESIDE, CHANNELS, FACTS, OPENINGS, OTHERS, Fact
from .wordings import headings

_DIGITS = "零一二三四五六七八九"
_MYRIAD = 10**4


def chinese(number: int) -> str:
    """Return a number below 10**8 in Chinese numerals, with their places."""
    if number >= _MYRIAD:
        head, rest = divmod(number, _MYRIAD)
        gap = "零" if 0 < rest < _MYRIAD // 10 else ""
        return f"{chinese(head)}万{gap}{chinese(rest) if rest else ''}"
    said, gap = "", ""
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            ten = name == "十" and digit == 1 and not said
            said += gap + ("" if ten else _DIGITS[digit]) + name
        gap = "零" if said and not digit else ""
    return said or "零"


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def _with_commas(number: int) -> str:
    return f"{number:,}"


_WRITTEN: st.SearchStrategy[Callable[[int], str]] = st.sampled_from(
    (str, _with_commas, _full_width, chinese)
)
_ANY_NUMBER = st.integers(0, 30) | st.integers(0, 10**6)


def prose(report: AnnualReport, *, agree: bool = True) -> st.SearchStrategy[Prose]:
    """A section in words that states numbers of a report, as annual reports do.

    One to six facts, one a sentence or several in one, in digits or numerals, with clauses about
    something else between them. Where it is not to *agree*, one of the numbers is another, which
    nothing in the report can be. What is blank in the report is not stated.

    Raises:
        Impossible: it is not to agree, and the report has no number that it could disagree with.
    """
    heading = headings("overview")[_edition(report)]
    return told(report, agree=agree).map(
        lambda found: Prose(heading=heading, paragraphs=(found.paragraph,))
    )


def _edition(report: AnnualReport) -> str:
    due = edition_due(report.year)
    return EDITION_NAMES[-1] if due is None else due.name


@attrs.frozen
class Told:
    """Prose that was written from a report, and the fact whose number was changed, if any."""

    paragraph: str
    role: str | None = None
    stated: int | None = None


def told(report: AnnualReport, *, agree: bool = True) -> st.SearchStrategy[Told]:
    """What ``prose`` says, with the role of the fact that is stated wrong.

    Raises:
        Impossible: it is not to agree, and the report has no number that it could disagree with.
    """
    facts = tuple(fact for fact in FACTS if fact.known(report))
    if not facts and not agree:
        raise Impossible(_NOTHING_TO_SAY)
    words = _Words.about(report)
    if not facts:
        return words.numbered(APART).map(Told)
    return _told(words, facts, report, agree=agree)


_NOTHING_TO_SAY = Wording(
    "报告中没有可以写进正文的数，正文无从与之不符",
    "the report has no number for prose to state, so none to disagree with",
)


@attrs.frozen
class _Words:
    """The phrases for a report: those that name a year or the body only where it is known."""

    named: Mapping[str, object]

    @classmethod
    def about(cls, report: AnnualReport) -> "_Words":
        name = report.agency.name or ""
        named: dict[str, object] = {"n": "{n}", "us": "我局" if name.endswith("局") else "本机关"}
        if name:
            named["name"] = name
        if report.year is not None:
            year = report.year
            named |= {"year": year, "before": year - 1, "after": year + 1, "long_ago": year - 2}
        return cls(named)

    def phrases(self, of: Sequence[str]) -> list[str]:
        found = []
        for phrase in of:
            try:
                found.append(phrase.format_map(self.named))
            except KeyError:
                continue  # a year or a name that is not known
        return found

    def numbered(self, of: Sequence[str]) -> st.SearchStrategy[str]:
        written = st.builds(lambda number, write: write(number), _ANY_NUMBER, _WRITTEN)
        return st.builds(
            lambda phrase, n: phrase.replace("{n}", n), st.sampled_from(self.phrases(of)), written
        )


@st.composite
def _told(
    draw: st.DrawFn, words: _Words, facts: Sequence[Fact], report: AnnualReport, *, agree: bool
) -> Told:
    some = draw(st.lists(st.sampled_from(facts), min_size=1, max_size=6, unique=True))
    changed = None if agree else draw(st.sampled_from(some))
    stated = None
    sentences: list[str] = []
    clauses: list[str] = []
    for fact in some:
        possible = fact.known(report)
        number = possible[0]
        if fact is changed:
            number = stated = _another(draw(_ANY_NUMBER), possible)
        phrase = draw(st.sampled_from(words.phrases(fact.phrases)))
        clauses.append(phrase.replace("{n}", draw(_WRITTEN)(number)))
        beside = (*BESIDE, *CHANNELS) if fact is FACTS[0] else BESIDE
        clauses += draw(st.lists(words.numbered(beside), max_size=1))
        if draw(st.booleans()):
            sentences.append(_sentence(draw, words, clauses))
            sentences += draw(st.lists(words.numbered(APART), max_size=1))
            clauses = []
    if clauses:
        sentences.append(_sentence(draw, words, clauses))
    sentences += draw(st.lists(words.numbered(OTHERS), max_size=1))
    return Told("".join(sentences), changed.role if changed else None, stated)


def _another(number: int, possible: Sequence[int]) -> int:
    """Return a number that is none of those that are possible."""
    return number if number not in possible else max(possible) + 1 + number


def _sentence(draw: st.DrawFn, words: _Words, clauses: Sequence[str]) -> str:
    opening = draw(st.sampled_from(words.phrases(OPENINGS)))
    return opening + draw(st.sampled_from(("，", "；", "，"))).join(clauses) + "。"
