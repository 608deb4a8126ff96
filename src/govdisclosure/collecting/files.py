"""The Parquet files of a dataset: what they hold, and rows merged into them in bounded memory."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from ..errors import MissingExtra, UnreadableDocument
from ..wording import Wording
from .columns import dataset_schema
from .dataset import Known

try:
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet as pq
except ImportError:
    raise MissingExtra("frames", "pyarrow") from None

_BATCH = 1_000
_GROUP = 5_000
"""Rows of a batch that is held in memory, and of a row group of a file."""
_ABOUT = ["source", "digest", "reader", "missing", "unplaced"]
_DAMAGED = Wording(
    "数据集文件 {file} 已损坏：{why}；请删除它，再运行 collect",
    "{file}, a file of the dataset, is damaged: {why}; remove it and run collect again",
)


def documents_in(file: Path) -> Iterator[tuple[str, Known]]:
    """Iterate over the documents of a file: their names, and what is known of them.

    Raises:
        UnreadableDocument: the file is damaged.
    """
    try:
        with pq.ParquetFile(file) as opened:
            for batch in opened.iter_batches(_BATCH, columns=_ABOUT):
                lossy = pc.add(
                    pc.list_value_length(batch["missing"]), pc.list_value_length(batch["unplaced"])
                )
                columns = (batch[name].to_pylist() for name in _ABOUT[:3])
                for name, digest, reader, lost in zip(*columns, lossy.to_pylist(), strict=True):
                    yield name, Known(digest=digest, reader=reader, whole=not lost)
    except (pa.ArrowInvalid, KeyError) as error:
        why = str(error).splitlines()[0]
        raise UnreadableDocument(_DAMAGED.fill(file=file, why=why)) from None


class Merge:
    """Rows of a file that stay, and new ones, in the order of their sources.

    *old* is the file, which there may not be; *stays* tells of a source whether its row does;
    *rows* are the new ones, in order.
    """

    def __init__(
        self, *, old: Path, stays: Callable[[str], bool], rows: Iterable[dict[str, Any]]
    ) -> None:
        self._old = old if old.exists() else None
        self._stays = stays
        self._rows = iter(rows)

    @property
    def drops(self) -> bool:
        """Whether a row of the old file does not stay."""
        if self._old is None:
            return False
        return any(not self._stays(name) for name, _ in documents_in(self._old))

    def write(self, path: Path) -> None:
        """Write the rows to a file; where there are none, there is no file.

        Raises:
            OSError: it cannot be written.
        """
        path.unlink(missing_ok=True)
        tables = _grouped(self._merged())
        first = next(tables, None)
        if first is None:
            return
        with pq.ParquetWriter(path, dataset_schema()) as writer:
            writer.write_table(first)
            for table in tables:
                writer.write_table(table)

    def _merged(self) -> Iterator[Any]:
        new = next(self._rows, None)
        for batch in self._batches():
            last = batch["source"][-1].as_py()
            before = []
            while new is not None and new["source"] < last:
                before.append(new)
                new = next(self._rows, None)
            yield pa.concat_tables([batch, _table(before)]).sort_by("source")
        rest = iter([] if new is None else [new])
        for rows in (rest, self._rows):
            while some := list(islice(rows, _BATCH)):
                yield _table(some)

    def _batches(self) -> Iterator[Any]:
        """Iterate over the rows of the old file that stay, as tables that are not empty."""
        if self._old is None:
            return
        with pq.ParquetFile(self._old) as file:
            for batch in file.iter_batches(_BATCH):
                table = pa.Table.from_batches([batch]).cast(dataset_schema())
                mask = [self._stays(name) for name in table["source"].to_pylist()]
                kept = table.filter(pa.array(mask))
                if kept.num_rows:
                    yield kept


def _table(rows: list[dict[str, Any]]) -> Any:
    return pa.Table.from_pylist(rows, schema=dataset_schema())


def _grouped(tables: Iterator[Any]) -> Iterator[Any]:
    """Iterate over the same rows in tables of some thousands."""
    held: list[Any] = []
    for table in tables:
        held.append(table)
        if sum(one.num_rows for one in held) >= _GROUP:
            yield pa.concat_tables(held)
            held = []
    if held:
        yield pa.concat_tables(held)
