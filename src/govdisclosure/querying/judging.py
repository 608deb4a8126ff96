"""The judgement of instances in SQL, the same steps for every relation."""

from collections.abc import Iterable

from sqlglot import exp

from ..findings import Outcome
from ..rules.vocabulary import Sign
from . import expressions as e
from .dialects import Dialect
from .expressions import Expression
from .figures import MILLIONTHS

KEY = ("agency", "scope", "year")
"""The columns that tell one report from another: its agency's code or else name, and so on."""
COLUMNS = (
    *(*KEY, "rule", "at", "outcome", "expected", "actual", "difference"),
    *("needed_cell", "needed_value", "needed_at_least"),
)
"""The columns of the result."""
_FIGURES, _JUDGED = "f", "j"
_MADE = 6
"""Decimals of a number."""


def judged(figures: Expression, dialect: Dialect, outcomes: Iterable[Outcome]) -> exp.Select:
    """Return the query that judges the instances of another, and keeps some outcomes."""
    kept = [outcome for outcome in Outcome if outcome in set(outcomes)]
    differing = _selected(figures, _FIGURES, _differences(dialect))
    outcome = _selected(differing, _FIGURES, [e.named(_outcome(), "outcome")])
    query = exp.Select(
        expressions=[e.named(expression, name) for name, expression in _results(dialect).items()]
    ).from_(exp.Subquery(this=outcome, alias=exp.TableAlias(this=exp.to_identifier(_JUDGED))))
    if len(kept) < len(Outcome):
        query = query.where(e.is_in(e.column(_JUDGED, "outcome"), kept), copy=False)
    return query


def _selected(of: Expression, alias: str, more: list[exp.Alias]) -> exp.Select:
    star = exp.Column(this=exp.Star(), table=exp.to_identifier(alias))
    source = exp.Subquery(this=of, alias=exp.TableAlias(this=exp.to_identifier(alias)))
    return exp.Select(expressions=[star, *more]).from_(source, copy=False)


def _differences(dialect: Dialect) -> list[exp.Alias]:
    """Return stated − expected: exact, also where decimals are binary doubles."""
    whole = e.total([(1, _of("actual")), (-1, _of("expected"))])
    if dialect.number is not None:
        return [e.named(whole, "difference")]
    rest = e.total([(1, _of("actual_millionths")), (-1, _of("expected_millionths"))])
    exact = exp.Round(
        this=e.total([(1, whole.copy()), (1, _divided(rest.copy()))]), decimals=e.number(_MADE)
    )
    is_whole = exp.EQ(this=rest, expression=e.number(0))
    return [e.named(e.choice((is_whole, whole), otherwise=exact), "difference")]


def _divided(millionths: Expression) -> Expression:
    divisor = exp.Literal.number(f"{MILLIONTHS}.0")
    return exp.Div(this=exp.Paren(this=millionths), expression=divisor)


def _of(name: str) -> exp.Column:
    return e.column(_FIGURES, name)


def _outcome() -> Expression:
    zero, difference = e.number(0), _of("difference")
    rising = exp.LT(this=difference, expression=zero)
    falling = exp.GT(this=difference, expression=zero)
    can_raise = _any_of("raising", "either")
    can_lower = _any_of("lowering", "either")
    at_most = e.is_in(_of("sign"), [Sign.AT_MOST.value])
    true = e.some(exp.EQ(this=difference, expression=zero), e.every(at_most, falling.copy()))
    holds = e.choice(
        (_of("incomplete"), e.text(Outcome.UNDETERMINED)), otherwise=e.text(Outcome.HOLDS)
    )
    mends = e.some(e.every(rising, can_raise), e.every(falling, can_lower))
    judgement = e.choice(
        (true, holds), (mends, e.text(Outcome.UNDETERMINED)), otherwise=e.text(Outcome.BROKEN)
    )
    return e.choice((_of("applies"), judgement), otherwise=e.text(Outcome.NOT_APPLICABLE))


def _any_of(*counts: str) -> Expression:
    summed = e.total((1, _of(count)) for count in counts)
    return exp.GT(this=summed, expression=e.number(0))


def _results(dialect: Dialect) -> dict[str, Expression]:
    def of(name: str) -> exp.Column:
        return e.column(_JUDGED, name)

    def shown(side: str) -> Expression:
        if dialect.number is not None:
            return e.choice((of("applies"), of(side)))
        millionths = of(f"{side}_millionths")
        none = exp.EQ(this=millionths, expression=e.number(0))
        added = e.total([(1, of(side)), (1, _divided(millionths.copy()))])
        return e.choice((e.every(of("applies"), none), of(side)), (of("applies"), added))

    blanks = e.total([(1, of("raising")), (1, of("lowering"))])
    needed = e.every(
        e.is_in(of("outcome"), [Outcome.UNDETERMINED]),
        exp.EQ(this=blanks, expression=e.number(1)),
    )
    equal = e.is_in(of("sign"), [Sign.EQUAL.value])
    at_most = e.is_in(of("sign"), [Sign.AT_MOST.value])
    works = e.total([(1, of("lowering")), (-1, of("raising"))])
    amount = exp.Mul(this=of("difference"), expression=exp.Paren(this=works))
    return {
        **{name: of(name) for name in (*KEY, "rule", "at", "outcome")},
        "expected": shown("expected"),
        "actual": shown("actual"),
        "difference": e.choice((of("applies"), of("difference"))),
        "needed_cell": e.choice((needed, of("blank"))),
        "needed_value": e.choice((e.every(needed.copy(), equal), amount)),
        "needed_at_least": e.choice((e.every(needed.copy(), at_most), amount.copy())),
    }
