"""Rows set by pipes: a line to its cells, and lines that one row was broken into."""

import re
from collections.abc import Sequence

import attrs

_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_DASHES = re.compile(r":?-{3,}:?|:-+:?|-+:")
_DASHES_BELOW_A_HEAD = re.compile(r":?-+:?")
_LINES_OF_A_ROW = 8
"""A row that is still open after so many lines was not broken, but ends where it began."""


@attrs.frozen
class PipeLine:
    """A line with pipes: its number, the texts between them, and whether pipes open and close it.

    A pipe at the start and one at the end are borders; without them the texts are the same.
    """

    number: int
    cells: tuple[str, ...]
    opened: bool
    closed: bool


def pipe_line(number: int, text: str) -> PipeLine | None:
    """Return a line as cells, None if no pipe stands in it that a backslash does not escape."""
    if "|" not in text:
        return None
    plain = text.strip()
    cells = [cell.strip() for cell in split_at_pipes(plain)]
    if len(cells) == 1:
        return None
    opened, closed = not cells[0], not cells[-1]
    inner = cells[opened : len(cells) - closed]
    return PipeLine(number, tuple(inner or [""]), opened, closed)


def split_at_pipes(text: str) -> list[str]:
    """Return what stands between the pipes of a line that are not escaped."""
    if "\\" not in text:
        return text.split("|")
    found, start = [], 0
    for pipe in _PIPE.finditer(text):
        found.append(text[start : pipe.end() - 1])
        start = pipe.end()
    return [*found, text[start:]]


def is_delimiter(row: PipeLine, *, below_a_head: bool) -> bool:
    """Tell whether a row is the one that Markdown wants below the head of a table.

    A single dash is one only *below a head*; elsewhere it is a sign for no number.
    """
    dashes = _DASHES_BELOW_A_HEAD if below_a_head else _DASHES
    return all(dashes.fullmatch(cell) for cell in row.cells)


def mended(
    line: PipeLine, following: Sequence[tuple[int, str]], width: int
) -> tuple[PipeLine, int]:
    """Return a row with the lines that its cells run on in, and how many these are.

    A row that a pipe opens and none closes runs on in lines that no pipe opens, up to the one that
    a pipe closes, as long as the row has no more than *width* cells.
    """
    if not line.opened or line.closed:
        return line, 0
    cells = list(line.cells)
    for taken, (number, text) in enumerate(following[:_LINES_OF_A_ROW], start=1):
        piece = pipe_line(number, text)
        if not text.strip() or (piece is not None and piece.opened):
            break
        first, *more = piece.cells if piece is not None else (text.strip(),)
        cells[-1] = f"{cells[-1]}\n{first}"
        cells += more
        if len(cells) > width:
            break
        if piece is not None and piece.closed:
            return attrs.evolve(line, cells=tuple(cells), closed=True), taken
    return line, 0
