"""Profiles: what a place or an office asks for beside the national form."""

from collections.abc import Mapping

import attrs

from .findings import Severity
from .relations import Relation


@attrs.frozen
class YearDay:
    """A day of the year after the one reported."""

    month: int
    day: int


@attrs.frozen(kw_only=True)
class Profile:
    """Which rules are applied, how severe they are, and the local limits that some of them have.

    ``name`` says whose profile it is. ``severities`` change those of rules: a finding that is
    milder than its rule stays so. ``off`` and ``on`` name rules that are not applied, and rules
    that are although they are off by default. ``deadlines`` are earlier days of publication,
    by the kind of body (``department``, ``government``, ``township``). ``overview_limit`` is the
    greatest number of characters in section 一. ``rule_making_bodies`` are names of bodies that
    make government rules. ``relations`` are evaluated beside those of the form.
    """

    name: str | None = None
    severities: Mapping[str, Severity] = attrs.field(factory=dict)
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    deadlines: Mapping[str, YearDay] = attrs.field(factory=dict)
    overview_limit: int | None = None
    rule_making_bodies: frozenset[str] = frozenset()
    relations: tuple[Relation, ...] = ()


NATIONAL = Profile()
"""Nothing beside the national form."""
DEADLINE_KINDS = ("department", "government", "township")
"""The kinds of body that a deadline may be for."""
