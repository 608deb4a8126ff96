"""What a check gives back: findings at once, everything else when asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import attrs

from ..findings import Finding, Instance, Outcome, Severity, Skipped
from ..rules import RULES
from ..rules.vocabulary import RecordRule, Relation
from ..wording import Wording

Lacking = tuple[
    Wording | None, Wording | None, Wording | None, Wording | None, Mapping[str, Wording | None]
]
"""Why there is no document, no edition due, no report of the year before, no members, or None; and
why each rule on records has nothing to look at, or None."""


@attrs.frozen
class Review:
    """The outcome of a check.

    ``findings`` are in the order of the form. The rest is made when asked for.
    """

    findings: tuple[Finding, ...]
    _lacking: Callable[[], Lacking] = attrs.field(repr=False, eq=False)
    _every: Callable[[], Iterator[Instance]] = attrs.field(repr=False, eq=False)

    @cached_property
    def skipped(self) -> tuple[Skipped, ...]:
        """The rules that were not applied at all, with the reason."""
        document, edition, prior, members, record_rules = self._lacking()
        reasons: dict[str, Wording | None] = {}
        for rule in RULES:
            if isinstance(rule, Relation) and rule.needs_prior:
                reasons[rule.id] = prior
            elif isinstance(rule, Relation) and rule.needs_members:
                reasons[rule.id] = members
            elif isinstance(rule, RecordRule):
                reasons[rule.id] = (document if rule.of_reading else None) or record_rules[rule.id]
            elif rule.id == "form.edition":
                reasons[rule.id] = edition
        return tuple(Skipped(rule=name, reason=why) for name, why in reasons.items() if why)

    @cached_property
    def instances(self) -> tuple[Instance, ...]:
        """Every instance of every relation, with its outcome, in the rules' order."""
        return tuple(self._every())

    @cached_property
    def counts(self) -> Mapping[Outcome, int]:
        """How many instances came to each outcome."""
        counts = dict.fromkeys(Outcome, 0)
        for instance in self.instances:
            counts[instance.outcome] += 1
        return counts

    @cached_property
    def undetermined(self) -> tuple[Instance, ...]:
        """The instances that blanks leave open."""
        return tuple(i for i in self.instances if i.outcome is Outcome.UNDETERMINED)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of this severity or worse that are not waived."""
        ranks = list(Severity)
        worst = ranks[: ranks.index(severity) + 1]
        return tuple(f for f in self.findings if f.severity in worst and f.waived is None)
