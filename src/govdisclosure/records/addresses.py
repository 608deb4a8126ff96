"""From an address to a value and back: ``requests.outcomes.denied.state_secret.total``."""

from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast

import attrs

from ..editions import edition
from ..errors import MISSING, InvalidReport, Problem, UnknownName
from ..wording import Wording
from .form import COLUMN, PART, RECORD, Part, columns, parts

_Record = TypeVar("_Record")


def blank(form: Part, edition: str, fill: int | None) -> Any:
    """Return the part as *edition* asks for it, with *fill* in every cell; None if it does not."""
    layout = form.due.get(edition)
    if layout is None:
        return None
    cells: dict[str, Any] = dict.fromkeys(columns(layout), fill)
    inner = {name: blank(below, edition, fill) for name, below in parts(layout).items()}
    return layout(**cells, **inner)


def blank_form(layout: type[_Record], edition_name: str, fill: int | None) -> _Record:
    """Return a table or report as an edition has it, with *fill* in every cell.

    Raises:
        UnknownName: there is no edition of that name.
    """
    name = edition(edition_name).name
    return layout(**{part: blank(form, name, fill) for part, form in parts(layout).items()})


def cells_of(record: attrs.AttrsInstance, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Iterate over the cells below *record*, as (address, value), in the form's order."""
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if COLUMN in field.metadata:
            yield prefix + field.name, value
        elif PART in field.metadata and value is not None:
            yield from cells_of(value, f"{prefix}{field.name}.")


def names(layout: type[attrs.AttrsInstance]) -> Mapping[str, None]:
    """Return every address that a record of class *layout* could have, in any layout below it."""
    return _known(cast("Hashable", layout))


@cache
def _known(layout: Hashable) -> Mapping[str, None]:
    return dict.fromkeys(_names(cast("type[attrs.AttrsInstance]", layout), ""))


def _names(layout: type[attrs.AttrsInstance], prefix: str) -> Iterator[str]:
    for field in attrs.fields(layout):
        yield prefix + field.name
        for below in _classes(field):
            yield from _names(below, f"{prefix}{field.name}.")


def _classes(field: "attrs.Attribute[Any]") -> tuple[type[attrs.AttrsInstance], ...]:
    if PART in field.metadata:
        layouts: tuple[type[attrs.AttrsInstance], ...] = field.metadata[PART].layouts
        return layouts
    return (field.metadata[RECORD],) if RECORD in field.metadata else ()


def check_name(layout: type[attrs.AttrsInstance], address: str) -> None:
    """Raise UnknownName, with the nearest names, unless *layout* could have *address*."""
    known = names(layout)
    if address not in known:
        import difflib

        near = difflib.get_close_matches(address, known, n=3)
        zh, en = "、".join(near), ", ".join(near)
        raise UnknownName(
            Wording(
                f"没有“{address}”这个地址" + (f"；相近的有：{zh}" if near else ""),
                f"no address {address!r}" + (f"; did you mean {en}?" if near else ""),
            )
        )


def get(record: attrs.AttrsInstance, address: str) -> object:
    """Return what stands at *address*, None where *record* does not have it."""
    check_name(type(record), address)
    return value_at(record, address)


def value_at(record: object, address: str) -> Any:
    """Return what stands at *address*, None where *record* does not have it."""
    value = record
    for name in address.split("."):
        value = getattr(value, name, None)
    return value


def replace(record: _Record, changes: Mapping[str, object]) -> _Record:
    """Return *record* with the values at some addresses changed; see ``AnnualReport.replace``."""
    for address in changes:
        check_name(cast("type[attrs.AttrsInstance]", type(record)), address)
    problems: list[Problem] = []
    changed = record
    for address in sorted(changes, key=lambda address: address.count(".")):
        try:
            changed = _replaced(changed, address.split("."), changes[address])
        except InvalidReport as error:
            problems += [attrs.evolve(problem, path=address) for problem in error.problems]
    if problems:
        raise InvalidReport(problems)
    return changed


def _replaced(record: _Record, path: list[str], value: object) -> _Record:
    name, *rest = path
    if name not in attrs.fields_dict(cast("type[attrs.AttrsInstance]", type(record))):
        raise InvalidReport([Problem(name, value, _ROW_FIRST)])
    if not rest:
        return _evolved(record, **{name: value})
    below = getattr(record, name)
    if below is None:
        raise InvalidReport([Problem(name, MISSING, _ROW_FIRST)])
    return _evolved(record, **{name: _replaced(below, rest, value)})


def _evolved(record: _Record, **changes: object) -> _Record:
    return cast("_Record", attrs.evolve(cast("Any", record), **changes))


_ROW_FIRST = Wording(
    "该报告中有这一行且布局含此单元格（请先替换整行）",
    "a row that the report has, in a layout with this cell (replace the whole row first)",
)
