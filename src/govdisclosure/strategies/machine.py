"""A year of requests, step by step: a model whose annual report is right at any moment."""

import attrs
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from ..checking import check
from ..records import Agency, AnnualReport
from ..records.report import AgencyKind, Level
from .bodies import due, years_of
from .drafts import Draft
from .entries import APPLICANTS, CARRIED_IN, CARRIED_OUT, RECEIVED, flow, outcome_rows
from .reports import about_of


@attrs.frozen(kw_only=True)
class Request:
    """A request: its number, who made it, and in which year it was received.

    ``outcome`` is the address of the row that it counts in once it is decided
    (``requests.outcomes.granted``), None while it is open.
    """

    number: int
    applicant: str
    year: int
    outcome: str | None = None


_YEARS = years_of(None, None)


class ReportingYear(RuleBasedStateMachine):
    """Requests are received, decided, corrected and carried over, and the year is closed.

    Subclass it to drive a system of your own beside the model: override what happens
    (``received``, ``decided``, ``corrected``, ``carried_over``, ``closed``) with calls of the
    system, and compare what it reports with ``self.report`` in an invariant. In pytest or unittest,
    ``TestYear = YourYear.TestCase`` runs it.

    ``year`` and ``agency`` are those of the report, ``requests`` all that count in the year,
    ``reports`` those of the years that are closed, the oldest first.
    """

    agency = Agency(name="云溪县商务局", kind=AgencyKind.DEPARTMENT, level=Level.COUNTY)

    def __init__(self) -> None:
        super().__init__()
        self.year = _YEARS[0]
        self.requests: list[Request] = []
        self.reports: list[AnnualReport] = []
        self._last = 0

    @property
    def edition(self) -> str:
        """The edition of the form that is due for the year."""
        return due(self.year, None)

    @property
    def open(self) -> list[Request]:
        """The requests that are not decided."""
        return [request for request in self.requests if request.outcome is None]

    @property
    def closed_requests(self) -> list[Request]:
        """The requests that were decided this year."""
        return [request for request in self.requests if request.outcome is not None]

    @property
    def report(self) -> AnnualReport:
        """The annual report, if the year ended now: what is open is carried forward."""
        draft = Draft(self.edition, about_of(self.agency, self.year))
        for request in self.requests:
            source = RECEIVED if request.year == self.year else CARRIED_IN
            draft.add(flow(source, request.outcome or CARRIED_OUT, request.applicant), 1)
        return draft.report()

    @initialize(year=st.sampled_from(_YEARS))
    def begin(self, year: int) -> None:
        """Begin in a year of either edition."""
        self.year = year
        self.begun(year)

    @rule(applicant=st.sampled_from(APPLICANTS))
    def receive(self, applicant: str) -> None:
        """Receive a request."""
        self._last += 1
        request = Request(number=self._last, applicant=applicant, year=self.year)
        self.requests.append(request)
        self.received(request)

    @precondition(lambda self: self.open)
    @rule(
        request=st.runner().flatmap(lambda self: st.sampled_from(self.open)),
        outcome=st.runner().flatmap(lambda self: st.sampled_from(outcome_rows(self.edition))),
    )
    def decide(self, request: Request, outcome: str) -> None:
        """Decide an open request."""
        self.decided(self._with(request, outcome))

    @precondition(lambda self: self.closed_requests)
    @rule(
        request=st.runner().flatmap(lambda self: st.sampled_from(self.closed_requests)),
        outcome=st.runner().flatmap(lambda self: st.sampled_from(outcome_rows(self.edition))),
    )
    def correct(self, request: Request, outcome: str) -> None:
        """Correct the outcome of a request that was decided this year."""
        self.corrected(self._with(request, outcome), request.outcome or "")

    @rule()
    def close_the_year(self) -> None:
        """Publish the report, and carry what is open over to the next year."""
        report, still_open = self.report, self.open
        self.reports.append(report)
        self.closed(report)
        self.year += 1
        self.requests = still_open
        for request in still_open:
            self.carried_over(request)

    @invariant()
    def the_report_is_right(self) -> None:
        """The model's own report has no finding, and bridges to that of the year before."""
        prior = self.reports[-1] if self.reports else None
        findings = check(self.report, prior=prior).findings
        if findings:
            raise AssertionError(f"the model is wrong: {findings}")

    def begun(self, year: int) -> None:
        """Override: the first year begins."""

    def received(self, request: Request) -> None:
        """Override: a request was received."""

    def decided(self, request: Request) -> None:
        """Override: a request was decided, with its outcome."""

    def corrected(self, request: Request, before: str) -> None:
        """Override: a request has another outcome than *before*, in the same year."""

    def carried_over(self, request: Request) -> None:
        """Override: a request is still open in the year that begins."""

    def closed(self, report: AnnualReport) -> None:
        """Override: the year is closed, and this is its report."""

    def _with(self, request: Request, outcome: str) -> Request:
        decided = attrs.evolve(request, outcome=outcome)
        self.requests[self.requests.index(request)] = decided
        return decided
