"""A cell of the form explained: what it holds, on what basis, and which rules it is in."""

from collections.abc import Mapping
from functools import cache

import attrs

from ..editions import EDITIONS
from ..records import Cell, cells
from ..rules import RELATIONS
from ..rules.vocabulary import MEMBERS, PRIOR, instance_cells, range_named
from ..wording import Wording


@attrs.frozen(kw_only=True)
class CellPage:
    """What is to be said about a cell.

    ``editions`` are the names of those that have it, ``rules`` the ids of the relations that it
    is in.
    """

    cell: Cell
    editions: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def label(self) -> Wording:
        """The cell's label."""
        return Wording(self.cell.zh, self.cell.en)


def cell_page(cell: Cell) -> CellPage:
    """Return what is to be said about a cell."""
    editions = tuple(
        e.name for e in EDITIONS if any(c.address == cell.address for c in cells(e.name))
    )
    return CellPage(cell=cell, editions=editions, rules=tuple(_rules_of().get(cell.address, {})))


@cache
def _rules_of() -> Mapping[str, Mapping[str, None]]:
    """Return the ids of the relations that each cell is in, by address."""
    found: dict[str, dict[str, None]] = {}
    for relation in RELATIONS:
        for term in (*relation.expected, *relation.stated):
            for at in range_named(relation.over):
                for name in instance_cells(term, at):
                    address = name.removeprefix(PRIOR).removeprefix(MEMBERS)
                    found.setdefault(address, {})[relation.id] = None
    return found
