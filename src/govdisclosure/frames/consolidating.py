"""What is to be computed for each instance between a consolidated report and its members.

The members' numbers are columns beside those of the report: ``members.`` and the cell's address is
the sum, null where there is no number; with ``.blank`` behind, null where a number is not there,
else zero. What else is known of them stands in layout columns of parts that begin so.
"""

from collections.abc import Iterator

from ..checking.ruleset import Ruleset
from ..records.cells import cell, standing_for
from ..records.form import Kind, columns
from ..records.layouts import split_parts
from ..relations import MEMBERS, Relation, instance_cells, range_named
from ..wide import ABSENT, UNIT, layout_name, layouts_at
from .layouts import Condition, Layouts, either, elsewhere
from .planning import BLANK, Entry, Planned, Source, Without

COMPARED = f"{MEMBERS}report"
"""The part that is absent where a report is not compared."""
OTHER, SEVERAL, UNITS = "other", "several", "units"
"""The layouts that say that a member has a cell in another layout, that all have a part as several
rows, that the units of a row's amount differ or are unknown."""
INCOMPLETE = "incomplete"
"""The layout of ``COMPARED`` that says that a member has not reported."""


def planned_with_members(rules: Ruleset, own: Source) -> Iterator[Planned | Without]:
    """Iterate over the instances of the relations with sums over members."""
    for relation in rules.with_members:
        for at in range_named(relation.over):
            if relation.id in rules.off:
                yield Planned(rule=relation.id, at=at)
            else:
                yield _instance(relation, at, own)


def not_compared(rules: Ruleset) -> Iterator[Planned]:
    """Iterate over the same instances where there is nothing to compare with."""
    for relation in rules.with_members:
        for at in range_named(relation.over):
            yield Planned(rule=relation.id, at=at)


def _instance(relation: Relation, at: str, own: Source) -> Planned | Without:
    conditions = [_is(COMPARED, ABSENT)]
    units = []
    for address in dict.fromkeys(a.removeprefix(MEMBERS) for a in relation.cells_at(at)):
        conditions += _elsewhere(address, own.layouts)
        found, row = cell(address), address.rpartition(".")[0]
        if found is not None and found.kind is Kind.AMOUNT:
            units.append(row + UNIT)
            conditions.append(_is(MEMBERS + row, UNITS))
    without = either(*conditions)
    if without is True:
        return Planned(rule=relation.id, at=at)
    entries = tuple(_entries(relation, at, own.layouts))
    cells = [
        column
        for address in relation.cells_at(at)
        for column, _ in held_in(address.removeprefix(MEMBERS), own.layouts)
    ]
    lacking = [name for name in dict.fromkeys([*cells, *units]) if name not in own.names]
    if lacking:
        return Without(relation=relation, at=at, columns=tuple(lacking))
    return Planned(
        rule=relation.id,
        at=at,
        sign=relation.sign,
        entries=entries,
        without=without,
        incomplete=_is(COMPARED, INCOMPLETE),
    )


def _is(part: str, layout: str) -> Condition:
    return (((part, layout),),)


def _elsewhere(address: str, layouts: Layouts) -> Iterator[Condition]:
    """Iterate over the conditions under which the report or a member lacks a cell.

    A part of one row or several is compared as one row, unless all have it as several.
    """
    row = address.rpartition(".")[0]
    if row not in split_parts():
        yield elsewhere(address, layouts)
        yield _is(MEMBERS + address, OTHER)
        return
    several = [layout_name(found) for found in layouts_at(row) if not columns(found)]
    if set(layouts[row]) <= {*several}:
        yield _is(MEMBERS + row, SEVERAL)
        return
    for name in several:
        if name in layouts[row]:
            yield (((row, name), (MEMBERS + row, SEVERAL)),)


def _entries(relation: Relation, at: str, layouts: Layouts) -> Iterator[Entry]:
    for stated, terms in ((False, relation.expected), (True, relation.stated)):
        for term in terms:
            for address in instance_cells(term, at):
                for column, other in _in_columns(address, layouts):
                    yield Entry(
                        column=column,
                        coefficient=term.coefficient,
                        stated=stated,
                        elsewhere=other,
                    )


def _in_columns(address: str, layouts: Layouts) -> Iterator[tuple[str, Condition]]:
    if address.startswith(MEMBERS):
        yield from ((address, False), (address + BLANK, False))
    else:
        yield from held_in(address, layouts)


def held_in(address: str, layouts: Layouts) -> Iterator[tuple[str, Condition]]:
    """Iterate over the columns that a number may be in, each with when a report has no such."""
    standing = standing_for(address)
    for column in standing:
        other = elsewhere(column, layouts) if len(standing) > 1 else False
        if other is not True:
            yield column, other
