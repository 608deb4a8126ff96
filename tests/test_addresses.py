"""From an address to a value and back."""

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies import any_reports

RECEIVED = "requests.received.total"
IN_FORCE = "proactive_disclosure.normative_documents.in_force"
CLOSED = "requests.outcomes.closed_otherwise"


@pytest.fixture
def report():
    """An empty form of the 2021 edition."""
    return gd.AnnualReport.blank_form("2021")


def test_a_value_is_found_where_it_was_put(report):
    changed = report.replace({RECEIVED: 7, IN_FORCE: 0})
    assert changed.get(RECEIVED) == 7
    assert changed.get(IN_FORCE) == 0
    assert report.get(RECEIVED) is None


@given(report=any_reports(), data=st.data())
@settings(max_examples=40)
def test_replacing_one_cell_changes_that_cell_and_no_other(report, data):
    before = dict(report.cells())
    assume(before)
    address = data.draw(st.sampled_from(list(before)))
    changed = report.replace({address: 7})
    assert dict(changed.cells()) == {**before, address: 7}
    assert changed.replace({address: before[address]}) == report


def test_replacing_nothing_changes_nothing(report):
    assert report.replace({}) == report


@given(report=any_reports())
@settings(max_examples=40)
def test_the_cells_of_a_report_are_those_that_get_finds(report):
    found = list(report.cells())
    assert [(address, report.get(address)) for address, _ in found] == found


@given(report=any_reports())
@settings(max_examples=25)
def test_cells_come_in_the_forms_order_each_once(report):
    order = {cell.address: place for place, cell in enumerate(gd.cells())}
    places = [order[address] for address, _ in report.cells()]
    assert places == sorted(set(places))


@given(report=any_reports())
@settings(max_examples=25)
def test_every_address_of_the_form_can_be_asked_of_every_report(report):
    """What the report lacks is None, as a blank is; get never raises for an address."""
    there = dict(report.cells())
    for cell in gd.cells():
        assert report.get(cell.address) == there.get(cell.address)


def test_rows_tables_and_texts_have_addresses_too(report):
    row = gd.ByApplicant(total=3)
    prose = gd.Prose(heading="一、总体情况", paragraphs=("甲",))
    changed = report.replace(
        {"requests.received": row, "agency.name": "某局", "overview": prose, "year": 2023}
    )
    assert changed.get("requests.received") is row
    assert changed.get("requests") == changed.requests
    assert changed.get("agency.name") == "某局"
    assert changed.get("overview.paragraphs") == ("甲",)
    assert changed.get("proactive_disclosure.fees.unit") is gd.Unit.TEN_THOUSAND_YUAN
    assert changed.key == gd.ReportKey(agency="某局", scope=None, year=2023)


@pytest.mark.parametrize(
    "address", ["overview.heading", "remedies.litigation.direct.total", "requests.received"]
)
def test_what_stands_in_an_absent_part_is_none(address):
    assert gd.AnnualReport().get(address) is None


@pytest.mark.parametrize(
    ("edition", "address"),
    [
        ("2019", IN_FORCE),
        ("2019", f"{CLOSED}.other.total"),
        ("2021", f"{CLOSED}.total"),
        ("2021", "proactive_disclosure.fees.change"),
    ],
)
def test_a_cell_of_another_layout_is_none(edition, address):
    assert gd.AnnualReport.blank_form(edition, fill=1).get(address) is None


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("requests.recieved.total", RECEIVED),
        ("requests.outcomes.denied.state_secrets.total", "state_secret.total"),
        ("request.received.total", RECEIVED),
        ("proactive_disclosure.normative_document.in_force", IN_FORCE),
        ("agency.nmae", "agency.name"),
    ],
)
@pytest.mark.parametrize("use", ["get", "replace"])
def test_an_unknown_address_is_refused_and_the_near_ones_are_named(report, use, address, meant):
    with pytest.raises(gd.UnknownName) as caught:
        report.get(address) if use == "get" else report.replace({address: 1})
    for text in (caught.value.wording.zh, caught.value.wording.en):
        assert address in text
        assert meant in text


@pytest.mark.parametrize(
    "address",
    [
        "",
        ".",
        "requests.",
        ".requests",
        "requests..total",
        "key",
        "requests.received.real",
        "__class__",
    ],
)
def test_what_is_no_address_of_the_form_is_refused(report, address):
    """Attributes of the Python objects are no addresses."""
    with pytest.raises(gd.UnknownName):
        report.get(address)
    with pytest.raises(gd.UnknownName):
        report.replace({address: None})


def problems(report, changes):
    """What a replacement is refused for, by address."""
    with pytest.raises(gd.InvalidReport) as caught:
        report.replace(changes)
    found = [problem.path for problem in caught.value.problems]
    assert len(found) == len(set(found))
    for text in (caught.value.wording.zh, caught.value.wording.en):
        assert all(address in text for address in found)
    return set(found)


@pytest.mark.parametrize("address", [cell.address for cell in gd.cells("2021")])
def test_an_impossible_value_is_refused_under_its_full_address(report, address):
    assert problems(report, {address: "七"}) == {address}


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("requests.received", gd.ByResult()),
        ("requests.outcomes.denied", 0),
        ("proactive_disclosure.fees.unit", None),
        ("proactive_disclosure.fees.unit", 1),
        ("proactive_disclosure.fees.amount", Decimal("0.1234567")),
        ("agency.kind", "bureau"),
        ("year", 23),
        ("scope", "both"),
    ],
)
def test_so_is_a_row_of_another_kind_or_a_wrong_word(report, address, value):
    assert problems(report, {address: value}) == {address}


@pytest.mark.parametrize(
    "address",
    ["requests.received.total", "remedies.litigation.direct.pending", "overview.heading"],
)
def test_a_cell_of_a_row_that_the_report_lacks_cannot_be_replaced(address):
    assert problems(gd.AnnualReport(), {address: None}) == {address}


@pytest.mark.parametrize(
    "address",
    [
        "proactive_disclosure.normative_documents.newly_published",
        "proactive_disclosure.licensing.change",
        "proactive_disclosure.fees.prior_items",
        "proactive_disclosure.procurement.projects",
        f"{CLOSED}.total",
    ],
)
def test_a_cell_of_another_layout_cannot_be_replaced(report, address):
    assert problems(report, {address: 1}) == {address}


def test_a_row_is_replaced_before_its_cells_in_whatever_order_they_are_given(report):
    changes = {
        f"{CLOSED}.total": 4,
        "proactive_disclosure.licensing.change": -2,
        CLOSED: gd.ByApplicant(enterprise=4),
        "proactive_disclosure.licensing": gd.ItemsAndDecisions(),
    }
    changed = report.replace(changes)
    assert changed.get(CLOSED) == gd.ByApplicant(enterprise=4, total=4)
    assert changed.get("proactive_disclosure.licensing.change") == -2


def test_a_table_can_be_taken_away(report):
    changed = report.replace({"remedies": None})
    assert changed.remedies is None
    assert len(dict(changed.cells())) == len(dict(report.cells())) - 15


def test_all_problems_of_a_replacement_are_in_one_error(report):
    changes = {
        RECEIVED: -1,
        IN_FORCE: 3.7,
        "proactive_disclosure.licensing.change": 1,
        "agency.level": "village",
        "remedies.litigation.direct.total": True,
        "requests.carried_in.total": 5,
    }
    assert problems(report, changes) == set(changes) - {"requests.carried_in.total"}


def test_a_refused_replacement_carries_the_values_that_it_refused(report):
    with pytest.raises(gd.InvalidReport) as caught:
        report.replace({RECEIVED: -1, IN_FORCE: "6"})
    found = {problem.path: problem.value for problem in caught.value.problems}
    assert found == {RECEIVED: -1, IN_FORCE: "6"}
