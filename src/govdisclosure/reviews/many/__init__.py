"""Findings about many reports as tables, a row each, written in parts that are then joined.

A part is bytes of its own; joined in order, parts are a file. So a run over more reports than fit
into memory writes as it goes, and one that was interrupted keeps the parts that it has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from io import BytesIO
from typing import Protocol, cast

from ...errors import UnknownName
from ...wording import Speech, Wording
from ..reviewed import Reviewed
from .found import Found, Writable

__all__ = ["ENDINGS", "Found", "Table", "Writable", "table_named", "write_table"]


class Table(Protocol):
    """A format of tables of findings."""

    def part(self, found: Sequence[Found], speech: Speech) -> bytes:
        """Return some findings as a part."""

    def join(self, out: Writable, parts: Iterable[bytes], speech: Speech) -> None:
        """Write parts to a file as a whole."""


ENDINGS: Mapping[str, str] = {".csv": "csv", ".ndjson": "ndjson", ".parquet": "parquet"}
"""The formats by the end of a file's name; each is written by the module of its name."""


def table_named(name: str) -> Table:
    """Return a format of tables.

    Raises:
        UnknownName: there is no such format.
        MissingExtra: it needs a library that is not installed.
    """
    if name not in ENDINGS.values():
        known = ", ".join(ENDINGS.values())
        raise UnknownName(
            Wording(
                f"没有表格格式“{name}”；现有：{known}",
                f"no format {name!r} of tables; there are: {known}",
            )
        )
    return cast("Table", import_module(f".{name}", __package__))


def write_table(reviewed: Sequence[Reviewed], name: str, speech: Speech) -> bytes:
    """Return the findings about some documents as a table, in the format *name*.

    Raises:
        UnknownName: there is no such format.
        MissingExtra: it needs a library that is not installed.
    """
    table, out = table_named(name), BytesIO()
    found = [one for entry in reviewed for one in _found(entry)]
    table.join(out, [table.part(found, speech)], speech)
    return out.getvalue()


def _found(entry: Reviewed) -> Iterator[Found]:
    if entry.review is None or entry.report is None:
        yield Found(source=entry.source, error=entry.error)
        return
    key, level = entry.report.key, entry.report.agency.level
    for finding in entry.review.findings:
        yield Found(source=entry.source, key=key, level=level, finding=finding)
