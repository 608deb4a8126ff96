"""The columns of the wide table, as a table."""

from ..wide import wide_columns
from .tables import csv_text

_HEADS = ("column", "short", "role", "type", "kind", "values", "zh", "en")


def wide_table() -> str:
    """Return every column of the wide table as CSV; values that it may hold stand between ``|``."""
    return csv_text(
        _HEADS,
        [
            (
                *(column.name, column.short, column.role.value, column.type.value),
                None if column.kind is None else column.kind.value,
                None if column.values is None else "|".join(column.values),
                *(column.label.zh, column.label.en),
            )
            for column in wide_columns()
        ],
    )
