"""What a cell of a sheet says, as text: numbers as they are stored, and never rounded."""

import re
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

import attrs
from openpyxl.cell.rich_text import CellRichText, TextBlock

_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u3000]+")
_RAISED = frozenset({"superscript", "subscript"})
_MIDNIGHT = "T00:00:00"
_DIGITS = 15
"""A spreadsheet computes with so many digits; more are the noise of binary fractions."""


def text_of(value: object, number_format: str) -> str:
    """Return the text of a cell's value.

    A number is the one that is stored, with the words that its format puts around it. In a
    percentage, or one that is shown scaled, what is shown is another number: that is said, and
    it is then no count.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, date | time):
        return value.isoformat().removesuffix(_MIDNIGHT)
    return lines_of(_rich(value) if isinstance(value, CellRichText) else str(value))


def lines_of(text: str) -> str:
    """Return a text with single spaces, and without empty lines."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.replace("\r\n", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _rich(value: CellRichText) -> str:
    """Return rich text; raised and lowered text in brackets, struck text on lines of its own."""
    pieces: list[str] = []
    raised = False
    for run in value:
        font = run.font if isinstance(run, TextBlock) else None
        text = run.text if isinstance(run, TextBlock) else str(run)
        now = font is not None and font.vertAlign in _RAISED
        if now != raised:
            pieces.append("[" if now else "]")
            raised = now
        pieces.append(f"\n{text}\n" if font is not None and font.strike else text)
    return "".join(pieces) + ("]" if raised else "")


def _number(value: float, number_format: str) -> str:
    if isinstance(value, int):
        plain = str(value)
    else:
        exact = Decimal(f"{value:.{_DIGITS}g}")
        if not exact.is_finite() or abs(exact.adjusted()) > _LARGEST:
            return str(value)
        plain = f"{exact:f}"
        if "." in plain:
            plain = plain.rstrip("0").rstrip(".")
        plain = "0" if plain == "-0" else plain
    shown = _format(number_format, (value > 0) - (value < 0))
    if shown.is_percentage:
        hundredfold = Decimal(plain).scaleb(2).normalize()
        return f"{hundredfold:f}%"
    if shown.is_other:
        return f"{plain} : {number_format}"
    return f"{shown.before}{plain}{shown.behind}"


_LARGEST = 30


@attrs.frozen
class _Format:
    """What a number format makes of a number: words around it, or another number."""

    before: str = ""
    behind: str = ""
    is_percentage: bool = False
    is_other: bool = False


_TOKEN = re.compile(
    r"""(?P<quoted>"[^"]*")|(?P<escaped>[\\!].)|(?P<space>[_*].)|(?P<bracket>\[[^\]]*\])|(?P<plain>.)""",
    re.DOTALL,
)
_PLACES = frozenset("0#?")
_WORD = re.compile(r"[\u4e00-\u9fff]+\Z")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_CONDITION = re.compile(r"\[[<>=]")


@lru_cache(maxsize=1024)
def _format(number_format: str, sign: int) -> _Format:
    """Read a number format: the section for numbers of this sign."""
    if number_format in ("General", "@", "") or _CONDITION.search(number_format):
        return _Format()
    section = _section(number_format, sign)
    plain = "".join(m["plain"] or "" for m in _TOKEN.finditer(section))
    if not _PLACES & set(plain):
        return _Format()  # the section prints a sign for the number, such as a dash for zero
    if "%" in plain:
        return _Format(is_percentage=True)
    literals = _literals(section)
    if _SCALED.search(plain) or any(_is_digit_or_point(text) for text in literals):
        return _Format(is_other=True)
    before, behind = literals
    return _Format(before if _WORD.match(before) else "", behind if _WORD.match(behind) else "")


def _section(number_format: str, sign: int) -> str:
    sections = [""]
    for match in _TOKEN.finditer(number_format):
        if match["plain"] == ";":
            sections.append("")
        else:
            sections[-1] += match.group()
    index = {1: 0, -1: 1, 0: 2}[sign]
    return sections[index] if index < len(sections) else sections[0]


def _literals(section: str) -> tuple[str, str]:
    """Return the words before the first digit of a section, and those behind it."""
    texts = ["", ""]
    behind = 0
    for match in _TOKEN.finditer(section):
        if match["plain"] in _PLACES:
            behind = 1
        elif match["quoted"]:
            texts[behind] += match["quoted"][1:-1]
        elif match["escaped"]:
            texts[behind] += match["escaped"][1:]
        elif match["plain"] and _WORD.match(match["plain"]):
            texts[behind] += match["plain"]
    return texts[0].strip(), texts[1].strip()


def _is_digit_or_point(text: str) -> bool:
    return any(character.isdigit() or character in ".,%‰" for character in text)
