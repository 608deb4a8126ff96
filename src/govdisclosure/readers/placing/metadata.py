"""Who reports, on which year: from the title, and from what stands around it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from ...reading import Place
from ...records import Agency, Scope
from ...records.titles import body_in, is_of_a_report, without_note, years_in
from ..blocks import Block, Grid, Paragraph
from .agencies import agency
from .traditional import simplified, without_pinyin

_OWN, _CONSOLIDATED = re.compile(r"本级"), re.compile(r"汇总")
_PERIOD = re.compile(r"(?P<year>20\d\d) ?年 ?1 ?月 ?1 ?日")
_PUBLISHED = re.compile(
    r"(?:发布|公布|公开|生成|成文)(?:日期|时间)\s*[:：]?\s*"
    r"(?P<year>20\d\d)\s*[-年./]\s*(?P<month>\d{1,2})\s*[-月./]\s*(?P<day>\d{1,2})"
)
_TRANSLATION = re.compile(r"(?<=报告|年报)\s*[A-Za-z][^\u3400-\u9fff]*\Z")
"""What is printed behind a title in another language."""
_NOTE = re.compile(r"(?<=报告|年报)\s*[（(][^（）()]*[。；，：:;][^（）()]*[)）]\s*\Z")
"""A sentence in brackets behind a title: a note, and not its year or scope."""
_SENTENCE = re.compile(r"[。；，：:;]")
_LONGEST_TITLE = 60
_LEAD = 40


@attrs.frozen(kw_only=True)
class Metadata:
    """What stands in the head of a report."""

    title: str | None = None
    title_place: Place | None = None
    agency: Agency = attrs.field(factory=Agency)
    year: int | None = None
    scope: Scope | None = None
    published: date | None = None


def metadata(lead: Sequence[Block], everything: Iterable[Block]) -> Metadata:
    """Return what the blocks before the first section, and then all others, say of the report."""
    lines = [line for block in lead for line in _lines(block)]
    title, where = _title([line for line in lines if len(line.text) <= _LONGEST_TITLE][:_LEAD])
    year = _year_in(title) if title else None
    if year is None:
        joined = re.sub(
            r"\s+", " ", "".join(line.text for block in everything for line in _lines(block))
        )
        period = _PERIOD.search(joined)
        year = int(period["year"]) if period else None
    return Metadata(
        title=title,
        title_place=where,
        agency=agency(body_in(title) if title else None),
        year=year,
        scope=_scope(simplified(title)) if title else None,
        published=_published(line.text for line in lines),
    )


def printed(blocks: Iterable[Block]) -> Iterator[str]:
    """Iterate over the texts of some blocks."""
    return (line.text for block in blocks for line in _lines(block))


@attrs.frozen
class _Line:
    text: str
    place: Place


def _lines(block: Block) -> list[_Line]:
    if isinstance(block, Paragraph):
        return [_line(block.text, block.place)]
    if isinstance(block, Grid):
        return [
            _line(cell.text, cell.place) for row in block.rows for cell in row.cells if cell.text
        ]
    return []


def _line(text: str, place: Place) -> _Line:
    line = _TRANSLATION.sub("", text)
    without_note = _NOTE.sub("", line)
    return _Line(without_note if _year_in(without_note) is not None else line, place)


def closed_up(text: str) -> str:
    """Return a title or name without the spaces that extraction put between its characters.

    Spaces between two letters of the Latin alphabet stay; pinyin in brackets goes.
    """
    text = without_pinyin(text)
    return re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", text.strip())


def _title(lines: Sequence[_Line]) -> tuple[str | None, Place | None]:
    """Return the title, which may run over three lines, and where its last line stands."""
    texts = [closed_up(line.text).lstrip("#") for line in lines]
    for position, text in enumerate(texts):
        plain, where = simplified(text), lines[position].place
        for start in (position, position - 1, position - 2):
            whole = "".join(texts[max(start, 0) : position + 1])
            if not _may_be_title(whole):
                continue
            if _year_in(whole) is not None and body_in(whole):
                return whole, where
        if _may_be_title(plain):
            return text, where
    return None, None


def _may_be_title(text: str) -> bool:
    return (
        _SENTENCE.search(text) is None
        and without_note(simplified(text)).endswith(("报告", "年报"))
        and is_of_a_report(text)
    )


def _scope(title: str) -> Scope | None:
    """Return the scope that a title names, None if it names none."""
    if _CONSOLIDATED.search(title):
        return Scope.CONSOLIDATED
    return Scope.OWN if _OWN.search(title) else None


def _year_in(text: str) -> int | None:
    return next(iter(years_in(text)), None)


def _published(texts: Iterable[str]) -> date | None:
    for text in texts:
        match = _PUBLISHED.search(unicodedata.normalize("NFKC", text))
        if match:
            try:
                return date(*(int(match[name]) for name in ("year", "month", "day")))
            except ValueError:
                continue
    return None
