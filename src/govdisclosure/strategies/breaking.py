"""Reports that break a rule, and reports in which a relation has an outcome."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import attrs
from hypothesis import strategies as st

from ..editions import edition as edition_named
from ..editions import edition_due
from ..errors import Impossible
from ..findings import Outcome
from ..records import Agency, AgencyKind, AnnualReport, Level
from ..relations import Relation, Rule
from ..rules import RULES
from ..rules import rule as rule_named
from ..wording import Wording
from .bodies import ANY, makes_rules, years_of
from .drafts import Draft
from .entries import EDITION_NAMES
from .faults import FAULTS, Fault
from .moves import Move, breaks, doubts, moves, slack
from .reports import Asked, drafts, who

_NUMBERS = st.integers(1, 9) | st.integers(1, 10**6)
ALONE = tuple(
    rule.id
    for rule in RULES
    if rule.id in FAULTS
    or (isinstance(rule, Relation) and not rule.needs_prior and not rule.needs_members)
)
"""The ids of the rules that a report can break alone."""


def reports_breaking(  # noqa: PLR0913  # one parameter a thing that a report may be asked to be
    rule: str,
    *,
    only: bool = False,
    edition: str | None = None,
    year: int | None = None,
    agency: Agency | None = None,
    level: Level | str | None = None,
    size: str = ANY,
) -> st.SearchStrategy[AnnualReport]:
    """Complete reports that break a rule; where *only* is asked, no other rule that is an error.

    The other parameters are those of ``reports``. An example shrinks to the fewest numbers that
    break the rule.

    ``text.length`` is off unless a profile has a limit: its overviews have more than 1,000
    characters.

    Raises:
        UnknownName: there is no such rule, edition or size.
        Impossible: a report alone cannot break the rule, or not one of that edition, level or
            body; the message says what can.
        InvalidReport: no edition is due for the year, and none was named.
    """
    found = rule_named(rule)
    asked = Asked(edition, year, agency, None if level is None else Level(level), size)
    if isinstance(found, Relation):
        return _breaking_relation(found, asked, only=only)
    if found.id not in FAULTS:
        raise _not_alone(found)
    fault = FAULTS[found.id]
    return _made(fault, _able(asked, found, fault))


@st.composite
def _made(
    draw: st.DrawFn, fault: Fault, right: Mapping[str, st.SearchStrategy[Draft]]
) -> AnnualReport:
    return fault.make(draw, draw(right[draw(st.sampled_from(list(right)))]))


def _able(asked: Asked, rule: Rule, fault: Fault) -> Mapping[str, st.SearchStrategy[Draft]]:
    """Return what is asked for, by edition, of the bodies that can make the fault."""
    editions = _editions_that_can(asked, rule, fault.editions)

    def can(agency: Agency) -> bool:
        government = agency.kind is AgencyKind.GOVERNMENT
        return agency.level in fault.levels and fault.government in (None, government)

    if not any(can(agency) for _, agency in who(asked)):
        name = asked.level if asked.agency is None else asked.agency.name
        raise _other_report(rule, name or "")
    return {name: drafts(attrs.evolve(asked, edition=name), can) for name in editions}


def _editions_that_can(asked: Asked, rule: Rule, able: Iterable[str]) -> list[str]:
    """Return the editions asked for that are able to break a rule, the latest first."""
    due = edition_due(asked.year)
    years_of(asked.edition, asked.year)
    if asked.edition is not None:
        wanted = [edition_named(asked.edition).name]
    else:
        wanted = [due.name] if due is not None else [*reversed(EDITION_NAMES)]
    found = [name for name in wanted if name in able]
    if not found:
        raise _other_report(rule, "、".join(wanted))
    return found


def _breaking_relation(
    relation: Relation, asked: Asked, *, only: bool
) -> st.SearchStrategy[AnnualReport]:
    if relation.id not in ALONE:
        raise _not_alone(relation)
    able = [name for name in EDITION_NAMES if moves(relation, name, only=only)]
    editions = _editions_that_can(asked, relation, able)
    right = {name: drafts(attrs.evolve(asked, edition=name)) for name in editions}
    return _broken(relation, right, only=only)


@st.composite
def _broken(
    draw: st.DrawFn,
    relation: Relation,
    right: Mapping[str, st.SearchStrategy[Draft]],
    *,
    only: bool,
) -> AnnualReport:
    draft = draw(right[draw(st.sampled_from(list(right)))])
    with_rules = makes_rules(draft.about["agency"])
    move = draw(_fitting(relation, draft.edition, only=only, with_rules=with_rules))
    breaks(relation, move, draft, draw(_NUMBERS))
    return draft.report()


@lru_cache(maxsize=64)
def _fitting(
    relation: Relation, edition: str, *, only: bool, with_rules: bool
) -> st.SearchStrategy[Move]:
    """The moves that fit a body: one without rule-making power makes no rules."""
    found = moves(relation, edition, only=only)
    return st.sampled_from([m for m in found if with_rules or not m.entry.is_rule_making])


def reports_with(rule: str, outcome: Outcome | str) -> st.SearchStrategy[AnnualReport]:
    """Reports in which an instance of a relation has an outcome; all of them, if *not_applicable*.

    Raises:
        UnknownName: there is no such rule.
        Impossible: the rule is no relation, or a report alone never has the outcome.
        ValueError: there is no such outcome.
    """
    relation, wanted = rule_named(rule), Outcome(outcome)
    if not isinstance(relation, Relation):
        raise Impossible(_NO_RELATION.fill(rule=rule))
    alone = relation.id in ALONE
    if wanted is Outcome.NOT_APPLICABLE:
        found = drafts(Asked()).map(Draft.report)
        return found.map(_lacking(relation)) if alone else found
    if not alone:
        raise _not_alone(relation)
    if wanted is Outcome.BROKEN:
        return reports_breaking(rule)
    able = [name for name in reversed(EDITION_NAMES) if doubts(relation, name)]
    right = {name: drafts(Asked(edition=name)) for name in able}
    if wanted is Outcome.HOLDS:
        return st.one_of(list(right.values())).map(Draft.report)
    return _undetermined(relation, right)


def _lacking(relation: Relation) -> Callable[[AnnualReport], AnnualReport]:
    """Return what takes the table of a relation out of a report."""
    table = relation.stated[0].cell.split(".", 1)[0]
    return lambda report: report.replace({table: None})


@st.composite
def _undetermined(
    draw: st.DrawFn, relation: Relation, right: Mapping[str, st.SearchStrategy[Draft]]
) -> AnnualReport:
    """Leave a cell blank without which the relation is not true, and with some number is."""
    draft = draw(right[draw(st.sampled_from(list(right)))])
    doubt = draw(st.sampled_from(doubts(relation, draft.edition)))
    draft.add(doubt.entry, draw(_NUMBERS) + slack(relation, doubt.at, draft))
    draft.blank(doubt.cell)
    return draft.report()


def _not_alone(rule: Rule) -> Impossible:
    if isinstance(rule, Relation):
        where = _HISTORIES if rule.needs_prior else _JURISDICTIONS
    else:
        where = _ELSEWHERE[rule.id]
    return Impossible(_NOT_ALONE.fill(rule=rule.id, where=where))


def _other_report(rule: Rule, what: str) -> Impossible:
    return Impossible(_NOT_SUCH.fill(rule=rule.id, what=what))


_HISTORIES = Wording("histories(breaking=…)", "histories(breaking=…)")
_JURISDICTIONS = Wording("jurisdictions(breaking=…)", "jurisdictions(breaking=…)")
_DOCUMENTS = Wording("documents(damage=…)", "documents(damage=…)")
_ELSEWHERE = {
    "cell.not_a_count": _DOCUMENTS,
    "years.swing": _HISTORIES,
    "text.duplicate": _HISTORIES,
    "rollup.coverage": _JURISDICTIONS,
}
_NOT_ALONE = Wording(
    "单独一份报告不会违反 {rule}；请用 {where}",
    "a report alone cannot break {rule}; {where} gives what can",
)
_NOT_SUCH = Wording(
    "{what}的报告不会违反 {rule}，或无此布局", "no report of {what} can break {rule}"
)
_NO_RELATION = Wording(
    "{rule} 不是勾稽关系，没有这些结果", "{rule} is no relation, so it has no outcomes"
)
