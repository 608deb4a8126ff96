"""A relation as a formula: with cell addresses, and with the form's own labels."""

from ..editions import EDITIONS
from ..records.cells import cell, cells, rows
from ..records.form import parts
from ..records.report import AnnualReport
from ..rules.vocabulary import (
    MEMBERS,
    PRIOR,
    Relation,
    Sign,
    Term,
    instance_cells,
    is_sum,
    range_named,
)
from ..wording import Wording

SIGNS = {Sign.EQUAL: "=", Sign.AT_MOST: "≤"}

_OF_PRIOR = Wording("上年报告的{term}", "{term} (last year's report)")
_OF_MEMBERS = Wording("各成员单位{term}之和", "sum of {term} over the members")
_THE_CELL = Wording("本单元格", "the cell")
_SUM = Wording(
    "“{first}”至“{last}”{number}项之和", "sum of the {number} from “{first}” to “{last}”"
)


def in_addresses(relation: Relation) -> str:
    """Return the relation with its terms as they are written in the rule."""
    expected, stated = (
        _joined([(term, term.cell) for term in side])
        for side in (relation.expected, relation.stated)
    )
    return f"{expected} {relation.sign.value} {stated}"


def in_labels(relation: Relation) -> Wording:
    """Return the relation with the labels of the form."""
    labels = {term: _label(relation, term) for term in (*relation.expected, *relation.stated)}
    sign = SIGNS[relation.sign]
    zh, en = (
        f" {sign} ".join(
            _joined([(term, getattr(labels[term], language)) for term in side])
            for side in (relation.expected, relation.stated)
        )
        for language in ("zh", "en")
    )
    return Wording(zh, en)


def _joined(terms: list[tuple[Term, str]]) -> str:
    signed = [f"{'−' if term.coefficient < 0 else '+'} {said}" for term, said in terms]
    return " ".join(signed).removeprefix("+ ")


def _label(relation: Relation, term: Term) -> Wording:
    at = next(iter(range_named(relation.over)))
    names = [name.removeprefix(PRIOR).removeprefix(MEMBERS) for name in instance_cells(term, at)]
    if relation.over == "cell":
        label = _THE_CELL
    elif is_sum(term):
        first, last = (_part(relation, term, name) for name in (names[0], names[-1]))
        label = _SUM.fill(first=first, last=last, number=_number(names))
    else:
        label = _part(relation, term, names[0])
    if term.cell.startswith(PRIOR):
        return _OF_PRIOR.fill(term=label)
    return _OF_MEMBERS.fill(term=label) if term.cell.startswith(MEMBERS) else label


def _number(names: list[str]) -> Wording:
    """Return how many of the cells an edition of the form has: 21, or 19 or 21."""
    numbers = {len(_of_edition(edition.name) & set(names)) for edition in EDITIONS}
    said = [str(number) for number in sorted(numbers)]
    return Wording("或".join(said), " or ".join(said))


def _of_edition(name: str) -> set[str]:
    return {cell.address for cell in cells(name)}


def _part(relation: Relation, term: Term, address: str) -> Wording:
    """Return the label of what tells a term from others at one instance: its row or its column."""
    head, column = address.rsplit(".", 1)
    row = [row for row in rows() if row.address == head and column in row.columns][-1]
    by_column = term.cell.endswith("{at}")
    return row.full_label if by_column and relation.over != "cell" else row.columns[column].label


def instances_of(relation: Relation) -> Wording:
    """Return what the relation is applied to, one by one: labels, or their number if many."""
    if relation.over == "cell":
        tables = [form.label for form in parts(AnnualReport).values()]
        number = sum(cell(address) is not None for address in range_named("cell"))
        return Wording(
            f"{'、'.join(label.zh for label in tables)} 的每个统计单元格（两版共 {number} 个）",
            f"each statistical cell of {', '.join(label.en for label in tables)} ({number} in both "
            "editions)",
        )
    labels = list(range_named(relation.over).values())
    return Wording("、".join(label.zh for label in labels), "; ".join(label.en for label in labels))
