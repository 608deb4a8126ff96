"""Assertions on reports, for the tests of whatever stores, shows or forwards them.

They work in any test framework. For pytest there is more: with

``from govdisclosure.testing import pytest_assertrepr_compare``

in a ``conftest.py``, ``assert one == other`` of two reports says which cells differ.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from .checking import Review, check
from .errors import MISSING, shown
from .findings import SEVERITY_WORDING, Finding, Severity
from .profiles import Profile
from .reading import Reading
from .records import AnnualReport
from .records.cells import cell
from .records.form import PART, RECORD
from .rosters import Roster
from .rules import RULES
from .rules import rule as rule_named
from .wording import Wording

__all__ = [
    "Difference",
    "assert_breaks",
    "assert_same",
    "assert_valid",
    "differences",
    "pytest_assertrepr_compare",
]

Checked = AnnualReport | Reading


def assert_valid(  # those of ``check`` that decide what is wrong
    report: Checked,
    *,
    at_least: Severity | str = Severity.ERROR,
    prior: Checked | None = None,
    members: Sequence[Checked | None] | None = None,
    roster: Roster | None = None,
    profile: Profile | None = None,
) -> None:
    """Assert that a report has no finding, *at_least* as severe as an error.

    The other parameters are those of ``check``.

    Raises:
        AssertionError: it has some; all of them are listed, in English and in Chinese.
        ValueError: there is no such severity.
    """
    asked = Severity(at_least)
    review = check(report, prior=prior, members=members, roster=roster, profile=profile)
    wrong = review.at_least(asked)
    if wrong:
        raise AssertionError(_listed(_WRONG.fill(number=len(wrong)), map(_said, wrong)))


def assert_breaks(  # those of ``check`` that decide what is wrong
    report: Checked,
    rule: str,
    *,
    prior: Checked | None = None,
    members: Sequence[Checked | None] | None = None,
    roster: Roster | None = None,
    profile: Profile | None = None,
) -> tuple[Finding, ...]:
    """Assert that a report breaks a rule, and return what the rule found.

    The other parameters are those of ``check``.

    Raises:
        AssertionError: it does not; the message says why, and what it breaks instead.
        UnknownName: there is no such rule.
    """
    known = RULES if profile is None else (*RULES, *profile.relations)
    name = rule_named(rule, known).id
    review = check(report, prior=prior, members=members, roster=roster, profile=profile)
    found = tuple(finding for finding in review.findings if finding.rule == name)
    if not found:
        lines = [*_why_not(review, name), *map(_said, review.findings)]
        raise AssertionError(_listed(_NOT_BROKEN.fill(rule=name), lines))
    return found


def _why_not(review: Review, name: str) -> Iterator[Wording]:
    """Iterate over why a rule found nothing: it was not applied, or could not be decided."""
    for skipped in review.skipped:
        if skipped.rule == name:
            yield _SKIPPED.fill(rule=name, reason=skipped.reason)
    for instance in review.instances:
        if instance.rule == name and instance.blanks:
            blanks = ", ".join(instance.blanks)
            yield _BLANK.fill(rule=name, at=instance.at, blanks=blanks)


@attrs.frozen(kw_only=True)
class Difference:
    """A place in which two reports differ.

    ``left`` and ``right`` are what they have at the ``address``, ``MISSING`` where one lacks the
    row or has it in another layout.
    """

    address: str
    left: object
    right: object

    @property
    def wording(self) -> Wording:
        """The difference as words: the address, the label of a cell, both values."""
        found = cell(self.address)
        zh, en = (f"（{found.zh}）", f" ({found.en})") if found else ("", "")
        left, right = (_value(value) for value in (self.left, self.right))
        return Wording(
            f"{self.address}{zh}：{left.zh} ≠ {right.zh}",
            f"{self.address}{en}: {left.en} ≠ {right.en}",
        )


def differences(left: AnnualReport, right: AnnualReport) -> tuple[Difference, ...]:
    """Return where two reports differ: cell by cell, and what they say beside the tables."""
    one, other = dict(_flat(left, "")), dict(_flat(right, ""))
    return tuple(
        Difference(
            address=address, left=one.get(address, MISSING), right=other.get(address, MISSING)
        )
        for address in dict.fromkeys((*one, *other))
        if one.get(address, MISSING) != other.get(address, MISSING)
    )


def assert_same(left: AnnualReport, right: AnnualReport) -> None:
    """Assert that two reports are equal.

    Raises:
        AssertionError: they are not; each cell in which they differ is named.
    """
    found = differences(left, right)
    if found or left != right:
        raise AssertionError(_compared(found))


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Say for pytest in which cells two reports differ that are asserted to be equal."""
    if op == "==" and isinstance(left, AnnualReport) and isinstance(right, AnnualReport):
        return _compared(differences(left, right)).splitlines()
    return None


def _flat(record: Any, prefix: str) -> Iterator[tuple[str, object]]:
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        inside = PART in field.metadata or (RECORD in field.metadata and attrs.has(type(value)))
        if not inside:
            yield prefix + field.name, value
        elif value is not None:
            yield from _flat(value, f"{prefix}{field.name}.")


def _value(value: object) -> Wording:
    if value is MISSING:
        return _NOT_THERE
    if value is None:
        return _NOTHING
    return Wording(*[shown(value)] * 2)


def _said(finding: Finding) -> Wording:
    severity = SEVERITY_WORDING[finding.severity]
    return Wording(
        f"{severity.zh} {finding.rule}：{finding.message.zh}",
        f"{severity.en} {finding.rule}: {finding.message.en}",
    )


def _compared(found: Sequence[Difference]) -> str:
    return _listed(_DIFFERENT.fill(number=len(found)), (one.wording for one in found))


def _listed(head: Wording, lines: Iterable[Wording]) -> str:
    """Return a message in both languages, a line a finding."""
    both = [head, *lines]
    return "\n  ".join(w.en for w in both) + "\n" + "\n  ".join(w.zh for w in both)


_WRONG = Wording("报告有 {number} 处问题：", "the report has {number} finding{number:s}:")
_NOT_BROKEN = Wording(
    "报告没有违反 {rule}；检查结果：", "the report does not break {rule}; what was found:"
)
_SKIPPED = Wording("没有检查 {rule}：{reason}", "{rule} was not applied: {reason}")
_BLANK = Wording("{rule}（{at}）有空白单元格：{blanks}", "{rule} at {at} has blank cells: {blanks}")
_DIFFERENT = Wording(
    "两份报告有 {number} 处不同：", "the reports differ in {number} place{number:s}:"
)
_NOT_THERE = Wording("没有这一行", "not there")
_NOTHING = Wording("空白", "blank")
