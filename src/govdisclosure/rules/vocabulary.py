"""The words that rules are written in: relations, and rules on a record or on its layouts."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from ..duplicates import Copy
from ..findings import Finding, Number, Severity
from ..profiles import NATIONAL, Profile
from ..reading import Place, Reading
from ..records import AnnualReport
from ..records.cells import cell
from ..records.form import parts
from ..records.layouts import Shape
from ..relations import (
    MEMBERS,
    PRIOR,
    Practice,
    Relation,
    Rule,
    Sign,
    Term,
    instance_cells,
    is_sum,
    range_named,
    ranges,
)
from ..rosters import Coverage
from ..wording import Wording

__all__ = [
    "MEMBERS",
    "NO_PRIOR",
    "NO_ROSTER",
    "PRIOR",
    "Compared",
    "Practice",
    "RecordRule",
    "Relation",
    "Rule",
    "ShapeRule",
    "Sign",
    "Subject",
    "Term",
    "instance_cells",
    "is_sum",
    "label_of",
    "labels_of",
    "range_named",
    "ranges",
    "table_label",
]


NO_PRIOR = Wording("没有提供上年报告", "no report of the year before was given")
NO_ROSTER = Wording("没有提供机关名册", "no roster was given")


@attrs.define(eq=False, repr=False)
class Subject:
    """What a record rule looks at: the report, how it was read, and what it is compared with.

    ``blanks`` are the addresses of the report's blank cells, ``no_prior`` says why there is no
    report of the year before, ``profile`` is what is asked for locally, ``copies`` are other
    bodies' reports with the same prose, None if none were compared, ``coverage`` says whose reports
    are there, or why that is not known. One is made for every check, so it is not frozen: that
    would cost as much as the rules themselves.
    """

    report: AnnualReport
    blanks: tuple[str, ...] = ()
    reading: Reading | None = None
    prior: AnnualReport | None = None
    profile: Profile = NATIONAL
    copies: Sequence[Copy] | None = None
    no_prior: Wording = NO_PRIOR
    coverage: Coverage | Wording = NO_ROSTER


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
    ``only_with_blanks`` has nothing to say on a report without a blank cell, one ``of_words`` on a
    record of nothing but numbers. ``why_not`` says why
    the rule cannot be applied to this subject, None if it can. A rule that is ``off_by_default``
    is applied only where a profile turns it on.
    """

    find: Callable[["RecordRule", Subject], Iterable[Finding]]
    of_reading: bool = False
    only_with_blanks: bool = False
    of_words: bool = False
    why_not: Callable[[Subject], Wording | None] | None = None
    off_by_default: bool = False


@attrs.frozen(kw_only=True, eq=False)
class ShapeRule(_WithMessage):
    """A rule that looks only at a report's layouts and its year, whatever the values."""

    find: Callable[["ShapeRule", Shape, int | None], Iterator[Finding]]


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
