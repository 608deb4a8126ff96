"""Whether one report is the same body's of the year before another."""

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.records.bridging import may_be_same_body, why_not_before

THIS = gd.AnnualReport(year=2023, agency=gd.Agency(name="云溪县青石镇"), scope="own")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("云溪县青石镇", "云溪县青石镇", True),
        ("云溪县青石镇", "青石镇人民政府", True),
        ("云溪县青石镇人民政府办公室", "云溪县青石镇", True),
        ("云溪市科委", "云溪市科学技术委员会", True),
        ("云溪县青石镇", "云溪县白杨乡", False),
        ("云溪县财政局", "云溪县教育局", False),
        (None, "云溪县财政局", True),
    ],
)
def test_bodies_are_told_apart_by_names_that_neither_shortens(one, other, same):
    assert may_be_same_body(gd.Agency(name=one), gd.Agency(name=other)) is same
    assert may_be_same_body(gd.Agency(name=other), gd.Agency(name=one)) is same


def test_codes_decide_where_both_are_known():
    one, other = gd.Agency(name="甲", code="1"), gd.Agency(name="乙", code="1")
    assert may_be_same_body(one, other)
    assert not may_be_same_body(one, attrs.evolve(one, code="2"))


@pytest.mark.parametrize(
    ("changes", "fits"),
    [
        ({"year": 2022}, True),
        ({"year": None}, True),
        ({"year": 2021}, False),
        ({"year": 2023}, False),
        ({"year": 2022, "scope": "consolidated"}, False),
        ({"year": 2022, "scope": None}, True),
        ({"year": 2022, "agency.name": "云溪县财政局"}, False),
    ],
)
def test_what_speaks_against_a_prior_report_is_said_and_nothing_is_compared(changes, fits):
    prior = THIS.replace(changes)
    assert (why_not_before(THIS, prior) is None) is fits
    skipped = {entry.rule for entry in gd.check(THIS, prior=prior).skipped}
    assert ("years.carried_over" in skipped) is not fits


@pytest.mark.parametrize("changes", [{"year": 2021}, {"year": 2022, "agency.name": "云溪县财政局"}])
def test_a_new_report_refuses_what_is_not_its_prior(changes):
    with pytest.raises(gd.InvalidReport):
        gd.new_report(2023, agency="云溪县青石镇", prior=THIS.replace(changes))


@pytest.mark.parametrize(
    "call",
    [
        lambda: gd.check(None),
        lambda: gd.check(THIS, prior="x"),
        lambda: gd.check(THIS, members=THIS),
        lambda: gd.check(THIS, members=["x"]),
        lambda: gd.loads(None),
    ],
)
def test_misuse_is_a_type_error_that_says_what_is_wanted(call):
    with pytest.raises(TypeError, match="wanted, not"):
        call()


def test_a_text_that_names_a_member_is_taken_as_it():
    assert THIS.scope is gd.Scope.OWN
    assert gd.Agency(level="township", kind="office").level is gd.Level.TOWNSHIP
    with pytest.raises(gd.InvalidReport):
        gd.Agency(level="village")
