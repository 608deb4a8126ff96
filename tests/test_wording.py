"""A wording is filled in each language as that language counts."""

import ast
import re
from pathlib import Path

import pytest

import govdisclosure
from govdisclosure.wording import Wording

SAID = Wording("有 {number} 份报告", "{number:,} report{number:s} {number:is|are} here")


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (0, "有 0 份报告", "0 reports are here"),
        (1, "有 1 份报告", "1 report is here"),
        (2, "有 2 份报告", "2 reports are here"),
        (1200, "有 1200 份报告", "1,200 reports are here"),
    ],
)
def test_a_number_puts_its_noun_and_verb_into_the_singular_or_the_plural(number, zh, en):
    filled = SAID.fill(number=number)
    assert (filled.zh, filled.en) == (zh, en)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        *[(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th")],
        *[(12, "12th"), (13, "13th"), (21, "21st"), (102, "102nd"), (1013, "1013th")],
    ],
)
def test_a_number_is_an_ordinal_where_it_is_asked_for(number, said):
    assert Wording("第{number}", "the {number:th}").fill(number=number).en == f"the {said}"


def test_a_wording_within_a_wording_enters_each_language_in_that_language():
    outer = Wording("（{what}）", "({what})").fill(what=SAID.fill(number=1))
    assert (outer.zh, outer.en) == ("（有 1 份报告）", "(1 report is here)")


def test_texts_are_filled_in_as_they_are():
    said = Wording("{text}", "{text}")
    assert said.fill(text="{number:s}") == Wording("{number:s}", "{number:s}")


def _texts():
    for path in Path(govdisclosure.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.name, node.value


def test_no_message_leaves_it_open_whether_there_is_one():
    """``{number} report(s)`` is for forms, not for sentences."""
    assert [found for found in _texts() if re.search(r"[a-z]\(s\)", found[1])] == []
