"""Specimens: a small, right report of each edition, of a body that does not exist."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import attrs

from ..editions import edition as edition_named
from ..records import Agency, AgencyKind, AnnualReport, ByApplicant, Level, Prose, Requests, Scope

_AGENCY = Agency(
    name="岚川市云溪县财政局",
    kind=AgencyKind.DEPARTMENT,
    level=Level.COUNTY,
    code="11999999MB0000001X",
)
_OVERVIEW = Prose(heading="一、总体情况", paragraphs=("本年新收政府信息公开申请3件，答复3件。",))
_PROBLEMS = Prose(
    heading="五、存在的主要问题及改进情况",
    paragraphs=("公开的内容还不够具体。下一年逐项列明。",),
)
_OTHER_MATTERS = Prose(heading="六、其他需要报告的事项", paragraphs=("本年没有收取信息处理费。",))
_NUMBERS = {
    "requests.received": 3,
    "requests.outcomes.granted": 2,
    "requests.outcomes.denied.third_party_rights": 1,
    "requests.outcomes.total": 3,
}
"""Rows of table 三 with a number under natural persons and in total; all else is 0."""


def specimen(edition: str | None = None) -> AnnualReport:
    """Return the specimen of an edition, with every row; without one, with a few rows only.

    Raises:
        UnknownName: there is no edition of that name.
    """
    if edition is None:
        row = ByApplicant(natural_person=2, enterprise=1, total=3)
        return attrs.evolve(_described(2023), requests=Requests(received=row))
    found = edition_named(edition)
    report = AnnualReport.blank_form(found.name)
    zeros = {at: Decimal(0) if at.endswith(".amount") else 0 for at, _ in report.cells()}
    filled = report.replace({**zeros, **dict(_cells())})
    whole = _described(found.first_year)
    return attrs.evolve(
        whole,
        proactive_disclosure=filled.proactive_disclosure,
        requests=filled.requests,
        remedies=filled.remedies,
        overview=_OVERVIEW,
        problems=_PROBLEMS,
        other_matters=_OTHER_MATTERS,
    )


def _described(year: int) -> AnnualReport:
    return AnnualReport(
        year=year,
        title=f"{_AGENCY.name}{year}年政府信息公开工作年度报告",
        agency=_AGENCY,
        scope=Scope.OWN,
        published=date(year + 1, 1, 20),
    )


def _cells() -> Iterator[tuple[str, int]]:
    for row, number in _NUMBERS.items():
        yield f"{row}.natural_person", number
        yield f"{row}.total", number
