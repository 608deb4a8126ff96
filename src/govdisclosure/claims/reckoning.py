"""What the cells of a report say of a meaning: a number, or at least so much where some are blank.

A blank is an unknown number, 0 or more. A printed total that is blank, or that its own parts
contradict, does not stand alone: the sum of the parts counts as well.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from ..findings import Number
from ..records import AnnualReport, ByApplicant, ByResult, FeesCollected, Unit
from ..records.addresses import value_at
from ..records.form import columns, parts
from .vocabulary import Claim, Meaning, Term

_ORGANIZATIONS = tuple(
    name for name in columns(ByApplicant) if name not in ("natural_person", "total")
)
_TEN_THOUSAND = 10_000


@attrs.frozen(kw_only=True)
class Reckoned:
    """A number from the cells: ``least`` is all that is known unless it is ``exact``.

    ``cells`` are the addresses that it comes from, ``labels`` those of the terms, each with
    whether it is taken off.
    """

    least: Number
    exact: bool
    cells: tuple[str, ...]
    labels: tuple[tuple[str, bool], ...] = ()


_UNKNOWN = Reckoned(least=0, exact=False, cells=())


def reckoned(report: AnnualReport, meaning: Meaning, *, from_parts: bool = False) -> Reckoned:
    """Return what the cells say of a meaning, totals taken *from_parts* where asked."""
    added = [_term(report, term, from_parts=from_parts) for term in meaning.added]
    taken = [_term(report, term, from_parts=from_parts) for term in meaning.taken_off]
    known = all(value.exact for value in taken)
    exact = known and all(value.exact for value in added)
    least = sum(v.least for v in added) - sum(v.least for v in taken) if known else 0
    return Reckoned(
        least=least,
        exact=exact,
        cells=tuple(cell for value in (*added, *taken) for cell in value.cells),
        labels=(
            *((_name(term), False) for term in meaning.added),
            *((_name(term), True) for term in meaning.taken_off),
        ),
    )


def _name(term: Term) -> str:
    return f"{term.part}.{term.column}"


def may_be(report: AnnualReport, claim: Claim, meanings: Sequence[Meaning]) -> bool:
    """Tell whether the cells leave it possible that some meaning has the stated number."""
    return any(_fits(value, claim) for value in _all(report, meanings))


def agrees(report: AnnualReport, claim: Claim) -> bool:
    """Tell whether some meaning surely has the stated number."""
    return any(value.exact and _fits(value, claim) for value in _all(report, claim.meanings))


def _all(report: AnnualReport, meanings: Sequence[Meaning]) -> Iterator[Reckoned]:
    for meaning in meanings:
        yield reckoned(report, meaning)
    for meaning in meanings:
        summed = reckoned(report, meaning, from_parts=True)
        if summed.exact:
            yield summed


def _fits(value: Reckoned, claim: Claim) -> bool:
    apart = Decimal(claim.stated) - Decimal(value.least)
    if not value.exact:
        return apart >= 0
    return abs(apart) <= (claim.rounded or 0)


def _term(report: AnnualReport, term: Term, *, from_parts: bool) -> Reckoned:
    record = value_at(report, term.part)
    return _of_record(record, term.part, term.column, from_parts=from_parts)


def _of_record(record: object, address: str, column: str, *, from_parts: bool) -> Reckoned:
    if record is None:
        return _UNKNOWN
    below = parts(type(record))
    if below:
        values = [
            _of_record(getattr(record, name), f"{address}.{name}", column, from_parts=from_parts)
            for name in below
        ]
        return _sum(values)
    if column == "organizations":
        return _sum([_cell(record, address, name) for name in _ORGANIZATIONS])
    printed = _cell(record, address, column)
    in_parts = column == "total" and isinstance(record, (ByApplicant, ByResult))
    if in_parts and (from_parts or not printed.exact):
        others = [name for name in columns(type(record)) if name != "total"]
        return _sum([_cell(record, address, name) for name in others])
    return printed


def _cell(record: object, address: str, column: str) -> Reckoned:
    value: Number | None = getattr(record, column, None)
    if value is None:
        return _UNKNOWN
    if isinstance(record, FeesCollected) and record.unit is Unit.TEN_THOUSAND_YUAN:
        value = Decimal(value) * _TEN_THOUSAND
    return Reckoned(least=value, exact=True, cells=(f"{address}.{column}",))


def _sum(values: Sequence[Reckoned]) -> Reckoned:
    return Reckoned(
        least=sum(value.least for value in values),
        exact=all(value.exact for value in values),
        cells=tuple(cell for value in values for cell in value.cells),
    )
