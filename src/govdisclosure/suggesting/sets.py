"""The smallest sets of cells that mend a group: one or two by enumeration, more by the solver."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import attrs

from ..errors import MissingExtra
from ..findings import Number
from .corrections import Obstacle
from .enumeration import ones, pairs
from .groups import Group
from .solver import Failure, Program
from .values import Changes

_ENUMERATED = 2
_QUESTIONS, _QUESTIONS_OF_MANY, _MANY = 4, 0, 4
"""How many more sets the solver is asked for; none where sets have many cells, since then each
question takes long, and ties are found by exchanging pairs alone."""
_SECONDS, _SWAPS, _CELLS = 0.1, 60, 6
"""How long each question may take, how many pairs are exchanged, and in sets of at most how many
cells, to find all that are as small."""


@attrs.frozen(eq=False, repr=False)
class Sets:
    """Sets of cells with their changes, all of one size; ``more`` says that there may be others.

    ``obstacle`` says why there are none.
    """

    found: tuple[Changes, ...] = ()
    more: bool = False
    obstacle: Obstacle | None = None


def smallest(group: Group) -> Sets:
    """Return the smallest sets of cells that mend a group."""
    if group.contradictory:
        return Sets(obstacle=Obstacle.CONTRADICTION)
    system, broken = group.system, group.broken
    if not broken:
        return Sets((group.forced,))
    found = tuple(ones(system, broken)) or tuple(pairs(system, broken))
    sets = Sets(found) if found else _by_solver(group)
    return attrs.evolve(sets, found=tuple({**group.forced, **changes} for changes in sets.found))


def _by_solver(group: Group) -> Sets:
    if len(group.cells) <= _ENUMERATED:
        return Sets(obstacle=Obstacle.CONTRADICTION)
    program = Program.of(group.system, group.lines, group.cells, least=_ENUMERATED + 1)
    try:
        first = program.solve()
    except MissingExtra:
        return Sets(obstacle=Obstacle.NO_SOLVER)
    if isinstance(first, Failure):
        none = first is Failure.NONE_LEFT
        return Sets(obstacle=Obstacle.CONTRADICTION if none else Obstacle.TOO_MANY)
    return _alike(group, program, first)


def _alike(group: Group, program: Program, first: Changes) -> Sets:
    """Return the sets of the size of the first one.

    Two cells of a set at a time are exchanged for all other pairs that will do, until nothing new
    comes up; then the solver is asked for a set that is not among them.
    """
    if len(first) > _CELLS:
        return Sets((first,), more=True)
    found: dict[frozenset[int], Changes] = {frozenset(first): first}
    queue, swaps, ruled_out = [first], _SWAPS, 0
    program.most, program.seconds = len(first), _SECONDS
    for _ in range(_QUESTIONS if len(first) < _MANY else _QUESTIONS_OF_MANY):
        while queue:
            for changes in _exchanged(group, queue.pop(0), swaps):
                swaps -= 1
                for other in changes:
                    if len(other) == len(first) and frozenset(other) not in found:
                        found[frozenset(other)] = other
                        queue.append(other)
        for cells in list(found)[ruled_out:]:
            program.rule_out(tuple(cells))
        ruled_out = len(found)
        another = program.solve()
        if isinstance(another, Failure):
            more = another is not Failure.NONE_LEFT or swaps <= 0
            return Sets(tuple(found.values()), more=more)
        found[frozenset(another)] = another
        queue.append(another)
    return Sets(tuple(found.values()), more=True)


def _exchanged(group: Group, changes: Changes, swaps: int) -> Iterator[list[Mapping[int, Number]]]:
    """Iterate over what comes of exchanging each two of the cells, at most *swaps* times."""
    for left_out in list(combinations(changes, 2))[: max(swaps, 0)]:
        kept = {cell: by for cell, by in changes.items() if cell not in left_out}
        system = group.system.changed(kept)
        broken = system.broken & group.lines
        yield [{**kept, **pair} for pair in pairs(system, broken)] if broken else []
