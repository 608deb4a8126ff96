"""The day at the end of a report, under the body's name, is read as that of publication."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdisclosure as gd
import worded

SIGNED = date(2024, 1, 20)
NAME = "云溪县商务局"
FORMATS = ("html", "docx", "xlsx", "md", "text")


def ending(*lines, section="other_matters", form="text", **changes):
    """A report on 2023 whose section ends in some lines, written and read."""
    report = worded.report(**changes)
    before = getattr(report, section)
    ended = attrs.evolve(before, paragraphs=(*before.paragraphs, *lines))
    data = gd.write(report.replace({section: ended}), form)
    return gd.read(data.encode() if isinstance(data, str) else data)


def chinese(number):
    """A number below a hundred as Chinese writes it."""
    tens, ones = divmod(number, 10)
    digits = ["", *"一二三四五六七八九"]
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + digits[ones]


def in_chinese(day):
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese(day.month)}月{chinese(day.day)}日"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "lines",
    [
        (NAME, "2024年1月20日"),
        (NAME, "二〇二四年一月二十日"),
        ("2024年1月20日",),
        (f"{NAME} 2024年1月20日",),
        (f"{NAME}\n2024年1月20日",),
        (NAME, "2024 年 1 月 20 日", "联系电话：0000-0000000"),
    ],
    ids=str,
)
def test_the_day_of_the_signature_is_read_from_every_format(form, lines):
    reading = ending(*lines, form=form)
    assert reading.report.published == SIGNED
    (note,) = [note for note in reading.notes if "落款" in note.zh]
    assert "2024年1月20日" in note.zh
    assert "2024-01-20" in note.en


@pytest.mark.parametrize(
    "line",
    [
        "２０２４年１月２０日",
        "2024年01月20日",
        "二○二四年一月二十日",
        "二零二四年一月二十日",
        "二O二四年一月二十日",
        "二〇二四年 一月 二十日",
        f"{NAME}办公室二〇二四年一月二十日",
    ],
)
def test_the_day_is_read_however_its_digits_are_written(line):
    assert ending(NAME, line).report.published == SIGNED


@given(st.dates(date(2023, 1, 1), date(2024, 12, 31)), st.booleans())
def test_every_day_up_to_the_end_of_the_next_year_is_read_in_both_kinds_of_numerals(day, arabic):
    line = f"{day.year}年{day.month}月{day.day}日" if arabic else in_chinese(day)
    assert ending(NAME, line).report.published == day


@pytest.mark.parametrize(
    "lines",
    [
        ("报告的数据截至2024年1月20日。",),
        ("截至2024年1月20日",),
        ("数据统计时间：2024年1月20日",),
        ("2024年1月20日起施行",),
        ("2024年1月",),
        ("2024年 月 日",),
        ("2024年×月×日",),
        ("2024年2月30日",),
        ("二〇二四年十三月二十日",),
        ("2024-01-20",),
        ("2024年1月20日", "召开了全县政务公开工作会议。"),
        (NAME, "2024年1月20日", "2024年1月21日"),
        (NAME, "2026年5月20日"),
    ],
    ids=str,
)
def test_a_day_that_may_be_another_is_not_taken(lines):
    """Within a sentence, above one, incomplete, no day, two that differ, one of the page."""
    reading = ending(*lines)
    assert reading.report.published is None
    assert not any("落款" in note.zh for note in reading.notes)


def test_the_same_day_twice_is_one_day():
    assert ending("2024年1月20日", NAME, "二〇二四年一月二十日").report.published == SIGNED


@pytest.mark.parametrize("section", ["overview", "problems"])
def test_a_day_at_the_end_of_another_section_is_no_signature(section):
    assert ending(NAME, "2024年1月20日", section=section).report.published is None


def test_what_is_marked_as_the_day_of_publication_goes_before_the_signature():
    reading = ending(NAME, "2024年1月20日", published=date(2024, 1, 26))
    assert reading.report.published == date(2024, 1, 26)
    assert not any("落款" in note.zh for note in reading.notes)


def test_without_a_year_of_the_report_there_is_nothing_to_hold_a_day_against():
    reading = ending(NAME, "2024年1月20日", year=None, title=None, overview=None)
    assert (reading.report.year, reading.report.published) == (None, None)


def test_the_paragraphs_of_a_signature_stay_in_the_record():
    report = ending(NAME, "2024年1月20日").report
    assert report.other_matters.paragraphs[-2:] == (NAME, "2024年1月20日")


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2024年1月31日", set()),
        ("2024年2月1日", {"publication.deadline"}),
        ("2023年1月20日", {"publication.too_early"}),
    ],
)
def test_the_rules_on_the_day_of_publication_judge_the_day_of_the_signature(day, rules):
    review = gd.check(ending(NAME, day))
    assert {f.rule for f in review.findings if f.rule.startswith("publication.")} == rules
    assert not [s for s in review.skipped if s.rule.startswith("publication.")]
