"""How a report comes to break a relation: a number is added where it does not belong.

With a number in some of an entry's cells, and not in the others, the relations across are broken
and those along still hold.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import attrs

from ..records.cells import cells
from ..relations import Relation, Sign, Term, instance_cells, is_sum, range_named
from .drafts import Draft
from .entries import CARRIED_OUT, DECIDED, Entry, Matter, Part, entries


@attrs.frozen
class Move:
    """An entry that breaks the instance *at* of a relation, and no error beside, where asked."""

    at: str
    entry: Entry


def breaks(relation: Relation, move: Move, draft: Draft, number: int) -> None:
    """Add a number, one or more, to a draft in which the relation holds, so that it is broken."""
    if relation.sign is Sign.AT_MOST:
        number += slack(relation, move.at, draft)
    draft.add(move.entry, number)


def slack(relation: Relation, at: str, draft: Draft) -> int:
    """Return what the stated side has more than the expected one."""
    stated, expected = (_sum(terms, at, draft) for terms in (relation.stated, relation.expected))
    return stated - expected


def _sum(terms: tuple[Term, ...], at: str, draft: Draft) -> int:
    found = ((term.coefficient, address) for term in terms for address in instance_cells(term, at))
    return sum(c * draft.number(*address.rsplit(".", 1)) for c, address in found)


@lru_cache(maxsize=64)
def moves(relation: Relation, edition: str, *, only: bool) -> tuple[Move, ...]:
    """Return the moves that break a relation in an edition: any, or *only* those without others.

    A relation that has no cells in the edition, or needs other reports, has none.
    """
    if only and relation.id in _ONLY:
        return tuple(_ONLY[relation.id](edition))
    return tuple(_of_one_cell(relation, edition))


def instances(relation: Relation, edition: str) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """Iterate over the instances that apply to an edition's form, each with its cells.

    A cell counts as often as it does in stated − expected: −1 is one of the expected side.
    """
    form = {cell.address for cell in cells(edition)}
    for at in range_named(relation.over):
        parts: list[Part] = []
        for term, address in _addressed(relation, at):
            if address in form:
                row, _, column = address.rpartition(".")
                sign = term.coefficient if term in relation.stated else -term.coefficient
                parts.append(Part(row, column, sign))
            elif not is_sum(term):
                break
        else:
            yield at, tuple(parts)


def _addressed(relation: Relation, at: str) -> Iterator[tuple[Term, str]]:
    for term in (*relation.expected, *relation.stated):
        for address in instance_cells(term, at):
            yield term, address


def _of_one_cell(relation: Relation, edition: str) -> Iterator[Move]:
    """Iterate over each cell of each instance; of ``<=`` over those that make it too much."""
    for at, parts in instances(relation, edition):
        for part in parts:
            if relation.sign is Sign.EQUAL or part.times < 0:
                alone = attrs.evolve(part, times=1)
                yield Move(at, Entry(Matter.REQUESTS, (alone,)))


@attrs.frozen
class Doubt:
    """An entry, and a cell of it: where that is blank, the instance *at* cannot be decided."""

    at: str
    entry: Entry
    cell: str


@lru_cache(maxsize=64)
def doubts(relation: Relation, edition: str) -> tuple[Doubt, ...]:
    """Return what leaves an instance of a relation undecided in an edition."""
    return tuple(
        Doubt(at, entry, f"{part.row}.{part.column}")
        for at, parts in instances(relation, edition)
        for entry in entries(edition)
        for part in _indispensable(relation, parts, entry)
    )


def _indispensable(relation: Relation, parts: tuple[Part, ...], entry: Entry) -> Iterator[Part]:
    """Iterate over the cells of an entry that stands on both sides which may be anything."""
    sides = {(part.row, part.column): part.times for part in parts}
    touched = [(part, sides.get((part.row, part.column), 0)) for part in entry.parts]
    if {side for _, side in touched} >= {1, -1}:
        for part, side in touched:
            if side == 1 or (side == -1 and relation.sign is Sign.EQUAL):
                yield part


def _requests(edition: str) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Iterate over the entries of requests, each with its rows: from where, to where, through."""
    for entry in entries(edition):
        if entry.matter is Matter.REQUESTS:
            yield entry, tuple(dict.fromkeys(part.row for part in entry.parts))


def _in_one_column(edition: str) -> Iterator[Move]:
    """A request under its applicant and not in the total, or the other way round."""
    for entry, rows in _requests(edition):
        for column in dict.fromkeys(part.column for part in entry.parts):
            yield Move(rows[0].removeprefix("requests."), entry.only(columns=(column,)))


def _without_outcome(edition: str) -> Iterator[Move]:
    """A decision in the row of its outcome alone, or in the others alone."""
    for entry, rows in _requests(edition):
        if DECIDED in rows:
            source, outcome, decided = rows
            for kept in ((outcome,), (source, decided)):
                yield Move(entry.parts[0].column, entry.only(rows=kept))


def _out_of_balance(edition: str) -> Iterator[Move]:
    """A request that came in and is nowhere, or the other way round."""
    for entry, rows in _requests(edition):
        if CARRIED_OUT in rows:
            for row in rows:
                yield Move(entry.parts[0].column, entry.only(rows=(row,)))


_ONLY: Mapping[str, Callable[[str], Iterator[Move]]] = {
    "requests.row_total": _in_one_column,
    "requests.outcome_total": _without_outcome,
    "requests.balance": _out_of_balance,
}
"""Relations that share cells with others: what breaks one of them and none of the others."""
