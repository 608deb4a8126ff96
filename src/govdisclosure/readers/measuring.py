"""Columns set by spaces: tokens, and how far from the left they stand."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

import attrs

from ..reading import Place
from .blocks import Grid, GridCell, GridRow
from .values import is_number

_GAP = re.compile(r"[ \u3000]{2,}|(?<=\d)[ \u3000]+(?=\d+(?:[ \u3000]|\Z))")
_NARROW, _WIDE = 1, 2


@attrs.frozen
class Token:
    """A run of text in a line, from one character to another."""

    text: str
    start: int
    end: int


def tokens(line: str) -> list[Token]:
    """Return what stands apart in a line: by two spaces or more, or by one between numbers."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    found: list[Token] = []
    for gap in _GAP.finditer(line, start, end):
        found.append(Token(line[start : gap.start()].strip(), start, gap.start()))
        start = gap.end()
    found.append(Token(line[start:end], start, end))
    return [token for token in found if token.text]


def measured_grid(lines: Sequence[tuple[int, str]]) -> Grid:
    """Return a grid of lines (number, text), its columns measured as aligns its numbers best.

    Text is laid out with Chinese characters one column wide, or two: the document decides.
    """
    split = [(line, tokens(line), number) for number, line in lines]
    placed = [
        [(token, Place(text=token.text, line=number, column=i)) for i, token in enumerate(found, 1)]
        for _, found, number in split
    ]
    grids = [
        Grid(
            tuple(
                _row(line, found, wide) for (line, _, _), found in zip(split, placed, strict=True)
            ),
            exact=False,
        )
        for wide in (_NARROW, _WIDE)
    ]
    numbered = [
        [i for i, token in enumerate(found) if is_number(token.text)] for _, found, _ in split
    ]
    return min(grids, key=lambda grid: _raggedness(grid, numbered))


def _row(line: str, found: Sequence[tuple[Token, Place]], wide: int) -> GridRow:
    widths: Sequence[int] = range(len(line) + 1)
    if wide != _NARROW:
        widths = [0, *accumulate([_width(character, wide) for character in line])]
    return GridRow(
        tuple(
            GridCell(
                token.text,
                widths[token.start],
                max(widths[token.end], widths[token.start] + 1),
                place,
            )
            for token, place in found
        )
    )


def _width(character: str, wide: int) -> int:
    if character < "\u1100":
        return 1
    return wide if unicodedata.east_asian_width(character) in "WF" else 1


def _raggedness(grid: Grid, numbered: Sequence[Sequence[int]]) -> float:
    """Return how far the numbers of rows with equally many numbers are from standing in columns.

    Numbers stand in a column by their left ends, their right ends or their middles.
    """
    usual = Counter(len(found) for found in numbered if found).most_common(1)
    rows = [
        [row.cells[i] for i in found]
        for row, found in zip(grid.rows, numbered, strict=True)
        if usual and len(found) == usual[0][0]
    ]
    spread = 0.0
    for column in zip(*rows, strict=True):
        spread += min(
            _variance([cell.left for cell in column]),
            _variance([cell.right for cell in column]),
            _variance([(cell.left + cell.right) / 2 for cell in column]),
        )
    return spread


def _variance(places: Sequence[float]) -> float:
    mean = sum(places) / len(places)
    return sum((place - mean) ** 2 for place in places)
