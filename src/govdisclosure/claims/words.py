"""The lexicon: every word that is read, by the characters that it may begin with."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from .beginnings import beginnings
from .cell_words import CELL_WORDS
from .kinds import Kind
from .other_words import AROUND, FILLERS, MARKS, NUMBER, TIMES


def _in_order() -> Iterator[tuple[Kind, str, str]]:
    """Iterate over the words of all kinds: of two that begin alike, the first is taken."""
    yield from MARKS
    yield from TIMES
    for kind, table in CELL_WORDS:
        for key, pattern in table.items():
            yield kind, key, pattern
    yield Kind.NUMBER, "number", NUMBER
    yield from AROUND
    yield Kind.FILL, "fill", FILLERS


@cache
def lexicon() -> Mapping[str, tuple[re.Pattern[str], Mapping[str, tuple[Kind, str]]]]:
    """Return the words by the characters that they may begin with.

    For each character that is one pattern, and by the names of its groups their kinds and keys.
    """
    by_character: dict[str, list[tuple[Kind, str, str]]] = {}
    for word in _in_order():
        for character in beginnings(word[2]):
            by_character.setdefault(character, []).append(word)
    return {character: _together(words) for character, words in by_character.items()}


def _together(
    words: Sequence[tuple[Kind, str, str]],
) -> tuple[re.Pattern[str], Mapping[str, tuple[Kind, str]]]:
    patterns = [f"(?P<word_{i}>{pattern})" for i, (_, _, pattern) in enumerate(words)]
    groups = {f"word_{i}": (kind, key) for i, (kind, key, _) in enumerate(words)}
    return re.compile("|".join(patterns)), groups
