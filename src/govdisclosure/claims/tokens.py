"""A sentence as words."""

from collections.abc import Iterator
from decimal import Decimal

import attrs

from ..findings import Number
from .numerals import from_arabic, from_chinese
from .words import Kind, lexicon


@attrs.frozen
class Token:
    """A word of a sentence and where it stands; ``kind`` is None for words that are not known.

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
    pattern, groups = lexicon()
    at = 0
    for match in pattern.finditer(text):
        kind, key = groups[match.lastgroup or ""]
        token = Token(kind, key, match.start(), match.end(), match.group())
        if kind is Kind.NUMBER:
            found = _number(token, match.groupdict())
            if found is None:
                continue
            token = found
        elif kind in (Kind.YEAR, Kind.PERCENT):
            figure = token.text.rstrip("年度%个百分点")
            token = attrs.evolve(token, number=Decimal(figure))
        elif kind is Kind.CARRIED:
            token = _carried(token, match.groupdict())
        if token.start > at:
            yield Token(None, "", at, token.start, text[at : token.start])
        at = token.end
        yield token
    if at < len(text):
        yield Token(None, "", at, len(text), text[at:])


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
    year = parts["in_year"] or parts["out_year"]
    return attrs.evolve(token, year=int(year) if year else None)
