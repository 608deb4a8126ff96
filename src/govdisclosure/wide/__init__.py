"""The wide table: one row a report, a column for whatever a report has but its prose.

Data frames, databases and files of columns hold reports this way.
"""

from .columns import (
    ABSENT,
    AMOUNT_PRECISION,
    AMOUNT_SCALE,
    LAYOUT,
    UNIT,
    ColumnType,
    Role,
    WideColumn,
    layout_name,
    layouts_at,
    wide_column,
    wide_columns,
)
from .rows import Value, report_from, wide_row

__all__ = [
    "ABSENT",
    "AMOUNT_PRECISION",
    "AMOUNT_SCALE",
    "LAYOUT",
    "UNIT",
    "ColumnType",
    "Role",
    "Value",
    "WideColumn",
    "layout_name",
    "layouts_at",
    "report_from",
    "wide_column",
    "wide_columns",
    "wide_row",
]
