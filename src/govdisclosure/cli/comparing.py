"""The other documents that a report is compared with: last year's, and its members'."""

import os

import attrs

from ..reading import Reading
from ..wording import Wording
from .documents import STANDARD_INPUT, Document, documents
from .language import Speech
from .output import FINE, UNUSABLE, complain, fail, tell


@attrs.frozen
class Compared:
    """The documents at a path given for comparison. ``code`` is 2 if one could not be read."""

    documents: tuple[Document, ...]
    code: int = FINE

    @property
    def readings(self) -> list[Reading]:
        """Those that could be read."""
        return [d.reading for d in self.documents if d.reading is not None]


def compared(path: str | None, speech: Speech) -> Compared | None:
    """Read the documents to compare with, None without a *path*.

    One that cannot be read is told, and the others are used; where none can be, the command ends.
    """
    if path is None:
        return None
    found = Compared(tuple(documents([path], speech)))
    failed = [document for document in found.documents if document.reading is None]
    if len(failed) == len(found.documents):
        fail(speech, failed[0].complaint)
    for document in failed:
        complain(speech, document.complaint)
    return attrs.evolve(found, code=UNUSABLE) if failed else found


def before(checked: Document, priors: Compared | None, *, only: bool) -> Reading | None:
    """Return the same body's report of the year before.

    Where *only* one report is checked and one is given to compare with, they belong together;
    otherwise body, scope and year say which do.
    """
    if priors is None or checked.reading is None:
        return None
    if only and len(priors.readings) == 1:
        return priors.readings[0]
    key = checked.reading.report.key
    if key.agency is None or key.year is None:
        return None
    wanted = attrs.evolve(key, year=key.year - 1)
    return next((reading for reading in priors.readings if reading.report.key == wanted), None)


def members_of(
    checked: Document, members: Compared | None, speech: Speech
) -> list[Reading | None] | None:
    """Return the members' reports: those of the same year, without the checked report itself.

    A member's document that cannot be read is None: a member whose figures are not known.
    """
    if members is None or checked.reading is None:
        return None
    year = checked.reading.report.year
    others = [d for d in members.documents if not _same_file(d.source, checked.source)]
    fitting = [d.reading for d in others if d.reading is None or _is_on(d.reading, year)]
    left_out = len(others) - len(fitting)
    if left_out:
        tell(speech, _LEFT_OUT.fill(number=left_out, year=year))
    return fitting


def _is_on(reading: Reading, year: int | None) -> bool:
    return year is None or reading.report.year in (None, year)


_LEFT_OUT = Wording(
    "说明：有 {number} 份成员报告不是{year}年度的，没有计入",
    "note: {number} of the members' reports are not on {year}; they are left out",
)


def _same_file(one: str, other: str) -> bool:
    if STANDARD_INPUT in (one, other):
        return False
    return os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)  # noqa: PTH110, PTH121  # names, not paths
