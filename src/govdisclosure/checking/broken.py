"""Instances that are broken, as findings."""

from collections.abc import Iterable, Iterator
from decimal import localcontext
from functools import lru_cache

from ..findings import Finding, Instance, Outcome, as_sum
from ..relations import Relation, range_named
from .judging import EXACT
from .ruleset import Ruleset


def broken_among(rules: Ruleset, instances: Iterable[Instance]) -> Iterator[Finding]:
    """Iterate over the findings that broken instances are."""
    return (_finding(rules.relation(i.rule), i) for i in instances if i.outcome is Outcome.BROKEN)


def _finding(relation: Relation, instance: Instance) -> Finding:
    difference = instance.difference or 0
    with localcontext(EXACT):
        size = abs(difference)
    return Finding(
        rule=relation.id,
        at=instance.at,
        severity=relation.severity,
        cells=instance.cells,
        message=relation.message.fill(
            at=range_named(relation.over)[instance.at],
            expected=instance.expected,
            actual=instance.actual,
            difference=size,
            expected_sum=as_sum(f for f in instance.figures if not f.stated),
            actual_sum=as_sum(f for f in instance.figures if f.stated),
        ),
        basis=_basis(relation),
        expected=instance.expected,
        actual=instance.actual,
        difference=difference,
    )


@lru_cache(maxsize=256)
def _basis(relation: Relation) -> str:
    return str(relation.basis)
