"""Our own documents, printed to PDF by the programs that people print with, read back equal."""

import shutil
import subprocess
from random import Random

import attrs
import pytest

import govdisclosure as gd
from conftest import CHROMIUM, SWITCHES
from running import EXAMPLES
from test_damage import numbered

NAMES = ("township-2023", "bureau-2020-blanks")


def reports():
    """The samples; a full report, a part blank and a blank one of each edition; a mixed one."""
    whole = [gd.loads((EXAMPLES / f"{name}.json").read_bytes()) for name in NAMES]
    first = whole[0]
    for edition in gd.EDITIONS:
        for share in (0.0, 0.2, 1.0):
            drawn = numbered(edition.name, Random(f"{edition.name} {share}"), blanks=share)
            whole.append(
                attrs.evolve(
                    drawn,
                    agency=gd.Agency(name="某县测试镇人民政府"),
                    overview=first.overview,
                    problems=first.problems,
                    other_matters=first.other_matters,
                )
            )
    other = whole[-3].proactive_disclosure
    mixed = whole[2].replace(
        {"proactive_disclosure.normative_documents": other.normative_documents}
    )
    return [*whole, mixed]


def assert_equal(report, data):
    """Assert that a PDF says what the report says, and that nothing needs telling."""
    reading = gd.read(data)
    assert (reading.missing, reading.unplaced, reading.notes) == ((), (), ())
    found = reading.report
    assert dict(found.cells()) == dict(report.cells())
    assert (found.year, found.title) == (report.year, report.title)
    assert found.agency.name == report.agency.name
    for name in ("overview", "problems", "other_matters"):
        assert getattr(found, name) == getattr(report, name)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    """A function that prints a web page by Chromium."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.skip("prints no page: Chromium is not installed")
    folder = tmp_path_factory.mktemp("chromium")

    def printed(page):
        (folder / "page.html").write_bytes(page)
        profile = f"--user-data-dir={folder / 'profile'}"
        out = f"--print-to-pdf={folder / 'page.pdf'}"
        command = [program, *SWITCHES, profile, "--no-pdf-header-footer", out, "page.html"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
        return (folder / "page.pdf").read_bytes()

    return printed


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory):
    """A function that prints documents of a format by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("prints no document: LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")

    def printed(documents, suffix):
        names = [f"{i}.{suffix}" for i in range(len(documents))]
        for name, data in zip(names, documents, strict=True):
            (folder / name).write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", *names]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
        return [(folder / f"{i}.pdf").read_bytes() for i in range(len(documents))]

    return printed


@pytest.mark.parametrize("number", range(len(reports())))
def test_a_web_page_printed_by_chromium_reads_back_equal(chromium, number):
    report = reports()[number]
    assert_equal(report, chromium(gd.write(report, "html")))


def test_word_documents_printed_by_libreoffice_read_back_equal(libreoffice):
    written = [gd.write(report, "docx") for report in reports()]
    for report, data in zip(reports(), libreoffice(written, "docx"), strict=True):
        assert_equal(report, data)


def test_web_pages_printed_by_libreoffice_read_back_equal(libreoffice):
    written = [gd.write(report, "html") for report in reports()]
    for report, data in zip(reports(), libreoffice(written, "html"), strict=True):
        assert_equal(report, data)


def test_web_pages_without_lines_printed_by_libreoffice_have_no_number_in_a_wrong_cell(libreoffice):
    """What cannot be told then is unplaced."""
    written = [gd.write(report, "html").replace(b' border="1"', b"") for report in reports()]
    for report, data in zip(reports(), libreoffice(written, "html"), strict=True):
        try:
            reading = gd.read(data)
        except gd.NoReport:
            continue
        right = dict(report.cells())
        wrong = {
            address: number
            for address, number in reading.report.cells()
            if number is not None and number != right.get(address)
        }
        assert wrong == {}
