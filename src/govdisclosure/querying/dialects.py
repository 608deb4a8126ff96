"""The dialects of SQL that the relations are written in, as a table."""

from collections.abc import Mapping

import attrs

from ..errors import MissingExtra, UnknownName
from ..extras import why_missing
from ..wide import ColumnType
from ..wording import Wording

EXTRA = "sql"
LIBRARY = "sqlglot"
_TYPES = {
    ColumnType.INTEGER: "BIGINT",
    ColumnType.DECIMAL: "DECIMAL(21, 6)",
    ColumnType.TEXT: "TEXT",
    ColumnType.DATE: "DATE",
}


@attrs.frozen(kw_only=True)
class Dialect:
    """What a database takes, and what has to be written otherwise for it.

    ``types`` are those of columns, ``key_text`` that of a text in a key, ``number`` one that holds
    every sum exactly, None where decimals are binary doubles. ``arrays`` says that arrays in one
    selection are unnested side by side, so that one pass over the table makes all instances;
    ``constraints`` that a table may have checks and unique keys. ``tested`` says that the library's
    own tests run it there.
    """

    name: str
    types: Mapping[ColumnType, str] = attrs.field(factory=lambda: _TYPES)
    key_text: str = "TEXT"
    number: str | None = "DECIMAL(38, 6)"
    arrays: bool = False
    constraints: bool = True
    tested: bool = False


DIALECTS = (
    Dialect(name="duckdb", arrays=True, tested=True),
    Dialect(name="mysql", key_text="VARCHAR(255)"),
    Dialect(name="postgres", number="DECIMAL", arrays=True, tested=True),
    Dialect(name="spark", constraints=False),
    Dialect(
        name="sqlite", number=None, types={**_TYPES, ColumnType.DECIMAL: "NUMERIC"}, tested=True
    ),
)
"""The dialects in the order of their names."""


def dialect_named(name: str) -> Dialect:
    """Return the dialect of that name.

    Raises:
        UnknownName: there is none; the error names those that there are.
        MissingExtra: the extra ``sql`` is not installed.
    """
    found = next((dialect for dialect in DIALECTS if dialect.name == name), None)
    if found is None:
        known = ", ".join(dialect.name for dialect in DIALECTS)
        raise UnknownName(
            Wording(
                f"没有“{name}”这种 SQL 方言；现有：{known}",
                f"no dialect of SQL {name!r}; there are: {known}",
            )
        )
    if why_missing(EXTRA, [LIBRARY]) is not None:
        raise MissingExtra(EXTRA, LIBRARY)
    return found
