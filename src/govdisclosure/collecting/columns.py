"""The columns of a dataset: those of the wide table, and where a row comes from."""

from functools import cache
from typing import Any

from ..errors import MissingExtra
from ..frames import arrow_schema

try:
    import pyarrow as pa
except ImportError:
    raise MissingExtra("frames", "pyarrow") from None

_UNPLACED = pa.struct(
    [
        ("reason", pa.string()),
        ("cell", pa.string()),
        ("text", pa.string()),
        ("page", pa.int64()),
        ("line", pa.int64()),
        ("table", pa.int64()),
        ("row", pa.int64()),
        ("column", pa.int64()),
        ("sheet", pa.string()),
    ]
)
_ABOUT = (
    pa.field("source", pa.string(), nullable=False),
    pa.field("digest", pa.string(), nullable=False),
    pa.field("bytes", pa.int64(), nullable=False),
    pa.field("reader", pa.string(), nullable=False),
    pa.field("numbers", pa.int64(), nullable=False),
    pa.field("blanks", pa.int64(), nullable=False),
    pa.field("missing", pa.list_(pa.string()), nullable=False),
    pa.field("unplaced", pa.list_(_UNPLACED), nullable=False),
    pa.field("notes", pa.list_(pa.struct([("zh", pa.string()), ("en", pa.string())]))),
)


@cache
def dataset_schema() -> Any:
    """Return the ``pyarrow.Schema`` of a dataset's files."""
    return pa.schema([*arrow_schema(), *_ABOUT])
