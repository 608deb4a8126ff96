"""A small application: a board that stores annual reports and shows a few figures of each."""

import sqlite3

import govdisclosure as gd

NOT_KNOWN = "–"


class Board:
    """Reports in a database, one for each body, scope and year."""

    def __init__(self, path: str = ":memory:") -> None:
        self.database = sqlite3.connect(path)
        self.database.execute(
            "create table if not exists reports"
            " (agency text, scope text, year integer, report text, unique (agency, scope, year))"
        )

    def store(self, report: gd.AnnualReport) -> None:
        """Store a report, in the place of an earlier one of the same body, scope and year."""
        self.database.execute(
            "insert or replace into reports values (?, ?, ?, ?)",
            (*self._key(report), gd.dumps(report)),
        )

    def load(self, key: gd.ReportKey) -> gd.AnnualReport:
        """Return the report with a key."""
        found = self.database.execute(
            "select report from reports where agency is ? and scope is ? and year is ?",
            (key.agency, key.scope, key.year),
        )
        return gd.loads(found.fetchone()[0])

    @staticmethod
    def _key(report: gd.AnnualReport) -> tuple[str | None, str | None, int | None]:
        key = report.key
        return key.agency, key.scope, key.year

    def close(self) -> None:
        """Close the database."""
        self.database.close()


def granted_share(report: gd.AnnualReport) -> str:
    """Return which share of the requests decided was granted: ``62.5 %``, or ``–``."""
    granted = report.get("requests.outcomes.granted.total")
    decided = report.get("requests.outcomes.total.total")
    if granted is None or not decided:
        return NOT_KNOWN
    return f"{100 * granted / decided:.1f} %"


class Register:
    """The requests of a body, from which its figures are counted."""

    def __init__(self) -> None:
        self.open: dict[int, str] = {}
        self.decided: dict[int, str] = {}

    def receive(self, number: int, applicant: str) -> None:
        """Enter a request."""
        self.open[number] = applicant

    def decide(self, number: int, outcome: str) -> None:
        """Enter what became of a request; a later entry corrects an earlier one."""
        self.open.pop(number, None)
        self.decided[number] = outcome

    def close_the_year(self) -> None:
        """Begin the next year with what is still open."""
        self.decided.clear()

    def count(self, outcome: str) -> int:
        """Return how many requests have an outcome this year."""
        return list(self.decided.values()).count(outcome)
