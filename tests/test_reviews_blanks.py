"""Blanks that can hold only one number are named, with that number and where they stand."""

import attrs
import pytest

import govdisclosure as gd
from govdisclosure.reading import Place, Reason, Unplaced
from govdisclosure.reviews.blanks import needed_blanks
from reviewed import of_file, reviewed
from running import BLANKS, GOOD, run

TOTAL = "requests.carried_in.total"


def _of(entry):
    return needed_blanks(entry.review, entry.reading)


def test_a_blank_has_the_number_that_its_relations_ask_for_and_its_place():
    """Two relations that ask for the same number are one blank."""
    found = {blank.cell: blank for blank in _of(of_file(BLANKS))}
    assert {address: blank.values for address, blank in found.items()} == {
        TOTAL: (4,),
        "remedies.reconsideration.corrected": (1,),
    }
    assert found[TOTAL].place == gd.read(BLANKS).places[TOTAL]


def test_relations_that_ask_for_different_numbers_are_not_decided_between():
    report = gd.read(BLANKS).report
    received = report.get("requests.received.total")
    (blank,) = _of(reviewed("a.json", report.replace({"requests.received.total": received - 1})))[
        :1
    ]
    assert blank.cell == TOTAL
    assert blank.values == (4, 5)


@pytest.mark.parametrize("kept", ["unplaced", "missing"])
def test_what_was_printed_and_not_read_is_no_blank_to_fill_in(kept):
    reading = gd.read(BLANKS)
    lost = {
        "unplaced": {
            "unplaced": (Unplaced(place=Place(text="四"), reason=Reason.NOT_A_NUMBER, cell=TOTAL),)
        },
        "missing": {"missing": (TOTAL,)},
    }
    entry = reviewed("a.txt", attrs.evolve(reading, **lost[kept]))
    assert TOTAL not in [blank.cell for blank in _of(entry)]


def test_the_year_befores_blanks_are_not_this_reports():
    report = gd.read(GOOD).report
    row = "proactive_disclosure.normative_documents"
    prior = report.replace({"year": report.year - 1, f"{row}.in_force": None})
    change = report.get(f"{row}.in_force") + report.get(f"{row}.repealed")
    this = report.replace({f"{row}.issued": 0, f"{row}.in_force": change + 3})
    entry = reviewed("a.json", this, prior=prior)
    assert any(
        need.cell.startswith("prior.") for i in entry.review.undetermined for need in i.needed
    )
    assert _of(entry) == ()


@pytest.mark.parametrize(("language", "heading"), [("zh", "还有空白"), ("en", "still blank")])
def test_check_says_what_a_blank_must_hold_and_where_it_stands(language, heading):
    lines = run("check", BLANKS, "--lang", language).stdout.splitlines()
    first = next(i for i, line in enumerate(lines) if heading in line)
    places = gd.read(BLANKS).places
    for line, (address, value) in zip(
        lines[first + 1 :],
        [(TOTAL, 4), ("remedies.reconsideration.corrected", 1)],
        strict=False,
    ):
        (cell,) = [cell for cell in gd.cells() if cell.address == address]
        assert getattr(cell, language) in line
        assert str(value) in line
        assert getattr(places[address].wording, language) in line


def test_few_blanks_are_listed_unless_all_are_asked_for():
    """Each row's total is blank: five are named, and how many more there are."""
    report = gd.AnnualReport.blank_form("2021", fill=0)
    rows = dict.fromkeys(
        a.rpartition(".")[0] for a, _ in report.cells() if a.startswith("requests.")
    )
    few = list(rows)[:8]
    changes = {f"{row}.natural_person": 3 for row in few} | {f"{row}.total": None for row in few}
    entry = reviewed("a.json", report.replace(changes))
    number = len(_of(entry))
    assert number == len(few)
    short, whole = (
        gd.write_review([entry], "text", gd.Settings(everything=every)) for every in (False, True)
    )
    assert f"… and {number - 5} more: --all" in short
    assert "more: --all" not in whole


def test_nothing_is_said_where_no_blank_is_known():
    assert "still blank" not in run("check", GOOD).stdout


def test_the_cells_of_a_row_that_is_not_there_are_no_blanks_to_fill_in():
    """The row is asked for as a whole; what one cell of it must hold rests on the others."""
    lines = GOOD.read_text(encoding="utf-8").splitlines(keepends=True)
    reading = gd.read("".join(line for line in lines if "（二）部分公开" not in line).encode())
    (missing,) = reading.missing
    entry = reviewed("a.txt", reading)
    needed = [n.cell for i in entry.review.undetermined for n in i.needed if n.value is not None]
    assert any(address.startswith(f"{missing}.") for address in needed)
    assert _of(entry) == ()
