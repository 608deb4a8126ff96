"""What a frame's columns hold, looked through once where it is not known, and what is wrong."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from ..errors import InvalidFrame, Problem
from ..records.form import MAX_AMOUNT, MAX_COUNT, Kind, parts
from ..wide import ABSENT, LAYOUT, ColumnType, Role, WideColumn, layouts_at, wide_column
from ..wide import layout_name as name_of
from ..wording import Wording
from . import looking
from .adapting import Adapted, plain
from .expressions import when
from .extra import needed
from .known import ColumnFacts
from .layouts import Condition, Layouts, assumed_layouts, out_of_place, part_addresses
from .planning import Source

_WHOLE = Wording(
    "为整数列（int64，空白为 null）", "a column of whole numbers (int64; a blank is null)"
)
_NO_NAN = Wording(
    "为整数列（int64，空白为 null，不是 NaN；pandas 可用 convert_dtypes() 转换）",
    "a column of whole numbers (int64; a blank is null, not NaN; pandas: convert_dtypes())",
)
_MONEY = Wording(
    "为十进制数列（decimal(21,6)，空白为 null），不是浮点数",
    "a column of decimals (decimal(21,6); a blank is null), not of floats",
)
_TEXT = Wording("为文本列", "a column of texts")
_LAYOUT = Wording("为以下之一：{names}", "one of {names}")
_NOT_NULL = Wording(
    "不为 null：报告没有该行时写 absent", "no null: where a report lacks it, absent"
)
_EMPTY = Wording(
    "为 null：该报告没有这一行，或其布局没有这一列",
    "null, for the report lacks the row, or has it in a layout without this column",
)
_BELOW = Wording(
    "为 absent：上一级的部分不在，或其布局没有这一行",
    "absent, for the part above is, or has a layout without this row",
)


def surveyed(
    frame: Adapted, known: Mapping[str, ColumnFacts]
) -> tuple[Mapping[str, ColumnFacts], Source]:
    """Return what is known of the columns, and which columns and layouts there are.

    A frame that is not in memory is looked through once, unless everything is known of it.

    Raises:
        InvalidFrame: a column is of a wrong type, or holds what may not stand in it; the layout of
            a row cannot be told; a value stands where the layout of the report's row has no place
            for it.
    """
    _check_types(frame)
    names = frozenset(frame.types)
    assumed = assumed_layouts(names)
    asked = [column for column in _columns(frame) if not _is_enough(column, known)]
    found = dict(known)
    language = frame.language
    words, rows = language.words, language.entered(frame.lazy)
    if asked and frame.in_memory:  # to look twice costs less than to ask each row for its layout
        layouts = [column for column in asked if column.role is Role.LAYOUT]
        cells = [column for column in asked if column.role is Role.CELL]
        counts, others = (
            [column for column in cells if _is_plain_count(frame, column) is plain_count]
            for plain_count in (True, False)
        )
        row = language.one_row(
            rows,
            looking.counts(words, counts)
            | looking.extremes(words, others)
            | looking.first(words, layouts),
        )
        found |= looking.facts(row, others) | dict(looking.facts_of_counts(row, counts))
        found |= dict(looking.constants(row, layouts))
        asked = [column for column in asked if not _is_enough(column, found)]
    misplaced = {}
    if any(name.endswith(LAYOUT) for name in names):
        misplaced = dict(_misplaced(frame, found, _layouts(names, assumed, found)))
    wrong: list[str] = []
    if asked or misplaced:
        aggregates = looking.extremes(words, asked) | looking.occurrences(words, asked)
        flags = {name: flag(words).any() for name, (flag, _) in misplaced.items()}
        row = language.one_row(rows, aggregates | flags)
        found |= looking.facts(row, asked)
        wrong = [name for name in misplaced if row[name]]
    problems = [*_values(frame, found)]
    if not problems:
        for name in wrong:
            flag, expected = misplaced[name]
            there = where(frame, flag(needed("narwhals")))
            problems.append(Problem(name + there, _Shown("…"), expected))
    if problems:
        raise InvalidFrame(problems)
    return found, Source(names=names, layouts=_layouts(names, assumed, found))


def _is_plain_count(frame: Adapted, column: WideColumn) -> bool:
    return column.kind is Kind.COUNT and bool(frame.types[column.name] == needed("narwhals").Int64)


def _layouts(
    names: frozenset[str], assumed: Layouts, facts: Mapping[str, ColumnFacts]
) -> dict[str, tuple[str, ...]]:
    return dict(assumed) | {
        part: _possible(part, facts.get(part + LAYOUT))
        for part in part_addresses()
        if part + LAYOUT in names
    }


def where(frame: Adapted, condition: Any) -> str:
    """Return which row is the first that a condition holds for: its number, or who reports."""
    narwhals = needed("narwhals")
    if frame.in_memory:
        rows = frame.lazy.collect().with_row_index("row")
        return f"[{rows.filter(condition)['row'][0]}]"
    keys = [n for n in ("agency.code", "agency.name", "scope", "year") if n in frame.types]
    if not keys:
        return ""
    rows = frame.lazy.filter(condition).select(*[narwhals.col(plain(k)) for k in keys]).head(1)
    row = rows.collect().row(0)
    return f" ({', '.join(str(value) for value in row if value is not None)})"


def _columns(frame: Adapted) -> Iterator[WideColumn]:
    for name in frame.types:
        column = wide_column(name)
        if column is not None and column.role in (Role.CELL, Role.LAYOUT):
            yield column


def _check_types(frame: Adapted) -> None:
    problems = [
        Problem(column.name, _Shown(frame.types[column.name]), expected)
        for name in frame.types
        if (column := wide_column(name)) is not None
        and (expected := _wrong_type(frame, column)) is not None
    ]
    if problems:
        raise InvalidFrame(problems)


class _Shown:
    """A type as it stands in a message."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __repr__(self) -> str:
        return str(self._value)


def _wrong_type(frame: Adapted, column: WideColumn) -> Wording | None:
    """Return what type a column should be of, None if it is."""
    kind = frame.types[column.name]
    if str(kind) in ("Unknown", "Null"):  # a column of nothing but nulls
        return None
    if column.type is ColumnType.INTEGER:
        if kind.is_integer():
            return None
        return _NO_NAN if kind.is_float() else _WHOLE
    if column.type is ColumnType.DECIMAL:
        return None if kind.is_integer() or kind.is_decimal() else _MONEY
    narwhals = needed("narwhals")
    texts = (narwhals.String, narwhals.Categorical, narwhals.Enum)
    return _TEXT if column.type is ColumnType.TEXT and kind not in texts else None


def _is_enough(column: WideColumn, known: Mapping[str, ColumnFacts]) -> bool:
    facts = known.get(column.name)
    if facts is None:
        return False
    return column.role is Role.CELL or facts.constant is not None or facts.values is not None


def _values(frame: Adapted, facts: Mapping[str, ColumnFacts]) -> Iterator[Problem]:
    narwhals = needed("narwhals")
    for column in _columns(frame):
        found, there = facts[column.name], narwhals.col(plain(column.name))
        if column.role is Role.LAYOUT:
            if found.nulls and found.least is None and not _has_rows(frame):
                continue
            if found.nulls:
                yield Problem(column.name + where(frame, there.is_null()), None, _NOT_NULL)
            for name in sorted((found.values or {found.least} - {None}) - {*(column.values or ())}):
                expected = _LAYOUT.fill(names=", ".join(column.values or ()))
                yield Problem(column.name + where(frame, there == name), name, expected)
            continue
        least, most = _bounds(column.kind)
        kind = column.kind or Kind.COUNT
        if found.least is not None and found.least < least:
            at = where(frame, there < least)
            yield Problem(column.name + at, found.least, kind.expected)
        if found.most is not None and found.most > most:
            at = where(frame, there > most)
            yield Problem(column.name + at, found.most, kind.expected)


def _has_rows(frame: Adapted) -> bool:
    return len(frame.lazy.head(1).collect()) > 0


def _bounds(kind: Kind | None) -> tuple[int | Decimal, int | Decimal]:
    if kind is Kind.AMOUNT:
        return Decimal(0), Decimal(MAX_AMOUNT)
    return (-MAX_COUNT if kind is Kind.CHANGE else 0), MAX_COUNT


def _possible(part: str, facts: ColumnFacts | None) -> tuple[str, ...]:
    known = (*map(name_of, layouts_at(part)), ABSENT)
    if facts is None:
        return known
    seen = {facts.constant} if facts.constant is not None else facts.values
    found = tuple(name for name in known if seen is None or name in seen)
    return found or known


def _misplaced(
    frame: Adapted, known: Mapping[str, ColumnFacts], layouts: Layouts
) -> Iterator[tuple[str, tuple[Callable[[Any], Any], Wording]]]:
    """Yield where something stands that the layouts of the report's rows have no place for.

    Where it is is a function that writes it in the words that it is given.
    """
    for name, condition in out_of_place(frame.types, layouts):
        if condition is not False and (name not in known or known[name].most is not None):
            yield name, (partial(_there_though, name, condition), _EMPTY)
    for part, condition in _not_below(frame, layouts):
        yield part + LAYOUT, (partial(_a_row_though, part + LAYOUT, condition), _BELOW)


def _there_though(name: str, condition: Condition, words: Any) -> Any:
    return _where_too(~words.col(plain(name)).is_null(), condition, words)


def _a_row_though(name: str, condition: Condition, words: Any) -> Any:
    return _where_too(words.col(plain(name)).cast(words.String) != ABSENT, condition, words)


def _where_too(flag: Any, condition: Condition, words: Any) -> Any:
    return flag if condition is True else flag & when(condition, words)


def _not_below(frame: Adapted, layouts: Layouts) -> Iterator[tuple[str, Condition]]:
    """Yield the parts that must be absent, with when, for those above them are or lack them."""
    for part in part_addresses():
        above, _, name = part.rpartition(".")
        if not above or above + LAYOUT not in frame.types or part + LAYOUT not in frame.types:
            continue
        if layouts[part] == (ABSENT,):
            continue
        lacking = [name_of(cls) for cls in layouts_at(above) if name not in parts(cls)]
        wrong = [found for found in layouts[above] if found == ABSENT or found in lacking]
        if wrong:
            always = len(wrong) == len(layouts[above])
            yield part, True if always else tuple(((above, found),) for found in wrong)
