"""What is written in SQL for Spark and DuckDB means what the same words mean to polars."""

import sqlite3

import duckdb
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclosure.frames.sql_words import DUCKDB, SPARK

ROWS = [(None, 0, 3), (2, 2, None), (5, 1, 4), (0, None, None), (7, 3, 7)]
NAMES = ("a", "b", "c.d")


def plus(one, two):
    return lambda words: one(words) + two(words)


def minus(one, two):
    return lambda words: one(words) - two(words)


def column(name):
    return lambda words: words.col(name)


def filled(one, value):
    return lambda words: one(words).fill_null(value)


def chosen(flag, one, two):
    return lambda words: words.when(flag(words)).then(one(words)).otherwise(two(words))


def compared(one, two, how):
    return lambda words: getattr(one(words), how)(two(words))


def null(one):
    return lambda words: one(words).is_null()


def turned(flag):
    return lambda words: ~flag(words)


def both(one, two):
    return lambda words: one(words) & two(words)


def either(one, two):
    return lambda words: one(words) | two(words)


COLUMNS = st.sampled_from(NAMES).map(column)
SIGNS = st.sampled_from(["__eq__", "__ne__", "__lt__", "__gt__", "__ge__"])
DEEP = 3


def numbers(deep):
    if not deep:
        return COLUMNS
    below = numbers(deep - 1)
    return st.one_of(
        COLUMNS,
        st.builds(plus, below, below),
        st.builds(minus, below, below),
        st.builds(filled, below, st.integers(0, 3)),
        st.builds(chosen, flags(deep - 1), below, below),
    )


def flags(deep):
    simple = st.builds(compared, numbers(deep), numbers(deep), SIGNS)
    if not deep:
        return simple
    below = flags(deep - 1)
    return st.one_of(
        simple,
        st.builds(null, numbers(deep - 1)),
        st.builds(turned, below),
        st.builds(both, below, below),
        st.builds(either, below, below),
    )


def by_sqlite(every):
    """What SQLite makes of expressions, which reads these words as Spark does."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE t (`a` BIGINT, `b` BIGINT, `c.d` BIGINT)")
    database.executemany("INSERT INTO t VALUES (?, ?, ?)", ROWS)
    asked = ", ".join(str(written.alias(f"e{i}")) for i, written in enumerate(every))
    found = database.execute(f"SELECT {asked} FROM t").fetchall()  # noqa: S608  # our own words
    database.close()
    return found


def by_duckdb(every):
    with duckdb.connect() as database:
        database.execute('CREATE TABLE t ("a" BIGINT, "b" BIGINT, "c.d" BIGINT)')
        database.executemany("INSERT INTO t VALUES (?, ?, ?)", ROWS)
        asked = ", ".join(str(written.alias(f"e{i}")) for i, written in enumerate(every))
        return database.sql(f"SELECT {asked} FROM t").fetchall()  # noqa: S608  # our own words


ENGINES = pytest.mark.parametrize(
    ("words", "found"), [(SPARK, by_sqlite), (DUCKDB, by_duckdb)], ids=["Spark", "DuckDB"]
)


def by_polars(every):
    frame = pl.DataFrame(ROWS, schema=dict.fromkeys(NAMES, pl.Int64), orient="row")
    return frame.select(written.alias(f"e{i}") for i, written in enumerate(every)).rows()


@ENGINES
@settings(max_examples=30)
@given(made=st.lists(numbers(DEEP) | flags(DEEP), min_size=1, max_size=8))
def test_expressions_in_sql_have_the_values_that_they_have_in_polars(words, found, made):
    assert found([make(words) for make in made]) == by_polars([make(pl) for make in made])


def test_parentheses_stand_only_where_the_text_would_mean_something_else():
    a, b, c = map(SPARK.col, "abc")
    assert str(a + b + c) == "`a` + `b` + `c`"
    assert str(a - (b - c)) == "`a` - (`b` - `c`)"
    assert str((a < b) | (b < c) & ~(a == b)) == "`a` < `b` OR `b` < `c` AND NOT `a` = `b`"
    assert str(((a < b) | (b < c)) & (a + b).is_null()) == (
        "(`a` < `b` OR `b` < `c`) AND (`a` + `b`) IS NULL"
    )


@ENGINES
@pytest.mark.parametrize("text", ["plain", 'a "b"', "云溪"])
def test_a_text_is_itself(words, found, text):
    assert found([words.lit(text)]) == [(text,)] * len(ROWS)


@pytest.mark.parametrize("text", ["a 'b'", "\\", "\\'"])
def test_a_text_with_quotes_is_itself_in_duckdb(text):
    assert by_duckdb([DUCKDB.lit(text)]) == [(text,)] * len(ROWS)


def test_a_struct_has_its_fields_in_duckdb():
    made = DUCKDB.struct(DUCKDB.col("a").alias("at"), DUCKDB.lit("x").alias("rule"))
    found = by_duckdb([made, made.struct.field("at"), made.struct.field("rule")])
    assert found == [({"at": row[0], "rule": "x"}, row[0], "x") for row in ROWS]
