"""Files of many reports on the command line: which paths are such, told from names alone."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..collecting import Dataset
from .documents import files_in

SUFFIXES = (".ndjson", ".jsonl", ".parquet")
"""Names of files that hold many reports: one a line (JSON), or one a row (the wide table)."""


def data_files(paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the files of many reports that paths stand for, and the paths that are no such thing.

    A folder is one of data where it is a dataset, or holds files of data and no documents.
    """
    data: list[str] = []
    others: list[str] = []
    for path in paths:
        found = _data_in(path)
        data += found
        if not found:
            others.append(path)
    return tuple(data), tuple(others)


def _data_in(path: str) -> list[str]:
    if not os.path.isdir(path):  # noqa: PTH112  # never raises, Path.is_dir does
        return [path] if path.lower().endswith(SUFFIXES) else []
    folder = Path(path)
    if Dataset.is_at(folder):
        return [str(file) for file in Dataset(folder).files]
    return [] if files_in(folder) else sorted(map(str, _files(folder)))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
            yield path
