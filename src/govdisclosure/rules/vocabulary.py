"""The words that rules are written in: rules, linear relations between cells, and their ranges.

A relation is data. Everything that needs it (the evaluator, data frames, SQL, JavaScript,
generated totals, workbook formulas, its documentation) compiles the same row.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache

import attrs

from ..errors import UnknownName
from ..findings import Finding, Number, Severity
from ..law import Basis
from ..profiles import NATIONAL, Profile
from ..reading import Place, Reading
from ..records import AnnualReport, ByApplicant, ByResult, cells
from ..records.cells import Row, cell, rows
from ..records.form import columns, parts
from ..records.layouts import Shape
from ..wording import Wording


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


@attrs.define(eq=False, repr=False)
class Subject:
    """What a record rule looks at: the report, how it was read, and the report before it.

    ``blanks`` are the addresses of the report's blank cells, ``profile`` is what is asked for
    locally. One is made for every check, so it is not frozen: that would cost as much as the rules
    themselves.
    """

    report: AnnualReport
    blanks: tuple[str, ...] = ()
    reading: Reading | None = None
    prior: AnnualReport | None = None
    profile: Profile = NATIONAL


@attrs.frozen
class Compared:
    """A number that was expected, and the one that is there."""

    expected: Number
    actual: Number

    @property
    def difference(self) -> Number:
        """What the actual number has too much."""
        return self.actual - self.expected


@attrs.frozen(kw_only=True, eq=False)
class _WithMessage(Rule):
    message: Wording

    def finding(
        self,
        *,
        at: str,
        cells: Sequence[str] = (),
        severity: Severity | None = None,
        places: Sequence[Place] = (),
        compared: Compared | None = None,
        **values: object,
    ) -> Finding:
        """Return a finding of this rule, with the message filled in.

        *severity* is another than the rule's, *places* are those of text (those of cells are
        added from the reading), *compared* the numbers, which the message may also name.
        """
        if compared is not None:
            values |= attrs.asdict(compared) | {"difference": compared.difference}
        return Finding(
            rule=self.id,
            at=at,
            severity=severity or self.severity,
            cells=tuple(cells),
            message=self.message.fill(**values),
            basis=str(self.basis),
            places=tuple(places),
            expected=None if compared is None else compared.expected,
            actual=None if compared is None else compared.actual,
            difference=None if compared is None else compared.difference,
        )


@attrs.frozen(kw_only=True, eq=False)
class RecordRule(_WithMessage):
    """A rule that looks at the values of a report.

    ``find`` gives the findings. A rule ``of_reading`` looks at how a document was read, one
    ``only_with_blanks`` has nothing to say on a report without a blank cell. ``why_not`` says why
    the rule cannot be applied to this subject, None if it can. A rule that is ``off_by_default``
    is applied only where a profile turns it on.
    """

    find: Callable[["RecordRule", Subject], Iterable[Finding]]
    of_reading: bool = False
    only_with_blanks: bool = False
    why_not: Callable[[Subject], Wording | None] | None = None
    off_by_default: bool = False


@attrs.frozen(kw_only=True, eq=False)
class ShapeRule(_WithMessage):
    """A rule that looks only at a report's layouts and its year, whatever the values."""

    find: Callable[["ShapeRule", Shape, int | None], Iterator[Finding]]


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


_LISTED = 6


def table_label(table: str) -> Wording:
    """Return the heading of a table."""
    return parts(AnnualReport)[table].label


def label_of(address: str) -> Wording:
    """Return the label of a cell, the address itself if it is none."""
    found = cell(address)
    return Wording(found.zh, found.en) if found else Wording(address, address)


def labels_of(addresses: Sequence[str]) -> Wording:
    """Return the labels of some cells as a list, cut short with their number."""
    shown = [label_of(address) for address in addresses[:_LISTED]]
    more = len(addresses) - len(shown)
    zh, en = "、".join(label.zh for label in shown), "; ".join(label.en for label in shown)
    return Wording(zh + "等", f"{en}; and {more} more") if more else Wording(zh, en)
