"""The relations between a consolidated report and its members' reports, instance by instance.

A row that a report lacks counts as blank. Where some of the reports have （六）其他处理 as one row
and others as three, or lack it, the group is compared as one row.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import localcontext
from typing import Any

import attrs

from ..findings import Figure, Instance
from ..records import AnnualReport
from ..records.addresses import value_at
from ..records.cells import cell
from ..records.form import Kind, columns
from ..records.layouts import presence, row_layouts, shape, split_parts
from ..rules.vocabulary import MEMBERS, Relation, Sign, instance_cells, range_named
from ..wording import Wording
from .evaluator import NO_MEMBERS, OTHER_LAYOUT
from .judging import EXACT, judge, not_applicable

UNITS_DIFFER = Wording("金额单位不同或不明", "the units of the amounts differ or are unknown")

Members = Sequence[AnnualReport | None]
"""The members' reports; None for a member that did not report."""


def member_instances(
    relations: Sequence[Relation], report: AnnualReport, members: Members | Wording
) -> Iterator[Instance]:
    """Iterate over the instances of those *relations* that have sums over the members.

    *members* are the reports, or why there is none to compare with.
    """
    side = None if isinstance(members, Wording) else _Sides.of(report, members)
    for relation in relations:
        for at in range_named(relation.over):
            if side is None:
                reason = members if isinstance(members, Wording) else NO_MEMBERS
                yield not_applicable(relation, at, tuple(relation.cells_at(at)), reason)
            else:
                yield side.instance(relation, at)


def open_member_instances(
    relations: Sequence[Relation], report: AnnualReport, members: Members
) -> Iterator[Instance]:
    """Iterate over those of the instances that are not plainly true, or do not apply."""
    side = _Sides.of(report, members)
    for relation in relations:
        for at in range_named(relation.over):
            if side.is_open(relation, at):
                yield side.instance(relation, at)


@attrs.frozen(eq=False, repr=False)
class _Document:
    """A report, with the cells that it has."""

    report: AnnualReport
    present: Mapping[str, bool]
    layouts: Mapping[str, type[Any] | None]

    @classmethod
    def of(cls, report: AnnualReport) -> "_Document":
        return cls(report, presence(shape(report)), row_layouts(shape(report)))


@attrs.frozen(eq=False, repr=False)
class _Sides:
    """The consolidated report and the members that reported."""

    own: _Document
    members: tuple[_Document, ...]
    missing: int
    grouped: tuple[str, ...]
    """The parts that are compared as one row because the reports' layouts are mixed."""

    @classmethod
    def of(cls, report: AnnualReport, members: Members) -> "_Sides":
        own = _Document.of(report)
        reported = tuple(_Document.of(member) for member in members if member is not None)
        mixed = tuple(part for part in split_parts() if _mixed(part, (own, *reported)))
        return cls(own, reported, len(members) - len(reported), mixed)

    def instance(self, relation: Relation, at: str) -> Instance:
        reason = self._why_not(relation, at)
        if reason is not None:
            return not_applicable(relation, at, tuple(relation.cells_at(at)), reason)
        figures = [Figure(*number) for number in self._numbers(relation, at)]
        return judge(relation, at, figures, incomplete=self.missing > 0)

    def is_open(self, relation: Relation, at: str) -> bool:
        """Tell whether an instance is not plainly true; it may be that it does not apply."""
        with localcontext(EXACT):
            try:
                difference = sum(
                    (c if stated else -c) * value
                    for _, value, c, stated in self._numbers(relation, at)
                )
            except TypeError:  # a blank cannot be added
                return True
        return difference < 0 or (difference > 0 and relation.sign is Sign.EQUAL)

    def _numbers(self, relation: Relation, at: str) -> Iterator[tuple[str, Any, int, bool]]:
        """Iterate over the numbers that enter an instance, as the fields of a figure."""
        for stated, terms in ((False, relation.expected), (True, relation.stated)):
            for term in terms:
                for address in instance_cells(term, at):
                    for name, value in self._named(address):
                        yield name, value, term.coefficient, stated

    def _named(self, address: str) -> Iterator[tuple[str, Any]]:
        if not address.startswith(MEMBERS):
            yield from self._of_document(self.own, address, "")
            return
        plain = address.removeprefix(MEMBERS)
        for member in self.members:
            yield from self._of_document(member, plain, MEMBERS)
        for _ in range(self.missing):
            yield address, None

    def _of_document(
        self, document: _Document, address: str, prefix: str
    ) -> Iterator[tuple[str, Any]]:
        for name in self._standing_for(document, address):
            yield prefix + name, value_at(document.report, name)

    def _standing_for(self, document: _Document, address: str) -> list[str]:
        part, column = address.rsplit(".", 1)
        if part not in self.grouped:
            return [address]
        return [
            name
            for name in document.present
            if name.startswith(part + ".") and name.endswith("." + column)
        ]

    def _why_not(self, relation: Relation, at: str) -> Wording | None:
        for address in dict.fromkeys(a.removeprefix(MEMBERS) for a in relation.cells_at(at)):
            part, _ = address.rsplit(".", 1)
            if part not in self.grouped:
                documents = (self.own, *self.members)
                if any(address not in document.present for document in documents):
                    return OTHER_LAYOUT
            found = cell(address)
            if found is not None and found.kind is Kind.AMOUNT and not self._one_unit(part):
                return UNITS_DIFFER
        return None

    def _one_unit(self, row: str) -> bool:
        found = [value_at(d.report, row) for d in (self.own, *self.members)]
        units = {record.unit for record in found if record is not None}
        return len(units) <= 1 and None not in units


def _mixed(part: str, documents: Sequence[_Document]) -> bool:
    layouts = {document.layouts.get(part) for document in documents}
    one_row = {layout is not None and bool(columns(layout)) for layout in layouts}
    return None in layouts or len(one_row) > 1
