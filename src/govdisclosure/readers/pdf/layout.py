"""Lines of text without ruling: laid out in columns as the text reader takes them."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import attrs

from ...reading import Place
from ..blocks import Block, Grid, GridRow
from ..limits import Limits
from ..text import text_blocks
from .lines import Line

_NEW_PARAGRAPH = 1.6
"""Lines further apart than this (in usual distances) are set off from each other."""
_WIDEST = 1000
"""No line of a page has more columns; on a huge page, what stands further right follows on."""
_GAP = 2
"""What stands apart is set apart by this many spaces at least."""


@attrs.frozen
class PageLine:
    """A line of text, with the page that it stands on and the margin of that page's text."""

    page: int
    number: int
    margin: float
    line: Line


def laid_out(lines: Sequence[PageLine], limits: Limits) -> list[Block]:
    """Return the paragraphs and measured grids of lines of text, in their order.

    Raises:
        UnreadableDocument: the text goes beyond the limits.
    """
    if not lines:
        return []
    unit = max(median(one.line.size for one in lines) / 2, 1)
    apart = _usual_distance(lines)
    printed: list[str] = []
    where: list[PageLine] = []
    before: PageLine | None = None
    for one in lines:
        if before is not None and _is_set_off(before, one, apart):
            printed.append("")
            where.append(one)
        printed.append(_in_columns(one, unit))
        where.append(one)
        before = one
    return [_placed(block, where) for block in text_blocks("\n".join(printed), limits)]


def _usual_distance(lines: Sequence[PageLine]) -> float:
    distances = [
        distance
        for before, one in pairwise(lines)
        if before.page == one.page and (distance := one.line.top - before.line.top) > 0
    ]
    return median(distances) if distances else 0


def _is_set_off(before: PageLine, one: PageLine, apart: float) -> bool:
    distance = one.line.top - before.line.top
    return before.page == one.page and distance > max(apart * _NEW_PARAGRAPH, one.line.size)


def _in_columns(one: PageLine, unit: float) -> str:
    """Return the line with its words as many columns from the left as they stand."""
    text, column = "", 0
    for order, (start, word) in enumerate(one.line.words):
        at = min(round((start - one.margin) / unit), _WIDEST)
        spaces = max(at - column, _GAP if order else 0)
        text += " " * spaces + word
        column += spaces + sum(2 if character >= "\u1100" else 1 for character in word)
    return text


def _placed(block: Block, where: Sequence[PageLine]) -> Block:
    """Return a block whose places name pages, and lines on them."""

    def moved(place: Place) -> Place:
        one = where[(place.line or 1) - 1]
        return attrs.evolve(place, page=one.page, line=one.number)

    if isinstance(block, Grid):
        rows = (
            GridRow(tuple(attrs.evolve(cell, place=moved(cell.place)) for cell in row.cells))
            for row in block.rows
        )
        return attrs.evolve(block, rows=tuple(rows))
    return attrs.evolve(block, place=moved(block.place))
