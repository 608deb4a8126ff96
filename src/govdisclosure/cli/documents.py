"""Documents named on the command line: each read, or the reason why it cannot be."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from ..errors import Error, InvalidReport
from ..readers import read
from ..reading import Reading
from ..reviews.said import MANY_PROBLEMS, beginning
from ..wording import Wording
from .language import Speech
from .progress import watched
from .workers import read_each

SUFFIXES = (
    *(".json", ".txt", ".tsv", ".md", ".markdown", ".html", ".htm"),
    *(".pdf", ".docx", ".xlsx"),
)
"""Names of files that are taken from a folder; a file named itself is read whatever its name."""
STANDARD_INPUT = "-"


@attrs.frozen
class Document:
    """A document by its name, read, or with the error that kept it from being read.

    The error has all of its problems, a line each.
    """

    source: str
    reading: Reading | None = None
    error: Wording | None = None

    @property
    def complaint(self) -> Wording:
        """The error as a message about this document, with its first problems."""
        return self.complaint_with(MANY_PROBLEMS)

    def complaint_with(self, number: int | None) -> Wording:
        """The error as a message about this document, with so many of its problems; all if None."""
        error = beginning(self.error or Wording("", ""), number)
        return Wording(f"{self.source}：{error.zh}", f"{self.source}: {error.en}")


def documents(paths: Iterable[str], speech: Speech) -> list[Document]:
    """Read the documents; a folder stands for those in it and below; ``-`` is standard input.

    What takes long is watched on standard error.
    """
    return list(_read_all(list(paths), speech))


def _read_all(paths: Sequence[str], speech: Speech) -> Iterator[Document]:
    entries = [entry for path in paths for entry in _entries(path)]
    files = [e.source for e in entries if e.error is None and e.source != STANDARD_INPUT]
    yield from watched(_each(entries, read_each(document, _lost, files)), len(entries), speech)


def _each(entries: Sequence[Document], files: Iterator[Document]) -> Iterator[Document]:
    for entry in entries:
        if entry.error is not None:
            yield entry
        elif entry.source == STANDARD_INPUT:
            yield document(entry.source)
        else:
            yield next(files)


def _lost(source: str) -> Document:
    return Document(source, error=_ENDED_ITS_PROCESS)


_ENDED_ITS_PROCESS = Wording(
    "读取这个文件时进程意外终止（可能内存不足，或文件有害）",
    "reading it ended the process (out of memory, perhaps, or the file is harmful)",
)


def is_folder(path: str) -> bool:
    """Tell whether a path stands for the documents in a folder."""
    return path != STANDARD_INPUT and os.path.isdir(path)  # noqa: PTH112  # never raises, Path.is_dir does


def _entries(path: str) -> Iterable[Document]:
    """Return what a path stands for, not read yet; a folder without reports is an error."""
    if not is_folder(path):
        return [Document(path)]
    return [Document(str(file)) for file in files_in(Path(path))] or [
        Document(path, error=_NOTHING_IN)
    ]


_NOTHING_IN = Wording(
    f"文件夹里没有可读的报告（只找 {' '.join(SUFFIXES)} 文件）",
    f"no report in this folder ({' '.join(SUFFIXES)} are looked for)",
)


def files_in(folder: Path) -> Sequence[Path]:
    """Return the files in a folder and below that may be reports, in order.

    Hidden ones are not among them, nor those by which an office program locks what is open in it.
    """
    found = (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES)
    return sorted(p for p in found if not _is_hidden(p.relative_to(folder)) and _is_file(p))


def files_passed_over(folder: Path, known: Sequence[str]) -> Sequence[Path]:
    """Return the other files in a folder and below, in order: not hidden, and not *known* by name.

    What an office sends as ``.doc`` or as a photograph is no document that can be read, and is
    not to vanish without a word.
    """
    taken = (*SUFFIXES, *known)
    found = (p for p in folder.rglob("*") if p.suffix.lower() not in taken)
    return sorted(p for p in found if not _is_hidden(p.relative_to(folder)) and _is_file(p))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.name.startswith(_LOCK)


_LOCK = "~$"


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113  # Path.is_file raises in a folder that is closed


def _with_all(error: InvalidReport) -> Wording:
    """Return an error with every one of its problems, of which it tells the first itself."""
    first = Wording(error.wording.zh.split("\n", 1)[0], error.wording.en.split("\n", 1)[0])
    lines = [first, *(problem.wording for problem in error.problems)]
    return Wording("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines))


def document(path: str) -> Document:
    """Read one document."""
    try:
        if path != STANDARD_INPUT:
            return Document(path, reading=read(path))
        if sys.stdin is None:
            return Document(path, error=_NO_INPUT)
        return Document(path, reading=read(sys.stdin.buffer))
    except InvalidReport as error:
        return Document(path, error=_with_all(error))
    except Error as error:
        return Document(path, error=error.wording)
    except ValueError as error:  # a path that the system cannot have, such as one with a NUL
        return Document(path, error=Wording(f"无法打开：{error}", f"cannot be opened: {error}"))


_NO_INPUT = Wording("没有标准输入", "there is no standard input")
