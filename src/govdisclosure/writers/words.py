"""Small texts that all writers share: the title, and numbers as they are printed."""

from decimal import Decimal

from ..findings import Number
from ..records import AnnualReport
from ..wording import Wording


def title_of(report: AnnualReport) -> Wording:
    """Return the report's title, or one made of the body's name and the year."""
    if report.title:
        return Wording(report.title, report.title)
    name = report.agency.name or ""
    year = f"{report.year}年" if report.year else ""
    return Wording(
        f"{name}{year}政府信息公开工作年度报告",
        " ".join(
            part
            for part in ("Annual report on open government information", str(report.year or ""))
            if part
        ),
    )


def number(value: Number | None) -> str:
    """Return a cell's value as printed: plain digits, nothing for a blank."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
