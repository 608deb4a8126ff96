"""The sample documents show what they are said to show."""

import pytest

import govdisclosure as gd
from running import BLANKS, EXAMPLES, GOOD, WRONG


@pytest.mark.parametrize(
    ("path", "cells", "edition", "agency"),
    [
        (GOOD, 200, "2021", "云溪县青石镇"),
        (WRONG, 200, "2021", "云溪县白杨乡"),
        (BLANKS, 198, "2019", "岚川市水务局"),
    ],
)
def test_sample_is_read_whole(path, cells, edition, agency):
    """Every cell of the sample's edition finds its place, and so do all six sections."""
    reading = gd.read(path)
    assert (reading.unplaced, reading.missing, reading.notes) == ((), (), ())
    assert [c.address for c in gd.cells(edition)] == [name for name, _ in reading.report.cells()]
    assert len(reading.places) == cells
    assert reading.report.agency.name == agency
    assert reading.report.year == {"2021": 2023, "2019": 2020}[edition]
    for section in ("overview", "problems", "other_matters"):
        prose = getattr(reading.report, section)
        assert prose.heading
        assert prose.paragraphs


def test_good_sample_has_no_finding():
    """The good report has nothing wrong, nothing open, and is not all zeros."""
    reading = gd.read(GOOD)
    review = gd.check(reading)
    assert review.findings == ()
    assert review.counts[gd.Outcome.BROKEN] == review.counts[gd.Outcome.UNDETERMINED] == 0
    assert sum(1 for _, value in reading.report.cells() if value) > 20


def test_wrong_sample_has_exactly_the_two_wrong_totals():
    """Two totals are wrong; put right, nothing is found. A total of table three is in a row and in
    a column, so that one of them shows twice.
    """
    reading = gd.read(WRONG)
    assert [(f.rule, f.at) for f in gd.check(reading).findings] == [
        ("requests.row_total", "outcomes.granted"),
        ("requests.outcome_total", "total"),
        ("remedies.total", "reconsideration"),
    ]
    right = {"requests.outcomes.granted.total": 6, "remedies.reconsideration.total": 3}
    assert gd.check(reading.report.replace(right)).findings == ()


def test_sample_with_blanks_is_open_not_broken():
    """Four blanks leave three relations open; filled with what is needed, everything holds."""
    reading = gd.read(BLANKS)
    review = gd.check(reading)
    assert {f.rule for f in review.findings} == {"cell.blank"}
    assert review.counts[gd.Outcome.BROKEN] == 0
    assert len(review.undetermined) == 3
    needed = {n.cell: n.value for instance in review.undetermined for n in instance.needed}
    blank = [address for address, value in reading.report.cells() if value is None]
    assert len(blank) == 4
    filled = reading.report.replace(dict.fromkeys(blank, 0)).replace(needed)
    assert gd.check(filled).findings == ()


def test_every_sample_is_described():
    """Each file of the folder is named in its README, in both languages' parts."""
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for path in EXAMPLES.glob("*.txt"):
        assert readme.count(f"`{path.name}`") == 2
