"""What an instance of a relation is made of in SQL, before it is judged."""

from collections.abc import Iterable, Iterator, Sequence

import attrs
from sqlglot import exp

from ..records import Kind
from ..records.cells import cell as form_cell
from ..rules.vocabulary import MEMBERS, PRIOR, Relation, Sign, Term, instance_cells, is_sum
from . import expressions as e
from . import presence
from .dialects import Dialect
from .expressions import Expression

REPORT, BEFORE = "r", "p"
"""What the report and that of the year before are called in the query."""
MILLIONTHS = 1_000_000


@attrs.frozen(kw_only=True)
class Number:
    """A number, as one or, where decimals are binary doubles, as a whole part and millionths."""

    whole: Expression
    millionths: Expression | None = None


@attrs.frozen(kw_only=True)
class Blanks:
    """How many blanks can raise or lower stated − expected, how many of them do either.

    ``name`` is that of the first of them, null where there is none.
    """

    raising: Expression
    lowering: Expression
    either: Expression
    name: Expression


@attrs.frozen(kw_only=True)
class Figures:
    """An instance: whether it applies, its two sides with blanks as zero, and its blanks.

    ``incomplete`` says that members did not report.
    """

    rule: str
    at: str
    sign: Sign
    applies: Expression
    expected: Number
    actual: Number
    blanks: Blanks
    incomplete: Expression

    def selected(self, dialect: Dialect) -> Iterator[exp.Alias]:
        """Iterate over the columns that ``judging`` looks at, the same for every instance."""
        yield e.named(e.text(self.rule), "rule")
        yield e.named(e.text(self.at), "at")
        yield e.named(e.text(self.sign.value), "sign")
        yield e.named(self.applies, "applies")
        for side, number in (("expected", self.expected), ("actual", self.actual)):
            yield e.named(e.cast(number.whole, dialect.number), side)
            if dialect.number is None:
                yield e.named(number.millionths or e.number(0), f"{side}_millionths")
        yield e.named(self.blanks.raising, "raising")
        yield e.named(self.blanks.lowering, "lowering")
        yield e.named(self.blanks.either, "either")
        yield e.named(self.blanks.name, "blank")
        yield e.named(self.incomplete, "incomplete")

    @property
    def differs(self) -> Expression:
        """Whether the sides are not as the relation wants them, blanks counting as zero."""
        expected, actual = self.expected.whole.copy(), self.actual.whole.copy()
        operator = exp.NEQ if self.sign is Sign.EQUAL else exp.GT
        whole = operator(this=expected, expression=actual)
        sides = (self.expected.millionths, self.actual.millionths)
        left, right = (e.number(0) if side is None else side.copy() for side in sides)
        if sides == (None, None):
            return whole
        return e.some(whole, exp.NEQ(this=left, expression=right))


@attrs.frozen(kw_only=True)
class _Entry:
    """A cell in an instance, with the prefix of its document, as ``relations`` writes it."""

    address: str
    term: Term
    stated: bool

    @property
    def table(self) -> str:
        return BEFORE if self.address.startswith(PRIOR) else REPORT

    @property
    def plain(self) -> str:
        return self.address.removeprefix(PRIOR)

    @property
    def raising(self) -> int:
        return self.term.coefficient if self.stated else -self.term.coefficient

    @property
    def value(self) -> Expression:
        return presence.cell(self.table, self.plain)

    @property
    def is_blank(self) -> Expression:
        """Whether the cell is a blank, of an instance that applies."""
        if is_sum(self.term):
            return presence.is_blank(self.table, self.plain)
        return e.is_null(self.value)


def figures(relation: Relation, at: str) -> Figures:
    """Return an instance of a relation within a report or with the year before."""
    entries = [
        _Entry(address=address, term=term, stated=stated)
        for stated, terms in ((False, relation.expected), (True, relation.stated))
        for term in terms
        for address in instance_cells(term, at)
    ]
    return Figures(
        rule=relation.id,
        at=at,
        sign=relation.sign,
        applies=_applies(relation, at, entries),
        expected=_side(entries, stated=False),
        actual=_side(entries, stated=True),
        blanks=blanks_of(
            (entry.address, entry.raising, e.one_if(entry.is_blank), entry.is_blank)
            for entry in entries
        ),
        incomplete=exp.false(),
    )


def blanks_of(counted: Iterable[tuple[str, int, Expression, Expression]]) -> Blanks:
    """Return the blanks of an instance.

    Each of those given is a cell's name with its prefix, what it works with (1 or −1), how many of
    its blanks there are, and whether there is one.
    """
    listed = list(counted)
    either = [(1, number.copy()) for name, _, number, _ in listed if _is_either_sign(name)]
    return Blanks(
        raising=e.total((1, number) for _, works, number, _ in listed if works > 0),
        lowering=e.total((1, number) for _, works, number, _ in listed if works < 0),
        either=e.total(either),
        name=e.choice(
            *((is_blank, e.text(name)) for name, _, _, is_blank in listed),
            otherwise=e.null_text(),
        ),
    )


def _is_either_sign(address: str) -> bool:
    found = form_cell(address.removeprefix(PRIOR).removeprefix(MEMBERS))
    return found is not None and found.kind is Kind.CHANGE


def _applies(relation: Relation, at: str, entries: Sequence[_Entry]) -> Expression:
    conditions: list[Expression | None] = []
    if relation.needs_prior:
        conditions.append(e.is_there(presence.cell(BEFORE, "year")))
    if relation.row is not None:
        conditions.append(e.negated(presence.is_absent(REPORT, relation.row.replace("{at}", at))))
    for entry in entries:
        other = presence.of_another_layout(entry.table, entry.plain)
        if other is not None and not is_sum(entry.term):
            conditions.append(e.negated(other))
    conditions.append(e.is_there(e.first(*(entry.value for entry in entries))))
    return e.every(*conditions)


def _side(entries: Sequence[_Entry], *, stated: bool) -> Number:
    of_side = [entry for entry in entries if entry.stated is stated]
    return Number(whole=e.total((n.term.coefficient, e.or_zero(n.value)) for n in of_side))
