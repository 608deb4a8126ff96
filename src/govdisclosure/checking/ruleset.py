"""Which rules are applied under a profile, made ready once for each choice of rules."""

from collections.abc import Mapping
from functools import cache, lru_cache

import attrs

from ..errors import InvalidProfile, Problem
from ..profiles import NATIONAL, Profile
from ..relations import Relation, Rule
from ..rules import RULES
from ..rules.vocabulary import RecordRule, ShapeRule
from ..wording import Wording
from .evaluator import Evaluator

OFF_BY_DEFAULT = Wording("默认不检查，可由配置文件开启", "off unless a profile turns it on")
OFF = Wording("配置文件关闭了这条规则", "switched off by the profile")
_A_RULE = Wording("为现有规则的编号", "the id of a rule")
_ANOTHER = Wording("为尚未使用的规则编号", "an id that no other rule has")


@attrs.frozen(eq=False, repr=False)
class Ruleset:
    """The rules, those of the form and the further ones, and why some are not applied."""

    rules: tuple[Rule, ...]
    off: Mapping[str, Wording]
    within: Evaluator
    with_prior: Evaluator
    with_members: tuple[Relation, ...]
    on_shapes: tuple[ShapeRule, ...]
    on_readings: tuple[RecordRule, ...]
    on_records: tuple[RecordRule, ...]
    on_full_records: tuple[RecordRule, ...]
    """Those that have something to say on a report without a blank cell."""
    on_numbers: tuple[RecordRule, ...]
    """Those that have something to say on a record of nothing but numbers."""
    on_full_numbers: tuple[RecordRule, ...]
    order: Mapping[str, int]

    def relation(self, name: str) -> Relation:
        """Return the relation with the id *name*."""
        found = self.rules[self.order[name]]
        if not isinstance(found, Relation):
            raise TypeError(f"{name} is no relation")
        return found


def ruleset(profile: Profile) -> Ruleset:
    """Return the rules as a profile has them.

    Raises:
        InvalidProfile: it names a rule that does not exist, or has a relation with the id of
            another rule. All problems are listed.
    """
    if profile is NATIONAL:
        return _national()
    found = _ruleset(profile.relations, profile.off, profile.on)
    named = (("severities", profile.severities), ("off", profile.off), ("on", profile.on))
    wrong = [
        Problem(key, name, _A_RULE)
        for key, names in named
        for name in sorted(names)
        if name not in found.order
    ]
    if wrong:
        raise InvalidProfile(wrong)
    return found


@cache
def _national() -> Ruleset:
    return _ruleset(NATIONAL.relations, NATIONAL.off, NATIONAL.on)


@lru_cache(maxsize=32)
def _ruleset(further: tuple[Relation, ...], off: frozenset[str], on: frozenset[str]) -> Ruleset:
    rules: tuple[Rule, ...] = (*RULES, *further)
    order = {rule.id: i for i, rule in enumerate(rules)}
    if len(order) < len(rules):
        raise InvalidProfile(
            Problem(f"relations[{i}].id", rule.id, _ANOTHER)
            for i, rule in enumerate(further)
            if order[rule.id] != len(RULES) + i or any(rule.id == other.id for other in RULES)
        )
    why = {rule.id: reason for rule in rules if (reason := _why_off(rule, off, on)) is not None}
    relations = [rule for rule in rules if isinstance(rule, Relation)]
    applied = [rule for rule in rules if rule.id not in why]
    on_readings = tuple(rule for rule in applied if isinstance(rule, RecordRule))
    on_records = tuple(rule for rule in on_readings if not rule.of_reading)
    on_full_records = tuple(rule for rule in on_records if not rule.only_with_blanks)
    return Ruleset(
        rules=rules,
        off=why,
        within=Evaluator(
            tuple(
                r for r in relations if not r.needs_prior and not r.needs_members and r in applied
            )
        ),
        with_prior=Evaluator(tuple(r for r in relations if not r.needs_members), why),
        with_members=tuple(r for r in relations if r.needs_members),
        on_shapes=tuple(rule for rule in applied if isinstance(rule, ShapeRule)),
        on_readings=on_readings,
        on_records=on_records,
        on_full_records=on_full_records,
        on_numbers=tuple(rule for rule in on_records if not rule.of_words),
        on_full_numbers=tuple(rule for rule in on_full_records if not rule.of_words),
        order=order,
    )


def _why_off(rule: Rule, off: frozenset[str], on: frozenset[str]) -> Wording | None:
    if rule.id in off:
        return OFF
    if isinstance(rule, RecordRule) and rule.off_by_default and rule.id not in on:
        return OFF_BY_DEFAULT
    return None
