"""The other documents that a report is compared with: last year's, and its members'."""

import os
from collections.abc import Iterable

import attrs

from ..reading import Reading
from ..records import AnnualReport, ReportKey
from ..records.bridging import why_not_before
from ..rosters import Roster
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


def before(
    checked: Document, priors: Compared | None, speech: Speech, *, only: bool
) -> Reading | None:
    """Return the same body's report of the year before; where there is none, that is told.

    Where *only* one report is checked and one is given to compare with, they belong together;
    otherwise body, scope and year say which do. A report without them is ``without_match``.
    """
    if priors is None or checked.reading is None:
        return None
    if only and len(priors.readings) == 1:
        return priors.readings[0]
    report = checked.reading.report
    fitting = [r for r in priors.readings if _is_before(r.report, report)]
    exact = [r for r in fitting if r.report.agency.name == report.agency.name]
    found = exact or fitting
    if len(found) == 1:
        return found[0]
    if not _named(report):
        return None
    said = _NONE_FITS if not found else _SEVERAL_FIT
    number = len(found) or len(priors.readings)
    tell(speech, said.fill(source=checked.source, number=number))
    return None


def without_match(documents: Iterable[Document]) -> list[str]:
    """Return which documents name no body or no year, so that none can be found for them."""
    found = [d.source for d in documents if d.reading is not None and not _named(d.reading.report)]
    return list(dict.fromkeys(found))


def _named(report: AnnualReport) -> bool:
    return report.year is not None and report.key.agency is not None


def _is_before(prior: AnnualReport, report: AnnualReport) -> bool:
    """Tell whether *prior* says that it is the same body's of the year before."""
    if not (_named(prior) and _named(report)):
        return False
    return prior.scope is report.scope and why_not_before(report, prior) is None


_NONE_FITS = Wording(
    "说明：{source}：所给的 {number} 份上年报告中，没有同一机关、上一年度、同一口径的，"
    "未与上年比较",
    "note: {source}: of the {number} report{number:s} given as the year before's, none is of this "
    "body, year and scope; nothing was compared with last year",
)
_SEVERAL_FIT = Wording(
    "说明：{source}：所给的上年报告中有 {number} 份符合，无法确定是哪一份，未与上年比较",
    "note: {source}: {number} of the reports given as the year before's fit, and which is meant "
    "cannot be told; nothing was compared with last year",
)


def members_of(
    checked: Document, members: Compared | None, speech: Speech, *, roster: Roster | None = None
) -> list[Reading | None] | None:
    """Return the members' reports: those of the same year, without the checked report itself.

    A member's document that cannot be read is None: a member whose figures are not known. With a
    roster, who is a member and who reports twice is found in the check.
    """
    if members is None or checked.reading is None:
        return None
    year = checked.reading.report.year
    others = [d for d in members.documents if not same_file(d.source, checked.source)]
    fitting = [d.reading for d in others if d.reading is None or _is_on(d.reading, year)]
    left_out = len(others) - len(fitting)
    if left_out:
        tell(speech, _LEFT_OUT.fill(number=left_out, year=year))
    return fitting if roster is not None else _each_once(fitting, speech)


def _each_once(readings: list[Reading | None], speech: Speech) -> list[Reading | None]:
    """Return the readings without copies; two different reports of one body end the command."""
    kept: list[Reading | None] = []
    by_key: dict[ReportKey, AnnualReport] = {}
    for reading in readings:
        key = reading.report.key if reading is not None else None
        if reading is None or key is None or key.agency is None:
            kept.append(reading)
        elif key not in by_key:
            by_key[key] = reading.report
            kept.append(reading)
        elif list(by_key[key].cells()) == list(reading.report.cells()):
            tell(speech, _COPY.fill(agency=key.agency))
        else:
            fail(speech, _TWICE.fill(agency=key.agency))
    return kept


_COPY = Wording(
    "说明：成员报告中“{agency}”的报告有相同的两份，只计一次",
    "note: the report of {agency} is among the members' twice, alike; it counts once",
)
_TWICE = Wording(
    "成员报告中“{agency}”有两份数字不同的报告，请只留一份",
    "the report of {agency} is among the members' twice, with different numbers; keep one",
)


def _is_on(reading: Reading, year: int | None) -> bool:
    return year is None or reading.report.year in (None, year)


_LEFT_OUT = Wording(
    "说明：有 {number} 份成员报告不是{year}年度的，没有计入",
    "note: {number} of the members' reports {number:is|are} not on {year} and left out",
)


def same_file(one: str, other: str) -> bool:
    """Tell whether two paths are of one file that exists."""
    if STANDARD_INPUT in (one, other):
        return False
    return os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)  # noqa: PTH110, PTH121  # names, not paths
