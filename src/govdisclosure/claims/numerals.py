"""Numbers as prose writes them: 14,069 and 三十二, exact."""

import re
from decimal import Decimal

_DIGITS = {d: n for n, d in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

CHINESE = "[零〇一二两三四五六七八九十百千万亿]+"
ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_LONGEST = 30
"""No number of a report is written longer."""
_BY_PLACE = re.compile("[零〇一二三四五六七八九]{2,}")


def from_chinese(text: str) -> int | None:
    """Return the number that Chinese numerals write, None if they write none.

    Understood are numerals with their places (一百零五, 两千, 三万二千) and single digits that
    stand side by side (二〇二四). 三百五, which stands for 350 in speech, is not written like that
    in documents, and is no number here.
    """
    if len(text) > _LONGEST:
        return None
    if _BY_PLACE.fullmatch(text):
        return int("".join(str(_DIGITS[digit]) for digit in text))
    total, least = 0, None
    for myriad in ("亿", "万"):
        head, found, rest = text.partition(myriad)
        if not found:
            continue
        part = _below_myriad(head)
        if not part or (least is not None and least <= _MYRIADS[myriad]):
            return None
        total += part * _MYRIADS[myriad]
        text, least = rest, _MYRIADS[myriad]
        if not text:
            return total
    part = _below_myriad(text, after=least)
    return None if part is None else total + part


def _below_myriad(text: str, *, after: int | None = None) -> int | None:
    """Return the number below 10,000 that *text* writes; *after* is the place that precedes it."""
    if after is None and text in ("零", "〇"):
        return 0
    total, place, digit, zero = 0, after or 10**5, None, False
    for sign in text:
        if sign in _TENS:
            bare = digit is None and (sign != "十" or total > 0)
            leaps = place < 10**5 and (_TENS[sign] * 10 < place) is not zero
            if _TENS[sign] >= place or bare or leaps:
                return None
            total += (1 if digit is None else digit) * _TENS[sign]
            place, digit, zero = _TENS[sign], None, False
        elif _DIGITS.get(sign, 0):
            if digit is not None:
                return None
            digit = _DIGITS[sign]
        elif sign in _DIGITS and digit is None and not zero and _may_skip(total, after, place):
            zero = True
        else:
            return None
    if digit is None:
        return total if total and not zero else None
    skipped = _TENS["十"] < place < 10**5 and not zero
    return None if skipped else total + digit


def _may_skip(total: int, after: int | None, place: int) -> bool:
    """Tell whether a 零 may stand here: behind something, and before a place that is left out."""
    return bool(total or after) and place > _TENS["十"]


def from_arabic(text: str) -> int | Decimal | None:
    """Return the number that digits write, with or without thousands separators.

    None where a full-width comma stands in it, which may part two numbers, or where there are more
    digits than any number of a report has.
    """
    if "，" in text or len(text) > _LONGEST:
        return None
    plain = text.replace(",", "")
    return Decimal(plain) if "." in plain else int(plain)
