"""Whether a cell belongs to another layout than a row has, as a condition on layout columns."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from ..errors import InvalidFrame, Problem
from ..records import AnnualReport, cells
from ..records.form import Part, columns, parts
from ..wide import ABSENT, LAYOUT, Role, layout_name, layouts_at, wide_columns
from ..wording import Wording

Condition = bool | tuple[tuple[tuple[str, str], ...], ...]
"""True or false in every row; or an alternative of conjunctions of (part, layout it has)."""

Layouts = Mapping[str, tuple[str, ...]]
"""By the address of a part, the layouts that it may have in a frame, ``absent`` among them."""

_ONE_LAYOUT = Wording(
    "有列 {column}：现有的列 {there} 不属于同一种布局",
    "a column {column}: the columns {there} are not those of one layout",
)


@cache
def part_addresses() -> tuple[str, ...]:
    """Return the address of every part of the form, in order."""
    return tuple(c.address for c in wide_columns() if c.role is Role.LAYOUT)


def assumed_layouts(names: Iterable[str]) -> Layouts:
    """Return the one layout of each part whose layout column is not among a frame's *names*.

    It is the layout whose columns the frame has.

    Raises:
        InvalidFrame: the frame has columns of a row that no one layout has together.
    """
    there = frozenset(names)
    found: dict[str, tuple[str, ...]] = {}
    problems = []
    for address in part_addresses():
        if address + LAYOUT in there:
            continue
        fitting = _fitting(address, there)
        if fitting is None:
            said = ", ".join(sorted(n for n in there if n.startswith(f"{address}.")))
            expected = _ONE_LAYOUT.fill(column=address + LAYOUT, there=said)
            problems.append(Problem(address, None, expected))
        else:
            found[address] = (layout_name(fitting),)
    if problems:
        raise InvalidFrame(problems)
    return found


def _fitting(address: str, there: frozenset[str]) -> type[Any] | None:
    """Return the layout that has all of a part's columns that are there; that with the fewest."""
    layouts = layouts_at(address)
    having = {layout: frozenset(_below(layout, f"{address}.")) for layout in layouts}
    known = frozenset().union(*having.values()) & there
    able = [layout for layout in reversed(layouts) if known <= having[layout]]
    return min(able, key=lambda layout: len(having[layout]), default=None)


def _below(layout: type[Any], prefix: str) -> Iterator[str]:
    yield from (prefix + column for column in columns(layout))
    for name, form in parts(layout).items():
        for below in form.layouts:
            yield from _below(below, f"{prefix}{name}.")


def elsewhere(cell: str, layouts: Layouts) -> Condition:
    """Return when a cell belongs to another layout than the report has.

    A cell of a row that the report lacks is blank, and not of another layout. But where a report
    lacks （六）其他处理, only the one row of it is blank.
    """
    return _simple(_elsewhere(AnnualReport, "", cell.split("."), layouts))


def absent(part: str, layouts: Layouts) -> Condition:
    """Return when the report lacks a part, or has one above it in a layout without it."""
    if layouts[part] == (ABSENT,):
        return True
    return (((part, ABSENT),),) if ABSENT in layouts[part] else False


def prefixed(condition: Condition, prefix: str) -> Condition:
    """Return a condition on the parts of another report, whose columns have a prefix."""
    if isinstance(condition, bool):
        return condition
    return tuple(tuple((prefix + part, name) for part, name in each) for each in condition)


def _simple(found: tuple[tuple[tuple[str, str], ...], ...]) -> Condition:
    if not found:
        return False
    return True if () in found else found


def _elsewhere(
    layout: type[Any], prefix: str, path: list[str], layouts: Layouts
) -> tuple[tuple[tuple[str, str], ...], ...]:
    name, *rest = path
    if not rest:
        return () if name in columns(layout) else ((),)
    form = parts(layout).get(name)
    if form is None:
        return ((),)
    address = prefix + name
    possible = layouts[address]
    found: list[tuple[tuple[str, str], ...]] = []
    for below in form.layouts:
        if layout_name(below) in possible:
            inner = _elsewhere(below, f"{address}.", rest, layouts)
            found += [((address, layout_name(below)), *also) for also in inner]
    if ABSENT in possible and ".".join(rest) not in _lacking(form):
        found.append(((address, ABSENT),))
    if len(possible) == 1:
        return tuple(alternative[1:] for alternative in found)
    if len(found) == len(possible) and all(len(alternative) == 1 for alternative in found):
        return ((),)
    return tuple(found)


@cache
def _lacking(form: Part) -> frozenset[str]:
    """Return the cells, below its address, that are blank where a part is lacking."""
    one_row = [layout for layout in form.layouts if columns(layout)]
    if one_row:
        return frozenset(column for layout in one_row for column in columns(layout))
    return frozenset(
        f"{name}.{cell}"
        for layout in form.layouts
        for name, below in parts(layout).items()
        for cell in _lacking(below)
    )


def out_of_place(names: Iterable[str], layouts: Layouts) -> Iterator[tuple[str, Condition]]:
    """Iterate over the cells among *names* with when the report has no place for a value there."""
    there = frozenset(names)
    for cell in cells():
        if cell.address in there:
            row = cell.address.rpartition(".")[0]
            yield cell.address, either(elsewhere(cell.address, layouts), absent(row, layouts))


def either(*conditions: Condition) -> Condition:
    """Return when one of the conditions is true."""
    if any(condition is True for condition in conditions):
        return True
    found = dict.fromkeys(
        alternative
        for condition in conditions
        if not isinstance(condition, bool)
        for alternative in condition
    )
    return tuple(found) if found else False
