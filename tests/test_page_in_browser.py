"""The web page in a real browser: quiet, inert, readable by ear, on a phone and on paper."""

from pathlib import Path

import pytest

import govdisclosure as gd
from browsing import accessibility_tree, waited
from hostile import HOSTILE
from running import BLANKS


@pytest.fixture
def show(browser, tmp_path):
    """A function that opens a report's page at a width, and returns the page's address."""

    def show(report, *, width=1100, english=False):
        page = Path(tmp_path) / "report.html"
        page.write_bytes(gd.write(report, "html", english=english))
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        for log in ("browser", "performance"):
            browser.get_log(log)
        browser.get(page.as_uri())
        return page.as_uri()

    return show


@pytest.fixture(scope="module")
def report():
    """A report with blanks, of the edition with more rows in table 二."""
    return gd.read(BLANKS).report


HURTFUL = gd.AnnualReport(
    year=2023,
    title=" ".join(HOSTILE),
    agency=gd.Agency(name=HOSTILE[0], code=HOSTILE[1]),
    overview=gd.Prose(heading=" ".join(HOSTILE), paragraphs=HOSTILE),
    requests=gd.AnnualReport.blank_form("2021").requests,
)


@pytest.mark.parametrize("english", [False, True])
def test_the_page_says_nothing_on_the_console_and_asks_for_nothing(browser, show, report, english):
    for shown in (report, HURTFUL):
        address = show(shown, english=english)
        assert browser.get_log("browser") == []
        events = [entry["message"] for entry in browser.get_log("performance")]
        requests = [e for e in events if '"Network.requestWillBeSent"' in e]
        assert len(requests) == 1
        assert address in requests[0]


def test_a_console_and_a_network_that_are_used_are_noticed(browser, tmp_path):
    page = tmp_path / "loud.html"
    page.write_text("<script>console.error('heard')</script><img src='missing.png'>")
    for log in ("browser", "performance"):
        browser.get_log(log)
    browser.get(page.as_uri())
    assert waited(browser, lambda there: "heard" in str(there.get_log("browser")))
    assert waited(browser, lambda there: "missing.png" in str(there.get_log("performance")))


def test_markup_in_a_report_makes_no_element_and_runs_nothing(browser, show):
    show(HURTFUL)
    script = "return document.querySelectorAll(arguments[0]).length"
    for selector in ("script", "img", "a", "iframe", "object", "svg", "[onerror]", "h1 *", "p *"):
        assert browser.execute_script(script, selector) == 0
    assert browser.title.startswith("<script>document.title = 'run'</script>")
    paragraphs = browser.execute_script(
        "return [...document.querySelectorAll('section > p')].map(p => p.textContent)"
    )
    assert "<img src=x onerror=\"document.title = 'run'\">" in paragraphs
    assert len(paragraphs) == len(HOSTILE)


# ---------------------------------------------------------------- for those who hear it


def heads_in_the_tree(browser, address):
    """Return role and name of each head of the cell at an address, as a screen reader has them."""
    tree = accessibility_tree(browser)
    roles = {
        node["backendDOMNodeId"]: (node["role"]["value"], node["name"]["value"])
        for node in tree
        if "backendDOMNodeId" in node and "name" in node and not node["ignored"]
    }
    root = browser.execute_cdp_cmd("DOM.getDocument", {})["root"]["nodeId"]

    def described(selector):
        found = browser.execute_cdp_cmd("DOM.querySelector", {"nodeId": root, "selector": selector})
        node = browser.execute_cdp_cmd("DOM.describeNode", {"nodeId": found["nodeId"]})["node"]
        return roles[node["backendNodeId"]]

    headers = browser.execute_script(
        "return document.querySelector(arguments[0]).getAttribute('headers')",
        f"[data-cell='{address}']",
    )
    return [described(f"[id='{head}']") for head in headers.split(" ")]


def test_a_figure_of_table_three_has_its_row_and_column_heads_in_the_tree(browser, show, report):
    show(report)
    address = "requests.outcomes.denied.third_party_rights.enterprise"
    assert heads_in_the_tree(browser, address) == [
        ("rowheader", "三、本年度办理结果"),
        ("rowheader", "（三）不予公开"),
        ("rowheader", "4.保护第三方合法权益"),
        ("columnheader", "申请人情况"),
        ("columnheader", "法人或其他组织"),
        ("columnheader", "商业企业"),
    ]


def test_a_figure_of_table_two_has_its_heads_in_the_tree(browser, show, report):
    show(report)
    assert heads_in_the_tree(browser, "proactive_disclosure.licensing.change") == [
        ("columnheader", "第二十条第（五）项"),
        ("columnheader", "本年增/减"),
        ("rowheader", "行政许可"),
    ]


def test_the_tables_are_tables_with_names_in_the_tree(browser, show, report):
    show(report)
    tree = accessibility_tree(browser)
    named = [n["name"]["value"] for n in tree if not n["ignored"] and n["role"]["value"] == "table"]
    assert named == [
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    ]


# ---------------------------------------------------------------- on a phone and on paper


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("width", [375, 768, 1100])
def test_the_page_is_never_wider_than_the_screen(browser, show, report, width, english):
    show(report, width=width, english=english)
    whole = "return [document.documentElement.scrollWidth, window.innerWidth]"
    content, screen = browser.execute_script(whole)
    assert screen == width
    assert content <= width


def test_on_a_phone_the_labels_stay_when_a_table_is_moved_aside(browser, show, report):
    show(report, width=375)
    left, seen, right = browser.execute_script(
        """
        const region = document.querySelector('#requests + .scroll');
        region.scrollLeft = 10000;
        const label = document.getElementById('requests-outcomes-denied-state_secret');
        const total = document.querySelector(
            "[data-cell='requests.outcomes.denied.state_secret.total']");
        const box = region.getBoundingClientRect();
        return [label.getBoundingClientRect().left - box.left, label.offsetWidth,
                box.right - total.getBoundingClientRect().right];
        """
    )
    assert abs(left) <= 2
    assert seen > 100
    assert right >= -1


A4_BETWEEN_MARGINS = (688, 986)
"""Width and height of A4 within the page's margins, in CSS pixels."""


def test_on_paper_each_table_is_as_wide_as_a4_at_most_and_fits_on_one_page(browser, show, report):
    width, height = A4_BETWEEN_MARGINS
    show(report, width=width)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    sizes = browser.execute_script(
        """
        return [...document.querySelectorAll('section.table')].map(section => [
            Math.max(...[...section.querySelectorAll('th, td, h2')].map(
                cell => cell.getBoundingClientRect().right)),
            section.offsetHeight]);
        """
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert len(sizes) == 3
    assert all(right <= width and tall <= height for right, tall in sizes)
