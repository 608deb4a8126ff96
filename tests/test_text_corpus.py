"""The rules on words and days on real reports: what they find, each judged by reading it."""

import pytest

import govdisclosure as gd

RULES = ("text.", "publication.")
JUDGED = {
    "2019_shanghai_bangongting.html": {("text.overview_aspects", "overview")},
    "2023_huaian_hongzequ.txt": {
        ("text.accountability", "overview"),
        ("text.personal_data", "asides[2]"),
    },
    "2023_huojia_shizhuangzhen.txt": set(),
    "2023_shuyang_fagaiju.html": set(),
}
"""What is right to find: section 一 of the first says nothing of supervision; the district does not
say what assessment, comment and accountability came to, and its mailbox is with a provider for
people (a note)."""
CLAIMS = ("text.states_cell", "text.states_none", "text.share", "text.fees_mentioned")
"""Rules on what the words claim of the cells; they have their own test."""


@pytest.mark.parametrize("name", JUDGED)
def test_what_is_found_in_a_real_report_is_right(shared, name):
    review = gd.check(gd.read(shared / "corpus" / name))
    found = {
        (f.rule, f.at): f.severity
        for f in review.findings
        if f.rule.startswith(RULES) and f.rule not in CLAIMS
    }
    assert set(found) == JUDGED[name]
    assert gd.Severity.ERROR not in found.values()


def test_real_reports_do_not_copy_each_other(shared):
    readings = [gd.read(shared / "corpus" / name) for name in JUDGED]
    assert gd.duplicates(readings) == ()


@pytest.mark.parametrize("name", JUDGED)
def test_the_report_of_another_body_with_the_same_words_is_found(shared, name):
    report = gd.read(shared / "corpus" / name).report
    other = report.replace({"agency": gd.Agency(name="云溪县青石镇")})
    pairs = gd.duplicates([report, other])
    assert {pair.section for pair in pairs} >= {"overview", "problems"}
