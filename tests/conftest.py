"""Settings of the test run."""

import os
import shutil
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

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CANNOT = "runs no browser: "

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared():
    """The folder with the form's definition and real documents, which is not in the repository."""
    folder = Path(os.environ.get("GOVDISCLOSURE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no folder {folder}: set GOVDISCLOSURE_SHARED to where it is")
    return folder


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """A headless Chromium with a profile of its own, which tells what it logs and loads."""
    webdriver = pytest.importorskip("selenium.webdriver", reason=f"{CANNOT}no selenium")
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip(f"{CANNOT}Chromium or chromedriver is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    found.get("about:blank")  # what the browser's own first page loads is none of ours
    yield found
    found.quit()


@pytest.fixture(scope="session")
def agreements():
    """On how many drawn inputs implementations must agree: GOVDISCLOSURE_AGREEMENTS, or 1,000."""
    return int(os.environ.get("GOVDISCLOSURE_AGREEMENTS", "1000"))


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
