"""From a path or bytes to the bytes of a file."""

from os import PathLike
from pathlib import Path

from ..errors import UnreadableDocument
from ..wording import Wording

Source = str | PathLike[str] | bytes
"""A path, or the content itself as bytes."""

_WHY: dict[type[OSError], Wording] = {
    FileNotFoundError: Wording("文件不存在", "there is no such file"),
    IsADirectoryError: Wording("这是文件夹，不是文件", "this is a folder, not a file"),
    PermissionError: Wording("没有读取权限", "permission to read it was denied"),
}


def data_of(source: Source) -> bytes:
    """Return the content of a file.

    Raises:
        UnreadableDocument: it cannot be opened.
    """
    if isinstance(source, bytes):
        return source
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError) as error:  # ValueError: no system takes such a path
        said = getattr(error, "strerror", None) or str(error)
        found = (why for kind, why in _WHY.items() if isinstance(error, kind))
        why = next(found, Wording(f"无法读取：{said}", f"cannot be read: {said}"))
        raise UnreadableDocument(Wording(f"{source}：{why.zh}", f"{source}: {why.en}")) from None
