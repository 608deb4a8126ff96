"""For each rule on records or layouts, a case that keeps it and one that breaks it."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from ..editions import EDITIONS, Edition
from ..profiles import Profile
from ..reading import Place, Reason, Unplaced
from ..records import Agency, Level, Scope, Unit
from ..rosters import Body, Roster
from ..rules.vocabulary import table_label
from ..wording import Wording
from .case import Case, Pair, value_said
from .claim_cases import CLAIM_CASES
from .example import LAST, zeros
from .text_cases import TEXT_CASES


def _not_a_count() -> Pair:
    address = "requests.received.total"
    place = Place(text="3.5", line=30, column=10)
    unplaced = Unplaced(place=place, reason=Reason.NOT_A_NUMBER, cell=address)
    printed = Case(
        changes={address: None}, unplaced=(unplaced,), said=value_said(address, place.text)
    )
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
        return Case(changes=changes, said=value_said(label, f"{amount} {unit}"))

    return case(right), case(wrong)


def _rule_making_power() -> Pair:
    agency = Agency(name="某县某镇人民政府", level=Level.TOWNSHIP)
    rules = "proactive_disclosure.government_rules.in_force"
    town = Wording("乡镇的报告，", "the report of a township, ")

    def case(number: int) -> Case:
        said = value_said(rules, number)
        said = Wording(town.zh + said.zh, town.en + said.en)
        return Case(changes={"agency": agency, rules: number}, said=said)

    return case(0), case(6)


def _edition() -> Pair:
    year = LAST.first_year

    def case(edition: Edition) -> Case:
        said = Wording(
            f"{year}年度的报告，用{edition.name}年版格式",
            f"a report for {year} in the {edition.name} edition of the form",
        )
        return Case(changes={"year": year}, edition=edition, said=said)

    return case(LAST), case(EDITIONS[0])


def _missing() -> Pair:
    label = table_label("remedies")
    there = Wording(f"有“{label.zh}”这张表", f"the table “{label.en}” is there")
    gone = Wording(f"没有“{label.zh}”这张表", f"the table “{label.en}” is not there")
    return Case(changes={}, said=there), Case(changes={"remedies": None}, said=gone)


def _swing() -> Pair:
    total = "requests.received.total"
    profile = Profile(on=frozenset({"years.swing"}))

    def case(number: int) -> Case:
        before = zeros().replace({"year": LAST.first_year, total: 12})
        label = value_said(total, number)
        said = Wording(f"{label.zh}，上年 12", f"{label.en}, last year 12")
        return Case(changes={total: number}, asked={"prior": before, "profile": profile}, said=said)

    return case(20), case(60)


def _coverage() -> Pair:
    whole, town = "云溪县", "云溪县青石镇"
    roster = Roster(bodies=(Body(name=whole), Body(name=town, parent=whole)))

    def case(names: Sequence[str], said: Wording) -> Case:
        scopes = {whole: Scope.OWN}
        members = [
            zeros().replace({"agency.name": name, "scope": scopes.get(name)}) for name in names
        ]
        asked = {"members": members, "roster": roster}
        return Case(changes={"agency.name": whole}, asked=asked, said=said)

    on_roster = f"名册上有{whole}本级和{town}"
    both = Wording(f"{on_roster}，都有报告", "the roster has two bodies, and both report")
    one = Wording(f"{on_roster}，只有本级的报告", "the roster has two bodies, and one reports")
    return case((whole, town), both), case((whole,), one)


CASES: Mapping[str, Callable[[], Pair]] = {
    "cell.not_a_count": _not_a_count,
    "cell.blank": _blank,
    "cell.fee_unit": _fee_unit,
    "proactive.rule_making_power": _rule_making_power,
    "form.edition": _edition,
    "form.missing": _missing,
    "years.swing": _swing,
    "rollup.coverage": _coverage,
    **TEXT_CASES,
    **CLAIM_CASES,
}
