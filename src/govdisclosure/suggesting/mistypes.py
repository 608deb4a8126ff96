"""What people mistype: how one number comes to stand where another belongs, and how likely."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from ..findings import Number
from ..wording import Wording


class Mistype(StrEnum):
    """How a wrong value may have come about, the likelier the earlier."""

    EXCHANGED = "exchanged"
    """It stands in a neighbouring cell, and the neighbour's value stands here."""
    SIGN_LOST = "sign_lost"
    """A minus was left out, or one too many was put."""
    DIGITS_SWAPPED = "digits_swapped"
    """Two digits beside each other changed places."""
    DIGIT_DROPPED = "digit_dropped"
    """One digit is missing."""
    DIGIT_DOUBLED = "digit_doubled"
    """One digit stands twice."""
    TOTAL_NOT_UPDATED = "total_not_updated"
    """A total is the sum without one of its parts, or with one twice."""
    NEXT_KEY = "next_key"
    """One digit is that of a key beside the right one."""
    NEIGHBOURS_VALUE = "neighbours_value"
    """The value of a neighbouring cell was written here too."""
    ZEROS = "zeros"
    """It is 10, 100 or 10,000 times as much, or that part of it."""
    DIGIT_WRONG = "digit_wrong"
    """One digit is another."""
    DIGIT_ADDED = "digit_added"
    """There is one digit too many."""
    LEFT_AT_ZERO = "left_at_zero"
    """A zero stands where a number belongs."""
    OTHER = "other"
    """None of these."""


_COMMON, _NEXT, _PLAIN = 10, 13, 16
WEIGHTS = {
    Mistype.EXCHANGED: 5,
    Mistype.SIGN_LOST: _COMMON,
    Mistype.DIGITS_SWAPPED: _COMMON,
    Mistype.DIGIT_DROPPED: _COMMON,
    Mistype.DIGIT_DOUBLED: _COMMON,
    Mistype.TOTAL_NOT_UPDATED: _COMMON,
    Mistype.NEXT_KEY: _NEXT,
    Mistype.NEIGHBOURS_VALUE: _NEXT,
    Mistype.ZEROS: _NEXT,
    Mistype.DIGIT_WRONG: _PLAIN,
    Mistype.DIGIT_ADDED: _PLAIN,
    Mistype.LEFT_AT_ZERO: _PLAIN,
    Mistype.OTHER: 25,
}
"""How unlikely each is; the weights of the cells of a set are added, the least comes first."""

WHY = {
    Mistype.EXCHANGED: Wording(
        "与相邻单元格的数字互换了位置", "changed places with the number of a neighbouring cell"
    ),
    Mistype.SIGN_LOST: Wording("正负号有误", "the sign is wrong"),
    Mistype.DIGITS_SWAPPED: Wording("相邻两位数字颠倒", "two digits changed places"),
    Mistype.DIGIT_DROPPED: Wording("漏了一位数字", "a digit was dropped"),
    Mistype.DIGIT_DOUBLED: Wording("一位数字重复", "a digit was doubled"),
    Mistype.TOTAL_NOT_UPDATED: Wording(
        "合计少算或重复计算了一项", "the total leaves out one of its parts, or has one twice"
    ),
    Mistype.NEXT_KEY: Wording("一位数字误按了相邻的键", "one digit is that of the next key"),
    Mistype.NEIGHBOURS_VALUE: Wording(
        "填成了相邻单元格的数字", "the number of a neighbouring cell was written here"
    ),
    Mistype.ZEROS: Wording("差 10 倍、100 倍或 10000 倍", "off by a factor of 10, 100 or 10,000"),
    Mistype.DIGIT_WRONG: Wording("一位数字有误", "one digit is wrong"),
    Mistype.DIGIT_ADDED: Wording("多了一位数字", "one digit too many"),
    Mistype.LEFT_AT_ZERO: Wording("应填数字处填了 0", "a zero was left where a number belongs"),
    Mistype.OTHER: Wording("与常见的录入错误不符", "no usual slip of the keyboard"),
}

_KEYS = (
    "12",
    "23",
    "34",
    "45",
    "56",
    "67",
    "78",
    "89",
    "90",
    "14",
    "25",
    "36",
    "47",
    "58",
    "69",
    "01",
)
"""Keys beside each other: in the row above the letters, or on the block of numbers."""
_NEAR = frozenset(_KEYS) | frozenset(pair[::-1] for pair in _KEYS)
_FACTORS = (10, 100, 10_000)


def mistype(old: Number, new: Number) -> Mistype:
    """Return how *old* may have been typed for *new*, looking at the two numbers alone."""
    if old == -new:
        return Mistype.SIGN_LOST
    if old == 0:
        return Mistype.LEFT_AT_ZERO
    found = _of_digits(_digits(old), _digits(new))
    if found is None and any(old == factor * new or new == factor * old for factor in _FACTORS):
        return Mistype.ZEROS
    return found or Mistype.OTHER


def _of_digits(wrong: str, right: str) -> Mistype | None:
    if len(wrong) == len(right):
        return _of_one_length(wrong, right)
    if len(right) == len(wrong) + 1 and any(_without(right, i) == wrong for i in range(len(right))):
        return Mistype.DIGIT_DROPPED
    if len(wrong) == len(right) + 1:
        for i in range(len(wrong)):
            if _without(wrong, i) == right:
                doubled = wrong[i] in (wrong[i + 1 : i + 2], wrong[i - 1 : i])
                return Mistype.DIGIT_DOUBLED if doubled else Mistype.DIGIT_ADDED
    return None


def _of_one_length(wrong: str, right: str) -> Mistype:
    differing = [i for i, digit in enumerate(wrong) if digit != right[i]]
    if len(differing) == 1:
        pair = wrong[differing[0]] + right[differing[0]]
        return Mistype.NEXT_KEY if pair in _NEAR else Mistype.DIGIT_WRONG
    swapped = len(differing) == 2 and differing[1] == differing[0] + 1  # noqa: PLR2004  # a pair
    if swapped and wrong[differing[0]] == right[differing[1]]:
        first, second = differing
        return Mistype.DIGITS_SWAPPED if wrong[second] == right[first] else Mistype.OTHER
    return Mistype.OTHER


def _digits(number: Number) -> str:
    return f"{abs(number):f}" if isinstance(number, Decimal) else str(abs(number))


def _without(text: str, place: int) -> str:
    return text[:place] + text[place + 1 :]


def as_neighbour(old: Number, beside: Sequence[Number | None]) -> bool:
    """Tell whether *old*, not zero, is also the value of a cell beside it."""
    return old != 0 and old in beside
