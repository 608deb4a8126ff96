"""Whatever is given to read(): a reading, or a sentence that says what is wrong; never a crash."""

import errno
import io
import os
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govdisclosure as gd
from govdisclosure.strategies.documents.text import by_tabs
from govdisclosure.strategies.documents.writing import written

TEXT = by_tabs(written(gd.AnnualReport.blank_form("2021", fill=0)))
DATA = TEXT.encode()
CORPUS = ("2023_huojia_shizhuangzhen.txt", "2023_huaian_hongzequ.txt")


def outcome(source, **given):
    """The reading, or the error that the library raised on purpose."""
    try:
        return gd.read(source, **given)
    except (gd.UnreadableDocument, gd.NoReport, gd.InvalidReport) as error:
        return error


@pytest.fixture
def path(tmp_path):
    """A file with a report."""
    file = tmp_path / "report.txt"
    file.write_bytes(DATA)
    return file


def test_paths_bytes_and_files_are_read_alike(path):
    expected = gd.read(DATA)
    with path.open("rb") as file:
        sources = (path, str(path), bytearray(DATA), memoryview(DATA), io.BytesIO(DATA), file)
        assert [gd.read(source) for source in sources] == [expected] * len(sources)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_the_encodings_that_are_told_are_read_alike(encoding):
    assert gd.read(TEXT.encode(encoding)).report == gd.read(DATA).report


@pytest.mark.parametrize(
    "data",
    [
        "r\xe9sum\xe9 \xe0 lire".encode("latin-1"),
        b"\x00\x01\x02\x03" * 20,
        TEXT.encode("utf-16-le"),
    ],
    ids=["Latin-1", "binary", "UTF-16 without a mark"],
)
def test_what_cannot_be_decoded_is_refused_with_the_encodings_that_were_tried(data):
    with pytest.raises(gd.UnreadableDocument, match="encodings tried: utf-8, gb18030"):
        gd.read(data)


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("https://example.org/report.txt", "download it first"),
        ("no such file", "no such file"),
        (os.curdir, "folder"),
        ("nul\0byte", "cannot be read"),
        ("x" * 5000, "cannot be read"),
        (io.StringIO("text"), "as binary"),
        (b"%PDF-1.7", "the PDF is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(source, says):
    error = outcome(source)
    assert isinstance(error, gd.UnreadableDocument)
    assert says in str(error)


def test_a_closed_file_is_refused():
    file = io.BytesIO(DATA)
    file.close()
    assert isinstance(outcome(file), gd.UnreadableDocument)


def test_a_file_without_permission_is_refused(path, monkeypatch):
    def refused(*_arguments, **_options):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refused)
    assert "permission" in str(outcome(path))


def test_a_text_that_is_no_report_is_told_what_was_expected():
    error = outcome("今天天气很好。".encode())
    assert isinstance(error, gd.NoReport)
    assert "二、主动公开政府信息情况" in error.wording.zh
    assert "二、主动公开政府信息情况" in error.wording.en


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("行\n" * 20_001, "lines"),
        ("a" * 5_000_000, "characters"),
        ("1 " * 40_000, "columns"),
        ("\t".join(["0"] * 10_000), "columns"),
        ("\t\t1.属于国家秘密\t0\t0\n" * 5_000, "rows"),
        (("\t".join(["0"] * 900) + "\n") * 100, "cells"),
    ],
    ids=["lines", "one line", "columns of spaces", "columns", "rows", "cells"],
)
def test_a_text_beyond_the_limits_is_refused_with_the_limit(text, says):
    error = outcome(text.encode())
    assert isinstance(error, gd.UnreadableDocument)
    assert says in str(error)


def test_limits_are_given_by_the_caller():
    limits = gd.Limits(size=len(DATA) - 1)
    assert "more than" in str(outcome(DATA, limits=limits))
    assert "lines" in str(outcome(DATA, limits=gd.Limits(lines=3)))


@settings(max_examples=150)
@given(st.text())
def test_no_text_crashes_the_reader(text):
    outcome(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=150)
@given(st.binary())
def test_no_bytes_crash_the_reader(data):
    outcome(data)


PIECES = st.sampled_from(
    ["", "0", "12", "/", "自然人", "总计", "1.属于国家秘密", "（七）总计", "三、本年度办理结果"]
)
LINES = st.one_of(
    st.lists(PIECES, max_size=16).map("\t".join),
    st.lists(PIECES, max_size=16).map("   ".join),
    st.sampled_from(["", "三、收到和处理政府信息公开申请情况", "- 3 -", "信息内容\t本年制发件数"]),
)


@settings(max_examples=150)
@given(st.lists(LINES, max_size=30))
def test_no_arrangement_of_pieces_of_tables_crashes_the_reader(lines):
    found = outcome("\n".join(lines).encode())
    if isinstance(found, gd.Reading):
        assert isinstance(gd.loads(gd.dumps(found.report)), gd.AnnualReport)


@pytest.mark.parametrize("name", CORPUS)
@pytest.mark.parametrize("seed", range(15))
def test_no_wreck_of_a_real_report_crashes_the_reader(name, seed, shared):
    """Lines shuffled, dropped and cut."""
    random = Random(seed)
    lines = (shared / "corpus" / name).read_text(encoding="utf-8").split("\n")
    lines = lines[: random.randint(1, len(lines))]
    lines = [line[: random.randint(0, 60)] if random.random() < 0.1 else line for line in lines]
    if random.random() < 0.5:
        random.shuffle(lines)
    outcome("\n".join(line for line in lines if random.random() > 0.1).encode())
