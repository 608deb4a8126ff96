"""Documents named on the command line: each read, or the reason why it cannot be."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from ..errors import Error, UnreadableDocument
from ..readers import read
from ..reading import Reading
from ..wording import Wording

SUFFIXES = (".json", ".txt", ".tsv")
"""Names of files that are taken from a folder; a file named itself is read whatever its name."""


@attrs.frozen
class Document:
    """A document by its name, read, or with the error that kept it from being read."""

    source: str
    reading: Reading | None = None
    error: Wording | None = None


def documents(paths: Iterable[str]) -> Iterator[Document]:
    """Read the documents; a folder stands for those in it and below; ``-`` is standard input."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            inside = files_in(Path(path))
            if not inside:
                yield Document(path, error=_nothing_in())
            yield from (document(str(file)) for file in inside)
        else:
            yield document(path)


def _nothing_in() -> Wording:
    names = " ".join(SUFFIXES)
    return Wording(
        f"文件夹里没有可读的报告（{names}）", f"no report in this folder ({names} are looked for)"
    )


def files_in(folder: Path) -> Sequence[Path]:
    """Return the files in a folder and below that may be reports, in order; hidden ones not."""
    found = (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    return sorted(p for p in found if not _is_hidden(p.relative_to(folder)))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def document(path: str) -> Document:
    """Read one document."""
    try:
        source = sys.stdin.buffer.read() if path == "-" else path
        return Document(path, reading=read(source))
    except Error as error:
        return Document(path, error=error.wording)
    except ValueError as error:  # a path that the system cannot have, such as one with a NUL
        text = str(error)
        return Document(path, error=UnreadableDocument(Wording(text, text)).wording)
