"""For each rule a report that keeps it and one that breaks it, and what a check says of both."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

import attrs

from ..checking import Review, check
from ..editions import EDITIONS, Edition
from ..findings import Finding, Instance, Outcome, as_sum
from ..reading import Place, Reading, Reason, Unplaced
from ..records import Agency, AnnualReport, Level, Unit
from ..records.cells import cell
from ..rules.vocabulary import (
    MEMBERS,
    PRIOR,
    Relation,
    Rule,
    Sign,
    Term,
    instance_cells,
    range_named,
    table_label,
)
from ..wording import Wording
from .formulas import SIGNS

_LAST = EDITIONS[-1]
_BEFORE = EDITIONS[0]


@attrs.frozen
class Example:
    """A report as far as it matters for a rule, and what a check found there.

    ``states`` says what is in the report; every cell that it does not name is 0. ``found`` is
    what the rule says of it, None if nothing.
    """

    states: Wording
    found: Finding | None


@attrs.frozen
class Examples:
    """A report that keeps a rule, and one that breaks it."""

    kept: Example
    broken: Example


def examples_of(rule: Rule) -> Examples:
    """Return a report that keeps the rule and one that breaks it, both checked."""
    if isinstance(rule, Relation):
        return _of_relation(rule)
    kept, broken = _CASES[rule.id]()
    return Examples(kept.checked(rule), broken.checked(rule))


def zeros(edition: Edition = _LAST) -> AnnualReport:
    """Return a report of an edition that states 0 in every cell."""
    report = AnnualReport.blank_form(edition.name, fill=None)
    amounts = {address for address, _ in report.cells() if address.endswith(".amount")}
    numbers = {a: Decimal(0) if a in amounts else 0 for a, _ in report.cells()}
    return report.replace({**numbers, "year": edition.first_year + 1})


@attrs.frozen(kw_only=True)
class Case:
    """A report: the changes to one of zeros, and how it was read.

    ``said`` says what is in it, where the changes do not say it well themselves.
    """

    changes: Mapping[str, object]
    edition: Edition = _LAST
    unplaced: tuple[Unplaced, ...] = ()
    said: Wording | None = None

    def checked(self, rule: Rule) -> Example:
        """Check the report, and return what the rule says of it."""
        report = zeros(self.edition).replace(self.changes)
        review = check(Reading(report=report, unplaced=self.unplaced))
        found = next((f for f in review.findings if f.rule == rule.id), None)
        return Example(self.said or _listed(self.changes), found)


def _listed(values: Mapping[str, object]) -> Wording:
    """Return values with their labels: the text of a report that has them."""
    said = [_value(address, value) for address, value in values.items()]
    return Wording("；".join(w.zh for w in said), "; ".join(w.en for w in said))


def _value(address: str, value: object) -> Wording:
    found = cell(address)
    label = Wording(found.zh, found.en) if found else Wording(address, address)
    shown = _BLANK if value is None else Wording(str(value), str(value))
    return Wording(f"{label.zh}：{shown.zh}", f"{label.en}: {shown.en}")


_BLANK = Wording("空白", "blank")


# ---------------------------------------------------------------- relations

_EXPECTED: Mapping[Sign, Sequence[int]] = {Sign.EQUAL: (12, 3, 5), Sign.AT_MOST: (8,)}
_FURTHER = 4
"""What the second cell of the stated side holds, where there are two."""


def _of_relation(relation: Relation) -> Examples:
    """Fill in the relation at the first instance that an edition has: rightly, and 1 too low."""
    for edition in reversed(EDITIONS):
        report = zeros(edition)
        for at in range_named(relation.over):
            expected = _figures(relation.expected, at, report)
            stated = _figures(relation.stated, at, report)
            if expected and stated:
                numbers = dict(zip(expected, _EXPECTED[relation.sign], strict=False))
                total = sum(n * expected[name] for name, n in numbers.items())
                first, *more = stated
                further = dict.fromkeys(more[:1], _FURTHER)
                right = total - sum(further.values())
                kept = numbers | {first: right} | further
                broken = kept | {first: right - 1}
                return Examples(
                    *(_related(relation, at, report, filled) for filled in (kept, broken))
                )
    message = f"no edition has cells of {relation.id}"
    raise LookupError(message)


def _figures(terms: Sequence[Term], at: str, report: AnnualReport) -> dict[str, int]:
    """Return the terms' cells that a report has, by name, with their coefficients."""
    own = dict(report.cells())
    return {
        name: term.coefficient
        for term in terms
        for name in instance_cells(term, at)
        if name.removeprefix(PRIOR).removeprefix(MEMBERS) in own
    }


def _related(
    relation: Relation, at: str, report: AnnualReport, numbers: Mapping[str, int]
) -> Example:
    review = _compared(report, numbers)
    of_rule = (i for i in review.instances if (i.rule, i.at) == (relation.id, at))
    found = (f for f in review.findings if (f.rule, f.at) == (relation.id, at))
    return Example(_arithmetic(relation, next(of_rule)), next(found, None))


def _compared(report: AnnualReport, numbers: Mapping[str, int]) -> Review:
    def with_prefix(prefix: str) -> dict[str, object]:
        return {k.removeprefix(prefix): v for k, v in numbers.items() if k.startswith(prefix)}

    prior, members = with_prefix(PRIOR), with_prefix(MEMBERS)
    own = {k: v for k, v in numbers.items() if not k.startswith((PRIOR, MEMBERS))}
    return check(
        report.replace(own),
        prior=report.replace({**prior, "year": (report.year or 0) - 1}),
        members=[report.replace(members)] if members else None,
    )


_ARITHMETIC = Wording("{at}：{expected} {sign} {actual}", "{at}: {expected} {sign} {actual}")
_BROKEN_SIGN = {Sign.EQUAL: "≠", Sign.AT_MOST: ">"}


def _arithmetic(relation: Relation, instance: Instance) -> Wording:
    """Return an instance with its numbers: 12 + 3 = 11 + 4, or 12 + 3 = 15 ≠ 14 = 10 + 4."""
    expected = as_sum(f for f in instance.figures if not f.stated)
    actual = as_sum(f for f in instance.figures if f.stated)
    if instance.outcome is Outcome.HOLDS:
        sign = SIGNS[relation.sign]
    else:
        sign = _BROKEN_SIGN[relation.sign]
        expected = _worked_out(expected, f"{expected} = {instance.expected}")
        actual = _worked_out(actual, f"{instance.actual} = {actual}")
    at = range_named(relation.over)[instance.at]
    return _ARITHMETIC.fill(at=at, expected=expected, sign=sign, actual=actual)


def _worked_out(written: str, with_result: str) -> str:
    return with_result if " " in written else written


# ---------------------------------------------------------------- other rules

Pair = tuple[Case, Case]


def _not_a_count() -> Pair:
    address = "requests.received.total"
    place = Place(text="3.5", line=30, column=10)
    unplaced = Unplaced(place=place, reason=Reason.NOT_A_NUMBER, cell=address)
    printed = Case(changes={address: None}, unplaced=(unplaced,), said=_value(address, place.text))
    return Case(changes={address: 3}), printed


def _blank() -> Pair:
    address = "requests.carried_in.total"
    return Case(changes={address: 0}), Case(changes={address: None})


def _fee_unit() -> Pair:
    fees = "proactive_disclosure.fees"
    right = {f"{fees}.amount": Decimal("1.25"), f"{fees}.unit": Unit.TEN_THOUSAND_YUAN}
    wrong = {f"{fees}.amount": Decimal(12500), f"{fees}.unit": Unit.YUAN}
    label = "proactive_disclosure.fees.amount"

    def case(changes: Mapping[str, object]) -> Case:
        amount, unit = changes.values()
        return Case(changes=changes, said=_value(label, f"{amount} {unit}"))

    return case(right), case(wrong)


def _rule_making_power() -> Pair:
    agency = Agency(name="某县某镇人民政府", level=Level.TOWNSHIP)
    rules = "proactive_disclosure.government_rules.in_force"
    town = Wording("乡镇的报告，", "the report of a township, ")

    def case(number: int) -> Case:
        said = _value(rules, number)
        said = Wording(town.zh + said.zh, town.en + said.en)
        return Case(changes={"agency": agency, rules: number}, said=said)

    return case(0), case(6)


def _edition() -> Pair:
    year = _LAST.first_year

    def case(edition: Edition) -> Case:
        said = Wording(
            f"{year}年度的报告，用{edition.name}年版格式",
            f"a report for {year} in the {edition.name} edition of the form",
        )
        return Case(changes={"year": year}, edition=edition, said=said)

    return case(_LAST), case(_BEFORE)


def _missing() -> Pair:
    label = table_label("remedies")
    there = Wording(f"有“{label.zh}”这张表", f"the table “{label.en}” is there")
    gone = Wording(f"没有“{label.zh}”这张表", f"the table “{label.en}” is not there")
    return Case(changes={}, said=there), Case(changes={"remedies": None}, said=gone)


_CASES: Mapping[str, Callable[[], Pair]] = {
    "cell.not_a_count": _not_a_count,
    "cell.blank": _blank,
    "cell.fee_unit": _fee_unit,
    "proactive.rule_making_power": _rule_making_power,
    "form.edition": _edition,
    "form.missing": _missing,
}
