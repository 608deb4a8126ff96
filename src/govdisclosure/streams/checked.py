"""What became of one report among many."""

from collections.abc import Sequence
from typing import Protocol

import attrs

from ..findings import Finding
from ..records import Level, ReportKey, Scope
from ..wording import Wording


class Identified(Protocol):
    """Whatever says who reports on which year, as an ``AnnualReport`` does."""

    @property
    def year(self) -> int | None:
        """The year reported."""

    @property
    def scope(self) -> Scope | None:
        """Whose figures they are."""

    @property
    def agency(self) -> "IdentifiedAgency":
        """The body that reports."""


class IdentifiedAgency(Protocol):
    """Whatever says which body reports, as an ``Agency`` does."""

    @property
    def name(self) -> str | None:
        """Its name."""

    @property
    def code(self) -> str | None:
        """Its code."""

    @property
    def level(self) -> Level | None:
        """Its level of government."""


@attrs.define(eq=False)
class Checked:
    """One report among many, checked; or the error that kept it from being one.

    ``number`` is its line or row, counted from 1; ``report`` has at least the report's year, scope
    and agency; ``left_open`` is how many relations blanks leave open. One is made for every
    report, so it is not frozen, and the key is made when asked for.
    """

    number: int
    report: Identified | None
    findings: Sequence[Finding] = ()
    error: Wording | None = None
    left_open: int = 0

    @property
    def key(self) -> ReportKey | None:
        """What tells the report from another, None where there is none."""
        report = self.report
        if report is None:
            return None
        agency = report.agency
        return ReportKey(agency=agency.code or agency.name, scope=report.scope, year=report.year)

    @property
    def level(self) -> Level | None:
        """The level of the body that reports, None where that is not said."""
        return None if self.report is None else self.report.agency.level
