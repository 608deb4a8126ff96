"""What a run of collecting has read so far, kept in a file of lines until the dataset has it."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import attrs

from ..wire import to_json
from .documents import READER


@attrs.frozen(kw_only=True)
class Entry:
    """Where the row of a document stands in the journal, by its name and its digest."""

    name: str
    digest: str
    year: int | None
    start: int


class Journal:
    """A file of rows as JSON, one a line; a line that was not written to its end is none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def entries(self) -> Iterator[Entry]:
        """Iterate over the rows that the file holds, as far as it is whole."""
        if not self._path.exists():
            return
        whole = 0
        with self._path.open("rb") as file:
            for line in file:
                row = _row(line)
                if row is None:
                    break
                if row["reader"] == READER:
                    yield _entry(row, whole)
                whole += len(line)
        with self._path.open("r+b") as file:
            file.truncate(whole)

    def keep(self, row: dict[str, Any]) -> Entry:
        """Write a row.

        Raises:
            OSError: it cannot be written.
        """
        if self._file is None:
            self._file = self._path.open("ab", buffering=0)
        entry = _entry(row, self._file.tell())
        plain = {k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()}
        self._file.write(to_json(plain).encode() + b"\n")
        return entry

    def row(self, entry: Entry) -> dict[str, Any]:
        """Return a row that was kept."""
        with self._path.open("rb") as file:
            file.seek(entry.start)
            row = _row(file.readline())
        if row is None:
            raise OSError(str(self._path))
        published = row["published"]
        return row | {"published": None if published is None else date.fromisoformat(published)}

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _entry(row: dict[str, Any], start: int) -> Entry:
    return Entry(name=row["source"], digest=row["digest"], year=row["year"], start=start)


def _row(line: bytes) -> dict[str, Any] | None:
    if not line.endswith(b"\n"):
        return None
    try:
        row: dict[str, Any] = json.loads(line, parse_float=Decimal)
    except ValueError:
        return None
    return row
