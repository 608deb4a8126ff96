"""What a browser makes of a page, waited for: it tells some things a moment later."""

import pytest

LONG = 30
"""Seconds that a browser may take."""


def waited(browser, found):
    """What a function of the browser returns, as soon as that is something."""
    support = pytest.importorskip("selenium.webdriver.support.wait")
    return support.WebDriverWait(browser, LONG).until(found)


def accessibility_tree(browser):
    """The nodes of the page as a screen reader has them, when all of its tables are there."""
    tables = browser.execute_script("return document.querySelectorAll('table').length")

    def whole(there):
        nodes = there.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        found = [n for n in nodes if not n["ignored"] and n["role"]["value"] in ("table", "grid")]
        return nodes if len(found) >= tables else None

    return waited(browser, whole)
