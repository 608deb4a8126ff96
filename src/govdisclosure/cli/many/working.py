"""What is done with a part, in whatever process: checked, counted, and its findings written."""

import pickle
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import attrs

from ...checking.waiving import waive
from ...findings import Finding
from ...profiles import Profile
from ...reviews.many import Found, table_named
from ...streams import Checked, LineChecker
from ...waivers import Waiver
from ...wording import Speech, Wording
from .done import Done
from .journal import Journal
from .parts import UNREAD, Part, lines_in, place_in
from .summary import Summary

if TYPE_CHECKING:
    from ...records import AnnualReport

COMPLAINTS = 20
"""So many errors are told of a part and of a run; all are in what is written."""


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked of each part: rules, waivers, and where and how its findings are written.

    ``table`` is the format, None where nothing but the summary is wanted; ``journal`` the folder
    of the parts, None where what is written is handed back.
    """

    profile: Profile
    all_rules: bool
    waivers: tuple[Waiver, ...]
    today: date
    table: str | None
    language: str
    journal: str | None


def check_part(part: Part, asked: bytes) -> Done:
    """Check a part; *asked* is what is asked, pickled, so that a process takes it apart once."""
    work = _work(asked)
    journal = None if work.asked.journal is None else Journal(Path(work.asked.journal))
    kept = None if journal is None else journal.done(part)
    if kept is not None:
        return attrs.evolve(kept, written=b"")
    try:
        done = work.do(part) if part.error is None else broken_off(part, part.error, work.asked)
    except OSError as error:
        done = broken_off(part, UNREAD.fill(why=error.strerror or error), work.asked)
    return _kept(done, journal)


def _kept(done: Done, journal: Journal | None) -> Done:
    """Return a part without what it wrote, where that is kept in a journal."""
    if journal is None:
        return done
    journal.keep(done)
    return attrs.evolve(done, written=b"")


_ENDED_ITS_PROCESS = Wording(
    "检查时进程意外终止（可能内存不足）；从这里起的一段没有检查",
    "checking it ended the process (out of memory, perhaps); what is from here on to the next part "
    "was not checked",
)


def lost_part(part: Part, asked: bytes) -> Done:
    """Return what is said of a part that ended the process which checked it."""
    of = _work(asked).asked
    journal = None if of.journal is None else Journal(Path(of.journal))
    return _kept(broken_off(part, _ENDED_ITS_PROCESS, of), journal)


def broken_off(part: Part, why: Wording, asked: Asked) -> Done:
    """Return a part of which nothing is known but why."""
    place = place_in(part, part.first)
    found = [Found(source=part.path, place=place, error=why)]
    speech = Speech(asked.language)
    return Done(
        part=part,
        summary=Summary(unusable=1),
        complaints=(_told(part, part.first, why),),
        broken_off=True,
        written=b"" if asked.table is None else table_named(asked.table).part(found, speech),
    )


@lru_cache(maxsize=1)
def _work(asked: bytes) -> "Work":
    return Work(pickle.loads(asked))  # noqa: S301  # made by the process that started this one


class Work:
    """Checks parts, one after the other, with decoders and rules made once."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self._speech = Speech(asked.language)

    def do(self, part: Part) -> Done:
        """Check a part.

        Raises:
            OSError: it cannot be read.
        """
        summary, found, complaints = Summary(), list[Found](), list[Wording]()
        used: set[int] = set()
        for checked in self._checked(part):
            findings = self._waived(checked, part.path, used)
            summary.count(checked, findings)
            if findings or checked.error is not None:
                found += self._found(part, checked, findings)
            if checked.error is not None and len(complaints) < COMPLAINTS:
                complaints.append(_told(part, checked.number, checked.error))
        table = None if self.asked.table is None else table_named(self.asked.table)
        return Done(
            part=part,
            summary=summary,
            complaints=tuple(complaints),
            used=frozenset(used),
            written=b"" if table is None else table.part(found, self._speech),
        )

    @cached_property
    def _checker(self) -> LineChecker:
        return LineChecker(self.asked.profile, all_rules=self.asked.all_rules)

    def _checked(self, part: Part) -> Iterator[Checked]:
        if part.rows:
            from ...streams.batches import BatchChecker
            from .rows import checked_rows

            checker = BatchChecker(self.asked.profile, all_rules=self.asked.all_rules)
            return checked_rows(part, checker)
        return self._checker.check(lines_in(part), first=part.first)

    def _waived(self, checked: Checked, source: str, used: set[int]) -> tuple[Finding, ...]:
        findings, waivers = tuple(checked.findings), self.asked.waivers
        if not findings or not waivers:
            return findings
        report = cast("AnnualReport", checked.report)  # it has all that waivers look at
        judged, unused = waive(findings, waivers, report, today=self.asked.today, source=source)
        idle = {entry.waiver for entry in unused}
        used.update(i for i, waiver in enumerate(waivers) if waiver not in idle)
        return judged

    def _found(
        self, part: Part, checked: Checked, findings: tuple[Finding, ...]
    ) -> Iterator[Found]:
        place = place_in(part, checked.number)
        if checked.error is not None:
            yield Found(source=part.path, place=place, error=checked.error)
        for finding in findings:
            yield Found(
                source=part.path,
                place=place,
                key=checked.key,
                level=checked.level,
                finding=finding,
            )


def _told(part: Part, number: int, error: Wording) -> Wording:
    where = f"{part.path}:{number}" if number else part.path
    return Wording(f"{where}：{_begun(error.zh)}", f"{where}: {_begun(error.en)}")


def _begun(text: str) -> str:
    """Return the beginning of an error that has many lines; the findings have all of it."""
    lines = text.splitlines()
    return "\n".join([*lines[:_LINES], "…"] if len(lines) > _LINES + 1 else lines)


_LINES = 4
