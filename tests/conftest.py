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


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    """Messages are English unless a test asks for another language, whatever the machine's is."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def _unskipped(report):
    """Where nothing may be left out (``CI`` is set), a skip is a failure."""
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and CI is set: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    return _unskipped((yield))
