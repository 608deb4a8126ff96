"""Frames: there and back, columns that are missing, and input that is refused."""

import re
from decimal import Decimal

import attrs
import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from pyarrow.parquet import read_table, write_table

import govdisclosure as gd
from families import FORMS, patchworks
from framed import of_report, sample
from govdisclosure import frames
from govdisclosure.strategies import any_reports
from govdisclosure.wide import LAYOUT, wide_columns
from test_frames_agree import judged

BACKENDS = ("polars", "pyarrow", "pandas", "duckdb")
PROSE = ("overview", "problems", "other_matters")
RECEIVED = "requests.received.total"
FORM = attrs.evolve(FORMS["2021", 0], year=2023, agency=gd.Agency(name="青石镇"))


def without_prose(report):
    return attrs.evolve(report, **dict.fromkeys(PROSE))


@pytest.mark.parametrize("backend", BACKENDS)
@settings(max_examples=15)
@given(st.lists(any_reports() | patchworks(), min_size=1, max_size=4))
def test_reports_come_back_from_a_frame_all_but_their_prose(backend, drawn):
    frame = frames.to_frame(drawn, backend=backend)
    assert list(frames.from_frame(frame)) == [without_prose(report) for report in drawn]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_frame_of_no_report_is_one_all_the_same(backend):
    frame = frames.to_frame([], backend=backend)
    assert list(frames.from_frame(frame)) == []
    assert judged(frames.check(frame, outcomes=gd.Outcome)) == set()


def test_the_schema_has_every_column_in_order_and_its_labels():
    schema = frames.arrow_schema()
    assert schema.names == [column.name for column in wide_columns()]
    assert schema.field(RECEIVED).type == pa.int64()
    assert schema.field("proactive_disclosure.fees.amount").type == pa.decimal128(21, 6)
    assert b"zh" in schema.field(RECEIVED).metadata
    assert [f.name for f in schema if not f.nullable] == [
        name for name in schema.names if name.endswith(LAYOUT)
    ]


def test_a_row_that_is_no_report_is_told_with_its_number():
    frame = frames.to_frame([FORM, FORM]).with_columns(
        pl.when(pl.int_range(pl.len()) == 1).then(-1).otherwise(RECEIVED).alias(RECEIVED)
    )
    with pytest.raises(gd.InvalidFrame) as raised:
        list(frames.from_frame(frame))
    assert raised.value.problems[0].path == f"{RECEIVED}[1]"


def full_2021(number=40):
    found = [r for r in sample(200).reports if r.year >= 2021]
    kept = [r for r in found if {a for a, _ in r.cells()} == {c.address for c in gd.cells("2021")}]
    return kept[:number]


def narrow(reports, names=None):
    """A frame without layout columns, and with the cells of the 2021 edition alone."""
    names = names or [cell.address for cell in gd.cells("2021")]
    return frames.to_frame(reports).select("year", "agency.name", *names)


def test_without_layout_columns_rows_are_in_the_layout_whose_columns_are_there():
    found = judged(frames.check(narrow(full_2021()), outcomes=gd.Outcome))
    expected = {row for report in full_2021() for row in of_report(report)}
    assert found == expected


def test_columns_of_two_layouts_without_a_layout_column_are_refused():
    frame = frames.to_frame([FORM]).drop(
        "proactive_disclosure.normative_documents.layout", "proactive_disclosure.fees.layout"
    )
    with pytest.raises(gd.InvalidFrame) as raised:
        frames.check(frame)
    assert {problem.path for problem in raised.value.problems} == {
        "proactive_disclosure.normative_documents",
        "proactive_disclosure.fees",
    }


def test_a_relation_without_its_columns_is_skipped_and_told():
    names = [c.address for c in gd.cells("2021") if c.column == "total"]
    with pytest.warns(frames.Notice) as told:
        found = judged(frames.check(narrow(full_2021(), names), outcomes=["broken", "holds"]))
    assert {row[1] for row in found} == {"requests.balance", "requests.outcome_total"}
    rules = {str(warning.message).split(" ")[0] for warning in told}
    assert {"requests.row_total", "remedies.total"} <= rules
    assert all(warning.message.wording.zh for warning in told)


def test_where_no_relation_is_left_it_is_an_error():
    with pytest.raises(gd.InvalidFrame, match="needs"):
        frames.check(narrow([FORM], [RECEIVED]))


@pytest.mark.parametrize("frame", [pl.DataFrame({"a": [1]}), pa.table({"a": [1]})])
def test_a_frame_without_a_column_of_the_wide_table_is_refused(frame):
    with pytest.raises(gd.InvalidFrame, match=r"requests\.received\.total"):
        frames.check(frame)


def test_what_is_no_frame_is_refused():
    with pytest.raises(TypeError):
        frames.check([FORM])
    with pytest.raises(TypeError):
        frames.to_frame([1])


TYPES = {
    "text": (RECEIVED, pl.lit("7")),
    "float": (RECEIVED, pl.lit(7.0)),
    "NaN": (RECEIVED, pl.lit(float("nan"))),
    "boolean": (RECEIVED, pl.lit(value=True)),
    "money as a float": ("proactive_disclosure.fees.amount", pl.lit(1.5)),
    "a number for a layout": ("requests.layout", pl.lit(1)),
}
VALUES = {
    "negative": (RECEIVED, pl.lit(-1)),
    "too large": (RECEIVED, pl.lit(10**12 + 1)),
    "negative money": ("proactive_disclosure.fees.amount", pl.lit(Decimal("-0.5"))),
    "no such layout": ("requests.layout", pl.lit("Petitions")),
    "a null for a layout": ("requests.received.layout", pl.lit(None, pl.String)),
    "a number in a row of another layout": (
        "proactive_disclosure.licensing.prior_items",
        pl.lit(3),
    ),
    "a row below one that is absent": ("requests.outcomes.layout", pl.lit("absent")),
}


@pytest.mark.parametrize("make", [lambda f: f, pl.DataFrame.lazy, pl.DataFrame.to_arrow])
@pytest.mark.parametrize("wrong", TYPES)
def test_a_column_of_a_wrong_type_is_named(wrong, make):
    name, value = TYPES[wrong]
    frame = make(frames.to_frame([FORM, FORM]).with_columns(value.alias(name)))
    with pytest.raises(gd.InvalidFrame) as raised:
        frames.check(frame)
    assert [problem.path for problem in raised.value.problems] == [name]


@pytest.mark.parametrize("wrong", VALUES)
def test_a_value_that_may_not_stand_in_its_column_is_named_with_its_row(wrong):
    name, value = VALUES[wrong]
    second = pl.int_range(pl.len()) == 1
    frame = frames.to_frame([FORM, FORM, FORM])
    frame = frame.with_columns(pl.when(second).then(value).otherwise(name).alias(name))
    with pytest.raises(gd.InvalidFrame) as raised:
        frames.check(frame)
    paths = [problem.path for problem in raised.value.problems]
    assert f"{name}[1]" in paths or all(path.endswith("[1]") for path in paths)
    with pytest.raises(gd.InvalidFrame, match="青石镇"):
        frames.check(frame.lazy())


def test_blanks_as_nan_in_pandas_are_refused():
    frame = frames.to_frame([FORM], backend="pandas").astype({RECEIVED: "float64"})
    frame[RECEIVED] = float("nan")
    with pytest.raises(gd.InvalidFrame, match="not NaN"):
        frames.check(frame)


@pytest.mark.parametrize("backend", BACKENDS)
def test_narrow_whole_numbers_do_not_overflow(backend):
    """Four cells of 2**30 come to 2**32 and not to 0."""
    row = "requests.received"
    names = [f"{row}.{name}" for name in ("natural_person", "enterprise", "other_organization")]
    report = FORM.replace(dict.fromkeys(names, 2**30) | {f"{row}.total": 0})
    numbers = [cell.address for cell in gd.cells("2021") if cell.kind is gd.Kind.COUNT]
    frame = frames.to_frame([report]).with_columns(pl.col(numbers).cast(pl.Int32))
    made = {
        "polars": lambda: frame,
        "pyarrow": frame.to_arrow,
        "pandas": lambda: frame.to_pandas(types_mapper=pd.ArrowDtype),
        "duckdb": lambda: duckdb.from_arrow(frame.to_arrow()),
    }
    found = judged(frames.check(made[backend]()))
    whole = 3 * 2**30
    assert ("青石镇", "requests.row_total", "received", "broken", whole, 0, -whole) in found


def in_years(*years, name="青石镇"):
    return [attrs.evolve(FORM, year=year, agency=gd.Agency(name=name)) for year in years]


def test_two_reports_of_one_key_before_are_refused():
    frame = frames.to_frame(in_years(2022, 2022, 2023))
    with pytest.raises(gd.InvalidFrame, match="青石镇"):
        frames.check(frame, prior=frame)
    assert judged(frames.check(frame)) == set()


def test_a_gap_in_the_years_is_told():
    frame = frames.to_frame([*in_years(2021, 2023), *in_years(2022, 2023, name="白石镇")])
    with pytest.warns(frames.Notice, match=r"1 report.* 青石镇 \(2023\)"):
        found = judged(frames.check(frame, prior=frame, outcomes=["holds"]))
    assert {row[0] for row in found if row[1] == "years.carried_over"} == {"白石镇"}


def test_reports_that_name_no_body_or_no_year_are_told_as_not_compared():
    """They could be anyone's: nothing is before them, and nobody is to think that they agree."""
    nameless = attrs.evolve(FORM, year=2023, agency=gd.Agency())
    undated = attrs.evolve(FORM, year=None, agency=gd.Agency(name="青石镇"))
    frame = frames.to_frame([*in_years(2022, 2023), nameless, undated])
    with pytest.warns(frames.Notice, match=r"2 reports name no body or no year"):
        found = frames.check(frame, prior=frame, outcomes=["holds"])
    assert {row[0] for row in judged(found) if row[1] == "years.carried_over"} == {"青石镇"}


def test_reports_before_of_another_scope_are_not_compared():
    own = attrs.evolve(FORM, scope=gd.Scope.OWN)
    before = attrs.evolve(FORM, year=2022, scope=gd.Scope.CONSOLIDATED)
    found = judged(
        frames.check(frames.to_frame([own]), prior=frames.to_frame([before]), outcomes=["holds"])
    )
    assert found
    assert not {row for row in found if row[1].startswith("years.")}


def test_without_a_year_or_a_body_there_are_no_reports_before():
    frame = narrow([FORM])
    for name in ("year", "agency.name"):
        with pytest.raises(gd.InvalidFrame, match="year"):
            frames.check(frame.drop(name), prior=frame)


@pytest.fixture
def parquet(tmp_path):
    path = tmp_path / "reports.parquet"
    write_table(sample(400).own.to_arrow(), path, row_group_size=64)
    return path


@pytest.mark.parametrize("backend", ["polars", "duckdb"])
def test_a_parquet_file_is_checked_by_its_statistics(parquet, backend):
    found = judged(frames.check(frames.scan([parquet], backend=backend)))
    within = {row for row in sample(400).instances if row[3] == "broken"}
    assert found == {row for row in within if not row[1].startswith("years.")}
    assert found == judged(frames.check(parquet))


def test_a_folder_of_parquet_files_is_checked_as_one_frame(parquet):
    folder, below = parquet.parent, parquet.parent / "year=2024"
    below.mkdir()
    (folder / "_old").mkdir()
    (folder / "_old" / "other.parquet").write_bytes(b"not to be read")
    table = read_table(parquet)
    write_table(table.slice(0, 150), parquet)
    write_table(table.slice(150), below / "more.parquet")
    found = judged(frames.check(folder))
    assert found == judged(frames.check(table))
    assert found == judged(frames.check([parquet, below]))
    assert found == judged(frames.check(frames.scan(folder, backend="duckdb")))


def test_a_folder_that_an_engine_wrote_as_one_file_is_looked_into(tmp_path):
    """Spark's reports.parquet is a folder of parts, with a mark of success beside them."""
    parts = tmp_path / "reports.parquet"
    parts.mkdir()
    (parts / "_SUCCESS").touch()
    write_table(sample(60).own.to_arrow(), parts / "part-0.parquet")
    assert judged(frames.check(tmp_path)) == judged(frames.check(sample(60).own))


def test_files_may_lay_texts_out_in_their_own_ways(tmp_path):
    own = sample(60).own
    own.head(30).write_parquet(tmp_path / "a.parquet")
    table = own.slice(30).to_arrow()
    write_table(table.cast(frames.arrow_schema()), tmp_path / "b.parquet")
    assert judged(frames.check(tmp_path)) == judged(frames.check(own))


@pytest.mark.parametrize("backend", ["polars", "duckdb"])
@pytest.mark.parametrize(
    "change", [lambda f: f.drop(RECEIVED), lambda f: f.cast({"year": pl.Int32})]
)
def test_files_with_other_columns_are_refused_with_both_files_and_the_column(
    tmp_path, backend, change
):
    one, other = tmp_path / "a.parquet", tmp_path / "b.parquet"
    sample(60).own.write_parquet(one)
    change(sample(60).own).write_parquet(other)
    with pytest.raises(gd.InvalidFrame) as refused:
        frames.scan([one, other], backend=backend)
    (problem,) = refused.value.problems
    assert problem.path in (RECEIVED, "year")
    assert str(one) in problem.expected.zh
    assert str(other) in problem.expected.en


def test_a_folder_without_a_parquet_file_is_refused_by_its_name(tmp_path):
    with pytest.raises(gd.UnreadableDocument, match=re.escape(str(tmp_path))):
        frames.check(tmp_path)


@pytest.mark.parametrize("what", [{}, 7, [FORM], None])
def test_what_is_no_frame_is_refused_with_what_would_be_one(what):
    with pytest.raises(TypeError, match=r"to_frame"):
        frames.check(what)


def test_what_the_footer_says_is_so(parquet):
    facts = frames.parquet_facts(parquet)
    frame = sample(400).own
    for cell in gd.cells():
        known = facts[cell.address]
        assert known.nulls == (frame[cell.address].null_count() > 0)
        assert known.least == frame[cell.address].min()
        assert known.most == frame[cell.address].max()


def test_a_file_of_json_is_told_from_a_parquet_file_cut_short(tmp_path):
    lines = tmp_path / "reports.ndjson"
    lines.write_text("{}\n", encoding="utf-8")
    with pytest.raises(gd.UnreadableDocument, match=r"no Parquet file.*to_frame"):
        frames.check(lines)


@pytest.mark.parametrize("left", [0, 3, 1000, -1])
def test_a_parquet_file_cut_short_is_unreadable(parquet, left):
    parquet.write_bytes(parquet.read_bytes()[:left])
    with pytest.raises(gd.UnreadableDocument, match=r"reports\.parquet is not a whole"):
        frames.check(parquet)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(gd.UnreadableDocument, match=r"none\.parquet"):
        frames.check(tmp_path / "none.parquet")


FEES = gd.Relation(
    id="local.fees",
    severity=gd.Severity.WARNING,
    basis=gd.RULES[0].basis,
    confidence=gd.Practice.OUR_IDEA,
    sentences=gd.Wording("收费与采购相等", "fees equal procurement"),
    why=gd.Wording("", ""),
    mend=gd.Wording("", ""),
    expected=(gd.Term("proactive_disclosure.procurement.amount"),),
    sign=gd.Sign.AT_MOST,
    stated=(gd.Term("proactive_disclosure.fees.amount"), gd.Term("requests.received.total", -1)),
    over="report",
    message=gd.Wording("{at}", "{at}"),
)
SWITCHED = gd.Profile(off=frozenset({"requests.row_total"}), relations=(FEES,))


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_profile_adds_relations_and_switches_others_off(backend):
    """A relation about amounts is exact, and makes the numbers of the result decimals."""
    drawn = sample(160)
    frame = frames.to_frame(drawn.reports, backend=backend)
    found = judged(frames.check(frame, profile=SWITCHED, outcomes=gd.Outcome))
    assert found == {row for report in drawn.reports for row in of_report(report, profile=SWITCHED)}
    assert {row[3] for row in found if row[1] == "requests.row_total"} == {"not_applicable"}
    assert len({row[3] for row in found if row[1] == FEES.id}) > 2
    alone = judged(frames.check(frame, profile=SWITCHED))
    assert alone == {row for row in found if row[3] == "broken"}


COUNTY = gd.Roster(
    bodies=[
        gd.Body(name="云溪县"),
        gd.Body(name="财政局", code="1100", parent="云溪县"),
        gd.Body(name="青石镇", parent="云溪县"),
        gd.Body(name="白石镇", parent="云溪县"),
    ]
)


def families():
    """Reports of a county on several years, its members' reports among them, some missing."""
    drawn, found = iter(sample(160).reports), []
    for year in range(2019, 2024):
        for name, code, scope in (
            ("云溪县人民政府", None, gd.Scope.CONSOLIDATED),
            ("云溪县", None, gd.Scope.OWN),
            ("财政局", "1100", None),
            ("青石镇人民政府", None, gd.Scope.OWN),
            ("白石镇", None, None),
            ("无关局", None, None),
        ):
            report = next(drawn)
            if year % 2 and name == "白石镇":
                continue
            agency = gd.Agency(name=name, code=code)
            found.append(attrs.evolve(report, agency=agency, scope=scope, year=year))
    return found


def by_check(outcomes):
    """What check says of each report with the roster."""
    return {
        (r.key.agency, r.scope, r.year, i.rule, i.at, i.outcome.value, i.expected, i.actual)
        for r in families()
        for i in gd.check(
            r, members=[other for other in families() if other.year == r.year], roster=COUNTY
        ).instances
        if i.outcome in outcomes
    }


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("outcomes", [(gd.Outcome.BROKEN,), tuple(gd.Outcome)])
def test_consolidated_reports_are_held_against_their_members(backend, outcomes):
    frame = frames.to_frame(families(), backend=backend)
    found = frames.check(frame, roster=COUNTY, outcomes=outcomes)
    table = nw.from_native(found).lazy().collect("pyarrow").to_arrow()
    rows = zip(*[table[name].to_pylist() for name in frames.RESULT[:-1]], strict=True)
    assert set(rows) == by_check(outcomes)


def test_a_roll_up_needs_who_reports_and_one_report_of_each_body():
    frame = frames.to_frame(families())
    with pytest.raises(gd.InvalidFrame, match=r"agency\.code"):
        frames.check(frame.drop("agency.code", "agency.name"), roster=COUNTY)
    with pytest.raises(gd.InvalidFrame, match="year"):
        frames.check(frame.drop("year"), roster=COUNTY)
    with pytest.raises(gd.InvalidFrame, match="1100"):
        frames.check(frame.filter(pl.col("agency.code") == "1100").vstack(frame), roster=COUNTY)


def test_a_roll_up_refuses_a_scope_that_is_none_and_says_whose_it_is():
    frame = frames.to_frame(families()).with_columns(scope=pl.lit("whole"))
    with pytest.raises(gd.InvalidFrame, match=r"scope \((1100|云溪县|青石镇|白石镇).*, 20\d\d\)"):
        frames.check(frame, roster=COUNTY)


def test_a_roll_up_refuses_a_unit_that_is_none():
    unit = "proactive_disclosure.fees.unit"
    frame = frames.to_frame(families()).with_columns(pl.lit("dollar").alias(unit))
    with pytest.raises(gd.InvalidFrame, match=r"fees\.unit: expected one of .*, found 'dollar'"):
        frames.check(frame, roster=COUNTY)


def test_reports_on_no_year_are_in_no_roll_up_and_are_told():
    frame = frames.to_frame([report.replace({"year": None}) for report in families()[:6]])
    with pytest.warns(frames.Notice, match="name no year"):
        found = frames.check(frame, roster=COUNTY, outcomes=gd.Outcome)
    compared = found.filter(pl.col("rule") == "rollup.cells")["outcome"].unique().to_list()
    assert compared == ["not_applicable"]


def test_a_roll_up_of_cells_that_are_not_there_is_skipped_and_told():
    """The others are compared, without the columns of identity that a roll-up has no need of."""
    frame = frames.to_frame(families())
    lacking = "requests.received.total"
    with pytest.warns(frames.Notice) as told:
        found = frames.check(
            frame.drop(lacking, "title", "published"), roster=COUNTY, outcomes=gd.Outcome
        )
    said = [str(notice.message) for notice in told]
    assert any("rollup.cells" in each and lacking in each for each in said)
    whole = frames.check(frame, roster=COUNTY, outcomes=gd.Outcome)
    is_other = (pl.col("rule") == "rollup.cells") & (pl.col("at") != lacking)
    assert_frame_equal(found.filter(is_other), whole.filter(is_other), check_row_order=False)


def test_amounts_are_not_compared_without_a_column_of_their_unit():
    frame = frames.to_frame(families()).drop("proactive_disclosure.fees.unit")
    with pytest.warns(frames.Notice, match=r"proactive_disclosure\.fees\.unit"):
        found = frames.check(frame, roster=COUNTY, outcomes=gd.Outcome)
    compared = found.filter(pl.col("rule") == "rollup.cells")["at"]
    assert "proactive_disclosure.fees.amount" not in compared
    assert "proactive_disclosure.procurement.amount" in compared


def test_of_two_reports_of_a_member_that_differ_none_is_taken():
    """By its code and by its name; two that are alike count once."""
    money = gd.AnnualReport.blank_form("2021", fill=1)
    whole = money.replace({"agency.name": "云溪县", "scope": "consolidated", "year": 2023})
    named, coded = (
        attrs.evolve(money, agency=agency, year=2023)
        for agency in (gd.Agency(name="财政局"), gd.Agency(name="财政局", code="1100"))
    )
    at = "requests.received.total"
    roster = gd.Roster(bodies=COUNTY.bodies[:2])
    for other, outcome in ((coded, "broken"), (coded.replace({at: 2}), "undetermined")):
        own = attrs.evolve(whole, scope=gd.Scope.OWN)
        reports = [whole.replace({at: 4}), own, named, other]
        found = frames.check(frames.to_frame(reports), roster=roster, outcomes=gd.Outcome)
        judged = found.filter((pl.col("rule") == "rollup.cells") & (pl.col("at") == at))
        (row,) = judged.filter(scope="consolidated").to_dicts()
        assert row["outcome"] == outcome
        review = gd.check(reports[0], members=reports, roster=roster)
        (instance,) = [i for i in review.instances if (i.rule, i.at) == ("rollup.cells", at)]
        assert (instance.outcome.value, instance.expected) == (row["outcome"], row["expected"])


def test_earlier_reports_in_another_engine_are_refused():
    frame = frames.to_frame([FORM])
    with pytest.raises(gd.InvalidFrame) as caught:
        frames.check(frame, prior=frames.to_frame([FORM], backend="duckdb"))
    (problem,) = caught.value.problems
    assert problem.path == "prior"
