"""From a path or bytes to the bytes of a file."""

import os
from os import PathLike
from pathlib import Path

from ..errors import UnreadableDocument
from ..unopened import why_unopened
from ..wording import Wording

Source = str | PathLike[str] | bytes
"""A path, or the content itself as bytes."""


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
        why = why_unopened(os.fspath(source), error)
        raise UnreadableDocument(Wording(f"{source}：{why.zh}", f"{source}: {why.en}")) from None
