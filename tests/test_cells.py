"""The form as lists: rows and cells, derived from the classes."""

from collections import Counter

import pytest

import govdisclosure as gd
from govdisclosure.records.cells import cell, rows
from govdisclosure.records.form import columns

EDITIONS = [found.name for found in gd.EDITIONS]


@pytest.mark.parametrize("edition", [None, *EDITIONS])
def test_each_address_occurs_once(edition):
    counted = Counter(found.address for found in gd.cells(edition))
    assert set(counted.values()) == {1}


def test_the_cells_without_an_edition_are_those_of_all_editions():
    each = {found.address for edition in EDITIONS for found in gd.cells(edition)}
    assert {found.address for found in gd.cells()} == each


@pytest.mark.parametrize("found", gd.cells(), ids=lambda found: found.address)
def test_a_cell_is_named_by_its_table_row_and_column(found):
    assert found.address == f"{found.table}.{found.row}.{found.column}"
    assert found.table in ("proactive_disclosure", "requests", "remedies")
    assert found.zh
    assert found.en
    assert cell(found.address) == found


def test_an_edition_is_asked_for_by_the_name_of_the_contract():
    assert gd.cells(edition="2019") == gd.cells("2019")
    assert gd.cells(edition=None) == gd.cells()


def test_a_cell_bears_the_label_of_the_latest_edition_that_has_it():
    issued = "proactive_disclosure.normative_documents.issued"
    decisions = "proactive_disclosure.licensing.decisions"
    for address in (issued, decisions):
        by_edition = {
            edition: found.zh
            for edition in EDITIONS
            for found in gd.cells(edition)
            if found.address == address
        }
        assert by_edition["2019"] != by_edition["2021"] == cell(address).zh


def test_a_cell_of_a_withdrawn_row_keeps_its_label():
    """其他对外管理服务事项 is not in the 2021 edition; a layout merely seen does not rename it."""
    address = "proactive_disclosure.other_services.decisions"
    (asked,) = [found for found in gd.cells("2019") if found.address == address]
    assert cell(address) == asked


@pytest.mark.parametrize("address", ["requests", "requests.received", "year", "fees.unit", ""])
def test_what_is_no_cell_is_none(address):
    assert cell(address) is None


def test_a_unit_is_no_cell():
    assert [found.address for found in gd.cells() if found.column == "unit"] == []


@pytest.mark.parametrize("listing", [gd.cells, rows])
def test_an_unknown_edition_is_refused(listing):
    with pytest.raises(gd.UnknownName, match="2020"):
        listing("2020")


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_asks_for_one_layout_of_each_row(edition):
    counted = Counter(row.address for row in rows(edition))
    assert set(counted.values()) == {1}
    assert all(edition in row.editions for row in rows(edition))


def test_rows_without_an_edition_are_all_rows_in_all_layouts():
    found = Counter((row.address, row.layout) for row in rows())
    assert set(found.values()) == {1}
    asked = {(row.address, row.layout) for edition in EDITIONS for row in rows(edition)}
    assert asked == {(row.address, row.layout) for row in rows() if row.editions}
    assert asked < set(found)


def test_a_layout_that_no_edition_asks_for_is_listed_as_such():
    seen = [(row.name, row.layout) for row in rows() if not row.editions]
    assert seen == [("other_services", gd.Decisions)]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.address}-{row.layout.__name__}")
def test_a_row_has_the_columns_of_its_layout(row):
    assert row.columns == columns(row.layout)
    assert row.address == f"{row.table}.{row.name}"
    assert row.above[0] is not None
    assert row.label.zh in row.full_label.zh


def test_a_row_in_a_group_bears_the_groups_name():
    by_name = {row.name: row.full_label.zh for row in rows("2021")}
    assert by_name["outcomes.denied.state_secret"].startswith("（三）不予公开")
    assert by_name["outcomes.closed_otherwise.other"].startswith("（六）其他处理")
    assert by_name["litigation.direct"].startswith("行政诉讼")
    assert by_name["outcomes.granted"].startswith("（一）")


def test_labels_tell_the_cells_of_an_edition_apart():
    for edition in EDITIONS:
        labels = Counter(found.zh for found in gd.cells(edition))
        assert [label for label, times in labels.items() if times > 1] == []
        labels = Counter(found.en for found in gd.cells(edition))
        assert [label for label, times in labels.items() if times > 1] == []
