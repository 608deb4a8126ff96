"""What expressions are written in: the engine's own words where these save time, else narwhals.

Narwhals translates each node of an expression. For polars and Spark that costs more than what the
expressions do on half a million reports, so that these two are spoken to directly: in polars' own
words, which are those of narwhals, and in SQL.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

import attrs

from . import sql_words
from .extra import needed

FOUND = "found"
"""The column in which ``long`` puts the structs."""


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """The words of expressions, and the lazy frames that take expressions in these words.

    ``words`` has the names of polars: ``col``, ``lit``, ``when``, ``struct`` and so on. ``renamed``
    takes columns of a lazy frame of narwhals under other names, each new name with its column.
    ``entered`` makes a frame that takes such expressions of one of narwhals, ``left`` the reverse.
    ``one_row`` computes a frame of one row. ``few`` takes the rows in which one of some flags is
    true. ``long`` takes rows, the names of keys, and structs by their names, and puts the structs
    below each other in one column; it may leave out those that are null.
    """

    words: Any
    renamed: Callable[[Any, Mapping[str, str]], Any]
    entered: Callable[[Any], Any]
    left: Callable[[Any], Any]
    one_row: Callable[[Any], Mapping[str, Any]]
    few: Callable[[Any, Sequence[Any]], Any]
    long: Callable[[Any, Sequence[str], Mapping[str, Any]], Any]


def language_of(lazy: Any, *, in_memory: bool) -> Language:
    """Return the language for a lazy frame of narwhals, all of which may be in memory."""
    narwhals = needed("narwhals")
    if lazy.implementation.is_polars():
        return Language(
            words=needed("polars"),
            renamed=_in_polars,
            entered=narwhals.to_native,
            left=narwhals.from_native,
            one_row=_collected,
            few=_gathered if in_memory else _filtered,
            long=_unpivoted,
        )
    if lazy.implementation.is_pyspark() or lazy.implementation.is_pyspark_connect():
        return Language(
            words=sql_words,
            renamed=_in_spark,
            entered=lambda rows: SparkRows(native=narwhals.to_native(rows)),
            left=lambda rows: narwhals.from_native(rows.native),
            one_row=lambda rows: rows.native.collect()[0].asDict(),
            few=SparkRows.having,
            long=_exploded,
        )
    return Language(
        words=narwhals,
        renamed=_in_duckdb if lazy.implementation.is_duckdb() else _in_narwhals,
        entered=_same,
        left=_same,
        one_row=_collected,
        few=lambda rows, flags: rows.filter(narwhals.any_horizontal(*flags, ignore_nulls=False)),
        long=_unpivoted,
    )


@attrs.frozen(kw_only=True, eq=False)
class SparkRows:
    """A DataFrame of Spark that takes expressions in SQL."""

    native: Any

    def select(self, *asked: sql_words.Sql, **named: sql_words.Sql) -> "SparkRows":
        """Return some columns."""
        every = [*asked, *(found.alias(name) for name, found in named.items())]
        return SparkRows(native=self.native.selectExpr(*map(str, every)))

    def filter(self, flag: sql_words.Sql) -> "SparkRows":
        """Return the rows in which a flag is true."""
        return SparkRows(native=self.native.filter(flag.text))

    def having(self, flags: Sequence[sql_words.Sql]) -> "SparkRows":
        """Return the rows in which one of some flags is true."""
        return self.filter(reduce(or_, flags))

    def head(self, rows: int) -> "SparkRows":
        """Return the first rows."""
        return SparkRows(native=self.native.limit(rows))


def _in_narwhals(rows: Any, names: Mapping[str, str]) -> Any:
    narwhals = needed("narwhals")
    return rows.select(**{name: narwhals.col(column) for name, column in names.items()})


def _in_polars(rows: Any, names: Mapping[str, str]) -> Any:
    narwhals, polars = needed("narwhals"), needed("polars")
    asked = {name: polars.col(column) for name, column in names.items()}
    return narwhals.from_native(narwhals.to_native(rows).select(**asked))


def _in_duckdb(rows: Any, names: Mapping[str, str]) -> Any:
    narwhals = needed("narwhals")
    asked = ", ".join(f'"{column}" AS "{name}"' for name, column in names.items())
    return narwhals.from_native(narwhals.to_native(rows).select(asked))


def _in_spark(rows: Any, names: Mapping[str, str]) -> Any:
    narwhals = needed("narwhals")
    asked = [f"`{column}` AS `{name}`" for name, column in names.items()]
    return narwhals.from_native(narwhals.to_native(rows).selectExpr(*asked))


def _same(rows: Any) -> Any:
    return rows


def _collected(rows: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(rows.collect().iter_rows(named=True))
    return found


def _filtered(rows: Any, flags: Sequence[Any]) -> Any:
    return rows.filter(needed("polars").any_horizontal(*flags))


def _gathered(rows: Any, flags: Sequence[Any]) -> Any:
    """Return the same: few rows are sooner gathered than each column is filtered."""
    held = rows.collect()
    numbers = held.select(needed("polars").any_horizontal(*flags).arg_true().alias("row"))
    return held[numbers["row"]].lazy()


def _unpivoted(rows: Any, keys: Sequence[str], structs: Mapping[str, Any]) -> Any:
    return rows.select(*keys, **structs).unpivot(
        on=list(structs), index=list(keys), variable_name="instance", value_name=FOUND
    )


def _exploded(rows: SparkRows, keys: Sequence[str], structs: Mapping[str, Any]) -> SparkRows:
    every = ", ".join(found.text for found in structs.values())
    return rows.select(
        *map(sql_words.col, keys), sql_words.Sql(f"explode(array_compact(array({every})))", FOUND)
    )
