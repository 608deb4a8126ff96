"""An empty form to start from."""

from typing import Any

import attrs

from ..editions import EDITIONS, edition_due
from ..errors import InvalidReport, Problem
from ..wording import Wording
from .bridging import why_not_before
from .prose import Prose
from .report import HEADINGS, Agency, AnnualReport

_OF_YEAR_BEFORE = Wording(
    "为同一机关的上年报告（{why}）", "the same body's report of the year before ({why})"
)


def new_report(
    year: int, *, agency: Agency | str | None = None, prior: AnnualReport | None = None
) -> AnnualReport:
    """Return an empty report on *year*: every row of the edition due, every cell blank.

    The prose sections have their official headings. *prior* is the same body's report of the year
    before: the body, its scope and what was carried forward are taken from it; what it carried
    forward is what the new report carries in.

    Raises:
        InvalidReport: *year* is no year that an edition of the form is due for, or *prior* is not
            the same body's of the year before.
    """
    due = edition_due(year)
    if due is None:
        first = EDITIONS[0].first_year
        expected = Wording(f"为 {first} 年及以后的年份", f"a year from {first} on")
        raise InvalidReport([Problem("year", year, expected)])
    body = Agency(name=agency) if isinstance(agency, str) else agency
    if body is None:
        body = prior.agency if prior is not None else Agency()
    if prior is not None:
        why = why_not_before(AnnualReport(year=year, agency=body), prior)
        if why is not None:
            raise InvalidReport([Problem("prior", prior.key, _OF_YEAR_BEFORE.fill(why=why))])
    headings: dict[str, Any] = {
        field.name: Prose(heading=field.metadata[HEADINGS][due.name].zh)
        for field in attrs.fields(AnnualReport)
        if HEADINGS in field.metadata
    }
    form = AnnualReport.blank_form(due.name)
    report = attrs.evolve(
        form,
        year=year,
        title=f"{body.name}{year}年政府信息公开工作年度报告" if body.name else None,
        agency=body,
        scope=prior.scope if prior is not None else None,
        **headings,
    )
    carried = prior.get("requests.carried_out") if prior is not None else None
    return report if carried is None else report.replace({"requests.carried_in": carried})
