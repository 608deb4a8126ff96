"""Which cells a report has: the layouts of its rows, told apart from rows that it lacks."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import attrs

from .form import Part, columns, parts
from .report import AnnualReport

Shape = tuple[Any, ...]
"""The layouts of a report: its class, then the shape (or None) of each part, nested."""


def shape(record: attrs.AttrsInstance) -> Shape:
    """Return the layouts of a record's rows, as a value that can be a key."""
    layout = type(record)
    below = [getattr(record, name) for name in parts(layout)]
    return (layout, *[None if part is None else shape(part) for part in below])


@lru_cache(maxsize=1024)
def presence(of: Shape) -> Mapping[str, bool]:
    """Return, for each cell address, True if the report has it and False if it lacks its row.

    An address that is not there belongs to another layout of a row that the report does have.
    Where a report lacks a part that may be one row or several (（六）其他处理), the one row counts.
    """
    return dict(_presence(of, ""))


def _presence(of: Shape, prefix: str) -> Iterator[tuple[str, bool]]:
    layout, *below = of
    for (name, form), found in zip(parts(layout).items(), below, strict=True):
        address = f"{prefix}{name}."
        if found is None:
            yield from ((cell, False) for cell in _lacking(form, address))
        else:
            yield from ((address + column, True) for column in columns(found[0]))
            yield from _presence(found, address)


def _lacking(form: Part, prefix: str) -> Iterator[str]:
    one_row = [layout for layout in form.layouts if columns(layout)]
    for layout in one_row:
        yield from (prefix + column for column in columns(layout))
    if not one_row:
        for layout in form.layouts:
            for name, below in parts(layout).items():
                yield from _lacking(below, f"{prefix}{name}.")


def row_layouts(of: Shape) -> Mapping[str, type[Any] | None]:
    """Return the layout of each part of the report by address, None for one that it lacks."""
    return dict(_row_layouts(of, ""))


def _row_layouts(of: Shape, prefix: str) -> Iterator[tuple[str, type[Any] | None]]:
    layout, *below = of
    for name, found in zip(parts(layout), below, strict=True):
        address = prefix + name
        yield address, None if found is None else found[0]
        if found is not None:
            yield from _row_layouts(found, f"{address}.")


def lacks(of: Shape, address: str) -> bool:
    """Tell whether the report lacks the part at *address*, or one that it stands in."""
    layouts = row_layouts(of)
    path = address.split(".")
    above = (".".join(path[: end + 1]) for end in range(len(path)))
    return any(layouts.get(part, AnnualReport) is None for part in above)


@cache
def split_parts() -> tuple[str, ...]:
    """Return the addresses of the parts that are one row in one layout and several in another."""
    return tuple(_split_parts(AnnualReport, ""))


def _split_parts(layout: type[Any], prefix: str) -> Iterator[str]:
    for name, form in parts(layout).items():
        if len({bool(columns(below)) for below in form.layouts}) > 1:
            yield prefix + name
        for below in form.layouts:
            yield from _split_parts(below, f"{prefix}{name}.")


def part_above(row: str) -> str | None:
    """Return the part of one row or several that a row is in, None if in none."""
    return next((part for part in split_parts() if row.startswith(f"{part}.")), None)
