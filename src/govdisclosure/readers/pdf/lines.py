"""Characters on a page to lines of text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import attrs

from .pages import Character

_SAME_LINE = 0.3
"""Characters that share this part of the height of the lower one stand on one line."""
_SAME_PLACE = 0.15
"""A character this near to the same one (in sizes) is printed twice, to look bold."""
_WORD_GAP = 0.3
"""A gap this wide (in sizes) between letters or digits is a space…"""
_COLUMN_GAP = 1.2
"""…and one this wide sets anything apart."""
_SMALL = 0.8
"""A digit this much smaller than the one before it, and raised, is the mark of a footnote."""


@attrs.frozen
class Line:
    """The characters of a line, from left to right, without spaces."""

    characters: tuple[Character, ...]
    spaces: frozenset[int] = frozenset()
    """The characters (by position) before which a space is printed."""

    @property
    def x0(self) -> float:
        """Where the line begins."""
        return self.characters[0].box.x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return max(c.box.x1 for c in self.characters)

    @property
    def top(self) -> float:
        """Where its characters begin from above."""
        return min(c.box.top for c in self.characters)

    @property
    def bottom(self) -> float:
        """Where its characters end below."""
        return max(c.box.bottom for c in self.characters)

    @property
    def size(self) -> float:
        """The size of its largest character."""
        return max(c.size for c in self.characters)

    @property
    def words(self) -> tuple[tuple[float, str], ...]:
        """What stands apart by wide gaps: where it begins, and its text."""
        found: list[tuple[float, str]] = []
        start, text = self.x0, ""
        for position, character in enumerate(self.characters):
            before = self.characters[position - 1] if position else None
            if before is not None:
                gap = (character.box.x0 - before.box.x1) / max(character.size, 1)
                if gap > _COLUMN_GAP:
                    found.append((start, text))
                    start, text = character.box.x0, ""
                elif position in self.spaces or (gap > _WORD_GAP and _are_latin(before, character)):
                    text += " "
            text += _marked(before, character)
        return (*found, (start, text))

    @property
    def text(self) -> str:
        """The text of the line."""
        return " ".join(text for _, text in self.words)


def _are_latin(*characters: Character) -> bool:
    return all(c.text.isascii() and c.text.isalnum() for c in characters)


def _marked(before: Character | None, character: Character) -> str:
    """Return the character, in brackets if it is the raised mark of a footnote."""
    raised = (
        before is not None
        and character.text.isdigit()
        and character.size < before.size * _SMALL
        and character.box.bottom < before.box.bottom - before.size * (1 - _SMALL) / 2
    )
    return f"[{character.text}]" if raised else character.text


def lines_of(characters: Iterable[Character]) -> list[Line]:
    """Return the lines that characters stand on, from above to below."""
    rows: list[list[Character]] = []
    ordered = sorted(characters, key=lambda c: c.box.top + c.box.bottom)
    for character in ordered:
        if rows and _stand_together(rows[-1][-1], character):
            rows[-1].append(character)
        else:
            rows.append([character])
    return [line for row in rows if (line := _line(row)) is not None]


def _stand_together(one: Character, other: Character) -> bool:
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return shared >= _SAME_LINE * min(one.box.height, other.box.height)


def _line(row: Sequence[Character]) -> Line | None:
    kept: list[Character] = []
    spaces: set[int] = set()
    for character in sorted(row, key=lambda c: c.box.x0):
        if character.text.isspace():
            if kept:
                spaces.add(len(kept))
        elif not (kept and _is_twice(kept[-1], character)):
            kept.append(character)
    return Line(tuple(kept), frozenset(spaces)) if kept else None


def _is_twice(before: Character, character: Character) -> bool:
    return (
        before.text == character.text
        and abs(before.box.x0 - character.box.x0) < _SAME_PLACE * character.size
    )


def joined(lines: Sequence[Line]) -> str:
    """Return the text of the lines of a cell, joined: a break between letters or digits stays."""
    texts = [line.text for line in lines]
    whole = texts[0] if texts else ""
    for before, text in pairwise(texts):
        ends = before[-1] + text[0]
        whole += ("\n" if ends.isascii() and ends.isalnum() else "") + text
    return whole
