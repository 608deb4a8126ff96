"""What goes beyond the limits of a document or its tables, told as it is met."""

import attrs

from ..errors import UnreadableDocument
from ..wording import Wording
from .limits import Limits


@attrs.define
class Bounds:
    """What a text holds so far, held against its limits: rows, cells and marks of markup."""

    limits: Limits
    rows: int = 0
    cells: int = 0
    markup: int = 0

    def check_lines(self, number: int) -> None:
        """Refuse a text of too many lines.

        Raises:
            UnreadableDocument: there are more than ``limits.lines``.
        """
        if number > self.limits.lines:
            raise UnreadableDocument(
                Wording(
                    f"文字超过 {self.limits.lines} 行，不像一份年度报告",
                    f"the text has more than {self.limits.lines} lines; that is no annual report",
                )
            )

    def check_length(self, text: str, line: int) -> None:
        """Refuse a line that is too long.

        Raises:
            UnreadableDocument: it has more than ``limits.line_length`` characters.
        """
        if len(text) > self.limits.line_length:
            raise UnreadableDocument(
                Wording(
                    f"第 {line} 行超过 {self.limits.line_length} 个字符",
                    f"line {line} has more than {self.limits.line_length} characters",
                )
            )

    def check_columns(self, number: int, line: int) -> None:
        """Refuse a line of too many columns.

        Raises:
            UnreadableDocument: it has more than ``limits.columns``.
        """
        if number > self.limits.columns:
            raise UnreadableDocument(
                Wording(
                    f"第 {line} 行超过 {self.limits.columns} 列，不像年度报告的表格",
                    f"line {line} has more than {self.limits.columns} columns; that is no table of "
                    "an annual report",
                )
            )

    def add_row(self, cells: int) -> None:
        """Count a row of a table.

        Raises:
            UnreadableDocument: there are now more rows or cells than the limits allow.
        """
        self.rows += 1
        self.cells += cells
        check_cells(self.rows, self.cells, self.limits)

    def add_markup(self, number: int, line: int) -> None:
        """Count characters that may be markup.

        Raises:
            UnreadableDocument: there are now more than the limit allows.
        """
        self.markup += number
        if self.markup > self.limits.markup:
            raise UnreadableDocument(
                Wording(
                    f"到第 {line} 行，标记字符已超过 {self.limits.markup} 个，不像一份年度报告",
                    f"more than {self.limits.markup} characters of markup up to line {line}; that "
                    "is no annual report",
                )
            )


def check_columns(columns: int, limits: Limits) -> None:
    """Refuse a row that is too wide.

    Raises:
        UnreadableDocument: it has more columns than *limits* allow.
    """
    if columns > limits.columns:
        raise UnreadableDocument(_TOO_WIDE.fill(limit=limits.columns))


def check_cells(rows: int, cells: int, limits: Limits) -> None:
    """Refuse tables that are too large together.

    Raises:
        UnreadableDocument: they have more rows or cells than *limits* allow.
    """
    if rows > limits.rows:
        raise UnreadableDocument(_TOO_MANY_ROWS.fill(limit=limits.rows))
    if cells > limits.cells:
        raise UnreadableDocument(_TOO_MANY_CELLS.fill(limit=limits.cells))


_TOO_WIDE = Wording(
    "表格一行超过 {limit} 列，不像一份年度报告",
    "a table row of more than {limit} columns; that is no annual report",
)
_TOO_MANY_ROWS = Wording(
    "表格超过 {limit} 行，不像一份年度报告",
    "the tables have more than {limit} rows; that is no annual report",
)
_TOO_MANY_CELLS = Wording(
    "表格超过 {limit} 个单元格，不像一份年度报告",
    "the tables have more than {limit} cells; that is no annual report",
)
