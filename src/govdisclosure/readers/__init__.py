"""Reading documents: bytes to blocks, one module a format; blocks to a reading, in ``placing``."""

from os import PathLike, fsdecode
from typing import BinaryIO

from ..errors import UnreadableDocument
from ..reading import Reading
from ..unopened import why_unopened
from ..wording import Wording
from .limits import Limits

__all__ = ["Limits", "read"]

Source = str | PathLike[str] | bytes | bytearray | memoryview | BinaryIO


def read(
    source: Source,
    *,
    format: str | None = None,  # noqa: A002  # the name is that of the contract
    limits: Limits = Limits(),  # noqa: B008  # frozen
) -> Reading:
    """Read a document: the report that it holds, where each cell stands, and what found no place.

    *source* is a path, bytes or a file opened as binary. The format (``"text"``, ``"md"``,
    ``"html"``, ``"pdf"``, ``"docx"``, ``"xlsx"`` or ``"json"``) is told from the content unless
    *format* says it. Nothing is guessed: a number is in the cell that the document puts it in, or
    it is in ``unplaced``.

    Raises:
        UnreadableDocument: the source cannot be opened or decoded, or goes beyond *limits*.
        NoReport: it holds no table of the form, or two reports.
        InvalidReport: it is JSON, but not a report.
        UnknownName: there is no such format.
        MissingExtra: the format needs a library that is not installed.
    """
    from .formats import read_as, told

    data = _bytes(source, limits)
    return read_as(format or told(data, limits), data, limits)


def _bytes(source: Source, limits: Limits) -> bytes:
    if isinstance(source, (bytes, bytearray, memoryview)):
        data = bytes(memoryview(source)[: limits.size + 1])
    elif isinstance(source, (str, PathLike)):
        data = _file(fsdecode(source), limits)
    else:
        data = _taken(source, limits)
    if len(data) > limits.size:
        size = f"{limits.size:,}"
        raise UnreadableDocument(
            Wording(
                f"文件超过 {size} 字节，不像一份年度报告",
                f"more than {size} bytes; that is no report",
            )
        )
    if not data.strip():
        raise UnreadableDocument(Wording("文件是空的", "the document is empty"))
    return data


def _taken(file: BinaryIO, limits: Limits) -> bytes:
    try:
        data = file.read(limits.size + 1)
    except (OSError, ValueError) as error:  # ValueError: it is closed, or holds text that is none
        raise UnreadableDocument(why_unopened("", error)) from None
    if not isinstance(data, bytes):
        raise UnreadableDocument(
            Wording("文件须以二进制方式打开（“rb”）", "open the file as binary (“rb”)")
        )
    return data


def _file(path: str, limits: Limits) -> bytes:
    if "://" in path:
        raise UnreadableDocument(
            Wording(
                "不读取网址；请先下载，再给出文件路径",
                "a URL is not read; download it first, then give the path",
            )
        )
    from pathlib import Path

    try:
        with Path(path).open("rb") as file:
            return file.read(limits.size + 1)
    except (OSError, ValueError) as error:  # ValueError: no system takes such a path
        raise UnreadableDocument(why_unopened(path, error)) from None
