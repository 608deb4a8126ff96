"""Single sections, groups and rows in which the relations within them hold."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from ..editions import edition as edition_named
from ..errors import UnknownName
from ..records import Agency, AnnualReport, Level, Prose
from ..records.form import columns, parts
from ..wording import Wording
from .bodies import ANY, SIZES, Size, bodies, sizes, years_of
from .drafts import Draft
from .entries import EDITION_NAMES, Entry, entries
from .reports import reports
from .wordings import words

_Record = TypeVar("_Record")


def records(
    kind: type[_Record], *, edition: str | None = None, size: str = ANY
) -> st.SearchStrategy[_Record]:
    """Records of a class of the form, complete, in which its relations hold.

    *kind* is any record class: a row's layout (``ByApplicant``), a group (``Outcomes``), a table,
    ``AnnualReport``, ``Agency`` or ``Prose``. *edition* matters where a table or group has other
    rows in another edition; *size* is that of the body, as for ``reports``.

    Raises:
        UnknownName: it is no record of the form, the edition has none, or there is no such size.
    """
    whole: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
        AnnualReport: lambda: reports(edition=edition, size=size),
        Agency: agencies,
        Prose: lambda: at("overview", edition=edition),
    }
    if kind in whole:
        return whole[kind]()
    places = [(name, _address_of(kind, name)) for name in _latest_first(edition)]
    strategies = [at(a, edition=e, size=size) for e, a in places if a is not None]
    if not strategies:
        raise _unknown(kind.__name__)
    return st.one_of(strategies)


def at(address: str, *, edition: str | None = None, size: str = ANY) -> st.SearchStrategy[Any]:
    """What may stand at an address of a report: a section, a group of rows, or a row.

    Raises:
        UnknownName: no section, group or row of the edition (by default the latest that has it) is
            called so, or there is no such size.
    """
    for name in _latest_first(edition):
        if address in _SECTIONS_IN_WORDS:
            return st.builds(_section, *map(st.just, (name, address)), _years(name))
        if address in _addresses(name):
            return st.one_of([_filled(name, address, found.name) for found in sizes(size, None)])
    raise _unknown(address)


def _latest_first(edition: str | None) -> tuple[str, ...]:
    if edition is not None:
        return (edition_named(edition).name,)
    return tuple(reversed(EDITION_NAMES))


_SECTIONS_IN_WORDS = ("overview", "problems", "other_matters")


def _years(edition: str) -> st.SearchStrategy[int]:
    return st.sampled_from(years_of(edition, None))


def _section(edition: str, address: str, year: int) -> Prose:
    return words(edition, year)[address]


def agencies(*, level: Level | str | None = None) -> st.SearchStrategy[Agency]:
    """Invented bodies, of a level or of those from township to city.

    Raises:
        ValueError: there is no such level.
    """
    asked = [size.level for size in SIZES.values()] if level is None else [Level(level)]
    return st.sampled_from([body for found in reversed(asked) for body in bodies(found)])


@lru_cache(maxsize=256)
def _filled(edition: str, address: str, size: str) -> st.SearchStrategy[Any]:
    """The part of the form at an address, with some numbers in it."""
    found = SIZES[size]
    touching = [cut for entry in entries(edition) if (cut := _within(entry, address)).parts]
    one = st.sampled_from(touching).flatmap(lambda entry: _numbered(entry, found))
    return st.lists(one, max_size=found.entries).map(
        lambda drawn: _report(edition, drawn).get(address)
    )


def _numbered(entry: Entry, size: Size) -> st.SearchStrategy[tuple[Entry, int]]:
    number = st.integers(1, 9) | st.integers(1, size.largest[entry.matter])
    return st.tuples(st.just(entry), number)


def _report(edition: str, drawn: list[tuple[Entry, int]]) -> AnnualReport:
    draft = Draft(edition)
    for entry, number in drawn:
        draft.add(entry, number)
    return draft.report()


def _within(entry: Entry, address: str) -> Entry:
    kept = (part for part in entry.parts if f"{part.row}.".startswith(f"{address}."))
    return attrs.evolve(entry, parts=tuple(kept))


@lru_cache(maxsize=8)
def _addresses(edition: str) -> dict[str, type[Any]]:
    """Return the addresses of an edition's tables, groups and rows, with their classes."""
    return dict(_parts(AnnualReport, "", edition))


def _parts(layout: type[Any], prefix: str, edition: str) -> Iterator[tuple[str, type[Any]]]:
    for name, form in parts(layout).items():
        due = form.due.get(edition)
        if due is not None:
            yield prefix + name, due
            if not columns(due):
                yield from _parts(due, f"{prefix}{name}.", edition)


def _address_of(kind: type[Any], edition: str) -> str | None:
    """Return where a class stands in an edition, the plainest place first; None if nowhere."""
    found = (a for a, due in _addresses(edition).items() if due is kind and not _rare(a))
    return next(found, None)


def _rare(address: str) -> bool:
    return address.endswith("government_rules")


def _unknown(name: str) -> UnknownName:
    return UnknownName(
        Wording(
            f"格式中没有“{name}”这样的部分、行或记录",
            f"the form has no section, group, row or record {name!r}",
        )
    )
