"""The wide table has a column for whatever a report has but its prose."""

import csv
import io

import pytest

import govdisclosure as gd
from govdisclosure.exports import contract_files
from govdisclosure.records.layouts import row_layouts, shape
from govdisclosure.wide import (
    ABSENT,
    Role,
    layout_name,
    layouts_at,
    wide_column,
    wide_columns,
)
from govdisclosure.wide.columns import LONGEST_SHORT

NAMES = [column.name for column in wide_columns()]


def of(role):
    return [column for column in wide_columns() if column.role is role]


def test_every_cell_has_a_column_named_by_its_address():
    assert [column.name for column in of(Role.CELL)] == [cell.address for cell in gd.cells()]
    assert len(of(Role.CELL)) == 224


def test_names_are_unique_in_both_lengths_and_short_ones_are_kept_whole_by_postgresql():
    assert len(set(NAMES)) == len(NAMES)
    assert len({column.short for column in wide_columns()}) == len(NAMES)
    assert max(len(column.short.encode()) for column in wide_columns()) <= LONGEST_SHORT


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_layout_that_a_form_has_is_a_value_of_its_layout_column(edition):
    found = row_layouts(shape(gd.AnnualReport.blank_form(edition)))
    for address, layout in found.items():
        column = wide_column(f"{address}.layout")
        assert column is not None
        name = ABSENT if layout is None else layout_name(layout)
        assert name in column.values
        assert layout is None or layout in layouts_at(address)


def test_every_field_but_prose_has_a_column():
    """Identity, layouts, units and cells are together all that JSON has, without the prose."""
    report = gd.AnnualReport.blank_form("2021")

    def leaves(value, prefix=""):
        for key, below in value.items():
            if isinstance(below, dict):
                yield from leaves(below, f"{prefix}{key}.")
            else:
                yield prefix + key

    prose = {"overview", "problems", "other_matters"}
    written = set(leaves(gd.unstructure(report))) - prose
    assert written <= set(NAMES)
    assert {column.name for column in of(Role.IDENTITY)} <= written


def test_the_exported_table_is_the_list_of_columns():
    lines = list(csv.DictReader(io.StringIO(contract_files()["wide.csv"])))
    assert [line["column"] for line in lines] == NAMES
    assert {line["type"] for line in lines} == {"int64", "decimal(21,6)", "text", "date"}
