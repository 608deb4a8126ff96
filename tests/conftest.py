"""Settings of the test run."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Drawing a whole report takes milliseconds; a slow machine must not fail a test for it.
settings.register_profile(
    "default",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared():
    """The folder with the form's definition and real documents, which is not in the repository."""
    folder = Path(os.environ.get("GOVDISCLOSURE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no folder {folder}: set GOVDISCLOSURE_SHARED to where it is")
    return folder
