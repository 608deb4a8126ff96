"""Roll-up: the sum over the members is exact, satisfies every relation, and guesses nothing."""

from decimal import Decimal, localcontext

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from families import disturbed, right_tables

FORM = gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023})
FEES = "proactive_disclosure.fees.amount"
CLOSED = "requests.outcomes.closed_otherwise"
RELATIONS = {rule.id for rule in gd.RULES if isinstance(rule, gd.Relation)}
BROKEN, HOLDS = gd.Outcome.BROKEN, gd.Outcome.HOLDS


def roster_of(number):
    """A county with this number of members, its own office the first of them."""
    lower = [gd.Body(name=f"{i}局", parent="甲县") for i in range(1, number)]
    return gd.Roster(bodies=[gd.Body(name="甲县"), *lower])


def named(reports, year=2023):
    """The reports as those of the members of such a county."""
    names = ["甲县", *(f"{i}局" for i in range(1, len(reports)))]
    scopes = [gd.Scope.OWN, *[None] * (len(reports) - 1)]
    return [
        report.replace({"agency.name": name, "scope": scope, "year": year})
        for report, name, scope in zip(reports, names, scopes, strict=True)
    ]


def added_up(reports):
    return gd.rollup(named(reports), roster=roster_of(max(len(reports), 2)))


def cells(report, members, roster):
    """What the roll-up relation comes to in each cell."""
    review = gd.check(report, members=members, roster=roster)
    return {i.at: i.outcome for i in review.instances if i.rule == "rollup.cells"}


MEMBERS = st.lists(right_tables(), min_size=2, max_size=4)
OF_ONE_EDITION = st.sampled_from(["2019", "2021"]).flatmap(
    lambda edition: st.lists(right_tables(edition), min_size=2, max_size=4)
)


@settings(max_examples=40)
@given(OF_ONE_EDITION)
def test_a_roll_up_of_right_members_satisfies_every_relation(reports):
    members, roster = named(reports), roster_of(len(reports))
    summed = gd.rollup(members, roster=roster)
    review = gd.check(summed.report, members=members, roster=roster)
    assert [f for f in review.findings if f.rule in RELATIONS | {"rollup.coverage"}] == []
    assert (summed.missing, summed.twice) == ((), ())
    known = {address for address, value in summed.report.cells() if value is not None}
    outcomes = cells(summed.report, members, roster)
    assert {outcomes[address] for address in known} == {HOLDS}


@settings(max_examples=40)
@given(MEMBERS.flatmap(lambda reports: st.tuples(*map(disturbed, reports))))
def test_a_roll_up_of_any_members_breaks_nothing_that_it_is_compared_with(reports):
    """Rows of any layout, rows lost, cells blank, units mixed: no sum is wrong, some not known."""
    members, roster = named(reports), roster_of(len(reports))
    summed = gd.rollup(members, roster=roster)
    assert BROKEN not in cells(summed.report, members, roster).values()
    blank = [address for address, value in summed.report.cells() if value is None]
    assert list(summed.unknown) == blank
    for address, value in summed.report.cells():
        values = [member.get(address) for member in members]
        if value is not None and None not in values:
            assert value == sum(values)


@settings(max_examples=40)
@given(OF_ONE_EDITION, st.data())
def test_without_one_members_report_no_cell_holds_and_none_is_broken(reports, data):
    members, roster = named(reports), roster_of(len(reports))
    whole = gd.rollup(members, roster=roster).report
    left_out = data.draw(st.sampled_from(members))
    rest = [member for member in members if member is not left_out]
    outcomes = cells(whole, rest, roster)
    there = [a for a, value in whole.cells() if outcomes[a] is not gd.Outcome.NOT_APPLICABLE]
    assert {outcomes[address] for address in there} == {gd.Outcome.UNDETERMINED}
    summed = gd.rollup(rest, roster=roster)
    (missing,) = summed.missing
    assert missing.name == left_out.agency.name
    assert {value for _, value in summed.report.cells()} == {None}
    assert all(missing in bodies for bodies in summed.unknown.values())


@settings(max_examples=40)
@given(OF_ONE_EDITION, st.data(), st.integers(1, 9))
def test_changing_one_cell_of_the_roll_up_breaks_exactly_that_cell(reports, data, more):
    members, roster = named(reports), roster_of(len(reports))
    whole = gd.rollup(members, roster=roster).report
    known = [(address, value) for address, value in whole.cells() if value is not None]
    address, value = data.draw(st.sampled_from(known))
    outcomes = cells(whole.replace({address: value + more}), members, roster)
    assert [at for at, outcome in outcomes.items() if outcome is BROKEN] == [address]


def test_the_result_is_the_bodys_consolidated_report():
    town = gd.Body(name="乙镇", parent="甲县")
    county = gd.Body(name="甲县", code="7", kind=gd.AgencyKind.GOVERNMENT, level=gd.Level.COUNTY)
    own, other = (
        FORM.replace({"agency.name": "甲县", "scope": "own"}),
        FORM.replace({"agency.name": "乙镇"}),
    )
    report = gd.rollup(
        [gd.Reading(report=own), other], roster=gd.Roster(bodies=[county, town])
    ).report
    assert report.key == gd.ReportKey(agency="7", scope=gd.Scope.CONSOLIDATED, year=2023)
    assert report.title == "甲县2023年政府信息公开工作年度报告"
    assert (report.agency.kind, report.agency.level) == (county.kind, county.level)
    assert report.overview is None


# ---- money


def test_fees_are_added_exactly_and_a_wrong_total_is_found_with_its_difference():
    """Members of 86489.3629 万元 in all, and a city that states 96171.6."""
    amounts = [Decimal("4118.5411"), *[Decimal("4118.54109")] * 20]
    amounts[-1] += Decimal("86489.3629") - sum(amounts)
    members = named([FORM.replace({FEES: amount}) for amount in amounts])
    roster = roster_of(21)
    with localcontext(prec=5):
        summed = gd.rollup(members, roster=roster).report
    assert summed.get(FEES) == Decimal("86489.3629")
    stated = summed.replace({FEES: Decimal("96171.6")})
    (found,) = (
        f for f in gd.check(stated, members=members, roster=roster).findings if f.at == FEES
    )
    assert found.difference == Decimal("9682.2371")
    assert (found.expected, found.actual) == (Decimal("86489.3629"), Decimal("96171.6"))
    for language in (found.message.zh, found.message.en):
        assert "9682.2371" in language
    only = cells(stated, members[:16], roster)
    assert only[FEES] is gd.Outcome.UNDETERMINED
    assert BROKEN not in only.values()


def test_a_consolidated_report_of_a_city_adds_up():
    """14069 + 560 = 13810 + 819, with 790, 56 and 156 cases."""
    parts = [(14000, 500, 13700, 800, 700, 50, 100), (69, 60, 110, 19, 90, 6, 56)]
    rows = ("requests.received", "requests.carried_in", "requests.outcomes.total")
    rows = (*rows, "requests.carried_out")
    blocks = ("reconsideration", "litigation.direct", "litigation.after_reconsideration")
    addresses = [
        *(f"{row}.total" for row in rows),
        *(f"remedies.{block}.total" for block in blocks),
    ]
    reports = [FORM.replace(dict(zip(addresses, part, strict=True))) for part in parts]
    summed = added_up(reports).report
    assert [summed.get(a) for a in addresses] == [14069, 560, 13810, 819, 790, 56, 156]
    balance = [i for i in gd.check(summed).instances if i.rule == "requests.balance"]
    assert {i.outcome for i in balance} == {HOLDS}


@pytest.mark.parametrize(
    ("units", "unit", "known"),
    [
        ((gd.Unit.YUAN, gd.Unit.YUAN), gd.Unit.YUAN, True),
        ((gd.Unit.YUAN, gd.Unit.TEN_THOUSAND_YUAN), gd.Unit.TEN_THOUSAND_YUAN, False),
    ],
)
def test_amounts_in_different_units_are_not_added_and_that_is_said(units, unit, known):
    reports = [FORM.replace({"proactive_disclosure.fees.unit": u, FEES: 5}) for u in units]
    summed = added_up(reports)
    assert summed.report.get("proactive_disclosure.fees.unit") is unit
    assert summed.report.get(FEES) == (10 if known else None)
    assert any(FEES in note.zh for note in summed.notes) is not known


def test_procurement_without_a_unit_is_not_added():
    form = gd.AnnualReport.blank_form("2019", fill=0).replace({"year": 2020})
    summed = gd.rollup(named([form, form], 2020), roster=roster_of(2))
    assert summed.report.get("proactive_disclosure.procurement.amount") is None
    assert summed.report.get("proactive_disclosure.procurement.projects") == 0
    assert any("procurement" in note.en for note in summed.notes)


def test_a_sum_that_no_cell_can_hold_is_left_blank_and_said():
    total = "requests.received.total"
    summed = added_up([FORM.replace({total: 10**12}), FORM.replace({total: 1})])
    assert summed.report.get(total) is None
    assert any(str(10**12 + 1) in note.zh for note in summed.notes)


# ---- blanks and layouts


def test_a_sum_with_a_blank_in_it_is_not_known_and_says_whose_blank_it_is():
    total = "requests.received.total"
    summed = added_up([FORM.replace({total: 5}), FORM.replace({total: None})])
    assert summed.report.get(total) is None
    assert {a: [b.name for b in bodies] for a, bodies in summed.unknown.items()} == {total: ["1局"]}
    assert summed.report.get("requests.carried_in.total") == 0


def test_closed_otherwise_in_one_row_and_in_three_is_added_up_in_one():
    one = gd.AnnualReport.blank_form("2019", fill=2).get(CLOSED)
    mixed = added_up([FORM.replace({CLOSED: one}), FORM.replace({f"{CLOSED}.other.total": 7})])
    assert mixed.report.get(f"{CLOSED}.total") == 9
    assert mixed.report.get(f"{CLOSED}.other.total") is None
    alike = added_up([FORM.replace({f"{CLOSED}.other.total": 7}), FORM])
    assert alike.report.get(f"{CLOSED}.other.total") == 7


def test_a_row_in_two_layouts_has_the_one_that_is_due_and_the_sums_of_common_cells():
    old = gd.AnnualReport.blank_form("2019", fill=4).get("proactive_disclosure.government_rules")
    row = "proactive_disclosure.government_rules"
    summed = added_up([FORM.replace({row: old}), FORM.replace({f"{row}.issued": 3})])
    assert type(summed.report.get(row)) is gd.DocumentsInForce
    assert summed.report.get(f"{row}.issued") == 7
    assert [b.name for b in summed.unknown[f"{row}.in_force"]] == ["甲县"]


def test_a_table_that_no_member_has_is_not_there():
    lost = FORM.replace({"remedies": None})
    assert added_up([lost, lost]).report.remedies is None
    assert added_up([lost, FORM]).report.get("remedies.reconsideration.total") is None


# ---- who reports


def test_a_body_that_reports_twice_counts_once_only_if_the_reports_are_alike():
    first, second = named([FORM, FORM.replace({"requests.received.total": 4})])
    again = second.replace({"title": "again"})
    summed = gd.rollup([first, second, again], roster=roster_of(2))
    assert summed.twice == ()
    assert summed.report.get("requests.received.total") == 4
    assert any("alike" in note.en and "1局" in note.en for note in summed.notes)
    other = second.replace({"requests.received.total": 5})
    summed = gd.rollup([first, second, other], roster=roster_of(2))
    assert [body.name for body in summed.twice] == ["1局"]
    assert summed.report.get("requests.received.total") is None


def test_a_report_of_the_body_itself_is_its_own_offices_unless_it_says_otherwise():
    first, second = named([FORM, FORM])
    unsaid = first.replace({"scope": None, "requests.received.total": 3})
    summed = gd.rollup([unsaid, second], roster=roster_of(2))
    assert summed.report.get("requests.received.total") == 3
    assert any("does not say whose figures" in note.en for note in summed.notes)
    whole = first.replace({"scope": "consolidated", "requests.received.total": 99})
    summed = gd.rollup([first, second, whole], roster=roster_of(2))
    assert summed.report.get("requests.received.total") == 0


def test_reports_of_bodies_that_are_not_on_the_roster_are_listed_and_left_out():
    stranger = FORM.replace({"agency.name": "丁局", "requests.received.total": 3})
    summed = gd.rollup([*named([FORM, FORM]), stranger], roster=roster_of(2))
    assert summed.strangers == (stranger,)
    assert summed.report.get("requests.received.total") == 0


TREE = gd.Roster(
    bodies=[
        gd.Body(name="甲市"),
        gd.Body(name="乙县", parent="甲市"),
        gd.Body(name="丙局", parent="乙县"),
    ]
)


def test_another_body_than_the_one_at_the_top_can_be_named():
    reports = [
        FORM.replace({"agency.name": "乙县", "scope": "own"}),
        FORM.replace({"agency.name": "丙局", "requests.received.total": 2}),
    ]
    summed = gd.rollup(reports, roster=TREE, of="乙县")
    assert summed.report.agency.name == "乙县"
    assert summed.report.get("requests.received.total") == 2
    with pytest.raises(gd.UnknownName, match="丁县"):
        gd.rollup(reports, roster=TREE, of="丁县")
    with pytest.raises(gd.InvalidRoster, match="below"):
        gd.rollup(reports, roster=TREE, of="丙局")


def test_a_roster_with_two_bodies_at_the_top_is_refused_unless_one_is_named():
    two = gd.Roster(
        bodies=[*TREE.bodies, gd.Body(name="丁市"), gd.Body(name="戊局", parent="丁市")]
    )
    with pytest.raises(gd.InvalidRoster, match="甲市、丁市"):
        gd.rollup([FORM], roster=two)


def test_reports_on_different_years_are_refused_unless_one_is_named():
    first, second = named([FORM, FORM])
    old = second.replace({"year": 2022, "requests.received.total": 8})
    with pytest.raises(gd.UnrelatedReports) as caught:
        gd.rollup([first, second, old], roster=roster_of(2))
    for language in (caught.value.wording.zh, caught.value.wording.en):
        assert "2022" in language
        assert "2023" in language
    summed = gd.rollup([first, second, old], roster=roster_of(2), year=2023)
    assert summed.report.get("requests.received.total") == 0


def test_reports_of_which_none_is_a_members_are_refused():
    for given_reports in ([], [FORM.replace({"agency.name": "丁局"})]):
        with pytest.raises(gd.UnrelatedReports, match="甲县"):
            gd.rollup(given_reports, roster=roster_of(2))


def test_something_else_than_reports_is_refused():
    with pytest.raises(TypeError, match="str"):
        gd.rollup(["a.txt"], roster=roster_of(2))


def test_the_members_that_were_added_up_come_with_the_result():
    first, second = named([FORM, FORM])
    assert gd.rollup([first, second], roster=roster_of(2)).members == (first, second)
    assert gd.rollup([first], roster=roster_of(2)).members == (first, None)
    assert attrs.asdict(gd.rollup([first], roster=roster_of(2)).missing[0])["name"] == "1局"
