"""Whatever is called a PDF: a reading, or a sentence that says what is wrong, in bounded time."""

import io
import zlib
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

import govdisclosure as gd
from govdisclosure.strategies.documents.writing import written
from paper import Paper, by_pdf, drawn, raw_pdf, stream
from running import EXAMPLES, run
from test_damage import numbered

PAGE = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>"
CATALOG = b"<</Type /Catalog /Pages 2 0 R>>"


@pytest.fixture(scope="module")
def whole():
    """A report on paper."""
    return by_pdf(written(numbered("2021", Random(7))))


def outcome(data, **given):
    """The reading, or the error that the library raised on purpose."""
    try:
        return gd.read(data, **given)
    except (gd.UnreadableDocument, gd.NoReport) as error:
        return error


def test_a_pdf_is_told_from_its_content_also_after_other_bytes(whole, tmp_path):
    file = tmp_path / "report.txt"
    file.write_bytes(b"\r\n-- sent by a printer --\r\n" + whole)
    assert gd.read(file).report == gd.read(whole).report
    assert isinstance(outcome(b" " * 1100 + whole), (gd.UnreadableDocument, gd.NoReport))


def test_another_format_called_pdf_is_told_from_its_content(tmp_path):
    text = (EXAMPLES / "township-2023.txt").read_bytes()
    file = tmp_path / "report.pdf"
    file.write_bytes(text)
    assert gd.read(file).report == gd.read(text).report


def test_a_folder_is_searched_for_pdfs(whole, tmp_path):
    (tmp_path / "one.pdf").write_bytes(whole)
    assert "one.pdf" in run("check", tmp_path, "--format", "json").stdout


def test_nothing_of_the_library_below_is_printed(whole, capfd):
    """A font without a box is something that it warns of."""
    font = b"/Font <</F 5 0 R>>"
    page = drawn(
        stream(b"BT /F 9 Tf 50 700 Td (words) Tj ET"),
        resources=font,
        more=[b"<</Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor <</FontBBox null>>>>"],
    )
    outcome(page)
    outcome(whole[:-2000])
    assert capfd.readouterr() == ("", "")


# ---------------------------------------------------------------- what is refused


def locked():
    paper = Paper()
    paper.canvas._doc.encrypt = StandardEncryption("secret", canPrint=0)  # noqa: SLF001  # the canvas takes it at its making only
    paper.text(50, 50, "words")
    return paper.finished()


def test_a_password_is_asked_for_in_words():
    error = outcome(locked())
    assert isinstance(error, gd.UnreadableDocument)
    assert "password" in error.wording.en
    assert "密码" in error.wording.zh


FONT = b"/Font <</F 5 0 R>>"
SHOWN = b"BT /F 9 Tf 50 700 Td <0001> Tj ET"


def with_font(descendant, *more, table=b""):
    """A page with a font of its own making."""
    return drawn(
        stream(SHOWN),
        resources=FONT,
        more=[
            b"<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H "
            b"/DescendantFonts [6 0 R] %b>>" % table,
            b"<</Type /Font /Subtype /CIDFontType2 /BaseFont /X %b>>" % descendant,
            *more,
        ],
    )


def grouped_font():
    """A font file whose table of characters is one range of four thousand million."""
    groups = b"\0\x0c" + b"\0" * 10 + (1).to_bytes(4, "big")
    groups += b"".join(n.to_bytes(4, "big") for n in (0, 2**32 - 2, 0))
    table = b"\0\0\0\1" + b"\0\3\0\x0a" + (12).to_bytes(4, "big") + groups
    head = b"\0\1\0\0\0\1\0\0\0\0\0\0" + b"cmap" + b"\0" * 4 + (28).to_bytes(4, "big")
    return head + len(table).to_bytes(4, "big") + table


HOSTILE = {
    "a loop of pages": (
        raw_pdf(
            [
                CATALOG,
                b"<</Type /Pages /Kids [2 0 R 3 0 R] /Count 9>>",
                b"<</Type /Pages /Kids [2 0 R]>>",
            ]
        ),
        "no text",
    ),
    "thousands of pages": (
        raw_pdf(
            [
                CATALOG,
                b"<</Type /Pages /Kids ["
                + b" ".join(b"%d 0 R" % i for i in range(3, 3003))
                + b"]>>",
                *[PAGE] * 3000,
            ]
        ),
        "more than 300 pages",
    ),
    "a stream of gigabytes": (drawn(stream(b"0" * (2**28))), "unpacks to more"),
    "a stream within a stream": (
        drawn(
            stream(zlib.compress(b"0" * 2**28, 9)).replace(
                b"/FlateDecode", b"[/FlateDecode /FlateDecode]"
            )
        ),
        "unpacks to more",
    ),
    "many streams": (
        drawn(stream(b" " * 2**24)).replace(
            b"/Contents 4 0 R", b"/Contents [" + b"4 0 R " * 40 + b"]"
        ),
        "instructions",
    ),
    "a million lines": (drawn(stream(b"0 0 m 9 9 l S\n" * 55_000)), "characters and lines"),
    "a million areas": (drawn(stream(b"0 0 9 9 re f\n" * 55_000)), "characters and lines"),
    "long instructions": (drawn(stream(b"q Q " * 2**22)), "instructions"),
    "a form that draws itself many times": (
        drawn(
            stream(b"/A Do " * 9),
            resources=b"/XObject <</A 5 0 R>>",
            more=[
                stream(
                    b"/A Do " * 9,
                    b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                    b"/Resources <</XObject <</A %d 0 R>>>>" % (6 + i),
                )
                for i in range(12)
            ],
        ),
        "instructions",
    ),
    "a ruled page of a million cells": (
        drawn(
            stream(
                b"".join(b"%d 0 m %d 800 l S\n" % (4 * i, 4 * i) for i in range(1000))
                + b"".join(b"0 %d m 4000 %d l S\n" % (4 * i, 4 * i) for i in range(1000))
            ),
            box=b"0 0 4000 4000",
        ),
        "",
    ),
    "widths of characters that do not exist": (
        with_font(b"/W [0 4000000000 500]"),
        "table of characters",
    ),
    "words for characters that do not exist": (
        with_font(
            b"",
            stream(
                b"1 begincodespacerange <00000000> <ffffffff> endcodespacerange "
                b"1 beginbfrange <00000000> <fffffff0> <4e00> endbfrange"
            ),
            table=b"/ToUnicode 7 0 R",
        ),
        "table of characters",
    ),
    "the same in other signs": (
        with_font(
            b"",
            stream(
                b"1 beginbfrange (\\000\\000\\000\\000) (\\377\\377\\377\\377) <4e00> endbfrange"
            ),
            table=b"/ToUnicode 7 0 R",
        ),
        "table of characters",
    ),
    "a font file of characters that do not exist": (
        with_font(
            b"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity)>> "
            b"/FontDescriptor <</FontFile2 7 0 R>>",
            stream(grouped_font()),
        ),
        "table of characters",
    ),
    "a huge page": (drawn(stream(b"0 0 m 1 1 l S"), box=b"0 0 1e30 1e30"), "no text"),
    "words far beside the page": (
        drawn(
            stream(b"BT /F 9 Tf 50 700 Td (one) Tj 900000000000 0 Td (two) Tj ET"),
            resources=FONT,
            more=[b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"],
        ),
        "no table",
    ),
    "nothing but the first words": (b"%PDF-1.7", "damaged"),
    "half a megabyte of brackets": (b"%PDF-1.7\n1 0 obj " + b"[" * 500_000, "damaged"),
    "a list without an end": (raw_pdf([b"<</Type /Catalog /Pages 2 0 R>>", b"[" * 100_000]), ""),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_take_the_machine_is_refused_with_the_reason(name):
    data, says = HOSTILE[name]
    error = outcome(data)
    assert isinstance(error, (gd.UnreadableDocument, gd.NoReport))
    assert says in error.wording.en
    assert error.wording.zh


def test_limits_are_given_by_the_caller(whole):
    for name, limit in {
        "pages": 1,
        "unpacked": 2000,
        "instructions": 2000,
        "marks": 99,
        "seconds": 0,
    }.items():
        error = outcome(whole, limits=gd.Limits(**{name: limit}))
        assert isinstance(error, gd.UnreadableDocument), name


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_refused_or_read(whole, share):
    outcome(whole[: int(len(whole) * share)])


def test_a_bad_pdf_ends_the_command_with_two(tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(locked())
    result = run("check", file)
    assert result.exit_code == 2
    assert "password" in result.output


# ---------------------------------------------------------------- bytes changed at random


@pytest.fixture(scope="module")
def bare():
    """A short PDF whose instructions are not packed, so that a changed byte changes them."""
    paper = Paper()
    paper.canvas = type(paper.canvas)(paper.buffer, pageCompression=0, invariant=True)
    paper.paragraph("三、收到和处理政府信息公开申请情况")
    paper.row(["一、本年新收政府信息公开申请数量", *"1000001"], [100, *[40] * 7])
    return paper.finished()


@settings(max_examples=200)
@given(st.randoms(use_true_random=False))
def test_no_change_of_bytes_crashes_the_reader(bare, random):
    data = bytearray(bare)
    for _ in range(random.choice([1, 2, 5, 30])):
        at = random.randrange(len(data))
        piece = random.choice(
            [
                b"",
                b"0",
                b"-1",
                b"1e400",
                b"null",
                b"4 0 R",
                b"[",
                b">>",
                b"/",
                b"(",
                bytes([random.randrange(256)]),
            ]
        )
        data[at : at + random.randrange(4)] = piece
    outcome(bytes(data), format="pdf")


def test_a_file_object_is_read(whole):
    assert gd.read(io.BytesIO(whole)).report == gd.read(whole).report
