"""A finding among those of many reports, with the report that it is about."""

from collections.abc import Iterable
from typing import Protocol

import attrs

from ...findings import Finding
from ...reading import Place
from ...records import Level, ReportKey
from ...wording import Wording


@attrs.frozen(kw_only=True)
class Found:
    """A finding about one of many reports, or why something holds none.

    ``source`` names the file, ``place`` says which line or row of it the report is, where it is
    not the whole file. Without a finding there is an ``error``.
    """

    source: str
    place: Place | None = None
    key: ReportKey | None = None
    level: Level | None = None
    finding: Finding | None = None
    error: Wording | None = None


class Writable(Protocol):
    """What tables are written to: a file opened as binary, or what takes bytes as one does."""

    def write(self, data: bytes, /) -> int:
        """Write bytes."""

    def writelines(self, parts: Iterable[bytes], /) -> None:
        """Write bytes, each as they come."""
