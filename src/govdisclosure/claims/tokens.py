"""A sentence as words."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from ..findings import Number
from .kinds import Kind
from .numerals import from_arabic, from_chinese
from .words import lexicon


@attrs.define(eq=False)
class Token:
    """A word of a sentence and where it stands; ``kind`` is None for words that are not known.

    One is made for every word of a report, so it is not frozen: that would double the time.

    ``number`` is that of a number, year or percentage; None if it is not exact (1.2万, 近百).
    ``year`` is a year named within the word, ``unit`` that of a number.
    """

    kind: Kind | None
    key: str
    start: int
    end: int
    text: str
    number: Number | None = None
    unit: str | None = None
    year: int | None = None


def tokens(text: str) -> Iterator[Token]:
    """Iterate over the words of a sentence in one spelling, unknown ones between them."""
    words = lexicon()
    unknown, at = 0, 0
    while at < len(text):
        found = words.get(text[at])
        token = None if found is None else _word(text, at, *found)
        if token is None:
            at += 1
            continue
        if at > unknown:
            yield Token(None, "", unknown, at, text[unknown:at])
        yield token
        unknown = at = token.end
    if unknown < len(text):
        yield Token(None, "", unknown, len(text), text[unknown:])


def _word(
    text: str, at: int, pattern: re.Pattern[str], groups: Mapping[str, tuple[Kind, str]]
) -> Token | None:
    match = pattern.match(text, at)
    if match is None:
        return None
    kind, key = groups[match.lastgroup or ""]
    token = Token(kind, key, match.start(), match.end(), match.group())
    if kind is Kind.NUMBER:
        return _number(token, match.groupdict())
    if kind is Kind.CARRIED:
        return _carried(token, match.groupdict())
    if kind in (Kind.YEAR, Kind.PERCENT):
        return attrs.evolve(token, number=Decimal(token.text.rstrip("年度%个百分点")))
    return token


_INEXACT = ("near", "more", "myriad", "more_still", "after")


def _number(token: Token, parts: dict[str, str | None]) -> Token | None:
    """Return a number; None for a numeral of words that counts nothing (一般, 统一)."""
    unit = parts["unit"]
    figure = token.text
    for name in ("near",):
        figure = figure.removeprefix(parts[name] or "")
    for name in ("after", "unit", "more_still", "myriad", "more"):
        figure = figure.removesuffix(parts[name] or "")
    arabic = figure[:1].isdigit() and figure[0].isascii()
    if not arabic and unit is None:
        return None
    number = from_arabic(figure) if arabic else from_chinese(figure)
    exact = not any(parts[name] for name in _INEXACT)
    return attrs.evolve(token, number=number if exact else None, unit=unit)


def _carried(token: Token, parts: dict[str, str | None]) -> Token:
    if token.key == "carried_between":
        return attrs.evolve(token, number=int(parts["from"] or 0), year=int(parts["to"] or 0))
    year = parts.get("in_year") or parts.get("out_year")
    return attrs.evolve(token, year=int(year) if year else None)
