"""What a check gives back: findings at once, everything else when asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import attrs

from ..findings import Finding, Instance, Outcome, Severity, Skipped
from ..profiles import NATIONAL, Profile
from ..relations import Rule
from ..rules import RULES
from ..waivers import UnusedWaiver


@attrs.frozen
class Review:
    """The outcome of a check.

    ``findings`` are in the order of the form. ``profile`` is what was asked for locally;
    ``unused_waivers`` are those that waived nothing, each with the reason. The rest is made when
    asked for.
    """

    findings: tuple[Finding, ...]
    _skipped: Callable[[], Iterator[Skipped]] = attrs.field(repr=False, eq=False)
    _every: Callable[[], Iterator[Instance]] = attrs.field(repr=False, eq=False)
    profile: Profile = attrs.field(default=NATIONAL, repr=False, eq=False)
    unused_waivers: tuple[UnusedWaiver, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that were to be applied: those of the form, and the profile's relations."""
        return (*RULES, *self.profile.relations)

    @cached_property
    def skipped(self) -> tuple[Skipped, ...]:
        """The rules that were not applied at all, with the reason."""
        return tuple(self._skipped())

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
