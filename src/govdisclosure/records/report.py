"""The annual report as one record: who reports on which year, and the six sections."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs

from ..errors import InvalidReport, Problem
from ..law import ogi
from ..wording import Wording
from . import addresses
from .form import choice, part, record, since
from .printing import Record, Table
from .proactive import ProactiveDisclosure
from .prose import Prose, check_text
from .remedies import Remedies
from .requests import Requests

FIRST_YEAR, LAST_YEAR = 1000, 9999
YEAR_EXPECTED = Wording("为四位数的年份或空", "a year of four digits, or null")
DATE_EXPECTED = Wording("为日期（YYYY-MM-DD）或空", "a date (YYYY-MM-DD), or null")


class AgencyKind(StrEnum):
    """What kind of body reports."""

    DEPARTMENT = "department"
    GOVERNMENT = "government"
    OFFICE = "office"
    ORGANIZATION = "organization"


class Level(StrEnum):
    """The level of government that the body belongs to."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


class Scope(StrEnum):
    """Whose figures the report gives."""

    OWN = "own"
    """The body's own (本级)."""
    CONSOLIDATED = "consolidated"
    """The sum over the body's own office, departments and lower governments (汇总)."""


@attrs.frozen(kw_only=True, repr=False)
class Agency(Record):
    """The body that reports. ``code`` is its official code, such as the unified social credit code.

    Each of the four is None where the document does not say.
    """

    name: str | None = attrs.field(default=None, validator=check_text)
    kind: AgencyKind | None = choice(AgencyKind)
    level: Level | None = choice(Level)
    code: str | None = attrs.field(default=None, validator=check_text)


@attrs.frozen(kw_only=True)
class ReportKey:
    """What tells one report from another.

    ``agency`` is the code, or else the name. A government's own report and its consolidated one
    are different reports.
    """

    agency: str | None
    scope: Scope | None
    year: int | None


def is_year(value: object) -> bool:
    """Tell whether *value* is a year of four digits, or None."""
    return value is None or (type(value) is int and FIRST_YEAR <= value <= LAST_YEAR)


def _check_year(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not is_year(value):
        raise InvalidReport([Problem(attribute.name, value, YEAR_EXPECTED)])


def _check_date(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if value is not None and type(value) is not date:
        raise InvalidReport([Problem(attribute.name, value, DATE_EXPECTED)])


HEADINGS = "govdisclosure.headings"
"""Metadata key of a prose section: its printed heading by edition."""


def _prose(zh: str, en: str, *, zh_2019: str | None = None) -> Any:
    headings = since({"2019": Wording(zh_2019 or zh, en), "2021": Wording(zh, en)})
    return record(Prose, default=None, **{HEADINGS: headings})


_CONTENTS_OF_TABLES = {
    "proactive_disclosure": ogi("20, 50(1)"),
    "requests": ogi("50(2)"),
    "remedies": ogi("50(3)"),
}


@attrs.frozen(kw_only=True, repr=False)
class AnnualReport(Table):
    """An annual report on open government information (政府信息公开工作年度报告).

    It holds what the document says, even if it is wrong. A table, block or row that the document
    lacks is None; a blank cell is None in a row that is there; neither is ever zero.

    Source: Regulations, art. 49 and 50; the form in its 2019 and 2021 editions.
    """

    year: int | None = attrs.field(default=None, validator=_check_year)
    title: str | None = attrs.field(default=None, validator=check_text)
    agency: Agency = record(Agency)
    scope: Scope | None = choice(Scope)
    published: date | None = attrs.field(default=None, validator=_check_date)
    overview: Prose | None = _prose("一、总体情况", "Overview")
    proactive_disclosure: ProactiveDisclosure | None = part(
        Wording("二、主动公开政府信息情况", "Proactive disclosure"),
        _CONTENTS_OF_TABLES["proactive_disclosure"],
        ProactiveDisclosure,
    )
    requests: Requests | None = part(
        Wording("三、收到和处理政府信息公开申请情况", "Requests received and handled"),
        _CONTENTS_OF_TABLES["requests"],
        Requests,
    )
    remedies: Remedies | None = part(
        {
            "2019": Wording(
                "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
                "Administrative reconsideration and litigation",
            ),
            "2021": Wording(
                "四、政府信息公开行政复议、行政诉讼情况",
                "Administrative reconsideration and litigation",
            ),
        },
        _CONTENTS_OF_TABLES["remedies"],
        Remedies,
    )
    problems: Prose | None = _prose(
        "五、存在的主要问题及改进情况",
        "Main problems and improvements",
        zh_2019="五、政府信息公开工作存在的主要问题及改进情况",
    )
    other_matters: Prose | None = _prose("六、其他需要报告的事项", "Other matters to report")

    @classmethod
    def blank_form(cls, edition_name: str, *, fill: int | None = None) -> "AnnualReport":
        """Return an empty form of an edition: every row it asks for, every cell *fill*.

        Raises:
            UnknownName: there is no edition of that name.
        """
        return addresses.blank_form(cls, edition_name, fill)

    @property
    def key(self) -> ReportKey:
        """What tells this report from another."""
        return ReportKey(
            agency=self.agency.code or self.agency.name, scope=self.scope, year=self.year
        )

    def get(self, address: str) -> object:
        """Return what stands at *address*: a cell's value, a row, a table, ``agency.name``.

        None where the report has a blank there, lacks the row, or has it in another layout.

        Raises:
            UnknownName: the form has no such address.
        """
        return addresses.get(self, address)

    def replace(self, changes: Mapping[str, object]) -> "AnnualReport":
        """Return a report with the values at some addresses changed.

        Rows and tables can be replaced as well as cells; a row is replaced before its cells.

        Raises:
            UnknownName: the form has no such address.
            InvalidReport: a value may not stand there, or the report lacks the row of a cell or
                has it in another layout (replace the row first). All problems are listed.
        """
        return addresses.replace(self, changes)

    def cells(self) -> Iterator[tuple[str, int | Decimal | None]]:
        """Iterate over the cells that the report has, as (address, value), in the form's order."""
        return addresses.cells_of(self)
