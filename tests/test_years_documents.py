"""The relations over the years on real reports of one body, two years running."""

import json
from decimal import Decimal

import pytest

import govdisclosure as gd

YEARS = ("years.carried_over", "years.in_force")


@pytest.fixture(scope="module")
def city(shared):
    """The reports of a city for two years, from what a careful reader finds in them."""

    def report(year):
        path = next((shared / "corpus").glob(f"{year}_suqian*.expected.json"))
        cells = json.loads(path.read_text("utf-8"), parse_float=Decimal)["cells"]
        form = gd.AnnualReport.blank_form("2021")
        known = {address for address, _ in form.cells()}
        found = {address: value for address, value in cells.items() if address in known}
        return form.replace({**found, "year": year, "agency.name": "某市"})

    return {year: report(year) for year in (2023, 2024)}


def test_the_relations_over_the_years_hold(city):
    review = gd.check(city[2024], prior=city[2023])
    judged = [i for i in review.instances if i.rule in YEARS]
    applying = [i for i in judged if i.outcome is not gd.Outcome.NOT_APPLICABLE]
    assert len(applying) == 9
    assert {i.outcome for i in applying} == {gd.Outcome.HOLDS}
    assert not set(YEARS) & {s.rule for s in review.skipped}
    assert any(i.actual for i in applying)


def test_a_number_lost_on_the_way_is_found(city):
    carried = "requests.carried_out.natural_person"
    prior = city[2023].replace({carried: city[2023].get(carried) + 1})
    found = [f for f in gd.check(city[2024], prior=prior).findings if f.rule in YEARS]
    assert [(f.rule, f.at, f.difference) for f in found] == [
        ("years.carried_over", "natural_person", -1)
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"year": 2022}, "2022"),
        ({"year": 2025}, "2025"),
        ({"agency.name": "另一县"}, "another body"),
    ],
)
def test_another_report_than_that_of_the_year_before_is_refused_with_the_reason(
    city, changes, said
):
    review = gd.check(city[2024], prior=city[2023].replace(changes))
    reasons = {s.rule: s.reason for s in review.skipped}
    for rule in YEARS:
        assert said in reasons[rule].en
        assert reasons[rule].zh != reasons[rule].en
    assert {i.outcome for i in review.instances if i.rule in YEARS} == {gd.Outcome.NOT_APPLICABLE}
