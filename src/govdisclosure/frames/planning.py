"""What is to be computed for each instance of the relations, given the columns of a frame."""

from collections.abc import Iterator, Mapping
from itertools import chain

import attrs

from ..checking.ruleset import Ruleset
from ..records.cells import cell
from ..records.form import Kind
from ..relations import MEMBERS, PRIOR, Relation, Sign, instance_cells, is_sum, range_named
from ..wide import ABSENT, LAYOUT
from .layouts import Condition, Layouts, absent, either, elsewhere, prefixed

BLANK = ".blank"
"""What ends the name of a column that tells whether a number is missing from a sum."""


@attrs.frozen(kw_only=True, eq=False)
class Entry:
    """A cell in an instance: its column, coefficient and side, and when it may be left out.

    ``elsewhere`` says when it belongs to another layout: it is then no blank.
    """

    column: str
    coefficient: int
    stated: bool
    elsewhere: Condition = False

    @property
    def raising(self) -> int:
        """What the cell works with on stated − expected."""
        return self.coefficient if self.stated else -self.coefficient

    @property
    def kind(self) -> Kind:
        """What the cell may hold."""
        found = cell(self.column.removeprefix(PRIOR).removeprefix(MEMBERS).removesuffix(BLANK))
        return Kind.COUNT if found is None else found.kind


@attrs.frozen(kw_only=True, eq=False)
class Planned:
    """An instance, with when it does not apply whatever the cells hold.

    ``incomplete`` says when numbers are not there at all, so that it never holds.
    """

    rule: str
    at: str
    sign: Sign = Sign.EQUAL
    entries: tuple[Entry, ...] = ()
    without: Condition = True
    incomplete: Condition = False

    @property
    def columns(self) -> Iterator[str]:
        """The columns that it is computed from."""
        yield from (entry.column for entry in self.entries)
        yield from (part + LAYOUT for part, _ in self.layouts)

    @property
    def layouts(self) -> Iterator[tuple[str, str]]:
        """The layouts of parts that conditions ask for."""
        conditions = (self.without, self.incomplete, *(one.elsewhere for one in self.entries))
        for condition in conditions:
            if not isinstance(condition, bool):
                yield from chain.from_iterable(condition)


@attrs.frozen(kw_only=True, eq=False)
class Without:
    """An instance that cannot be computed, for the frame lacks columns."""

    relation: Relation
    at: str
    columns: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False)
class Source:
    """The columns of a frame, and the layouts that its rows have."""

    names: frozenset[str]
    layouts: Layouts
    _elsewhere: dict[str, Condition] = attrs.field(factory=dict, init=False, repr=False)

    def elsewhere(self, cell: str) -> Condition:
        """Return when a cell belongs to another layout than a report has."""
        found = self._elsewhere.get(cell)
        if found is None:
            found = self._elsewhere[cell] = elsewhere(cell, self.layouts)
        return found


PRIOR_REPORT = f"{PRIOR}report"
"""The part that is absent where there is no report of the year before."""
NO_REPORT: Condition = (((PRIOR_REPORT, ABSENT),),)


def planned(rules: Ruleset, own: Source, prior: Source | None) -> Iterator[Planned | Without]:
    """Iterate over the instances of the relations; those with sums over members apart."""
    for relation in rules.with_prior.relations:
        off = relation.id in rules.off or (relation.needs_prior and prior is None)
        for at in range_named(relation.over):
            if off:
                yield Planned(rule=relation.id, at=at)
            else:
                sources = {"": own} if prior is None else {"": own, PRIOR: prior}
                yield _instance(relation, at, sources)


def _instance(relation: Relation, at: str, sources: Mapping[str, Source]) -> Planned | Without:
    entries: list[Entry] = []
    conditions: list[Condition] = [NO_REPORT] if relation.needs_prior else []
    if relation.row is not None:
        conditions.append(absent(relation.row.replace("{at}", at), sources[""].layouts))
    for stated, terms in ((False, relation.expected), (True, relation.stated)):
        for term in terms:
            for address in instance_cells(term, at):
                prefix = PRIOR if address.startswith(PRIOR) else ""
                plain = address.removeprefix(prefix)
                other = prefixed(sources[prefix].elsewhere(plain), prefix)
                if not is_sum(term):
                    conditions.append(other)
                    other = False
                if other is not True:
                    entries.append(
                        Entry(
                            column=address,
                            coefficient=term.coefficient,
                            stated=stated,
                            elsewhere=other,
                        )
                    )
    without = either(*conditions)
    if without is True:
        return Planned(rule=relation.id, at=at)
    lacking = tuple(entry.column for entry in entries if not _is_there(entry.column, sources))
    if lacking:
        return Without(relation=relation, at=at, columns=tuple(dict.fromkeys(lacking)))
    return Planned(
        rule=relation.id, at=at, sign=relation.sign, entries=tuple(entries), without=without
    )


def _is_there(column: str, sources: Mapping[str, Source]) -> bool:
    prefix = PRIOR if column.startswith(PRIOR) else ""
    return column.removeprefix(prefix) in sources[prefix].names
