"""Documents drawn from a report: what they print is what they say, and how readers may read it."""

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies import documents, numbered, reports
from govdisclosure.strategies.documents.damages import DAMAGES
from govdisclosure.strategies.documents.drawn import FORMATS

FEW = settings(
    max_examples=8, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
EACH_FORMAT = pytest.mark.parametrize("form", FORMATS)


@EACH_FORMAT
@FEW
@given(data=st.data())
def test_a_whole_document_reads_back_to_its_report(form, data):
    """Each cell of the report is in the document, and a reader finds each number in its cell."""
    edition = data.draw(st.sampled_from(gd.EDITIONS)).name
    report = data.draw(numbered(edition))
    document = data.draw(documents(report, format=form))
    assert document.damages == ()
    assert dict(document.cells) == dict(report.cells())
    reading = gd.read(document.content, format=form)
    assert document.judge(reading).wrong == ()
    assert dict(reading.report.cells()) == dict(report.cells())


@EACH_FORMAT
@FEW
@given(data=st.data())
def test_no_reader_is_wrong_about_a_damaged_document(form, data):
    """A number is in its cell, or it is said that it could not be placed."""
    report = data.draw(numbered())
    document = data.draw(documents(report, format=form, damage="some"))
    assert document.damages
    try:
        reading = gd.read(document.content, format=form)
    except gd.NoReport:
        assert "cut_off" in document.damages
        return
    assert document.judge(reading).wrong == ()


@pytest.mark.parametrize("form", ["html", "docx", "xlsx"])
@FEW
@given(data=st.data())
def test_what_is_no_count_is_found(form, data):
    """The rule of readings: ``cell.not_a_count``, where the document says it."""
    report = data.draw(reports(year=2023))
    document = data.draw(documents(report, format=form, damage="not_a_count"))
    found = gd.check(gd.read(document.content, format=form)).findings
    assert "cell.not_a_count" in {finding.rule for finding in found}
    (gone,) = {address for address, _ in report.cells()} - set(document.cells)
    assert [f.at for f in found if f.rule == "cell.not_a_count"] == [gone]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@settings(FEW, max_examples=2)
@given(data=st.data())
def test_each_damage_can_be_asked_for(damage, data):
    """By its name; only what it does not touch is as it was."""
    report = data.draw(numbered())
    document = data.draw(documents(report, format="text", damage=damage.__name__))
    assert document.damages == (damage.__name__,)
    whole = dict(report.cells())
    moved = [a for a, number in document.cells.items() if whole[a] != number]
    assert len(moved) <= len(document.cells) / 2


def test_a_document_shrinks_to_a_report_with_nothing_in_it():
    drawn = reports().flatmap(documents)
    document = find(drawn, lambda found: "requests.received.total" in found.cells)
    assert set(document.cells.values()) == {0}
    assert repr(document) == f"<a document in html, {len(document.content)} bytes, whole>"


def test_formats_and_damages_that_are_not_there_are_refused():
    report = gd.AnnualReport.blank_form("2021", fill=0)
    with pytest.raises(gd.UnknownName, match="html, docx, xlsx, md, text"):
        documents(report, format="pdf")
    with pytest.raises(gd.UnknownName, match="delete_row"):
        documents(report, damage="burn")
