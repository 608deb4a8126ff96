"""The relations on drawn reports: the evaluator against a plain reference written out by hand."""

from collections import Counter
from decimal import Decimal, localcontext

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from families import Family, disturbed_families, patchwork_families, right_families, right_tables
from govdisclosure.checking.judging import judge
from govdisclosure.relations import instance_cells
from govdisclosure.strategies import any_reports
from reference import NOT_APPLICABLE, Judgement, evaluate

RELATIONS = {rule.id: rule for rule in gd.RULES if isinstance(rule, gd.Relation)}
BROKEN, HOLDS = gd.Outcome.BROKEN, gd.Outcome.HOLDS


def judgement(instance):
    """An instance in the reference's words."""
    if instance.outcome is gd.Outcome.NOT_APPLICABLE:
        return NOT_APPLICABLE
    return Judgement(
        outcome=instance.outcome,
        expected=instance.expected,
        actual=instance.actual,
        difference=instance.difference,
        cells=frozenset(instance.cells),
        blanks=frozenset(instance.blanks),
        needed=tuple(
            (n.cell, "value", n.value) if n.at_least is None else (n.cell, "at_least", n.at_least)
            for n in instance.needed
        ),
    )


def assert_agrees(family):
    """Every instance, and every finding of a relation, is what the reference says."""
    review = family.reviewed()
    judged = {(i.rule, i.at): judgement(i) for i in review.instances}
    correct = evaluate(family.report, family.prior, family.members)
    assert {k: v for k, v in judged.items() if v != correct[k]} == {
        k: v for k, v in correct.items() if v != judged[k]
    }
    found = {
        (f.rule, f.at): (f.expected, f.actual, f.difference)
        for f in review.findings
        if f.rule in RELATIONS
    }
    assert found == {
        key: (judgement.expected, judgement.actual, judgement.difference)
        for key, judgement in correct.items()
        if judgement.outcome is BROKEN
    }


def alone(strategy):
    return strategy.map(lambda report: Family(report, None, None))


@given(disturbed_families())
def test_reports_with_mistakes_are_judged_as_the_reference_judges_them(family):
    assert_agrees(family)


@given(alone(any_reports()))
def test_any_report_is_judged_as_the_reference_judges_it(family):
    assert_agrees(family)


@given(alone(any_reports(blanks=False, absent=False, small=True)))
def test_a_report_without_blanks_in_any_layouts_is_judged_as_the_reference_judges_it(family):
    assert_agrees(family)


@given(patchwork_families())
def test_reports_of_mixed_layouts_and_lost_rows_are_judged_as_the_reference_judges_them(family):
    assert_agrees(family)


@given(right_tables())
def test_a_right_report_has_nothing_broken(report):
    outcomes = {i.outcome for i in gd.check(report).instances}
    assert outcomes == {HOLDS, gd.Outcome.NOT_APPLICABLE}
    assert not [f for f in gd.check(report).findings if f.rule in RELATIONS]


@settings(max_examples=50)
@given(right_families())
def test_a_right_report_with_prior_and_members_holds_in_everything_that_applies(family):
    assert {i.outcome for i in family.reviewed().instances} == {HOLDS, gd.Outcome.NOT_APPLICABLE}
    rules = {i.rule for i in family.reviewed().instances if i.outcome is HOLDS}
    assert rules >= {"years.carried_over", "rollup.cells", "requests.balance", "remedies.total"}


@given(right_families(), st.data(), st.integers(1, 10**6))
def test_changing_one_cell_breaks_exactly_the_equalities_that_contain_it(family, data, more):
    address, value = data.draw(st.sampled_from(list(family.report.cells())))
    changed = attrs.evolve(family, report=family.report.replace({address: value + more}))
    broken = {(f.rule, f.at) for f in changed.reviewed().findings if f.rule in RELATIONS}
    equalities = {
        key
        for key, judgement in evaluate(family.report, family.prior, family.members).items()
        if address in judgement.cells and RELATIONS[key[0]].sign is gd.Sign.EQUAL
    }
    assert {key for key in broken if RELATIONS[key[0]].sign is gd.Sign.EQUAL} == equalities
    assert equalities


@settings(max_examples=30)
@given(disturbed_families())
def test_the_outcomes_are_counted_by_instance(family):
    review = family.reviewed()
    assert sum(review.counts.values()) == len(review.instances)
    assert review.counts == {
        **dict.fromkeys(gd.Outcome, 0),
        **Counter(i.outcome for i in review.instances),
    }
    assert review.undetermined == tuple(
        i for i in review.instances if i.outcome is gd.Outcome.UNDETERMINED
    )


@settings(max_examples=30)
@given(disturbed_families())
def test_every_report_has_the_same_instances_in_the_same_order(family):
    empty = gd.check(gd.AnnualReport()).instances
    assert [(i.rule, i.at) for i in family.reviewed().instances] == [(i.rule, i.at) for i in empty]


@settings(max_examples=30)
@given(disturbed_families())
def test_an_instance_says_why_it_does_not_apply_and_only_then(family):
    for instance in family.reviewed().instances:
        if instance.outcome is gd.Outcome.NOT_APPLICABLE:
            assert instance.reason.zh
            assert instance.reason.en
            assert (instance.expected, instance.actual, instance.difference) == (None, None, None)
            assert (instance.blanks, instance.needed) == ((), ())
        else:
            assert instance.reason is None


@settings(max_examples=30)
@given(disturbed_families())
def test_an_instance_holds_once_its_blank_is_what_it_is_said_to_need(family):
    there = dict(family.report.cells())
    for instance in family.reviewed().undetermined:
        for needed in instance.needed:
            if needed.cell in there:
                number = needed.value if needed.at_least is None else needed.at_least
                report = family.report.replace({needed.cell: number})
                instances = attrs.evolve(family, report=report).reviewed().instances
                outcomes = {(i.rule, i.at): i.outcome for i in instances}
                assert outcomes[instance.rule, instance.at] is HOLDS


@pytest.mark.parametrize("digits", [1, 3, 28])
def test_money_is_added_exactly_whatever_the_decimal_context_of_the_caller(digits):
    fees, amount = "proactive_disclosure.fees.amount", Decimal("86489.3629")
    form = gd.AnnualReport.blank_form("2021", fill=0)
    member, report = form.replace({fees: amount}), form.replace({fees: Decimal("259468.0887")})
    with localcontext(prec=digits):
        whole = gd.check(report, members=[member, member, member])
        lacking = gd.check(report, members=[member, member, None])
        judged = {i.at: i for i in whole.instances if i.rule == "rollup.cells"}
        (needed,) = {i.at: i for i in lacking.undetermined}[fees].needed
    assert judged[fees].outcome is HOLDS
    assert needed.value == amount


@pytest.mark.parametrize(("stated", "outcome"), [("0.6", BROKEN), ("1.1", HOLDS), ("1.2", HOLDS)])
def test_what_is_too_little_by_less_than_one_is_too_little(stated, outcome):
    relation = attrs.evolve(RELATIONS["rollup.cells"], sign=gd.Sign.AT_MOST)
    fees = "proactive_disclosure.fees.amount"
    numbers = [
        gd.Figure(fees, Decimal("1.1"), 1, stated=False),
        gd.Figure(fees, Decimal(stated), 1, stated=True),
    ]
    assert judge(relation, fees, numbers).outcome is outcome


def test_what_a_blank_count_needs_is_a_whole_number():
    form = gd.AnnualReport.blank_form("2021", fill=0)
    row = "requests.received"
    report = form.replace(
        {f"{row}.natural_person": 3, f"{row}.enterprise": None, f"{row}.total": 7}
    )
    (open_one,) = (i for i in gd.check(report).undetermined if i.rule == "requests.row_total")
    assert [(type(n.value), n.value) for n in open_one.needed] == [(int, 4)]


def test_a_blank_amount_may_be_less_than_one():
    fees = "proactive_disclosure.fees.amount"
    form = gd.AnnualReport.blank_form("2021", fill=0)
    review = gd.check(form.replace({fees: Decimal("0.5")}), members=[form, None])
    (needed,) = {i.at: i for i in review.undetermined}[fees].needed
    assert needed.value == Decimal("0.5")


def test_a_row_that_two_editions_name_otherwise_has_the_name_of_the_newer_one():
    row = "proactive_disclosure.normative_documents"
    form = gd.AnnualReport.blank_form("2021", fill=0)
    (finding,) = gd.check(form.replace({f"{row}.issued": 1})).findings
    assert "行政规范性文件" in finding.message.zh
    assert "Administrative normative documents" in finding.message.en


def test_a_term_that_names_an_unknown_range_is_refused_with_those_that_are_known():
    term = gd.Term("requests.received.{column}")
    with pytest.raises(gd.UnknownName, match="applicant_part"):
        list(instance_cells(term, "total"))
