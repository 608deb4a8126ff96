"""Records print short, and what they print makes them again."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

import _govdisclosure_hypothesis as entry
import govdisclosure as gd
from govdisclosure.strategies import any_records, any_reports, reports

NAMES = {name: getattr(gd, name) for name in gd.__all__}
NAMES |= {"datetime": dt, "Decimal": Decimal}
KINDS = [getattr(gd, name) for name in entry.RECORDS]


def again(printed):
    """What a printed record is as code."""
    return eval(printed, dict(NAMES))  # noqa: S307  # what it printed itself


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_record_of_any_class_pastes_back_equal(kind):
    @settings(max_examples=15)
    @given(st.from_type(kind))
    def pastes_back(record):
        assert again(repr(record)) == record

    pastes_back()


@settings(max_examples=30)
@given(any_reports() | reports(blanks=True) | any_records(gd.Requests))
def test_anything_that_can_be_represented_pastes_back_equal(record):
    """From one line, or from the several that hypothesis and IPython print."""
    assert again(repr(record)) == record
    assert again(pretty(record)) == record


@settings(max_examples=30)
@given(reports())
def test_a_report_prints_none_of_its_zeros(report):
    """Where nothing is blank, a zero is printed for no cell, and a number for each other one."""
    printed = repr(report.replace({"title": None, "overview": None}))
    assert ": 0," not in printed
    assert "=0" not in printed.replace("fill=0", "")
    assert "None" not in printed.replace("fill=None", "")


@pytest.mark.parametrize(
    ("record", "printed"),
    [
        (gd.ByApplicant(), "ByApplicant()"),
        (gd.ByApplicant.zeros(), "ByApplicant.zeros()"),
        (gd.ByApplicant.zeros(total=3), "ByApplicant.zeros(total=3)"),
        (gd.ByApplicant(total=3), "ByApplicant(total=3)"),
        (gd.FeesCollected(amount=Decimal("1.5")), "FeesCollected(amount=Decimal('1.5'))"),
        (gd.Agency(level=gd.Level.CITY), "Agency(level='city')"),
        (gd.Remedies.blank_form("2021", fill=0), "Remedies.blank_form('2021', fill=0)"),
        (
            gd.AnnualReport.blank_form("2021", fill=0).replace({"remedies.litigation": None}),
            "AnnualReport.blank_form('2021', fill=0).replace({'remedies.litigation': None})",
        ),
    ],
    ids=str,
)
def test_what_is_printed_is_the_shortest_way_to_make_it(record, printed):
    assert repr(record) == printed


def test_a_table_is_read_and_changed_like_a_report():
    """A group or table has the report's own ways: a form, ``get``, ``replace``."""
    table = gd.Remedies.blank_form("2021", fill=0).replace({"litigation.direct.total": 2})
    assert table.get("litigation.direct.total") == 2
    assert table.litigation.direct == gd.ByResult.zeros(total=2)
    with pytest.raises(gd.UnknownName):
        table.get("remedies.litigation")
    with pytest.raises(gd.UnknownName):
        gd.Remedies.blank_form("2018")
