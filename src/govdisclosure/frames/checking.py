"""check(): the relations on a frame of any size, and what they come to."""

from collections.abc import Iterable, Mapping, Sequence
from os import PathLike
from typing import Any

import attrs

from ..checking.ruleset import ruleset
from ..errors import InvalidFrame, Problem
from ..findings import Outcome
from ..profiles import NATIONAL, Profile
from ..records.form import Kind
from ..relations import PRIOR
from ..rosters import Roster
from ..wording import Wording
from .adapting import Adapted, adapted
from .consolidating import not_compared, planned_with_members
from .expressions import number_in
from .extra import needed
from .families import families
from .known import ColumnFacts, Table, scan
from .long_table import RESULT, LongTable
from .notices import notice
from .planning import Planned, Source, Without, planned
from .summing import with_sums
from .surveying import surveyed
from .years import joined

_SKIPPED = Wording(
    "没有检查 {rule} 的 {number} 处（{at}），缺少列：{columns}",
    "{rule} was not checked at {number} place{number:s} ({at}), for columns are missing: {columns}",
)
_NOTHING_LEFT = Wording(
    "有勾稽关系所需的列，例如：{columns}", "columns that a relation needs, such as {columns}"
)
_LISTED = 4


def check(
    frame: Any,
    *,
    outcomes: Iterable[Outcome | str] = (Outcome.BROKEN,),
    prior: Any = None,
    roster: Roster | None = None,
    profile: Profile | None = None,
) -> Any:
    """Check the relations on every report of a frame, and return the instances asked for.

    *frame* is a wide table, one row a report (``arrow_schema()``): a polars ``DataFrame`` or
    ``LazyFrame``, a DuckDB relation, a pyarrow ``Table``, a pandas or a Spark ``DataFrame``; or a
    ``Table`` that says what is known of one; or the path of a Parquet file or of a folder of them,
    or a list of such paths. It may lack columns: a relation whose columns are not there is skipped
    with a ``Notice``. Where a layout column is not there, every report has that row, in the layout
    whose columns the frame has.

    The result is a frame of the same kind, lazy where the frame is, with a row for every instance
    whose outcome is one of *outcomes*: whose report it is (``agency``, the code or else the name;
    ``scope``; ``year``), ``rule``, ``at``, ``outcome``, ``expected``, ``actual`` and
    ``difference``, blanks as zero, null where the instance does not apply. The numbers are int64,
    or decimals where one of the relations is about amounts.

    *prior* is a frame with reports of the years before, which may be the same frame: a report is
    held against that of the same agency and scope on the year before. With a *roster*, each
    consolidated report of the frame is held against the sum of its members' reports in it, which
    the engine adds up: only who reports, and on which year, is taken into memory. *profile* is
    what is asked for locally.

    A lazy frame is looked through once before the result can be read, unless it comes from
    ``scan``, which takes what it needs from the statistics of the files.

    Raises:
        TypeError: it is no data frame.
        InvalidFrame: columns are of wrong types, hold what may not stand in them, or so few are
            there that no relation can be checked; two reports of *prior*, or of one body on the
            roster, have the same key.
        UnreadableDocument: a Parquet file cannot be opened, or is cut short.
        MissingExtra: the library that the frame needs is not installed.
    """
    asked = tuple(dict.fromkeys(Outcome(outcome) for outcome in outcomes))
    rules = ruleset(profile or NATIONAL)
    own = _Looked.at(frame)
    before = None if prior is None else _Looked.at(prior)
    if before is not None:
        _ask_for_one_engine(own.frame, before.frame)
    plans = [*planned(rules, own.source, None if before is None else before.source)]
    joint = [*(not_compared(rules) if roster is None else planned_with_members(rules, own.source))]
    _tell(plans if roster is None else [*plans, *joint])
    instances = [plan for plan in plans if isinstance(plan, Planned)]
    rows = own.frame.lazy
    if before is not None:
        asked_before = [c for c in _columns_of(instances) if c.startswith(PRIOR)]
        rows = joined(own.frame, before.frame, asked_before)
    with_members = [plan for plan in joint if isinstance(plan, Planned)]
    if roster is None:
        instances += with_members
        return own.frame.back(own.long(rows, instances, asked, whole=not _has_money(instances)))
    every = Outcome.NOT_APPLICABLE in asked
    of = families(own.frame, roster)
    summed = with_sums(own.frame, own.source.layouts, of, with_members, every=every)
    alone = own.long(rows, instances, asked, whole=not _has_money(instances))
    compared = own.long(summed, with_members, asked, whole=False)
    narwhals = needed("narwhals")
    money = number_in(narwhals, whole=False)
    alone = alone.with_columns(*[narwhals.col(name).cast(money) for name in RESULT[-3:]])
    return own.frame.back(narwhals.concat([alone, compared]))


def left_open(frame: Any, *, profile: Profile) -> Any:
    """Return the reports of which blanks leave relations open, and how many: ``number``.

    *frame* and what is raised are as for ``check``.
    """
    own = _Looked.at(frame)
    plans = planned(ruleset(profile), own.source, None)
    instances = [plan for plan in plans if isinstance(plan, Planned)]
    table = own.table(instances, (Outcome.UNDETERMINED,), whole=not _has_money(instances))
    return own.frame.back(table.numbers(own.frame.lazy, _columns_of(instances)))


@attrs.frozen(kw_only=True, eq=False)
class _Looked:
    """A frame that was looked through."""

    frame: Adapted
    facts: Mapping[str, ColumnFacts]
    source: Source

    @classmethod
    def at(cls, given: Any) -> "_Looked":
        table = given if isinstance(given, Table) else _table(given)
        frame = adapted(table.frame)
        facts, source = surveyed(frame, table.facts)
        return cls(frame=frame, facts=facts, source=source)

    def nullable(self, column: str) -> bool:
        """Tell whether nulls may stand in a column."""
        found = self.facts.get(column)
        return found is None or found.nulls

    def table(
        self, instances: Sequence[Planned], outcomes: Sequence[Outcome], *, whole: bool
    ) -> LongTable:
        """Return what is asked of the frame; *whole* says whether it is about whole numbers."""
        return LongTable(
            frame=self.frame,
            nullable=self.nullable,
            whole=whole,
            instances=instances,
            outcomes=outcomes,
        )

    def long(
        self, rows: Any, instances: Sequence[Planned], outcomes: Sequence[Outcome], *, whole: bool
    ) -> Any:
        """Return the long table of rows that have the columns that instances ask for."""
        return self.table(instances, outcomes, whole=whole).of(rows, _columns_of(instances))


def _ask_for_one_engine(frame: Adapted, prior: Adapted) -> None:
    """Refuse a frame of earlier reports that another engine holds."""
    one, other = (str(found.lazy.implementation) for found in (frame, prior))
    if one != other:
        expected = Wording(
            f"与第一个数据框同属一个引擎（{one}）", f"a frame of the same engine ({one})"
        )
        raise InvalidFrame([Problem("prior", other, expected)])


def _table(given: Any) -> Table:
    paths = given if isinstance(given, (list, tuple)) and given else [given]
    if all(isinstance(path, (str, PathLike)) for path in paths):
        return scan(paths)
    return Table(frame=given)


def _tell(plans: Sequence[Planned | Without]) -> None:
    """Say which instances are skipped; raise if nothing is left that could be checked."""
    skipped = [plan for plan in plans if isinstance(plan, Without)]
    if not any(isinstance(plan, Planned) and plan.without is not True for plan in plans):
        lacking = dict.fromkeys(column for plan in skipped for column in plan.columns)
        if lacking:
            said = ", ".join([*lacking][:_LISTED])
            raise InvalidFrame([Problem("$", None, _NOTHING_LEFT.fill(columns=said))])
    for rule in dict.fromkeys(plan.relation.id for plan in skipped):
        of_rule = [plan for plan in skipped if plan.relation.id == rule]
        columns = dict.fromkeys(column for plan in of_rule for column in plan.columns)
        notice(
            _SKIPPED.fill(
                rule=rule,
                number=len(of_rule),
                at=_cut([plan.at for plan in of_rule]),
                columns=_cut([*columns]),
            )
        )


def _cut(names: Sequence[str]) -> str:
    more = "…" if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more


def _columns_of(instances: Iterable[Planned]) -> list[str]:
    return [*dict.fromkeys(column for one in instances for column in one.columns)]


def _has_money(instances: Iterable[Planned]) -> bool:
    return any(entry.kind is Kind.AMOUNT for one in instances for entry in one.entries)
