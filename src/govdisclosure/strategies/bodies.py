"""Invented bodies, and how large their figures may be."""

from collections.abc import Callable, Mapping
from functools import cache

import attrs

from ..editions import edition as edition_named
from ..editions import edition_due
from ..errors import InvalidReport, Problem, UnknownName
from ..records import Agency, AgencyKind, Level
from ..rules.cells import cannot_make_rules
from ..wording import Wording
from .entries import EDITION_NAMES, Matter

PLACES = ("云溪", "青石", "柳河", "白塔", "长桥", "望山", "安丰", "临川")
OFFICES = ("商务局", "教育局", "卫生健康委员会", "交通运输局", "医疗保障局", "水务局")
_LATEST_YEAR, _FEWEST_YEARS = 2026, 3
"""What years an edition in force has here: until the latest, and at least so many."""


@attrs.frozen
class Size:
    """How large a body's figures are: the largest number of each matter, and of entries."""

    name: str
    level: Level
    largest: Mapping[Matter, int]
    entries: int
    quiet: int
    """How many reports with nothing in them come on one with something."""
    busy: int
    """How many reports with some number in each row of decisions come on one without."""


def _size(
    name: str, level: Level, numbers: tuple[int, ...], entries: int, *, quiet: int, busy: int
) -> Size:
    return Size(name, level, dict(zip(Matter, numbers, strict=True)), entries, quiet, busy)


SIZES: Mapping[str, Size] = {
    size.name: size
    for size in (
        _size("township", Level.TOWNSHIP, (30, 3, 20, 500, 20, 10**5), 6, quiet=4, busy=0),
        _size("county", Level.COUNTY, (1_500, 60, 200, 10**5, 200, 10**8), 12, quiet=0, busy=1),
        _size("city", Level.CITY, (15_000, 800, 900, 10**7, 900, 10**10), 24, quiet=0, busy=2),
    )
}
"""The sizes by name: most townships have nothing to report, cities decide millions of cases."""
ANY = "any"
_SIZE_OF: Mapping[Level, str] = {
    Level.TOWNSHIP: "township",
    Level.COUNTY: "county",
    Level.CITY: "city",
    Level.PROVINCE: "city",
    Level.NATIONAL: "city",
}


def sizes(size: str, level: Level | None) -> tuple[Size, ...]:
    """Return the sizes that a name stands for; those of a level where it is "any".

    Raises:
        UnknownName: there is no such size.
    """
    if size == ANY:
        return tuple(SIZES.values()) if level is None else (SIZES[_SIZE_OF[level]],)
    if size not in SIZES:
        known = ", ".join((*SIZES, ANY))
        raise UnknownName(
            Wording(f"没有规模“{size}”；可用：{known}", f"no size {size!r}; there are: {known}")
        )
    return (SIZES[size],)


@cache
def bodies(level: Level) -> tuple[Agency, ...]:
    """Return the invented bodies of a level: departments first, then governments."""
    return tuple(_BODIES[level]())


def _townships() -> list[Agency]:
    found = []
    for county in PLACES[:2]:
        for place in PLACES[2:]:
            name = f"{county}县{place}镇人民政府"
            found.append(Agency(name=name, kind=AgencyKind.GOVERNMENT, level=Level.TOWNSHIP))
    return found


def _of(level: Level, end: str, offices: tuple[str, ...] = OFFICES) -> list[Agency]:
    """Return the departments and the governments of some places of a level."""
    departments = [
        Agency(name=f"{place}{end}{office}", kind=AgencyKind.DEPARTMENT, level=level)
        for place in PLACES
        for office in offices
    ]
    governments = [
        Agency(name=f"{place}{end}人民政府", kind=AgencyKind.GOVERNMENT, level=level)
        for place in PLACES
    ]
    return departments + governments * (len(departments) // len(governments) // 2)


_BODIES: Mapping[Level, Callable[[], list[Agency]]] = {
    Level.TOWNSHIP: _townships,
    Level.COUNTY: lambda: _of(Level.COUNTY, "县"),
    Level.CITY: lambda: _of(Level.CITY, "市"),
    Level.PROVINCE: lambda: _of(Level.PROVINCE, "省", ("教育厅", "水利厅", "商务厅")),
    Level.NATIONAL: lambda: [
        Agency(name=name, kind=AgencyKind.DEPARTMENT, level=Level.NATIONAL)
        for name in ("国家灌溉用水管理局", "国家集市管理局", "国家公开栏管理局")
    ],
}


def makes_rules(agency: Agency) -> bool:
    """Tell whether a body may make government rules."""
    return not cannot_make_rules(agency.kind, agency.level)


def years_of(edition: str | None, year: int | None) -> tuple[int, ...]:
    """Return the years that reports may be on: the one asked for, or those of an edition.

    The latest edition's come first.

    Raises:
        UnknownName: there is no edition of that name.
        InvalidReport: no edition is due for the year, and none was named.
    """
    if edition is not None:
        found = edition_named(edition)
        last = found.last_year or max(_LATEST_YEAR, found.first_year + _FEWEST_YEARS - 1)
        return (year,) if year is not None else tuple(range(found.first_year, last + 1))
    if year is not None:
        if edition_due(year) is None:
            raise InvalidReport([Problem("year", year, _A_YEAR)])
        return (year,)
    return tuple(year for name in reversed(EDITION_NAMES) for year in years_of(name, None))


_A_YEAR = Wording(
    "为有格式可用的年份，或同时指定 edition",
    "a year that an edition of the form is due for, or an edition beside it",
)


def due(year: int, edition: str | None) -> str:
    """Return the edition that was asked for, or else the one due for a year."""
    found = edition_due(year)
    return edition or (EDITION_NAMES[-1] if found is None else found.name)
