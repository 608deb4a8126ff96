"""What else is wrong in reports, rule by rule: the form, single cells, the day of publication."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache

import attrs
from hypothesis import strategies as st

from ..records import AnnualReport, Level, Unit
from ..records.cells import cells, rows
from .drafts import Draft
from .entries import (
    EDITION_NAMES,
    FEES_ROW,
    MONEY_UNIT,
    PROCUREMENT_ROW,
    Entry,
    Matter,
    Part,
    entries,
)
from .reports import in_words
from .wrong_words import WRONG_WORDS, Change

Break = Callable[[st.DrawFn, Draft], AnnualReport]
"""Makes a draft that is right into a report that breaks a rule."""


@attrs.frozen(kw_only=True)
class Fault:
    """How reports come to break a rule, and which reports can.

    ``levels`` are those of the bodies that can break it, first the one drawn where none is asked
    for; ``kinds_of_government`` says whether only governments can (or only others), ``editions``
    are those of the form.
    """

    make: Break
    levels: tuple[Level, ...] = tuple(Level)
    government: bool | None = None
    editions: tuple[str, ...] = EDITION_NAMES


def _in_words(change: Change) -> Break:
    def make(draw: st.DrawFn, draft: Draft) -> AnnualReport:
        in_words(draft, draft.about["year"])
        change(draw, draft)
        return draft.report()

    return make


def _edition(draw: st.DrawFn, draft: Draft) -> AnnualReport:
    """Fill in the other edition, or a row of it."""
    (other,) = (name for name in EDITION_NAMES if name != draft.edition)
    changed = [row for row in rows(other) if row.table == "proactive_disclosure"]
    own = {row.address: row.layout for row in rows(draft.edition)}
    layouts = {row.address: row.layout for row in changed if own.get(row.address) != row.layout}
    table = Draft(other).report().proactive_disclosure
    changes: dict[str, object] = {"proactive_disclosure": table}
    if draw(st.booleans()):
        name = draw(st.sampled_from(sorted(layouts))).rpartition(".")[2]
        changes = {f"proactive_disclosure.{name}": getattr(table, name)}
    return draft.report().replace(changes)


def _missing(draw: st.DrawFn, draft: Draft) -> AnnualReport:
    """Leave out a table, a group or a row."""
    return draft.report().replace({draw(_parts(draft.edition)): None})


@lru_cache(maxsize=8)
def _parts(edition: str) -> st.SearchStrategy[str]:
    found = [cell.address.split(".") for cell in cells(edition)]
    parts = {".".join(path[:end]): None for path in found for end in range(1, len(path))}
    return st.sampled_from(list(parts))


def _blank(draw: st.DrawFn, draft: Draft) -> AnnualReport:
    for address in draw(_cells(draft.edition)):
        draft.blank(address)
    return draft.report()


@lru_cache(maxsize=8)
def _cells(edition: str) -> st.SearchStrategy[list[str]]:
    found = [cell.address for cell in cells(edition)]
    return st.lists(st.sampled_from(found), min_size=1, max_size=4)


def _fee_unit(draw: st.DrawFn, draft: Draft) -> AnnualReport:
    """State the fees in yuan, or a procurement total without its unit."""
    row = FEES_ROW if draft.edition == EDITION_NAMES[-1] else PROCUREMENT_ROW
    unit = Unit.YUAN if row == FEES_ROW else None
    amount = Entry(Matter.MONEY, (Part(row, "amount", MONEY_UNIT),))
    draft.add(amount, draw(st.integers(1, 99)))
    return draft.report().replace({f"{row}.unit": unit})


def _rule_making(draw: st.DrawFn, draft: Draft) -> AnnualReport:
    found = [entry for entry in entries(draft.edition) if entry.is_rule_making]
    draft.add(draw(st.sampled_from(found)), draw(st.integers(1, 9)))
    return draft.report()


def _late(draw: st.DrawFn, draft: Draft) -> AnnualReport:
    last = date(draft.about["year"] + 1, 3, 31)
    draft.about["published"] = last + timedelta(draw(st.integers(1, 270)))
    return draft.report()


def _early(draw: st.DrawFn, draft: Draft) -> AnnualReport:
    last = date(draft.about["year"], 12, 31)
    draft.about["published"] = last - timedelta(draw(st.integers(0, 300)))
    return draft.report()


_ABOVE_TOWNSHIPS = tuple(level for level in Level if level is not Level.TOWNSHIP)

FAULTS: Mapping[str, Fault] = {
    **{rule: Fault(make=_in_words(change)) for rule, change in WRONG_WORDS.items()},
    "text.accountability": Fault(
        make=_in_words(WRONG_WORDS["text.accountability"]), government=True
    ),
    "text.fees_mentioned": Fault(
        make=_in_words(WRONG_WORDS["text.fees_mentioned"]), editions=EDITION_NAMES[-1:]
    ),
    "form.edition": Fault(make=_edition),
    "form.missing": Fault(make=_missing),
    "cell.blank": Fault(make=_blank),
    "cell.fee_unit": Fault(make=_fee_unit),
    "proactive.rule_making_power": Fault(make=_rule_making, levels=(Level.TOWNSHIP, Level.COUNTY)),
    "publication.deadline": Fault(make=_late, levels=_ABOVE_TOWNSHIPS),
    "publication.too_early": Fault(make=_early),
}
"""By rule id. Relations are broken by ``moves``."""
