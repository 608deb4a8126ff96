"""Waivers: what they waive stays visible; what waives nothing is reported, with the reason."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from running import EXAMPLES

FORM = gd.AnnualReport.blank_form("2021", fill=0).replace(
    {"year": 2023, "agency": gd.Agency(name="云溪县财政局", code="A1")}
)
TOTAL, LEAF = "requests.outcomes.total", "requests.outcomes.granted"
WRONG = FORM.replace({f"{LEAF}.total": 1, f"{LEAF}.enterprise": 1, f"{TOTAL}.total": 3})
TODAY = date(2024, 3, 1)
WAIVER = gd.Waiver(rule="requests.outcome_total", at="total", reason="数据来自旧系统")


def reviewed(*waivers, report=WRONG, today=TODAY, source=None):
    return gd.check(report, waivers=waivers, today=today, source=source)


def unused(*waivers, **options):
    return [w.reason for w in reviewed(*waivers, **options).unused_waivers]


def load(text):
    return gd.load_waivers(text.encode())


def test_a_waived_finding_stays_with_its_reason_and_is_no_failure():
    review = reviewed(WAIVER)
    by_place = {(f.rule, f.at): f.waived for f in review.findings}
    assert by_place["requests.outcome_total", "total"] == gd.Wording(*["数据来自旧系统"] * 2)
    assert [f for f, why in by_place.items() if why] == [("requests.outcome_total", "total")]
    plain = gd.check(WRONG)
    assert [attrs.evolve(f, waived=None) for f in review.findings] == list(plain.findings)
    assert len(review.at_least(gd.Severity.NOTE)) == len(plain.findings) - 1
    assert review.unused_waivers == ()


def test_of_several_waivers_for_a_finding_the_first_gives_the_reason_and_none_is_unused():
    review = reviewed(WAIVER, attrs.evolve(WAIVER, reason="另一个理由"))
    reasons = {f.waived.zh for f in review.findings if f.waived}
    assert reasons == {"数据来自旧系统"}
    assert review.unused_waivers == ()


@given(st.data())
def test_waiving_every_finding_leaves_none_that_counts(data):
    findings = gd.check(WRONG).findings
    some = data.draw(st.lists(st.sampled_from(findings), unique=True))
    waivers = [gd.Waiver(rule=f.rule, at=f.at, reason="x") for f in some]
    review = gd.check(WRONG, waivers=waivers)
    assert {f for f in review.findings if f.waived} == {
        attrs.evolve(f, waived=gd.Wording("x", "x")) for f in some
    }
    assert len(review.at_least(gd.Severity.NOTE)) == len(findings) - len(some)


def test_a_waiver_that_matches_nothing_is_reported():
    (why,) = unused(attrs.evolve(WAIVER, at="research_institution"))
    assert "no such finding" in why.en
    assert "没有" in why.zh


def test_a_waiver_past_its_last_day_waives_nothing_and_says_so():
    ended = attrs.evolve(WAIVER, until=date(2024, 2, 29))
    (why,) = unused(ended)
    for said in (why.zh, why.en):
        assert "2024-02-29" in said
        assert "2024-03-01" in said
    assert all(f.waived is None for f in reviewed(ended).findings)
    assert unused(attrs.evolve(WAIVER, until=TODAY)) == []


def test_without_a_day_a_waiver_that_ends_waives_nothing_and_says_so():
    dated = attrs.evolve(WAIVER, until=date(2999, 1, 1))
    (why,) = unused(dated, today=None)
    assert "today=" in why.en
    assert unused(WAIVER, today=None) == []


@pytest.mark.parametrize(
    ("about", "fits"),
    [
        ({"agency": "云溪县财政局"}, True),
        ({"agency": "A1"}, True),
        ({"agency": "云溪县教育局"}, False),
        ({"year": 2023}, True),
        ({"year": 2022}, False),
        ({"source": "a.txt"}, True),
        ({"source": "reports/a.txt"}, True),
        ({"source": r"reports\a.txt"}, True),
        ({"source": "other/a.txt"}, False),
        ({"source": "b.txt"}, False),
    ],
)
def test_a_waiver_may_say_which_report_is_meant(about, fits):
    reasons = unused(attrs.evolve(WAIVER, **about), source="/srv/reports/a.txt")
    assert (reasons == []) is fits
    assert all("not checked" in why.en for why in reasons)


def test_a_waiver_of_a_document_waives_nothing_where_no_document_is_named():
    assert len(unused(attrs.evolve(WAIVER, source="a.txt"))) == 1


def test_the_sample_is_read():
    (waiver,) = gd.load_waivers(EXAMPLES / "county" / "waivers.toml")
    assert (waiver.rule, waiver.at, waiver.year) == ("requests.row_total", "outcomes.granted", 2023)
    assert waiver.until == date(2099, 12, 31)
    assert waiver.reason.zh != waiver.reason.en


def test_the_reason_may_be_one_text():
    (waiver,) = load('[[waiver]]\nrule = "cell.blank"\nat = "requests"\nreason = "见附注"')
    assert waiver.reason == gd.Wording("见附注", "见附注")
    assert waiver.until is None


GOOD = '[[waiver]]\nrule = "cell.blank"\nat = "requests"\nreason = "x"\nuntil = 2026-01-31\n'


@pytest.mark.parametrize(
    ("old", "new", "path", "said"),
    [
        ("cell.blank", "cell.blnk", "waiver[0].rule", "did you mean cell.blank"),
        ('reason = "x"\n', "", "waiver[0].reason", "the key to be there"),
        ('reason = "x"', 'reason = ""', "waiver[0].reason", "not empty"),
        ('reason = "x"', 'reason = { zh = "x" }', "waiver[0].reason.en", "the key to be there"),
        ('at = "requests"\n', "", "waiver[0].at", "the key to be there"),
        ("2026-01-31", '"31.1.2026"', "waiver[0].until", "YYYY-MM-DD"),
        ("2026-01-31", '"2026-02-31"', "waiver[0].until", "a day that exists"),
        ("2026-01-31", "2026-01-31T10:00:00", "waiver[0].until", "YYYY-MM-DD"),
        ("2026-01-31", "2026-01-31\nyear = 23", "waiver[0].year", "1000 or more"),
        ("2026-01-31", "2026-01-31\nby = 1", "waiver[0].by", "one of rule"),
        ("[[waiver]]", "[waiver]", "waiver", "an array"),
        ("[[waiver]]", "[[waivers]]", "waivers", "one of waiver"),
        ("2026-01-31", "2026-13-31", "$", "TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_key(old, new, path, said):
    assert old in GOOD
    with pytest.raises(gd.InvalidWaivers) as caught:
        load(GOOD.replace(old, new))
    found = {problem.path: problem for problem in caught.value.problems}
    assert said in found[path].expected.en
    assert found[path].wording.zh != found[path].wording.en


def test_a_relation_of_a_profile_can_be_waived():
    profile = gd.load_profile(EXAMPLES / "county" / "profile.toml")
    text = GOOD.replace("cell.blank", "local.carried_out").encode()
    with pytest.raises(gd.InvalidWaivers):
        gd.load_waivers(text)
    assert gd.load_waivers(text, profile=profile)[0].rule == "local.carried_out"
