"""Cases that prove an implementation of the rules in any language, and the run that proves it."""

from .answer import UnusableError
from .case import Case, Expected, complete
from .described import described_cases
from .drawn import drawn_cases
from .running import Failure, run
from .schemas import answer_schema, case_schema

__all__ = [
    "Case",
    "Expected",
    "Failure",
    "UnusableError",
    "answer_schema",
    "case_schema",
    "complete",
    "conformance_cases",
    "described_cases",
    "drawn_cases",
    "run",
]


def conformance_cases() -> tuple[Case, ...]:
    """Return the cases of the contract: those that are written down, then those drawn."""
    return (*described_cases(), *drawn_cases(DRAWN))


DRAWN = 24
"""How many drawn cases are part of the contract."""
