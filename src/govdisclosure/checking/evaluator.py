"""The evaluator of the relations within a report and with the year before.

For each combination of row layouts a plan is made when first met: which instances apply, and one
generated function. The function says at once that a report without blanks satisfies everything;
otherwise it gives the values and what is left over, and only leftovers are judged one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import compress
from typing import Any

import attrs

from ..editions import EDITIONS
from ..findings import Figure, Instance, Number
from ..records import AnnualReport
from ..records.addresses import value_at
from ..records.form import Part, parts
from ..records.layouts import Shape, lacks, presence, shape
from ..rules.vocabulary import (
    PRIOR,
    Relation,
    Term,
    instance_cells,
    is_sum,
    range_named,
)
from ..wording import Wording
from .compiling import Leftovers, Values, compiled
from .judging import judge, not_applicable
from .planned import Entry, Planned

NO_PRIOR = Wording("没有上年报告", "no report of the year before")
NO_MEMBERS = Wording("没有成员单位的报告", "no reports of members")
OTHER_LAYOUT = Wording("该行布局没有这些单元格", "the row's layout does not have these cells")
NO_ROW = Wording("报告没有这一行", "the report lacks the row")


@attrs.frozen(eq=False, repr=False)
class Plan:
    """How to evaluate reports of one combination of layouts.

    ``evaluate`` takes the report and the prior report; it returns None if nothing is blank and
    everything holds, else the leftovers.
    """

    shape: Shape
    cells: tuple[str, ...]
    own: int
    """How many of the cells are the report's own, in rows that it has; they come first."""
    instances: tuple[Planned, ...]
    evaluate: Callable[[AnnualReport, AnnualReport | None], Leftovers | None]

    _applying: tuple[Planned, ...] = attrs.field(init=False)

    @_applying.default
    def _those_that_apply(self) -> tuple[Planned, ...]:
        return tuple(self.applying)

    @property
    def applying(self) -> Iterator[Planned]:
        """The instances that apply, in the order of the leftovers."""
        return (planned for planned in self.instances if planned.reason is None)

    def unmended(self, values: Values, residuals: Iterable[Number]) -> Iterator[Instance]:
        """Judge the instances that are not plainly true and that no blank can mend."""
        for planned in compress(self._applying, residuals):
            yield self._judge(planned, values)

    def blanks(self, leftovers: Leftovers) -> tuple[str, ...]:
        """Return the report's own cells that are blank, in the form's order."""
        own = zip(self.cells[: self.own], leftovers[0], strict=False)
        return tuple(name for name, value in own if value is None)

    def every(self, values: Values) -> Iterator[Instance]:
        """Judge every instance, and give those that do not apply with their reasons."""
        for planned in self.instances:
            if planned.reason is None:
                yield self._judge(planned, values)
            else:
                yield not_applicable(planned.relation, planned.at, planned.cells, planned.reason)

    def _judge(self, planned: Planned, values: Values) -> Instance:
        figures = [
            Figure(self.cells[e.index], values[e.index], e.coefficient, e.stated)
            for e in planned.entries
        ]
        return judge(planned.relation, planned.at, figures)

    def values(self, report: AnnualReport, prior: AnnualReport | None) -> tuple[Any, ...]:
        """Return the values of the plan's cells, None for a blank or for a cell in no row."""
        return tuple(
            value_at(prior if name.startswith(PRIOR) else report, name.removeprefix(PRIOR))
            for name in self.cells
        )


@attrs.frozen(eq=False, repr=False)
class Evaluator:
    """Some relations, with the plans made for the layouts met so far.

    ``off`` says why relations are not applied, by their ids.
    """

    relations: tuple[Relation, ...]
    off: Mapping[str, Wording] = attrs.field(factory=dict)
    _plan: Callable[[Shape, Shape | None], Plan] = attrs.field(init=False)
    _plan_of_complete: Callable[[tuple[type[Any], ...]], Plan] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Give each evaluator its own bounded memory of plans."""
        remember = lru_cache(maxsize=_PLANS_KEPT)
        object.__setattr__(self, "_plan", remember(self._planned))
        object.__setattr__(self, "_plan_of_complete", remember(self._planned_for_complete))

    def evaluate(
        self, report: AnnualReport, prior: AnnualReport | None
    ) -> tuple[Plan, Leftovers | None]:
        """Evaluate the relations: the plan for the report's layouts, and the leftovers if any."""
        if prior is None:
            try:
                plan = self._plan_of_complete(_choices()(report))
                return plan, plan.evaluate(report, None)
            except AttributeError:  # NoneType has no such attribute: the report lacks a row
                pass
        plan = self._plan(shape(report), None if prior is None else shape(prior))
        return plan, plan.evaluate(report, prior)

    def plan(self, report: Shape) -> Plan:
        """Return the plan for reports of these layouts, without one of the year before."""
        return self._plan(report, None)

    def instances(self, report: AnnualReport, prior: AnnualReport | None) -> Iterator[Instance]:
        """Iterate over every instance of the relations, with its outcome."""
        plan = self._plan(shape(report), None if prior is None else shape(prior))
        return plan.every(plan.values(report, prior))

    def _planned_for_complete(self, choices: tuple[type[Any], ...]) -> Plan:
        return self._plan(_complete_shape(AnnualReport, iter(choices)), None)

    def _planned(self, report: Shape, prior: Shape | None) -> Plan:
        present = dict(presence(report))
        if prior is not None:
            present |= {PRIOR + cell: is_there for cell, is_there in presence(prior).items()}
        there = [address for address, is_there in presence(report).items() if is_there]
        index = {address: i for i, address in enumerate(there)}
        planned = tuple(
            _not_planned(relation, at, self.off[relation.id])
            if relation.id in self.off
            else _planned(relation, at, present, index, report, has_prior=prior is not None)
            for relation in self.relations
            for at in range_named(relation.over)
        )
        return Plan(
            shape=report,
            cells=tuple(index),
            own=len(there),
            instances=planned,
            evaluate=compiled(tuple(index), present, [p for p in planned if p.reason is None]),
        )


_PLANS_KEPT = 256


def _not_planned(relation: Relation, at: str, reason: Wording) -> Planned:
    return Planned(relation, at, tuple(dict.fromkeys(relation.cells_at(at))), (), reason)


def _planned(
    relation: Relation,
    at: str,
    present: Mapping[str, bool],
    index: dict[str, int],
    of: Shape,
    *,
    has_prior: bool,
) -> Planned:
    named = [
        (term, stated, address)
        for stated, terms in ((False, relation.expected), (True, relation.stated))
        for term in terms
        for address in _having_layout(term, at, present)
    ]
    cells = tuple(dict.fromkeys(address for _, _, address in named))
    reason = None
    if relation.needs_members:
        reason = NO_MEMBERS
    elif relation.needs_prior and not has_prior:
        reason = NO_PRIOR
    elif relation.row is not None and lacks(of, relation.row.replace("{at}", at)):
        reason = NO_ROW
    elif any(address not in present for address in cells):
        reason = OTHER_LAYOUT
    if reason is not None:
        return Planned(relation, at, cells, (), reason)
    entries = tuple(
        Entry(index.setdefault(address, len(index)), term.coefficient, stated)
        for term, stated, address in named
    )
    return Planned(relation, at, cells, entries)


def _having_layout(term: Term, at: str, present: Mapping[str, bool]) -> list[str]:
    """Return the term's cells; of a sum, those that the report's row layouts have."""
    found = list(instance_cells(term, at))
    return [address for address in found if address in present] if is_sum(term) else found


@cache
def _choices() -> Callable[[AnnualReport], tuple[type[Any], ...]]:
    """Generate the function that gives the classes of the parts that may differ or be absent."""
    classes = ", ".join(f"{path}.__class__" for path in _open_parts(AnnualReport, "report"))
    scope: dict[str, Any] = {}
    exec(f"def choices(report):\n    return ({classes},)", scope)  # noqa: S102  # made of field names only
    function: Callable[[AnnualReport], tuple[type[Any], ...]] = scope["choices"]
    return function


def _open_parts(layout: type[Any], path: str) -> Iterator[str]:
    for name, form in parts(layout).items():
        if _is_open(form):
            yield f"{path}.{name}"
        else:
            yield from _open_parts(form.layouts[0], f"{path}.{name}")


def _is_open(form: Part) -> bool:
    return len(form.layouts) > 1 or len(form.due) < len(EDITIONS)


def _complete_shape(layout: type[Any], choices: Iterator[type[Any]]) -> Shape:
    """Return the shape of a report that lacks nothing but what *choices* says."""
    below: list[Shape | None] = []
    for form in parts(layout).values():
        if not _is_open(form):
            below.append(_complete_shape(form.layouts[0], choices))
            continue
        chosen = next(choices)
        within = (inner.layouts[0] for inner in _parts_of(chosen) if _is_open(inner))
        below.append(None if chosen is type(None) else _complete_shape(chosen, within))
    return (layout, *below)


def _parts_of(layout: type[Any]) -> Iterable[Part]:
    return parts(layout).values() if attrs.has(layout) else ()
