"""Files of many reports on the command line: which paths are such, told from names alone."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from ..collecting import Dataset
from .documents import files_in

SUFFIXES = (".ndjson", ".jsonl", ".parquet")
"""Names of files that hold many reports: one a line (JSON), or one a row (the wide table)."""


@attrs.frozen(kw_only=True)
class Named:
    """What paths stand for: files of data, and other paths.

    ``beside`` are files of data in folders of documents, which are not taken; ``unfinished`` are
    datasets that a run of collecting left unfinished.
    """

    data: tuple[str, ...]
    others: tuple[str, ...]
    beside: tuple[str, ...]
    unfinished: tuple[str, ...]


def named(paths: Sequence[str]) -> Named:
    """Return what paths stand for.

    A folder is one of data where it is a dataset, or holds files of data and no documents.
    """
    data, others = list[str](), list[str]()
    beside, unfinished = list[str](), list[str]()
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112  # never raises, Path.is_dir does
            (data if path.lower().endswith(SUFFIXES) else others).append(path)
            continue
        folder = Path(path)
        found = sorted(map(str, _files(folder)))
        if Dataset.is_at(folder):
            dataset = Dataset(folder)
            data += map(str, dataset.files)
            unfinished += [path] if dataset.is_unfinished else []
        elif found and not files_in(folder):
            data += found
        else:
            others.append(path)
            beside += found
    return Named(
        data=tuple(data),
        others=tuple(others),
        beside=tuple(beside),
        unfinished=tuple(unfinished),
    )


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
            yield path
