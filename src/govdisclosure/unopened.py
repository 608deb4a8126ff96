"""Why a file cannot be opened, and which files in its folder have a name like it."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from .wording import Wording

_WHY: dict[type[OSError], Wording] = {
    IsADirectoryError: Wording("这是文件夹，不是文件", "this is a folder, not a file"),
    PermissionError: Wording("没有读取权限", "permission to read it was denied"),
}
_NO_FILE = Wording("文件不存在", "there is no such file")
_NO_FOLDER = Wording("文件不存在：没有文件夹 {folder}", "there is no such file: no folder {folder}")
_NEAR = Wording("文件不存在；你是否指：{names}？", "there is no such file; did you mean {names}?")


def why_unopened(path: str, error: Exception) -> Wording:
    """Return why a file could not be opened, given what the system said."""
    if isinstance(error, FileNotFoundError):
        return _why_not_there(Path(path))
    said = getattr(error, "strerror", None) or str(error)
    found = (why for kind, why in _WHY.items() if isinstance(error, kind))
    return next(found, Wording(f"无法读取：{said}", f"cannot be read: {said}"))


def _why_not_there(path: Path) -> Wording:
    if not path.parent.is_dir():
        return _NO_FOLDER.fill(folder=path.parent)
    names = [str(path.parent / name) for name in near_names(path)]
    if not names:
        return _NO_FILE
    return _NEAR.fill(names=Wording("、".join(names), ", ".join(names)))


_SHOWN, _LOOKED_AT = 3, 20_000
"""How many names are said, and how many of a folder's are compared."""
_LEAST = 70
"""In per cent: how alike two names are at least."""


def near_names(path: Path) -> list[str]:
    """Return the names in the folder of *path* that are most like its own, the likest first.

    A name that differs in nothing but its end comes before all others.
    """
    from rapidfuzz import fuzz, process

    names = list(islice(_names(path.parent), _LOOKED_AT))
    same = sorted(name for name in names if Path(name).stem == path.stem or name == path.stem)
    alike = process.extract(path.name, names, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=_SHOWN)
    return list(dict.fromkeys([*same, *(name for name, *_ in alike)]))[:_SHOWN]


def _names(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in entries if not entry.name.startswith("."))
    except OSError:  # it may be entered, but not listed
        return
