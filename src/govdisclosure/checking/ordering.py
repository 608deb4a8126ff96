"""Findings in their order, as severe as they are locally, with their places."""

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from ..findings import Finding, Severity
from ..profiles import Profile
from ..reading import Reading
from ..records import cells
from .ruleset import Ruleset


def in_order(
    rules: Ruleset, findings: Iterable[Finding], reading: Reading | None, profile: Profile
) -> list[Finding]:
    """Return the findings in order, with their places, as severe as the profile has them.

    The order is that of the cells that are judged, in the form's order, then that of the rules.
    """
    in_form = _order()

    def position(finding: Finding) -> tuple[int, int]:
        judged = finding.cells[0 if finding.difference is None else -1] if finding.cells else ""
        return in_form.get(judged, -1), rules.order[finding.rule]

    ordered = sorted(findings, key=position)
    if profile.severities:
        ordered = [_as_severe(rules, finding, profile) for finding in ordered]
    return ordered if reading is None else [_placed(finding, reading) for finding in ordered]


@cache
def _order() -> Mapping[str, int]:
    return {cell.address: i for i, cell in enumerate(cells())}


def _as_severe(rules: Ruleset, finding: Finding, profile: Profile) -> Finding:
    """Return the finding as severe as the profile has its rule; a milder one stays milder."""
    asked = profile.severities.get(finding.rule)
    if asked is None:
        return finding
    if finding.severity is not rules.rules[rules.order[finding.rule]].severity:
        asked = max(asked, finding.severity, key=list(Severity).index)
    return attrs.evolve(finding, severity=asked)


def _placed(finding: Finding, reading: Reading) -> Finding:
    places = reading.places
    found = (attrs.evolve(places[cell], cell=cell) for cell in finding.cells if cell in places)
    return attrs.evolve(finding, places=(*finding.places, *found))
