"""Which columns of the form the columns of a grid are: by what is printed above them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from ..blocks import Grid, GridRow
from .labels import alikeness, normal, told
from .spans import Span, has_values

_NAMES = 2
"""A row without numbers that names this many columns is a header."""


@attrs.frozen
class Mapping:
    """Which of the form's columns each column of a grid is, None where it cannot be told.

    ``by_order`` are those told only by the order of the form.
    """

    columns: tuple[int | None, ...]
    by_order: tuple[int, ...] = ()


@attrs.frozen
class Segment:
    """Rows of a grid under one header; the header is empty where the grid goes on from before."""

    header: tuple[GridRow, ...]
    rows: tuple[GridRow, ...]


def segments(grid: Grid, labels: Sequence[str]) -> Iterator[Segment]:
    """Cut a grid where a header is printed again.

    The rows before the first with values are a header, whatever they print.
    """
    header: list[GridRow] = []
    rows: list[GridRow] = []
    began = False
    for row in grid.rows:
        valued = has_values(row, len(labels))
        names = not valued and len({word.label for word in _words(row, labels)}) >= _NAMES
        if names and began:
            yield Segment(tuple(header), tuple(rows))
            header, rows, began = [], [], False
        began = began or valued
        (rows if began else header).append(row)
    yield Segment(tuple(header), tuple(rows))


def untold(count: int) -> Mapping:
    """Tell no column."""
    return Mapping((None,) * count)


def by_order(count: int, doubtful: tuple[int, ...]) -> Mapping:
    """Take the columns in the form's order; *doubtful* are those that no header confirms."""
    return Mapping(tuple(range(count)), doubtful)


def mapped(
    header: Sequence[GridRow], spans: Sequence[Span] | None, labels: Sequence[str], repeats: int
) -> Mapping | None:
    """Return which columns of the form the columns at *spans* are, None if the header is silent.

    The labels stand *repeats* times, block by block; the mapping is of the columns of all blocks.
    Without spans the columns are only measured, and all that a header can confirm is the order.
    """
    size = len(labels)
    if spans is None:
        return _in_reading_order(header, labels, repeats)
    told_columns = [_told(texts, labels) for texts in headers_above(header, spans)]
    if all(column is None for column in told_columns):
        return None
    blocks = [
        _permuted(told_columns[start : start + size]) for start in range(0, size * repeats, size)
    ]
    return Mapping(
        tuple(
            None if column is None else column + block * size
            for block, mapping in enumerate(blocks)
            for column in mapping.columns
        ),
        tuple(
            column + block * size
            for block, mapping in enumerate(blocks)
            for column in mapping.by_order
        ),
    )


def headers_above(rows: Sequence[GridRow], spans: Sequence[Span]) -> list[tuple[str, ...]]:
    """Return what may be the header of each column: the texts above it, joined from below up.

    A cell over several columns is the head of a group and belongs to none; one that a format puts
    over a single column is left out again by the shorter joins.
    """
    above: list[list[str]] = [[] for _ in spans]
    for row in rows:
        for cell in row.cells:
            over = [i for i, span in enumerate(spans) if cell.text and span.meets(cell)]
            if len(over) == 1:
                above[over[0]].append(cell.text)
    return [tuple(normal("".join(texts[start:])) for start in range(len(texts))) for texts in above]


def _told(texts: Sequence[str], labels: Sequence[str]) -> int | None:
    best = [0.0] * len(labels)
    for text in texts:
        best = [max(pair) for pair in zip(best, alikeness(text, labels), strict=True)]
    return told(best)


def _permuted(columns: Sequence[int | None]) -> Mapping:
    """Take the columns as their headers say; those without one that is told, by order.

    The headers that are told must change places among themselves only, and not all by the same
    distance: if they stand one column off, they are not the headers of the columns below them.
    """
    named = [column for column in columns if column is not None]
    places = [place for place, column in enumerate(columns) if column is not None]
    off = {(column - place) % len(columns) for column, place in zip(named, places, strict=True)}
    if sorted(named) != places or (len(off) == 1 and 0 not in off):
        return untold(len(columns))
    return Mapping(
        tuple(place if column is None else column for place, column in enumerate(columns)),
        tuple(place for place, column in enumerate(columns) if column is None),
    )


@attrs.frozen
class _Word:
    """A word of a header: what is printed, the column that it names, and where it stands."""

    text: str
    label: int
    middle: float


def _words(row: GridRow, labels: Sequence[str]) -> list[_Word]:
    found: list[_Word] = []
    for cell in sorted(row.cells, key=lambda cell: cell.left):
        scale = (cell.right - cell.left) / max(len(cell.text), 1)
        for match in re.finditer(r"\S+", cell.text):
            text = normal(match.group())
            label = _named(text, labels)
            if label is not None:
                middle = cell.left + scale * (match.start() + match.end()) / 2
                found.append(_Word(text, label, middle))
    return found


def _named(word: str, labels: Sequence[str]) -> int | None:
    """Return the label that a word is, or is a part of that no other label has."""
    if word in labels:
        return labels.index(word)
    holding = [i for i, label in enumerate(labels) if len(word) > 1 and word in label]
    return holding[0] if len(holding) == 1 else None


def _in_reading_order(
    rows: Sequence[GridRow], labels: Sequence[str], repeats: int
) -> Mapping | None:
    lines = [_words(row, labels) for row in rows]
    words = [word for line in lines for word in line]
    if not words:
        return None
    size = len(labels)
    descents = [sum(b.label <= a.label for a, b in pairwise(line)) for line in lines]
    if max(descents) >= repeats or not _in_columns(words, repeats):
        return untold(size * repeats)
    seen = {word.label for word in words}
    doubtful = tuple(
        label + block * size
        for block in range(repeats)
        for label in range(size)
        if label not in seen
    )
    return by_order(size * repeats, doubtful)


def _in_columns(words: Sequence[_Word], repeats: int) -> bool:
    """Tell whether words over several lines follow each other from left to right as the form does.

    Only words that stand once in each block are asked.
    """
    places: dict[str, list[_Word]] = {}
    for word in words:
        places.setdefault(word.text, []).append(word)
    telling = [
        (block, word.label, word.middle)
        for found in places.values()
        if len(found) == repeats
        for block, word in enumerate(sorted(found, key=lambda word: word.middle))
    ]
    telling.sort()
    furthest: dict[tuple[int, int], float] = {}
    for block, label, middle in telling:
        before = [m for place, m in furthest.items() if place < (block, label)]
        if before and middle <= max(before):
            return False
        furthest[block, label] = max(middle, furthest.get((block, label), middle))
    return True
