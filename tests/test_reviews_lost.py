"""What a reading lost is said in the form's words, row by row, whatever the document."""

import attrs
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.reading import REASON_WORDING, Place, Reading, Reason, Unplaced
from govdisclosure.records.cells import part_labels, rows
from govdisclosure.reviews import lost
from reviewed import reviewed
from running import EXAMPLES, GOOD, run

ROW = "requests.received"
COLUMNS = [cell.address for cell in gd.cells("2021") if cell.address.startswith(f"{ROW}.")]
OF_A_TABLE = [cell.address for cell in gd.cells("2021") if cell.table == "remedies"]


def _missing(*addresses, unplaced=()):
    reading = Reading(report=gd.read(GOOD).report, missing=addresses, unplaced=unplaced)
    return [(entry.label, entry.address) for entry in lost.missing(reading)]


def test_a_row_of_which_every_cell_is_missing_is_one_line_with_its_label():
    ((label, address),) = _missing(*COLUMNS)
    assert address == ROW
    assert label == part_labels()[ROW]


def test_some_cells_of_a_row_are_one_line_with_their_columns():
    ((label, address),) = _missing(*COLUMNS[:2])
    assert address == ROW
    assert label.zh == "一、本年新收政府信息公开申请数量（自然人、商业企业）"
    assert label.en == "Requests newly received this year (Natural persons, Commercial enterprises)"


def test_a_cell_has_its_own_label_and_address():
    ((label, address),) = _missing(COLUMNS[0])
    (cell,) = [cell for cell in gd.cells() if cell.address == COLUMNS[0]]
    assert (label.zh, label.en, address) == (cell.zh, cell.en, cell.address)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_table_of_which_every_row_is_missing_is_one_line(edition):
    for table in ("proactive_disclosure", "requests", "remedies"):
        gone = [cell.address for cell in gd.cells(edition) if cell.table == table]
        assert _missing(*gone) == [(part_labels()[table], table)]
        assert len(_missing(*gone[1:])) > 1


def test_a_part_of_the_form_that_is_not_there_has_its_label():
    assert _missing("remedies", ROW) == [
        (part_labels()["remedies"], "remedies"),
        (part_labels()[ROW], ROW),
    ]


@given(
    st.sampled_from(["2019", "2021"]).flatmap(
        lambda edition: st.lists(
            st.sampled_from([c.address for c in gd.cells(edition)]), unique=True, max_size=60
        )
    )
)
def test_every_missing_cell_is_in_one_line_and_no_other(addresses):
    named = [address for _, address in _missing(*addresses)]
    for address in addresses:
        assert sum(f"{address}.".startswith(f"{name}.") for name in named) == 1


def test_every_part_of_the_form_has_a_label_in_both_languages():
    labels = part_labels()
    assert {row.address for row in rows()} <= set(labels)
    assert all(any("\u4e00" <= c <= "\u9fff" for c in label.zh) for label in labels.values())
    assert not [label for label in labels.values() if any(c >= "\u4e00" for c in label.en)]


def _unplaced(*entries):
    return list(lost.unplaced(Reading(report=gd.read(GOOD).report, unplaced=entries)))


def _entry(text, column, line=9, reason=Reason.NO_COLUMN, cell=None):
    return Unplaced(place=Place(text=text, line=line, column=column), reason=reason, cell=cell)


def test_what_stands_side_by_side_for_one_reason_is_one_line():
    (said,) = _unplaced(_entry("1", 2), _entry("2", 3), _entry("3", 4))
    assert said.zh.startswith("第9行第2列起 3 处：“1”“2”“3”（")
    assert said.en.startswith("3 pieces from line 9, column 2 on: “1”“2”“3” (")


def test_other_lines_and_other_reasons_stand_apart():
    assert len(_unplaced(_entry("1", 2), _entry("2", 2, line=10))) == 2
    assert len(_unplaced(_entry("1", 2), _entry("2", 3, reason=Reason.NO_ROW))) == 2


def test_a_long_line_is_cut_short_and_its_number_said():
    (said,) = _unplaced(*(_entry(str(n), n) for n in range(1, 16)))
    assert "15" in said.zh
    assert "“7”…" in said.zh
    assert "“8”" not in said.zh


def test_what_is_no_number_is_named_by_its_cell_and_not_called_missing_too():
    entry = _entry("约12", 4, reason=Reason.NOT_A_NUMBER, cell=COLUMNS[0])
    (said,) = _unplaced(entry)
    (cell,) = [cell for cell in gd.cells() if cell.address == COLUMNS[0]]
    assert said.zh.startswith(f"{cell.zh}：第9行第4列“约12”")
    assert _missing(COLUMNS[0], unplaced=(entry,)) == []


def test_numbers_of_a_row_whose_label_is_there_are_told_with_it_and_not_called_missing_too():
    entries = tuple(attrs.evolve(_entry("1", n), row=ROW) for n in (2, 3))
    (said,) = _unplaced(*entries)
    assert said.zh.startswith("一、本年新收政府信息公开申请数量：第9行第2列起 2 处：")
    assert _missing(*COLUMNS, "remedies", unplaced=entries) == [
        (part_labels()["remedies"], "remedies")
    ]


def test_formulas_of_a_table_that_nobody_computed_are_one_line_with_what_to_do():
    (said,) = _unplaced(
        *(
            _entry("=1+1", number, reason=Reason.NOT_COMPUTED, cell=cell)
            for number, cell in enumerate(COLUMNS, 1)
        )
    )
    assert said.zh.startswith("第9行第1列起 7 格：")
    assert "打开并保存一次" in said.zh
    assert "=1+1" not in said.zh


@pytest.fixture
def uncomputed(tmp_path):
    """A workbook whose formulas nobody has computed, as a program writes it."""
    book = openpyxl.load_workbook(EXAMPLES / "township-2023.xlsx")
    book.save(tmp_path / "report.xlsx")
    return tmp_path / "report.xlsx"


@pytest.mark.parametrize("form", ["text", "html", "junit", "sarif"])
@pytest.mark.parametrize(("language", "said"), [("zh", "打开并保存一次"), ("en", "save it once")])
def test_a_check_says_why_cells_could_not_be_read(uncomputed, form, language, said):
    assert said in run("check", uncomputed, "--format", form, "--lang", language).stdout


def test_each_reason_why_something_found_no_place_is_said_with_its_number():
    entries = (_entry("1", 2), _entry("2", 3), _entry("x", 4, reason=Reason.NO_ROW))
    said = lost.in_short(Reading(report=gd.read(GOOD).report, unplaced=entries))
    assert "3" in said.zh
    for reason, number in ((Reason.NO_COLUMN, 2), (Reason.NO_ROW, 1)):
        assert f"{REASON_WORDING[reason].zh}（{number} 处）" in said.zh
        assert f"{REASON_WORDING[reason].en} ({number})" in said.en


def test_what_was_decided_in_reading_is_said_and_all_of_it_can_be_had():
    notes = tuple(gd.Wording(f"说明{n}", f"decision {n}") for n in range(5))
    entry = reviewed("a.txt", attrs.evolve(gd.read(GOOD), notes=notes))
    text, whole = (
        gd.write_review([entry], "text", gd.Settings(everything=every)) for every in (False, True)
    )
    assert "  note: decision 2\n" in text
    assert "decision 3" not in text
    assert "and 2 more notes" in text
    assert all(f"decision {n}" in whole for n in range(5))
    page = gd.write_review([entry], "html", gd.Settings(language="zh"))
    assert all(f"说明{n}" in page for n in range(5))
