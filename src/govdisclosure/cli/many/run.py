"""A run over files of many reports: in parts, in bounded memory, on all processors, resumable."""

import hashlib
import os
import pickle
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from ...checking.waiving import NO_SUCH_FINDING
from ...reviews.many import Writable, table_named
from ...rules import digest as digest_of_rules
from ...version import __version__
from ...waivers import UnusedWaiver
from ...wording import Speech, Wording
from ..local import Local, tell_unused_waivers
from ..output import StandardOutput, complain, fail, tell, unwritable, written_whole
from ..progress import watched
from ..workers import read_each
from . import parts
from .done import Done
from .journal import Journal
from .summary import Summary
from .working import COMPLAINTS, Asked, check_part, lost_part


@attrs.frozen(kw_only=True)
class Run:
    """What is asked of files of many reports, and where the findings go.

    ``local_files`` are the profile and the waivers, which a run that goes on must have too;
    ``table`` is the format of the findings, None where only the summary is wanted; ``output`` the
    file that they go to, None for standard output. ``processes`` is None for all processors.
    """

    files: tuple[str, ...]
    local: Local
    local_files: tuple[str, ...]
    all_rules: bool
    table: str | None
    output: Path | None
    force: bool
    processes: int | None


def carry_out(run: Run, speech: Speech) -> Summary:
    """Check the files, write the findings, and return what they come to.

    What holds no report is told. A run that writes a file goes on where one that was interrupted
    left off; what keeps it from being written ends the command.
    """
    if run.output is None:
        return _carried_out(run, speech, None)
    if run.output.exists() and not run.output.is_file():  # a device or pipe, which keeps nothing
        return _into_a_device(run, run.output, speech)
    journal = Journal.beside(run.output)
    try:
        if journal.open(_described(run, speech)):
            tell(speech, _GOES_ON.fill(folder=journal.folder))
        summary = _carried_out(run, speech, journal)
        journal.remove()
    except OSError as error:
        said = unwritable(run.output, error)
        fail(speech, said if not journal.folder.exists() else _keeping(said))
    return summary


def _into_a_device(run: Run, device: Path, speech: Speech) -> Summary:
    try:
        with device.open("wb") as file:
            return _carried_out(run, speech, None, file)
    except OSError as error:
        fail(speech, unwritable(device, error))


_GOES_ON = Wording(
    "说明：接着上次中断的检查继续（要从头开始，请删除文件夹 {folder}）",
    "note: going on with the run that was interrupted (to begin anew, remove the folder {folder})",
)
_KEPT = Wording(
    "；已检查的部分保留着，再运行同一命令即可继续",
    "; what was checked is kept: the same command goes on from there",
)


def _keeping(said: Wording) -> Wording:
    return Wording(said.zh + _KEPT.zh, said.en + _KEPT.en)


def _described(run: Run, speech: Speech) -> dict[str, Any]:
    """Return what must be the same for a run to go on."""
    return {
        "version": __version__,
        "rules": digest_of_rules(),
        "files": [os.path.abspath(file) for file in run.files],  # noqa: PTH100  # names are kept as they are
        "local": [hashlib.sha256(Path(file).read_bytes()).hexdigest() for file in run.local_files],
        "today": str(run.local.today) if run.local.waivers else None,
        "all_rules": run.all_rules,
        "table": run.table,
        "language": speech.language,
        "part_size": parts.PART_SIZE,
    }


def _carried_out(
    run: Run, speech: Speech, journal: Journal | None, out: Writable | None = None
) -> Summary:
    course = _Course(speech)
    total = sum(os.path.getsize(file) for file in run.files if os.path.isfile(file))  # noqa: PTH113, PTH202  # never raise
    checked = watched(_done(run, speech, journal), total, speech, lambda done: done.part.size)
    written = course.follow(checked)
    table = None if run.table is None else table_named(run.table)
    if table is not None and journal is None:
        table.join(out or StandardOutput(), written, speech)
    number = sum(1 for _ in written)
    course.tell_rest(run.local)
    if table is not None and journal is not None and run.output is not None:
        with written_whole(run.output, force=run.force, within=journal.folder) as file:
            table.join(file, journal.written(range(number)), speech)
    return course.summary


def _done(run: Run, speech: Speech, journal: Journal | None) -> Iterator[Done]:
    """Iterate over the parts in order: those that a journal has, and the others, checked now."""
    asked = Asked(
        profile=run.local.profile,
        all_rules=run.all_rules,
        waivers=run.local.waivers,
        today=run.local.today,
        table=run.table,
        language=speech.language,
        journal=None if journal is None else str(journal.folder),
    )
    sent = pickle.dumps(asked)
    check, lost = partial(check_part, asked=sent), partial(lost_part, asked=sent)
    return read_each(check, lost, parts.parts_of(run.files), run.processes)


class _Course:
    """The course of a run: what it has come to so far, and what was told on the way."""

    def __init__(self, speech: Speech) -> None:
        self.summary = Summary()
        self._speech = speech
        self._told = 0
        self._used: set[int] = set()

    def follow(self, parts: Iterable[Done]) -> Iterator[bytes]:
        """Count each part in, tell its errors, and hand on what it wrote."""
        for done in parts:
            self.summary.add(done.summary)
            self._used |= done.used
            for complaint in done.complaints[: COMPLAINTS - self._told]:
                complain(self._speech, complaint)
                self._told += 1
            yield done.written

    def tell_rest(self, local: Local) -> None:
        """Tell how much more could not be used, and which waivers waived nothing."""
        more = self.summary.unusable - self._told
        if more:
            tell(self._speech, _MORE.fill(number=more))
        idle = [waiver for i, waiver in enumerate(local.waivers) if i not in self._used]
        unused = [UnusedWaiver(waiver=waiver, reason=NO_SUCH_FINDING) for waiver in idle]
        tell_unused_waivers(unused, self._speech)


_MORE = Wording(
    "……另有 {number:,} 处没有可用的报告",
    "… and {number:,} more place{number:s} {number:holds|hold} no report",
)
