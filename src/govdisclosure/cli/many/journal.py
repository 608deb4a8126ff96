"""The parts of a run, kept beside its output until that is whole, so that a run can go on.

Each part is one file, put in its place at once when it is done: a process that is killed leaves
whole parts and none that are half written.
"""

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from .done import Done, done_from, kept
from .parts import Part

_RUN = "run.json"


@attrs.frozen
class Journal:
    """The folder of the parts of one run."""

    folder: Path

    @classmethod
    def beside(cls, output: Path) -> "Journal":
        """Return the journal of the run that writes *output*."""
        return cls(output.with_name(f".{output.name}.parts"))

    def open(self, run: Mapping[str, Any]) -> bool:
        """Begin, or go on with, a run that is described by *run*; tell whether it goes on.

        Parts of another run, of other files or with other rules, are removed.

        Raises:
            OSError: the folder cannot be made or written to.
        """
        described = json.dumps(run, sort_keys=True)
        with contextlib.suppress(OSError):
            if (self.folder / _RUN).read_text(encoding="utf-8") == described:
                return any(self.folder.glob(f"*{_SUFFIX}"))
        self.remove()
        self.folder.mkdir()
        _put(self.folder / _RUN, described.encode())
        return False

    def keep(self, done: Done) -> None:
        """Keep a part that is done.

        Raises:
            OSError: it cannot be written.
        """
        _put(self.folder / _name(done.part.number), kept(done))

    def done(self, part: Part) -> Done | None:
        """Return what a part came to, if it is done and its data are as they were."""
        found = _read(self.folder / _name(part.number))
        is_this = found is not None and found.part == part and not found.broken_off
        return found if is_this else None

    def written(self, numbers: Iterable[int]) -> Iterator[bytes]:
        """Iterate over what parts have written.

        Raises:
            OSError: a part is not there any more.
        """
        for number in numbers:
            found = _read(self.folder / _name(number))
            if found is None:
                raise FileNotFoundError(str(self.folder / _name(number)))
            yield found.written

    def remove(self) -> None:
        """Remove the parts."""
        if self.folder.exists():
            shutil.rmtree(self.folder)


_SUFFIX = ".part"


def _name(number: int) -> str:
    return f"{number:08}{_SUFFIX}"


def _read(path: Path) -> Done | None:
    """Return the part in a file, None where there is none that is whole."""
    try:
        return done_from(path.read_bytes())
    except OSError:
        return None


def _put(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
