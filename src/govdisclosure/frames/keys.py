"""Whose a report in a frame is, as columns that reports are joined on."""

from typing import Any

from .adapting import Adapted, plain
from .extra import needed

KEYS = ("join__agency", "join__scope", "join__year")
"""The code of the agency or else its name, the scope or an empty text, the year."""


def keys(frame: Adapted, *, later: int = 0) -> list[Any]:
    """Return the columns, as expressions of narwhals; the year is so many years *later*."""
    narwhals = needed("narwhals")
    text = narwhals.String
    names = [name for name in ("agency.code", "agency.name") if name in frame.types]
    agency = narwhals.coalesce(*[narwhals.col(plain(name)).cast(text) for name in names])
    scope = narwhals.lit("")
    if "scope" in frame.types:
        scope = narwhals.col("scope").cast(text).fill_null("")
    year = narwhals.col("year").cast(narwhals.Int64) + later
    return [found.alias(name) for found, name in zip((agency, scope, year), KEYS, strict=True)]


def has_keys(frame: Adapted) -> bool:
    """Tell whether a frame says of its reports whose they are and on which year."""
    return "year" in frame.types and bool({"agency.code", "agency.name"} & frame.types.keys())
