"""What expressions are written in: the engine's own words where these save time, else narwhals.

Narwhals translates each node of an expression. That costs more than what the expressions do on
half a million reports, so that the engines of lazy frames are spoken to directly: polars in its own
words, which are those of narwhals, Spark and DuckDB in SQL.
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
    ``one_row`` computes what is asked of all rows, by names. ``few`` takes the rows in which one of
    some flags is true. ``long`` takes rows, the names of keys, and structs by their names, and puts
    the structs below each other in one column; it may leave out those that are null.
    """

    words: Any
    renamed: Callable[[Any, Mapping[str, str]], Any]
    entered: Callable[[Any], Any]
    left: Callable[[Any], Any]
    one_row: Callable[[Any, Mapping[str, Any]], Mapping[str, Any]]
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
        return _sql(sql_words.SPARK, _selected_by_spark, _aggregated_by_spark, _exploded)
    if lazy.implementation.is_duckdb():
        return _sql(sql_words.DUCKDB, _selected_by_duckdb, _aggregated_by_duckdb, _unnested)
    return Language(
        words=narwhals,
        renamed=_in_narwhals,
        entered=_same,
        left=_same,
        one_row=_collected,
        few=lambda rows, flags: rows.filter(narwhals.any_horizontal(*flags, ignore_nulls=False)),
        long=_unpivoted,
    )


def _sql(
    words: sql_words.SqlWords,
    select: Callable[[Any, Sequence[str]], Any],
    aggregate: Callable[[Any, Sequence[str]], Mapping[str, Any]],
    long: Callable[["SqlRows", Sequence[str], Mapping[str, sql_words.Sql]], "SqlRows"],
) -> Language:
    narwhals = needed("narwhals")

    def renamed(rows: Any, names: Mapping[str, str]) -> Any:
        asked = [str(words.col(column).alias(name)) for name, column in names.items()]
        return narwhals.from_native(select(narwhals.to_native(rows), asked))

    def one_row(rows: SqlRows, asked: Mapping[str, sql_words.Sql]) -> Mapping[str, Any]:
        return aggregate(rows.native, [str(found.alias(name)) for name, found in asked.items()])

    return Language(
        words=words,
        renamed=renamed,
        entered=lambda rows: SqlRows(native=narwhals.to_native(rows), chosen=select),
        left=lambda rows: narwhals.from_native(rows.native),
        one_row=one_row,
        few=SqlRows.having,
        long=long,
    )


@attrs.frozen(kw_only=True, eq=False)
class SqlRows:
    """A frame that takes expressions in SQL; ``chosen`` computes columns of it."""

    native: Any
    chosen: Callable[[Any, Sequence[str]], Any]

    def select(self, *asked: sql_words.Sql, **named: sql_words.Sql) -> "SqlRows":
        """Return some columns."""
        every = [*asked, *(found.alias(name) for name, found in named.items())]
        return self._of(self.chosen(self.native, [*map(str, every)]))

    def filter(self, flag: sql_words.Sql) -> "SqlRows":
        """Return the rows in which a flag is true."""
        return self._of(self.native.filter(flag.text))

    def having(self, flags: Sequence[sql_words.Sql]) -> "SqlRows":
        """Return the rows in which one of some flags is true."""
        return self.filter(reduce(or_, flags))

    def head(self, rows: int) -> "SqlRows":
        """Return the first rows."""
        return self._of(self.native.limit(rows))

    def _of(self, native: Any) -> "SqlRows":
        return attrs.evolve(self, native=native)


def _in_narwhals(rows: Any, names: Mapping[str, str]) -> Any:
    narwhals = needed("narwhals")
    return rows.select(**{name: narwhals.col(column) for name, column in names.items()})


def _in_polars(rows: Any, names: Mapping[str, str]) -> Any:
    narwhals, polars = needed("narwhals"), needed("polars")
    asked = {name: polars.col(column) for name, column in names.items()}
    return narwhals.from_native(narwhals.to_native(rows).select(**asked))


def _selected_by_spark(native: Any, asked: Sequence[str]) -> Any:
    return native.selectExpr(*asked)


def _selected_by_duckdb(native: Any, asked: Sequence[str]) -> Any:
    return native.select(", ".join(asked))


def _aggregated_by_spark(native: Any, asked: Sequence[str]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = native.selectExpr(*asked).collect()[0].asDict()
    return found


def _aggregated_by_duckdb(native: Any, asked: Sequence[str]) -> Mapping[str, Any]:
    found = native.aggregate(", ".join(asked))
    return dict(zip(found.columns, found.fetchall()[0], strict=True))


def _same(rows: Any) -> Any:
    return rows


def _collected(rows: Any, asked: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = next(rows.select(**asked).collect().iter_rows(named=True))
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


def _unnested(rows: SqlRows, keys: Sequence[str], structs: Mapping[str, sql_words.Sql]) -> SqlRows:
    """Return the same; structs that are columns first are computed once."""
    first, *_ = structs.values()
    words, names = first.words, ", ".join(map(first.words.marked, structs))
    wide = rows.select(*map(words.col, keys), **structs)
    each = sql_words.Sql(words, f"unnest(list_value({names}))", FOUND)
    return wide.select(*map(words.col, keys), each)


def _exploded(rows: SqlRows, keys: Sequence[str], structs: Mapping[str, sql_words.Sql]) -> SqlRows:
    first, *_ = structs.values()
    every = ", ".join(found.text for found in structs.values())
    listed = sql_words.Sql(first.words, f"explode(array_compact(array({every})))", FOUND)
    return rows.select(*map(first.words.col, keys), listed)
