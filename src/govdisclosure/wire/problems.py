"""What does not fit, found by cattrs as a tree of errors, as a list of problems with paths."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import Problem, shown
from ..wording import Wording
from .keys import keys_in_order
from .values import Mismatch

if TYPE_CHECKING:
    from cattrs.errors import BaseValidationError

_LONGEST_KEY = 60


def problems(error: BaseException, path: str) -> Iterator[Problem]:
    """Flatten cattrs' tree of errors: a problem a leaf, in document order, each with its path."""
    from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from problems(inner, _joined(path, _field_of(inner)))
    elif isinstance(error, Mismatch):
        yield Problem(_joined(path, error.key) or "$", error.value, error.expected)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields, key=str):
            keys = keys_in_order(error.cl)
            yield Problem(
                _joined(path, named(key)),
                key,
                Wording(f"只有这些键：{'、'.join(keys)}", f"no other keys than {', '.join(keys)}"),
            )
    else:
        raise error


def _field_of(error: "BaseException | BaseValidationError") -> str | None:
    from cattrs.errors import AttributeValidationNote

    notes = [n for n in getattr(error, "__notes__", ()) if isinstance(n, AttributeValidationNote)]
    return notes[0].name if notes else None


def named(key: object) -> str:
    """Return a key as a path names it: as it is, or quoted where that would mislead."""
    name = str(key)
    plain = name.isprintable() and 0 < len(name) <= _LONGEST_KEY and not name.startswith("[")
    return name if plain else shown(key)


def _joined(path: str, name: str | None) -> str:
    if name is None:
        return path
    return path + name if name.startswith("[") else f"{path}.{name}" if path else name
