"""Anything that a record can hold, right or wrong: for what stores, shows or forwards reports."""

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st

from ..records import (
    Agency,
    AgencyKind,
    AnnualReport,
    FeesCollected,
    Kind,
    Level,
    Procurement,
    Prose,
    Scope,
    Unit,
)
from ..records.form import AMOUNT_DECIMALS, AMOUNT_DIGITS, MAX_COUNT, columns, parts

_Record = TypeVar("_Record")

_SMALL = st.integers(0, 9)
_ANY_KIND: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.COUNT: st.one_of(st.just(0), _SMALL, st.integers(0, MAX_COUNT)),
    Kind.CHANGE: st.one_of(st.just(0), st.integers(-9, 9), st.integers(-MAX_COUNT, MAX_COUNT)),
    Kind.AMOUNT: st.builds(
        lambda digits, decimals: Decimal(digits).scaleb(-decimals),
        st.one_of(st.integers(0, 99), st.integers(0, 10**AMOUNT_DIGITS - 1)),
        st.integers(0, AMOUNT_DECIMALS),
    ),
}
_UNITS: dict[type[Any], st.SearchStrategy[Any]] = {
    FeesCollected: st.sampled_from(Unit),
    Procurement: st.none() | st.sampled_from(Unit),
}
_TEXTS = st.text(max_size=8)
_PROSE = st.builds(
    Prose, heading=st.none() | _TEXTS, paragraphs=st.lists(_TEXTS, max_size=3).map(tuple)
)
_AGENCIES = st.builds(
    Agency,
    name=st.none() | _TEXTS,
    kind=st.none() | st.sampled_from(AgencyKind),
    level=st.none() | st.sampled_from(Level),
    code=st.none() | _TEXTS,
)


def any_numbers(kind: Kind) -> st.SearchStrategy[Any]:
    """Any number that a cell of a kind may hold, small ones often."""
    return _ANY_KIND[kind]


def any_records(
    kind: type[_Record], *, blanks: bool = True, absent: bool = True, small: bool = False
) -> st.SearchStrategy[_Record]:
    """Any records of a table, group or row: numbers that need not add up, rows of any layout.

    With *blanks*, cells may be blank; where rows may be *absent*, any part may be None; *small*
    keeps counts below ten.
    """
    fields: dict[str, st.SearchStrategy[Any]] = {}
    for name, column in columns(kind).items():
        values = _SMALL if small and column.kind is Kind.COUNT else _ANY_KIND[column.kind]
        fields[name] = st.none() | values if blanks else values
    for name, form in parts(kind).items():
        below = [
            any_records(layout, blanks=blanks, absent=absent, small=small)
            for layout in form.layouts
        ]
        fields[name] = st.one_of(*([st.none()] if absent else []), *below)
    if kind in _UNITS:
        fields["unit"] = _UNITS[kind]
    return st.builds(kind, **fields)


def any_reports(
    *, blanks: bool = True, absent: bool = True, small: bool = False
) -> st.SearchStrategy[AnnualReport]:
    """Any report that can be represented, however wrong: what a program must not lose or alter.

    The parameters are those of ``any_records``.
    """
    tables: dict[str, st.SearchStrategy[Any]] = {
        name: any_records(form.layouts[0], blanks=blanks, absent=absent, small=small)
        for name, form in parts(AnnualReport).items()
    }
    if absent:
        tables = {name: st.none() | table for name, table in tables.items()}
    prose = {name: st.none() | _PROSE for name in ("overview", "problems", "other_matters")}
    return st.builds(
        AnnualReport,
        year=st.none() | st.integers(2019, 2026) | st.integers(1000, 9999),
        title=st.none() | _TEXTS,
        agency=_AGENCIES,
        scope=st.none() | st.sampled_from(Scope),
        published=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        **prose,
        **tables,
    )
