"""The six sections, and their official headings."""

from collections.abc import Mapping  # noqa: TC003  # beside the names that are needed at run time

import attrs

from ...editions import EDITIONS, edition_due
from ...records import AnnualReport
from ...records.form import PART, parts
from ...records.report import HEADINGS
from ...wording import Wording

SECTIONS = tuple(
    field.name
    for field in attrs.fields(AnnualReport)
    if PART in field.metadata or HEADINGS in field.metadata
)
"""The six sections, in the form's order."""


def heading_of(report: AnnualReport, section: str) -> Wording:
    """Return the official heading of a section, by the edition due for the report's year."""
    field = attrs.fields_dict(AnnualReport)[section]
    form = parts(AnnualReport).get(section)
    labels: Mapping[str, Wording] = form.labels if form else field.metadata[HEADINGS]
    return labels[(edition_due(report.year) or EDITIONS[-1]).name]
