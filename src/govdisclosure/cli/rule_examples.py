"""For each rule the message of a report that breaks it, made by checking such a report."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from ..checking import check
from ..editions import EDITIONS, Edition
from ..findings import Finding
from ..profiles import NATIONAL, Profile
from ..reading import Place, Reading, Reason, Unplaced
from ..records import Agency, AnnualReport, Level, Prose, Unit
from ..relations import MEMBERS, PRIOR, Relation, Rule, Term, instance_cells, range_named
from ..rosters import Body, Roster
from ..rules import RULES
from ..wording import Wording
from .text_examples import TEXT_EXAMPLES

_LAST = EDITIONS[-1]
_BREAKING = (((5, 3), (6, 1)), ((8,), (6, 1)), ((8,), (1, 6)), ((0, 8), (6, 1)))
"""Numbers for the first cells of the expected and of the stated side."""


def example_of(rule: Rule) -> Wording:
    """Return what the rule says of a report that breaks it.

    Raises:
        LookupError: the rule is a relation that none of the numbers tried breaks.
    """
    findings = _of_relation(rule) if isinstance(rule, Relation) else _BROKEN[rule.id]()
    return next(finding.message for finding in findings if finding.rule == rule.id)


def _zeros(edition: Edition = _LAST) -> AnnualReport:
    report = AnnualReport.blank_form(edition.name, fill=None)
    amounts = {address for address, _ in report.cells() if address.endswith(".amount")}
    zeros = {a: Decimal(0) if a in amounts else 0 for a, _ in report.cells()}
    return report.replace({**zeros, "year": edition.first_year + 1})


def _of_relation(relation: Relation) -> tuple[Finding, ...]:
    """Break the relation at the first instance that an edition has."""
    profile = NATIONAL if relation in RULES else Profile(relations=(relation,))
    for edition in reversed(EDITIONS):
        zeros = _zeros(edition)
        for at in range_named(relation.over):
            expected = _cells(relation.expected, at, zeros)
            stated = _cells(relation.stated, at, zeros)
            for first, second in _BREAKING if expected and stated else ():
                numbers = dict(zip(expected, first, strict=False))
                numbers |= dict(zip(stated, second, strict=False))
                findings = _checked(zeros, numbers, profile)
                if any(finding.rule == relation.id for finding in findings):
                    return findings
    message = f"no edition has cells of {relation.id}"
    raise LookupError(message)


def _cells(terms: Sequence[Term], at: str, report: AnnualReport) -> list[str]:
    """Return the names of the terms' cells that a report has, with their prefixes."""
    own = dict(report.cells())
    names = [name for term in terms for name in instance_cells(term, at)]
    return [name for name in names if name.removeprefix(PRIOR).removeprefix(MEMBERS) in own]


def _checked(
    zeros: AnnualReport, numbers: Mapping[str, int], profile: Profile
) -> tuple[Finding, ...]:
    def with_prefix(prefix: str) -> dict[str, object]:
        return {k.removeprefix(prefix): v for k, v in numbers.items() if k.startswith(prefix)}

    prior, members = with_prefix(PRIOR), with_prefix(MEMBERS)
    own = {k: v for k, v in numbers.items() if not k.startswith((PRIOR, MEMBERS))}
    return check(
        zeros.replace(own),
        prior=zeros.replace({**prior, "year": (zeros.year or 0) - 1}),
        members=[zeros.replace(members)] if members else None,
        profile=profile,
    ).findings


def _not_a_count() -> tuple[Finding, ...]:
    address = "requests.received.total"
    place = Place(text="3.5", line=30, column=10)
    unplaced = Unplaced(place=place, reason=Reason.NOT_A_NUMBER, cell=address)
    return check(Reading(report=_zeros().replace({address: None}), unplaced=(unplaced,))).findings


def _blank() -> tuple[Finding, ...]:
    return check(_zeros().replace({"requests.carried_in.total": None})).findings


def _fee_unit() -> tuple[Finding, ...]:
    return check(_zeros().replace({"proactive_disclosure.fees.unit": Unit.YUAN})).findings


def _rule_making_power() -> tuple[Finding, ...]:
    town = Agency(level=Level.TOWNSHIP)
    rules = "proactive_disclosure.government_rules.in_force"
    return check(_zeros().replace({"agency": town, rules: 6})).findings


def _other_edition() -> tuple[Finding, ...]:
    return check(_zeros(EDITIONS[0]).replace({"year": _LAST.first_year})).findings


def _missing() -> tuple[Finding, ...]:
    return check(_zeros().replace({"remedies": None})).findings


def _swing() -> tuple[Finding, ...]:
    total = "requests.received.total"
    report = _zeros().replace({total: 60})
    prior = report.replace({"year": (report.year or 0) - 1, total: 12})
    return check(report, prior=prior, profile=Profile(on=frozenset({"years.swing"}))).findings


def _coverage() -> tuple[Finding, ...]:
    whole = _zeros().replace({"agency.name": "云溪县"})
    bodies = (Body(name="云溪县"), Body(name="云溪县青石镇", parent="云溪县"))
    return check(whole, members=[], roster=Roster(bodies=bodies)).findings


def _written(**sections: str) -> tuple[Finding, ...]:
    """Check a report with these sections in words."""
    prose = {name: Prose(paragraphs=[text]) for name, text in sections.items()}
    numbers = {"requests.received.total": 15, "requests.outcomes.total.total": 15}
    return check(_zeros().replace({**numbers, **prose})).findings


def _states_cell() -> tuple[Finding, ...]:
    return _written(overview="全年共收到政府信息公开申请51件。")


def _states_none() -> tuple[Finding, ...]:
    return _written(overview="全年未收到政府信息公开申请。")


def _share() -> tuple[Finding, ...]:
    return _written(overview="答复政府信息公开申请15件，其中予以公开6件，占60%。")


def _fees_mentioned() -> tuple[Finding, ...]:
    return _written(other_matters="无。")


_BROKEN: Mapping[str, Callable[[], tuple[Finding, ...]]] = {
    "cell.not_a_count": _not_a_count,
    "cell.blank": _blank,
    "cell.fee_unit": _fee_unit,
    "proactive.rule_making_power": _rule_making_power,
    "form.edition": _other_edition,
    "form.missing": _missing,
    "years.swing": _swing,
    "rollup.coverage": _coverage,
    **TEXT_EXAMPLES,
    "text.states_cell": _states_cell,
    "text.states_none": _states_none,
    "text.share": _share,
    "text.fees_mentioned": _fees_mentioned,
}
