"""What one instance of a relation comes to: blanks are unknown numbers, never zero.

RULES in one line each, with d = stated − expected and blanks as zero. A blank raises d when it
adds to the stated side or is taken from the expected side, lowers d in the other two cases, and a
blank change can do both. ``=``: d = 0 holds; d > 0 is broken unless some blank lowers d; d < 0 is
broken unless some blank raises d. ``<=``: d >= 0 holds, else broken unless some blank raises d.
"""

from collections.abc import Sequence
from decimal import Context, localcontext

from ..findings import Figure, Instance, Needed, Number, Outcome
from ..records.cells import cell
from ..records.form import Kind
from ..rules.vocabulary import MEMBERS, PRIOR, Relation, Sign
from ..wording import Wording

EVERY_CELL_BLANK = Wording("各单元格均为空白", "every one of its cells is blank")

EXACT = Context(prec=100)
"""Money is added exactly, whatever the caller's decimal context."""


def judge(
    relation: Relation, at: str, figures: Sequence[Figure], *, incomplete: bool = False
) -> Instance:
    """Return the instance of *relation* at *at* with its outcome.

    *incomplete* says that figures are known to be missing altogether (a member that did not
    report), so that the instance never holds.
    """
    cells = tuple(dict.fromkeys(figure.cell for figure in figures))
    blanks = [figure for figure in figures if figure.value is None]
    if len(blanks) == len(figures):
        return not_applicable(relation, at, cells, EVERY_CELL_BLANK)
    with localcontext(EXACT):
        expected = _sum([figure for figure in figures if not figure.stated])
        actual = _sum([figure for figure in figures if figure.stated])
        difference = actual - expected
        outcome = _outcome(relation.sign, difference, blanks)
        if outcome is Outcome.HOLDS and incomplete:
            outcome = Outcome.UNDETERMINED
        undetermined = outcome is Outcome.UNDETERMINED
        needed = _needed(relation.sign, difference, blanks) if undetermined else ()
    return Instance(
        rule=relation.id,
        at=at,
        outcome=outcome,
        cells=cells,
        figures=tuple(figures),
        expected=expected,
        actual=actual,
        difference=difference,
        blanks=tuple(dict.fromkeys(figure.cell for figure in blanks)),
        needed=needed,
    )


def not_applicable(
    relation: Relation, at: str, cells: tuple[str, ...], reason: Wording
) -> Instance:
    """Return the instance as not applicable, with the reason."""
    outcome = Outcome.NOT_APPLICABLE
    return Instance(rule=relation.id, at=at, outcome=outcome, cells=cells, reason=reason)


def _sum(figures: Sequence[Figure]) -> Number:
    total: Number = 0
    for figure in figures:
        total += figure.coefficient * (figure.value or 0)
    return total


def _outcome(sign: Sign, difference: Number, blanks: Sequence[Figure]) -> Outcome:
    if difference == 0 or (sign is Sign.AT_MOST and difference > 0):
        return Outcome.HOLDS
    mended = any(mends(blank, rising=difference < 0) for blank in blanks)
    return Outcome.UNDETERMINED if mended else Outcome.BROKEN


def mends(blank: Figure, *, rising: bool) -> bool:
    """Tell whether a figure, where it is blank, can raise d (or, not *rising*, lower it)."""
    return _either_sign(blank.cell) or (blank.raising > 0) is rising


def _either_sign(name: str) -> bool:
    found = cell(name.removeprefix(PRIOR).removeprefix(MEMBERS))
    return found is not None and found.kind is Kind.CHANGE


def _needed(sign: Sign, difference: Number, blanks: Sequence[Figure]) -> tuple[Needed, ...]:
    if len(blanks) != 1:
        return ()
    (blank,) = blanks
    number = -difference * blank.raising
    if sign is Sign.EQUAL:
        return (Needed(cell=blank.cell, value=number),)
    return (Needed(cell=blank.cell, at_least=number),)
