"""The relations as they stand in one workbook: each instance with the cells that enter it.

The same rows of data that ``check()`` evaluates; what applies is decided by its plan, so that the
workbook has a line for an instance exactly when the report's layouts have its cells.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from ...checking import check
from ...checking.evaluator import Evaluator
from ...findings import Instance, Number
from ...records import AnnualReport
from ...records.cells import cell
from ...records.form import Kind
from ...rules import RELATIONS
from ...rules.vocabulary import PRIOR, Relation, Sign, is_sum
from ...wording import Wording
from .grid import Spot

_EVALUATOR = Evaluator(tuple(relation for relation in RELATIONS if not relation.needs_members))


@attrs.frozen(kw_only=True)
class Entry:
    """A cell that enters an instance: where it stands in the workbook, None for an absent row.

    ``signed`` says that a blank there may stand for a negative number.
    """

    address: str
    spot: Spot | None
    coefficient: int
    stated: bool
    signed: bool

    @property
    def raising(self) -> bool:
        """Whether more in the cell means more in d = stated − expected."""
        return (self.coefficient > 0) is self.stated


@attrs.frozen(kw_only=True)
class Line:
    """An instance of a relation that the workbook can compute, and its present outcome."""

    relation: Relation
    at: str
    entries: tuple[Entry, ...]
    instance: Instance

    @property
    def table(self) -> str:
        """The section of the cell that is judged."""
        return self.entries[-1].address.split(".", 1)[0]

    @property
    def expected(self) -> tuple[Entry, ...]:
        """The entries of the expected side."""
        return tuple(entry for entry in self.entries if not entry.stated)

    @property
    def stated(self) -> tuple[Entry, ...]:
        """The entries of the stated side."""
        return tuple(entry for entry in self.entries if entry.stated)


def lines(
    report: AnnualReport, prior: AnnualReport | None, spots: Mapping[str, Spot]
) -> tuple[Line, ...]:
    """Return the lines of a report, those of one relation together, in the rules' order.

    *spots* are the places of the cells by address, those of the year before with their prefix.
    """
    plan, _ = _EVALUATOR.evaluate(report, prior)
    instances = plan.every(plan.values(report, prior))
    found = []
    for planned, instance in zip(plan.instances, instances, strict=True):
        if planned.reason is not None:
            continue
        entries = tuple(
            Entry(
                address=plan.cells[entry.index],
                spot=spots.get(plan.cells[entry.index]),
                coefficient=entry.coefficient,
                stated=entry.stated,
                signed=_signed(plan.cells[entry.index]),
            )
            for entry in planned.entries
        )
        if any(entry.spot is not None for entry in entries):
            relation, at = planned.relation, planned.at
            found.append(Line(relation=relation, at=at, entries=entries, instance=instance))
    return tuple(found)


def _signed(address: str) -> bool:
    found = cell(address.removeprefix(PRIOR))
    return found is not None and found.kind is Kind.CHANGE


@attrs.frozen(kw_only=True)
class Total:
    """A cell that a relation can fill: the parts that it adds up, and what they come to now.

    ``value`` is None while every part is blank.
    """

    line: Line
    value: Number | None


def totals(report: AnnualReport, found: Sequence[Line]) -> dict[str, Total]:
    """Return the cells that can be computed in the workbook without changing what they hold.

    A relation fills a cell when it says that this one cell equals others of the same report. A
    cell whose stated number (or blank) is not what the relation gives is not among them.
    """
    values = dict(report.cells())
    filled: dict[str, Total] = {}
    for line in found:
        if not _fills(line.relation):
            continue
        (target,) = line.stated
        parts = [entry for entry in line.expected if entry.spot is not None]
        if target.spot is None or not parts or target.address in filled:
            continue
        known = [values[part.address] for part in parts]
        value: Number | None = None
        if any(number is not None for number in known):
            value = sum(
                part.coefficient * (number or 0) for part, number in zip(parts, known, strict=True)
            )
        if value == values[target.address]:
            filled[target.address] = Total(line=line, value=value)
    return filled


def _fills(relation: Relation) -> bool:
    if relation.sign is not Sign.EQUAL or relation.needs_prior or relation.needs_members:
        return False
    (first, *more) = relation.stated
    return not more and first.coefficient == 1 and not is_sum(first)


def unusable(report: AnnualReport, prior: AnnualReport) -> Wording | None:
    """Return why *prior* is not the report of the year before, None if it is."""
    of_years = {relation.id for relation in RELATIONS if relation.needs_prior}
    skipped = check(report, prior=prior).skipped
    return next((entry.reason for entry in skipped if entry.rule in of_years), None)


def carried(report: AnnualReport, prior: AnnualReport) -> dict[str, Number]:
    """Return what last year's report says of this year's blank cells, by their addresses.

    These are the cells of relations that equate one cell of this year with one of the last.
    """
    before = dict(prior.cells())
    blank = {address for address, value in report.cells() if value is None}
    found: dict[str, Number] = {}
    for line in lines(report, prior, _everywhere(report, prior)):
        copied = _copied(line)
        if copied is not None:
            source, target = copied
            value = before.get(source.address.removeprefix(PRIOR))
            if value is not None and target.address in blank:
                found[target.address] = value
    return found


def _copied(line: Line) -> tuple[Entry, Entry] | None:
    if line.relation.sign is not Sign.EQUAL or len(line.entries) != _A_PAIR:
        return None
    source, target = line.entries
    copies = source.address.startswith(PRIOR) and not target.address.startswith(PRIOR)
    plain = source.coefficient == target.coefficient == 1
    return (source, target) if copies and plain and target.stated else None


_A_PAIR = 2


def _everywhere(report: AnnualReport, prior: AnnualReport) -> dict[str, Spot]:
    """Return a place for every cell: enough to have a line for every instance that applies."""
    return {address: Spot("", 0, 0) for address in _addresses(report, prior)}


def _addresses(report: AnnualReport, prior: AnnualReport) -> Iterator[str]:
    yield from (address for address, _ in report.cells())
    yield from (PRIOR + address for address, _ in prior.cells())
