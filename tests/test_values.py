"""What a cell prints: a number, a blank, or neither; never one for the other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.readers.values import Value, is_number, parse_value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("       2", 2),
        ("１２３", 123),
        ("1,234,567", 1234567),
        ("52.15", Decimal("52.15")),
        ("+19", 19),
        ("-2", -2),
        ("－2", -2),
        ("减4", -4),
        ("增加3", 3),
        ("251000元", 251000),
        ("7.5 万元", Decimal("7.5")),
        ("22（其中修订 16 件）", 22),
        ("\xa05\xa0", 5),
    ],
)
def test_a_number_is_read_as_printed(text, number):
    assert parse_value(text).number == number
    assert is_number(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "/", "-", "—", "——", "－", "不适用", "无", "\xa0", "\u3000"]
)
def test_a_sign_for_nothing_is_a_blank_and_no_zero(text):
    assert parse_value(text) == Value(None)
    assert not is_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "1 2",
        "12 345",
        "1.2.3",
        "abc",
        "一",
        "3人",
        "1-2",
        "12,34",
        "（3）",
        "- 4 -",
        "1/2",
        "9" * 300,
    ],
)
def test_what_is_neither_a_number_nor_a_blank_is_no_value(text):
    assert parse_value(text) is None


@pytest.mark.parametrize(
    "printed", ["6②", "６²", "6 ①", "6⑴", "6[1]", "6[1 2]", "6 [1 2]", "6（其中①修订3件）"]
)
def test_the_mark_of_a_footnote_is_a_note_and_no_digit(printed):
    value = parse_value(printed)
    assert (value.number, bool(value.note)) == (6, True)


@pytest.mark.parametrize("printed", ["①", "²", "2½", "①6", "6①7", "-①"])
def test_a_raised_or_circled_digit_alone_or_between_others_is_no_value(printed):
    assert parse_value(printed) is None


def test_a_printed_unit_and_note_are_kept():
    assert parse_value("251000元").unit is gd.Unit.YUAN
    assert parse_value("7730.28万元").unit is gd.Unit.TEN_THOUSAND_YUAN
    assert parse_value("55（含自然失效29件）").note == "(含自然失效29件)"


@pytest.mark.parametrize(
    ("text", "kind", "fits"),
    [
        ("-1", gd.Kind.COUNT, False),
        ("1.5", gd.Kind.COUNT, False),
        ("3元", gd.Kind.COUNT, False),
        ("-1", gd.Kind.CHANGE, True),
        ("-1", gd.Kind.AMOUNT, False),
        ("3415.74", gd.Kind.AMOUNT, True),
        ("1000000000001", gd.Kind.COUNT, False),
        ("/", gd.Kind.COUNT, True),
    ],
)
def test_a_number_fits_the_kinds_of_cell_that_admit_it(text, kind, fits):
    assert parse_value(text).fits(kind) is fits


@given(st.integers(0, 10**12), st.booleans(), st.booleans())
def test_a_count_is_read_in_every_way_of_printing_it(number, grouped, wide):
    text = f"{number:,}" if grouped else str(number)
    if wide:
        text = text.translate({ord(str(i)): chr(ord("０") + i) for i in range(10)})
    assert parse_value(f" {text} ").number == number


@given(st.decimals(0, 10**9, places=4))
def test_an_amount_keeps_every_digit(amount):
    assert str(parse_value(str(amount)).number) == str(amount)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_values(text):
    value = parse_value(text)
    assert value is None or value.number is None or any(c.isnumeric() for c in text)
