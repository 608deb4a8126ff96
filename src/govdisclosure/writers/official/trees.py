"""The rows and blocks that a report has, as trees: groups, and what stands below them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ...records.form import Column, columns, parts
from ...wording import Wording
from .boxes import Box, Role


@attrs.frozen
class Branch:
    """A row or block, or a group of them, with what stands below it."""

    name: str
    label: Wording
    record: Any
    below: tuple["Branch", ...]

    @property
    def leaves(self) -> int:
        """How many rows or blocks there are below, itself if it is one."""
        return sum(branch.leaves for branch in self.below) or 1

    @property
    def cells(self) -> Mapping[str, Column]:
        """The columns of the row or block."""
        return columns(type(self.record))


Path = tuple[Branch, ...]
"""A row or block with the groups that it stands in, outermost first."""


def branches(record: Any, prefix: str = "") -> Iterator[Branch]:
    """Iterate over what stands in a table or group, without the parts that it lacks."""
    for name, form in parts(type(record)).items():
        found = getattr(record, name)
        if found is not None:
            below = tuple(branches(found, f"{prefix}{name}."))
            if below or columns(type(found)):
                yield Branch(prefix + name, form.label_of(type(found)), found, below)


def paths(branches: Iterable[Branch], above: Path = ()) -> Iterator[Path]:
    """Iterate over the rows or blocks in the form's order, each with its groups."""
    for branch in branches:
        if branch.below:
            yield from paths(branch.below, (*above, branch))
        else:
            yield (*above, branch)


def values_of(table: str, path: Path, above: Mapping[str, tuple[str, ...]]) -> Iterator[Box]:
    """Iterate over a row's values; *above* are the names of the heads over each column."""
    leaf = path[-1]
    names = tuple(branch.name for branch in path)
    for column in leaf.cells:
        yield Box(
            role=Role.VALUE,
            address=f"{table}.{leaf.name}.{column}",
            value=getattr(leaf.record, column),
            heads=(*names, *above[column]),
        )
