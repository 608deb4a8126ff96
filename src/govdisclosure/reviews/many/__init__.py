"""Findings about many reports as tables, a row each, written in parts that are then joined.

A part is bytes of its own; joined in order, parts are a file. So a run over more reports than fit
into memory writes as it goes, and one that was interrupted keeps the parts that it has.
"""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from ...errors import UnknownName
from ...wording import Speech, Wording
from .found import Found

__all__ = ["ENDINGS", "Found", "Table", "table_named"]


class Table(Protocol):
    """A format of tables of findings."""

    def part(self, found: Sequence[Found], speech: Speech) -> bytes:
        """Return some findings as a part."""

    def join(self, out: BinaryIO, parts: Iterable[bytes], speech: Speech) -> None:
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
