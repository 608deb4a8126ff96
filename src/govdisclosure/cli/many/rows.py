"""Parquet files in parts: a row group each, its rows taken a batch at a time."""

import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...errors import MissingExtra, UnreadableDocument
from ...profiles import Profile
from ...streams import Checked
from ...streams.rows import RowChecker
from ...wide import wide_columns
from ...wording import Wording
from .parts import Part

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError:
    raise MissingExtra("frames", "pyarrow") from None

_BATCH = 1_000
_FOOTER = 64 * 2**10
"""Bytes at the end of a file, with its footer: where the columns stand and what is in them."""
_NO_PARQUET = Wording(
    "不是完整的 Parquet 文件（可能没有写完）：{why}",
    "not a whole Parquet file (cut short, perhaps): {why}",
)
_NO_COLUMNS = Wording(
    "缺少宽表的 {number} 列：{names}",
    "{number} columns of the wide table are not there: {names}",
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


def checked_rows(part: Part, profile: Profile, *, all_rules: bool) -> Iterator[Checked]:
    """Check the rows of a part.

    Raises:
        OSError: it cannot be read.
    """
    checker = RowChecker(profile, all_rules=all_rules)
    return checker.check(_rows(part), first=part.first)


def _rows(part: Part) -> Iterator[Mapping[str, Any]]:
    names = [column.name for column in wide_columns()]
    try:
        with pq.ParquetFile(part.path) as file:
            batches = file.iter_batches(_BATCH, row_groups=[part.start], columns=names)
            for batch in batches:
                yield from batch.to_pylist()
    except pa.ArrowInvalid as error:
        raise OSError(str(error)) from None


def _opened(path: str) -> Any:
    try:
        return pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise UnreadableDocument(_NO_PARQUET.fill(why=str(error).splitlines()[0])) from None


def _check_columns(file: Any) -> None:
    there = set(file.schema_arrow.names)
    missing = [column.name for column in wide_columns() if column.name not in there]
    if missing:
        names = ", ".join(missing[:_SHOWN]) + (", …" if len(missing) > _SHOWN else "")
        raise UnreadableDocument(_NO_COLUMNS.fill(number=len(missing), names=names))


def _digest(path: str) -> int:
    with Path(path).open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - _FOOTER))
        return zlib.crc32(file.read())
