"""Documents as rows of pieces, which know of each printed number which cell it is for.

Nothing here knows a format: a format gives rows of pieces, or prints them.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from random import Random
from typing import Any

import attrs


@attrs.frozen
class Row:
    """A row of a document: its pieces, and what they are.

    ``values`` maps a piece to the cell that its number is for; ``labels`` are the pieces that name
    the row; ``heads`` maps a piece to the column (the last part of an address) that it names, for
    the block (an address before the column, or a table) that it stands over.
    """

    pieces: tuple[str, ...]
    table: str | None = None
    values: Mapping[int, str] = attrs.field(factory=dict)
    labels: tuple[int, ...] = ()
    heads: Mapping[int, str] = attrs.field(factory=dict)
    is_head: bool = False
    touched: bool = False

    @property
    def labelled(self) -> bool:
        """Tell whether something printed names the row."""
        return self.table == "remedies" or any(self.pieces[i].strip() for i in self.labels)

    def with_piece(self, place: int, text: str, **changes: Any) -> "Row":
        """The row with another text in one piece, which keeps what else it is."""
        old = self.pieces[place]
        text = old.like(text) if hasattr(old, "like") else text
        pieces = (*self.pieces[:place], text, *self.pieces[place + 1 :])
        return attrs.evolve(self, pieces=pieces, touched=True, **changes)

    def without_piece(self, place: int) -> "Row":
        """The row without a piece and without its place: what follows moves up."""
        moved: dict[str, Any] = {
            name: {i - (i > place): what for i, what in getattr(self, name).items() if i != place}
            for name in ("values", "heads")
        }
        return attrs.evolve(
            self,
            pieces=(*self.pieces[:place], *self.pieces[place + 1 :]),
            labels=tuple(i - (i > place) for i in self.labels if i != place),
            touched=True,
            **moved,
        )

    def with_gap(self, place: int, text: str) -> "Row":
        """The row with one more piece: what follows moves on."""
        moved: dict[str, Any] = {
            name: {i + (i >= place): what for i, what in getattr(self, name).items()}
            for name in ("values", "heads")
        }
        return attrs.evolve(
            self,
            pieces=(*self.pieces[:place], text, *self.pieces[place:]),
            labels=tuple(i + (i >= place) for i in self.labels),
            touched=True,
            **moved,
        )


@attrs.frozen
class Document:
    """Rows, and how a blank piece is printed in the format that they are of."""

    rows: tuple[Row, ...]
    blank: Callable[[str], str] = attrs.field(default=lambda _piece: "", eq=False)

    def replace(self, changes: "Mapping[int, Row | list[Row]]") -> "Document":
        """The document with some rows replaced, each by any number of rows."""
        rows: list[Row] = []
        for place, row in enumerate(self.rows):
            new = changes.get(place, row)
            rows += [new] if isinstance(new, Row) else new
        return attrs.evolve(self, rows=tuple(rows))

    def places(
        self,
        *,
        fresh: bool = True,
        table: str | None = None,
        of: Callable[[Row], object] = lambda row: row.values,
    ) -> list[int]:
        """Where rows stand that have values (or whatever *of* asks), untouched where *fresh*."""
        return [
            i
            for i, row in enumerate(self.rows)
            if of(row) and not (fresh and row.touched) and table in (None, row.table)
        ]


def runs(document: Document) -> list[list[Row]]:
    """Return the rows, those of one table that follow each other together."""
    runs: list[list[Row]] = []
    for row in document.rows:
        if runs and runs[-1][-1].table == row.table:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


_SELDOM = 0.3


def tossed(random: Random) -> bool:
    """Toss a coin."""
    return random.random() < 1 / 2


def seldom(random: Random) -> bool:
    """Tell, three times in ten, that it is so."""
    return random.random() < _SELDOM


def number(text: str) -> Decimal:
    """The number that a piece prints."""
    return Decimal(re.sub(r"[^\d.]", "", text.strip()) or "NaN")
