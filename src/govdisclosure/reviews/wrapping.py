"""Lines for a terminal, broken where Chinese and English may be."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

_CLOSING = frozenset("，。；：、！？…）》〉】〕」』”’％,.;:!?)]}%")
"""What no line begins with."""
_OPENING = frozenset("（《〈【〔「『“‘([{")
"""What no line ends with."""


def wrapped(text: Text, width: int) -> Iterator[Text]:
    """Iterate over the lines of a text, none wider than *width* or else one character long.

    Words stay whole, and so do numbers with the character that they count; Chinese is broken
    between any two characters, save before and behind punctuation that does not stand alone.
    """
    for line in text.divide(_breaks(text.plain, width)):
        line.rstrip()
        yield line


def _breaks(text: str, width: int) -> list[int]:
    found: list[int] = []
    start, used, last = 0, 0, 0
    for here, character in enumerate(text):
        wide = cell_len(character)
        if here and _may_break(text[here - 1], character):
            last = here
        while used + wide > width and start < here and not character.isspace():
            start = last if last > start else here
            found.append(start)
            used = cell_len(text[start:here])
        used += wide
    return found


def _may_break(before: str, behind: str) -> bool:
    if behind.isspace() or before.isspace():
        return not behind.isspace()
    if behind in _CLOSING or before in _OPENING:
        return False
    if before.isdigit() or behind.isdigit():
        return not (before.isalnum() and behind.isalnum()) and _is_wide(before + behind)
    return _is_wide(before + behind)


def _is_wide(pair: str) -> bool:
    return cell_len(pair) > len(pair)
