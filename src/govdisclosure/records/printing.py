"""How records print: short, without what is zero or blank, and as code that makes them again.

A row without numbers says so by how it is made (``ByApplicant.zeros()``, ``ByApplicant()``), a
table or report by the form that it starts from.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Protocol, Self

import attrs

from ..editions import EDITIONS
from . import addresses
from .form import PART, RECORD, columns, parts


class Printer(Protocol):
    """What pretty-printers (IPython's, hypothesis') give to a value that prints itself."""

    def text(self, text: str) -> None:
        """Print a text."""

    def breakable(self, sep: str = " ") -> None:
        """Print a separator, or go to a new line."""

    def begin_group(self, indent: int = 0, open: str = "") -> None:  # noqa: A002  # its own word
        """Begin what stands on one line or is broken everywhere."""

    def end_group(self, dedent: int = 0, close: str = "") -> None:
        """End it."""


@attrs.frozen
class _Call:
    """A call: what stands before its arguments, the arguments, what stands behind."""

    before: str
    arguments: tuple[str, ...] = ()
    behind: str = ")"

    def __str__(self) -> str:
        return self.before + ", ".join(self.arguments) + self.behind


class Record:
    """A record that prints as the call that makes it, without what it has by default."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self._call())

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # noqa: FBT001  # called so
        """Print the record over as many lines as it takes; *cycle* never happens in a record."""
        call = self._call()
        if cycle or not call.arguments:
            printer.text(str(call))
            return
        printer.begin_group(4, call.before)
        for place, argument in enumerate(call.arguments):
            if place:
                printer.text(",")
            printer.breakable(" " if place else "")
            printer.text(argument)
        printer.end_group(4)
        printer.breakable("")
        printer.text(call.behind)

    def _call(self) -> _Call:
        return _constructed(self, {})


class Row(Record):
    """A row or block of the form."""

    __slots__ = ()

    @classmethod
    def zeros(cls, **cells: Any) -> Self:
        """Return the row with zero in every cell but those given."""
        return cls(**{**dict.fromkeys(columns(cls), 0), **cells})

    def _call(self) -> _Call:
        zeros = dict.fromkeys(columns(type(self)), 0)
        from_blanks = _constructed(self, {})
        if not any(getattr(self, name) == 0 for name in zeros):
            return from_blanks
        from_zeros = _constructed(self, zeros, ".zeros")
        return min(from_zeros, from_blanks, key=lambda call: len(call.arguments))


class Table(Record):
    """A table of the form, a group of its rows, or the whole report."""

    __slots__ = ()

    @classmethod
    def blank_form(cls, edition_name: str, *, fill: int | None = None) -> Self:
        """Return the part as an edition has it: every row it asks for, every cell *fill*.

        Raises:
            UnknownName: there is no edition of that name.
        """
        return addresses.blank_form(cls, edition_name, fill)

    def get(self, address: str) -> object:
        """Return what stands at *address*, None where the record does not have it.

        Raises:
            UnknownName: the form has no such address here.
        """
        return addresses.get(_attrs(self), address)

    def replace(self, changes: Mapping[str, object]) -> Self:
        """Return the record with the values at some addresses changed.

        Raises:
            UnknownName: the form has no such address here.
            InvalidReport: a value may not stand there, or the record lacks the row of a cell.
        """
        return addresses.replace(self, changes)

    def _call(self) -> _Call:
        lacks = any(getattr(self, name) is None for name in parts(type(self)))
        calls = [_constructed(self, {})] if lacks else []
        for edition in reversed(EDITIONS):
            for fill in (0, None):
                start = f"{type(self).__name__}.blank_form({edition.name!r}, fill={fill})"
                form = type(self).blank_form(edition.name, fill=fill)
                changes = [f"{a!r}: {_code(v)}" for a, v in _changes(form, self, "")]
                calls.append(
                    _Call(f"{start}.replace({{", tuple(changes), "})")
                    if changes
                    else _Call(start, (), "")
                )
        return min(calls, key=lambda call: len(str(call)))


def _constructed(record: Record, defaults: Mapping[str, object], maker: str = "") -> _Call:
    """Return the call of a class, or of a *maker* of its own with other *defaults*."""
    arguments = []
    for field in attrs.fields(type(_attrs(record))):
        value = getattr(record, field.name)
        if value != defaults.get(field.name, _default(field)):
            arguments.append(f"{field.name}={_code(value)}")
    return _Call(f"{type(record).__name__}{maker}(", tuple(arguments))


def _default(field: "attrs.Attribute[Any]") -> object:
    default: Any = field.default
    return default.factory() if hasattr(default, "factory") else default


def _changes(base: object, record: object, prefix: str) -> Iterator[tuple[str, object]]:
    """Iterate over what *record* has otherwise than *base*, by address."""
    for field in attrs.fields(type(_attrs(record))):
        before, value = getattr(base, field.name), getattr(record, field.name)
        if before == value:
            continue
        address = f"{prefix}{field.name}"
        inside = PART in field.metadata or RECORD in field.metadata
        if not inside or type(before) is not type(value):
            yield address, value
            continue
        cells = list(_changes(before, value, f"{address}."))
        call = value._call() if isinstance(value, Row) else None  # noqa: SLF001  # a row's own
        if call is not None and 1 < len(cells) >= len(call.arguments):
            yield address, value
        else:
            yield from cells


def _code(value: object) -> str:
    """Return a value as code; a choice is taken by its text."""
    return repr(value.value if isinstance(value, StrEnum) else value)


def _attrs(record: object) -> attrs.AttrsInstance:
    if not attrs.has(type(record)):
        raise TypeError(f"{type(record).__name__} is no record")
    return record  # type: ignore[return-value]  # made by attrs, as was asked
