"""What is asked of columns, as expressions on a whole frame, and what the answers tell."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..records.form import MAX_COUNT
from ..wide import Role, WideColumn
from .adapting import plain
from .known import ColumnFacts


def extremes(words: Any, asked: Iterable[WideColumn]) -> dict[str, Any]:
    """Return whether columns have nulls, and their least and greatest values, as expressions."""
    found: dict[str, Any] = {}
    for column in asked:
        there = words.col(plain(column.name))
        found[f"null {column.name}"] = there.is_null().any()
        if column.role is Role.LAYOUT:
            there = there.cast(words.String)
        found[f"least {column.name}"] = there.min()
        found[f"most {column.name}"] = there.max()
    return found


def counts(words: Any, asked: Iterable[WideColumn]) -> dict[str, Any]:
    """Return the same of columns of int64 in one pass, in polars' words.

    Without its sign, a negative number is greater than any count may be.
    """
    found: dict[str, Any] = {}
    for column in asked:
        there = words.col(plain(column.name))
        found[f"null {column.name}"] = there.null_count() > 0
        found[f"most {column.name}"] = there.reinterpret(signed=False).max()
    return found


def facts_of_counts(
    row: Mapping[str, Any], asked: Iterable[WideColumn]
) -> Iterator[tuple[str, ColumnFacts]]:
    """Iterate over what the answer says of the columns in which no number cannot be a count."""
    for column in asked:
        most = row[f"most {column.name}"]
        if most is None or most <= MAX_COUNT:
            least = None if most is None else 0
            nulls = bool(row[f"null {column.name}"])
            yield column.name, ColumnFacts(nulls=nulls, least=least, most=most)


def first(words: Any, layouts: Iterable[WideColumn]) -> dict[str, Any]:
    """Return the first value of columns, and whether it is the only one, as expressions."""
    found: dict[str, Any] = {}
    for column in layouts:
        there = words.col(plain(column.name))
        found[f"first {column.name}"] = there.first().cast(words.String)
        found[f"only {column.name}"] = there.is_not_null().all() & (there == there.first()).all()
    return found


def constants(
    row: Mapping[str, Any], layouts: Iterable[WideColumn]
) -> Iterator[tuple[str, ColumnFacts]]:
    """Iterate over what is known of the columns with one value, by that answer."""
    for column in layouts:
        value = row[f"first {column.name}"]
        if row[f"only {column.name}"] and value is not None:
            yield column.name, ColumnFacts(nulls=False, least=value, most=value)


def occurrences(words: Any, asked: Iterable[WideColumn]) -> dict[str, Any]:
    """Return whether each of their known values stands in layout columns, as expressions."""
    return {
        f"{value} {column.name}": (words.col(plain(column.name)).cast(words.String) == value).any()
        for column in asked
        if column.role is Role.LAYOUT
        for value in column.values or ()
    }


def facts(row: Mapping[str, Any], asked: Iterable[WideColumn]) -> dict[str, ColumnFacts]:
    """Return what an answer says of columns."""
    return {
        column.name: ColumnFacts(
            nulls=bool(row[f"null {column.name}"]),
            least=row[f"least {column.name}"],
            most=row[f"most {column.name}"],
            values=_seen(row, column),
        )
        for column in asked
    }


def _seen(row: Mapping[str, Any], column: WideColumn) -> frozenset[str] | None:
    """Return the values of a layout column; None where it was not asked for them."""
    known = column.values or ()
    if column.role is not Role.LAYOUT or any(
        f"{value} {column.name}" not in row for value in known
    ):
        return None
    seen = {value for value in known if row[f"{value} {column.name}"]}
    extremes = {row[f"least {column.name}"], row[f"most {column.name}"]} - {None}
    return frozenset(seen | extremes)
