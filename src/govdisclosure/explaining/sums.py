"""Examples of relations: the first cells of an instance filled in, and the sum as it comes out."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from ..checking import Review, check
from ..editions import EDITIONS
from ..findings import Instance, Outcome, as_sum
from ..profiles import NATIONAL, Profile
from ..records import AnnualReport
from ..relations import MEMBERS, PRIOR, Relation, Sign, Term, instance_cells, range_named
from ..rules import RULES
from ..wording import Wording
from .example import Example, Examples, zeros
from .formulas import SIGNS

_EXPECTED = ((12, 3, 5), (8,), (0, 8), (0,))
"""Numbers to try for the first cells of the expected side."""
_FURTHER = (4, 0, 20)
"""Numbers to try for the second cell of the stated side, where there are two."""


def of_relation(relation: Relation) -> Examples:
    """Fill in the relation at the first instance that an edition has: rightly, and off by one.

    Raises:
        LookupError: none of the numbers tried keeps the relation, or none breaks it.
    """
    for kept, broken in _tried(relation):
        if kept.found is None and broken.found is not None:
            return Examples(kept, broken)
    message = f"no example is known for {relation.id}"
    raise LookupError(message)


def _tried(relation: Relation) -> Iterator[tuple[Example, Example]]:
    for edition in reversed(EDITIONS):
        report = zeros(edition)
        for at in range_named(relation.over):
            expected = _figures(relation.expected, at, report)
            stated = _figures(relation.stated, at, report)
            for kept, broken in _numbers(expected, stated) if expected and stated else ():
                yield (
                    _related(relation, at, report, kept),
                    _related(relation, at, report, broken),
                )


def _numbers(
    expected: Mapping[str, int], stated: Mapping[str, int]
) -> Iterator[tuple[dict[str, int], dict[str, int]]]:
    """Iterate over numbers that make both sides equal, each with such as do not."""
    first, *more = stated
    for given, further in product(_EXPECTED, _FURTHER):
        numbers = dict(zip(expected, given, strict=False))
        total = sum(number * expected[name] for name, number in numbers.items())
        others = dict.fromkeys(more[:1], further)
        right = stated[first] * (total - sum(n * stated[name] for name, n in others.items()))
        wrong = right - stated[first]
        if right >= 0 and wrong >= 0:
            yield numbers | {first: right} | others, numbers | {first: wrong} | others


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
    review = _compared(report, numbers, _profile_of(relation))
    of_rule = (i for i in review.instances if (i.rule, i.at) == (relation.id, at))
    found = (f for f in review.findings if (f.rule, f.at) == (relation.id, at))
    return Example(_arithmetic(relation, next(of_rule)), next(found, None))


def _profile_of(relation: Relation) -> Profile:
    return NATIONAL if relation in RULES else Profile(relations=(relation,))


def _compared(report: AnnualReport, numbers: Mapping[str, int], profile: Profile) -> Review:
    def with_prefix(prefix: str) -> dict[str, object]:
        return _values(
            {k.removeprefix(prefix): v for k, v in numbers.items() if k.startswith(prefix)}
        )

    prior, members = with_prefix(PRIOR), with_prefix(MEMBERS)
    own = _values({k: v for k, v in numbers.items() if not k.startswith((PRIOR, MEMBERS))})
    return check(
        report.replace(own),
        prior=report.replace({**prior, "year": (report.year or 0) - 1}),
        members=[report.replace(members)] if members else None,
        profile=profile,
    )


def _values(numbers: Mapping[str, int]) -> dict[str, object]:
    """Return the numbers as their cells hold them: amounts are decimals."""
    return {k: Decimal(v) if k.endswith(".amount") else v for k, v in numbers.items()}


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
