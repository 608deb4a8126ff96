"""The board is tested against every kind of report that the law allows, and every wrong one."""

from board import NOT_KNOWN, Board, Register, granted_share
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant

import govdisclosure as gd
from govdisclosure.strategies import (
    ReportingYear,
    Request,
    any_reports,
    histories,
    reports,
    reports_breaking,
)
from govdisclosure.testing import assert_breaks, assert_same, assert_valid

GRANTED = "requests.outcomes.granted"


def stored(report: gd.AnnualReport) -> gd.AnnualReport:
    """What the board gives back of a report."""
    board = Board()
    board.store(report)
    found = board.load(report.key)
    board.close()
    return found


@given(any_reports())
def test_a_report_comes_back_as_it_was(report):
    """Also one that is wrong: the board judges nothing and repairs nothing."""
    assert_same(stored(report), report)


@given(...)
def test_a_valid_report_is_valid_when_it_comes_back(report: gd.AnnualReport):
    """Drawn by the annotation alone."""
    assert_valid(stored(report))


@given(reports_breaking("requests.row_total"))
def test_a_wrong_report_is_still_wrong_when_it_comes_back(report):
    assert_breaks(stored(report), "requests.row_total")


@given(histories(3))
def test_the_years_of_a_body_are_kept_apart(history):
    board = Board()
    for report in history:
        board.store(report)
    assert tuple(board.load(report.key) for report in history) == history
    board.close()


@given(reports(blanks=True))
def test_a_share_is_a_percentage_or_not_known(report):
    """A blank is an unknown number: no share is shown for it, and none of nothing."""
    share = granted_share(report)
    if share != NOT_KNOWN:
        assert 0 <= float(share.removesuffix(" %")) <= 100


def test_the_share_of_nothing_is_not_known(zeros):
    assert granted_share(zeros) == NOT_KNOWN


class BoardYear(ReportingYear):
    """The register is driven beside a model whose report is always right."""

    def begun(self, year: int) -> None:
        """Begin with an empty register."""
        self.register = Register()

    def received(self, request: Request) -> None:
        """Enter the request."""
        self.register.receive(request.number, request.applicant)

    def decided(self, request: Request) -> None:
        """Enter the decision."""
        self.register.decide(request.number, request.outcome or "")

    def corrected(self, request: Request, before: str) -> None:
        """Enter the correction."""
        self.register.decide(request.number, request.outcome or "")

    def closed(self, report: gd.AnnualReport) -> None:
        """Close the year."""
        self.register.close_the_year()

    @invariant()
    def both_count_alike(self) -> None:
        """The register and the report agree on what was granted and what is open."""
        if hasattr(self, "register"):
            assert self.register.count(GRANTED) == self.report.get(f"{GRANTED}.total")
            assert len(self.register.open) == self.report.get("requests.carried_out.total")


TestBoardYear = BoardYear.TestCase
TestBoardYear.settings = settings(max_examples=20, stateful_step_count=20)


@given(st.from_type(gd.ByApplicant))
def test_a_row_adds_up(row):
    """Each record class can be drawn by its type."""
    assert row.total >= row.natural_person
