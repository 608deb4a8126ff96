"""Which office file it is: told from what is inside, and what to do with one that is not read."""

import re

from ..errors import UnreadableDocument
from ..wording import Wording
from .archives import Archive, told_as
from .limits import Limits

TYPES = "[Content_Types].xml"
"""The list of the parts of an Office file, and what each is."""
_MAIN_PARTS: dict[bytes, str] = {
    b"wordprocessingml.document.main+xml": "docx",
    b"wordprocessingml.template.main+xml": "docx",
    b"ms-word.document.macroEnabled.main+xml": "docx",
    b"ms-word.template.macroEnabledTemplate.main+xml": "docx",
    b"spreadsheetml.sheet.main+xml": "xlsx",
    b"spreadsheetml.template.main+xml": "xlsx",
    b"ms-excel.sheet.macroEnabled.main+xml": "xlsx",
    b"ms-excel.template.macroEnabled.main+xml": "xlsx",
}
"""What the main part of a document or workbook may be, plain or with macros (which never run)."""
_SAVE_AS_DOCX = Wording("请另存为 .docx", "save it as .docx")
_SAVE_AS_XLSX = Wording("请另存为 .xlsx", "save it as .xlsx")
_SAVE_AS_EITHER = Wording("请另存为 .docx 或 .xlsx", "save it as .docx or .xlsx")
_OTHER_PARTS = (
    (b"presentationml", Wording("演示文稿（PPTX）", "a presentation (PPTX)"), _SAVE_AS_DOCX),
    (
        b"ms-excel.sheet.binary",
        Wording("二进制工作簿（XLSB）", "a binary workbook (XLSB)"),
        _SAVE_AS_XLSX,
    ),
)
_KINDS = (
    ("OFD.xml", b"", Wording("OFD 版式文件", "an OFD file"), _SAVE_AS_DOCX),
    ("mimetype", b"opendocument.text", Wording("ODT 文档", "an ODT document"), _SAVE_AS_DOCX),
    (
        "mimetype",
        b"opendocument.spreadsheet",
        Wording("ODS 工作簿", "an ODS workbook"),
        _SAVE_AS_XLSX,
    ),
    ("mimetype", b"epub", Wording("EPUB 电子书", "an EPUB book"), _SAVE_AS_DOCX),
    (
        "mimetype",
        b"opendocument",
        Wording("OpenDocument 文件", "an OpenDocument file"),
        _SAVE_AS_EITHER,
    ),
)
"""Other archives: by a file in them, and what it begins with."""
_STREAMS = (
    (
        "WordDocument",
        Wording("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word or WPS document (.doc, .wps)"),
        _SAVE_AS_DOCX,
    ),
    (
        "Workbook",
        Wording("旧版 Excel 或 WPS 表格（.xls、.et）", "an old Excel or WPS workbook (.xls, .et)"),
        _SAVE_AS_XLSX,
    ),
    ("Book", Wording("旧版 Excel 工作簿（.xls）", "an old Excel workbook (.xls)"), _SAVE_AS_XLSX),
)
"""Old office files, by the name of their main stream."""
_OLE2 = Wording("旧版办公文件（OLE2）", "an old office file (OLE2)")
_TEXTS = (
    (re.compile(rb"\A\s*\{\\rtf"), Wording("RTF 文档", "an RTF document"), _SAVE_AS_DOCX),
    (
        re.compile(rb"<\?mso-application\s+progid=\"Word\.|<pkg:package\s"),
        Wording("Word XML 文档", "a Word XML document"),
        _SAVE_AS_DOCX,
    ),
    (
        re.compile(rb"<\?mso-application\s+progid=\"Excel\."),
        Wording("XML 电子表格", "an XML spreadsheet"),
        _SAVE_AS_XLSX,
    ),
    (
        re.compile(rb"\A\s*MIME-Version:", re.IGNORECASE),
        Wording("网页归档（MHT）", "a web archive (MHT)"),
        Wording("请另存为网页（.html）", "save it as a web page (.html)"),
    ),
)
"""Office documents that are one text, by what stands in their beginning."""
_BEGINNING = 1024
_NOT_READ = Wording("是{what}，不读取这种格式；{todo}", "{what}, which is not read: {todo}")


def office_format(data: bytes, limits: Limits) -> str:
    """Return whether a ZIP archive is a Word document (``"docx"``) or a workbook (``"xlsx"``).

    Raises:
        UnreadableDocument: it is neither, is damaged, or goes beyond *limits*.
    """
    archive = Archive.opened(data, limits)
    names = {name.replace("\\", "/").lstrip("/"): name for name in archive.names}
    if TYPES in names:
        types = archive.unpacked(names[TYPES]).replace(b"\0", b"")
        for part, name in _MAIN_PARTS.items():
            if part in types:
                return name
        for part, what, todo in _OTHER_PARTS:
            if part in types:
                raise UnreadableDocument(_NOT_READ.fill(what=what, todo=todo))
    for name, begins, what, todo in _KINDS:
        if name in names and begins in archive.unpacked(names[name]):
            raise UnreadableDocument(_NOT_READ.fill(what=what, todo=todo))
    listed = [name for name in names if not name.endswith("/")]
    raise UnreadableDocument(_ZIP.fill(number=len(listed), names=told_as(listed)))


def old_office(data: bytes) -> Wording:
    """Return what is to be said of an OLE2 file: it is old, or locked by a password."""
    if _stream("EncryptedPackage") in data:
        return _LOCKED
    for stream, what, todo in _STREAMS:
        if _stream(stream) in data:
            return _NOT_READ.fill(what=what, todo=todo)
    return _NOT_READ.fill(what=_OLE2, todo=_SAVE_AS_EITHER)


def other_office(data: bytes) -> Wording | None:
    """Return what is to be said of an office document in one text, None if it is none."""
    for begins, what, todo in _TEXTS:
        if begins.search(data[:_BEGINNING]):
            return _NOT_READ.fill(what=what, todo=todo)
    return None


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le") + b"\0\0"


_ZIP = Wording(
    "是 ZIP 压缩包，里面有 {number} 个文件（{names}），不是 Word 文档，也不是工作簿；"
    "请先解压，再读取其中的报告",
    "a ZIP archive of {number} files ({names}) that is no Word document and no workbook; unpack "
    "it, then read the report in it",
)
_LOCKED = Wording(
    "是有密码的 Office 文件；请打开后去掉密码（文件 → 信息 → 保护文档）再保存",
    "an Office file locked by a password; open it, remove the password (File → Info → Protect) "
    "and save it",
)
