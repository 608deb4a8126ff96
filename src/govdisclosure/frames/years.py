"""Reports joined with the same body's report of the year before."""

from collections.abc import Iterable
from typing import Any

from ..errors import InvalidFrame, Problem
from ..relations import PRIOR
from ..wide import ABSENT, LAYOUT
from ..wording import Wording
from .adapting import Adapted, plain
from .extra import needed
from .keys import KEYS, has_keys, keys
from .notices import notice
from .planning import PRIOR_REPORT

_NEEDED = Wording(
    "有列 year，以及 agency.code 或 agency.name，才能找到上年报告",
    "a column year, and agency.code or agency.name, to find the reports of the year before",
)
_ONCE = Wording(
    "同一机关、口径、年度的报告只有一份；{agency}、{scope}、{year} 有 {number} 份",
    "one report of a body, scope and year; there are {number} of {agency}, {scope}, {year}",
)
_GAPS = Wording(
    "{number} 份报告缺少前一年的报告，而同一机关有更早的报告，跨年关系对它们不适用；"
    "其中有 {agency}（{year}）",
    "{number} report{number:s} {number:has|have} none of the year before, though there are earlier "
    "ones of the same body: relations between years do not apply to {number:it|them}; one is of "
    "{agency} ({year})",
)
_UNNAMED = Wording(
    "{number} 份报告没有写明机关或年度，跨年关系对它们不适用",
    "{number} report{number:s} {number:names|name} no body or no year: relations between years do "
    "not apply to {number:it|them}",
)


def joined(own: Adapted, prior: Adapted, columns: Iterable[str]) -> Any:
    """Return the rows of *own*, each with *columns* of the report of the year before beside it.

    The columns have the prefix ``prior.``. A report of an unknown body or year has none before.

    Raises:
        InvalidFrame: there is no column to join on, or two reports of *prior* have one key.
    """
    narwhals = needed("narwhals")
    for frame in (own, prior):
        _check_keys(frame)
    _check_once(prior)
    _tell_gaps(own, prior)
    asked = {
        plain(name): narwhals.col(plain(name.removeprefix(PRIOR)))
        for name in columns
        if name != PRIOR_REPORT + LAYOUT
    }
    there = plain(PRIOR_REPORT + LAYOUT)
    before = prior.lazy.select(
        *keys(prior, later=1), **asked, **{there: narwhals.lit("AnnualReport")}
    )
    rows = own.lazy.with_columns(*keys(own)).join(before, on=list(KEYS), how="left")
    return rows.with_columns(narwhals.col(there).fill_null(ABSENT))


def _check_keys(frame: Adapted) -> None:
    if not has_keys(frame):
        raise InvalidFrame([Problem("$", None, _NEEDED)])


def _check_once(prior: Adapted) -> None:
    narwhals = needed("narwhals")
    agency, scope, year = map(narwhals.col, KEYS)
    known = prior.lazy.select(*keys(prior)).filter(~agency.is_null(), ~year.is_null())
    counted = known.group_by(*KEYS).agg(narwhals.len().alias("number"))
    rows = counted.filter(narwhals.col("number") > 1).head(1).collect()
    for agency, scope, year, number in rows.select(*KEYS, "number").iter_rows():
        said = _ONCE.fill(agency=agency, scope=scope or "—", year=year, number=number)
        raise InvalidFrame([Problem("year", year, said)])


def _tell_gaps(own: Adapted, prior: Adapted) -> None:
    narwhals = needed("narwhals")
    who, year = list(KEYS[:2]), narwhals.col(KEYS[2])
    mine = own.lazy.select(*keys(own))
    unnamed = (narwhals.col(KEYS[0]).is_null() | year.is_null()).cast(narwhals.Int64).sum()
    (without,) = mine.select(number=unnamed).collect().row(0)
    if without:
        notice(_UNNAMED.fill(number=without))
    others = prior.lazy.select(*keys(prior, later=1))
    first = others.group_by(*who).agg(year.min().alias("first"))
    alone = mine.join(others, on=list(KEYS), how="anti").join(first, on=who, how="inner")
    gaps = alone.filter(narwhals.col("first") < year)
    found = gaps.select(
        number=narwhals.len(), agency=narwhals.col(KEYS[0]).min(), year=year.min()
    ).collect()
    number, agency, at = found.row(0)
    if number:
        notice(_GAPS.fill(number=number, agency=agency, year=at))
