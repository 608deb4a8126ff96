"""publication.deadline and publication.too_early: the day of publication."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.profiles import Profile, YearDay
from running import GOOD
from worded import DEPARTMENT, GOVERNMENT, TOWNSHIP, found, why_skipped

YEARS = st.integers(2019, 2040)
OFFICE = gd.Agency(name="云溪县人民政府办公室", kind=gd.AgencyKind.OFFICE, level=gd.Level.COUNTY)
STREET = gd.Agency(name="柳河街道办事处", kind=gd.AgencyKind.OFFICE, level=gd.Level.TOWNSHIP)
MARKET = gd.Agency(name="青石镇市场监管所", kind=gd.AgencyKind.DEPARTMENT, level=gd.Level.TOWNSHIP)
LAST_DAYS = {
    DEPARTMENT: (1, 31),
    GOVERNMENT: (3, 31),
    gd.Agency(name="临川市云溪区人民政府", kind=gd.AgencyKind.GOVERNMENT): (3, 31),
    gd.Agency(kind=gd.AgencyKind.DEPARTMENT): (1, 31),
    gd.Agency(kind=gd.AgencyKind.GOVERNMENT, level=gd.Level.COUNTY): (3, 31),
    OFFICE: (3, 31),
}


def published(day, agency, year=2023, **others):
    return gd.AnnualReport(year=year, agency=agency, published=day, **others)


@given(st.sampled_from(list(LAST_DAYS)), YEARS, st.integers(-366, 366))
def test_a_report_is_late_after_the_last_day_of_its_kind_of_body(agency, year, days):
    last = date(year + 1, *LAST_DAYS[agency])
    day = last + timedelta(days=days)
    findings = found("publication.deadline", published(day, agency, year))
    assert len(findings) == (days > 0)
    for finding in findings:
        assert finding.severity is gd.Severity.ERROR
        assert last.isoformat() in finding.message.en
        assert day.isoformat() in finding.message.en
        assert f"{day.year}年{day.month}月{day.day}日" in finding.message.zh


def test_an_office_that_reports_for_itself_has_the_deadline_of_a_department():
    day = date(2024, 2, 1)
    assert not found("publication.deadline", published(day, OFFICE))
    assert found("publication.deadline", published(day, OFFICE, scope=gd.Scope.OWN))
    assert not found("publication.deadline", published(day, OFFICE, scope=gd.Scope.CONSOLIDATED))
    assert not found("publication.deadline", published(day, GOVERNMENT, scope=gd.Scope.OWN))


@given(st.sampled_from([DEPARTMENT, GOVERNMENT, TOWNSHIP]), st.integers(0, 120))
def test_a_profile_sets_an_earlier_day_for_each_kind_and_never_a_later_one(agency, days):
    kind = {DEPARTMENT: "department", GOVERNMENT: "government", TOWNSHIP: "township"}[agency]
    day = date(2024, 1, 1) + timedelta(days=days)
    for local in (YearDay(1, 20), YearDay(6, 30)):
        statutory = LAST_DAYS.get(agency, (12, 31))
        last = date(2024, *min((local.month, local.day), statutory))
        late = found(
            "publication.deadline",
            published(day, agency),
            profile=Profile(deadlines={kind: local}),
        )
        assert bool(late) is (day > last)


@pytest.mark.parametrize("agency", [TOWNSHIP, STREET, gd.Agency(name="云溪县青石镇"), MARKET])
def test_townships_have_no_statutory_day_and_that_is_said(agency):
    report = published(date(2025, 12, 1), agency)
    assert not found("publication.deadline", report)
    reason = why_skipped("publication.deadline", report)
    assert "乡镇" in reason.zh
    assert "townships" in reason.en


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (published(None, DEPARTMENT), "no date of publication"),
        (published(date(2025, 1, 1), DEPARTMENT, year=None), "the report's year"),
        (published(date(2025, 1, 1), gd.Agency(name="云溪县某中心")), "the kind of body"),
        (published(date(2025, 1, 1), gd.Agency()), "the kind of body"),
        (published(date(2025, 1, 1), gd.Agency(kind=gd.AgencyKind.GOVERNMENT)), "name nor level"),
        (
            published(date(2025, 1, 1), gd.Agency(kind=gd.AgencyKind.ORGANIZATION)),
            "for organizations",
        ),
    ],
    ids=["no day", "no year", "no kind", "nothing", "a township perhaps", "an organization"],
)
def test_where_no_deadline_is_known_nothing_is_late_and_the_reason_is_said(report, said):
    assert not found("publication.deadline", report)
    reason = why_skipped("publication.deadline", report)
    assert reason.zh
    assert said in reason.en


def test_it_is_said_whether_the_law_or_a_profile_sets_the_day():
    late = published(date(2024, 6, 1), DEPARTMENT)
    (by_law,) = found("publication.deadline", late)
    assert "art. 49" in by_law.message.en
    local = Profile(deadlines={"department": YearDay(1, 20)})
    (locally,) = found("publication.deadline", late, profile=local)
    assert "the profile" in locally.message.en
    assert "art. 49" not in locally.message.en


def test_the_last_years_and_the_29th_of_february_break_nothing():
    leap = Profile(deadlines={"department": YearDay(2, 29)})
    assert not found("publication.deadline", published(date(9999, 1, 1), DEPARTMENT, 9999))
    assert not found(
        "publication.deadline",
        published(
            date(2025, 1, 31),
            DEPARTMENT,
            2024,
        ),
        profile=leap,
    )


@given(st.sampled_from([*LAST_DAYS, TOWNSHIP, gd.Agency()]), YEARS, st.integers(-400, 400))
def test_a_report_is_too_early_before_its_year_has_ended(agency, year, days):
    day = date(year, 12, 31) + timedelta(days=days)
    findings = found("publication.too_early", published(day, agency, year))
    assert len(findings) == (days <= 0)
    for finding in findings:
        assert finding.severity is gd.Severity.WARNING


@pytest.mark.parametrize("changes", [{"published": None}, {"year": None}])
def test_without_a_day_or_a_year_it_is_said_that_it_cannot_be_told(changes):
    report = published(date(2023, 1, 1), DEPARTMENT).replace(changes)
    assert not found("publication.too_early", report)
    assert why_skipped("publication.too_early", report)


def test_who_does_what_is_said_where_there_is_no_day_has_one_read():
    """The line that the message asks for is one that the reader understands."""
    lines = GOOD.read_text(encoding="utf-8").splitlines()
    reason = why_skipped("publication.deadline", gd.read(GOOD).report)
    for said in (reason.zh, reason.en):
        (line,) = re.findall(r"发布日期：[\d-]+", said)
        report = gd.read("\n".join([lines[0], line, *lines[1:]]).encode()).report
        assert report.published == date.fromisoformat(line.removeprefix("发布日期："))


# ---- proactive.rule_making_power

ROW = "proactive_disclosure.government_rules.in_force"


def test_a_body_that_the_profile_names_makes_government_rules():
    report = gd.AnnualReport.blank_form("2021", fill=0).replace({ROW: 6, "agency": TOWNSHIP})
    assert found("proactive.rule_making_power", report)
    named = Profile(rule_making_bodies=frozenset({TOWNSHIP.name}))
    assert not found("proactive.rule_making_power", report, profile=named)
