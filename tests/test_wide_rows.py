"""A report goes into a row of the wide table and comes back, all but its prose."""

from datetime import date
from decimal import Decimal

import attrs
import pytest
from hypothesis import given

import govdisclosure as gd
from families import FORMS, patchworks
from govdisclosure.records.form import columns
from govdisclosure.strategies import any_reports
from govdisclosure.wide import ColumnType, Role, report_from, wide_column, wide_columns, wide_row

PROSE = ("overview", "problems", "other_matters")
COLUMNS = wide_columns()
TYPES = {
    ColumnType.INTEGER: int,
    ColumnType.DECIMAL: Decimal,
    ColumnType.TEXT: str,
    ColumnType.DATE: date,
}
FORM = wide_row(FORMS["2021", 0])


def without_prose(report):
    return attrs.evolve(report, **dict.fromkeys(PROSE))


@given(any_reports())
def test_whatever_a_report_has_but_prose_comes_back(report):
    assert report_from(wide_row(report)) == without_prose(report)


@given(patchworks())
def test_rows_of_every_layout_come_back(report):
    assert report_from(wide_row(report)) == report


@given(any_reports())
def test_the_short_names_will_do(report):
    values = wide_row(report).values()
    row = {column.short: value for column, value in zip(COLUMNS, values, strict=True)}
    assert report_from(row) == without_prose(report)


@given(any_reports())
def test_a_row_has_every_column_in_order_with_values_of_its_type(report):
    row = wide_row(report)
    assert list(row) == [column.name for column in COLUMNS]
    for column in COLUMNS:
        value = row[column.name]
        assert value is None or type(value) is TYPES[column.type]
        assert column.values is None or value is None or value in column.values
        assert column.role is not Role.LAYOUT or value is not None


def test_no_short_name_is_the_name_of_another_column():
    for column in COLUMNS:
        found = wide_column(column.short)
        assert found is None or found is column


def test_numbers_and_dates_may_be_of_the_types_that_databases_give():
    amount, published = "proactive_disclosure.fees.amount", "published"
    report = report_from({**FORM, amount: 12.5, published: "2024-01-31"})
    assert report.get(amount) == Decimal("12.5")
    assert report.published == date(2024, 1, 31)
    assert report_from({**FORM, amount: 12}).get(amount) == Decimal(12)


RECEIVED = "requests.received"
REMEDIES = [column for column in COLUMNS if column.name.startswith("remedies.")]
BAD = {
    "a count that is none": ({f"{RECEIVED}.total": -1}, [f"{RECEIVED}.total"]),
    "two wrong cells of a row": (
        {f"{RECEIVED}.total": 1.5, f"{RECEIVED}.natural_person": "7"},
        [f"{RECEIVED}.natural_person", f"{RECEIVED}.total"],
    ),
    "an amount that is none": (
        {"proactive_disclosure.fees.amount": float("nan")},
        ["proactive_disclosure.fees.amount"],
    ),
    "a year and a scope that are none": ({"year": 20, "scope": "all"}, ["year", "scope"]),
    "a kind of body that is none": ({"agency.kind": "club"}, ["agency.kind"]),
    "a day that is none": ({"published": "2024-02-31"}, ["published"]),
    "a layout that is none": ({f"{RECEIVED}.layout": "Rows"}, [f"{RECEIVED}.layout"]),
    "a layout of null": ({f"{RECEIVED}.layout": None}, [f"{RECEIVED}.layout"]),
    "a layout that the row never has": (
        {f"{RECEIVED}.layout": "ByResult"},
        [f"{RECEIVED}.layout"],
    ),
    "a number in a row that is absent": (
        {f"{RECEIVED}.layout": "absent", f"{RECEIVED}.total": None},
        [f"{RECEIVED}.{name}" for name in columns(gd.ByApplicant) if name != "total"],
    ),
    "a cell of another layout": (
        {"proactive_disclosure.licensing.prior_items": 0},
        ["proactive_disclosure.licensing.prior_items"],
    ),
    "a row in a table that is absent": (
        {column.name: None for column in REMEDIES if column.role is Role.CELL}
        | {"remedies.layout": "absent", "remedies.litigation.layout": "absent"},
        [
            "remedies.reconsideration.layout",
            "remedies.litigation.direct.layout",
            "remedies.litigation.after_reconsideration.layout",
        ],
    ),
    "a column that there is not": ({"note": "x"}, ["note"]),
}


@pytest.mark.parametrize("what", BAD)
def test_what_may_not_stand_in_a_row_is_told_with_its_column(what):
    changes, paths = BAD[what]
    with pytest.raises(gd.InvalidReport) as caught:
        report_from({**FORM, **changes})
    assert [problem.path for problem in caught.value.problems] == paths


@pytest.mark.parametrize("name", ["year", "requests.layout", f"{RECEIVED}.total"])
def test_a_column_that_is_missing_is_told(name):
    with pytest.raises(gd.InvalidReport) as caught:
        report_from({key: value for key, value in FORM.items() if key != name})
    assert name in [problem.path for problem in caught.value.problems]
