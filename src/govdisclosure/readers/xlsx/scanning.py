"""A sheet's markup, looked over before the library sees it: its extent, formulas and merges."""

import re
from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate  # DTDs were refused before

import attrs

from ...errors import UnreadableDocument
from ...wording import Wording
from ..bounding import check_cells, check_columns
from ..limits import Limits

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})\Z")
_WHOLE = re.compile(r"[0-9]{1,7}\Z")
_LETTERS = 26
_EMPTY_PER_CELL = 10
"""So many cells without content, or covered by others, are taken with each that may have some."""
_DEEPEST = 64
"""Elements of a sheet stand in each other some ten deep."""
Spot = tuple[int, int]
"""A row and a column, from 1."""


@attrs.frozen
class Formula:
    """A formula, and the value that stands beside it; None where nobody has computed one."""

    text: str
    value: str | None


@attrs.frozen
class Scan:
    """The cells of a sheet that hold something, and the formulas among them.

    ``ends`` gives the last cell of each row, empty ones included.
    """

    filled: tuple[Spot, ...]
    formulas: Mapping[Spot, Formula]
    ends: Mapping[int, int]


@attrs.define
class Scanner:
    """Scans the sheets of a workbook, which share their bounds."""

    limits: Limits
    rows: int = 0
    cells: int = 0
    empty: int = 0

    def scan(self, markup: bytes) -> Scan:
        """Look over a sheet.

        Raises:
            UnreadableDocument: it is no markup, or goes beyond the limits.
        """
        found = _Sheet(self)
        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = found.start
        parser.EndElementHandler = found.end
        parser.CharacterDataHandler = found.text
        try:
            parser.Parse(markup, True)  # noqa: FBT003  # the parser takes no keyword
        except ExpatError as error:
            raise UnreadableDocument(_NO_MARKUP.fill(why=error)) from None
        return Scan(tuple(found.filled), found.formulas, found.ends)

    def count_row(self) -> None:
        """Count a row that has content."""
        self.rows += 1

    def count_cell(self, column: int) -> None:
        """Count a cell that has content."""
        check_columns(column, self.limits)
        self.cells += 1
        check_cells(self.rows, self.cells, self.limits)

    def count_empty(self, number: int) -> None:
        """Count rows, and cells with or without content."""
        self.empty += number
        if self.empty > self.limits.cells * _EMPTY_PER_CELL:
            raise UnreadableDocument(
                _TOO_MUCH_EMPTY.fill(limit=self.limits.cells * _EMPTY_PER_CELL)
            )


@attrs.define
class _Sheet:
    """The handlers of a parser, for one sheet."""

    counts: Scanner
    filled: list[Spot] = attrs.field(factory=list)
    formulas: dict[Spot, Formula] = attrs.field(factory=dict)
    ends: dict[int, int] = attrs.field(factory=dict)
    depth: int = 0
    row: int = 0
    column: int = 0
    counted: int = 0
    has_content: bool = False
    inside: str = ""
    formula: str | None = None
    value: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise UnreadableDocument(_TOO_DEEP)
        tag = name.rpartition(" ")[2]
        if tag == "c":
            self._start_cell(attributes.get("r"))
        elif tag == "v":
            self.inside, self.value = tag, ""
        elif tag == "f":
            self.inside, self.formula = tag, ""
        elif tag == "is":
            self.has_content = True
        elif tag == "row":
            self.counts.count_empty(1)
            self.row = _number(attributes.get("r"), self.row + 1)
            self.column = 0
        elif tag == "mergeCell":
            self.counts.count_empty(_area(attributes.get("ref", "")))

    def text(self, data: str) -> None:
        if self.inside == "v":
            self.value = (self.value or "") + data
        elif self.inside == "f":
            self.formula = (self.formula or "") + data

    def end(self, name: str) -> None:
        self.depth -= 1
        self.inside = ""
        if name.endswith(" c"):
            self._end_cell()

    def _start_cell(self, reference: str | None) -> None:
        self.counts.count_empty(1)
        self.formula = self.value = None
        self.has_content = False
        spot = None if reference is None else _spot(reference)
        self.row, self.column = spot or (self.row, self.column + 1)
        self.ends[self.row] = max(self.column, self.ends.get(self.row, 0))

    def _end_cell(self) -> None:
        spot = self.row, self.column
        if self.formula is not None:
            self.formulas[spot] = Formula(self.formula, self.value)
        if self.formula is not None or self.has_content or self.value:
            if self.row != self.counted:
                self.counted = self.row
                self.counts.count_row()
            self.counts.count_cell(self.column)
            self.filled.append(spot)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and _WHOLE.match(text) else default


def _spot(reference: str) -> Spot | None:
    match = _REFERENCE.match(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _area(reference: str) -> int:
    first, _, last = reference.partition(":")
    one, other = _spot(first), _spot(last or first)
    if one is None or other is None:
        return 1
    return (abs(other[0] - one[0]) + 1) * (abs(other[1] - one[1]) + 1)


_NO_MARKUP = Wording(
    "工作表的内容已损坏（{why}）；请用 Excel 或 WPS 打开后另存",
    "a sheet is damaged inside ({why}); open the workbook in Excel or WPS and save it anew",
)
_TOO_MUCH_EMPTY = Wording(
    "工作表（含空单元格和合并的单元格）超过 {limit} 格，不像一份年度报告；"
    "请删去多余的行、列和工作表",
    "the sheets have more than {limit} cells, empty and merged ones included; that is no annual "
    "report: delete the rows, columns and sheets that it does not need",
)
_TOO_DEEP = Wording(
    "工作表的内容嵌套过深，不是工作簿应有的样子",
    "the markup of a sheet is nested too deeply for one",
)
