"""The relations on cases that are data: what each comes to; the reference says the same."""

from itertools import product

import pytest

import govdisclosure as gd
from families import Family
from govdisclosure.checking import evaluator, judging, members, membership
from govdisclosure.conformance.described import case_of, described
from reference import evaluate

CASES = [case for cases in described().values() for case in cases]
RELATIONS = [rule.id for rule in gd.RULES if isinstance(rule, gd.Relation)]
REASONS = {
    "no_prior": evaluator.NO_PRIOR,
    "no_members": evaluator.NO_MEMBERS,
    "own_scope": membership.OWN_SCOPE,
    "other_layout": evaluator.OTHER_LAYOUT,
    "no_row": evaluator.NO_ROW,
    "all_blank": judging.EVERY_CELL_BLANK,
    "units_differ": members.UNITS_DIFFER,
}


def family_of(case):
    found = case_of(case)
    return Family(found.report, found.prior, found.members)


@pytest.fixture(params=CASES, ids=lambda case: case["description"])
def case(request):
    return request.param


def test_a_case_comes_to_what_it_says(case):
    review = family_of(case).reviewed()
    judged = {(i.rule, i.at): i for i in review.instances}
    for wanted in case["expected"]:
        instance = judged[wanted["rule"], wanted["at"]]
        assert instance.outcome == wanted["outcome"]
        assert instance.reason == REASONS.get(wanted.get("reason"))
        for name in wanted.keys() & {"expected", "actual", "difference"}:
            assert getattr(instance, name) == wanted[name]
        assert set(wanted.get("blanks", instance.blanks)) == set(instance.blanks)
        assert [
            gd.Needed(cell=n["cell"], value=n.get("value"), at_least=n.get("at_least"))
            for n in wanted.get("needed", [])
        ] == list(instance.needed)


def test_only_what_is_broken_is_found(case):
    review = family_of(case).reviewed()
    found = {(f.rule, f.at) for f in review.findings}
    for wanted in case["expected"]:
        assert ((wanted["rule"], wanted["at"]) in found) is (wanted["outcome"] == "broken")


def test_the_reference_says_the_same(case):
    family = family_of(case)
    judged = evaluate(family.report, family.prior, family.members)
    for wanted in case["expected"]:
        judgement = judged[wanted["rule"], wanted["at"]]
        assert judgement.outcome == wanted["outcome"]
        for name in wanted.keys() & {"expected", "actual", "difference"}:
            assert getattr(judgement, name) == wanted[name]
        needed = {
            (n["cell"], word, n[word])
            for n in wanted.get("needed", [])
            for word in ("value", "at_least")
            if word in n
        }
        assert set(judgement.needed) == needed


@pytest.mark.parametrize(("rule", "outcome"), list(product(RELATIONS, gd.Outcome)))
def test_every_relation_has_a_case_of_every_outcome(rule, outcome):
    said = {(e["rule"], e["outcome"]) for case in CASES for e in case["expected"]}
    assert (rule, outcome) in said


def test_every_reason_has_a_case():
    said = {e.get("reason") for case in CASES for e in case["expected"]}
    assert said - {None} == set(REASONS)


def test_an_undetermined_instance_of_a_case_says_what_it_needs():
    for case in CASES:
        for wanted in case["expected"]:
            assert ("needed" in wanted) is (wanted["outcome"] == "undetermined")
            assert ("reason" in wanted) is (wanted["outcome"] == "not_applicable")
