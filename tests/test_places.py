"""A place is said so that nothing else in the report can be meant."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclosure.reading import Place
from govdisclosure.wording import Wording

NUMBERS = st.none() | st.integers(1, 10**6)
PLACES = st.builds(
    Place,
    text=st.just("9"),
    page=NUMBERS,
    line=NUMBERS,
    table=NUMBERS,
    row=NUMBERS,
    column=NUMBERS,
)


@pytest.mark.parametrize(
    ("at", "zh", "en"),
    [
        ({"line": 41}, "第41行", "line 41"),
        ({"line": 41, "column": 10}, "第41行第10列", "line 41, column 10"),
        ({"page": 2}, "第2页", "page 2"),
        ({"row": 3}, "第3行", "row 3"),
        ({"table": 3}, "文件中第3个表格", "the document's 3rd table"),
        (
            {"table": 2, "row": 6, "column": 10},
            "文件中第2个表格第6行第10列",
            "the document's 2nd table, row 6, column 10",
        ),
        (
            {"page": 2, "table": 1, "row": 6, "column": 10},
            "第2页，文件中第1个表格第6行第10列",
            "page 2, the document's 1st table, row 6, column 10",
        ),
        (
            {"line": 103, "table": 2, "row": 6, "column": 10},
            "源文件第103行，文件中第2个表格第6行第10列",
            "line 103, the document's 2nd table, row 6, column 10",
        ),
        (
            {"sheet": "表三", "row": 8, "column": 10},
            "工作表“表三”J8",
            "sheet “表三”, cell J8",
        ),
        ({}, "", ""),
    ],
    ids=str,
)
def test_a_place_is_said_as_far_as_it_is_known(at, zh, en):
    assert Place(text="9", **at).wording == Wording(zh, en)


@given(PLACES)
def test_a_table_is_counted_and_never_named_as_the_form_names_its_own(place):
    """The form's tables are 表二, 表三 and 表四; a document's are counted from its first."""
    assert re.search("表(?!格)", place.wording.zh) is None
    assert re.search(r"table \d", place.wording.en) is None


@given(PLACES.filter(lambda place: place.table is not None), PLACES)
def test_two_places_are_never_said_alike(one, other):
    """Not even a line of the source and a row of a table, which are one word in Chinese."""
    if one != other:
        assert one.wording.zh != other.wording.zh
        assert one.wording.en != other.wording.en
