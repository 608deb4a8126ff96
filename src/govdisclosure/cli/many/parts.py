"""Files of data in parts: small enough to be held in memory, and each checked on its own."""

import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import attrs

from ...errors import Error
from ...reading import Place
from ...streams import LONGEST_LINE
from ...wording import Wording

PART_SIZE = 4 * 2**20
"""Bytes of a part of lines; a line is in the part in which it begins."""


@attrs.frozen(kw_only=True)
class Part:
    """A part of a file.

    Of lines: ``length`` bytes from ``start`` on, of which the first line has the number ``first``.
    Of rows: the row group ``start``, of which the first row has the number ``first`` and which
    has ``length`` rows. ``size`` is how many bytes of the file the part stands for, ``digest``
    tells whether it is as it was. ``error`` says why the file can be read no further.
    """

    path: str
    number: int
    start: int
    length: int
    first: int
    digest: int
    size: int
    rows: bool = False
    error: Wording | None = None


def parts_of(paths: Iterable[str]) -> Iterator[Part]:
    """Iterate over the parts of files, in order; a file is looked at when its turn comes.

    Where a file cannot be read, the last of its parts says why.
    """
    number = 0
    for path in paths:
        found = _of_rows(path, number) if is_parquet(path) else _of_lines(path, number)
        try:
            for part in found:
                yield part
                number = part.number + 1
        except OSError as error:
            yield _unusable(path, number, UNREAD.fill(why=error.strerror or error))
            number += 1
        except Error as error:
            yield _unusable(path, number, error.wording)
            number += 1


UNREAD = Wording("无法读取：{why}", "cannot be read: {why}")


def _unusable(path: str, number: int, why: Wording) -> Part:
    return Part(path=path, number=number, start=0, length=0, first=0, digest=0, size=0, error=why)


def is_parquet(path: str) -> bool:
    """Tell whether a file is one of rows, by its name."""
    return Path(path).suffix.lower() == ".parquet"


def _of_rows(path: str, number: int) -> Iterator[Part]:
    from .rows import row_groups

    return row_groups(path, number)


def _of_lines(path: str, number: int) -> Iterator[Part]:
    with Path(path).open("rb") as file:
        start, first = 0, 1
        while data := file.read(PART_SIZE):
            digest, lines, length = zlib.crc32(data), data.count(b"\n"), len(data)
            while not data.endswith(b"\n") and (data := file.readline(PART_SIZE)):
                digest, lines = zlib.crc32(data, digest), lines + data.count(b"\n")
                length += len(data)
            yield Part(
                path=path,
                number=number,
                start=start,
                length=length,
                first=first,
                digest=digest,
                size=length,
            )
            number, start, first = number + 1, start + length, first + lines


def lines_in(part: Part) -> Iterator[bytes]:
    """Iterate over the lines of a part; of one that is too long, only so much as to know it."""
    with Path(part.path).open("rb") as file:
        file.seek(part.start)
        left = part.length
        while left > 0:
            line = file.readline(LONGEST_LINE + 1)
            left -= len(line)
            left -= _passed_over(file, line)
            if not line:
                return
            yield line


def _passed_over(file: BinaryIO, line: bytes) -> int:
    """Read on to the end of a line that is too long; return how many bytes that was."""
    passed = 0
    while line and len(line) > LONGEST_LINE and not line.endswith(b"\n"):
        rest = file.readline(LONGEST_LINE)
        passed += len(rest)
        if not rest or rest.endswith(b"\n"):
            break
    return passed


def place_in(part: Part, number: int) -> Place | None:
    """Return the place of a report, the line or the row that it is; None for the whole file."""
    if number == 0:
        return None
    return Place(text="", row=number) if part.rows else Place(text="", line=number)
