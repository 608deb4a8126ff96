"""What a check gives back: findings as values, in order, in two languages; what was skipped."""

import re
from datetime import date

import attrs
import pytest
from hypothesis import given, settings

import govdisclosure as gd
import worded
from families import disturbed_families
from govdisclosure import rules
from govdisclosure.checking import evaluator, judging, members, membership
from govdisclosure.checking.ruleset import ruleset
from govdisclosure.rules.vocabulary import RecordRule

FORM = gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023})
FORM_2019 = gd.AnnualReport.blank_form("2019", fill=0)
HOLDS = gd.Outcome.HOLDS
TOTAL, LEAF = "requests.outcomes.total", "requests.outcomes.granted"
ALL_WRONG = FORM.replace(
    {
        "agency": gd.Agency(level=gd.Level.TOWNSHIP),
        "proactive_disclosure.government_rules.issued": 4,
        "proactive_disclosure.normative_documents": gd.DocumentsPublished(
            newly_published=1, published_total=0
        ),
        "proactive_disclosure.fees.unit": gd.Unit.YUAN,
        "requests.received.natural_person": 95,
        f"{LEAF}.natural_person": 93,
        f"{TOTAL}.natural_person": 95,
        "requests.carried_out": None,
        "remedies.litigation.direct.upheld": None,
        "remedies.reconsideration.total": 3,
    }
)
PRIOR = FORM.replace(
    {
        "year": 2022,
        "requests.carried_out.total": 2,
        "proactive_disclosure.government_rules.in_force": 1,
    }
)


def numbers(text):
    return set(re.findall(r"-?\d+(?:\.\d+)?", text))


def finding_of(rule, report, **others):
    (finding,) = (f for f in gd.check(report, **others).findings if f.rule == rule)
    return finding


# ---- findings


@pytest.mark.parametrize(
    ("rule", "changes", "said"),
    [
        ("requests.outcome_total", {f"{LEAF}.total": 93, f"{TOTAL}.total": 95}, {"93", "95", "2"}),
        (
            "requests.row_total",
            {f"{LEAF}.enterprise": 18, f"{LEAF}.natural_person": 21, f"{LEAF}.total": 36},
            {"18", "21", "39", "36", "3"},
        ),
        (
            "requests.balance",
            {
                "requests.received.total": 713,
                "requests.carried_in.total": 36,
                f"{TOTAL}.total": 719,
                "requests.carried_out.total": 31,
            },
            {"713", "36", "749", "719", "31", "750", "1"},
        ),
        (
            "remedies.total",
            {
                "remedies.reconsideration.upheld": 3,
                "remedies.reconsideration.pending": 2,
                "remedies.reconsideration.total": 6,
            },
            {"3", "2", "5", "6", "1"},
        ),
        (
            "proactive.issued_in_force",
            {
                "proactive_disclosure.government_rules.issued": 9,
                "proactive_disclosure.government_rules.repealed": 2,
                "proactive_disclosure.government_rules.in_force": 3,
            },
            {"9", "2", "3", "5", "4"},
        ),
    ],
)
def test_the_sentence_of_a_broken_relation_carries_its_numbers(rule, changes, said):
    finding = finding_of(rule, FORM.replace(changes))
    assert numbers(finding.message.zh) >= said
    assert numbers(finding.message.en) >= said


def test_each_side_of_a_broken_relation_is_written_out_as_its_own_sum():
    report = FORM.replace(
        {
            "requests.received.total": 713,
            "requests.carried_in.total": 36,
            f"{TOTAL}.total": 719,
            "requests.carried_out.total": 31,
        }
    )
    finding = finding_of("requests.balance", report)
    assert "719 + 31 = 750 ≠ 749 = 713 + 36（" in finding.message.zh
    assert "719 + 31 = 750 ≠ 749 = 713 + 36 (" in finding.message.en


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        (
            {"remedies.reconsideration.upheld": 1, "remedies.reconsideration.total": 2},
            "总计 2 ≠ 1（1 + 0 + 0 + 0），相差 1",
            "total 2 ≠ 1 (1 + 0 + 0 + 0), difference 1",
        ),
        (
            {"remedies.reconsideration.total": 2},
            "总计 2 ≠ 0（0 + 0 + 0 + 0），相差 2",
            "total 2 ≠ 0 (0 + 0 + 0 + 0), difference 2",
        ),
        (
            {
                "remedies.reconsideration.upheld": 1,
                "remedies.reconsideration.other": 3,
                "remedies.reconsideration.total": 2,
            },
            "总计 2 ≠ 4（1 + 3），相差 2",
            "total 2 ≠ 4 (1 + 3), difference 2",
        ),
    ],
    ids=["one", "none", "two"],
)
def test_a_sum_of_which_one_number_would_be_left_shows_its_zeros(changes, zh, en):
    """Alone, the number would stand there twice: 2 ≠ 1 (1)."""
    finding = finding_of("remedies.total", FORM.replace(changes))
    assert finding.message.zh.endswith(zh)
    assert finding.message.en.endswith(en)


def test_a_balance_of_which_one_number_is_left_a_side_shows_its_zeros():
    report = FORM.replace({"requests.received.total": 1, f"{TOTAL}.total": 2})
    finding = finding_of("requests.balance", report)
    assert "2 + 0 = 2 ≠ 1 = 1 + 0（" in finding.message.zh


def test_the_sentence_names_what_it_is_about_by_its_label():
    finding = finding_of(
        "requests.outcome_total", FORM.replace({f"{TOTAL}.research_institution": 5})
    )
    assert "科研机构" in finding.message.zh
    assert "Research institutions" in finding.message.en


def test_a_blank_among_the_numbers_is_shown_as_a_gap():
    row = "requests.received"
    report = FORM.replace(
        {f"{row}.natural_person": 8, f"{row}.enterprise": None, f"{row}.total": 7}
    )
    finding = finding_of("requests.row_total", report)
    assert "8 + _" in finding.message.zh
    assert "8 + _" in finding.message.en


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("requests.balance", {f"{TOTAL}.total": 9, "requests.carried_out.total": None}),
        ("requests.row_total", {f"{LEAF}.enterprise": None, f"{LEAF}.natural_person": 9}),
    ],
    ids=["too much already, a blank adds to it", "too little already, a blank takes from it"],
)
def test_a_blank_that_only_widens_a_gap_is_no_excuse(rule, changes):
    assert finding_of(rule, FORM.replace(changes)).difference in {9, -9}


def test_the_numbers_of_other_years_and_of_members_are_said_too():
    over = finding_of(
        "years.carried_over", FORM.replace({"requests.carried_in.total": 7}), prior=PRIOR
    )
    assert numbers(over.message.zh) >= {"7", "2", "5"} <= numbers(over.message.en)
    member = FORM.replace({"remedies.reconsideration.other": 4})
    whole = FORM.replace({"remedies.reconsideration.other": 15})
    summed = [
        f for f in gd.check(whole, members=[member, member]).findings if f.rule == "rollup.cells"
    ]
    assert numbers(summed[0].message.zh) >= {"15", "8", "7"} <= numbers(summed[0].message.en)


def test_documents_that_were_repealed_and_are_counted_all_the_same_are_found():
    """What is taken off on one side is not added to it, though the sums would agree then."""
    row = "proactive_disclosure.government_rules"
    report = FORM.replace({f"{row}.issued": 3, f"{row}.repealed": 2, f"{row}.in_force": 6})
    assert finding_of("years.in_force", report, prior=PRIOR).difference == 4


def test_a_sum_over_the_members_with_the_wrong_sign_is_found():
    change = "proactive_disclosure.licensing.change"
    member, whole = FORM_2019.replace({change: 5}), FORM_2019.replace({change: -5})
    (finding,) = gd.check(whole, members=[member]).findings
    assert (finding.cells, finding.difference) == ((f"members.{change}", change), -10)


def test_rows_that_are_one_in_one_layout_and_three_in_another_are_compared_alone():
    closed = "requests.outcomes.closed_otherwise"
    member = FORM_2019.replace({f"{closed}.total": 4, f"{LEAF}.total": 7})
    whole = FORM.replace({"year": None, f"{closed}.other.total": 5, f"{LEAF}.total": 7})
    (finding,) = (f for f in gd.check(whole, members=[member]).findings if f.rule == "rollup.cells")
    assert (finding.at, finding.expected, finding.actual) == (f"{closed}.total", 4, 5)
    assert finding.cells == (
        f"members.{closed}.total",
        *(f"{closed}.{row}.total" for row in ("not_corrected", "fee_unpaid", "other")),
    )


@pytest.mark.parametrize(
    ("changes", "expected", "actual", "difference"),
    [
        ({f"{LEAF}.total": 93, f"{TOTAL}.total": 95}, 93, 95, 2),
        ({f"{LEAF}.total": 9, f"{TOTAL}.total": 4}, 9, 4, -5),
    ],
)
def test_the_difference_is_what_is_stated_less_what_is_expected(
    changes, expected, actual, difference
):
    finding = finding_of("requests.outcome_total", FORM.replace(changes))
    assert (finding.expected, finding.actual, finding.difference) == (expected, actual, difference)


def test_a_finding_without_numbers_has_none():
    finding = finding_of("form.missing", FORM.replace({"remedies": None}))
    assert (finding.expected, finding.actual, finding.difference) == (None, None, None)


def test_every_finding_says_what_its_rule_is_its_severity_and_its_legal_basis():
    rules = {rule.id: rule for rule in gd.RULES}
    findings = gd.check(ALL_WRONG, prior=PRIOR, members=[FORM]).findings
    assert len({finding.rule for finding in findings}) >= 11
    for finding in findings:
        rule = rules[finding.rule]
        assert finding.severity is rule.severity
        assert finding.basis == str(rule.basis)
        assert finding.basis
        assert finding.cells
        assert finding.message.zh
        assert finding.message.en != finding.message.zh
        assert "{" not in finding.message.zh + finding.message.en
        assert finding.waived is None


SEVERITIES = {
    "form.edition": "warning",
    "form.missing": "error",
    "cell.not_a_count": "error",
    "cell.blank": "warning",
    "cell.fee_unit": "warning",
    "proactive.rule_making_power": "warning",
    "proactive.issued_in_force": "warning",
    "proactive.newly_published": "warning",
    "requests.row_total": "error",
    "requests.outcome_total": "error",
    "requests.balance": "error",
    "remedies.total": "error",
    "years.carried_over": "error",
    "years.in_force": "warning",
    "years.items": "warning",
    "years.swing": "note",
    "rollup.coverage": "error",
    "rollup.cells": "error",
    "text.sections": "error",
    "text.year": "warning",
    "text.agency": "warning",
    "text.basis": "warning",
    "text.residue": "warning",
    "text.overview_aspects": "note",
    "text.length": "note",
    "text.problems": "warning",
    "text.accountability": "warning",
    "text.personal_data": "warning",
    "text.duplicate": "warning",
    "publication.deadline": "error",
    "publication.too_early": "warning",
    "text.states_cell": "error",
    "text.states_none": "error",
    "text.share": "warning",
    "text.fees_mentioned": "warning",
}
PRACTICE = {
    **dict.fromkeys(SEVERITIES, "H"),
    "text.fees_mentioned": "M",
    **dict.fromkeys(["form.edition", "cell.blank", "cell.fee_unit"], "M"),
    **dict.fromkeys(["proactive.issued_in_force", "proactive.newly_published", "years.items"], "M"),
    **dict.fromkeys(["text.year", "text.agency", "text.basis", "text.personal_data"], "M"),
    "publication.too_early": "M",
    "years.swing": "L",
}


def test_the_rules_are_those_agreed_on_with_their_severities_and_confidences():
    assert {rule.id: rule.severity.value for rule in gd.RULES} == SEVERITIES
    assert {rule.id: rule.confidence.value for rule in gd.RULES} == PRACTICE


def test_findings_are_in_the_order_of_the_form():
    cells = {cell.address: i for i, cell in enumerate(gd.cells())}
    findings = gd.check(ALL_WRONG, prior=PRIOR).findings
    judged = [cells[f.cells[0] if f.difference is None else f.cells[-1]] for f in findings]
    assert len(set(judged)) > 5
    assert judged == sorted(judged)


def test_what_is_about_several_cells_stands_where_the_first_is_and_a_sum_where_it_is_stated():
    first, last = "requests.received.enterprise", "requests.carried_out.total"
    blank = FORM.replace({first: None, last: None, "requests.carried_in.total": 1})
    assert [(f.rule, f.at) for f in gd.check(blank).findings] == [
        ("cell.blank", "requests"),
        ("requests.row_total", "carried_in"),
    ]


def test_a_check_asks_no_rule_that_has_nothing_to_look_at():
    """Rules on words are not asked about numbers alone, one on blanks not where there are none."""
    rules = [rule for rule in gd.RULES if isinstance(rule, RecordRule)]
    assert [r.id for r in rules if r.of_words] == [r.id for r in rules if r.id[:5] == "text."]
    assert [r.id for r in rules if r.only_with_blanks] == ["cell.blank"]
    assert [r.id for r in rules if r.of_reading] == ["cell.not_a_count"]
    asked = ruleset(gd.NATIONAL)
    assert not [r.id for r in asked.within.relations if r.needs_prior or r.needs_members]
    assert not [r.id for r in asked.on_records if r.of_reading]
    assert not [r.id for r in asked.on_full_records if r.only_with_blanks]
    assert not [r.id for r in (*asked.on_numbers, *asked.on_full_numbers) if r.of_words]


def test_what_is_about_no_cell_comes_before_what_is_about_the_first():
    first = next(cell.address for cell in gd.cells("2021"))
    report = worded.report(title="云溪县商务局2022年政府信息公开工作年度报告")
    findings = gd.check(report.replace({first: None})).findings
    assert [f.rule for f in findings] == ["text.year", "cell.blank"]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_layouts_of_a_report_that_lacks_no_row_are_told_by_its_classes(monkeypatch, edition):
    """It is judged by the same plan as any other, found without walking the report."""
    form = gd.AnnualReport.blank_form(edition, fill=0)
    rows = {
        "proactive_disclosure.normative_documents": (
            gd.DocumentsInForce(issued=1, repealed=0, in_force=1)
            if edition == "2019"
            else gd.DocumentsPublished(newly_published=1, published_total=1)
        )
    }
    reports = [form, form.replace({"requests.received.total": 1}), form.replace(rows)]
    expected = [evaluator.shape(report) for report in reports]
    within = ruleset(gd.NATIONAL).within
    monkeypatch.delattr(evaluator, "shape")
    assert [within.evaluate(report, None)[0].shape for report in reports] == expected


@settings(max_examples=30)
@given(disturbed_families())
def test_the_same_check_gives_the_same_findings_in_the_same_order(family):
    review, again = family.reviewed(), family.reviewed()
    assert review.findings == again.findings
    assert review == again


@settings(max_examples=30)
@given(disturbed_families())
def test_nothing_is_found_twice(family):
    found = [(f.rule, f.at) for f in family.reviewed().findings]
    assert len(set(found)) == len(found)


def test_findings_and_instances_are_values():
    review, again = (gd.check(ALL_WRONG, prior=PRIOR, members=[FORM]) for _ in range(2))
    assert set(review.findings) == set(again.findings)
    assert set(review.instances) == set(again.instances)
    for value in (review.findings[0], review.instances[0], review.skipped[0]):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            value.rule = "another"


def test_the_places_of_a_reading_come_with_its_findings_in_the_order_of_the_cells():
    places = {
        f"{LEAF}.natural_person": gd.Place(text="93", line=9, column=2),
        f"{TOTAL}.natural_person": gd.Place(text="95", line=31, column=2),
        f"{TOTAL}.enterprise": gd.Place(text="0", line=31, column=3),
    }
    report = FORM.replace({f"{LEAF}.natural_person": 93, f"{TOTAL}.natural_person": 95})
    reading = gd.Reading(report=report, places=places)
    finding = finding_of("requests.outcome_total", reading)
    assert [(p.text, p.line, p.cell) for p in finding.places] == [
        ("93", 9, f"{LEAF}.natural_person"),
        ("95", 31, f"{TOTAL}.natural_person"),
    ]
    assert finding_of("requests.outcome_total", report).places == ()


def test_a_reading_is_judged_as_its_report_is():
    report, reading = gd.check(ALL_WRONG), gd.check(gd.Reading(report=ALL_WRONG))
    assert report.findings == reading.findings
    assert report.instances == reading.instances


def test_readings_serve_as_prior_and_members_as_reports_do():
    as_readings = gd.check(
        ALL_WRONG, prior=gd.Reading(report=PRIOR), members=[gd.Reading(report=FORM), None]
    )
    as_reports = gd.check(ALL_WRONG, prior=PRIOR, members=[FORM, None])
    assert as_readings.findings == as_reports.findings
    assert as_readings.instances == as_reports.instances


@pytest.mark.parametrize(
    ("severity", "kept"),
    [
        (gd.Severity.ERROR, {"error"}),
        (gd.Severity.WARNING, {"error", "warning"}),
        (gd.Severity.NOTE, {"error", "warning", "note"}),
    ],
)
def test_at_least_keeps_what_is_that_bad_or_worse_in_order(severity, kept):
    review = gd.check(ALL_WRONG)
    assert review.at_least(severity) == tuple(f for f in review.findings if f.severity in kept)
    assert {f.severity.value for f in review.findings} == {"error", "warning"}


def test_at_least_leaves_out_what_is_waived():
    review = gd.check(ALL_WRONG)
    first, *rest = review.findings
    waived = attrs.evolve(first, waived=gd.Wording("文件清理", "a clean-up of documents"))
    partly = attrs.evolve(review, findings=(waived, *rest))
    assert partly.at_least(gd.Severity.NOTE) == tuple(rest)


# ---- what is made when asked for


@pytest.fixture
def judged(monkeypatch):
    """The instances judged so far."""
    made = []

    def judge(*given, **options):
        made.append(judging.judge(*given, **options))
        return made[-1]

    monkeypatch.setattr(evaluator, "judge", judge)
    monkeypatch.setattr(members, "judge", judge)
    return made


def test_an_instance_that_holds_is_not_made_until_asked_for(judged):
    review = gd.check(
        FORM,
        prior=PRIOR.replace(
            {"requests.carried_out.total": 0, "proactive_disclosure.government_rules.in_force": 0}
        ),
        members=[FORM],
    )
    assert HOLDS not in {instance.outcome for instance in judged}
    assert len(review.instances) == 285
    assert {i for i in judged if i.outcome is HOLDS} == {
        i for i in review.instances if i.outcome is HOLDS
    }
    made = len(judged)
    assert review.counts[HOLDS] > 200
    assert review.undetermined == ()
    assert review.instances
    assert len(judged) == made


def test_only_what_does_not_add_up_is_made_at_once(judged):
    gd.check(FORM.replace({f"{TOTAL}.enterprise": 1, "requests.received.enterprise": 1}))
    assert sorted((i.rule, i.at) for i in judged) == [
        ("requests.outcome_total", "enterprise"),
        ("requests.row_total", "outcomes.total"),
        ("requests.row_total", "received"),
    ]


BLOCK, DOCUMENTS = "remedies.reconsideration", "proactive_disclosure.normative_documents"


@pytest.mark.parametrize(
    "changes",
    [
        {f"{BLOCK}.upheld": 3, f"{BLOCK}.total": None},
        {f"{BLOCK}.upheld": None, f"{BLOCK}.total": 3},
        {f"{DOCUMENTS}.in_force": 3, f"{BLOCK}.other": None},
        {f"{DOCUMENTS}.issued": 3, f"{DOCUMENTS}.in_force": None},
    ],
    ids=["a total is open", "a part is open", "fewer than at most", "at most what is open"],
)
def test_what_holds_or_may_hold_once_blanks_are_filled_is_not_made_at_once(judged, changes):
    assert [f.rule for f in gd.check(FORM.replace(changes)).findings] == ["cell.blank"]
    assert not judged


def test_nothing_is_left_to_judge_of_a_complete_report_in_which_everything_holds():
    fewer = FORM.replace({f"{DOCUMENTS}.in_force": 3})
    for report in (FORM, FORM_2019, fewer):
        assert ruleset(gd.NATIONAL).within.evaluate(report, None)[1] is None


# ---- what was skipped

YEARS = ["years.carried_over", "years.in_force", "years.items"]


def skipped(report, **others):
    return {s.rule: s.reason for s in gd.check(report, **others).skipped}


def test_every_rule_that_was_not_applied_is_named_with_a_reason_in_both_languages():
    found = skipped(FORM)
    assert list(found) == [
        "cell.not_a_count",
        *YEARS,
        "years.swing",
        "rollup.coverage",
        "rollup.cells",
        *OF_WORDS,
    ]
    for reason in found.values():
        assert reason.zh
        assert reason.en
        assert reason.zh != reason.en


OF_WORDS = [name for name in SEVERITIES if name.startswith(("text.", "publication."))]
"""Rules that have nothing to look at in a record of nothing but numbers."""


def test_nothing_is_skipped_where_everything_was_given():
    government = attrs.evolve(worded.GOVERNMENT, name="云溪县")
    whole = worded.report(published=date(2024, 1, 20), agency=government)
    bodies = [gd.Body(name="云溪县"), gd.Body(name="青石镇", parent="云溪县")]
    assert not skipped(
        gd.Reading(report=whole),
        prior=PRIOR.replace({"agency.name": "云溪县"}),
        members=[FORM.replace({"agency.name": "青石镇"})],
        roster=gd.Roster(bodies=bodies),
        profile=gd.Profile(on=frozenset({"years.swing", "text.length"}), overview_limit=1000),
        copies=[],
    )


def test_each_thing_given_frees_its_rules():
    assert "cell.not_a_count" not in skipped(gd.Reading(report=FORM))
    assert not set(YEARS) & set(skipped(FORM, prior=PRIOR))
    assert "rollup.cells" not in skipped(FORM, members=[None])


def test_without_a_year_or_an_edition_for_it_the_layouts_are_not_judged_and_it_is_said_why():
    assert "not known" in skipped(FORM.replace({"year": None}))["form.edition"].en
    assert "2010" in skipped(FORM.replace({"year": 2010}))["form.edition"].en
    assert "form.missing" not in skipped(FORM.replace({"year": None}))


def test_one_body_twice_is_refused_wherever_it_stands_among_the_members():
    one = FORM.replace({"agency": BODY})
    nameless = FORM.replace({"agency": gd.Agency()})
    for reports in ([None, one, one], [nameless, one, nameless, one]):
        assert BODY.name in skipped(FORM, members=reports)["rollup.cells"].en
    assert "rollup.cells" not in skipped(FORM, members=[nameless, nameless, None, None, one])
    coded = FORM.replace({"agency": gd.Agency(code="A-71")})
    assert "A-71" in skipped(FORM, members=[coded, coded])["rollup.cells"].en


def test_the_digest_tells_one_version_of_the_rules_from_another(monkeypatch):
    before = rules.digest()
    assert re.fullmatch("[0-9a-f]{16}", before)
    first = next(rule for rule in gd.RULES if isinstance(rule, gd.Relation))
    swapped = attrs.evolve(first, expected=first.stated, stated=first.expected)
    changed = tuple(swapped if rule is first else rule for rule in gd.RULES)
    monkeypatch.setattr(rules, "RULES", changed)
    assert rules.digest() != before


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        (
            "form.edtion",
            "没有规则“form.edtion”；相近的有：form.edition、form.missing",
            "no rule 'form.edtion'; did you mean form.edition, form.missing?",
        ),
        ("xyz", "没有规则“xyz”", "no rule 'xyz'"),
    ],
)
def test_an_unknown_rule_is_refused_with_the_nearest_if_there_is_one(name, zh, en):
    with pytest.raises(gd.UnknownName) as caught:
        rules.rule(name)
    assert (caught.value.wording.zh, caught.value.wording.en) == (zh, en)


def test_members_whose_year_is_not_known_are_compared():
    yearless = FORM.replace({"year": None})
    assert "rollup.cells" not in skipped(FORM, members=[yearless, FORM])
    assert "rollup.cells" not in skipped(yearless, members=[FORM, yearless])


def test_a_report_of_its_own_scope_is_not_compared_with_members_and_says_so():
    own = FORM.replace({"scope": gd.Scope.OWN, "requests.received.total": 3})
    for reports in ([FORM], [], None):
        assert skipped(own, members=reports)["rollup.cells"] == membership.OWN_SCOPE
    assert not [f for f in gd.check(own, members=[FORM]).findings if f.rule == "rollup.cells"]


@pytest.mark.parametrize("given", [None, [], ()])
def test_no_members_are_no_members_however_they_are_given(given):
    assert "rollup.cells" in skipped(FORM, members=given)


BODY, OTHER = gd.Agency(name="甲县", code="1"), gd.Agency(name="乙县", code="2")


@pytest.mark.parametrize(
    ("report", "prior", "said"),
    [
        ({"year": 2023}, {"year": 2021}, {"2021", "2022"}),
        ({"year": 2023}, {"year": 2023}, {"2023", "2022"}),
        ({"year": 2023}, {"year": 2024}, {"2024", "2022"}),
        ({"agency": BODY}, {"agency": OTHER}, set()),
        ({"scope": gd.Scope.OWN}, {"scope": gd.Scope.CONSOLIDATED}, set()),
    ],
)
def test_a_report_that_is_not_that_of_the_year_before_is_refused_and_nothing_is_compared(
    report, prior, said
):
    """Not even the fees, whose rule looks at the year before without being a relation."""
    fees = "proactive_disclosure.fees.amount"
    now = FORM.replace({"year": 2023, "requests.carried_in.total": 7, fees: 10_000, **report})
    before = FORM.replace({"year": 2022, fees: 1, **prior})
    review = gd.check(now, prior=before)
    reasons = {s.rule: s.reason for s in review.skipped if s.rule in YEARS}
    assert list(reasons) == YEARS
    for reason in reasons.values():
        assert reason != skipped(now)[YEARS[0]]
        assert numbers(reason.zh) >= said <= numbers(reason.en)
    assert review.findings == gd.check(now).findings
    assert review.instances == gd.check(now).instances


@pytest.mark.parametrize(
    ("report", "prior"),
    [
        ({"year": 2023}, {"year": 2022}),
        ({"year": None}, {"year": 2022}),
        ({"year": 2023}, {"year": None}),
        ({"agency": BODY}, {"agency": BODY}),
        ({"agency": BODY}, {"agency": gd.Agency(name="甲县人民政府")}),
        ({"scope": gd.Scope.OWN}, {"scope": gd.Scope.OWN}),
        ({"scope": gd.Scope.OWN}, {"scope": None}),
    ],
)
def test_a_report_that_may_be_that_of_the_year_before_is_compared(report, prior):
    now = FORM.replace({"year": 2023, "requests.carried_in.total": 7, **report})
    before = FORM.replace({"year": 2022, **prior})
    assert finding_of("years.carried_over", now, prior=before).difference == 7
    assert not set(YEARS) & set(skipped(now, prior=before))
