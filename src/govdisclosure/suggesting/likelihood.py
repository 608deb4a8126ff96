"""How likely it is that some values were typed for others: the weight of a set of changes."""

from collections.abc import Mapping

from ..findings import Number
from .matrix import System
from .mistypes import WEIGHTS, Mistype, as_neighbour, mistype

PART = 100
"""What a part weighs more than a total: a total is worked out from the parts, so that a slip in
any of them, or in adding them up, makes it the one that is wrong."""


def weigh(system: System, changes: Mapping[int, Number]) -> int:
    """Return the weight of some changes; the least is the likeliest."""
    kinds = mistypes(system, changes)
    parts = sum(cell not in system.matrix.totals for cell in changes)
    return PART * parts + sum(WEIGHTS[kind] for kind in kinds.values())


def mistypes(system: System, changes: Mapping[int, Number]) -> Mapping[int, Mistype]:
    """Return how each of the changed cells may have come to hold what it holds."""
    return {cell: _mistype(system, cell, changes) for cell in changes}


def _mistype(system: System, cell: int, changes: Mapping[int, Number]) -> Mistype:
    old = system.values[cell] or 0
    new = old + changes[cell]
    beside = system.matrix.neighbours[cell]
    for other in beside:
        if other in changes:
            value = system.values[other] or 0
            if value == new and value + changes[other] == old:
                return Mistype.EXCHANGED
    if _leaves_out_one(system, cell, changes):
        return Mistype.TOTAL_NOT_UPDATED
    found = mistype(old, new)
    neighbour = as_neighbour(old, [system.values[other] for other in beside])
    if neighbour and WEIGHTS[found] > WEIGHTS[Mistype.NEIGHBOURS_VALUE]:
        return Mistype.NEIGHBOURS_VALUE
    return found


def _leaves_out_one(system: System, cell: int, changes: Mapping[int, Number]) -> bool:
    """Tell whether a total is the sum without one of its parts, or with one twice."""
    by = abs(changes[cell])
    return any(
        (system.values[part] or 0) == by
        for parts in system.matrix.totals.get(cell, ())
        for part in parts
    )
