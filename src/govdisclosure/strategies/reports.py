"""Whole reports in which every relation holds."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

import attrs
from hypothesis import strategies as st

from ..records import Agency, AgencyKind, AnnualReport, Level, Scope
from ..records.cells import cells
from .bodies import ANY, SIZES, Size, bodies, due, makes_rules, sizes, years_of
from .drafts import Draft
from .entries import CARRIED_OUT, EDITION_NAMES, Entry, Matter, entries
from .wordings import words

Drawn = tuple[Entry, int]
"""An entry, and the number to add."""


@attrs.frozen
class Asked:
    """Which reports are asked for; see ``reports``."""

    edition: str | None = None
    year: int | None = None
    agency: Agency | None = None
    level: Level | None = None
    size: str = ANY
    blanks: bool = False


def reports(
    *,
    edition: str | None = None,
    year: int | None = None,
    agency: Agency | None = None,
    level: Level | str | None = None,
    size: str = ANY,
    blanks: bool = False,
) -> st.SearchStrategy[AnnualReport]:
    """Complete reports in which every relation holds, with invented bodies and words.

    Totals are added up, nothing is filtered. *edition* is that of the form (``"2021"``), by
    default the one due for the *year*; *agency* is the body that reports, of which *level* is told
    where it is not given. *size* says how large the numbers are: ``"township"`` (most have nothing
    to report), ``"county"``, ``"city"`` (millions of decisions) or ``"any"``, which goes by the
    level. With *blanks*, cells may be left blank: the relations hold, or cannot be decided.

    An example shrinks to few requests, of a department in the latest edition, without words.

    Raises:
        UnknownName: there is no such edition or size.
        InvalidReport: no edition is due for the year, and none was named.
        ValueError: there is no such level.
    """
    asked = Asked(edition, year, agency, None if level is None else Level(level), size, blanks)
    return drafts(asked).map(Draft.report)


def _anybody(_agency: Agency) -> bool:
    return True


def drafts(asked: Asked, able: Callable[[Agency], bool] = _anybody) -> st.SearchStrategy[Draft]:
    """Reports in the making, in which every relation holds, of the bodies that are *able*.

    Raises:
        UnknownName: there is no such edition or size.
        InvalidReport: no edition is due for the year, and none was named.
    """
    years = st.sampled_from(years_of(asked.edition, asked.year))
    return _drafts(asked, years, st.sampled_from([one for one in who(asked) if able(one[1])]))


def who(asked: Asked) -> list[tuple[Size, Agency]]:
    """Return the bodies that may report, each with the size of its figures."""
    level = asked.level or (asked.agency.level if asked.agency is not None else None)
    found: list[tuple[Size, Agency]] = []
    for size in sizes(asked.size, level):
        some = bodies(level or size.level) if asked.agency is None else (asked.agency,)
        found += [(size, agency) for agency in some]
    return found


_DAYS = st.sampled_from((None, 0, 8, 17, 30))
"""How many days after New Year a report is published; within every deadline."""
_SCOPES = st.sampled_from((None, Scope.OWN, Scope.CONSOLIDATED))
_WORDS = st.booleans()


@st.composite
def _drafts(
    draw: st.DrawFn,
    asked: Asked,
    years: st.SearchStrategy[int],
    who: st.SearchStrategy[tuple[Size, Agency]],
) -> Draft:
    year, (size, agency) = draw(years), draw(who)
    draft = Draft(due(year, asked.edition), about_of(agency, year))
    days = draw(_DAYS)
    if days is not None:
        draft.about["published"] = date(year + 1, 1, 1) + timedelta(days)
    if agency.kind is AgencyKind.GOVERNMENT:
        draft.about["scope"] = draw(_SCOPES)
    for entry, number in draw(filling(draft.edition, size.name, with_rules=makes_rules(agency))):
        draft.add(entry, number)
    if draw(_WORDS):
        in_words(draft, year)
    if asked.blanks:
        draw(_LEFT_BLANK[draft.edition])(draft)
    return draft


def about_of(agency: Agency, year: int) -> dict[str, object]:
    """Return what a report says of its body and year."""
    named = {"year": year, "agency": agency}
    if agency.name is None:
        return named
    return {**named, "title": f"{agency.name}{year}年政府信息公开工作年度报告"}


def in_words(draft: Draft, year: int) -> None:
    """Give a draft its sections in words."""
    fees = draft.number("requests.outcomes.closed_otherwise.fee_unpaid", "total") > 0
    draft.about.update(words(draft.edition, year, fees=fees))


@lru_cache(maxsize=64)
def filling(edition: str, size: str, *, with_rules: bool) -> st.SearchStrategy[list[Drawn]]:
    """What a body has to report: few entries, most of them small, some large."""
    found = SIZES[size]
    some = st.lists(one_entry(edition, size, with_rules=with_rules), max_size=found.entries)
    if found.quiet:
        nothing: st.SearchStrategy[list[Drawn]] = st.builds(list)
        return _weighed(nothing, found.quiet, some, 1)
    decided = [entry for entry in entries(edition) if entry.matter is Matter.DECISIONS]
    number = st.integers(0, found.largest[Matter.DECISIONS])
    everywhere = st.tuples(*(st.tuples(st.just(entry), number) for entry in decided))
    busy = st.builds(lambda one, other: [*one, *other], everywhere, some)
    return _weighed(some, 1, busy, found.busy)


def _weighed(
    one: st.SearchStrategy[list[Drawn]],
    times: int,
    other: st.SearchStrategy[list[Drawn]],
    other_times: int,
) -> st.SearchStrategy[list[Drawn]]:
    """One strategy so many times for the other; an example shrinks to the first."""
    found = (False,) * times + (True,) * other_times
    return st.sampled_from(found).flatmap(lambda chosen: other if chosen else one)


@lru_cache(maxsize=64)
def one_entry(edition: str, size: str, *, with_rules: bool) -> st.SearchStrategy[Drawn]:
    """An entry of a body, often a request; its number is small, or anything for its size."""
    found = [entry for entry in entries(edition) if with_rules or not entry.is_rule_making]
    groups = [[entry for entry in found if entry.matter is matter] for matter in Matter]
    carried = [entry for entry in found if any(part.row == CARRIED_OUT for part in entry.parts)]
    largest = SIZES[size].largest
    return st.one_of(
        *(
            st.tuples(st.sampled_from(group), number)
            for group in (groups[0], *filter(None, groups), carried)
            for number in (st.integers(1, 9), st.integers(1, largest[group[0].matter]))
        )
    )


def _some_blank(addresses: list[str]) -> Callable[[Draft], None]:
    def leave(draft: Draft) -> None:
        for address in addresses:
            draft.blank(address)

    return leave


def _every_zero(draft: Draft) -> None:
    draft.fill = None


def _left_blank(edition: str) -> st.SearchStrategy[Callable[[Draft], None]]:
    """How a body leaves cells blank: none, some, every total of a table, or every zero."""
    found = [cell.address for cell in cells(edition)]
    totals = [address for address in found if address.endswith(".total")]
    some = st.lists(st.sampled_from(found), max_size=6).map(_some_blank)
    return st.one_of(some, st.sampled_from((_some_blank(totals), _every_zero)))


_LEFT_BLANK = {name: _left_blank(name) for name in EDITION_NAMES}
