"""Parquet files in parts: a row group each, its rows taken a batch at a time."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ...errors import MissingExtra, UnreadableDocument
from ...streams import Checked
from ...streams.batches import BatchChecker
from ...wide import ColumnType, wide_columns
from ...wording import Wording
from .parts import Part

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError:
    raise MissingExtra("frames", "pyarrow") from None

_BATCH = 50_000
"""Rows that are looked through at once, for which a process takes half a gigabyte of memory."""
_FOOTER = 64 * 2**10
"""Bytes at the end of a file, with its footer: where the columns stand and what is in them."""
_NO_PARQUET = Wording(
    "不是完整的 Parquet 文件（可能没有写完）：{why}",
    "not a whole Parquet file (cut short, perhaps): {why}",
)
_NO_COLUMNS = Wording(
    "缺少宽表的 {number} 列：{names}；列不全的数据可用 govdisclosure.frames.check 检查",
    "{number} column{number:s} of the wide table {number:is|are} not there: {names}; "
    "govdisclosure.frames.check takes data with fewer columns",
)
_OTHER_TYPES = Wording(
    "宽表的 {number} 列类型不符（应为 int64、decimal(21,6)、文字或日期）：{names}",
    "{number} column{number:s} of the wide table {number:is|are} of another type than int64, "
    "decimal(21,6), text or date: {names}",
)
_SHOWN = 6


def row_groups(path: str, number: int) -> Iterator[Part]:
    """Iterate over the parts of a Parquet file, numbered from *number*.

    Raises:
        OSError: it cannot be read.
        UnreadableDocument: it is no Parquet file, or lacks columns of the wide table.
    """
    with _opened(path) as file:
        _check_columns(file)
        digest, size, first = _digest(path), Path(path).stat().st_size, 1
        for group in range(file.metadata.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            yield Part(
                path=path,
                number=number + group,
                start=group,
                length=rows,
                first=first,
                digest=digest,
                size=size * rows // max(1, file.metadata.num_rows),
                rows=True,
            )
            first += rows


def checked_rows(part: Part, checker: BatchChecker) -> Iterator[Checked]:
    """Check the rows of a part.

    Raises:
        OSError: it cannot be read.
    """
    names, first = [column.name for column in wide_columns()], part.first
    try:
        with pq.ParquetFile(part.path) as file:
            for batch in file.iter_batches(_BATCH, row_groups=[part.start], columns=names):
                yield from checker.check(pa.Table.from_batches([batch]), first=first)
                first += batch.num_rows
    except pa.ArrowInvalid as error:
        raise OSError(str(error)) from None


def _opened(path: str) -> Any:
    try:
        return pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise UnreadableDocument(_NO_PARQUET.fill(why=str(error).splitlines()[0])) from None


def _check_columns(file: Any) -> None:
    """Raise ``UnreadableDocument`` where columns are missing, or hold something else."""
    schema = file.schema_arrow
    there = set(schema.names)
    missing = [column.name for column in wide_columns() if column.name not in there]
    if missing:
        raise UnreadableDocument(_NO_COLUMNS.fill(number=len(missing), names=_listed(missing)))
    others = [
        f"{column.name} ({kind})"
        for column in wide_columns()
        if not _TYPES[column.type](kind := schema.field(column.name).type)
    ]
    if others:
        raise UnreadableDocument(_OTHER_TYPES.fill(number=len(others), names=_listed(others)))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")


def _is_text(kind: Any) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _is_number(kind: Any) -> bool:
    return bool(pa.types.is_decimal(kind) or pa.types.is_integer(kind))


_TYPES: dict[ColumnType, Callable[[Any], bool]] = {
    ColumnType.INTEGER: pa.types.is_integer,
    ColumnType.DECIMAL: lambda kind: _is_number(kind) or pa.types.is_floating(kind),
    ColumnType.TEXT: lambda kind: _is_text(kind) or pa.types.is_null(kind),
    ColumnType.DATE: lambda kind: pa.types.is_date(kind) or pa.types.is_null(kind),
}
"""Whether a type of Arrow can hold what a column of the wide table does."""


def _digest(path: str) -> int:
    with Path(path).open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - _FOOTER))
        return zlib.crc32(file.read())
