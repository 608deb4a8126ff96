"""Findings counted: by rule, by year and by the level of the body that reports."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ...findings import Finding, Severity
from ...streams import Checked


@attrs.define
class Tally:
    """How many reports there are, how many of them have findings, and how many findings.

    ``left_open`` is how many relations blanks leave open.
    """

    reports: int = 0
    failing: int = 0
    findings: int = 0
    left_open: int = 0

    def add(self, other: "Tally") -> None:
        """Count another tally in."""
        self.reports += other.reports
        self.failing += other.failing
        self.findings += other.findings
        self.left_open += other.left_open


@attrs.frozen(order=True)
class Counted:
    """What findings of rules are counted by."""

    severity: str
    rule: str
    waived: bool = False


@attrs.define
class Summary:
    """What many reports come to.

    ``unusable`` counts the lines, rows and files that hold none, ``with_open`` the reports that
    have relations which blanks leave open.
    """

    whole: Tally = attrs.field(factory=Tally)
    unusable: int = 0
    with_open: int = 0
    rules: dict[Counted, Tally] = attrs.field(factory=dict)
    years: dict[int | None, Tally] = attrs.field(factory=dict)
    levels: dict[str | None, Tally] = attrs.field(factory=dict)

    def count(self, checked: Checked, findings: Iterable[Finding]) -> None:
        """Count a report in, with the findings that it is to be counted with."""
        report = checked.report
        if report is None:
            self.unusable += 1
            return
        by_rule: dict[Counted, Tally] = {}
        for finding in findings:
            what = Counted(finding.severity.value, finding.rule, finding.waived is not None)
            by_rule.setdefault(what, Tally(1, 1)).findings += 1
        self.with_open += bool(checked.left_open)
        number = sum(tally.findings for tally in by_rule.values())
        of_report = Tally(1, bool(by_rule), number, checked.left_open)
        self.whole.add(of_report)
        self.years.setdefault(report.year, Tally()).add(of_report)
        self.levels.setdefault(report.agency.level, Tally()).add(of_report)
        for what, tally in by_rule.items():
            self.rules.setdefault(what, Tally()).add(tally)

    def add(self, other: "Summary") -> None:
        """Count another summary in."""
        self.whole.add(other.whole)
        self.unusable += other.unusable
        self.with_open += other.with_open
        for mine, theirs in (
            (self.rules, other.rules),
            (self.years, other.years),
            (self.levels, other.levels),
        ):
            _add_each(mine, theirs)

    def severities(self) -> Iterator[Severity]:
        """Iterate over the severities of the findings that are not waived."""
        return (Severity(what.severity) for what in self.rules if not what.waived)


def _add_each(mine: dict[Any, Tally], theirs: Mapping[Any, Tally]) -> None:
    for what, tally in theirs.items():
        mine.setdefault(what, Tally()).add(tally)
