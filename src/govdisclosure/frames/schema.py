"""The wide table as an Arrow schema."""

from typing import Any

from ..wide import AMOUNT_PRECISION, AMOUNT_SCALE, ColumnType, Role, WideColumn, wide_columns
from .extra import needed


def arrow_schema() -> Any:
    """Return the ``pyarrow.Schema`` of the wide table, its labels in the fields' metadata.

    Only a layout column is never null.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    arrow = needed("pyarrow")
    return arrow.schema([_field(arrow, column) for column in wide_columns()])


def _field(arrow: Any, column: WideColumn) -> Any:
    types = {
        ColumnType.INTEGER: arrow.int64(),
        ColumnType.DECIMAL: arrow.decimal128(AMOUNT_PRECISION, AMOUNT_SCALE),
        ColumnType.TEXT: arrow.string(),
        ColumnType.DATE: arrow.date32(),
    }
    labels = {"zh": column.label.zh, "en": column.label.en}
    nullable = column.role is not Role.LAYOUT
    return arrow.field(column.name, types[column.type], nullable=nullable, metadata=labels)
