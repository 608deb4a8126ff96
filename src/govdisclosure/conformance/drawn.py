"""Cases drawn by chance with a fixed seed: right families of reports, then disturbed."""

import random
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

import attrs

from ..editions import EDITIONS
from ..errors import InvalidReport
from ..records import AnnualReport, Kind, Scope, Unit, cells
from ..records.applicants import ByApplicant
from ..records.form import columns
from .case import Case, complete

_T = TypeVar("_T")

SEED = 2024
_TABLE_2 = "proactive_disclosure"
_RECEIVED, _CARRIED_IN = "requests.received", "requests.carried_in"
_TOTAL, _CARRIED_OUT = "requests.outcomes.total", "requests.carried_out"
_APPLICANTS = tuple(columns(ByApplicant))
_FEW = tuple(c for c in cells() if c.row in ("government_rules", "normative_documents"))
"""The cells of table 二 on which the rarest rules are; they are drawn more often than others."""
_NAMES = tuple(edition.name for edition in EDITIONS)


def drawn_cases(number: int, seed: int = SEED) -> tuple[Case, ...]:
    """Return so many cases, the same for the same seed, each with all of its instances."""
    return tuple(_Draw(random.Random(f"{seed}/{i}")).case(f"drawn-{i + 1}") for i in range(number))  # noqa: S311  # chance that can be repeated, no secret


@attrs.frozen
class _Draw:
    """Chance, with what can be drawn from it."""

    chance: random.Random

    def case(self, name: str) -> Case:
        edition = self._one(_NAMES)
        members = tuple(self._right(edition) for _ in range(self._below(3) + 1))
        report = _added_up(edition, members)
        prior = self._before(edition, report)
        shaken = [None if self._below(5) == 0 else self._disturbed(m) for m in members]
        scope = self._one((None, Scope.CONSOLIDATED, Scope.CONSOLIDATED, Scope.OWN))
        return complete(
            Case(
                id=name,
                description="drawn by chance, then disturbed",
                report=attrs.evolve(self._disturbed(report), scope=scope),
                prior=None if self._below(4) == 0 else self._disturbed(prior),
                members=None if self._below(4) == 0 else tuple(shaken),
            )
        )

    def _below(self, limit: int) -> int:
        return int(self.chance.random() * limit)

    def _one(self, of: Sequence[_T]) -> _T:
        return of[self._below(len(of))]

    def _right(self, edition: str) -> AnnualReport:
        """A report in which every relation within it holds."""
        form = AnnualReport.blank_form(edition, fill=0)
        leaves = [
            row
            for row, column in (a.rsplit(".", 1) for a, _ in form.cells())
            if row.startswith("requests.outcomes.") and row != _TOTAL and column == "total"
        ]
        changes: dict[str, object] = {}
        for column in _APPLICANTS[:-1]:
            parts = {f"{self._one(leaves)}.{column}": self._below(50) for _ in range(2)}
            decided, left = sum(parts.values()), self._below(9)
            carried = self._below(decided + 1)
            changes |= parts
            changes |= {f"{_TOTAL}.{column}": decided, f"{_CARRIED_OUT}.{column}": left}
            changes |= {f"{_CARRIED_IN}.{column}": carried}
            changes |= {f"{_RECEIVED}.{column}": decided + left - carried}
        for row in (*leaves, _RECEIVED, _CARRIED_IN, _TOTAL, _CARRIED_OUT):
            changes[f"{row}.total"] = sum(
                int(str(changes.get(f"{row}.{c}", 0))) for c in _APPLICANTS[:-1]
            )
        return form.replace({**changes, **self._tables(form)})

    def _tables(self, form: AnnualReport) -> Mapping[str, object]:
        issued, upheld = self._below(20), self._below(4)
        items, whole = self._below(20), issued + self._below(30)
        money = Decimal(self._below(10**9)).scaleb(-4)
        return {
            **_had_by(
                form,
                {
                    f"{_TABLE_2}.normative_documents.issued": issued,
                    f"{_TABLE_2}.normative_documents.in_force": whole,
                    f"{_TABLE_2}.normative_documents.published_total": whole,
                    f"{_TABLE_2}.licensing.prior_items": items,
                    f"{_TABLE_2}.fees.amount": money,
                    f"{_TABLE_2}.procurement.amount": money,
                    "remedies.reconsideration.upheld": upheld,
                    "remedies.reconsideration.total": upheld,
                },
            ),
            **_units(form),
        }

    def _before(self, edition: str, report: AnnualReport) -> AnnualReport:
        form = AnnualReport.blank_form(edition, fill=0)
        changes = {f"{_CARRIED_OUT}.{c}": report.get(f"{_CARRIED_IN}.{c}") for c in _APPLICANTS}
        row = f"{_TABLE_2}.normative_documents"
        if _had_by(form, {f"{row}.in_force": 0}):
            now, new = report.get(f"{row}.in_force"), report.get(f"{row}.issued")
            changes[f"{row}.in_force"] = int(str(now)) - int(str(new))
        else:
            row = f"{_TABLE_2}.licensing"
            items, more = int(str(report.get(f"{row}.prior_items"))), self._below(9)
            changes |= {f"{row}.prior_items": items + more, f"{row}.change": -more}
        return form.replace(changes)

    def _disturbed(self, report: AnnualReport) -> AnnualReport:
        """The report with cells blank or changed, parts lost or in another layout."""
        for _ in range(self._below(12)):
            try:
                report = report.replace(dict([self._change()]))
            except InvalidReport:
                continue  # the report lacks the row by now, or has it in another layout
        return report

    def _change(self) -> tuple[str, object]:
        cell = self._one(_FEW if self._below(4) == 0 else cells())
        what = self._below(8)
        if what <= 2:  # noqa: PLR2004  # three in eight
            return cell.address, None
        if what <= 4:  # noqa: PLR2004  # two in eight
            number = self._below(30)
            if cell.kind is Kind.AMOUNT:
                return cell.address, Decimal(number).scaleb(-2)
            return cell.address, number - 9 if cell.kind is Kind.CHANGE else number
        path = cell.address.split(".")
        row = ".".join(path[: 1 + self._below(len(path) - 1)] if self._below(2) else path[:-1])
        if "closed_otherwise" in path and self._below(2):
            row = "requests.outcomes.closed_otherwise"
        if what == 5:  # noqa: PLR2004  # one in eight
            return row, None
        if what == 6:  # noqa: PLR2004  # one in eight
            unit = self._one((Unit.YUAN, Unit.TEN_THOUSAND_YUAN))
            return f"{_TABLE_2}.{self._one(('fees', 'procurement'))}.unit", unit
        form = AnnualReport.blank_form(self._one(_NAMES), fill=self._one((None, 0, 1)))
        return row, form.get(row)


def _added_up(edition: str, members: tuple[AnnualReport, ...]) -> AnnualReport:
    form = AnnualReport.blank_form(edition, fill=0)
    of_members = [dict(member.cells()) for member in members]
    numbers = {a: sum(of[a] or 0 for of in of_members) for a, _ in form.cells()}
    return form.replace({**numbers, **_units(form)})


def _had_by(form: AnnualReport, numbers: Mapping[str, object]) -> dict[str, object]:
    """Return those of the numbers whose cells the form has."""
    there = {address for address, _ in form.cells()}
    return {address: number for address, number in numbers.items() if address in there}


def _units(form: AnnualReport) -> dict[str, object]:
    """Return the unit of procurement, if the form has the row: it has none of its own."""
    row = f"{_TABLE_2}.procurement"
    return {} if form.get(row) is None else {f"{row}.unit": Unit.TEN_THOUSAND_YUAN}
