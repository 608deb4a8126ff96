"""The relations, each made wrong in every small way: what tests have to notice."""

from collections.abc import Iterator, Mapping
from unittest import mock

import attrs

from govdisclosure import relations
from govdisclosure.checking.evaluator import Evaluator
from govdisclosure.checking.members import member_instances
from govdisclosure.relations import Relation, Sign, Term, is_sum, ranges


@attrs.frozen
class Mutant:
    """A relation that is wrong, or right over ranges that are wrong; and what was done."""

    change: str
    relation: Relation
    ranges: Mapping
    evaluator: Evaluator = attrs.field(
        default=attrs.Factory(lambda self: Evaluator((self.relation,)), takes_self=True)
    )

    def instances(self, report, prior=None, members=None):
        """What each instance comes to, with its numbers."""
        with mock.patch.object(relations, "ranges", return_value=self.ranges):
            if self.relation.needs_members:
                found = member_instances([self.relation], report, members or ())
            else:
                found = self.evaluator.instances(report, prior)
            return {i.at: (i.outcome, i.needed) for i in found}


def original(relation):
    """The relation as it is."""
    return Mutant("as it is", relation, ranges())


def mutants(relation: Relation) -> Iterator[Mutant]:
    """A term dropped, or its sign flipped; a cell dropped from a sum; the relation's sign changed.

    A side of one term that is dropped is nothing: the term and, again, its opposite.
    """
    for side in ("expected", "stated"):
        terms = getattr(relation, side)
        for place, term in enumerate(terms):
            rest = (*terms[:place], *terms[place + 1 :])
            flipped = Term(term.cell, -term.coefficient)
            dropped = rest or (term, flipped)
            yield _with(relation, f"without {term.cell}", **{side: dropped})
            turned = (*terms[:place], flipped, *terms[place + 1 :])
            yield _with(relation, f"{term.cell} with the other sign", **{side: turned})
            if is_sum(term):
                yield from _sums(relation, term)
    other = Sign.AT_MOST if relation.sign is Sign.EQUAL else Sign.EQUAL
    yield _with(relation, f"{other} for {relation.sign}", sign=other)
    if relation.sign is Sign.AT_MOST:
        swapped = {"expected": relation.stated, "stated": relation.expected}
        yield _with(relation, "the sides exchanged", **swapped)


def _with(relation, change, **changes):
    return Mutant(change, attrs.evolve(relation, **changes), ranges())


def _sums(relation, term):
    (name,) = (name for name in ranges() if f"{{{name}}}" in term.cell)
    for key in ranges()[name]:
        kept = {k: label for k, label in ranges()[name].items() if k != key}
        yield Mutant(f"without {key} in {term.cell}", relation, {**ranges(), name: kept})
