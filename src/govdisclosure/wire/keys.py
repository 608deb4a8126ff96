"""The keys of the JSON objects that records are."""

from typing import Any

import attrs

from ..records.form import PART


def keys_in_order(cls: type[Any]) -> tuple[str, ...]:
    """Return the keys that a record class declares, in the form's order."""
    return tuple(field.name for field in attrs.fields(cls))


def required_keys(cls: type[Any]) -> tuple[str, ...]:
    """Return the keys that a JSON object of this record class must have: all but its parts."""
    return tuple(f.name for f in attrs.fields(cls) if PART not in f.metadata)
