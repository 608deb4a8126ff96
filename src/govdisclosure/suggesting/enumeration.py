"""One or two wrong cells, found by going through the columns of the matrix.

A line that holds exactly goes on holding only if none of its cells changes, or at least two of
them do; a broken one is mended only if one of its cells changes. That leaves few columns to try.
"""

from collections.abc import Iterable, Iterator

from .matrix import System, bits
from .values import Changes, all_changed, one_changed


def ones(system: System, broken: int) -> Iterator[Changes]:
    """Iterate over the single cells whose change mends the *broken* lines and breaks no other."""
    held = system.exact & ~broken
    masks = system.matrix.masks
    for cell in _cells(system, _narrowest(system, broken)):
        if not broken & ~masks[cell] and not masks[cell] & held:
            changes = one_changed(system, cell)
            if changes is not None:
                yield changes


def pairs(system: System, broken: int) -> Iterator[Changes]:
    """Iterate over the pairs that do, each once; none of their cells need do so alone."""
    held = system.exact & ~broken
    masks = system.matrix.masks
    tried: set[int] = set()
    partners: dict[int, list[int]] = {}
    for cell in _cells(system, _narrowest(system, broken)):
        tried.add(cell)
        mask = masks[cell]
        left = broken & ~mask
        if left:
            if left not in partners:
                partners[left] = _cells(system, _narrowest(system, left))
            others: Iterable[int] = partners[left]
        else:
            lines = system.matrix.lines
            others = {other for line in bits(mask) for other in lines[line]}
        for other in others:
            if left & ~masks[other] or (mask ^ masks[other]) & held or other in tried:
                continue
            if system.movable[other]:
                changes = all_changed(system, (cell, other))
                if changes is not None:
                    yield changes


def _narrowest(system: System, lines: int) -> int:
    """Return the one of some lines in which the fewest cells stand."""
    return min(bits(lines), key=lambda line: len(system.matrix.lines[line]))


def _cells(system: System, line: int) -> list[int]:
    return [cell for cell in system.matrix.lines[line] if system.movable[cell]]
