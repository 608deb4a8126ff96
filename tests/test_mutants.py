"""Every relation is made wrong in every small way, and both kinds of examples notice each one.

The examples are those that the strategies draw, and the cases of the contract. What notices a
mutant is an instance with another outcome, or another need.
"""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import Phase, given, seed, settings

from govdisclosure.conformance import conformance_cases
from govdisclosure.rules import RELATIONS
from govdisclosure.strategies import (
    histories,
    jurisdictions,
    reports,
    reports_breaking,
    reports_with,
)
from govdisclosure.strategies.drafts import Draft
from govdisclosure.strategies.entries import EDITION_NAMES, entries
from mutants import mutants, original

MUTANTS = [(relation, mutant) for relation in RELATIONS for mutant in mutants(relation)]
EACH = pytest.mark.parametrize(
    ("relation", "mutant"), MUTANTS, ids=[f"{r.id}, {m.change}" for r, m in MUTANTS]
)


def some(strategy, number):
    """So many examples of a strategy, always the same."""
    found = []

    @seed(7)
    @settings(max_examples=number, phases=[Phase.generate], database=None)
    @given(strategy)
    def keep(example):
        found.append(example)

    keep()
    return found


@cache
def drawn(relation):
    """Examples for a relation: a report, the year before's and the members' where it needs them."""
    if relation.needs_members:
        good, wrong = jurisdictions(4), jurisdictions(4, breaking=relation.id)
        both = some(good, 10) + some(wrong, 10)
        return [{"report": one.report, "members": one.members} for one in both]
    if relation.needs_prior:
        good, wrong = histories(4, first=2019), histories(2, breaking=relation.id)
        pairs = [p for h in some(good, 20) + some(wrong, 20) for p in pairwise(h)]
        return [{"report": report, "prior": prior} for prior, report in pairs]
    good = [*map(everything, EDITION_NAMES), *some(reports(), 10)]
    wrong = some(reports_breaking(relation.id), 20)
    doubtful = some(reports_with(relation.id, "undetermined"), 10)
    return [{"report": report} for report in (*good, *wrong, *doubtful)]


def everything(edition):
    """The report in which everything that the strategies know of happened once."""
    draft = Draft(edition)
    for entry in entries(edition):
        draft.add(entry, 1)
    return draft.report()


@cache
def of_the_contract(_relation):
    """The cases of the contract."""
    return [
        {"report": case.report, "prior": case.prior, "members": case.members}
        for case in conformance_cases()
    ]


@cache
def right(relation):
    """The relation as it is."""
    return original(relation)


@cache
def outcomes(relation, examples, place):
    """What the relation as it is comes to on one of its examples."""
    return right(relation).instances(**examples(relation)[place])


def notices(relation, mutant, examples):
    return any(
        mutant.instances(**example) != outcomes(relation, examples, place)
        for place, example in enumerate(examples(relation))
    )


@EACH
def test_drawn_examples_notice_every_wrong_relation(relation, mutant):
    assert notices(relation, mutant, drawn)


@EACH
def test_the_cases_of_the_contract_notice_every_wrong_relation(relation, mutant):
    assert notices(relation, mutant, of_the_contract)


def test_every_relation_is_mutated():
    """Each has mutants, and each mutant is another relation than the one that it was made of."""
    assert {relation.id for relation, _ in MUTANTS} == {relation.id for relation in RELATIONS}
    assert all(len([m for r, m in MUTANTS if r is relation]) >= 5 for relation in RELATIONS)
