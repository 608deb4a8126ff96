"""Which rules were not applied at all, and why."""

from collections.abc import Iterator
from functools import lru_cache

from ..editions import edition_due
from ..findings import Skipped
from ..relations import Relation, Rule
from ..rules.vocabulary import RecordRule, Subject
from ..wording import Wording
from .membership import Membership
from .ruleset import Ruleset

_NO_DOCUMENT = Wording("检查的是记录而不是文件", "a record was checked, not a document")
_NO_YEAR = Wording("报告年度不明", "the report's year is not known")


def skipped(rules: Ruleset, subject: Subject, members: Membership) -> Iterator[Skipped]:
    """Iterate over the rules that have nothing to look at or are switched off."""
    for rule in rules.rules:
        reason = rules.off.get(rule.id) or _why_not(rule, subject, members)
        if reason is not None:
            yield Skipped(rule=rule.id, reason=reason)


def _why_not(rule: Rule, subject: Subject, members: Membership) -> Wording | None:
    if isinstance(rule, Relation):
        if rule.needs_members:
            return members.reports if isinstance(members.reports, Wording) else None
        return subject.no_prior if rule.needs_prior and subject.prior is None else None
    if isinstance(rule, RecordRule):
        if rule.of_reading and subject.reading is None:
            return _NO_DOCUMENT
        return None if rule.why_not is None else rule.why_not(subject)
    return _no_edition(subject.report.year) if rule.id == "form.edition" else None


@lru_cache(maxsize=64)
def _no_edition(year: int | None) -> Wording | None:
    """Return why no edition of the form is known to be due, None if one is."""
    if year is None:
        return _NO_YEAR
    if edition_due(year) is None:
        return Wording(
            f"没有适用于{year}年度的格式版本", f"no edition of the form is known for {year}"
        )
    return None
