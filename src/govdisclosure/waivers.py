"""Waivers: findings that are accepted, with the reason. They stay in the output."""

from datetime import date
from pathlib import PurePosixPath

import attrs

from .findings import Finding
from .records import AnnualReport
from .wording import Wording


def _wording(reason: Wording | str) -> Wording:
    return reason if isinstance(reason, Wording) else Wording(reason, reason)


@attrs.frozen(kw_only=True)
class Waiver:
    """A finding that is accepted: the ``rule`` and where (``at``), with the ``reason``.

    ``until`` is the last day on which it is. ``agency`` (a name or code), ``year`` and ``source``
    (a document's name, or the end of its path) say which report is meant; where none of them is
    given, every report is.
    """

    rule: str
    at: str
    reason: Wording = attrs.field(converter=_wording)
    until: date | None = None
    agency: str | None = None
    year: int | None = None
    source: str | None = None

    def is_about(self, report: AnnualReport, source: str | None) -> bool:
        """Tell whether the waiver is about this report, which was read from *source*."""
        if self.agency is not None and self.agency not in (report.agency.code, report.agency.name):
            return False
        if self.year is not None and self.year != report.year:
            return False
        return self.source is None or (source is not None and _ends_with(source, self.source))

    def is_for(self, finding: Finding) -> bool:
        """Tell whether the waiver is for this finding."""
        return (self.rule, self.at) == (finding.rule, finding.at)


def _ends_with(path: str, end: str) -> bool:
    parts, tail = _parts(path), _parts(end)
    return parts[-len(tail) :] == tail


def _parts(path: str) -> tuple[str, ...]:
    return PurePosixPath(path.replace("\\", "/")).parts


@attrs.frozen(kw_only=True)
class UnusedWaiver:
    """A waiver that waived nothing, and why."""

    waiver: Waiver
    reason: Wording
