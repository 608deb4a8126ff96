"""What an example is: a report as far as it matters for a rule, and what a check found there."""

from decimal import Decimal

import attrs

from ..editions import EDITIONS, Edition
from ..findings import Finding
from ..records import AnnualReport
from ..wording import Wording

LAST = EDITIONS[-1]


@attrs.frozen
class Example:
    """A report as far as it matters for a rule, and what a check found there.

    ``states`` says what is in the report; every cell that it does not name is 0. ``found`` is
    what the rule says of it, None if nothing.
    """

    states: Wording
    found: Finding | None


@attrs.frozen
class Examples:
    """A report that keeps a rule, and one that breaks it."""

    kept: Example
    broken: Example


def zeros(edition: Edition = LAST) -> AnnualReport:
    """Return a report of an edition that states 0 in every cell."""
    report = AnnualReport.blank_form(edition.name, fill=None)
    amounts = {address for address, _ in report.cells() if address.endswith(".amount")}
    numbers = {a: Decimal(0) if a in amounts else 0 for a, _ in report.cells()}
    return report.replace({**numbers, "year": edition.first_year + 1})
