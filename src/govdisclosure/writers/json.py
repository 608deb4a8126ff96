"""A report as the contract's JSON, one object with its text readable."""

from ..records import AnnualReport
from ..wire import dumps


def write(
    report: AnnualReport,
    *,
    english: bool = False,  # noqa: ARG001  # the JSON has no labels
    prior: AnnualReport | None = None,  # noqa: ARG001  # every writer is called alike
) -> bytes:
    """Return the report as JSON (UTF-8)."""
    return (dumps(report, indent=2) + "\n").encode()
