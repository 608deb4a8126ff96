"""A table as lines of characters: columns as wide as what stands in them, figures to the right.

Chinese characters count as two columns, as in the fonts that show text in columns.
"""

from collections.abc import Callable

import attrs
from rich.cells import cell_len

from .official import Box, Role, Table


@attrs.frozen
class Piece:
    """What stands in a line over one column or several: a text, and room for it."""

    text: str
    columns: int
    width: int
    to_the_right: bool

    @property
    def padded(self) -> str:
        """The text with spaces, as wide as its room."""
        room = " " * (self.width - cell_len(self.text))
        return room + self.text if self.to_the_right else self.text + room


@attrs.frozen
class Layout:
    """A table in lines: the width of each column, and each line as pieces that cover them all."""

    widths: tuple[int, ...]
    lines: tuple[tuple[Piece, ...], ...]


def laid_out(table: Table, content: Callable[[Box], str], gap: int) -> Layout:
    """Lay a table out in lines.

    *content* gives the text of a box; *gap* is how much wider a piece is for each further column
    that it covers.
    """
    placed = [(row, column, box, content(box)) for row, column, box in table.placed()]
    widths = _widths(table.width, [(column, box, text) for _, column, box, text in placed], gap)
    lines: list[dict[int, Piece]] = [{} for _ in table.rows]
    for row, column, box, text in placed:
        width = _across(widths, column, box, gap)
        to_the_right = column >= table.label_columns and _over_figures(table, box)
        lines[row][column] = Piece(text, box.columns, width, to_the_right)
        for below in range(row + 1, row + box.rows):
            lines[below][column] = Piece("", box.columns, width, to_the_right)
    return Layout(
        widths=tuple(widths),
        lines=tuple(tuple(pieces[column] for column in sorted(pieces)) for pieces in lines),
    )


def _over_figures(table: Table, box: Box) -> bool:
    """Tell whether a box is a figure, or a head with figures and no more heads below it."""
    if box.role is Role.COLUMN_HEAD:
        return box.columns == 1 or not table.head_rows
    return box.role is Role.VALUE


def _widths(count: int, placed: list[tuple[int, Box, str]], gap: int) -> list[int]:
    """Return the width of each column: what stands in it alone, then what needs more room."""
    widths = [0] * count
    for column, box, text in placed:
        if box.columns == 1:
            widths[column] = max(widths[column], cell_len(text))
    for column, box, text in placed:
        short = cell_len(text) - _across(widths, column, box, gap)
        if short > 0:
            widths[column + box.columns - 1] += short
    return widths


def _across(widths: list[int], column: int, box: Box, gap: int) -> int:
    return sum(widths[column : column + box.columns]) + gap * (box.columns - 1)
