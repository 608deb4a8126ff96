"""The typed decoders of a stream, made for the layouts that it turns out to have."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from ..checking.related import Related
from ..findings import Finding
from ..records.layouts import Shape
from .signatures import signature
from .typed import Typed, decoded

_Found = tuple[Any, Sequence[Finding], int]
"""A report, the relations that it breaks, and how many blanks leave open."""
_TRIED = 4
"""Decoders that are tried before it is looked which one fits; reports mix few layouts."""
_KEPT = 64
_REMEMBERED = 1024
"""Layouts of which it is known that they were met once: a decoder is made when they come again."""


class Decoders:
    """Checks documents of the layouts met so far; those used last are tried first."""

    def __init__(self, related: Callable[[Shape], Related]) -> None:
        self._related = related
        self._recent: list[tuple[Typed, Related]] = []
        self._made: OrderedDict[Shape, tuple[Typed, Related]] = OrderedDict()
        self._met: OrderedDict[Shape, None] = OrderedDict()

    def check(self, line: bytes) -> _Found | None:
        """Return the report of a document and what its relations come to.

        None where the document is unusual, of layouts that are new, or no report.
        """
        for i, (typed, related) in enumerate(self._recent):
            try:
                report = typed.decode(line)
            except (ValueError, RecursionError):
                continue
            if i:
                self._recent.insert(0, self._recent.pop(i))
            return _checked(report, related)
        return self._by_signature(line)

    def _by_signature(self, line: bytes) -> _Found | None:
        try:
            of = signature(decoded(line))
        except (ValueError, RecursionError):
            return None
        found = None if of is None else self._decoder(of)
        if found is None:
            return None
        typed, related = found
        try:
            report = typed.decode(line)
        except (ValueError, RecursionError):
            return None
        self._recent = [found, *(other for other in self._recent if other is not found)][:_TRIED]
        return _checked(report, related)

    def _decoder(self, of: Shape) -> tuple[Typed, Related] | None:
        """Return the decoder for a shape, None where it is met for the first time."""
        if of in self._made:
            self._made.move_to_end(of)
            return self._made[of]
        if of not in self._met:
            self._met[of] = None
            if len(self._met) > _REMEMBERED:
                self._met.popitem(last=False)
            return None
        self._made[of] = Typed.of(of), self._related(of)
        if len(self._made) > _KEPT:
            self._made.popitem(last=False)
        return self._made[of]


def _checked(report: Any, related: Related) -> _Found:
    leftovers = related.leftovers(report, None)
    if leftovers is None:
        return report, (), 0
    return report, related.findings(leftovers), leftovers[-1]
