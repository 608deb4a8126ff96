"""The programs of other worlds that tests talk to."""

import shutil

import pytest


def program(name):
    """The path of a program; a test that needs one which is not there is skipped."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found
