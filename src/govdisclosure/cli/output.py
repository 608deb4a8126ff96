"""What commands print, and files written whole or not at all."""

import codecs
import contextlib
import errno
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NoReturn

import click

from ..wording import Wording
from .language import Speech

FINE, FOUND, UNUSABLE = 0, 1, 2
"""The exit codes: nothing found; something found, missing or unplaced; unusable input."""
INTERRUPTED = 130
"""The exit code that shells use for an interrupted command."""

_PLAIN = {"−": "-", "≠": "!=", "“": '"', "”": '"', "…": "...", "（": "(", "）": ")", "：": ":"}
_PLAIN |= {"；": ";", "，": ",", "、": ",", "\u3000": " "}
_HANDLER = "govdisclosure.plainer"


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """Write what a console's encoding lacks as something near, or as an escape."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    escaped = (_PLAIN.get(c) or c.encode("ascii", "backslashreplace").decode() for c in lacking)
    return "".join(escaped), error.end


def print_anywhere() -> None:
    """Let standard output and error take any text, whatever their encoding."""
    codecs.register_error(_HANDLER, _plainer)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_HANDLER)


def print_text(text: str, *, to_stderr: bool = False) -> None:
    """Print *text*. A reader that has gone away is no error."""
    try:
        click.echo(text, nl=False, err=to_stderr)
    except BrokenPipeError:
        _discard(sys.stderr if to_stderr else sys.stdout)


def _discard(stream: object) -> None:
    """Send what is still to be written to nowhere, so that nothing fails when Python ends."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[attr-defined]  # suppressed above
        os.close(nowhere)


_NOT_ASCII = re.compile("[^\x00-\x7f]")


def print_json(text: str) -> None:
    """Print JSON: as it is where the output is Unicode, else in ASCII, which is JSON anywhere."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    if not codecs.lookup(encoding).name.startswith("utf"):
        text = _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)
    print_text(text)


def print_document(text: str) -> None:
    """Print a document that is in UTF-8 whatever the console's encoding is."""
    print_bytes(text.encode())


def print_bytes(data: bytes) -> None:
    """Print bytes as they are. A reader that has gone away is no error."""
    try:
        click.echo(data, nl=False)
    except BrokenPipeError:
        _discard(sys.stdout)


class StandardOutput:
    """Standard output as a file of bytes. A reader that has gone away is no error."""

    def write(self, data: bytes) -> int:
        """Print bytes."""
        print_bytes(data)
        return len(data)

    def writelines(self, parts: Iterable[bytes]) -> None:
        """Print bytes, each as they come."""
        for part in parts:
            print_bytes(part)


def terminal_width() -> int | None:
    """Return how many columns the terminal of standard output has, None where there is none."""
    from rich.console import Console

    console = Console()
    return console.width if console.is_terminal else None


def complain(speech: Speech, wording: Wording) -> None:
    """Print an error on standard error."""
    tell(speech, Wording(f"错误：{wording.zh}", f"error: {wording.en}"))


def tell(speech: Speech, wording: Wording) -> None:
    """Print a line on standard error."""
    print_text(speech.say(wording) + "\n", to_stderr=True)


def fail(speech: Speech, wording: Wording) -> NoReturn:
    """Print an error on standard error and end with the exit code for unusable input."""
    complain(speech, wording)
    sys.exit(UNUSABLE)


def check_writable(speech: Speech, path: Path, *, force: bool) -> None:
    """End the command at once where ``write_file`` could only fail later."""
    try:
        _check_target(path, force=force)
    except OSError as error:
        fail(speech, unwritable(path, error))


def _check_target(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(str(path))
    if not path.parent.is_dir():
        raise FileNotFoundError(str(path.parent))
    if path.is_file() and not force:
        raise FileExistsError(str(path))


def write_file(path: Path, content: str | bytes, *, force: bool) -> None:
    """Write to *path*: the whole content or nothing, and only with *force* over a file.

    A device or pipe is written to as it is.

    Raises:
        OSError: the file is there and *force* is not given (``FileExistsError``), it is a folder,
            the folder is missing or cannot be written to.
    """
    with written_whole(path, force=force) as file:
        file.write(content.encode() if isinstance(content, str) else content)


@contextlib.contextmanager
def written_whole(path: Path, *, force: bool, within: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file to write to, which is at *path* once all is written, and not at all otherwise.

    Until then it is in the folder *within*, which is on the same disk; in that of *path* if None.
    A device or pipe is written to as it is. Raises what ``write_file`` raises.
    """
    _check_target(path, force=force)
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    handle, name = tempfile.mkstemp(dir=within or path.parent, prefix=f".{path.name[:50]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        _put(Path(name), path, force=force)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _put(written: Path, path: Path, *, force: bool) -> None:
    if not force:
        try:
            path.hardlink_to(written)  # fails where the file has come to be in the meantime
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            _check_target(path, force=force)
        else:
            written.unlink()
            return
    written.replace(path)


def tell_written(speech: Speech, what: object) -> None:
    """Tell on standard error what was written."""
    tell(speech, _WRITTEN.fill(what=what))


_WRITTEN = Wording("已写入 {what}", "written: {what}")


def unwritable(path: Path, error: OSError) -> Wording:
    """Return why a file could not be written, and what to do."""
    if isinstance(error, FileExistsError):
        return Wording(
            f"{path} 已存在；要覆盖请加 --force", f"{path} exists; add --force to replace it"
        )
    system = error.strerror or str(error)
    why = _WHY_BY_NUMBER.get(error.errno or 0)
    why = why or next((said for kind, said in _WHY.items() if isinstance(error, kind)), None)
    why = why or Wording(system, system)
    return Wording(f"无法写入 {path}：{why.zh}", f"cannot write {path}: {why.en}")


_WHY: dict[type[OSError], Wording] = {
    IsADirectoryError: Wording("这是文件夹，请给出文件名", "it is a folder; name a file"),
    FileNotFoundError: Wording(
        "所在文件夹不存在，请先建立", "its folder does not exist; make it first"
    ),
    PermissionError: Wording(
        "没有写入权限，请换一个文件夹", "no permission to write there; choose another folder"
    ),
}
_FULL = Wording(
    "空间不足：请腾出空间，或换一个文件夹",
    "no space left there; make room, or choose another folder",
)
_TOO_LARGE = Wording(
    "文件超过了系统允许的大小：请提高限额，或换一个文件夹",
    "the file is larger than the system lets it be; raise the limit, or choose another folder",
)
_WHY_BY_NUMBER = {errno.ENOSPC: _FULL, errno.EDQUOT: _FULL, errno.EFBIG: _TOO_LARGE}
