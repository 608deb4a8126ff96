"""Settings of the tests: two reports that differ are shown cell by cell."""

import pytest
from hypothesis import settings

import govdisclosure as gd
from govdisclosure.testing import (
    pytest_assertrepr_compare,  # noqa: F401  # a hook, which pytest finds here
)

# The first check of a process loads the rules, which takes longer than a test may by default.
settings.register_profile("board", deadline=None)
settings.load_profile("board")


@pytest.fixture
def zeros() -> gd.AnnualReport:
    """A report of nothing but zeros."""
    return gd.AnnualReport.blank_form("2021", fill=0).replace({"year": 2023})
