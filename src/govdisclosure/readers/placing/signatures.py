"""When a report was signed: the day at its end, under the body's name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ...claims.numerals import from_chinese
from ...records.titles import years_in
from ...wording import Wording
from ..blocks import Grid
from .agencies import agency
from .prose import lines_of
from .sections import Section

_LAST_SECTION = "other_matters"
_SENTENCE = re.compile("[。；！？;!?]")
_DAY = re.compile(
    r"(?P<body>[\u3400-\u9fff]{2,40}?)??"
    r"(?P<year>20\d\d年|二[〇○零O0][〇○零一二三四五六七八九\d]{2}年)"
    r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
)


def signed(found: Sequence[Section], spare: Sequence[Grid], year: int | None) -> date | None:
    """Return the day that stands at the end of the report on *year*, None if none surely does.

    It stands alone or behind a body's name, below the last sentence of the last section, and is
    the only one there. A day of a later year than the next is more likely that of the page.
    """
    if year is None or not found or found[-1].name != _LAST_SECTION:
        return None
    days = set(_days(line.text for line in lines_of(found[-1].blocks, spare)))
    only = days.pop() if len(days) == 1 else None
    return only if only is not None and only.year <= year + 1 else None


def _days(texts: Iterable[str]) -> Iterator[date]:
    """Iterate over the days below the last sentence."""
    closing: list[str] = []
    for text in texts:
        plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
        closing = [] if _SENTENCE.search(plain) else [*closing, plain]
    return (day for text in closing if (day := _day(text)) is not None)


def _day(text: str) -> date | None:
    match = _DAY.fullmatch(text)
    if match is None or (match["body"] and agency(match["body"]).kind is None):
        return None
    month, day = (
        int(number) if number.isdigit() else from_chinese(number)
        for number in (match["month"], match["day"])
    )
    try:
        return date(years_in(match["year"])[0], month or 0, day or 0)
    except ValueError:
        return None


def day_taken(day: date) -> Wording:
    """Say that the day of a signature stands for that of publication."""
    zh = f"{day.year}年{day.month}月{day.day}日"
    return _TAKEN.fill(day=Wording(zh, day.isoformat()))


_TAKEN = Wording(
    "没有标明公布日期，以文末落款的日期（{day}）为准",
    "no day of publication is given; that of the signature at the end, {day}, stands for it",
)
