"""An instance of a relation in a plan: which of the plan's cells enter it, and how."""

import attrs

from ..findings import Figure
from ..relations import Relation
from ..wording import Wording
from .judging import mends


@attrs.frozen(eq=False, repr=False)
class Entry:
    """A cell in an instance: its place among the plan's cells, its coefficient and side."""

    index: int
    coefficient: int
    stated: bool


@attrs.frozen(eq=False, repr=False)
class Planned:
    """An instance that applies, or the reason why it does not."""

    relation: Relation
    at: str
    cells: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    reason: Wording | None = None

    def mending(self, cells: tuple[str, ...], *, rising: bool) -> tuple[int, ...]:
        """Return which of the plan's *cells* could, if blank, raise d (or lower it)."""
        figures = [
            (e.index, Figure(cells[e.index], None, e.coefficient, e.stated)) for e in self.entries
        ]
        return tuple(index for index, figure in figures if mends(figure, rising=rising))
