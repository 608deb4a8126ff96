"""What a table may be at most: a clear refusal where it is more."""

from ..errors import UnreadableDocument
from ..wording import Wording
from .limits import Limits


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
