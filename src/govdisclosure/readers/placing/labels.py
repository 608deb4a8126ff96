"""The form's labels as targets, and how alike a printed label is to each."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

import attrs
from rapidfuzz import fuzz

from ...records.cells import Row, rows
from ...records.form import columns

LIKE = 80
"""A label at least this alike (of 100) is taken for the target…"""
APART = 8
"""…if the next target is at least this much less alike."""

_NOT_LETTERS = re.compile(r"[^\w]+|_", re.UNICODE)
_TRAILING_NOTE = re.compile(r"(?<=.)（[^（）]*）\Z")

_SHORT_FORMS: dict[str, tuple[str, ...]] = {
    "fees": ("行政事业型收费",),
    "outcomes.closed_otherwise.not_corrected": ("1.逾期不补正",),
    "outcomes.closed_otherwise.fee_unpaid": ("2.逾期不缴费",),
}
"""Labels that published reports print instead of the official ones."""


def normal(text: str) -> str:
    """Return a label as it is compared: half-width, without spaces and punctuation."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text)).lower()


def alike(text: str, labels: Iterable[str]) -> float:
    """Return how alike a normalised text is to the nearest of normalised labels, 0 to 100."""
    return max((fuzz.ratio(text, label) for label in labels), default=0.0)


@attrs.frozen
class RowTarget:
    """A row of the form that a document's row may be.

    ``alone`` are the label's normal forms, ``joined`` those with the labels of the groups above.
    """

    address: str
    layouts: tuple[Row, ...]
    alone: tuple[str, ...]
    joined: tuple[str, ...]

    def likeness(self, last: str, everything: str) -> float:
        """Return how alike a row is whose last label cell and whole label are given."""
        if not everything:
            return 0.0
        return max(
            alike(last, self.alone),
            alike(everything, (*self.alone, *self.joined)),
        )


@cache
def row_targets(table: str) -> tuple[RowTarget, ...]:
    """Return the rows of a table, of all editions, in the form's order."""
    by_address: dict[str, list[Row]] = {}
    for row in rows():
        if row.table == table:
            by_address.setdefault(row.address, []).append(row)
    return tuple(_target(address, layouts) for address, layouts in by_address.items())


def _target(address: str, layouts: list[Row]) -> RowTarget:
    printed = {row.label.zh for row in layouts}
    printed |= {_TRAILING_NOTE.sub("", label) for label in printed}
    printed |= set(_SHORT_FORMS.get(layouts[0].name, ()))
    alone = tuple(sorted(map(normal, printed)))
    groups = [normal(part.label.zh) for part in layouts[0].above[1:]]
    above = ["".join(groups[start:]) for start in range(len(groups))]
    joined = tuple(group + label for group in above for label in alone)
    return RowTarget(address, tuple(layouts), alone, joined)


@attrs.frozen
class ColumnTarget:
    """A column of a row layout that a document's header may name."""

    layout: type[attrs.AttrsInstance]
    name: str
    label: str


@cache
def column_targets(table: str) -> tuple[ColumnTarget, ...]:
    """Return the columns of a table's row layouts, each with its normalised label."""
    layouts = dict.fromkeys(row.layout for row in rows() if row.table == table)
    return tuple(
        ColumnTarget(layout, name, normal(column.label.zh))
        for layout in layouts
        for name, column in columns(layout).items()
    )
