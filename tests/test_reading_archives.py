"""Archives: looked over before they are opened; whatever is in them, a clear error, soon."""

import io
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

import govdisclosure as gd

EXAMPLES = Path(__file__).parent.parent / "examples"
WORD = (EXAMPLES / "township-2023.docx").read_bytes()
BOOK = (EXAMPLES / "township-2023.xlsx").read_bytes()
BOTH = pytest.mark.parametrize("data", [WORD, BOOK], ids=["docx", "xlsx"])
MAIN = {WORD: "word/document.xml", BOOK: "xl/worksheets/sheet4.xml"}
TYPES = "[Content_Types].xml"


def packed(members, kind=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", kind) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def members(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_main(data, change):
    """The document with another main part."""
    found = members(data)
    found[MAIN[data]] = change(found[MAIN[data]])
    return packed(found)


def refusal(data, **given):
    with pytest.raises(gd.UnreadableDocument) as caught:
        gd.read(data, **given)
    assert re.search("[\u4e00-\u9fff]", caught.value.wording.zh)
    return str(caught.value)


ZEROS = 10 * 2**30


def zeros(size):
    """Nothing but zeros, deflated: a thousandth of the size."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = deflate.compress(bytes(1 << 24)) + deflate.flush(zlib.Z_FULL_FLUSH)
    return piece * (size >> 24) + deflate.flush()


def bomb(data, name, stated):
    """The document with a part that unpacks to 10 GB and is said to take *stated* bytes.

    The checksum is that of so many zeros: it gives nothing away.
    """
    packed_zeros = zeros(ZEROS)
    found = members(data)
    found[name] = b""
    made = packed(found)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        entry = archive.getinfo(name)
        offset = entry.header_offset
    checksum = zlib.crc32(bytes(stated)) if stated < 2**30 else 0
    fields = struct.pack("<III", checksum, len(packed_zeros), min(stated, 2**32 - 1))
    size = len(name.encode())
    head = made[offset : offset + 14] + fields + made[offset + 26 : offset + 30 + size]
    head = head[:8] + struct.pack("<H", 8) + head[10:]
    start = offset + 30 + size
    old = made[start : start + entry.compress_size]
    shift = len(packed_zeros) - len(old)
    body = made[:offset] + head + packed_zeros + made[start + len(old) :]
    return _directory_moved(body, shift, offset, name.encode(), fields)


def _directory_moved(body, shift, offset, name, fields):
    end = body.rindex(b"PK\x05\x06")
    directory = struct.unpack_from("<I", body, end + 16)[0] + shift
    made = bytearray(body)
    struct.pack_into("<I", made, end + 16, directory)
    at = directory
    while made[at : at + 4] == b"PK\x01\x02":
        named, extra, comment = struct.unpack_from("<HHH", made, at + 28)
        there = struct.unpack_from("<I", made, at + 42)[0]
        if made[at + 46 : at + 46 + named] == name:
            made[at + 10 : at + 12] = struct.pack("<H", 8)
            made[at + 16 : at + 28] = fields
        elif there > offset:
            struct.pack_into("<I", made, at + 42, there + shift)
        at += 46 + named + extra + comment
    return bytes(made)


MEASURED = """
import re, resource, sys
from pathlib import Path
import govdisclosure as gd
data = open(sys.argv[1], "rb").read()
gd.read(open(sys.argv[2], "rb").read())
used = resource.getrusage(resource.RUSAGE_SELF)
try:
    gd.read(data)
    print("a reading")
except gd.NoReport:
    print("no report")
except gd.UnreadableDocument as error:
    print(error)
now = resource.getrusage(resource.RUSAGE_SELF)
peak = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())
print(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime, int(peak[1]) // 1024)
"""


@BOTH
@pytest.mark.parametrize("stated", [ZEROS, 1000, 2**20])
def test_an_archive_that_unpacks_to_ten_gigabytes_is_refused(data, stated, tmp_path):
    """Whatever it says of itself: in 2 seconds of the processor, and 200 MB in all."""
    path, usual = tmp_path / "bomb", tmp_path / "usual"
    path.write_bytes(bomb(data, MAIN[data], stated))
    usual.write_bytes(data)
    assert path.stat().st_size < 11 * 2**20
    command = [sys.executable, "-c", MEASURED, str(path), str(usual)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    says, numbers = done.stdout.strip().rsplit("\n", 1)
    seconds, megabytes = map(float, numbers.split())
    assert seconds < 2
    assert megabytes < 200
    assert says not in ("a reading", "no report")


def test_what_is_not_read_is_not_unpacked():
    """A picture that lies about its size is never opened."""
    data = bomb(WORD, "word/media/image1.png", 1000)
    assert gd.read(data) == gd.read(WORD)


@BOTH
def test_too_many_members_are_refused(data):
    more = {f"word/media/{i}.png": b"" for i in range(2000)}
    assert "2,000 files" in refusal(packed(members(data) | more))


@BOTH
def test_markup_beyond_the_limit_is_refused(data):
    assert "1,000 bytes" in refusal(data, limits=gd.Limits(parts=1000))
    assert "at most 1,000" in refusal(data, limits=gd.Limits(unpacked=1000))


@BOTH
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_an_archive_cut_short_is_refused(data, share):
    assert "not complete" in refusal(data[: int(len(data) * share)])


@BOTH
def test_an_archive_with_a_changed_byte_is_refused_or_read_alike(data):
    """The checksums tell: what is read is what was written."""
    whole = gd.read(data)
    for at in range(0, len(data), len(data) // 60):
        mutant = bytearray(data)
        mutant[at] ^= 0x10
        try:
            assert gd.read(bytes(mutant)).report == whole.report
        except (gd.UnreadableDocument, gd.NoReport):
            continue


@BOTH
def test_an_encrypted_archive_is_told(data):
    locked = bytearray(packed(members(data)))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(re.escape(signature), bytes(locked)):
            locked[match.start() + at] |= 1
    assert "password" in refusal(bytes(locked))


@BOTH
def test_archives_within_the_archive_are_passed_over(data):
    inner = packed({"xl/workbook.xml": b"<!DOCTYPE x>"})
    assert gd.read(packed(members(data) | {"word/embeddings/more.xlsx": inner})) == gd.read(data)


@BOTH
@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(data, kind):
    assert "packed in a way" in refusal(packed(members(data), kind))


LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (i + 1, b"&l%d;" % i * 10) for i in range(20))


@BOTH
@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE w [<!ENTITY l0 "ha">' + LAUGHS + b"]>",
        b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        b'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
    ids=["laughs", "file", "address"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(data, declaration, encoding):
    def with_entities(content):
        body = content.partition(b"?>")[2]
        text = (b"<?xml version='1.0'?>" + declaration + body).decode()
        return text.encode(encoding)

    assert "entities" in refusal(with_main(data, with_entities))


@BOTH
def test_an_encoding_that_hides_a_declaration_is_refused(data):
    def hidden(content):
        return b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-' + content

    assert "UTF-7" in refusal(with_main(data, hidden))


@BOTH
@pytest.mark.parametrize("deep", [b"<w:sdt><w:sdtContent>", b"<x>"])
def test_elements_nested_deeply_are_refused(data, deep):
    """In a row of a sheet, or in the body of a document."""
    tags = re.findall(rb"<([^>]+)>", deep)
    closing = b"".join(b"</%s>" % tag for tag in reversed(tags))

    def nested(content):
        start = b"<w:body>" if data is WORD else b"<sheetData>"
        inner = deep * 100_000 + closing * 100_000
        return content.replace(start, start + inner.replace(b"w:", b"w:" if data is WORD else b""))

    assert re.search("damaged inside|too deeply", refusal(with_main(data, nested)))


def test_what_lies_outside_is_not_fetched():
    """External relationships, of pictures, templates and links, are only names."""
    found = members(WORD)
    name = "word/_rels/document.xml.rels"
    kinds = ("image", "attachedTemplate", "hyperlink", "oleObject", "subDocument")
    more = "".join(
        f'<Relationship Id="x{kind}" TargetMode="External" Target="http://127.0.0.1:9/{kind}" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
        for kind in kinds
    )
    end = b"</Relationships>"
    found[name] = found[name].replace(end, more.encode() + end)
    assert gd.read(packed(found)) == gd.read(WORD)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (OLD + "EncryptedPackage".encode("utf-16-le") + bytes(64), "remove the password"),
        (OLD + "WordDocument".encode("utf-16-le") + bytes(64), "save it as .docx"),
        (OLD + "Workbook".encode("utf-16-le") + bytes(64), "save it as .xlsx"),
        (OLD, "save it as .docx or .xlsx"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "ODT document"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "ODS workbook"),
        (packed({"OFD.xml": b"<OFD/>"}), "OFD file"),
        (packed({TYPES: b"presentationml.presentation.main+xml"}), "PPTX"),
        (packed({TYPES: b"application/vnd.ms-excel.sheet.binary.macroEnabled.main"}), "XLSB"),
        (packed({"a.docx": b"x", "b/c.html": b"y"}), "2 files (a.docx, b/c.html)"),
        (packed({}), "0 files"),
        (b"{\\rtf1\\ansi text}", "RTF document"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "Word XML"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "web archive"),
        (b"PK\x03\x04 and no more", "not complete"),
    ],
)
def test_what_is_no_document_that_is_read_is_told_with_what_to_do(data, says):
    assert says in refusal(data)


def test_a_strict_document_is_told():
    found = members(WORD)
    found["_rels/.rels"] = found["_rels/.rels"].replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
        b"http://purl.oclc.org/ooxml/officeDocument/",
    )
    assert "Strict" in refusal(packed(found))


@BOTH
def test_the_name_says_nothing_of_the_format(data, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    assert gd.read(path) == gd.read(data)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (b"application/vnd.ms-word.document.macroEnabled.main+xml", WORD),
        (b"application/vnd.ms-excel.sheet.macroEnabled.main+xml", BOOK),
        (
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            WORD,
        ),
    ],
    ids=["docm", "xlsm", "dotx"],
)
def test_documents_with_macros_and_templates_are_read_as_others(kind, data):
    """Their macros are not looked at."""
    found = members(data)
    plain = (
        rb"application/vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|"
        rb"spreadsheetml\.sheet)\.main\+xml"
    )
    found[TYPES] = re.sub(plain, kind, found[TYPES])
    assert kind in found[TYPES]
    assert gd.read(packed(found)).report == gd.read(data).report
