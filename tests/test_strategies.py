"""What strategies promise: reports in which all is right, and reports that break what they say.

GOVDISCLOSURE_EXAMPLES sets how many examples of each kind of wrong report are drawn (default 20),
and ten times as many right ones.
"""

import os
from collections import Counter

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.rules import RELATIONS
from govdisclosure.strategies import (
    ALONE,
    agencies,
    at,
    histories,
    jurisdictions,
    records,
    reports,
    reports_breaking,
    reports_with,
)
from govdisclosure.strategies.wrong_words import LONG

EXAMPLES = int(os.environ.get("GOVDISCLOSURE_EXAMPLES", "20"))
SOME = settings(max_examples=EXAMPLES, phases=[Phase.generate])
ALL = gd.Profile(on=frozenset({"text.length", "years.swing"}), overview_limit=LONG)
ACROSS_YEARS = (
    "years.carried_over",
    "years.in_force",
    "years.items",
    "years.swing",
    "text.duplicate",
)
ROLL_UPS = ("rollup.cells", "rollup.coverage")
OF_DOCUMENTS = ("cell.not_a_count",)
RELATIONS_ALONE = [relation.id for relation in RELATIONS if relation.id in ALONE]


def across_years(history):
    """The reviews of a history, each report with the one before."""
    return [
        gd.check(report, prior=prior, profile=ALL)
        for prior, report in zip((None, *history), history, strict=False)
    ]


def of_jurisdiction(drawn):
    """The review of a consolidated report against its members."""
    return gd.check(drawn.report, members=drawn.members, roster=drawn.roster, profile=ALL)


def rules_of(review):
    """The rules that found something, and those of them that found an error."""
    errors = {finding.rule for finding in review.findings if finding.severity == "error"}
    return {finding.rule for finding in review.findings}, errors


def filled(report):
    """How many cells hold a number other than zero."""
    return sum(bool(value) for _, value in report.cells())


# ---- right ones


@settings(max_examples=10 * EXAMPLES, phases=[Phase.generate])
@given(reports())
def test_nothing_is_found_in_a_report_without_blanks(report):
    """No finding at all, so none of a relation; and the form is complete."""
    assert gd.check(report).findings == ()
    assert all(value is not None for _, value in report.cells())


@settings(max_examples=5 * EXAMPLES, phases=[Phase.generate])
@given(reports(blanks=True))
def test_blanks_break_nothing(report):
    """A blank may leave a relation undecided, never broken; the only finding is that of blanks."""
    assert rules_of(gd.check(report)) in ((set(), set()), ({"cell.blank"}, set()))


@pytest.mark.parametrize("size", ["township", "county", "city"])
def test_magnitudes_are_those_of_real_bodies(size):
    """Many townships have nothing to report, few others; only cities decide millions of cases."""
    seen = Counter()

    @settings(max_examples=100, phases=[Phase.generate])
    @given(reports(size=size))
    def see(report):
        decisions = [v for a, v in report.cells() if a.endswith(".decisions")]
        seen["all zero"] += not filled(report)
        seen["millions"] += max(decisions) > 10**6
        seen["level"] += report.agency.level.value == size

    see()
    assert seen["level"] == 100
    assert (seen["all zero"] > 30) is (size == "township")
    assert (seen["millions"] > 5) is (size == "city")


@settings(max_examples=20)
@given(st.data())
def test_a_report_is_what_was_asked_for(data):
    """Its edition, year, body and level; a body that is given keeps its level's size."""
    edition = data.draw(st.sampled_from(gd.EDITIONS)).name
    level = data.draw(st.sampled_from(gd.Level))
    body = data.draw(agencies(level=level))
    layout = type(gd.AnnualReport.blank_form(edition).proactive_disclosure.licensing)
    one = data.draw(reports(edition=edition, level=level))
    assert one.agency.level is level
    assert type(one.proactive_disclosure.licensing) is layout
    other = data.draw(reports(year=2020, agency=body, edition=edition))
    assert (other.year, other.agency) == (2020, body)
    assert type(other.proactive_disclosure.licensing) is layout


@settings(max_examples=20)
@given(st.data())
def test_sections_and_rows_are_drawn_alone(data):
    """What stands at an address, and records of a class, of an edition; sums within them hold."""
    row = data.draw(at("requests.outcomes.denied.state_secret", size="city"))
    assert row.total == sum(v for name, v in row_cells(row) if name != "total")
    table = data.draw(at("requests", edition="2019"))
    assert isinstance(table.outcomes.closed_otherwise, gd.ByApplicant)
    report = gd.AnnualReport(requests=table)
    assert [f for f in gd.check(report).findings if f.rule.startswith("requests.")] == []
    assert isinstance(data.draw(at("overview")), gd.Prose)
    power = data.draw(records(gd.ItemsAndDecisions))
    assert power.prior_items + power.change >= 0


def row_cells(row):
    return [(name, getattr(row, name)) for name in type(row).__slots__ if name != "__weakref__"]


@pytest.mark.parametrize("years", [1, 2, 3, 6])
def test_histories_bridge(years):
    """Each report follows the one before, with the change of the edition inside; all hold."""

    @SOME
    @given(histories(years))
    def bridge(history):
        found = [report.year for report in history]
        assert found == list(range(found[0], found[0] + years))
        assert years == 1 or found[0] < 2021 <= found[-1]
        for review in across_years(history):
            assert rules_of(review)[0] <= {"years.swing"}
        if years > 1:
            skipped = {skipped.rule for skipped in review.skipped}
            assert not skipped & {"years.carried_over", "years.in_force", "years.items"}

    bridge()


@pytest.mark.parametrize("members", [1, 2, 21])
def test_jurisdictions_add_up(members):
    """The consolidated report is the sum of its members, all of which are on the roster."""

    @SOME
    @given(jurisdictions(members))
    def add_up(drawn):
        review = of_jurisdiction(drawn)
        assert review.findings == ()
        assert len(drawn.members) == members
        assert not set(ROLL_UPS) & {skipped.rule for skipped in review.skipped}
        assert (
            gd.rollup(drawn.members, roster=drawn.roster).report.requests == drawn.report.requests
        )

    add_up()


def test_everything_passes_the_health_checks_at_default_settings():
    """Nothing is slow, large or filtered: no health check is suppressed."""

    @settings(settings.get_profile("default"), max_examples=EXAMPLES, suppress_health_check=[])
    @given(reports(blanks=True), histories(6), jurisdictions(21))
    def healthy(_report, _history, _drawn):
        pass

    healthy()


# ---- wrong ones


def test_every_rule_can_be_broken():
    """By a report alone, by histories, jurisdictions or documents; the four exclude each other."""
    ways = [*ALONE, *ACROSS_YEARS, *ROLL_UPS, *OF_DOCUMENTS]
    assert sorted(ways) == sorted(rule.id for rule in gd.RULES)


@pytest.mark.parametrize(
    ("rule", "only"),
    [*((rule, True) for rule in ALONE), *((rule, False) for rule in RELATIONS_ALONE)],
)
def test_a_report_breaks_its_rule(rule, only):
    """The finding is there; where only that was asked for, no other rule finds an error."""

    @SOME
    @given(reports_breaking(rule, only=only))
    def is_broken(report):
        found, errors = rules_of(gd.check(report, profile=ALL))
        assert rule in found
        assert not only or errors <= {rule}

    is_broken()


@pytest.mark.parametrize("rule", ACROSS_YEARS)
def test_a_history_breaks_its_rule(rule):
    """One report does, with the one before; nothing else is an error."""

    @SOME
    @given(st.integers(2, 4).flatmap(lambda years: histories(years, breaking=rule)))
    def is_broken(history):
        found, errors = zip(*map(rules_of, across_years(history)), strict=True)
        assert sum(rule in rules for rules in found) >= 1
        assert set().union(*errors) <= {rule}

    is_broken()


@pytest.mark.parametrize("rule", ROLL_UPS)
def test_a_jurisdiction_breaks_its_rule(rule):
    @SOME
    @given(jurisdictions(4, breaking=rule))
    def is_broken(drawn):
        found, errors = rules_of(of_jurisdiction(drawn))
        assert rule in found
        assert errors <= {rule}

    is_broken()


@pytest.mark.parametrize("outcome", gd.Outcome)
@pytest.mark.parametrize("rule", RELATIONS_ALONE)
def test_a_report_has_the_outcome_that_was_asked_for(rule, outcome):
    """An instance of the relation has it; where none is applicable, all of them have."""

    @SOME
    @given(reports_with(rule, outcome))
    def has_it(report):
        instances = [i for i in gd.check(report).instances if i.rule == rule]
        outcomes = {instance.outcome for instance in instances}
        assert outcome in outcomes
        assert outcome is not gd.Outcome.NOT_APPLICABLE or outcomes == {outcome}
        assert outcome is gd.Outcome.BROKEN or gd.Outcome.BROKEN not in outcomes

    has_it()


@settings(SOME)
@given(reports_with("years.items", "not_applicable"))
def test_a_relation_with_other_reports_is_not_applicable_to_one_alone(report):
    instances = [i for i in gd.check(report).instances if i.rule == "years.items"]
    assert {instance.outcome for instance in instances} == {gd.Outcome.NOT_APPLICABLE}


# ---- shrinking


def fewest(strategy, condition=lambda _found: True):
    """What an example shrinks to under a condition."""
    return find(strategy, condition, settings=settings(max_examples=2000, database=None))


def test_some_request_was_granted_shrinks_to_one_request():
    """Received, granted and decided, each under the applicant and in the total."""
    report = fewest(reports(), lambda found: found.get("requests.outcomes.granted.total") > 0)
    assert filled(report) == 6
    assert {value for _, value in report.cells()} == {0, 1}
    assert len(repr(report.replace({"title": None, "agency": gd.Agency()}))) < 320


def test_a_pending_reconsideration_shrinks_to_one_case():
    report = fewest(reports(), lambda found: found.get("remedies.reconsideration.pending") > 0)
    assert filled(report) == 2
    assert report.remedies.reconsideration == gd.ByResult.zeros(pending=1, total=1)


def test_a_number_shrinks_to_the_least_that_fails():
    address = "proactive_disclosure.penalties.decisions"
    report = fewest(reports(size="city"), lambda found: found.get(address) > 123_456)
    assert report.get(address) == 123_457
    assert filled(report) == 1


FEWEST = {
    ("requests.row_total", False): 1,
    ("requests.row_total", True): 2,
    ("requests.outcome_total", False): 1,
    ("requests.outcome_total", True): 2,
    ("requests.balance", False): 1,
    ("requests.balance", True): 2,
    ("remedies.total", False): 1,
    ("remedies.total", True): 1,
    ("proactive.issued_in_force", False): 1,
    ("proactive.issued_in_force", True): 1,
    ("proactive.newly_published", False): 1,
    ("proactive.newly_published", True): 1,
}
"""How few numbers break each relation, with and without breaking others."""


@pytest.mark.parametrize(("rule", "only"), FEWEST)
def test_a_broken_relation_shrinks_to_the_fewest_numbers(rule, only):
    report = fewest(reports_breaking(rule, only=only))
    assert filled(report) == FEWEST[rule, only]
    assert {value for _, value in report.cells()} <= {0, 1}


FEWEST_ACROSS = {"years.carried_over": 4, "years.in_force": 1, "years.items": 1}


@pytest.mark.parametrize("rule", FEWEST_ACROSS)
def test_a_broken_bridge_shrinks_to_the_fewest_numbers(rule):
    """A request carried in from nowhere has to stand in the balance: four cells; else one."""
    history = fewest(histories(2, breaking=rule))
    assert sum(map(filled, history)) == FEWEST_ACROSS[rule]


def test_a_broken_roll_up_shrinks_to_one_number():
    drawn = fewest(jurisdictions(3, breaking="rollup.cells"))
    assert sum(map(filled, (drawn.report, *drawn.members))) == 1


# ---- what cannot be


@pytest.mark.parametrize(
    ("ask", "error", "said"),
    [
        (lambda: reports(size="village"), gd.UnknownName, "township, county, city, any"),
        (lambda: reports(edition="2018"), gd.UnknownName, "2019, 2021"),
        (lambda: reports(year=2018), gd.InvalidReport, "an edition beside it"),
        (lambda: reports(level="village"), ValueError, "village"),
        (lambda: reports_breaking("requests.row_totals"), gd.UnknownName, "did you mean"),
        (lambda: reports_breaking("years.items"), gd.Impossible, "histories"),
        (lambda: reports_breaking("rollup.cells"), gd.Impossible, "jurisdictions"),
        (lambda: reports_breaking("cell.not_a_count"), gd.Impossible, "documents"),
        (
            lambda: reports_breaking("proactive.newly_published", edition="2021"),
            gd.Impossible,
            "2021",
        ),
        (
            lambda: reports_breaking("publication.deadline", level="township"),
            gd.Impossible,
            "township",
        ),
        (
            lambda: reports_breaking("text.accountability", agency=gd.Agency(name="云溪县商务局")),
            gd.Impossible,
            "云溪县商务局",
        ),
        (lambda: reports_with("cell.blank", "broken"), gd.Impossible, "no relation"),
        (lambda: reports_with("years.items", "broken"), gd.Impossible, "histories"),
        (lambda: reports_with("requests.balance", "wrong"), ValueError, "wrong"),
        (lambda: histories(0), gd.Impossible, "at least one"),
        (lambda: histories(2, first=2018), gd.Impossible, "none before 2019"),
        (lambda: histories(1, breaking="years.items"), gd.Impossible, "no report can break"),
        (lambda: histories(2, breaking="cell.blank"), gd.Impossible, "years.carried_over"),
        (lambda: jurisdictions(0), gd.Impossible, "1 to 200"),
        (lambda: jurisdictions(2, breaking="cell.blank"), gd.Impossible, "rollup.cells"),
        (lambda: records(dict), gd.UnknownName, "dict"),
        (lambda: records(gd.FeeItems, edition="2021"), gd.UnknownName, "FeeItems"),
        (lambda: at("requests.received.total"), gd.UnknownName, "requests.received.total"),
    ],
)
def test_what_cannot_be_drawn_is_refused_at_once(ask, error, said):
    """When the strategy is made, not when it is drawn from; the message says what can be."""
    with pytest.raises(error, match=said):
        ask()
