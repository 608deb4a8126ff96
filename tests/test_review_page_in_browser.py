"""The page of reviews in a real browser: quiet, marked where it should be, readable everywhere."""

import attrs
import pytest

import govdisclosure as gd
from browsing import accessibility_tree
from reviewed import everything, hostile, of_file, waiving
from running import BLANKS, WRONG

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
SCREENS = {"phone": 375, "tablet": 768, "desktop": 1400}


@pytest.fixture
def show(browser, tmp_path):
    """A function that opens the page of some reviews at a width."""

    def show(*entries, width=1100, language="zh", dark=False, medium=""):
        page = tmp_path / "review.html"
        settings = gd.Settings(language=language)
        page.write_text(gd.write_review(entries, "html", settings), encoding="utf-8")
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"media": medium, "features": [scheme]}
        )
        for log in ("browser", "performance"):
            browser.get_log(log)
        browser.get(page.as_uri())
        return page.as_uri()

    yield show
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


@LANGUAGES
def test_the_page_says_nothing_on_the_console_and_asks_for_nothing(browser, show, language):
    show(*everything(), language=language)
    assert browser.get_log("browser") == []
    events = [entry["message"] for entry in browser.get_log("performance")]
    assert len([e for e in events if '"Network.requestWillBeSent"' in e]) == 1


def test_markup_in_a_report_makes_no_element_and_runs_nothing(browser, show):
    show(hostile())
    script = "return document.querySelectorAll(arguments[0]).length"
    for selector in ("script", "img", "iframe", "object", "svg", "[onerror]", "h1 *", "h2 *"):
        assert browser.execute_script(script, selector) == 0
    assert browser.title == "检查结果"


def test_the_marks_are_on_the_right_cells(browser, show):
    show(of_file(WRONG))
    marked = browser.execute_script(
        """
        return [...document.querySelectorAll('td.marked')].map(cell => [
            cell.dataset.cell, cell.firstChild.data, cell.querySelector('a').textContent]);
        """
    )
    assert marked == [
        ["requests.outcomes.granted.total", "7", "1"],
        ["requests.outcomes.total.total", "10", "2"],
        ["remedies.reconsideration.total", "4", "3"],
    ]


def test_links_lead_from_a_cell_to_its_note_and_back(browser, show):
    show(of_file(WRONG))
    follow = """
        const link = document.querySelector(arguments[0]);
        link.click();
        const box = document.querySelector(':target').getBoundingClientRect();
        return [document.querySelector(':target').id, box.top >= 0 && box.top < innerHeight];
    """
    address = "remedies.reconsideration.total"
    assert browser.execute_script(follow, f"[data-cell='{address}'] a") == ["r1-note-3", True]
    back = browser.execute_script(follow, "#r1-note-3 a")
    assert back == ["r1-at-remedies-reconsideration-total", True]


@LANGUAGES
@pytest.mark.parametrize("screen", SCREENS)
def test_the_page_is_never_wider_than_the_screen(browser, show, screen, language):
    width = SCREENS[screen]
    show(*everything(), width=width, language=language)
    whole = "return [document.documentElement.scrollWidth, window.innerWidth]"
    content, seen = browser.execute_script(whole)
    assert seen == width
    assert content <= width


def test_on_a_wide_screen_the_message_stands_beside_the_table(browser, show):
    places = """
        const section = document.getElementById('r1-remedies').parentElement;
        const [table, notes] = ['.scroll', '.notes'].map(
            name => section.querySelector(name).getBoundingClientRect());
        return [notes.left - table.right, notes.top - table.top, table.top - notes.bottom];
    """
    show(of_file(WRONG), width=1400)
    beside, lower, _ = browser.execute_script(places)
    assert beside > 0
    assert abs(lower) < 2
    show(of_file(WRONG), width=375)
    _, _, above = browser.execute_script(places)
    assert above >= 0


CONTRAST = """
    const parse = colour => colour.match(/[\\d.]+/g).map(Number);
    const ground = element => {
        for (let e = element; e; e = e.parentElement) {
            const found = parse(getComputedStyle(e).backgroundColor);
            if (found.length < 4 || found[3] > 0) return found;
        }
        return parse(getComputedStyle(document.body).backgroundColor);
    };
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(
        v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
    ).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    let worst = [99, ''];
    for (const element of document.querySelectorAll('body *')) {
        const own = [...element.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (!own) continue;
        const colours = [parse(getComputedStyle(element).color), ground(element)].map(light);
        const ratio = (Math.max(...colours) + 0.05) / (Math.min(...colours) + 0.05);
        if (ratio < worst[0]) worst = [ratio, element.outerHTML.slice(0, 200)];
    }
    return worst;
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_can_be_read_on_its_ground(browser, show, dark):
    """The contrast that accessibility asks of small text, by day and by night."""
    report = of_file(WRONG)
    show(waiving(report, "remedies.total"), of_file(BLANKS), *everything()[2:], dark=dark)
    ratio, where = browser.execute_script(CONTRAST)
    assert ratio >= 4.5, where


def test_a_screen_reader_says_the_message_at_the_cell(browser, show):
    show(of_file(WRONG))
    tree = accessibility_tree(browser)
    described = [
        node["description"]["value"]
        for node in tree
        if node["role"]["value"] in ("cell", "gridcell")
        and node.get("description", {}).get("value")
    ]
    assert len(described) == 3
    assert "表四 行政复议：总计 4 ≠ 3（2 + 1），相差 1" in described[2]


def test_an_image_of_the_page_is_no_blank_sheet(browser, show):
    """What is marked is painted in other colours than the rest."""
    show(of_file(WRONG))
    colours = browser.execute_script(
        """
        const ground = cell => getComputedStyle(document.querySelector(cell)).backgroundColor;
        return ['remedies.reconsideration.total', 'remedies.reconsideration.upheld',
                'remedies.litigation.direct.total'].map(a => ground(`[data-cell='${a}']`));
        """
    )
    assert len(set(colours)) == 3


A4_BETWEEN_MARGINS = (688, 986)
"""Width and height of A4 within the page's margins, in CSS pixels."""


def test_on_paper_each_table_and_each_note_fits_on_a_page(browser, show):
    width, height = A4_BETWEEN_MARGINS
    entry = of_file(WRONG)
    entry = attrs.evolve(entry, source="很长的文件名" * 9 + ".txt")
    show(entry, width=width, medium="print")
    boxes = browser.execute_script(
        """
        return [...document.querySelectorAll('.scroll, .notes li, h2, h3, p')].map(
            box => [box.getBoundingClientRect().right, box.offsetHeight, box.scrollWidth]);
        """
    )
    assert max(right for right, _, _ in boxes) <= width
    assert max(wide for _, _, wide in boxes) <= width
    assert max(tall for _, tall, _ in boxes) <= height
