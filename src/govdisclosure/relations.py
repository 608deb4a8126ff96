"""Linear relations between cells, as data, and the ranges that they have an instance for.

Everything that needs a relation (the evaluator, data frames, SQL, JavaScript, generated totals,
workbook formulas, its documentation) compiles the same row.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache

import attrs

from .errors import UnknownName
from .findings import Severity
from .law import Basis
from .records import ByApplicant, ByResult, cells
from .records.cells import Row, rows
from .records.form import columns
from .wording import Wording


class Practice(StrEnum):
    """Whether an official reviewer applies a rule."""

    SURELY = "H"
    PROBABLY = "M"
    OUR_IDEA = "L"


PRACTICE_WORDING = {
    Practice.SURELY: Wording("审核机关必查", "a reviewer surely applies it"),
    Practice.PROBABLY: Wording("审核机关通常检查", "a reviewer probably applies it"),
    Practice.OUR_IDEA: Wording("本项目的建议", "our own idea"),
}


@attrs.frozen(kw_only=True, eq=False)
class Rule:
    """A rule of the form.

    ``confidence`` says whether an official reviewer applies it, ``sentences`` what it demands,
    ``why`` what goes wrong without it, ``mend`` what to do about a finding. A *portable* rule is
    data that any language can evaluate.
    """

    id: str
    severity: Severity
    basis: Basis
    confidence: Practice
    sentences: Wording
    why: Wording
    mend: Wording
    portable: bool = False


class Sign(StrEnum):
    """What stands between the expected and the stated side of a relation."""

    EQUAL = "="
    AT_MOST = "<="


@attrs.frozen
class Term:
    """A coefficient (1 or −1) times a cell address.

    The address may hold ``{at}``, which each instance fills with its own key, and one further
    placeholder that names a range: the term then stands for the sum over that range, of those
    cells that the report's row layouts have. A cell of another document carries a prefix:
    ``prior.`` or ``members.``.
    """

    cell: str
    coefficient: int = attrs.field(default=1, validator=attrs.validators.in_((1, -1)))


PRIOR = "prior."
"""Prefix of a cell of the same body's report of the year before, of the same scope."""
MEMBERS = "members."
"""Prefix of the sum of a cell over the member bodies' reports."""


@attrs.frozen(kw_only=True, eq=False)
class Relation(Rule):
    """``expected = stated`` or ``expected <= stated``, once for each key of the range ``over``.

    ``message`` is a finding's sentence, with the placeholders ``{at}``, ``{expected}``,
    ``{actual}``, ``{difference}``, ``{expected_sum}`` and ``{actual_sum}``. ``row`` is the row or
    block that an instance is about, for a relation that ranges over rows.
    """

    expected: tuple[Term, ...]
    sign: Sign = Sign.EQUAL
    stated: tuple[Term, ...]
    over: str
    row: str | None = None
    message: Wording
    portable: bool = True

    @property
    def needs_prior(self) -> bool:
        """Whether the relation has cells of the year before."""
        return self._needs(PRIOR)

    @property
    def needs_members(self) -> bool:
        """Whether the relation has sums over the members."""
        return self._needs(MEMBERS)

    def cells_at(self, at: str) -> Iterator[str]:
        """Iterate over the addresses of one instance, in any layout, with their prefixes.

        Raises:
            UnknownName: a term names a range that does not exist.
        """
        for term in (*self.expected, *self.stated):
            yield from instance_cells(term, at)

    def _needs(self, prefix: str) -> bool:
        return any(term.cell.startswith(prefix) for term in (*self.expected, *self.stated))


@cache
def ranges() -> Mapping[str, Mapping[str, Wording]]:
    """Return what relations range over: by range name, the keys and their labels, in form order."""
    table_rows = {table: _by_name(table) for table in ("proactive_disclosure", "requests")}
    applicants = {name: column.label for name, column in columns(ByApplicant).items()}
    results = {name: column.label for name, column in columns(ByResult).items()}
    return {
        "applicant": applicants,
        "applicant_part": {k: v for k, v in applicants.items() if k != "total"},
        "result": {k: v for k, v in results.items() if k != "total"},
        "request_row": _labels(table_rows["requests"]),
        "outcome": {
            name.removeprefix("outcomes."): label
            for name, label in _labels(table_rows["requests"]).items()
            if name.startswith("outcomes.") and name != "outcomes.total"
        },
        "remedy": _labels(_by_name("remedies")),
        "documents": _having(table_rows["proactive_disclosure"], "issued"),
        "items": _having(table_rows["proactive_disclosure"], "prior_items"),
        "cell": {cell.address: Wording(cell.zh, cell.en) for cell in cells()},
        "report": {"report": Wording("全表", "the whole report")},
    }


def _by_name(table: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows():
        if row.table == table:
            found.setdefault(row.name, []).append(row)
    return found


def _labels(found: Mapping[str, list[Row]]) -> dict[str, Wording]:
    return {name: layouts[-1].full_label for name, layouts in found.items()}


def _having(found: Mapping[str, list[Row]], column: str) -> dict[str, Wording]:
    return _labels({name: rs for name, rs in found.items() if any(column in r.columns for r in rs)})


_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def instance_cells(term: Term, at: str) -> Iterator[str]:
    """Iterate over the addresses that a term stands for at one instance, in any layout.

    Raises:
        UnknownName: the term names a range that does not exist.
    """
    address = term.cell.replace("{at}", at)
    placeholder = _PLACEHOLDER.search(address)
    if placeholder is None:
        yield address
        return
    for key in range_named(placeholder[1]):
        yield address.replace(placeholder[0], key)


def is_sum(term: Term) -> bool:
    """Whether a term stands for the sum over a range."""
    return any(name != "at" for name in _PLACEHOLDER.findall(term.cell))


def range_named(name: str) -> Mapping[str, Wording]:
    """Return the keys and labels of a range.

    Raises:
        UnknownName: there is no such range.
    """
    try:
        return ranges()[name]
    except KeyError:
        known = ", ".join(ranges())
        raise UnknownName(
            Wording(f"没有范围“{name}”；现有：{known}", f"no range {name!r}; there are: {known}")
        ) from None
