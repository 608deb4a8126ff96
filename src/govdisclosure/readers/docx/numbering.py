"""The automatic numbers of paragraphs, counted as Word does."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from docx.oxml.ns import qn

from .names import VALUE, whole

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_CHINESE = frozenset(
    {
        "chineseCounting",
        "chineseCountingThousand",
        "chineseLegalSimplified",
        "ideographDigital",
        "ideographTraditional",
        "ideographZodiac",
        "japaneseCounting",
        "japaneseDigitalTenThousand",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }
)
_SILENT = frozenset({"bullet", "none"})
_TEN, _HUNDRED = 10, 100


@attrs.frozen
class NumberedParagraph:
    """A paragraph in a list: which list, how deep, and whether its style is that of a heading."""

    element: Any
    identity: str
    level: int
    is_heading: bool


@attrs.frozen
class _Level:
    """A level of a list: how it counts, from where, and what is printed."""

    form: str = "decimal"
    start: int = 1
    text: str = ""


def labels_of(numbering: Any, paragraphs: Iterable[NumberedParagraph]) -> dict[Any, str]:
    """Return the automatic number of each paragraph that shows one.

    A heading's number that is not Chinese is left out: the form's own headings count 一、二、三,
    and the words tell which it is.
    """
    lists = _lists(numbering)
    counts: dict[str, list[int]] = {}
    found: dict[Any, str] = {}
    for paragraph in paragraphs:
        if paragraph.identity not in lists or paragraph.level >= _LEVELS:
            continue
        shared, levels = lists[paragraph.identity]
        count = counts.setdefault(shared, [0] * _LEVELS)
        level = levels.get(paragraph.level, _Level())
        count[paragraph.level] = (count[paragraph.level] or level.start - 1) + 1
        count[paragraph.level + 1 :] = [0] * (_LEVELS - paragraph.level - 1)
        chinese = level.form in _CHINESE
        if level.form not in _SILENT and (chinese or not paragraph.is_heading):
            found[paragraph.element] = _label(level, levels, count)
    return found


def _label(level: _Level, levels: Mapping[int, _Level], count: list[int]) -> str:
    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form = levels.get(at, _Level())
        return _printed(count[at] or form.start, form.form)

    return _PLACEHOLDER.sub(number, level.text)


def _printed(number: int, form: str) -> str:
    if form not in _CHINESE or not 0 < number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def _lists(numbering: Any) -> dict[str, tuple[str, dict[int, _Level]]]:
    """Return the lists by identity: what counts for it, which several may share, and its levels."""
    abstract = {
        one.get(qn("w:abstractNumId")): {
            whole(level, qn("w:ilvl")): _level(level) for level in one.iterfind(qn("w:lvl"))
        }
        for one in numbering.iterfind(qn("w:abstractNum"))
    }
    found = {}
    for one in numbering.iterfind(qn("w:num")):
        base = one.find(qn("w:abstractNumId"))
        shared = None if base is None else base.get(VALUE)
        levels = dict(abstract.get(shared, {}))
        counting = str(shared)
        for override in one.iterfind(qn("w:lvlOverride")):
            at = whole(override, qn("w:ilvl"))
            own, start = override.find(qn("w:lvl")), override.find(qn("w:startOverride"))
            if own is not None:
                levels[at] = _level(own)
            if start is not None:
                levels[at] = attrs.evolve(levels.get(at, _Level()), start=whole(start, default=1))
                counting = f"{shared} {one.get(qn('w:numId'))}"
        found[str(whole(one, qn("w:numId")))] = counting, levels
    return found


def _level(level: Any) -> _Level:
    form, text = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
    return _Level(
        form="decimal" if form is None else form.get(VALUE, "decimal"),
        start=whole(level.find(qn("w:start")), default=1),
        text="" if text is None else text.get(VALUE, ""),
    )
