"""What every format is turned into before anything is understood: paragraphs, grids, pictures.

A block knows where it stands, and nothing about labels or reports.
"""

import attrs

from ..reading import Place


@attrs.frozen
class Paragraph:
    """A run of text. ``after_gap`` tells that something (a blank line) sets it off from before.

    One that is ``whole`` is a paragraph by its format, and no line that a page broke.
    """

    text: str
    place: Place
    after_gap: bool = False
    whole: bool = False


@attrs.frozen
class GridCell:
    """A cell of a grid: its text, and the columns that it covers, from ``left`` up to ``right``.

    Columns are counted where the grid is exact, else measured in character widths.
    """

    text: str
    left: int
    right: int
    place: Place

    def overlap(self, other: "GridCell") -> int:
        """Return how many columns two cells share."""
        return min(self.right, other.right) - max(self.left, other.left)


@attrs.frozen(eq=False)
class GridRow:
    """A row of a grid, from left to right. Each is itself, whatever it prints."""

    cells: tuple[GridCell, ...]

    @property
    def width(self) -> int:
        """Where the row ends: the number of its columns in an exact grid, empty ones included."""
        return self.cells[-1].right if self.cells else 0


@attrs.frozen
class Grid:
    """Rows of cells. In an ``exact`` grid columns are counted, and empty cells are there."""

    rows: tuple[GridRow, ...]
    exact: bool


@attrs.frozen
class Picture:
    """A picture that is large enough to hold a table or text; what it shows is not read."""

    place: Place


Block = Paragraph | Grid | Picture
