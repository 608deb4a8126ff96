"""The entry point by which hypothesis knows the records of govdisclosure.

Hypothesis loads this module when it is imported. It stands outside of the package, so that neither
loads the other: the records are registered when both are there, and the strategies are loaded when
the first one is asked for.
"""

import sys
from typing import Any

PACKAGE = "govdisclosure"
RECORDS = (
    "Agency",
    "AnnualReport",
    "ByApplicant",
    "ByResult",
    "ClosedOtherwise",
    "Decisions",
    "Denied",
    "DocumentsInForce",
    "DocumentsPublished",
    "FeeItems",
    "FeesCollected",
    "ItemsAndDecisions",
    "Litigation",
    "NotProcessed",
    "Outcomes",
    "ProactiveDisclosure",
    "Procurement",
    "Prose",
    "Remedies",
    "Requests",
    "Unavailable",
)
"""The record classes of the form, by their public names."""


def hypothesis_loaded() -> None:
    """Register the records, if the package is there already; hypothesis calls this."""
    package = sys.modules.get(PACKAGE)
    if hasattr(package, RECORDS[-1]):
        register(package)


def package_loaded() -> None:
    """Register the records, if hypothesis is there already; the package calls this."""
    if hasattr(sys.modules.get("hypothesis"), "strategies"):
        register(sys.modules[PACKAGE])


def register(package: Any) -> None:
    """Tell hypothesis, for each record class, where its strategy comes from."""
    from hypothesis import strategies as st

    for name in RECORDS:
        st.register_type_strategy(getattr(package, name), _strategy)


def _strategy(kind: type[Any]) -> Any:
    from govdisclosure.strategies import records

    return records(kind)
