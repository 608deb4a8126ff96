"""Findings as values: what a rule says about a report, where, and with which numbers."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

import attrs

from .reading import Place
from .wording import Wording

Number = int | Decimal
"""What a cell holds: a count, or an exact amount."""


class Severity(StrEnum):
    """How bad a finding is, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_WORDING = {
    Severity.ERROR: Wording("错误", "error"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.NOTE: Wording("提示", "note"),
}


class Outcome(StrEnum):
    """What became of one instance of a relation. Only *broken* is a finding."""

    HOLDS = "holds"
    """True, with every blank read as zero."""
    BROKEN = "broken"
    """No values of the blanks could make it true."""
    UNDETERMINED = "undetermined"
    """Some values of the blanks would make it true, zero does not."""
    NOT_APPLICABLE = "not_applicable"
    """Not a question for this report; the instance says why."""


@attrs.frozen(kw_only=True)
class Needed:
    """What a blank cell must hold for an instance to be true: ``value``, or ``at_least``."""

    cell: str
    value: Number | None = None
    at_least: Number | None = None


@attrs.frozen
class Figure:
    """A number that enters an instance: the cell's name, its value, its sign and its side."""

    cell: str
    value: Number | None
    coefficient: int
    stated: bool

    @property
    def raising(self) -> int:
        """The figure's coefficient in d = stated − expected."""
        return self.coefficient if self.stated else -self.coefficient


def as_sum(figures: Iterable[Figure]) -> str:
    """Return figures as a written sum, ``100 + 10 − _``: ``_`` for a blank.

    Zeros are left out, but for a sum of which no more than one number would be left: that number
    is the sum's own.
    """
    every = list(figures)
    shown = [figure for figure in every if figure.value != 0]
    if len(shown) <= 1:
        shown = every
    texts = [
        f"{'−' if f.coefficient < 0 else '+'} {'_' if f.value is None else f.value}" for f in shown
    ]
    return " ".join(texts).removeprefix("+ ") or "0"


@attrs.frozen(kw_only=True)
class Instance:
    """One instance of a relation, with its outcome.

    ``figures`` are the numbers that enter it. ``expected``, ``actual`` and ``difference``
    (actual − expected) count blanks as zero; they are None when the instance does not apply, and
    then ``reason`` says why. ``blanks`` are the blank
    cells among ``cells``; ``needed`` is what the blank needs when there is exactly one.
    """

    rule: str
    at: str
    outcome: Outcome
    cells: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    expected: Number | None = None
    actual: Number | None = None
    difference: Number | None = None
    blanks: tuple[str, ...] = ()
    needed: tuple[Needed, ...] = ()
    reason: Wording | None = None


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that a rule found.

    ``rule`` is the rule's id and ``at`` what it was applied to. ``cells`` are the addresses
    concerned, ``places`` where they stand in the document, as far as known. ``expected``,
    ``actual`` and ``difference`` are None for a rule without numbers. ``basis`` is the legal basis
    with our confidence; ``waived`` the reason of a waiver, None if there is none.
    """

    rule: str
    at: str
    severity: Severity
    cells: tuple[str, ...]
    message: Wording
    basis: str
    expected: Number | None = None
    actual: Number | None = None
    difference: Number | None = None
    places: tuple[Place, ...] = ()
    waived: Wording | None = None


@attrs.frozen(kw_only=True)
class Skipped:
    """A rule that was not applied at all, and why."""

    rule: str
    reason: Wording


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by severity, otherwise in the order that they came in."""
    ranks = list(Severity)
    return sorted(findings, key=lambda finding: ranks.index(finding.severity))
