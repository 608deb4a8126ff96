"""For each rule a report that keeps it and one that breaks it, and what a check says of both."""

from ..relations import Relation
from ..rules.vocabulary import Rule
from .cases import CASES
from .example import Examples
from .sums import of_relation

__all__ = ["Examples", "examples_of"]


def examples_of(rule: Rule) -> Examples:
    """Return a report that keeps the rule and one that breaks it, both checked.

    Raises:
        LookupError: the rule is a relation for which none is known.
    """
    if isinstance(rule, Relation):
        return of_relation(rule)
    kept, broken = CASES[rule.id]()
    return Examples(kept.checked(rule), broken.checked(rule))
