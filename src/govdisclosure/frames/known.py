"""What is known of a frame's columns before its rows are read: blanks, bounds, layouts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

import attrs

from ..errors import MISSING, InvalidFrame, Problem, UnreadableDocument
from ..unopened import why_unopened
from ..wide import WideColumn, wide_columns
from ..wording import Wording
from .extra import needed

_CUT = Wording(
    "“{file}”不是完整的 Parquet 文件（{why}）；可能没有写完或没有传完，请重新生成或重新下载",
    "{file} is not a whole Parquet file ({why}); it may have been cut short while it was written "
    "or copied: make it again, or fetch it again",
)
_OTHER = Wording(
    "“{file}”不是 Parquet 文件；一行一份 JSON 报告的文件，用 "
    "frames.to_frame(map(gd.loads, lines)) 变成数据框",
    "{file} is no Parquet file; of a file with a JSON report a line, "
    "frames.to_frame(map(gd.loads, lines)) makes a frame",
)
_MAGIC = b"PAR1"
"""How every Parquet file begins."""
_NO_FILE = Wording("打不开“{file}”：{why}", "{file} cannot be opened: {why}")
_OTHER_COLUMNS = Wording(
    "各文件有同样的列；“{file}”的这一列与“{first}”的不同（{there}）",
    "files with the same columns; this one of {file} is not as in {first} ({there})",
)
_NO_COLUMN = Wording("没有该列", "it has none")
_NONE = Wording("没有给出文件", "no file was given")
_NONE_IN = Wording(
    "文件夹“{folder}”里没有 Parquet 文件（.parquet）",
    "there is no Parquet file (.parquet) in {folder}",
)


@attrs.frozen(kw_only=True)
class ColumnFacts:
    """What is known of a column: whether a null is in it, what no value is below or above.

    ``least`` and ``most`` are None where the column holds nothing but nulls. ``values`` are those
    that stand in a layout column, None if they are not known.
    """

    nulls: bool
    least: Any
    most: Any
    values: frozenset[str] | None = None

    @property
    def constant(self) -> Any:
        """The one value that stands in every row, None if there is none."""
        return None if self.nulls or self.least != self.most else self.least


@attrs.frozen(kw_only=True, eq=False)
class Table:
    """A frame with what is known of its columns, by their names in the wide table.

    What is known of more rows than the frame has will do: a filter takes nothing away from it.
    A column without facts is looked through before it is checked.
    """

    frame: Any
    facts: Mapping[str, ColumnFacts] = attrs.field(factory=dict)


Paths = str | PathLike[str] | Iterable[str | PathLike[str]]
"""A Parquet file, a folder of them, or several of either; the files have the same columns.

In a folder, and in those below it, names that begin with a point or ``_`` are passed over.
"""


def scan(paths: Paths, *, backend: str = "polars") -> Table:
    """Return Parquet files as a frame that is read when it is needed, with its statistics.

    *backend* is ``polars`` (a ``LazyFrame``) or ``duckdb`` (a relation).

    Raises:
        UnreadableDocument: a file cannot be opened, or is cut short; a folder has none.
        InvalidFrame: the files do not have the same columns.
        MissingExtra: the libraries are not installed.
        ValueError: there is no such backend.
    """
    files = _files(paths)
    facts = parquet_facts(files)
    if backend == "polars":
        return Table(frame=needed("polars").scan_parquet(files), facts=facts)
    if backend == "duckdb":
        return Table(frame=needed("duckdb").read_parquet(files), facts=facts)
    raise ValueError(f"scan(backend={backend!r}): polars or duckdb is wanted")


def parquet_facts(paths: Paths) -> Mapping[str, ColumnFacts]:
    """Return what the statistics in the footers of Parquet files say of the columns.

    Raises:
        UnreadableDocument: a file cannot be opened, or is cut short.
        InvalidFrame: the files do not have the same columns.
    """
    found: dict[str, ColumnFacts | None] = {}
    names = column_names()
    for footer in _footers(_files(paths)):
        for index in range(footer.num_columns):
            column = names.get(footer.schema.column(index).path)
            if column is None:
                continue
            for group in range(footer.num_row_groups):
                facts = _facts(footer.row_group(group).column(index).statistics)
                known = found.get(column.name, facts)
                found[column.name] = None if known is None or facts is None else _both(known, facts)
    return {name: facts for name, facts in found.items() if facts is not None}


def column_names() -> Mapping[str, WideColumn]:
    """Return the columns of the wide table by their names and by their short names."""
    columns = wide_columns()
    return {c.short: c for c in columns} | {c.name: c for c in columns}


def _files(paths: Paths) -> list[str]:
    given = [paths] if isinstance(paths, (str, PathLike)) else [*paths]
    files = [file for path in given for file in _in(Path(path))]
    if not files:
        raise UnreadableDocument(_NONE)
    return files


def _in(path: Path) -> list[str]:
    if not path.is_dir():
        return [str(path)]
    found = [
        str(file)
        for file in sorted(path.rglob("*.parquet"))
        if file.is_file()
        and not any(name.startswith((".", "_")) for name in file.relative_to(path).parts)
    ]
    if not found:
        raise UnreadableDocument(_NONE_IN.fill(folder=str(path)))
    return found


def _footers(files: Sequence[str]) -> Iterator[Any]:
    first: Mapping[str, str] | None = None
    for file in files:
        footer = _footer(file)
        columns = {field.name: _kind(field.type) for field in footer.schema.to_arrow_schema()}
        first = columns if first is None else first
        for name in dict.fromkeys([*first, *columns]):
            if first.get(name) != columns.get(name):
                there = first.get(name, _NO_COLUMN)
                expected = _OTHER_COLUMNS.fill(file=file, first=files[0], there=there)
                raise InvalidFrame([Problem(name, columns.get(name, MISSING), expected)])
        yield footer


def _kind(found: Any) -> str:
    """Return the type of a column, however the writer laid its texts out."""
    held = found.value_type if hasattr(found, "index_type") else found
    return str(held).removeprefix("large_").removesuffix("_view")


def _footer(file: str) -> Any:
    parquet, arrow = needed("pyarrow.parquet"), needed("pyarrow")
    try:
        return parquet.read_metadata(file)
    except OSError as error:
        raise UnreadableDocument(_NO_FILE.fill(file=file, why=why_unopened(file, error))) from error
    except arrow.ArrowInvalid as error:
        said = _CUT if _begins_as_parquet(file) else _OTHER
        raise UnreadableDocument(said.fill(file=file, why=_first_line(error))) from error


def _begins_as_parquet(file: str) -> bool:
    with Path(file).open("rb") as opened:
        return _MAGIC.startswith(opened.read(len(_MAGIC)))


def _first_line(error: Exception) -> str:
    return str(error).split(".")[0]


def _facts(statistics: Any) -> ColumnFacts | None:
    if statistics is None or not statistics.has_null_count:
        return None
    if statistics.num_values == 0:
        return ColumnFacts(nulls=True, least=None, most=None)
    if not statistics.has_min_max:
        return None
    return ColumnFacts(nulls=statistics.null_count > 0, least=statistics.min, most=statistics.max)


def _both(one: ColumnFacts, other: ColumnFacts) -> ColumnFacts:
    least = [f.least for f in (one, other) if f.least is not None]
    most = [f.most for f in (one, other) if f.most is not None]
    return ColumnFacts(
        nulls=one.nulls or other.nulls,
        least=min(least, default=None),
        most=max(most, default=None),
    )
