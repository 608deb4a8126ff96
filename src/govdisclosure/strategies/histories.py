"""The reports of one body on consecutive years, each of which bridges to the one before."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import attrs
from hypothesis import strategies as st

from ..editions import edition as edition_named
from ..errors import Impossible
from ..records import Agency, AnnualReport, Level
from ..rules import rule as rule_named
from ..wording import Wording
from .bodies import ANY, Size, due, makes_rules
from .drafts import Draft
from .entries import (
    APPLICANTS,
    CARRIED_IN,
    CARRIED_OUT,
    EDITION_NAMES,
    FEES_ROW,
    RECEIVED,
    Entry,
    Matter,
    Part,
    entries,
    flow,
    outcome_rows,
)
from .reports import Asked, about_of, filling, in_words, who

_FIRST_YEAR = edition_named(EDITION_NAMES[0]).first_year
_CHANGE = edition_named(EDITION_NAMES[-1]).first_year
"""The first year of the latest edition."""
_GRANTED = "requests.outcomes.granted"
_SMALL = st.integers(1, 9)


def histories(
    years: int = 3,
    *,
    first: int | None = None,
    breaking: str | None = None,
    level: Level | str | None = None,
    size: str = ANY,
) -> st.SearchStrategy[tuple[AnnualReport, ...]]:
    """The reports of one body on so many consecutive *years*, the oldest first.

    Every relation holds within them and, checked each with the one before as its ``prior``, across
    them. Two years or more have the change of the edition inside, unless a *first* year says
    otherwise. With *breaking*, one of the reports breaks that rule when it is checked with the one
    before: ``years.carried_over``, ``years.in_force``, ``years.items``, ``years.swing`` (which a
    profile has to switch on) or ``text.duplicate``. *level* and *size* are those of ``reports``.

    Raises:
        UnknownName: there is no such rule or size.
        Impossible: no history of these years can break the rule, or there are no such years.
        ValueError: there is no such level.
    """
    starts = _starts(years, first)
    asked = Asked(level=None if level is None else Level(level), size=size)
    if breaking is None:
        return _histories(years, st.sampled_from([(start, None) for start in starts]), asked, None)
    name = rule_named(breaking).id
    if name not in _BREAKS:
        raise Impossible(_NOT_A_RULE_OF_YEARS.fill(rule=name, known="、".join(_BREAKS)))
    able = _BREAKS[name].years
    starts = starts if first is not None else _every_start(years)
    found = [
        (start, year) for start in starts for year in range(start + 1, start + years) if able(year)
    ]
    if not found:
        raise Impossible(_NO_SUCH_YEARS.fill(rule=name, years=years))
    return _histories(years, st.sampled_from(found), asked, _BREAKS[name])


def _starts(years: int, first: int | None) -> list[int]:
    if years < 1 or (first is not None and first < _FIRST_YEAR):
        raise Impossible(_NO_YEARS.fill(years=years, first=_FIRST_YEAR))
    if first is not None:
        return [first]
    if years == 1:
        return [_CHANGE]
    return [*range(max(_FIRST_YEAR, _CHANGE - years + 1), _CHANGE)]


def _every_start(years: int) -> list[int]:
    """Return the first years with which any year may be the one that breaks a rule."""
    return [*range(_CHANGE, _FIRST_YEAR - 1, -1)] if years > 1 else []


Change = Callable[[st.DrawFn, Draft, Draft], None]
"""Changes the draft of a year (the second) so that it breaks a rule with the one before."""


@attrs.frozen
class _Break:
    """How a year comes to break a rule with the one before, and which years can."""

    change: Change
    years: Callable[[int], bool]


@st.composite
def _histories(
    draw: st.DrawFn,
    years: int,
    starts: st.SearchStrategy[tuple[int, int | None]],
    asked: Asked,
    broken: _Break | None,
) -> tuple[AnnualReport, ...]:
    (start, wrong), (size, agency) = draw(starts), draw(st.sampled_from(who(asked)))
    drafts: list[Draft] = []
    worded = draw(st.booleans())
    for year in range(start, start + years):
        before = drafts[-1] if drafts else None
        draft = _year(draw, year, size, agency, before)
        if before is not None and broken is not None and year == wrong:
            broken.change(draw, before, draft)
        drafts.append(draft)
    if worded:
        in_words(drafts[-1], start + years - 1)  # one alone: the same words twice are a copy
    return tuple(draft.report() for draft in drafts)


def _year(draw: st.DrawFn, year: int, size: Size, agency: Agency, before: Draft | None) -> Draft:
    """Draw the report of a year: what the one before left, and what is new."""
    draft = Draft(due(year, None), about_of(agency, year))
    new = before is None or before.edition != draft.edition
    if before is not None:
        _carry_in(draw, before, draft)
        if not new:
            _keep(before, draft)
    with_rules = makes_rules(agency)
    for entry, number in draw(filling(draft.edition, size.name, with_rules=with_rules)):
        bridged = before is not None and entry.matter is Matter.REQUESTS
        if entry.stock and (bridged or not new):
            _lapse(draft, entry, number)
        else:
            draft.add(entry, number)
    if before is not None:
        _in_one_unit(before, draft)
    return draft


_TIMES = 1_000
"""Fees that grow more than so many times within a year look as if given in another unit."""


def _in_one_unit(before: Draft, draft: Draft) -> None:
    """Keep the fees from growing so much that their unit is in doubt."""
    much = draft.number(FEES_ROW, "amount") - _TIMES * before.number(FEES_ROW, "amount")
    if much > 0 and before.number(FEES_ROW, "amount"):
        draft.add(_alone(FEES_ROW, "amount", -1), much)


def _carry_in(draw: st.DrawFn, before: Draft, draft: Draft) -> None:
    """Decide, or carry on, what the year before carried out."""
    for applicant in APPLICANTS:
        number = before.number(CARRIED_OUT, applicant)
        if number:
            destination = draw(_destinations(draft.edition))
            draft.add(flow(CARRIED_IN, destination, applicant), number)


@lru_cache(maxsize=8)
def _destinations(edition: str) -> st.SearchStrategy[str]:
    return st.sampled_from((*outcome_rows(edition), CARRIED_OUT))


def _keep(before: Draft, draft: Draft) -> None:
    """Take over what is still there of the year before: documents in force, items."""
    for row, cells in before.numbers.items():
        if "in_force" in cells:
            draft.add(_alone(row, "in_force"), before.number(row, "in_force"))
        if "prior_items" in cells or "change" in cells:
            number = before.number(row, "prior_items") + before.number(row, "change")
            draft.add(_alone(row, "prior_items"), number)


def _lapse(draft: Draft, entry: Entry, number: int) -> None:
    """Take from what was there, as far as it reaches: documents are repealed, items dropped."""
    row = entry.parts[0].row
    if {part.column for part in entry.parts} == {"repealed"}:
        gone = min(number, draft.number(row, "in_force"))
        draft.add(Entry(entry.matter, (Part(row, "repealed"), Part(row, "in_force", -1))), gone)
    elif any(part.times < 0 for part in entry.parts):
        left = draft.number(row, "prior_items") + draft.number(row, "change")
        draft.add(_alone(row, "change", -1), min(number, left))


def _alone(row: str, column: str, times: int = 1) -> Entry:
    return Entry(Matter.DOCUMENTS, (Part(row, column, times),))


def _carried_over(draw: st.DrawFn, _before: Draft, draft: Draft) -> None:
    """Carry in a request that was not carried out."""
    entry = flow(CARRIED_IN, CARRIED_OUT, draw(st.sampled_from(APPLICANTS)))
    draft.add(entry, draw(_SMALL))


def _in_force(draw: st.DrawFn, _before: Draft, draft: Draft) -> None:
    """Have a document in force that was neither there nor issued."""
    draft.add(_alone("proactive_disclosure.normative_documents", "in_force"), draw(_SMALL))


def _items(draw: st.DrawFn, _before: Draft, draft: Draft) -> None:
    """Have an item of which the year before knows nothing."""
    rows = [
        entry.parts[0].row
        for entry in entries(draft.edition)
        if entry.parts[0].column == "prior_items" and len(entry.parts) == 1
    ]
    draft.add(_alone(draw(st.sampled_from(rows)), "prior_items"), draw(_SMALL))


def _swing(draw: st.DrawFn, before: Draft, draft: Draft) -> None:
    """Receive five times as many requests as the year before, which had some."""
    entry = flow(RECEIVED, _GRANTED, draw(st.sampled_from(APPLICANTS)))
    before.add(entry, draw(_SMALL))
    draft.add(entry, 5 * before.number(RECEIVED, "total"))


def _duplicate(_draw: st.DrawFn, before: Draft, draft: Draft) -> None:
    """Say again what the year before said, but for the year."""
    for one in (before, draft):
        in_words(one, one.about["year"])


def _any_year(_year: int) -> bool:
    return True


_BREAKS: Mapping[str, _Break] = {
    "years.carried_over": _Break(_carried_over, _any_year),
    "years.in_force": _Break(_in_force, lambda year: year > _CHANGE),
    "years.items": _Break(_items, lambda year: _FIRST_YEAR < year < _CHANGE),
    "years.swing": _Break(_swing, _any_year),
    "text.duplicate": _Break(_duplicate, _any_year),
}
"""By rule id; a row that a year shares with the one before is there in both."""

_NOT_A_RULE_OF_YEARS = Wording(
    "{rule} 不是跨年度的规则；可用：{known}",
    "{rule} is no rule across years; there are: {known}",
)
_NO_SUCH_YEARS = Wording(
    "{years} 个年度的报告中，没有一份会与上年一起违反 {rule}",
    "in a history of {years} years no report can break {rule} with the one before",
)
_NO_YEARS = Wording(
    "没有这样的年度：至少一年，不早于{first}年（要求 {years} 年）",
    "no such years: at least one, none before {first} ({years} asked for)",
)
