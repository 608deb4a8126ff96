"""Nothing that was read is lost: no report is overwritten, no file passed over in silence."""

import json
import shutil

import pytest

import govdisclosure as gd
from running import EXAMPLES, GOOD, WRONG, run


@pytest.fixture
def draft(tmp_path):
    """A draft in Word, in a folder of its own."""
    return shutil.copy(EXAMPLES / "township-2023-wrong-totals.docx", tmp_path / "draft.docx")


def test_findings_are_not_written_over_the_report(draft):
    before = draft.read_bytes()
    for output in (draft, draft.parent / "." / draft.name):
        result = run("check", draft, "-o", output, "--format", "text", "--force")
        assert result.exit_code == 2
        assert str(output) in result.stderr
    assert draft.read_bytes() == before


def test_findings_are_not_written_over_last_years_report(tmp_path):
    prior = shutil.copy(GOOD, tmp_path / "prior.txt")
    before = prior.read_bytes()
    result = run("check", WRONG, "--prior", prior, "-o", prior, "--force")
    assert result.exit_code == 2
    assert prior.read_bytes() == before


def test_findings_may_replace_findings_in_the_folder_that_is_checked(draft):
    output = draft.parent / "findings.json"
    for _ in range(2):
        assert run("check", draft.parent, "-o", output, "--force").exit_code in (1, 2)
        assert json.loads(output.read_text(encoding="utf-8"))["reports"]


def test_a_report_is_not_converted_over_itself(draft):
    before = draft.read_bytes()
    assert run("convert", draft, draft, "--force").exit_code == 2
    assert draft.read_bytes() == before


@pytest.mark.parametrize(("name", "start"), [("o.html", "<!doctype html>"), ("o.json", "{")])
def test_the_end_of_the_name_says_the_format(draft, name, start):
    output = draft.parent / name
    assert run("check", draft, "-o", output).exit_code == 1
    assert output.read_text(encoding="utf-8").lower().startswith(start)


@pytest.mark.parametrize("name", ["o.xlsx", "o.docx", "o.pdf", "o.DOC"])
def test_findings_are_no_office_document(draft, name):
    output = draft.parent / name
    result = run("check", draft, "-o", output)
    assert result.exit_code == 2
    assert ".csv" in result.stderr
    assert not output.exists()


@pytest.mark.parametrize("name", ["o.txt", "o", "o.pq", "o.json"])
def test_findings_of_data_are_a_table_or_refused(tmp_path, name):
    data = tmp_path / "reports.ndjson"
    data.write_text(gd.dumps(gd.read(WRONG).report) + "\n", encoding="utf-8")
    output = tmp_path / name
    assert run("check", data, "-o", output).exit_code == 2
    assert not output.exists()


@pytest.mark.parametrize("command", [["check"], ["collect"]])
def test_files_that_are_no_documents_are_told(draft, tmp_path_factory, command):
    for name in ("old.doc", "photo.jpg", "note.wps", ".hidden.doc", "~$draft.docx"):
        (draft.parent / name).write_bytes(b"x")
    more = ["-o", tmp_path_factory.mktemp("kept") / "dataset"] if command == ["collect"] else []
    said = run(*command, draft.parent, *more).stderr
    (line,) = [line for line in said.splitlines() if "old.doc" in line]
    assert "3 other files" in line
    assert ".hidden" not in line


def test_a_text_that_speaks_of_pdf_is_a_text():
    """What begins a PDF may stand in words; a real PDF has its end, or is no text."""
    text = GOOD.read_text(encoding="utf-8")
    reading = gd.read(("一个 PDF 文件以 %PDF-1.4 开头。\n" + text).encode())
    assert dict(reading.report.cells()) == dict(gd.read(GOOD).report.cells())


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_data_without_a_report_is_not_fine(tmp_path, content):
    """Nothing was checked, so nothing can be said to be right."""
    data = tmp_path / "reports.ndjson"
    data.write_text(content, encoding="utf-8")
    result = run("check", data)
    assert result.exit_code == 2
    assert "no report" in result.stderr
