"""Instances of the relations between a consolidated report and its members, in SQL."""

import attrs
from sqlglot import exp

from ..records import Kind, Scope
from ..records.cells import cell as form_cell
from ..records.cells import standing_for
from ..records.layouts import split_parts
from ..rules.vocabulary import MEMBERS, Relation, Term, instance_cells
from ..wide import UNIT
from . import expressions as e
from . import members, presence
from .dialects import Dialect
from .expressions import Expression
from .figures import REPORT, Figures, Number, blanks_of
from .members import LISTED, REPORTED, SUMS, sums

_Blank = tuple[str, int, Expression, Expression]
"""A cell's name, what its blanks work with, how many there are, and whether there is one."""


def figures(relation: Relation, at: str, dialect: Dialect) -> Figures:
    """Return an instance of a relation with sums over the members."""
    sides = [
        _Side(address=address, term=term, stated=stated, dialect=dialect)
        for stated, terms in ((False, relation.expected), (True, relation.stated))
        for term in terms
        for address in instance_cells(term, at)
    ]
    blanks = [blank for side in sides for blank in side.blanks()]
    missing = exp.GT(this=e.column(SUMS, LISTED), expression=e.column(SUMS, REPORTED))
    return Figures(
        rule=relation.id,
        at=at,
        sign=relation.sign,
        applies=_applies(sides),
        expected=_number([side for side in sides if not side.stated]),
        actual=_number([side for side in sides if side.stated]),
        blanks=blanks_of(blanks),
        incomplete=missing,
    )


@attrs.frozen(kw_only=True)
class _Side:
    """A cell of the report, or its sum over the members.

    Where a part may be one row or several, the cells of the several stand beside that of the one.
    """

    address: str
    term: Term
    stated: bool
    dialect: Dialect

    @property
    def of_members(self) -> bool:
        return self.address.startswith(MEMBERS)

    @property
    def plain(self) -> str:
        return self.address.removeprefix(MEMBERS)

    @property
    def part(self) -> str | None:
        """The part of one row or several whose one row the cell is in, None for others."""
        row = self.plain.rpartition(".")[0]
        return row if row in split_parts() else None

    @property
    def cells(self) -> tuple[str, ...]:
        """The addresses that may hold the number: one, or that of one row and those of several."""
        return standing_for(self.plain)

    @property
    def works(self) -> int:
        return self.term.coefficient if self.stated else -self.term.coefficient

    @property
    def is_split(self) -> bool:
        """Whether the amounts of the cell are kept as whole parts and millionths."""
        found = form_cell(self.plain)
        return self.dialect.number is None and found is not None and found.kind is Kind.AMOUNT

    def value(self) -> Expression:
        if self.of_members:
            return e.total((1, sums()[cell].whole) for cell in self.cells)
        columns = [presence.cell(REPORT, cell) for cell in self.cells]
        if self.is_split:
            columns = [members.whole_part(column) for column in columns]
        return e.total((1, e.or_zero(column)) for column in columns)

    def millionths(self) -> Expression | None:
        if not self.is_split:
            return None
        if self.of_members:
            return sums()[self.plain].millionths
        return e.or_zero(members.millionths(presence.cell(REPORT, self.plain)))

    def is_filled(self) -> Expression:
        """Whether there is a number anywhere."""
        if self.of_members:
            filled = e.total((1, sums()[cell].number) for cell in self.cells)
            return exp.GT(this=filled, expression=e.number(0))
        return e.is_there(e.first(*(presence.cell(REPORT, cell) for cell in self.cells)))

    def blanks(self) -> list[_Blank]:
        return self._members_blanks() if self.of_members else self._own_blanks()

    def _own_blanks(self) -> list[_Blank]:
        part = self.part
        found: list[_Blank] = []
        for cell in self.cells:
            is_blank = e.is_null(presence.cell(REPORT, cell))
            if part is not None:
                several = presence.is_several(REPORT, part)
                if cell == self.plain:
                    several = e.negated(several)
                is_blank = e.every(is_blank, several)
            found.append((cell, self.works, e.one_if(is_blank), is_blank.copy()))
        return found

    def _members_blanks(self) -> list[_Blank]:
        """Those of members that reported; one that did not counts as one of the cell itself."""
        part = self.part
        found: list[_Blank] = []
        for cell in self.cells:
            due: Expression = e.column(SUMS, LISTED)
            if part is not None:
                several = e.column(SUMS, members.several(part))
                due = several if cell != self.plain else e.total([(1, due), (-1, several)])
            number = e.total([(1, due), (-1, sums()[cell].number)])
            closed = exp.Paren(this=number)
            is_one = exp.GT(this=number.copy(), expression=e.number(0))
            found.append((MEMBERS + cell, self.works, closed, is_one))
        return found

    def applies(self) -> list[Expression]:
        """What must hold for the side: no report has the cell in another layout."""
        if self.part is not None:
            one = e.negated(presence.is_several(REPORT, self.part))
            several, reported = e.column(SUMS, members.several(self.part)), e.column(SUMS, REPORTED)
            return [exp.Paren(this=e.some(one, exp.LT(this=several, expression=reported)))]
        other = presence.of_another_layout(REPORT, self.plain)
        if other is None:
            return []
        counted = e.column(SUMS, members.others()[self.plain])
        return [e.negated(other), exp.EQ(this=counted, expression=e.number(0))]


def _applies(sides: list[_Side]) -> Expression:
    own = exp.NEQ(this=members.scope_of(REPORT), expression=e.text(Scope.OWN))
    conditions = [e.is_there(e.column(SUMS, LISTED)), own]
    by_cell = {side.plain: side for side in sides}
    for side in by_cell.values():
        conditions += side.applies()
        found = form_cell(side.plain)
        if found is not None and found.kind is Kind.AMOUNT:
            conditions.append(_one_unit(side.plain.rsplit(".", 1)[0]))
    filled = [side.is_filled() for side in sides]
    return e.every(*conditions, exp.Paren(this=e.some(*filled)))


def _one_unit(row: str) -> Expression:
    """Return whether all reports that have a row name one unit, the same."""
    lowest, highest, none = (e.column(SUMS, name) for name in members.unit_columns(row))
    unit = presence.cell(REPORT, row + UNIT)

    def equal(left: tuple[Expression, Expression], right: tuple[Expression, Expression]) -> exp.EQ:
        return exp.EQ(
            this=e.first(*(one.copy() for one in left)),
            expression=e.first(*(one.copy() for one in right)),
        )

    return e.every(
        exp.Paren(this=e.some(presence.is_absent(REPORT, row), e.is_there(unit.copy()))),
        exp.EQ(this=none, expression=e.number(0)),
        equal((unit, lowest), (highest, unit)),
        equal((lowest, unit), (unit, highest)),
    )


def _number(sides: list[_Side]) -> Number:
    whole = e.total((side.term.coefficient, side.value()) for side in sides)
    split = [(side.term.coefficient, m) for side in sides if (m := side.millionths()) is not None]
    return Number(whole=whole, millionths=e.total(split) if split else None)
