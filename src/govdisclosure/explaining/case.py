"""A report with some changes, to be checked as an example."""

from collections.abc import Mapping
from typing import Any

import attrs

from ..checking import check
from ..editions import Edition
from ..reading import Reading, Unplaced
from ..records import Agency, Prose
from ..records.cells import cell
from ..rules.vocabulary import Rule
from ..wording import Wording
from .example import LAST, Example, zeros


@attrs.frozen(kw_only=True)
class Case:
    """A report: the changes to one of zeros, how it was read, and how it is checked.

    ``asked`` are further arguments of ``check()``. ``said`` says what is in it, where the changes
    do not say it well themselves.
    """

    changes: Mapping[str, object]
    edition: Edition = LAST
    unplaced: tuple[Unplaced, ...] = ()
    asked: Mapping[str, Any] = attrs.field(factory=dict)
    said: Wording | None = None

    def checked(self, rule: Rule) -> Example:
        """Check the report, and return what the rule says of it."""
        report = zeros(self.edition).replace(self.changes)
        review = check(Reading(report=report, unplaced=self.unplaced), **self.asked)
        found = next((f for f in review.findings if f.rule == rule.id), None)
        return Example(self.said or _listed(self.changes), found)


def _listed(values: Mapping[str, object]) -> Wording:
    """Return values with their labels: the text of a report that has them."""
    said = [value_said(address, value) for address, value in values.items()]
    return Wording("；".join(w.zh for w in said), "; ".join(w.en for w in said))


def value_said(address: str, value: object) -> Wording:
    """Return a value with its label."""
    found = cell(address)
    if isinstance(value, Agency):
        value = value.name
    label = Wording(found.zh, found.en) if found else _LABELS[address]
    if value is None:
        shown = _BLANK
    elif isinstance(value, Prose):
        words = "".join(value.paragraphs)
        shown = Wording(f"“{words}”", f"“{words}”")
    else:
        shown = Wording(str(value), str(value))
    return Wording(f"{label.zh}：{shown.zh}", f"{label.en}: {shown.en}")


_BLANK = Wording("空白", "blank")
_LABELS = {
    "year": Wording("报告年度", "year"),
    "title": Wording("标题", "title"),
    "published": Wording("公布日期", "published"),
    "overview": Wording("第一部分", "section 1"),
    "problems": Wording("第五部分", "section 5"),
    "other_matters": Wording("第六部分", "section 6"),
    "agency": Wording("机关", "body"),
}
"""What a case may change beside the cells."""


Pair = tuple[Case, Case]
"""A case that keeps a rule, and one that breaks it."""
