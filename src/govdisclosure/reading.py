"""What a document said, and where: the report, the place of each cell, and what found no place."""

from collections.abc import Mapping
from enum import StrEnum

import attrs

from .records import AnnualReport
from .wording import Wording


@attrs.frozen(kw_only=True)
class Place:
    """Where something stands in a document, as far as its format can tell; numbers start at 1.

    ``line`` is a line of a text, ``page`` a page; ``table``, ``row`` and ``column`` are of the
    grid that the text stands in; ``sheet`` is the name of a workbook's sheet, and row and column
    are then of that. ``text`` is what is printed there, ``cell`` the address of the cell that it
    was read for, in a finding.
    """

    text: str
    page: int | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    cell: str | None = None
    sheet: str | None = None

    @property
    def wording(self) -> Wording:
        """The place as words."""
        if self.sheet is not None:
            where = f"{_letters(self.column or 0)}{self.row or ''}"
            return Wording(
                f"工作表“{self.sheet}”{where}", f"sheet “{self.sheet}”{where and ', cell '}{where}"
            )
        if self.table is None:
            return self._said(_PAGE | _LINE | _SPOT)
        around, within = self._said(_PAGE | _SOURCE_LINE), self._said(_TABLE | _SPOT)
        if not around.zh:
            return within
        return Wording(f"{around.zh}，{within.zh}", f"{around.en}, {within.en}")

    def _said(self, names: Mapping[str, Wording]) -> Wording:
        """Say those numbers that the place has."""
        found = [
            said.fill(number=number)
            for name, said in names.items()
            if (number := getattr(self, name)) is not None
        ]
        return Wording("".join(one.zh for one in found), ", ".join(one.en for one in found))


def _letters(column: int) -> str:
    """Return the letters that name a column of a sheet: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


_PAGE = {"page": Wording("第{number}页", "page {number}")}
_LINE = {"line": Wording("第{number}行", "line {number}")}
_SOURCE_LINE = {"line": Wording("源文件第{number}行", "line {number}")}
"""The line where a row of a table is said beside it, which in Chinese is the same word."""
_TABLE = {"table": Wording("文件中第{number}个表格", "the document's {number:th} table")}
"""A table is counted, not named: the form's own tables have numbers."""
_SPOT = {
    "row": Wording("第{number}行", "row {number}"),
    "column": Wording("第{number}列", "column {number}"),
}


class Reason(StrEnum):
    """Why something that a document prints is in no cell of the record."""

    NOT_A_NUMBER = "not_a_number"
    """The cell is known, but what it holds is not a number that it may hold."""
    NO_ROW = "no_row"
    """Which row it belongs to cannot be told."""
    NO_COLUMN = "no_column"
    """Which columns its numbers belong to cannot be told."""
    TWICE = "twice"
    """The same row stands more than once, with different numbers."""
    NOT_COMPUTED = "not_computed"
    """The cell holds a formula, and no value that a spreadsheet program has computed."""


REASON_WORDING = {
    Reason.NOT_A_NUMBER: Wording("不是该单元格可填的数", "not a number that the cell may hold"),
    Reason.NO_ROW: Wording("无法确定属于哪一行", "which row it belongs to cannot be told"),
    Reason.NO_COLUMN: Wording(
        "无法确定属于哪些列", "which columns its numbers belong to cannot be told"
    ),
    Reason.TWICE: Wording(
        "同一行出现不止一次，数字不同", "the same row stands more than once, with other numbers"
    ),
    Reason.NOT_COMPUTED: Wording(
        "公式还没有计算结果：请用 Excel、WPS 或 LibreOffice 打开并保存一次，再读取",
        "a formula without a result: open the document in a spreadsheet program, save it once, "
        "and read it again",
    ),
}


@attrs.frozen(kw_only=True)
class Unplaced:
    """Something printed in a table that is in no cell of the record.

    ``cell`` is the address where the document puts it, where that is known; ``row`` that of the
    row whose label stands before it, where its columns cannot be told.
    """

    place: Place
    reason: Reason
    cell: str | None = None
    row: str | None = None


@attrs.frozen(kw_only=True)
class Heading:
    """A heading of a document that opens a section of the report (its key), as printed."""

    section: str
    place: Place


@attrs.frozen(kw_only=True)
class Aside:
    """A paragraph that is in no section in words: before the first one, or beside a table.

    ``section`` is the key of the table's section, None before the first heading. The place's text
    is the whole paragraph.
    """

    section: str | None
    place: Place


@attrs.frozen(kw_only=True)
class Reading:
    """A document, read.

    ``places`` gives the place of each cell that was found, blank ones included. ``unplaced`` is
    what is printed in the tables and is in no cell. ``missing`` lists addresses that the form has
    and the reading could not find: tables, blocks and rows that the document lacks, and cells that
    were there and got lost. ``notes`` say what was decided on the way. ``headings`` are those of
    the sections, in the document's order; ``prose`` gives the place of the title and of each
    paragraph by its path (``title``, ``overview.paragraphs[2]``). ``asides`` are the paragraphs
    that the record has no place for.
    """

    report: AnnualReport
    places: Mapping[str, Place] = attrs.field(factory=dict)
    unplaced: tuple[Unplaced, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Wording, ...] = ()
    headings: tuple[Heading, ...] = ()
    prose: Mapping[str, Place] = attrs.field(factory=dict)
    asides: tuple[Aside, ...] = ()
