"""Rosters: read from TOML and CSV whole or refused, and whose reports are there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from running import EXAMPLES

FORM = gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023})
COUNTY = EXAMPLES / "county"
HEAD = "name,code,kind,level,parent,scope\n"
ROWS = """\
甲县,01,government,county,,consolidated
乙局,02,department,county,甲县,
丙镇,,,township,01,own
"""


def of(name, *, scope=None, **cells):
    return FORM.replace({"agency.name": name, "scope": scope, **cells})


def problems(text, encoding="utf-8"):
    with pytest.raises(gd.InvalidRoster) as caught:
        gd.load_roster(text.encode(encoding) if isinstance(text, str) else text)
    for problem in caught.value.problems:
        assert problem.wording.zh != problem.wording.en
        if problem.line is not None:
            assert f"第 {problem.line} 行" in problem.wording.zh
            assert f"line {problem.line}" in problem.wording.en
    return [(p.line, p.path, p.expected.en) for p in caught.value.problems]


# ---- reading


def test_the_samples_in_csv_and_in_toml_are_one_roster():
    assert gd.load_roster(COUNTY / "roster.csv") == gd.load_roster(COUNTY / "roster.toml")
    assert len(gd.load_roster(COUNTY / "roster.csv").bodies) == 4


ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_is_read_as_spreadsheets_save_it(encoding, separator, newline):
    text = (HEAD + ROWS).replace(",", separator).replace("\n", newline)
    first, second, third = gd.load_roster(text.encode(encoding)).bodies
    assert first == gd.Body(
        name="甲县",
        code="01",
        kind=gd.AgencyKind.GOVERNMENT,
        level=gd.Level.COUNTY,
        scope=gd.Scope.CONSOLIDATED,
    )
    assert (second.parent, second.scope) == ("甲县", None)
    assert (third.kind, third.parent, third.scope) == (None, "01", gd.Scope.OWN)


def test_chinese_names_of_columns_and_values_are_known_and_blank_lines_skipped():
    text = "\n名称,类型,层级,上级,口径\n甲县,政府,县,,汇总\n,,,,\n 乙局 ,部门,县,甲县,本级\n"
    bodies = gd.load_roster(text.encode("gb18030")).bodies
    assert [body.name for body in bodies] == ["甲县", "乙局"]
    assert bodies[1].kind is gd.AgencyKind.DEPARTMENT


NAMES = st.text("甲乙丙丁,\"' 局镇\n", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(NAMES, min_size=1, max_size=6, unique_by=lambda name: "".join(name.split())))
def test_a_roster_written_by_the_csv_library_is_read_again(names):
    import csv
    import io

    out = io.StringIO()
    csv.writer(out).writerows([["name", "code"], *([name, str(i)] for i, name in enumerate(names))])
    bodies = gd.load_roster(out.getvalue().encode()).bodies
    assert [(body.name, body.code) for body in bodies] == [(n, str(i)) for i, n in enumerate(names)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name,knid\n甲,x\n", [(1, "knid", "did you mean kind")]),
        ("code,kind\n1,government\n", [(1, "name", "name among them")]),
        ("name,name\n甲,乙\n", [(1, "name", "once only")]),
        ("name,kind\n甲,goverment\n", [(2, "kind", "did you mean government")]),
        ("name,level\n\n甲,village\n", [(3, "level", "one of national")]),
        ("name,scope\n甲,all\n", [(2, "scope", "own, consolidated")]),
        ("name,code\n甲,1\n乙,1\n", [(3, "code", "甲 has it already")]),
        ("name,code\n甲,1\n甲,2\n", [(3, "name", "甲 stands further up")]),
        ("name\n甲县\n甲县人民政府\n", [(3, "name", "甲县 stands further up")]),
        ("name,parent\n甲,\n乙,甲县\n", [(3, "parent", "a body on the roster")]),
        ("name,parent\n甲,甲\n", [(2, "parent", "above itself")]),
        (
            "name,parent\n甲,乙\n乙,甲\n",
            [(2, "parent", "above itself"), (3, "parent", "above itself")],
        ),
        ("name,code\n,1\n", [(2, "name", "the name of a body")]),
        ("name,code\n甲,1,2\n", [(2, "$", "as many columns")]),
        ('name\n"甲\n', [(2, "$", "CSV")]),
        ("name,code\n", [(None, "$", "at least one body")]),
        (
            "name,kind,parent\n甲,x,\n乙,y,甲\n丙,department,丁\n",
            [(2, "kind", ""), (3, "kind", ""), (4, "parent", "")],
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, found):
    said = problems(text)
    assert [(line, path) for line, path, _ in said] == [(line, path) for line, path, _ in found]
    assert all(part in expected for (*_, expected), (*_, part) in zip(said, found, strict=True))


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        (
            '[[body]]\nname = "甲"\nkind = "goverment"',
            "body[0].kind",
            "did you mean government",
        ),
        ('[[body]]\ncode = "1"', "body[0].name", "the key to be there"),
        ('[[body]]\nname = "甲"\ncode = 1', "body[0].code", "a text"),
        ('[[body]]\nname = "甲"\nparent = "乙"', "body[0].parent", "on the roster"),
        ('[[bodies]]\nname = "甲"', "bodies", "one of body"),
        ("body = []", "body", "at least one body"),
        ("[[body]]\nname = ", "$", "TOML"),
    ],
)
def test_what_is_wrong_in_toml_is_said_with_its_key(text, path, said):
    assert said in {p: expected for _, p, expected in problems(text)}[path]


def test_a_workbook_is_to_be_saved_as_csv():
    assert "save a workbook as CSV" in problems(b"PK\x03\x04...")[0][2]


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(gd.UnreadableDocument, match="no such file"):
        gd.load_roster(tmp_path / "none.csv")


# ---- who is a member

ROSTER = gd.Roster(
    bodies=[
        gd.Body(name="甲市"),
        gd.Body(name="乙局", code="B", parent="甲市"),
        gd.Body(name="丙县", parent="甲市"),
        gd.Body(name="丙县财政局", parent="丙县"),
    ]
)


def members(roster, name):
    return [(body.name, body.scope) for body in roster.members(roster.body(name))]


def test_members_are_the_direct_children_and_the_bodys_own_office():
    assert members(ROSTER, "甲市") == [
        ("甲市", gd.Scope.OWN),
        ("乙局", None),
        ("丙县", gd.Scope.CONSOLIDATED),
    ]
    assert members(ROSTER, "乙局") == []


@pytest.mark.parametrize(
    "office",
    [
        gd.Body(name="甲市人民政府办公室", parent="甲市"),
        gd.Body(name="甲市办公厅", parent="甲市"),
        gd.Body(name="市府办", kind=gd.AgencyKind.OFFICE, level=gd.Level.CITY, parent="甲市"),
    ],
)
def test_an_office_on_the_roster_is_the_own_office(office):
    top = gd.Body(name="甲市", level=gd.Level.CITY)
    assert members(gd.Roster(bodies=[top, office]), "甲市") == [(office.name, None)]


def test_a_subdistrict_office_is_not_the_own_office():
    top = gd.Body(name="甲县", level=gd.Level.COUNTY)
    street = gd.Body(
        name="丙街道办事处", kind=gd.AgencyKind.OFFICE, level=gd.Level.TOWNSHIP, parent="甲县"
    )
    assert ("甲县", gd.Scope.OWN) in members(gd.Roster(bodies=[top, street]), "甲县")


WHOLE = of("甲市", scope=gd.Scope.CONSOLIDATED)
OWN = of("甲市", scope=gd.Scope.OWN)
DEPARTMENT = FORM.replace({"agency": gd.Agency(name="甲市乙局", code="B")})
LOWER = of("丙县人民政府", scope=gd.Scope.CONSOLIDATED)
BELOW = of("丙县财政局")


def coverage(*given, report=WHOLE, roster=ROSTER):
    review = gd.check(report, members=list(given), roster=roster)
    return {f.at: f for f in review.findings if f.rule == "rollup.coverage"}


def outcomes(*given, report=WHOLE, roster=ROSTER):
    review = gd.check(report, members=list(given), roster=roster)
    return {i.outcome for i in review.instances if i.rule == "rollup.cells"}


def test_where_everybody_reports_nothing_is_found():
    assert coverage(OWN, DEPARTMENT, LOWER, BELOW) == {}
    assert gd.Outcome.HOLDS in outcomes(OWN, DEPARTMENT, LOWER, BELOW)
    assert gd.Outcome.UNDETERMINED not in outcomes(OWN, DEPARTMENT, LOWER, BELOW)


@pytest.mark.parametrize(
    ("left_out", "at"), [(OWN, "甲市（本级）"), (DEPARTMENT, "乙局"), (LOWER, "丙县（汇总）")]
)
def test_a_member_without_a_report_is_an_error_and_blank_in_every_cell(left_out, at):
    given = [one for one in (OWN, DEPARTMENT, LOWER, BELOW) if one is not left_out]
    (found,) = coverage(*given).values()
    assert (found.at, found.severity) == (at, gd.Severity.ERROR)
    assert at in found.message.zh
    assert gd.Outcome.HOLDS not in outcomes(*given)
    assert gd.Outcome.UNDETERMINED in outcomes(*given)


def test_a_body_further_down_is_covered_but_adds_nothing():
    assert list(coverage(OWN, DEPARTMENT, LOWER)) == ["丙县财政局"]
    assert gd.Outcome.HOLDS in outcomes(OWN, DEPARTMENT, LOWER)


def test_a_body_that_reports_twice_is_an_error_unless_the_reports_are_alike():
    other = DEPARTMENT.replace({"requests.received.total": 3})
    (found,) = coverage(OWN, DEPARTMENT, LOWER, BELOW, other).values()
    assert (found.at, found.severity) == ("乙局", gd.Severity.ERROR)
    assert "2" in found.message.zh
    assert "2" in found.message.en
    assert "different" in found.message.en
    assert gd.Outcome.HOLDS not in outcomes(OWN, DEPARTMENT, LOWER, BELOW, other)
    (found,) = coverage(OWN, DEPARTMENT, LOWER, BELOW, DEPARTMENT).values()
    assert (found.at, found.severity) == ("乙局", gd.Severity.NOTE)
    assert "alike" in found.message.en
    assert "相同" in found.message.zh.replace("不同", "")
    assert gd.Outcome.HOLDS in outcomes(OWN, DEPARTMENT, LOWER, BELOW, DEPARTMENT)


def test_reports_of_bodies_that_are_not_on_the_roster_are_said_and_left_out():
    stranger = of("丁局", **{"requests.received.total": 9})
    (found,) = coverage(OWN, DEPARTMENT, LOWER, BELOW, stranger).values()
    assert (found.at, found.severity) == ("丁局", gd.Severity.NOTE)
    assert gd.Outcome.HOLDS in outcomes(OWN, DEPARTMENT, LOWER, BELOW, stranger)
    nameless = FORM.replace({"agency": gd.Agency(kind=gd.AgencyKind.OFFICE)})
    (found,) = coverage(OWN, DEPARTMENT, LOWER, BELOW, nameless).values()
    assert "没有写明机关" in found.message.zh
    assert "names no body" in found.message.en


def test_the_own_and_the_consolidated_report_of_one_body_are_different_reports():
    lower_own = of("丙县", scope=gd.Scope.OWN, **{"requests.received.total": 9})
    assert coverage(OWN, DEPARTMENT, LOWER, BELOW, lower_own) == {}
    assert "丙县（汇总）" in coverage(OWN, DEPARTMENT, lower_own, BELOW)


def test_the_checked_report_is_no_member_of_itself():
    nameless = of("甲市")
    assert "甲市（本级）" in coverage(nameless, DEPARTMENT, LOWER, BELOW, report=nameless)


def reasons(report=WHOLE, members=(OWN, DEPARTMENT, LOWER, BELOW), **others):
    review = gd.check(report, members=members, **others)
    assert not [f for f in review.findings if f.rule.startswith("rollup.")]
    return {s.rule: s.reason.en for s in review.skipped if s.rule.startswith("rollup.")}


def test_members_of_mixed_years_are_refused_with_the_years():
    mixed = [OWN.replace({"year": 2022}), DEPARTMENT]
    for roster in ({"roster": ROSTER}, {}):
        said = reasons(members=mixed, **roster)["rollup.cells"]
        assert "2022" in said
        assert "2023" in said


def test_a_body_that_is_not_on_the_roster_or_has_nobody_below_is_refused():
    assert set(reasons(of("丁市"), roster=ROSTER)) == {"rollup.cells", "rollup.coverage"}
    assert "丁市" in reasons(of("丁市"), roster=ROSTER)["rollup.cells"]
    assert "no body is below 乙局" in reasons(of("乙局"), roster=ROSTER)["rollup.cells"]


def test_a_report_that_names_no_body_is_refused_in_words():
    nameless = FORM.replace({"agency": gd.Agency()})
    assert "(not named)" in reasons(nameless, roster=ROSTER)["rollup.cells"]


def test_a_report_that_is_not_there_is_no_bodys_report():
    given = [None, OWN, DEPARTMENT, None, LOWER, BELOW]
    assert coverage(*given) == {}
    assert outcomes(*given) == outcomes(OWN, DEPARTMENT, LOWER, BELOW)


def test_a_report_of_its_own_scope_has_no_members():
    assert "own" in reasons(OWN, roster=ROSTER)["rollup.coverage"]


def test_without_a_roster_one_body_twice_is_refused():
    assert "乙局" in reasons(members=[DEPARTMENT, DEPARTMENT])["rollup.cells"]


def test_without_members_a_roster_covers_nothing_and_says_so():
    assert "no reports of members" in reasons(members=None, roster=ROSTER)["rollup.coverage"]
    assert len(coverage()) == 4
