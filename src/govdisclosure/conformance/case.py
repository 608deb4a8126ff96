"""A case: reports that belong together, and what instances of relations come to on them."""

from functools import cache
from typing import Any

import attrs

from ..checking import check
from ..findings import Instance, Needed, Outcome
from ..records import AnnualReport
from ..relations import Relation, range_named
from ..rules import RULES
from ..wire import to_json, unstructure


@attrs.frozen(kw_only=True)
class Expected:
    """What an instance comes to. ``needed`` is what its one blank needs, else empty."""

    rule: str
    at: str
    outcome: Outcome
    needed: tuple[Needed, ...] = ()

    @classmethod
    def of(cls, instance: Instance) -> "Expected":
        """Return what an instance came to."""
        return cls(
            rule=instance.rule, at=instance.at, outcome=instance.outcome, needed=instance.needed
        )

    def plain(self) -> dict[str, Any]:
        """Return the expectation as plain values."""
        return {
            "rule": self.rule,
            "at": self.at,
            "outcome": self.outcome.value,
            "needed": [
                {name: value for name, value in attrs.asdict(needed).items() if value is not None}
                for needed in self.needed
            ],
        }


@attrs.frozen(kw_only=True)
class Case:
    """Reports that belong together, and what some or all instances come to on them.

    ``members`` is None where none are given; a member that did not report is None.
    """

    id: str
    description: str
    report: AnnualReport
    prior: AnnualReport | None = None
    members: tuple[AnnualReport | None, ...] | None = None
    expected: tuple[Expected, ...] = ()

    def question(self) -> dict[str, Any]:
        """Return what an implementation is given: everything but the answer."""
        members = self.members
        return {
            "id": self.id,
            "description": self.description,
            "report": unstructure(self.report),
            "prior": None if self.prior is None else unstructure(self.prior),
            "members": None
            if members is None
            else [None if member is None else unstructure(member) for member in members],
        }

    def line(self) -> str:
        """Return the whole case as one line of JSON."""
        expected = [found.plain() for found in self.expected]
        return to_json({**self.question(), "expected": expected}) + "\n"


def complete(case: Case) -> Case:
    """Return the case with what every instance comes to, whether it names it or not."""
    named = {(expected.rule, expected.at): expected for expected in case.expected}
    if named.keys() >= instances():
        return case
    review = check(case.report, prior=case.prior, members=case.members)
    found = (Expected.of(instance) for instance in review.instances)
    return attrs.evolve(case, expected=tuple(named.get((e.rule, e.at), e) for e in found))


@cache
def instances() -> frozenset[tuple[str, str]]:
    """Return the rule and the key of every instance that an implementation answers."""
    return frozenset(
        (rule.id, at)
        for rule in RULES
        if isinstance(rule, Relation)
        for at in range_named(rule.over)
    )
