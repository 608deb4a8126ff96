"""How the workbook looks: the formats of its cells, by name, each made when first used."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from math import ceil
from typing import Any

import attrs
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

_GB2312 = 134
"""Tells a program without these fonts to put another Chinese one in their place."""
_BODY = {"font_name": "仿宋", "font_family": 1, "font_charset": _GB2312, "font_size": 10.5}
_BOLD = {"font_name": "黑体", "font_family": 2, "font_charset": _GB2312, "font_size": 10}
_BOX = {"border": 1, "border_color": "#7F7F7F", "valign": "vcenter", "text_wrap": True}
_CENTRED = {"align": "center", "valign": "vcenter"}
_HEAD = {**_BOLD, **_BOX, "align": "center", "bg_color": "#EFEDE6"}
_INPUT = {**_BODY, **_BOX, **_CENTRED, "text_wrap": False, "shrink": True, "locked": False}
_COUNT = {**_INPUT, "num_format": "0"}
_MONEY = {**_INPUT, "num_format": "0.######"}
_LINE = {**_BODY, **_BOX, "font_size": 9}
_NUMBER = {**_LINE, **_CENTRED, "num_format": "0", "text_wrap": False, "shrink": True}
_COMPUTED, _CARRIED = "#F2F2F2", "#DDEBF7"

_PROPERTIES: Mapping[str, Mapping[str, Any]] = {
    "title": {**_BOLD, **_CENTRED, "font_size": 16, "text_wrap": True},
    "note": {**_BODY, "font_size": 10, "valign": "vcenter", "text_wrap": True},
    "advice": {**_BODY, "valign": "top", "text_wrap": True},
    "mark": {**_BOLD, "valign": "vcenter", "text_wrap": True},
    "head": _HEAD,
    "unit": {**_HEAD, "locked": False},
    "item": {**_HEAD, "bg_color": "#E2DFD3"},
    "label": {**_BODY, **_BOX, "indent": 1},
    "group": {**_BODY, **_BOX, "align": "center"},
    "group.top": {**_BODY, **_BOX, "align": "center", "valign": "top"},
    "corner": {**_BODY, **_BOX, "font_size": 9},
    "text": {**_BODY, **_BOX, "indent": 1, "valign": "top", "locked": False, "num_format": "@"},
    "entry": {**_BODY, **_BOX, "indent": 1, "locked": False, "num_format": "@"},
    "year": {**_BODY, **_BOX, "align": "left", "indent": 1, "locked": False, "num_format": "0"},
    "count": _COUNT,
    "amount": _MONEY,
    "count.computed": {**_COUNT, "bg_color": _COMPUTED},
    "amount.computed": {**_MONEY, "bg_color": _COMPUTED},
    "count.carried": {**_COUNT, "bg_color": _CARRIED},
    "amount.carried": {**_MONEY, "bg_color": _CARRIED},
    "line": _LINE,
    "number": _NUMBER,
    "decimal": {**_NUMBER, "num_format": "0.######"},
    "rule": {**_BODY, **_BOX, "font_size": 9, "bg_color": "#EFEDE6"},
    "red": {"bg_color": "#FFC7CE", "font_color": "#9C0006", "bold": True},
    "yellow": {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    "green": {"bg_color": "#E2EFDA", "font_color": "#375623"},
    "whole": {"num_format": "0"},
}


@attrs.define
class Styles:
    """The formats of one workbook."""

    _book: Workbook
    _made: dict[str, Format] = attrs.field(factory=dict)

    def __getitem__(self, name: str) -> Format:
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._book.add_format(dict(_PROPERTIES[name]))
        return found


_A4 = 9
UNLOCKED = {"format_columns": True, "format_rows": True}
"""What a reader may do to a protected sheet: make its columns and rows wider."""


def set_up_page(sheet: Worksheet, *, portrait: bool = False, pages_high: int = 0) -> None:
    """Set a sheet up for A4 paper, with its name and page numbers in the foot.

    It prints one page wide, and as many high as it takes or as *pages_high* says.
    """
    sheet.set_paper(_A4)
    if portrait:
        sheet.set_portrait()
    else:
        sheet.set_landscape()
    sheet.fit_to_pages(1, pages_high)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.center_horizontally()
    sheet.set_footer("&L&A&R&P / &N")
    sheet.hide_gridlines(2)


Area = tuple[int, int, int, int]
"""A rectangle of cells: first row, first column, last row, last column."""


def write_over(sheet: Worksheet, area: Area, text: str, form: Format) -> None:
    """Write a text over a rectangle of cells, merged where it is more than one; never a formula."""
    row, column, last_row, last_column = area
    if (row, column) != (last_row, last_column):
        sheet.merge_range(*area, "", form)
    sheet.write_string(row, column, text, form)


_MARGIN = 1.5
_LINE_HEIGHT = 14.0
MAX_HEIGHT = 409.0


@lru_cache(maxsize=4096)
def height(text: str, width: float) -> float:
    """Return the height in points that a wrapped text needs in a column of that many digits."""
    room = max(width - _MARGIN, 2)
    lines = sum(max(1, ceil(display_width(line) / room)) for line in text.split("\n"))
    return min(lines * _LINE_HEIGHT + 4, MAX_HEIGHT)


def display_width(text: str) -> int:
    """Return how many digits wide a text is; a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
