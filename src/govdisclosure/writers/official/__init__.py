"""The official layout of the report's sections, as boxes with spans, made from the record classes.

Every writer draws these boxes; none knows a row or a column of its own. A row or block that the
report lacks is not drawn, a blank is drawn empty, mixed layouts stand under heads of their own.
"""

from collections.abc import Callable, Iterator, Mapping

import attrs

from ...records import AnnualReport, Prose
from ...wording import Wording
from .boxes import Box, Role, Table
from .headings import SECTIONS, heading_of
from .proactive import head_with_unit, proactive
from .remedies import remedies
from .requests import requests

__all__ = [
    "SECTIONS",
    "Box",
    "Role",
    "Section",
    "Table",
    "head_with_unit",
    "heading_of",
    "sections",
    "tables",
]


@attrs.frozen(kw_only=True)
class Section:
    """A section of the report: its heading, and its paragraphs or its table."""

    name: str
    heading: Wording
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None


def sections(report: AnnualReport) -> Iterator[Section]:
    """Iterate over the sections that the report has, in the form's order.

    A section has the heading that the report prints, or else the official one.
    """
    for name in SECTIONS:
        found = getattr(report, name)
        heading = heading_of(report, name)
        if isinstance(found, Prose):
            yield Section(
                name=name,
                heading=Wording(found.heading or heading.zh, heading.en),
                paragraphs=found.paragraphs,
            )
        elif found is not None:
            yield Section(name=name, heading=heading, table=_TABLES[name](report, name))


def tables(report: AnnualReport) -> tuple[Table, ...]:
    """Return the report's tables, in the form's order, those that it lacks left out."""
    return tuple(section.table for section in sections(report) if section.table is not None)


_TABLES: Mapping[str, Callable[[AnnualReport, str], Table]] = {
    "proactive_disclosure": proactive,
    "requests": requests,
    "remedies": remedies,
}
