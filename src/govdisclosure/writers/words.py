"""Small texts that all writers share: the title, what stands below it, and printed numbers."""

from collections.abc import Iterator
from decimal import Decimal

from ..findings import Number
from ..records import AnnualReport, Level, Scope
from ..wording import Wording

SCOPES = {
    Scope.OWN: Wording("本级", "the body's own"),
    Scope.CONSOLIDATED: Wording("汇总", "consolidated"),
}
LEVELS = {
    Level.NATIONAL: Wording("国家级", "national"),
    Level.PROVINCE: Wording("省级", "province"),
    Level.CITY: Wording("市级", "city"),
    Level.COUNTY: Wording("县级", "county"),
    Level.TOWNSHIP: Wording("乡级", "township"),
}


def title_of(report: AnnualReport) -> Wording:
    """Return the report's title as printed, or one made of the body's name and the year.

    Only a made one has an English wording.
    """
    if report.title and report.title.strip():
        return Wording(report.title, "")
    year = "" if report.year is None else f"{report.year}年"
    english = "Annual report on open government information"
    return Wording(
        f"{report.agency.name or ''}{year}政府信息公开工作年度报告",
        english if report.year is None else f"{english}, {report.year}",
    )


def lines_below_title(report: AnnualReport) -> Iterator[Wording]:
    """Iterate over what is known of the report and not said by its title, a line each."""
    title = title_of(report).zh
    name, code, year = report.agency.name, report.agency.code, report.year
    if name and name not in title:
        yield Wording(f"报告机关：{name}", f"Reporting body: {name}")
    if code:
        yield Wording(f"机构代码：{code}", f"Code of the body: {code}")
    if year is not None and str(year) not in title:
        yield Wording(f"报告年度：{year}", f"Year reported on: {year}")
    if report.scope is not None:
        scope = SCOPES[report.scope]
        yield Wording(f"数据范围：{scope.zh}", f"Figures: {scope.en}")
    if report.published is not None:
        day = report.published.isoformat()
        yield Wording(f"发布日期：{day}", f"Published: {day}")


def number(value: Number | None) -> str:
    """Return a cell's value as printed: plain digits, nothing for a blank."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
