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
from ..wide import LAYOUT
from ..wording import Wording
from .adapting import Adapted, adapted, beside
from .extra import needed
from .known import ColumnFacts, Table, scan
from .long_table import KEY, RESULT, LongTable
from .notices import notice
from .planning import Planned, Source, Without, planned
from .rolling import RolledUp, as_table, rolled_up
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
    consolidated report of the frame is held against the sum of its members' reports in it; the
    reports of bodies on the roster, and no others, are taken into memory. *profile* is what is
    asked for locally.

    A lazy frame is looked through once before the result can be read, unless it comes from
    ``scan``, which takes what it needs from the statistics of the files.

    Raises:
        TypeError: it is no data frame.
        InvalidFrame: columns are of wrong types, hold what may not stand in them, or so few are
            there that no relation can be checked; two reports of *prior* have the same key.
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
    instances = [plan for plan in plans if isinstance(plan, Planned)]
    _tell([plan for plan in plans if isinstance(plan, Without)], instances)
    columns = dict.fromkeys(c for instance in instances for c in _columns_of(instance))
    rows = own.frame.lazy
    if before is not None:
        rows = joined(own.frame, before.frame, [c for c in columns if c.startswith(PRIOR)])
    whole = roster is None and not _has_money(instances)
    table = LongTable(
        frame=own.frame, nullable=own.nullable, whole=whole, instances=instances, outcomes=asked
    )
    long = table.of(rows, columns)
    if roster is not None:
        long = _with_members(long, rolled_up(own.frame, roster, rules, asked))
    return own.frame.back(long)


def left_open(frame: Any, *, profile: Profile) -> Any:
    """Return the reports of which blanks leave relations open, and how many: ``number``.

    *frame* and what is raised are as for ``check``.
    """
    own = _Looked.at(frame)
    plans = planned(ruleset(profile), own.source, None)
    instances = [plan for plan in plans if isinstance(plan, Planned)]
    table = LongTable(
        frame=own.frame,
        nullable=own.nullable,
        whole=not _has_money(instances),
        instances=instances,
        outcomes=(Outcome.UNDETERMINED,),
    )
    columns = dict.fromkeys(c for instance in instances for c in _columns_of(instance))
    return own.frame.back(table.numbers(own.frame.lazy, columns))


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
        found = self.facts.get(column)
        return found is None or found.nulls


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


def _tell(skipped: Sequence[Without], instances: Sequence[Planned]) -> None:
    """Say which instances are skipped; raise if nothing is left that could be checked."""
    if not any(instance.without is not True for instance in instances):
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


def _columns_of(instance: Planned) -> Iterable[str]:
    yield from instance.columns
    conditions = (instance.without, *(entry.elsewhere for entry in instance.entries))
    for condition in conditions:
        if not isinstance(condition, bool):
            yield from (part + LAYOUT for each in condition for part, _ in each)


def _has_money(instances: Iterable[Planned]) -> bool:
    return any(entry.kind is Kind.AMOUNT for one in instances for entry in one.entries)


def _with_members(long: Any, rolled: RolledUp) -> Any:
    """Return the result with what the reports compared with their members come to."""
    narwhals = needed("narwhals")
    said = narwhals.concat_str(
        *[narwhals.col(name).cast(narwhals.String).fill_null("") for name in KEY],
        separator=_BETWEEN,
    )
    compared = [
        _BETWEEN.join("" if part is None else str(part) for part in key) for key in rolled.compared
    ]
    alone = ~(said.is_in(compared) & narwhals.col("rule").is_in(rolled.rules))
    return narwhals.concat([long.filter(alone), beside(long, as_table(rolled, RESULT))])


_BETWEEN = "\x1f"
