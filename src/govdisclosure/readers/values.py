"""What a cell of a table prints: a number, a blank, or something else."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

import attrs

from ..records import Kind, Unit

_BLANKS = frozenset(
    {"", "/", "//", "-", "--", "—", "——", "–", "－", "不适用", "不適用", "无", "無"}
)
_APART = re.compile(r"\d\s+\d")
_NOTE = re.compile(r"[(\[（【〔].*[)\]）】〕]\Z")
_NUMBER = re.compile(
    r"(?P<sign>[+\-−]|增加?|[减減]少?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?P<unit>[万萬]元|元|件|个|项|条|宗)?\Z"
)
_FORMULA = re.compile(r"=\s*[+\-]?[A-Za-z\d($'{]")
_MINUS = frozenset({"-", "−", "减", "减少", "減", "減少"})
_UNITS = {unit.value: unit for unit in Unit} | {"萬元": Unit.TEN_THOUSAND_YUAN}
_LONGEST = 200
"""A cell with a longer text holds no value, but words."""


@attrs.frozen
class Value:
    """A cell's content, read. ``number`` is None for a blank.

    ``unit`` is a printed unit of money, ``signed`` tells a printed sign, ``note`` is what is
    printed behind the number in brackets, or as the mark of a footnote (①, ²). ``formula`` is one
    that nobody has computed: the number is then not known.
    """

    number: int | Decimal | None
    unit: Unit | None = None
    signed: bool = False
    note: str | None = None
    formula: str | None = None

    def fits(self, kind: Kind) -> bool:
        """Tell whether the number may stand in a cell of this kind."""
        if self.number is None:
            return True
        if kind is Kind.AMOUNT:
            return kind.admits(Decimal(self.number))
        return self.unit is None and kind.admits(self.number)


@lru_cache(maxsize=1 << 14)
def parse_value(text: str) -> Value | None:
    """Return what a cell prints as a value, None if it is neither a number nor a blank.

    Full-width digits, thousands separators, signs (also 增, 减), units, and a note in brackets or
    the mark of a footnote behind the number are understood. Digits that stand apart are not one
    number, and a raised or circled one is never a digit of the number before it. A formula is a
    value, but none that is known.
    """
    if _FORMULA.match(text):
        return Value(None, formula=text)
    return _printed(text) if len(text) <= _LONGEST else None


def _printed(text: str) -> Value | None:
    body, marks = _without_marks(text)
    if body is None:
        return None
    plain = unicodedata.normalize("NFKC", body).strip()
    note = _NOTE.search(plain)
    plain = plain[: note.start()] if note else plain
    if _APART.search(plain):
        return None
    plain = re.sub(r"\s", "", plain)
    if plain in _BLANKS and not note:
        return None if marks else Value(None)
    match = _NUMBER.match(plain)
    if match is None:
        return None
    digits = match["digits"].replace(",", "") + (match["decimals"] or "")
    number: int | Decimal = Decimal(digits) if match["decimals"] else int(digits)
    return Value(
        number=-number if match["sign"] in _MINUS else number,
        unit=_UNITS.get(match["unit"]),
        signed=match["sign"] is not None,
        note=(note.group() if note else "") + marks or None,
    )


def _without_marks(text: str) -> tuple[str | None, str]:
    """Return a text without the marks of footnotes at its end, and these; None if others stay."""
    stripped = text.rstrip()
    body = stripped.rstrip("".join(c for c in set(stripped) if unicodedata.category(c) == "No"))
    marks = stripped[len(body) :]
    fraction = any(unicodedata.numeric(mark) % 1 for mark in marks)
    odd = any(unicodedata.category(c) == "No" for c in _NOTE.sub("", body))
    return (None if fraction or odd else body), marks


def is_number(text: str) -> bool:
    """Tell whether a cell prints a number."""
    value = parse_value(text)
    return value is not None and value.number is not None
