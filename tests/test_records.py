"""Records hold what a document says: they refuse the impossible, and nothing else."""

from datetime import UTC, date, datetime
from decimal import Decimal

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.records.form import columns, parts

LARGEST = 10**12


def record_classes(cls=gd.AnnualReport):
    """Every record class that a report is made of, each once."""
    found = {cls: None, gd.Agency: None, gd.Prose: None}
    for form in parts(cls).values():
        for layout in form.layouts:
            found |= dict.fromkeys(record_classes(layout))
    return list(found)


ROWS = [cls for cls in record_classes() if columns(cls)]
COLUMNS = [(cls, name, column.kind) for cls in ROWS for name, column in columns(cls).items()]


def columns_of(kind):
    """The columns of one kind, as test parameters (class, name)."""
    return [
        pytest.param(cls, name, id=f"{cls.__name__}.{name}")
        for cls, name, found in COLUMNS
        if found is kind
    ]


def refused(cls, **given):
    """The one problem that makes a record impossible."""
    with pytest.raises(gd.InvalidReport) as caught:
        cls(**given)
    (problem,) = caught.value.problems
    return problem


class Digits(int):
    """An int that is not quite one."""


NO_WHOLE_NUMBERS = [True, False, 3.0, 3.7, "3", "", b"3", Decimal(3), float("nan"), [3], Digits(3)]


@pytest.mark.parametrize(("cls", "name"), columns_of(gd.Kind.COUNT))
@pytest.mark.parametrize("value", [*NO_WHOLE_NUMBERS, -1, LARGEST + 1], ids=repr)
def test_a_count_is_a_whole_number_from_0_to_a_million_million(cls, name, value):
    problem = refused(cls, **{name: value})
    assert problem.path == name
    assert problem.value is value


@pytest.mark.parametrize(("cls", "name"), columns_of(gd.Kind.COUNT))
@pytest.mark.parametrize("value", [0, 1, LARGEST, None])
def test_a_count_or_a_blank_stays_as_it_is(cls, name, value):
    assert getattr(cls(**{name: value}), name) is value


@pytest.mark.parametrize(("cls", "name"), columns_of(gd.Kind.CHANGE))
@pytest.mark.parametrize("value", [*NO_WHOLE_NUMBERS, -LARGEST - 1, LARGEST + 1], ids=repr)
def test_a_change_is_a_whole_number_within_a_million_million(cls, name, value):
    assert refused(cls, **{name: value}).path == name


@pytest.mark.parametrize(("cls", "name"), columns_of(gd.Kind.CHANGE))
@pytest.mark.parametrize("value", [-LARGEST, -1, 0, LARGEST, None])
def test_a_change_may_have_either_sign(cls, name, value):
    assert getattr(cls(**{name: value}), name) == value


NO_AMOUNTS = [
    True,
    1.5,
    "1.5",
    "万元",
    Decimal("-0.01"),
    Decimal("NaN"),
    Decimal("sNaN"),
    Decimal("Infinity"),
    Decimal("0.0000001"),
    Decimal("1.2345678"),
    Decimal("1234567890.123456"),
    Decimal(1000000000000000),
    Decimal("1e15"),
    Decimal("1e999999999"),
    Decimal("1e-999999"),
    -1,
    10**15,
]


@pytest.mark.parametrize(("cls", "name"), columns_of(gd.Kind.AMOUNT))
@pytest.mark.parametrize("value", NO_AMOUNTS, ids=repr)
def test_an_amount_has_at_most_15_digits_6_of_them_decimals_and_is_not_negative(cls, name, value):
    assert refused(cls, **{name: value}).path == name


@pytest.mark.parametrize(("cls", "name"), columns_of(gd.Kind.AMOUNT))
@pytest.mark.parametrize(
    "text",
    [
        "0",
        "0.000001",
        "86489.3629",
        "123456789.123456",
        "999999999999999",
        "1e14",
        "1.500000000000000000000000",
        "0.10",
        "0E-90000000",
    ],
)
def test_an_amount_within_its_digits_is_kept_exactly(cls, name, text):
    amount = getattr(cls(**{name: Decimal(text)}), name)
    assert type(amount) is Decimal
    assert amount.as_tuple() == Decimal(text).as_tuple()


@pytest.mark.parametrize(("cls", "name"), columns_of(gd.Kind.AMOUNT))
def test_a_whole_number_of_money_becomes_a_decimal(cls, name):
    amount = getattr(cls(**{name: 7}), name)
    assert type(amount) is Decimal
    assert amount == 7


@pytest.mark.parametrize("cls", [gd.FeesCollected, gd.Procurement])
@pytest.mark.parametrize("unit", [1, "亿元", "yuan", "", True])
def test_a_unit_is_a_unit(cls, unit):
    assert refused(cls, unit=unit).path == "unit"


def test_fees_have_a_unit_and_procurement_may_have_none():
    assert gd.FeesCollected().unit is gd.Unit.TEN_THOUSAND_YUAN
    assert refused(gd.FeesCollected, unit=None).path == "unit"
    assert gd.Procurement(unit=None).unit is None


@pytest.mark.parametrize(
    ("cls", "given"),
    [
        (gd.AnnualReport, {"year": 23}),
        (gd.AnnualReport, {"year": 999}),
        (gd.AnnualReport, {"year": 10000}),
        (gd.AnnualReport, {"year": "2023"}),
        (gd.AnnualReport, {"year": 2023.0}),
        (gd.AnnualReport, {"year": True}),
        (gd.AnnualReport, {"title": 2023}),
        (gd.AnnualReport, {"title": b"2023"}),
        (gd.AnnualReport, {"title": "\ud800"}),
        (gd.AnnualReport, {"agency": None}),
        (gd.AnnualReport, {"agency": "某镇"}),
        (gd.AnnualReport, {"scope": "both"}),
        (gd.AnnualReport, {"published": "2024-01-30"}),
        (gd.AnnualReport, {"published": datetime(2024, 1, 30, tzinfo=UTC)}),
        (gd.AnnualReport, {"overview": "很好"}),
        (gd.AnnualReport, {"requests": gd.Remedies()}),
        (gd.AnnualReport, {"remedies": {}}),
        (gd.Agency, {"name": 1}),
        (gd.Agency, {"code": 11410724}),
        (gd.Agency, {"name": "某\udfff镇"}),
        (gd.Agency, {"kind": "bureau"}),
        (gd.Agency, {"level": gd.AgencyKind.OFFICE}),
        (gd.Prose, {"heading": 1}),
        (gd.Prose, {"paragraphs": "一段文字"}),
        (gd.Prose, {"paragraphs": ("一", None)}),
        (gd.Prose, {"paragraphs": ("甲", "\ud800")}),
        (gd.Prose, {"paragraphs": None}),
        (gd.Requests, {"received": gd.ByResult()}),
        (gd.Outcomes, {"closed_otherwise": gd.NotProcessed()}),
        (gd.ProactiveDisclosure, {"government_rules": gd.Decisions()}),
        (gd.ProactiveDisclosure, {"fees": gd.Procurement()}),
        (gd.ProactiveDisclosure, {"licensing": 0}),
    ],
    ids=lambda part: part.__name__ if isinstance(part, type) else ascii(part),
)
def test_what_cannot_stand_in_a_field_is_refused_by_name(cls, given):
    (name,) = given
    problem = refused(cls, **given)
    assert problem.path == name
    assert problem.value == given[name]
    assert problem.expected.zh
    assert problem.expected.en


@pytest.mark.parametrize("sign", [1, -1])
def test_a_number_too_long_to_be_printed_is_refused_like_any_other(sign):
    """Python itself refuses to print integers of more than a few thousand digits."""
    assert refused(gd.ByApplicant, total=sign * 10**5000).path == "total"


def test_the_message_names_the_field_and_the_value_in_both_languages():
    with pytest.raises(gd.InvalidReport) as caught:
        gd.ByApplicant(enterprise=-5)
    for text in (caught.value.wording.zh, caught.value.wording.en, str(caught.value)):
        assert "enterprise" in text
        assert "-5" in text
    assert str(caught.value) == caught.value.wording.en


def test_an_impossible_report_is_one_of_the_librarys_errors_and_a_value_error():
    with pytest.raises(gd.Error):
        gd.AnnualReport(year=0)
    with pytest.raises(ValueError, match="year"):
        gd.AnnualReport(year=0)


every_record = pytest.mark.parametrize("cls", record_classes(), ids=lambda cls: cls.__name__)


@every_record
def test_a_record_is_frozen(cls):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(cls(), attrs.fields(cls)[0].name, None)


@every_record
def test_a_record_has_no_room_for_a_name_that_the_form_lacks(cls):
    assert not hasattr(cls(), "__dict__")
    with pytest.raises(TypeError, match="page"):
        cls(page=1)


@every_record
def test_a_record_is_made_with_keywords_only(cls):
    with pytest.raises(TypeError, match="positional"):
        cls(None)


@every_record
def test_equal_records_are_equal_keys(cls):
    """So that reports can be put in sets."""
    assert cls() == cls()
    assert len({cls(), cls()}) == 1


def test_a_report_may_lack_everything_that_a_document_may_lack():
    report = gd.AnnualReport()
    assert [name for name in parts(gd.AnnualReport) if getattr(report, name) is not None] == []
    assert report.year is report.title is report.scope is report.published is report.overview
    assert report.agency == gd.Agency(name=None, kind=None, level=None, code=None)
    assert list(report.cells()) == []


LAYOUTS = [
    pytest.param(cls, name, layout, id=f"{cls.__name__}.{name}={layout.__name__}")
    for cls in record_classes()
    for name, form in parts(cls).items()
    for layout in form.layouts
]


@pytest.mark.parametrize(("cls", "name", "layout"), LAYOUTS)
def test_a_part_may_have_any_of_its_layouts_while_the_rest_is_absent(cls, name, layout):
    record = cls(**{name: layout()})
    assert getattr(record, name) == layout()
    assert all(getattr(record, other) is None for other in parts(cls) if other != name)


def test_a_report_may_mix_the_layouts_of_both_editions():
    proactive = gd.ProactiveDisclosure(
        government_rules=gd.DocumentsInForce(issued=1, repealed=0, in_force=6),
        normative_documents=gd.DocumentsPublished(issued=1, newly_published=1, published_total=9),
        licensing=gd.Decisions(decisions=3),
        other_services=gd.Decisions(decisions=4),
        penalties=gd.ItemsAndDecisions(prior_items=5, change=-5, decisions=0),
        fees=gd.FeeItems(prior_items=2, change=-1),
        procurement=gd.Procurement(projects=1, amount=Decimal("12.5"), unit=gd.Unit.YUAN),
    )
    report = gd.AnnualReport(year=2023, proactive_disclosure=proactive)
    assert report.get("proactive_disclosure.government_rules.in_force") == 6
    assert report.get("proactive_disclosure.normative_documents.published_total") == 9
    assert report.get("proactive_disclosure.compulsion") is None


def test_a_report_may_be_wrong():
    """Totals that do not add up are what the document says; they are a finding, no error."""
    row = gd.ByApplicant(natural_person=1, enterprise=1, total=95)
    assert row.total == 95


@pytest.mark.parametrize("edition", [found.name for found in gd.EDITIONS])
@pytest.mark.parametrize("fill", [None, 0, 3])
def test_a_blank_form_has_every_cell_of_its_edition_and_no_other(edition, fill):
    report = gd.AnnualReport.blank_form(edition, fill=fill)
    assert dict(report.cells()) == {cell.address: fill for cell in gd.cells(edition)}


@pytest.mark.parametrize("edition", [found.name for found in gd.EDITIONS])
def test_a_blank_form_is_filled_with_the_type_of_each_cell(edition):
    report = gd.AnnualReport.blank_form(edition, fill=3)
    amounts = {address for address, value in report.cells() if type(value) is Decimal}
    assert amounts == {c.address for c in gd.cells(edition) if c.kind is gd.Kind.AMOUNT}


def test_a_blank_form_says_nothing_but_the_form():
    report = gd.AnnualReport.blank_form("2021")
    bare = attrs.evolve(report, proactive_disclosure=None, requests=None, remedies=None)
    assert bare == gd.AnnualReport()


def test_there_is_no_blank_form_of_an_unknown_edition():
    with pytest.raises(gd.UnknownName, match="2018"):
        gd.AnnualReport.blank_form("2018")


def test_an_impossible_filling_is_refused():
    with pytest.raises(gd.InvalidReport):
        gd.AnnualReport.blank_form("2021", fill=-1)


@pytest.mark.parametrize(
    ("agency", "told_by"),
    [
        (gd.Agency(name="某镇人民政府", code="11410724"), "11410724"),
        (gd.Agency(name="某镇人民政府"), "某镇人民政府"),
        (gd.Agency(code="11410724"), "11410724"),
        (gd.Agency(), None),
    ],
)
def test_a_report_is_told_by_code_or_else_name(agency, told_by):
    report = gd.AnnualReport(agency=agency, year=2023, scope=gd.Scope.OWN)
    assert report.key == gd.ReportKey(agency=told_by, scope=gd.Scope.OWN, year=2023)


@pytest.mark.parametrize(
    "change",
    [{"scope": gd.Scope.CONSOLIDATED}, {"scope": None}, {"year": 2022}, {"agency": gd.Agency()}],
)
def test_reports_of_another_scope_year_or_body_are_other_reports(change):
    report = gd.AnnualReport(agency=gd.Agency(name="某市"), year=2023, scope=gd.Scope.OWN)
    assert attrs.evolve(report, **change).key != report.key


def test_what_is_no_part_of_the_key_does_not_make_another_report():
    report = gd.AnnualReport(agency=gd.Agency(name="某市"), year=2023)
    changed = attrs.evolve(report, title="更正", published=date(2024, 1, 1), requests=gd.Requests())
    assert changed.key == report.key


def test_paragraphs_given_as_a_list_are_kept_as_a_tuple():
    prose = gd.Prose(heading="一、总体情况", paragraphs=["甲。", "乙。"])
    assert prose.paragraphs == ("甲。", "乙。")
    assert prose.text == "甲。\n乙。"
