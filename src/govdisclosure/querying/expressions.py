"""Expressions of SQL that everything here is built from: columns, sums, conditions."""

from collections.abc import Iterable
from functools import reduce
from typing import TypeAlias

from sqlglot import exp

Expression: TypeAlias = exp.Expr
"""A part of a query."""


def name(text: str) -> exp.Identifier:
    """Return a name as it is written, in quotes."""
    return exp.to_identifier(text, quoted=True)


def column(table: str, text: str) -> exp.Column:
    """Return a column of a table by the alias that it has in the query; without, where empty."""
    return exp.Column(this=name(text), table=exp.to_identifier(table) if table else None)


def named(expression: Expression, text: str) -> exp.Alias:
    """Return an expression as a column of the result."""
    return exp.Alias(this=expression, alias=name(text))


def text(value: str) -> exp.Literal:
    """Return a text as a constant."""
    return exp.Literal.string(value)


def number(value: int) -> Expression:
    """Return a whole number, not negative, as a constant."""
    return exp.Literal.number(value)


def cast(expression: Expression, to: str | None) -> Expression:
    """Return the expression as a number of type *to*; as it is where that is None."""
    return expression if to is None else exp.cast(expression, to, dialect="postgres", copy=False)


def or_zero(expression: Expression) -> Expression:
    """Return the expression, zero where it is null."""
    return exp.Coalesce(this=expression, expressions=[number(0)])


def first(*expressions: Expression) -> Expression:
    """Return the first of some expressions that is not null."""
    if len(expressions) == 1:
        return expressions[0]
    return exp.Coalesce(this=expressions[0], expressions=list(expressions[1:]))


def total(signed: Iterable[tuple[int, Expression]]) -> Expression:
    """Return the sum of expressions, each with a coefficient of 1 or −1; zero of none."""
    ordered = sorted(signed, key=lambda one: -one[0])
    if not ordered:
        return number(0)
    sign, start = ordered[0]
    start = start if sign > 0 else exp.Sub(this=number(0), expression=start)
    return reduce(_plus, ordered[1:], start)


def _plus(left: Expression, signed: tuple[int, Expression]) -> Expression:
    sign, right = signed
    operator = exp.Add if sign > 0 else exp.Sub
    closed = exp.Paren(this=right) if isinstance(right, (exp.Add, exp.Sub)) else right
    return operator(this=left, expression=closed)


def is_null(expression: Expression) -> Expression:
    """Return whether an expression is null."""
    return exp.Is(this=expression, expression=exp.null())


def is_there(expression: Expression) -> Expression:
    """Return whether an expression is not null."""
    return exp.Not(this=is_null(expression))


def is_in(expression: Expression, values: Iterable[str]) -> Expression:
    """Return whether an expression is one of some texts."""
    listed = [text(value) for value in values]
    if len(listed) == 1:
        return exp.EQ(this=expression, expression=listed[0])
    return exp.In(this=expression, expressions=listed)


def every(*conditions: Expression | None) -> Expression:
    """Return whether all conditions hold; None is no condition."""
    there = [condition for condition in conditions if condition is not None]
    return exp.and_(*there, copy=False) if there else exp.true()


def some(*conditions: Expression) -> Expression:
    """Return whether one of some conditions holds."""
    return exp.or_(*conditions, copy=False)


def negated(condition: Expression) -> Expression:
    """Return whether a condition does not hold."""
    return exp.Not(this=exp.Paren(this=condition))


def one_if(condition: Expression) -> Expression:
    """Return 1 where the condition holds, else 0, also where it is null."""
    return choice((condition, number(1)), otherwise=number(0))


def choice(*cases: tuple[Expression, Expression], otherwise: Expression | None = None) -> exp.Case:
    """Return the value of the first condition that holds, else *otherwise* (null)."""
    ifs = [exp.If(this=condition, true=value) for condition, value in cases]
    return exp.Case(ifs=ifs, default=otherwise)


def null_text() -> Expression:
    """Return a null that is a text."""
    return exp.cast(exp.null(), "TEXT", dialect="postgres")
