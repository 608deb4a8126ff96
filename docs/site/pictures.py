"""Makes the pictures of the documentation from real output: ``python docs/site/pictures.py``.

Needs Chromium with its driver, LibreOffice, and the extras of ``dev`` and ``docs``. Beside the
pictures stands ``made-from.json`` with a digest of what each shows, by which a test sees that a
picture is no longer today's output.
"""

import hashlib
import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import govdisclosure as gd

DOCS = Path(__file__).parent.parent
ROOT = DOCS.parent
PICTURES = DOCS / "pictures"
DIGESTS = PICTURES / "made-from.json"
SAMPLE = "examples/township-2023-wrong-totals.docx"
_LANGUAGES = {"en": "en", "zh-CN": "zh"}
_COLUMNS = 110


def _checked() -> gd.Reviewed:
    reading = gd.read(ROOT / SAMPLE)
    return gd.Reviewed(
        source="draft.docx",
        subject=reading,
        review=gd.check(reading),
        corrections=gd.suggest(reading),
    )


def terminal_output(language: str) -> str:
    """Return what ``check`` prints of the sample on a terminal, with its colours."""
    settings = gd.Settings(language=language, colour=True, width=_COLUMNS)
    return f"$ govdisclosure check draft.docx\n{gd.write_review([_checked()], 'text', settings)}"


def review_page(language: str) -> str:
    """Return the page that ``check --format html`` writes of the sample."""
    return str(gd.write_review([_checked()], "html", gd.Settings(language=language)))


def workbook() -> bytes:
    """Return the sample as a workbook."""
    return gd.write(gd.read(ROOT / SAMPLE).report, "xlsx")


def workbook_shown() -> str:
    """Return what the workbook shows, as text: two workbooks may differ in bytes alone."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbook()), data_only=True)
    return "\n".join(
        f"{sheet.title}\t{cell.coordinate}\t{cell.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )


_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #282828; }}
pre {{ margin: 0; padding: 18px 22px; color: #d5d8d6; }}
pre {{ font: 16px/1.5 "Noto Sans Mono CJK SC", monospace; }}
</style><pre>{code}</pre>"""


def _terminal(language: str, picture: Path) -> None:
    from rich.console import Console
    from rich.terminal_theme import SVG_EXPORT_THEME
    from rich.text import Text

    console = Console(record=True, width=_COLUMNS, file=io.StringIO())
    console.print(Text.from_ansi(terminal_output(language)))
    _photograph(
        console.export_html(theme=SVG_EXPORT_THEME, code_format=_TERMINAL, inline_styles=True),
        picture,
        at="document.querySelector('pre')",
        whole=True,
    )


def _review(language: str, picture: Path) -> None:
    marked = "document.querySelector('td.marked').closest('table')"
    _photograph(review_page(language), picture, at=marked)


def _photograph(page: str, picture: Path, *, at: str, whole: bool = False) -> None:
    """Save a picture of a page, from the element *at* down; of the *whole* element or a screen."""
    from selenium import webdriver

    program = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        sys.exit("Chromium and chromedriver are needed")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in (
        *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
        *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
        "--hide-scrollbars",
    ):
        options.add_argument(argument)
    with (
        tempfile.TemporaryDirectory() as work,
        webdriver.Chrome(options=options, service=webdriver.ChromeService(driver)) as browser,
    ):
        path = Path(work) / "page.html"
        path.write_text(page, encoding="utf-8")
        size = {"width": 1100, "height": 760, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(path.as_uri())
        element = browser.execute_script(f"const it = {at}; it.scrollIntoView(); return it")
        if whole:
            element.screenshot(str(picture))
        else:
            browser.save_screenshot(str(picture))


def _workbook(picture: Path) -> None:
    import pypdfium2

    with tempfile.TemporaryDirectory() as work:
        book = Path(work) / "report.xlsx"
        book.write_bytes(workbook())
        command = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless"]
        subprocess.run(
            [*command, "--convert-to", "pdf", "--outdir", work, str(book)],
            check=True,
            capture_output=True,
        )
        pages = pypdfium2.PdfDocument(Path(work) / "report.pdf")
        wanted = next(
            page for page in pages if "一、本年新收" in page.get_textpage().get_text_bounded()
        )
        wanted.render(scale=1.3).to_pil().convert("P", palette=1).save(picture, optimize=True)


PICTURE_OF: dict[str, tuple[Callable[[], str], Callable[[Path], None]]] = {
    **{
        f"terminal.{name}.png": (partial(terminal_output, code), partial(_terminal, code))
        for name, code in _LANGUAGES.items()
    },
    **{
        f"review.{name}.png": (partial(review_page, code), partial(_review, code))
        for name, code in _LANGUAGES.items()
    },
    "workbook.png": (workbook_shown, _workbook),
}
"""By picture: the text that it shows, and what makes it."""


def digest(text: str) -> str:
    """Return the digest of what a picture shows."""
    return hashlib.sha256(text.encode()).hexdigest()


def main() -> None:
    """Make every picture anew."""
    PICTURES.mkdir(exist_ok=True)
    for name, (_, make) in PICTURE_OF.items():
        make(PICTURES / name)
    digests = {name: digest(shown()) for name, (shown, _) in PICTURE_OF.items()}
    DIGESTS.write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
