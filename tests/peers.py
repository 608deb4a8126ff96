"""The programs of other worlds that tests talk to."""

import shutil
from pathlib import Path

import pytest

JAVASCRIPT = Path(__file__).parent.parent / "examples" / "javascript"


def program(name):
    """The path of a program; a test that needs one which is not there is skipped."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def packages():
    """The folder of the JavaScript packages that the examples name; without them, a skip."""
    folder = JAVASCRIPT / "node_modules"
    if not folder.is_dir():
        pytest.skip("no JavaScript packages: run npm ci in examples/javascript")
    return folder
