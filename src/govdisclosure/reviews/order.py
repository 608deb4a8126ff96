"""The order in which a person reads findings: worst first, those of one rule together."""

from collections.abc import Iterable
from itertools import groupby

from ..findings import Finding, Severity, worst_first


def by_rule(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Return the findings worst first, in groups of one rule and severity, else in their order."""
    found = worst_first(findings)
    order: dict[str, int] = {}
    for finding in found:
        order.setdefault(finding.rule, len(order))
    ranks = list(Severity)
    together = sorted(found, key=lambda f: (ranks.index(f.severity), order[f.rule]))
    return [list(group) for _, group in groupby(together, key=lambda f: (f.severity, f.rule))]
