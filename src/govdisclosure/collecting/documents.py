"""A document as a row of a dataset: its report, where it comes from, and how it was read."""

import hashlib
from pathlib import Path
from typing import Any

import attrs

from ..errors import Error
from ..readers import read
from ..reading import Reading
from ..version import __version__
from ..wide import Value, wide_row
from ..wording import Wording

READER = __version__
"""The version of the reader. What another version has read is read again."""


@attrs.frozen(kw_only=True)
class Source:
    """A document to collect: its ``path``, its ``name`` in the dataset, and its digest when read.

    ``name`` is the path within the folder that is collected, with ``/``; ``digest`` is None for a
    document that is new, or that another version has read.
    """

    path: str
    name: str
    digest: str | None = None


@attrs.frozen(kw_only=True)
class Collected:
    """A document that was looked at.

    ``row`` is its row of the dataset. Without one it has an ``error``; or, with neither, it is
    as it was when it was read.
    """

    source: Source
    digest: str | None = None
    row: dict[str, Any] | None = None
    error: Wording | None = None

    @property
    def is_unchanged(self) -> bool:
        """Whether the document was not read, for it has not changed."""
        return self.row is None and self.error is None


def collected(source: Source) -> Collected:
    """Read a document, unless it is as it was.

    What keeps it from being read is in the result.
    """
    try:
        with Path(source.path).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = file.tell()
        if digest == source.digest:
            return Collected(source=source, digest=digest)
        reading = read(source.path)
    except OSError as error:
        why = error.strerror or str(error)
        return Collected(source=source, error=Wording(f"无法读取：{why}", f"cannot be read: {why}"))
    except Error as error:
        return Collected(source=source, digest=digest, error=error.wording)
    about = {"source": source.name, "digest": digest, "bytes": size, "reader": READER}
    return Collected(source=source, digest=digest, row={**_row(reading), **about})


def _row(reading: Reading) -> dict[str, Any]:
    row: dict[str, Value | list[Any]] = dict(wide_row(reading.report))
    values = [value for _, value in reading.report.cells()]
    blanks = values.count(None)
    return row | {
        "numbers": len(values) - blanks,
        "blanks": blanks,
        "missing": list(reading.missing),
        "unplaced": [
            {"reason": entry.reason.value, "cell": entry.cell, **_place(entry.place)}
            for entry in reading.unplaced
        ],
        "notes": [attrs.asdict(note) for note in reading.notes],
    }


def _place(place: Any) -> dict[str, Any]:
    found = attrs.asdict(place)
    return {name: found[name] for name in PLACE}


PLACE = ("text", "page", "line", "table", "row", "column", "sheet")
"""What a dataset says of the place of something that found no cell."""
