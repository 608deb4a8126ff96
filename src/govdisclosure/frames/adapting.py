"""Frames of any kind, as one kind to work on, and back.

A frame that is in memory is worked on by polars, through Arrow, which copies no numbers; one that
is read when it is needed (polars lazy, DuckDB, Spark) stays with its engine.
"""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from ..errors import MISSING, InvalidFrame, Problem
from ..wide import Role, WideColumn
from ..wording import Wording
from .extra import needed
from .known import column_names
from .languages import Language, language_of

_TWICE = Wording(
    "该列只出现一次（全名或短名）", "the column once only, by its name or its short name"
)
_A_COLUMN = Wording(
    "有报告宽表的列（如 requests.received.total）",
    "columns of the wide table (such as requests.received.total)",
)
_POLARS, _PYARROW, _PANDAS, _DUCKDB = "polars", "pyarrow", "pandas", "duckdb"


@attrs.frozen(kw_only=True, eq=False)
class Adapted:
    """The columns of the wide table that a frame has, under names without points.

    ``lazy`` is a narwhals ``LazyFrame``, ``types`` are its columns' types by the names of the wide
    table, ``back`` turns a lazy result into a frame of the kind that was given, ``in_memory`` says
    whether all of it is in memory, so that its rows have numbers.
    """

    lazy: Any
    types: Mapping[str, Any]
    language: Language
    back: Callable[[Any], Any]
    in_memory: bool


def plain(name: str) -> str:
    """Return a column's name without points, which some engines read as paths."""
    return name.replace(".", "__")


def adapted(frame: Any) -> Adapted:
    """Return a frame as one to work on.

    Raises:
        TypeError: it is no data frame.
        InvalidFrame: no column of the wide table is there, or one is there twice, by its name and
            by its short name.
    """
    narwhals = needed("narwhals")
    given = _frame(narwhals, frame)
    names = column_names()
    found: dict[str, tuple[str, WideColumn]] = {}
    for column in given.collect_schema().names():
        if column in names:
            wide = names[column]
            if wide.name in found:
                raise InvalidFrame([Problem(wide.name, column, _TWICE)])
            found[wide.name] = (column, wide)
    if not any(wide.role in (Role.CELL, Role.LAYOUT) for _, wide in found.values()):
        raise InvalidFrame([Problem("$", MISSING, _A_COLUMN)])
    lazy, back, in_memory = _as_lazy(narwhals, given, frame)
    schema = lazy.collect_schema()
    language = language_of(lazy, in_memory=in_memory)
    named = {plain(name): column for name, (column, _) in found.items()}
    return Adapted(
        lazy=language.renamed(lazy, named),
        language=language,
        types={name: schema[column] for name, (column, _) in found.items()},
        back=back,
        in_memory=in_memory,
    )


def _frame(narwhals: Any, given: Any) -> Any:
    """Return a data frame as one of narwhals.

    Raises:
        TypeError: it is no data frame.
    """
    try:
        return narwhals.from_native(given)
    except TypeError as error:
        raise TypeError(
            "a data frame (polars, pyarrow, pandas, DuckDB, Spark) or the path of a Parquet file "
            f"is wanted, not {type(given).__name__}; frames.to_frame makes one of reports"
        ) from error


def _as_lazy(narwhals: Any, given: Any, frame: Any) -> tuple[Any, Callable[[Any], Any], bool]:
    if isinstance(given, narwhals.LazyFrame):
        return given, narwhals.to_native, False
    if given.implementation.is_polars():
        return given.lazy(), lambda result: narwhals.to_native(result.collect()), True
    polars = needed("polars")
    held = narwhals.from_native(polars.from_arrow(given.to_arrow())).lazy()

    def back(result: Any) -> Any:
        eager = result.collect()
        if given.implementation.is_pandas():
            return _pandas(eager.to_arrow())
        table = eager.to_arrow()
        if given.implementation.is_pyarrow():
            return table
        return narwhals.to_native(
            narwhals.from_arrow(table, backend=narwhals.get_native_namespace(frame))
        )

    return held, back, True


def beside(lazy: Any, table: Any) -> Any:
    """Return an Arrow table as a lazy frame that can be joined with another one."""
    narwhals = needed("narwhals")
    native = narwhals.to_native(lazy)
    if lazy.implementation.is_duckdb():
        return narwhals.from_native(_in_connection_of(native, table))
    if lazy.implementation.is_pyspark() or lazy.implementation.is_pyspark_connect():
        return narwhals.from_native(native.sparkSession.createDataFrame(table))
    return narwhals.from_native(needed("polars").from_arrow(table)).lazy()


def _in_connection_of(
    relation: Any,
    govdisclosure__table: Any,  # noqa: ARG001  # DuckDB finds it by its name
) -> Any:
    """Return an Arrow table as a relation of the same connection, which keeps nothing of it."""
    name = "govdisclosure__relation"
    found = relation.query(name, "SELECT * FROM govdisclosure__table")
    relation.query(name, f"DROP VIEW IF EXISTS {name}")  # before version 2 it is one of a view
    return found


def _pandas(table: Any) -> Any:
    """Return an Arrow table as a pandas frame whose columns keep their types, nulls included."""
    return table.to_pandas(types_mapper=needed("pandas").ArrowDtype)


def arrow_of(frame: Any) -> Any:
    """Return a frame of any kind as an Arrow table.

    Raises:
        TypeError: it is no data frame.
    """
    narwhals = needed("narwhals")
    given = _frame(narwhals, frame)
    if isinstance(given, narwhals.LazyFrame):
        given = given.collect()
    return given.to_arrow()


def in_backend(table: Any, backend: str) -> Any:
    """Return an Arrow table as a frame of another kind.

    Raises:
        ValueError: there is no such backend.
    """
    if backend == _PYARROW:
        return table
    if backend == _POLARS:
        return needed("polars").from_arrow(table)
    if backend == _DUCKDB:
        return needed("duckdb").from_arrow(table)
    if backend == _PANDAS:
        return _pandas(table)
    raise ValueError(f"backend={backend!r}: polars, pyarrow, pandas or duckdb is wanted")
