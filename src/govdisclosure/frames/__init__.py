"""The relations on data frames of any size, one row a report.

``to_frame`` and ``from_frame`` turn reports into a frame and back, ``arrow_schema`` says what its
columns are, ``check`` judges every instance of the relations on every report of a frame.
"""

from .checking import check
from .known import ColumnFacts, Table, parquet_facts, scan
from .long_table import KEY, RESULT
from .notices import Notice
from .rows import from_frame, to_frame
from .schema import arrow_schema

__all__ = [
    "KEY",
    "RESULT",
    "ColumnFacts",
    "Notice",
    "Table",
    "arrow_schema",
    "check",
    "from_frame",
    "parquet_facts",
    "scan",
    "to_frame",
]
