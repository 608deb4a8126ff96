"""The model of a reporting year, and a system of another hand that is driven beside it."""

from collections import Counter

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import invariant, run_state_machine_as_test

import govdisclosure as gd
from govdisclosure.strategies import ReportingYear

FEW = settings(max_examples=15, stateful_step_count=20, deadline=None)

TestReportingYear = ReportingYear.TestCase
TestReportingYear.settings = FEW


class Register:
    """A small system: a table of requests, counted when the report is asked for."""

    def __init__(self):
        self.rows = {}

    def granted(self):
        """How many requests of natural persons were granted this year."""
        return sum(
            row == ("natural_person", "requests.outcomes.granted") for row in self.rows.values()
        )


class Driven(ReportingYear):
    """The register beside the model."""

    forgets = False

    def begun(self, _year):
        """A register with nothing in it."""
        self.register = Register()

    def received(self, request):
        """A new row."""
        self.register.rows[request.number] = (request.applicant, None)

    def decided(self, request):
        """The row has its outcome."""
        self.register.rows[request.number] = (request.applicant, request.outcome)

    def corrected(self, request, _before):
        """The row has another outcome, unless that is forgotten."""
        if not self.forgets:
            self.decided(request)

    def closed(self, _report):
        """What was decided is filed away."""
        rows = self.register.rows
        self.register.rows = {number: row for number, row in rows.items() if row[1] is None}

    @invariant()
    def both_report_the_same(self):
        """The register counts as the model does."""
        if hasattr(self, "register"):
            ours = self.report.get("requests.outcomes.granted.natural_person")
            assert self.register.granted() == ours


TestDriven = Driven.TestCase
TestDriven.settings = FEW


def test_a_system_that_forgets_corrections_is_caught():
    class Forgetful(Driven):
        forgets = True

    with pytest.raises(AssertionError):
        run_state_machine_as_test(
            Forgetful,
            settings=settings(FEW, max_examples=2000, phases=[Phase.generate], database=None),
        )


def test_everything_happens():
    """Years are closed, requests are carried over and corrected, in either edition."""
    happened = Counter()

    class Counted(ReportingYear):
        def carried_over(self, request):
            """One more."""
            happened["carried over"] += request.year < self.year

        def corrected(self, request, before):
            """One more, if it changed anything."""
            happened["corrected"] += request.outcome != before

        def closed(self, report):
            """One more of its edition."""
            happened[gd.EDITIONS[report.year >= 2021].name] += 1

    enough = settings(FEW, max_examples=100, phases=[Phase.generate], database=None)
    run_state_machine_as_test(Counted, settings=enough)
    assert all(happened[what] for what in ("carried over", "corrected", "2019", "2021"))
