"""Profiles: read from TOML whole or refused with every problem, and what they change in a check."""

import json
from decimal import Decimal, localcontext

import attrs
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from families import disturbed_families, patchwork_families
from running import EXAMPLES

COUNTY = EXAMPLES / "county"
FORM = gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023})
TOTAL, LEAF = "requests.outcomes.total", "requests.outcomes.granted"
RULE_IDS = [rule.id for rule in gd.RULES]
LOCAL = """
[[relation]]
id = "local.fees"
severity = "warning"
over = "applicant"
expected = [{ cell = "requests.carried_out.{at}" }]
sign = "<="
stated = [{ cell = "requests.received.{at}" }, { cell = "requests.carried_in.{at}" }]
basis = "33"
sentences = "不多于"
message = { zh = "{at}：{expected} 多于 {actual}", en = "{at}: {expected} above {actual}" }
"""


def load(text):
    return gd.load_profile(text.encode())


def problems(text):
    with pytest.raises(gd.InvalidProfile) as caught:
        load(text)
    for problem in caught.value.problems:
        assert problem.path in problem.wording.zh
        assert problem.path in problem.wording.en
        assert problem.expected.zh != problem.expected.en
    return {p.path: (p.value, p.expected.en) for p in caught.value.problems}


# ---- reading


def test_the_sample_profile_is_read():
    profile = gd.load_profile(COUNTY / "profile.toml")
    assert profile.name == "岚川市云溪县"
    assert profile.on == {"years.swing"}
    assert profile.deadlines["department"] == gd.YearDay(1, 20)
    assert profile.severities["cell.blank"] is gd.Severity.ERROR
    (relation,) = profile.relations
    assert relation.id == "local.carried_out"
    assert relation.sign is gd.Sign.AT_MOST
    assert "云政公开办〔2023〕5号" in str(relation.basis)


def test_an_empty_file_asks_for_nothing():
    assert load("") == gd.NATIONAL


def test_a_relation_without_a_range_is_applied_once():
    text = LOCAL.replace('over = "applicant"\n', "").replace(".{at}", ".total")
    (relation,) = load(text).relations
    review = gd.check(FORM, profile=gd.Profile(relations=(relation,)))
    assert [i.at for i in review.instances if i.rule == "local.fees"] == ["report"]


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ('off = ["cell.blnk"]', "off[0]", "did you mean cell.blank"),
        ('[severities]\n"cell.blnk" = "error"', 'severities."cell.blnk"', "cell.blank"),
        ('[severities]\n"cell.blank" = "eror"', 'severities."cell.blank"', "did you mean error"),
        ('on = ["years.swing"]\noff = ["years.swing"]', "on", "either on or off"),
        ('off = "cell.blank"', "off", "an array"),
        ('off = ["cell.blank", "cell.blank"]', "off", "once only"),
        ("overview_limit = 0", "overview_limit", "1 or more"),
        ('overview_limit = "1000"', "overview_limit", "a whole number"),
        ("overview_limit = true", "overview_limit", "a whole number"),
        ("sevrities = {}", "sevrities", "did you mean severities"),
        ('[deadlines]\ndepartment = "02-15"', "deadlines.department", "not after 01-31"),
        ('[deadlines]\ntownship = "02-30"', "deadlines.township", "a day that exists"),
        ('[deadlines]\ntownship = "2-3"', "deadlines.township", "MM-DD"),
        ('[deadlines]\nvillage = "01-31"', "deadlines.village", "township"),
        ("name = ", "$", "TOML"),
        ('name = ""', "name", "not empty"),
        ("a = 1\na = 2", "$", "TOML"),
    ],
)
def test_what_is_wrong_is_said_with_its_key(text, path, said):
    assert said in problems(text)[path][1]


@pytest.mark.parametrize(
    ("old", "new", "path", "said"),
    [
        ("local.fees", "requests.balance", "relation[0].id", "no other rule"),
        ("local.fees", "Local Fees", "relation[0].id", "lower-case"),
        ("local.fees", "local.fees\\n", "relation[0].id", "lower-case"),
        ('"applicant"', '"aplicant"', "relation[0].over", "did you mean applicant"),
        ('"applicant"', '"result"', "relation[0].expected[0].cell", "address of a cell"),
        (
            "requests.carried_in.{at}",
            "requests.carriedin.{at}",
            "relation[0].stated[1].cell",
            "did you mean requests.carried_in.natural_person",
        ),
        (
            "requests.carried_in.{at}",
            "requests.{outcom}.{at}",
            "relation[0].stated[1].cell",
            "did you mean outcome",
        ),
        ("{expected} above", "{expectd} above", "relation[0].message.en", "in braces only"),
        ("{expected} above", "{at.zh} above", "relation[0].message.en", "in braces only"),
        ("{expected} above", "{expected above", "relation[0].message.en", "in braces only"),
        ('basis = "33"', 'basis = "art. 33"', "relation[0].basis", "places in the Regulations"),
        ('basis = "33"', "", "relation[0].basis", "the key to be there"),
        ('"<="', '"<"', "relation[0].sign", "one of =, <="),
        (
            '"requests.received.{at}"',
            '"a", coefficient = 2',
            "relation[0].stated[0].coefficient",
            "1",
        ),
        (
            "message = {",
            'row = "requests.{at}"\nmessage = {',
            "relation[0].row",
            "did you mean requests.",
        ),
        ("stated = [", "stated = []\nx = [", "relation[0].stated", "1 or more"),
    ],
)
def test_what_is_wrong_with_a_relation_is_said(old, new, path, said):
    assert old in LOCAL
    assert said in problems(LOCAL.replace(old, new, 1))[path][1]


def test_cells_of_two_kinds_of_other_reports_in_one_relation_are_refused():
    text = LOCAL.replace("requests.carried_in", "prior.requests.carried_in").replace(
        "requests.carried_out", "members.requests.carried_out"
    )
    assert "together" in problems(text)["relation[0]"][1]


def test_a_range_that_no_cell_uses_is_refused():
    assert "{at}" in problems(LOCAL.replace(".{at}", ".total"))["relation[0].over"][1]


def test_all_problems_are_listed_at_once():
    found = problems('off = ["x.y", "cell.blnk"]\n[severities]\n"a.b" = "error"\n' + LOCAL * 2)
    assert list(found) == ['severities."a.b"', "off[0]", "off[1]", "relation[1].id"]


def test_a_file_that_is_not_there_or_not_unicode_is_said(tmp_path):
    with pytest.raises(gd.UnreadableDocument, match="no such file"):
        gd.load_profile(tmp_path / "none.toml")
    with pytest.raises(gd.InvalidProfile, match="UTF-8"):
        gd.load_profile('name = "甲"'.encode("gb18030"))
    assert gd.load_profile(b"\xef\xbb\xbf" + 'name = "甲"'.encode()).name == "甲"


# ---- round trips

NAMES = st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=5)
WORDINGS = st.builds(
    gd.Wording, *[NAMES.map(lambda text: text.replace("{", "").replace("}", "") or "x")] * 2
)
APPLICANT_ROWS = st.sampled_from(["received", "carried_in", "carried_out", "outcomes.total"])
TERMS = st.builds(
    gd.Term, APPLICANT_ROWS.map(lambda row: f"requests.{row}.{{at}}"), st.sampled_from([1, -1])
)
RELATIONS = st.builds(
    gd.Relation,
    id=st.sampled_from(["local.a", "local.b_2", "city.fees.x"]),
    severity=st.sampled_from(gd.Severity),
    basis=st.builds(
        lambda title, number: gd.Basis(
            citations=(
                gd.Citation(
                    instrument=gd.Instrument(title=title, number=number),
                    confidence=gd.Confidence.LOCAL,
                ),
            )
        ),
        WORDINGS,
        NAMES,
    ),
    confidence=st.sampled_from(gd.Practice),
    sentences=WORDINGS,
    why=WORDINGS,
    mend=WORDINGS,
    expected=st.lists(TERMS, min_size=1, max_size=2).map(tuple),
    sign=st.sampled_from(gd.Sign),
    stated=st.lists(TERMS, min_size=1, max_size=2).map(tuple),
    over=st.just("applicant"),
    message=WORDINGS,
)
RULES_APART = st.sampled_from(RULE_IDS).flatmap(
    lambda one: st.tuples(
        st.just(frozenset({one})), st.sets(st.sampled_from(RULE_IDS)).map(lambda s: s - {one})
    )
)


@st.composite
def profiles(draw):
    off, on = draw(RULES_APART)
    return gd.Profile(
        name=draw(st.none() | NAMES),
        severities=draw(
            st.dictionaries(st.sampled_from(RULE_IDS), st.sampled_from(gd.Severity), max_size=3)
        ),
        off=off,
        on=frozenset(on),
        deadlines=draw(
            st.dictionaries(
                st.sampled_from(["department", "government", "township"]),
                st.builds(gd.YearDay, st.just(1), st.integers(1, 31)),
            )
        ),
        overview_limit=draw(st.none() | st.integers(1, 10**6)),
        rule_making_bodies=draw(st.frozensets(NAMES, max_size=3)),
        relations=tuple(draw(st.lists(RELATIONS, max_size=2, unique_by=lambda r: r.id))),
    )


def plain(profile):
    """The profile as the values of its file."""
    words = attrs.asdict
    return {
        **({} if profile.name is None else {"name": profile.name}),
        "severities": {rule: severity.value for rule, severity in profile.severities.items()},
        "off": sorted(profile.off),
        "on": sorted(profile.on),
        "deadlines": {k: f"{d.month:02}-{d.day:02}" for k, d in profile.deadlines.items()},
        **({} if profile.overview_limit is None else {"overview_limit": profile.overview_limit}),
        "rule_making_bodies": sorted(profile.rule_making_bodies),
        "relation": [
            {
                "id": r.id,
                "severity": r.severity.value,
                "basis": words(r.basis.citations[0].instrument.title)
                | {"number": r.basis.citations[0].instrument.number},
                "confidence": r.confidence.value,
                "sentences": words(r.sentences),
                "why": words(r.why),
                "mend": words(r.mend),
                "expected": [words(term) for term in r.expected],
                "sign": r.sign.value,
                "stated": [words(term) for term in r.stated],
                "over": r.over,
                "message": words(r.message),
            }
            for r in profile.relations
        ],
    }


def toml(value):
    """A plain value as TOML writes it in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def values(profile):
    """The profile with its relations as values."""
    fields = [f.name for f in attrs.fields(gd.Relation)]
    relations = [{name: getattr(r, name) for name in fields} for r in profile.relations]
    return attrs.evolve(profile, relations=()), relations


@settings(max_examples=50)
@given(profiles())
def test_a_profile_written_is_read_again(profile):
    written = plain(profile)
    jsonschema.Draft202012Validator(gd.profile_schema()).validate(written)
    text = "".join(f"{key} = {toml(value)}\n" for key, value in written.items())
    assert values(load(text)) == values(profile)


# ---- what a profile changes in a check

WRONG = FORM.replace({f"{LEAF}.total": 93, f"{LEAF}.natural_person": 93, f"{TOTAL}.total": 95})
BROKEN = {"requests.outcome_total", "requests.row_total", "requests.balance"}


def test_a_rule_that_is_off_finds_nothing_and_is_skipped_with_the_reason():
    profile = gd.Profile(off=frozenset({"requests.outcome_total", "cell.blank", "form.missing"}))
    report = WRONG.replace({"requests.carried_in.enterprise": None, "remedies": None})
    review = gd.check(report, profile=profile)
    assert {f.rule for f in review.findings} == {"requests.row_total", "requests.balance"}
    reasons = {s.rule: s.reason.en for s in review.skipped}
    for rule in profile.off:
        assert "switched off" in reasons[rule]
    off = [i for i in review.instances if i.rule == "requests.outcome_total"]
    assert {i.outcome for i in off} == {gd.Outcome.NOT_APPLICABLE}
    assert {i.reason.en for i in off} == {reasons["requests.outcome_total"]}
    assert len(review.instances) == len(gd.check(report).instances)


@pytest.mark.parametrize("rule", [r.id for r in gd.RULES if isinstance(r, gd.Relation)])
def test_any_relation_can_be_switched_off(rule):
    review = gd.check(
        WRONG,
        prior=FORM.replace({"year": 2022}),
        members=[FORM, None],
        profile=gd.Profile(off=frozenset({rule})),
    )
    assert {i.outcome for i in review.instances if i.rule == rule} == {gd.Outcome.NOT_APPLICABLE}
    assert rule not in {f.rule for f in review.findings}
    assert rule in {s.rule for s in review.skipped}


def test_a_severity_changes_the_findings_and_what_counts_as_failure():
    assert {f.severity for f in gd.check(WRONG).findings} == {gd.Severity.ERROR}
    softer = gd.Profile(severities=dict.fromkeys(BROKEN, gd.Severity.NOTE))
    review = gd.check(WRONG, profile=softer)
    assert {f.severity for f in review.findings} == {gd.Severity.NOTE}
    assert not review.at_least(gd.Severity.ERROR)
    assert [f.message for f in review.findings] == [f.message for f in gd.check(WRONG).findings]


def test_a_finding_that_is_milder_than_its_rule_stays_milder():
    bodies = [gd.Body(name="甲县"), gd.Body(name="乙局", parent="甲县")]
    stranger = FORM.replace({"agency.name": "丙局"})
    review = gd.check(
        FORM.replace({"agency.name": "甲县"}),
        members=[stranger],
        roster=gd.Roster(bodies=bodies),
        profile=gd.Profile(severities={"rollup.coverage": gd.Severity.WARNING}),
    )
    by_place = {f.at: f.severity for f in review.findings if f.rule == "rollup.coverage"}
    assert by_place["乙局"] is gd.Severity.WARNING
    assert by_place["丙局"] is gd.Severity.NOTE


def test_a_relation_with_members_that_is_switched_off_finds_nothing():
    whole = FORM.replace({f"{LEAF}.enterprise": 4})
    off = gd.Profile(off=frozenset({"rollup.cells"}))
    assert "rollup.cells" in {f.rule for f in gd.check(whole, members=[FORM]).findings}
    review = gd.check(whole, members=[FORM], profile=off)
    assert "rollup.cells" not in {f.rule for f in review.findings}


def test_a_total_that_is_blank_is_no_swing_and_hides_none():
    block = "remedies.reconsideration"
    report = FORM.replace({"requests.received.total": None, f"{block}.total": 50})
    prior = FORM.replace({"year": 2022, "requests.received.total": 10, f"{block}.total": 10})
    review = gd.check(report, prior=prior, profile=gd.Profile(on=frozenset({"years.swing"})))
    (finding,) = (f for f in review.findings if f.rule == "years.swing")
    assert (finding.at, finding.cells) == (block, (f"{block}.total",))


def test_the_severity_of_one_rule_is_not_that_of_another():
    profile = gd.Profile(severities={"cell.blank": gd.Severity.ERROR})
    report = FORM.replace({f"{LEAF}.enterprise": 4, "remedies.reconsideration.other": None})
    before = {f.rule: f.severity for f in gd.check(report).findings}
    after = {f.rule: f.severity for f in gd.check(report, profile=profile).findings}
    assert len(before) > 2
    assert after == before | {"cell.blank": gd.Severity.ERROR}


def test_a_profile_that_names_an_unknown_rule_is_refused_in_the_check_too():
    with pytest.raises(gd.InvalidProfile, match=r"cell\.blnk"):
        gd.check(FORM, profile=gd.Profile(off=frozenset({"cell.blnk"})))
    balance = next(r for r in gd.RULES if r.id == "requests.balance")
    with pytest.raises(gd.InvalidProfile, match=r"requests\.balance"):
        gd.check(FORM, profile=gd.Profile(relations=(balance,)))


def test_just_the_relations_whose_ids_are_taken_are_refused():
    balance = next(r for r in gd.RULES if r.id == "requests.balance")
    names = (balance.id, "local.one", "local.twice", "local.two", "local.twice")
    further = tuple(attrs.evolve(balance, id=name) for name in names)
    with pytest.raises(gd.InvalidProfile) as caught:
        gd.check(FORM, profile=gd.Profile(relations=further))
    assert [(p.path, p.value) for p in caught.value.problems] == [
        ("relations[0].id", "requests.balance"),
        ("relations[2].id", "local.twice"),
    ]


def test_a_further_relation_is_evaluated_listed_and_found_as_those_of_the_form():
    profile = load(LOCAL)
    report = FORM.replace({"requests.carried_out.enterprise": 5, "requests.received.enterprise": 2})
    review = gd.check(report, profile=profile)
    (found,) = (f for f in review.findings if f.rule == "local.fees")
    assert (found.at, found.expected, found.actual, found.difference) == ("enterprise", 5, 2, -3)
    assert found.severity is gd.Severity.WARNING
    assert found.message.en == "Commercial enterprises: 5 above 2"
    outcomes = {i.at: i.outcome for i in review.instances if i.rule == "local.fees"}
    assert outcomes["enterprise"] is gd.Outcome.BROKEN
    assert outcomes["total"] is gd.Outcome.HOLDS
    assert len(outcomes) == 7
    blank = report.replace({"requests.carried_in.enterprise": None})
    (open_one,) = (
        i for i in gd.check(blank, profile=profile).undetermined if i.rule == "local.fees"
    )
    assert (open_one.needed[0].cell, open_one.needed[0].at_least) == (
        "requests.carried_in.enterprise",
        3,
    )


def test_further_relations_may_compare_with_last_year_and_with_members():
    prior = LOCAL.replace("requests.carried_out", "prior.requests.received")
    now, before = FORM, FORM.replace({"year": 2022, "requests.received.total": 9})
    review = gd.check(now, prior=before, profile=load(prior))
    assert [f.at for f in review.findings if f.rule == "local.fees"] == ["total"]
    assert "local.fees" in {s.rule for s in gd.check(now, profile=load(prior)).skipped}
    summed = LOCAL.replace("requests.carried_out", "members.requests.received")
    members = [FORM.replace({"requests.received.total": 2}), FORM]
    review = gd.check(now, members=members, profile=load(summed))
    assert [(f.at, f.expected) for f in review.findings if f.rule == "local.fees"] == [("total", 2)]


# ---- a swing over the years


@pytest.mark.parametrize(
    ("now", "before", "found"),
    [
        (5, 1, True),
        (4, 1, False),
        (1, 5, True),
        (2, 5, False),
        (0, 3, True),
        (9, 0, False),
        (0, 0, False),
    ],
)
def test_a_total_five_times_or_a_fifth_of_last_years_is_noted_where_asked_for(now, before, found):
    total = "requests.received.total"
    report, prior = FORM.replace({total: now}), FORM.replace({"year": 2022, total: before})
    asked = gd.Profile(on=frozenset({"years.swing"}))
    review = gd.check(report, prior=prior, profile=asked)
    swings = [f for f in review.findings if f.rule == "years.swing"]
    assert [f.at for f in swings] == (["requests.received"] if found else [])
    assert "years.swing" not in {f.rule for f in gd.check(report, prior=prior).findings}
    wrong_year = prior.replace({"year": 2020})
    reasons = {s.rule: s.reason for s in gd.check(report, prior=wrong_year, profile=asked).skipped}
    assert reasons["years.swing"] == reasons["years.carried_over"]


# ---- a relation of a profile is evaluated as one of the form is

BUILT_IN = [rule for rule in gd.RULES if isinstance(rule, gd.Relation)]
COPIES = gd.Profile(relations=tuple(attrs.evolve(r, id=f"local.{r.id}") for r in BUILT_IN))


@settings(max_examples=40)
@given(disturbed_families() | patchwork_families())
def test_a_copy_of_each_relation_of_the_form_comes_to_the_same(family):
    review = gd.check(family.report, prior=family.prior, members=family.members, profile=COPIES)
    own = [i for i in review.instances if not i.rule.startswith("local.")]
    copied = [i for i in review.instances if i.rule.startswith("local.")]
    assert [attrs.evolve(i, rule=f"local.{i.rule}") for i in own] == copied
    relations = {relation.id for relation in BUILT_IN}
    assert {
        attrs.evolve(f, rule=f"local.{f.rule}") for f in review.findings if f.rule in relations
    } == {f for f in review.findings if f.rule.startswith("local.")}
    assert family.reviewed().instances == tuple(own)


def test_money_in_a_relation_of_a_profile_is_exact_whatever_the_decimal_context():
    fees = "proactive_disclosure.fees.amount"
    relation = attrs.evolve(
        BUILT_IN[0],
        id="local.fees",
        expected=(gd.Term(f"prior.{fees}"),),
        sign=gd.Sign.EQUAL,
        stated=(gd.Term(fees),),
        over="report",
        row=None,
        message=gd.Wording("{actual}", "{actual}"),
    )
    now = FORM.replace({fees: Decimal("86489.3629")})
    before = FORM.replace({"year": 2022, fees: Decimal("86489.3628")})
    profile = gd.Profile(relations=(relation,))
    with localcontext(prec=3):
        (found,) = (
            f for f in gd.check(now, prior=before, profile=profile).findings if f.at == "report"
        )
    assert found.difference == Decimal("0.0001")


def test_no_decimal_context_rounds_a_sum_of_money_to_what_it_is_compared_with():
    fees = "proactive_disclosure.fees.amount"
    relation = attrs.evolve(
        BUILT_IN[0],
        id="local.twice",
        expected=(gd.Term(f"prior.{fees}"),),
        sign=gd.Sign.EQUAL,
        stated=(gd.Term(fees), gd.Term(fees)),
        over="report",
        row=None,
    )
    now = FORM.replace({fees: Decimal("86489.3629")})
    before = FORM.replace({"year": 2022, fees: Decimal(173000)})
    with localcontext(prec=3):
        review = gd.check(now, prior=before, profile=gd.Profile(relations=(relation,)))
    (found,) = (f for f in review.findings if f.rule == "local.twice")
    assert found.difference == Decimal("-21.2742")


def test_a_relation_of_two_blanks_that_meet_no_sum_leaves_them_blank():
    rows = [f"proactive_disclosure.{row}.decisions" for row in ("licensing", "penalties")]
    relation = attrs.evolve(
        BUILT_IN[0],
        id="local.alike",
        expected=(gd.Term(rows[0]),),
        sign=gd.Sign.EQUAL,
        stated=(gd.Term(rows[1]),),
        over="report",
        row=None,
    )
    review = gd.check(FORM.replace(dict.fromkeys(rows)), profile=gd.Profile(relations=(relation,)))
    (blank,) = (f for f in review.findings if f.rule == "cell.blank")
    assert list(blank.cells) == rows
