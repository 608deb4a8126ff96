"""What is broken, in groups that share no cell: each is mended for itself."""

from collections.abc import Iterator

import attrs

from ..findings import Number
from .matrix import System, bits
from .values import one_changed


@attrs.frozen(eq=False, repr=False)
class Group:
    """Lines that hang together by their cells, some of them broken.

    ``forced`` are changes that the other reports leave no choice about; ``system`` has them made.
    ``broken`` are the lines that are still broken then, ``cells`` those that may change. The group
    is ``contradictory`` if what the other reports say cannot be true together.
    """

    system: System
    lines: int
    cells: tuple[int, ...]
    forced: dict[int, Number]
    contradictory: bool

    @property
    def broken(self) -> int:
        """The lines that are broken when the forced changes are made."""
        return self.system.broken & self.lines


def groups(system: System) -> Iterator[Group]:
    """Iterate over the groups of broken lines, in the lines' order."""
    settled, forced, contradicted = _settled(system)
    left = system.broken | settled.broken | contradicted
    while left:
        lines, cells = _connected(settled, forced, left & -left)
        left &= ~lines
        yield Group(
            system=settled,
            lines=lines,
            cells=tuple(sorted(cell for cell in cells if settled.movable[cell])),
            forced={cell: by for cell, by in forced.items() if cell in cells},
            contradictory=bool(contradicted & lines),
        )


def _connected(system: System, forced: dict[int, Number], lines: int) -> tuple[int, set[int]]:
    """Return the lines that hang together with these by cells that change or may."""
    seen, left = 0, lines
    cells: set[int] = set()
    matrix = system.matrix
    while left:
        (line, *_) = bits(left & -left)
        seen |= 1 << line
        for cell in matrix.lines[line]:
            if cell not in cells and (system.movable[cell] or cell in forced):
                cells.add(cell)
                left |= matrix.masks[cell]
        left &= ~seen
    return seen, cells


def _settled(system: System) -> tuple[System, dict[int, Number], int]:
    """Change, or hold fast, each cell that is the only one left to move in a line.

    Gives the system with those cells no longer movable, what had to change, and the lines that
    cannot be true.
    """
    forced: dict[int, Number] = {}
    contradicted = 0
    todo = [line for line in system.matrix.narrow if system.exact >> line & 1]
    while todo:
        line = todo.pop()
        free = [cell for cell in system.matrix.lines[line] if system.movable[cell]]
        if not free:
            contradicted |= (system.broken >> line & 1) << line
            continue
        if len(free) > 1:
            continue
        (cell,) = free
        by = _needed(system, cell, line)
        if by is None:
            contradicted |= 1 << line
            by = 0
        if by:
            forced[cell] = by
        system = system.changed({cell: by})
        todo += bits(system.matrix.masks[cell] & system.exact)
    return system, forced, contradicted


def _needed(system: System, cell: int, line: int) -> Number | None:
    """Return the change of the cell that makes one line hold, None if no value of its kind does."""
    if not system.residuals[line]:
        return 0
    alone = attrs.evolve(system, exact=1 << line, at_least=0, at_most=0)
    changes = one_changed(alone, cell)
    return None if changes is None else changes[cell]
