"""The relations within a report alone, on whatever has its cells as attributes."""

from collections.abc import Callable
from typing import Any

import attrs

from ..findings import Finding
from ..profiles import Profile
from ..records.layouts import Shape
from .broken import broken_among
from .evaluator import Plan
from .ordering import in_order
from .ruleset import Ruleset, ruleset


@attrs.frozen(eq=False, repr=False)
class Related:
    """The relations within a report, made ready for reports of one combination of layouts.

    ``check()`` finds the same of them. A report is an ``AnnualReport``, or an object of another
    kind that has the same attributes where the shape has rows.
    """

    _rules: Ruleset
    _plan: Plan
    _profile: Profile

    @classmethod
    def of(cls, shape: Shape, profile: Profile) -> "Related":
        """Return the relations for reports of a shape, with those of a profile.

        Raises:
            InvalidProfile: the profile names a rule that does not exist.
        """
        rules = ruleset(profile)
        return cls(rules, rules.within.plan(shape), profile)

    @property
    def leftovers(self) -> Callable[[Any, None], Any]:
        """The generated function: given a report and None, what is left over; None if nothing."""
        return self._plan.evaluate

    def findings(self, leftovers: Any) -> tuple[Finding, ...]:
        """Return the relations that are broken, as findings in the order of the form."""
        found = [*broken_among(self._rules, self._plan.unmended(*leftovers[:2]))]
        return tuple(in_order(self._rules, found, None, self._profile)) if found else ()
