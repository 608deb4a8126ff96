"""What commands print, and files written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

import click

from ..wording import Wording
from .language import Speech


def fail(speech: Speech, wording: Wording) -> None:
    """Print an error on standard error and end with exit code 2."""
    complain(speech, wording)
    raise SystemExit(2)


def complain(speech: Speech, wording: Wording) -> None:
    """Print an error on standard error."""
    label = Wording("错误：", "error: ")
    click.echo(speech.say(label) + speech.say(wording), err=True)


def write_file(path: Path, text: str, *, force: bool) -> None:
    """Write *text* to *path*: the whole of it or nothing, and only with *force* over a file.

    Raises:
        FileExistsError: the file is there and *force* is not given.
        OSError: the folder cannot be written to.
    """
    if path.exists() and not force:
        raise FileExistsError(str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def unwritable(path: Path, error: OSError) -> Wording:
    """Return why a file could not be written, and what to do."""
    if isinstance(error, FileExistsError):
        return Wording(
            f"{path} 已存在；要覆盖请加 --force", f"{path} exists; add --force to replace it"
        )
    why = error.strerror or str(error)
    return Wording(f"无法写入 {path}：{why}", f"cannot write {path}: {why}")
