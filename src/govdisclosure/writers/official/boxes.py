"""What a table is made of: boxes with spans."""

from collections.abc import Iterator
from enum import StrEnum

import attrs

from ...findings import Number
from ...wording import Wording


class Role(StrEnum):
    """What a box is in its table."""

    CORNER = "corner"
    """The sentence in the corner of table 三."""
    ITEM = "item"
    """A line that names the item of article 20 for the rows below it."""
    COLUMN_HEAD = "column_head"
    """Names the columns below it."""
    ROW_HEAD = "row_head"
    """Names the rows to its right."""
    VALUE = "value"
    """A cell of the form."""


@attrs.frozen(kw_only=True)
class Box:
    """A box of a table: how many rows and columns it covers, and what stands in it.

    ``name`` is unique within the table for a head. A value has the cell's ``address`` and
    ``value`` (None for a blank), and ``heads``: the names of the heads that it stands under and
    beside, outermost first.
    """

    role: Role
    label: Wording = Wording("", "")
    rows: int = 1
    columns: int = 1
    name: str = ""
    address: str = ""
    value: Number | None = None
    heads: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Table:
    """A table of the report in the official layout.

    ``name`` is the section, ``rows`` are the boxes from top to bottom and left to right, the first
    ``head_rows`` of them heads; ``width`` is the number of columns, ``label_columns`` of them for
    row heads. A table of which the report has no row has no rows, not even heads.
    """

    name: str
    heading: Wording
    rows: tuple[tuple[Box, ...], ...]
    width: int
    head_rows: int = 0
    label_columns: int = 0

    def placed(self) -> Iterator[tuple[int, int, Box]]:
        """Iterate over the boxes with the row and the column that each begins at, from 0."""
        taken: set[tuple[int, int]] = set()
        for row, boxes in enumerate(self.rows):
            column = 0
            for box in boxes:
                while (row, column) in taken:
                    column += 1
                yield row, column, box
                taken |= {
                    (row + down, column + along)
                    for down in range(box.rows)
                    for along in range(box.columns)
                }
