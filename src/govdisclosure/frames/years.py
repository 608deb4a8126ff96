"""Reports joined with the same body's report of the year before."""

from collections.abc import Iterable
from typing import Any

from ..errors import InvalidFrame, Problem
from ..relations import PRIOR
from ..wide import ABSENT, LAYOUT
from ..wording import Wording
from .adapting import Adapted, plain
from .extra import needed
from .notices import notice
from .planning import PRIOR_REPORT

_ON = ("join__agency", "join__scope", "join__year")
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
        *_on(prior, later=1), **asked, **{there: narwhals.lit("AnnualReport")}
    )
    rows = own.lazy.with_columns(*_on(own)).join(before, on=list(_ON), how="left")
    return rows.with_columns(narwhals.col(there).fill_null(ABSENT))


def _on(frame: Adapted, *, later: int = 0) -> list[Any]:
    """Return what reports are joined on; the scope may be unknown on both sides."""
    narwhals = needed("narwhals")
    text = narwhals.String
    names = [name for name in ("agency.code", "agency.name") if name in frame.types]
    agency = narwhals.coalesce(*[narwhals.col(plain(name)).cast(text) for name in names])
    scope = narwhals.lit("")
    if "scope" in frame.types:
        scope = narwhals.col("scope").cast(text).fill_null("")
    year = narwhals.col("year").cast(narwhals.Int64) + later
    return [found.alias(name) for found, name in zip((agency, scope, year), _ON, strict=True)]


def _check_keys(frame: Adapted) -> None:
    if "year" not in frame.types or not {"agency.code", "agency.name"} & frame.types.keys():
        raise InvalidFrame([Problem("$", None, _NEEDED)])


def _check_once(prior: Adapted) -> None:
    narwhals = needed("narwhals")
    agency, scope, year = map(narwhals.col, _ON)
    keys = prior.lazy.select(*_on(prior)).filter(~agency.is_null(), ~year.is_null())
    counted = keys.group_by(*_ON).agg(narwhals.len().alias("number"))
    rows = counted.filter(narwhals.col("number") > 1).head(1).collect()
    for agency, scope, year, number in rows.select(*_ON, "number").iter_rows():
        said = _ONCE.fill(agency=agency, scope=scope or "—", year=year, number=number)
        raise InvalidFrame([Problem("year", year, said)])


def _tell_gaps(own: Adapted, prior: Adapted) -> None:
    narwhals = needed("narwhals")
    who, year = list(_ON[:2]), narwhals.col(_ON[2])
    mine = own.lazy.select(*_on(own))
    unnamed = (narwhals.col(_ON[0]).is_null() | year.is_null()).cast(narwhals.Int64).sum()
    (without,) = mine.select(number=unnamed).collect().row(0)
    if without:
        notice(_UNNAMED.fill(number=without))
    others = prior.lazy.select(*_on(prior, later=1))
    first = others.group_by(*who).agg(year.min().alias("first"))
    alone = mine.join(others, on=list(_ON), how="anti").join(first, on=who, how="inner")
    gaps = alone.filter(narwhals.col("first") < year)
    found = gaps.select(
        number=narwhals.len(), agency=narwhals.col(_ON[0]).min(), year=year.min()
    ).collect()
    number, agency, at = found.row(0)
    if number:
        notice(_GAPS.fill(number=number, agency=agency, year=at))
