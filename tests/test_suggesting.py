"""Which cell is wrong: what is suggested for what, what cannot be told, and what is bad input."""

import sys
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from families import disturbed, disturbed_families, right_tables
from govdisclosure.checking.evaluator import Evaluator
from govdisclosure.profiles import Profile
from govdisclosure.rules import RELATIONS
from govdisclosure.suggesting.enumeration import ones, pairs
from govdisclosure.suggesting.groups import groups
from govdisclosure.suggesting.matrix import matrix_of, system_of
from govdisclosure.suggesting.solver import Failure, Program

FORM = gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023})
FORM_2019 = gd.AnnualReport.blank_form("2019", fill=0).replace({"year": 2019})
GRANTED, TOTAL = "requests.outcomes.granted", "requests.outcomes.total"
RECEIVED, CARRIED_IN = "requests.received", "requests.carried_in"
RIGHT = FORM.replace(
    {
        f"{row}.{column}": number
        for column, number in (("natural_person", 69), ("enterprise", 12), ("total", 81))
        for row in (RECEIVED, GRANTED, TOTAL)
    }
)
BLOCK = "remedies.reconsideration"
DOCUMENTS = "proactive_disclosure.normative_documents"


def the_only(corrections):
    (found,) = corrections
    return found


def broken(report, **others):
    findings = gd.check(report, **others).findings
    return {(f.rule, f.at) for f in findings if f.difference is not None}


def applied(report, corrections):
    """The report with the likeliest correction of each group applied."""
    for correction in corrections:
        if correction.rank == 1:
            report = report.replace(correction.changes)
    return report


# ---- what is suggested


@pytest.mark.parametrize("report", [FORM, FORM_2019, RIGHT, gd.AnnualReport()])
def test_nothing_is_suggested_where_nothing_is_broken(report):
    assert gd.suggest(report) == ()


@pytest.mark.parametrize(
    ("wrong", "mistype"),
    [
        (96, gd.Mistype.DIGITS_SWAPPED),
        (6, gd.Mistype.DIGIT_DROPPED),
        (669, gd.Mistype.DIGIT_DOUBLED),
        (619, gd.Mistype.DIGIT_ADDED),
        (64, gd.Mistype.DIGIT_WRONG),
        (66, gd.Mistype.NEXT_KEY),
        (690, gd.Mistype.DIGIT_ADDED),
        (6900, gd.Mistype.ZEROS),
        (12, gd.Mistype.NEIGHBOURS_VALUE),
        (0, gd.Mistype.LEFT_AT_ZERO),
        (437, gd.Mistype.OTHER),
    ],
)
def test_the_wrong_cell_is_named_with_what_was_meant_and_how_it_came_about(wrong, mistype):
    report = RIGHT.replace({f"{GRANTED}.natural_person": wrong})
    found = the_only(gd.suggest(report))
    (cell,) = found.cells
    assert (cell.cell, cell.old, cell.new) == (f"{GRANTED}.natural_person", wrong, 69)
    assert (cell.least, cell.most, cell.mistype) == (69, 69, mistype)
    assert found.certain
    assert {(i.rule, i.at) for i in found.mends} == broken(report)
    for text in (found.why.zh, found.why.en):
        assert str(wrong) in text
        assert "69" in text


def test_a_total_that_leaves_out_a_part_is_told():
    report = RIGHT.replace({f"{GRANTED}.total": 69})
    (cell,) = the_only(gd.suggest(report)).cells
    assert (cell.new, cell.mistype) == (81, gd.Mistype.TOTAL_NOT_UPDATED)


def test_two_cells_that_changed_places_are_told():
    report = RIGHT.replace({f"{GRANTED}.natural_person": 12, f"{GRANTED}.enterprise": 69})
    first = gd.suggest(report)[0]
    assert first.changes == {f"{GRANTED}.natural_person": 69, f"{GRANTED}.enterprise": 12}
    assert {cell.mistype for cell in first.cells} == {gd.Mistype.EXCHANGED}


def test_a_sign_that_was_lost_is_told():
    row = "proactive_disclosure.licensing"
    before = FORM_2019.replace({"year": 2018, f"{row}.prior_items": 20, f"{row}.change": -8})
    members = [before.replace({"year": 2019})]
    report = members[0].replace({f"{row}.change": 8})
    (cell,) = the_only(gd.suggest(report, members=members)).cells
    assert (cell.cell, cell.new, cell.mistype) == (f"{row}.change", -8, gd.Mistype.SIGN_LOST)


def test_a_relation_of_at_most_leaves_a_range_of_values():
    report = FORM.replace({f"{DOCUMENTS}.issued": 31, f"{DOCUMENTS}.in_force": 3})
    found = {c.cells[0].cell: c.cells[0] for c in gd.suggest(report)}
    assert set(found) == {f"{DOCUMENTS}.{name}" for name in ("issued", "in_force", "repealed")}
    issued, in_force = found[f"{DOCUMENTS}.issued"], found[f"{DOCUMENTS}.in_force"]
    assert (issued.least, issued.most, issued.new) == (None, 3, 3)
    assert (in_force.least, in_force.most) == (31, None)
    assert in_force.mistype is gd.Mistype.DIGIT_DROPPED
    assert "31 or more" in in_force.wording.en


def test_a_reading_gives_the_places_of_the_cells():
    address = f"{GRANTED}.natural_person"
    place = gd.Place(text="96", line=7)
    reading = gd.Reading(report=RIGHT.replace({address: 96}), places={address: place})
    assert the_only(gd.suggest(reading)).cells[0].place == place


def test_the_report_is_not_changed():
    report = RIGHT.replace({f"{GRANTED}.natural_person": 96})
    same = attrs.evolve(report)
    gd.suggest(report)
    assert report == same


# ---- what cannot be told


def test_the_parts_of_a_block_cannot_be_told_apart():
    """One relation holds a block together: its total comes first, then each of the four parts."""
    parts = {f"{BLOCK}.{name}": 20 for name in ("upheld", "corrected", "other", "pending")}
    report = FORM.replace({**parts, f"{BLOCK}.total": 77})
    total, *others = gd.suggest(report)
    assert total.changes == {f"{BLOCK}.total": 80}
    assert [set(other.changes) for other in others] == [{part} for part in parts]
    assert [other.tied for other in others] == [4] * 4
    assert all(c.choices == 5 and not c.certain for c in (total, *others))


def test_groups_that_share_no_cell_are_mended_each_for_itself():
    report = RIGHT.replace({f"{GRANTED}.natural_person": 96, f"{BLOCK}.total": 4})
    found = gd.suggest(report)
    assert {c.group for c in found} == {1, 2}
    assert broken(applied(report, found)) == set()


def test_a_blank_that_leaves_a_relation_open_is_no_fault():
    report = RIGHT.replace({f"{GRANTED}.natural_person": None})
    assert gd.suggest(report) == ()


def test_a_blank_is_left_blank():
    """No value of a blank could mend what is broken, so no blank is ever named."""
    report = FORM.replace({f"{RECEIVED}.natural_person": 9, f"{RECEIVED}.enterprise": None})
    report = report.replace({f"{RECEIVED}.total": 3})
    found = gd.suggest(report)
    assert {(i.rule, i.at) for i in found[0].mends} == broken(report)
    assert ("requests.row_total", "received") in broken(report)
    assert all(f"{RECEIVED}.enterprise" not in c.changes for c in found)


# ---- the other reports


def test_last_years_figures_count_as_right():
    prior = RIGHT.replace({"year": 2022})
    carried = {f"{CARRIED_IN}.natural_person": 5, f"{CARRIED_IN}.total": 5}
    prior = prior.replace(
        {f"requests.carried_out.{c}": 5 for c in ("natural_person", "total")}
        | {f"{RECEIVED}.natural_person": 74, f"{RECEIVED}.total": 86}
    )
    assert broken(prior) == set()
    right = RIGHT.replace({**carried, f"{RECEIVED}.natural_person": 64, f"{RECEIVED}.total": 76})
    report = right.replace({f"{CARRIED_IN}.natural_person": 50})
    assert the_only(gd.suggest(report, prior=prior)).changes == {f"{CARRIED_IN}.natural_person": 5}


def test_a_prior_report_that_contradicts_itself_is_said(monkeypatch):
    """No solver is needed to see it: what it says leaves no cell of the row free."""
    monkeypatch.setitem(sys.modules, "highspy", None)
    prior = RIGHT.replace({"year": 2022, "requests.carried_out.total": 9})
    found = the_only(gd.suggest(RIGHT, prior=prior))
    assert found.obstacle is gd.Obstacle.CONTRADICTION
    assert (found.cells, found.changes) == ((), {})
    assert not found.certain
    assert {i.rule for i in found.mends} == {"years.carried_over"}


def test_a_prior_report_of_another_body_is_not_used():
    prior = RIGHT.replace({"year": 2019, "requests.carried_out.total": 9})
    assert gd.suggest(RIGHT, prior=prior) == ()


def test_members_say_what_a_cell_of_the_sum_must_be():
    address = "proactive_disclosure.fees.amount"
    members = [FORM.replace({address: Decimal("86489.3629")}), FORM.replace({address: 1})]
    report = FORM.replace({address: Decimal("96171.6")})
    found = the_only(gd.suggest(report, members=members))
    assert found.changes == {address: Decimal("86490.3629")}
    assert gd.suggest(attrs.evolve(report, scope=gd.Scope.OWN), members=members) == ()


def test_a_missing_member_leaves_the_sum_open_upwards():
    found = the_only(
        gd.suggest(
            RIGHT.replace({f"{BLOCK}.upheld": 1, f"{BLOCK}.total": 1}),
            members=[FORM.replace({f"{BLOCK}.upheld": 3, f"{BLOCK}.total": 3}), None],
        )
    )
    assert found.changes == {f"{BLOCK}.upheld": 3, f"{BLOCK}.total": 3}


def test_a_rule_that_a_profile_switches_off_breaks_nothing():
    report = FORM.replace({f"{BLOCK}.total": 4})
    assert gd.suggest(report)
    assert gd.suggest(report, profile=Profile(off=frozenset({"remedies.total"}))) == ()


# ---- more than two cells, and bad input

THREE = {
    f"{GRANTED}.natural_person": 96,
    "requests.outcomes.partially_granted.enterprise": 7,
    f"{RECEIVED}.total": 18,
}


def test_three_wrong_cells_are_found():
    report = RIGHT.replace(THREE)
    found = gd.suggest(report)
    assert found[0].changes == {address: RIGHT.get(address) for address in THREE}


def test_without_the_solver_more_than_two_wrong_cells_are_said_and_the_rest_is_mended(monkeypatch):
    monkeypatch.setitem(sys.modules, "highspy", None)
    found = gd.suggest(RIGHT.replace({**THREE, f"{BLOCK}.total": 4}))
    assert [c.obstacle for c in found if c.group == 1] == [gd.Obstacle.NO_SOLVER]
    assert "govdisclosure[suggest]" in found[0].why.zh
    assert found[1].changes == {f"{BLOCK}.total": 0}


def test_the_largest_numbers_are_mended_exactly():
    most = 10**12
    right = FORM.replace(
        {
            f"{row}.{c}": most - 1
            for row in (RECEIVED, GRANTED, TOTAL)
            for c in ("enterprise", "total")
        }
    )
    wrong = {f"{GRANTED}.enterprise": most, f"{RECEIVED}.enterprise": 1, f"{TOTAL}.total": most - 3}
    first = gd.suggest(right.replace(wrong))[0]
    assert first.changes == dict.fromkeys(wrong, most - 1)


def test_where_every_cell_is_wrong_there_is_an_end():
    numbers = {
        address: (7919 * i * i + 13 * i) % 9973 for i, (address, _) in enumerate(FORM.cells())
    }
    report = FORM.replace(numbers)
    found = gd.suggest(report)
    assert {(i.rule, i.at) for c in found for i in c.mends} == broken(report)
    if not any(c.obstacle for c in found):
        assert broken(applied(report, found)) == set()


@pytest.mark.parametrize(
    "arguments", [{"report": 1}, {"prior": "x"}, {"members": RIGHT}, {"members": [3]}]
)
def test_what_is_no_report_is_refused(arguments):
    with pytest.raises(TypeError, match="suggest"):
        gd.suggest(**{"report": RIGHT, **arguments})


# ---- what holds for every report


@settings(max_examples=150)
@given(disturbed_families())
def test_every_correction_mends_what_it_says_and_breaks_nothing(family):
    """Each correction, and one of each group together, leaves no relation broken that it names."""
    others = {"prior": family.prior, "members": family.members}
    before = broken(family.report, **others)
    found = gd.suggest(family.report, **others)
    assert {(i.rule, i.at) for c in found for i in c.mends} == before
    stuck = {(i.rule, i.at) for c in found if c.obstacle for i in c.mends}
    assert broken(applied_first(family.report, found), **others) == stuck
    for correction in found:
        if correction.obstacle is None:
            mended = {(i.rule, i.at) for i in correction.mends}
            after = broken(family.report.replace(correction.changes), **others)
            assert after == before - mended


def applied_first(report, corrections):
    """The report with one correction of each group applied."""
    done = set()
    for correction in corrections:
        if correction.group not in done:
            report = report.replace(correction.changes)
            done.add(correction.group)
    return report


@st.composite
def _small_faults(draw):
    """A right report with numbers of a few cells changed and a few made blank."""
    return draw(disturbed(draw(right_tables())))


@settings(max_examples=60)
@given(_small_faults())
def test_no_single_cell_mends_what_two_are_named_for(report):
    """By brute force: each cell of a broken relation, with each value that makes one true."""
    before = broken(report)
    for correction in gd.suggest(report):
        if len(correction.cells) < 2 or correction.rank > 1:
            continue
        named = {(i.rule, i.at) for i in correction.mends}
        for address, value in _trials(correction.mends):
            assert broken(report.replace({address: value})) != before - named


def _trials(instances):
    return {
        (figure.cell, figure.value - instance.difference * figure.raising)
        for instance in instances
        for figure in instance.figures
        if figure.value is not None
        and 0 <= figure.value - instance.difference * figure.raising <= 10**12
    }


@settings(max_examples=60)
@given(_small_faults())
def test_the_solver_and_the_enumeration_agree_on_how_many_cells_are_wrong(report):
    """The solver, asked for one cell or more, finds as many as the enumeration of one and two."""
    for group in groups_of(report):
        found = list(ones(group.system, group.broken)) or list(pairs(group.system, group.broken))
        by_solver = Program.of(group.system, group.lines, group.cells, least=1).solve()
        if found:
            assert len(by_solver) == len(found[0])
            assert set(by_solver) in [set(changes) for changes in found]
        elif not isinstance(by_solver, Failure):
            assert len(by_solver) > 2


def groups_of(report):
    relations = tuple(relation for relation in RELATIONS if not relation.needs_members)
    plan, leftovers = Evaluator(relations).evaluate(report, None)
    if leftovers is None:
        return []
    return list(groups(system_of(matrix_of(plan), leftovers[0])))
