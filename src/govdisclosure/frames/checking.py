"""check(): the relations on a frame of any size, and what they come to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

import attrs

from ..checking.ruleset import ruleset
from ..errors import InvalidFrame, Problem
from ..findings import Outcome
from ..profiles import NATIONAL, Profile
from ..records.form import Kind
from ..relations import PRIOR
from ..rosters import Roster
from ..wide import LAYOUT, Role, wide_column
from ..wording import Wording
from .adapting import Adapted, adapted, beside, plain
from .duck import BrokenInSql
from .expressions import Expressions
from .extra import needed
from .known import ColumnFacts, Table, scan
from .notices import notice
from .planning import Planned, Source, Without, planned
from .rolling import RolledUp, as_table, rolled_up
from .surveying import surveyed
from .years import joined

KEY = ("agency", "scope", "year")
"""The columns of the result that tell whose report it is: code or else name, scope, year."""
RESULT = (*KEY, "rule", "at", "outcome", "expected", "actual", "difference")
"""The columns of the result."""

_SKIPPED = Wording(
    "没有检查 {rule} 的 {number} 处（{at}），缺少列：{columns}",
    "{rule} was not checked at {number} place(s) ({at}), for columns are missing: {columns}",
)
_NOTHING_LEFT = Wording(
    "有勾稽关系所需的列，例如：{columns}", "columns that a relation needs, such as {columns}"
)
_NO_KEY = Wording(
    "至少一个说明是谁的报告的列：agency.code、agency.name、scope、year",
    "a column that tells whose report it is: agency.code, agency.name, scope or year",
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
    ``Table`` that says what is known of one; or the path of a Parquet file. It may lack columns:
    a relation whose columns are not there is skipped with a ``Notice``. Where a layout column is
    not there, every report has that row, in the layout whose columns the frame has.

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
    narwhals = needed("narwhals")
    number = _number(narwhals, instances, roster)
    columns = dict.fromkeys(c for instance in instances for c in _columns_of(instance))
    rows = own.frame.lazy
    if before is not None:
        rows = joined(own.frame, before.frame, [c for c in columns if c.startswith(PRIOR)])
    rows = rows.select(*_keys(own.frame), *_cells(narwhals, own, columns, number))
    expressions = Expressions(narwhals=narwhals, nullable=own.nullable, number=number)
    long = _long(narwhals, rows, expressions, instances, asked)
    if roster is not None:
        long = _with_members(narwhals, long, rolled_up(own.frame, roster, rules, asked))
    return own.frame.back(long)


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
    from os import PathLike

    return scan(given) if isinstance(given, (str, PathLike)) else Table(frame=given)


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


def _number(narwhals: Any, instances: Iterable[Planned], roster: Roster | None) -> Any:
    kinds = {entry.kind for instance in instances for entry in instance.entries}
    money = roster is not None or Kind.AMOUNT in kinds
    return narwhals.Decimal(38, 6) if money else narwhals.Int64


def _keys(frame: Adapted) -> list[Any]:
    narwhals = needed("narwhals")
    names = [n for n in ("agency.code", "agency.name") if n in frame.types]
    if not names and not {"scope", "year"} & frame.types.keys():
        raise InvalidFrame([Problem("$", None, _NO_KEY)])
    text = narwhals.String
    agency = [narwhals.col(plain(name)).cast(text) for name in names]
    nothing = narwhals.lit(None)
    found = {
        "agency": narwhals.coalesce(*agency) if agency else nothing.cast(text),
        "scope": narwhals.col("scope").cast(text) if "scope" in frame.types else nothing.cast(text),
        "year": narwhals.col("year").cast(narwhals.Int64)
        if "year" in frame.types
        else nothing.cast(narwhals.Int64),
    }
    return [expression.alias(f"key__{name}") for name, expression in found.items()]


def _cells(narwhals: Any, looked: _Looked, columns: Iterable[str], number: Any) -> list[Any]:
    found = []
    for name in columns:
        column = wide_column(name.removeprefix(PRIOR))
        expression = narwhals.col(plain(name))
        if column is not None and column.role is Role.LAYOUT:
            expression = expression.cast(narwhals.String)
        elif column is not None and looked.frame.types.get(name) != number:
            expression = expression.cast(number)
        found.append(expression.alias(plain(name)))
    return found


def _long(
    narwhals: Any,
    rows: Any,
    expressions: Expressions,
    instances: Sequence[Planned],
    asked: Sequence[Outcome],
) -> Any:
    """Return the long table: one row for each instance with an outcome that was asked for."""
    flagged = [(instance, expressions.flags(instance, asked)) for instance in instances]
    flagged = [(instance, flags) for instance, flags in flagged if flags]
    every = [flag for _, flags in flagged for flag in flags.values()]
    if not flagged:
        return _empty(narwhals, rows, expressions.number)
    if rows.implementation.is_duckdb() and asked == (Outcome.BROKEN,):
        whole = expressions.number == narwhals.Int64
        broken = BrokenInSql(nullable=expressions.nullable, whole=whole)
        rows = narwhals.from_native(broken.only(narwhals.to_native(rows), instances))
    elif not any(flag is True for flag in every) and set(asked) <= _FEW:
        rows = rows.filter(narwhals.any_horizontal(*every, ignore_nulls=False))
    keys = [f"key__{name}" for name in KEY]
    found = {
        f"i{i}": _found(narwhals, expressions, instance, flags)
        for i, (instance, flags) in enumerate(flagged)
    }
    long = rows.select(*keys, **found).unpivot(
        on=list(found), index=keys, variable_name="instance", value_name="found"
    )
    field = narwhals.col("found").struct.field
    difference = narwhals.col("actual") - narwhals.col("expected")
    return (
        long.filter(~narwhals.col("found").is_null())
        .select(
            *[narwhals.col(key).alias(name) for key, name in zip(keys, KEY, strict=True)],
            *[field(name).alias(name) for name in RESULT[len(KEY) : -1]],
        )
        .with_columns(difference=difference)
    )


def _with_members(narwhals: Any, long: Any, rolled: RolledUp) -> Any:
    """Return the result with what the reports compared with their members come to."""
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


_FEW = {Outcome.BROKEN, Outcome.UNDETERMINED}
"""Outcomes that few enough reports have for the others to be left out first."""


def _empty(narwhals: Any, rows: Any, number: Any) -> Any:
    nothing = narwhals.lit(None)
    texts = {name: nothing.cast(narwhals.String) for name in ("rule", "at", "outcome")}
    numbers = {name: nothing.cast(number) for name in RESULT[-3:]}
    keys = {name: narwhals.col(f"key__{name}") for name in KEY}
    return rows.head(0).select(**keys, **texts, **numbers)


def _found(
    narwhals: Any, expressions: Expressions, instance: Planned, flags: dict[Outcome, Any]
) -> Any:
    """Return a struct with what an instance comes to where it was asked for, else null."""
    lit = narwhals.lit
    outcome = lit(None).cast(narwhals.String)
    for name, flag in flags.items():
        said = lit(name.value)
        outcome = said if flag is True else narwhals.when(flag).then(said).otherwise(outcome)
    nothing = lit(None).cast(expressions.number)
    expected = actual = nothing
    if instance.without is not True:
        expected, actual = expressions.expected(instance), expressions.actual(instance)
        aside = flags.get(Outcome.NOT_APPLICABLE)
        if aside is not None:
            expected = narwhals.when(~aside).then(expected).otherwise(nothing)
            actual = narwhals.when(~aside).then(actual).otherwise(nothing)
    known = narwhals.col("key__year").is_null()
    rule = narwhals.when(known | ~known).then(lit(instance.rule))  # not constant: engines fail
    found = narwhals.struct(
        rule.alias("rule"),
        lit(instance.at).alias("at"),
        outcome.alias("outcome"),
        expected.cast(expressions.number).alias("expected"),
        actual.cast(expressions.number).alias("actual"),
    )
    if any(flag is True for flag in flags.values()):
        return found
    return narwhals.when(reduce(or_, flags.values())).then(found)
