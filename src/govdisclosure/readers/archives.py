"""ZIP archives: looked over before anything in them is unpacked, then unpacked within bounds.

What the libraries for Word documents and workbooks get to see is an archive that was made anew of
what is read: the sizes that the first one states are not relied on.
"""

import re
import struct
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import attrs

from ..errors import UnreadableDocument
from ..wording import Wording
from .limits import Limits

_ENTRY = b"PK\x01\x02"
"""Each file of an archive has an entry with this signature in its directory."""
_ENCRYPTED = 0x1
_PIECE = 1 << 16
_DAMAGES = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    UnicodeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What the library raises where an archive is not as its directory says."""
_MARKUP = (".xml", ".rels")
_DECLARED = re.compile(rb"""\A[^<]{0,4}<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)""")
_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"ascii"})
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@attrs.frozen
class Archive:
    """A ZIP archive within bounds, of which nothing is unpacked yet."""

    file: ZipFile
    limits: Limits

    @classmethod
    def opened(cls, data: bytes, limits: Limits) -> "Archive":
        """Look over the directory of an archive.

        Raises:
            UnreadableDocument: it is damaged, encrypted, or goes beyond *limits*.
        """
        if data.count(_ENTRY) > limits.members:
            raise UnreadableDocument(_TOO_MANY.fill(number=f"{limits.members:,}"))
        try:
            file = ZipFile(BytesIO(data))
        except _DAMAGES as error:
            raise _damaged(error) from None
        entries = file.infolist()
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise UnreadableDocument(_LOCKED)
        size = sum(entry.file_size for entry in entries)
        if size > limits.unpacked:
            raise UnreadableDocument(
                _TOO_LARGE.fill(size=f"{size:,}", limit=f"{limits.unpacked:,}")
            )
        return cls(file, limits)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, in the archive's order, each once."""
        return tuple(self.file.NameToInfo)

    def unpacked(self, name: str) -> bytes:
        """Return one file, piece by piece, so that it takes no more than it is said to.

        Raises:
            UnreadableDocument: it is damaged, or larger than is read.
        """
        entry = self.file.NameToInfo[name]
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableDocument(_PACKED_ODDLY.fill(name=name))
        if entry.file_size > self.limits.parts:
            raise _too_much(self.limits)
        pieces = []
        try:
            with self.file.open(entry) as file:
                while piece := file.read(_PIECE):
                    pieces.append(piece)
        except _DAMAGES as error:
            raise _damaged(error) from None
        return b"".join(pieces)

    def markup(self) -> dict[str, bytes]:
        """Return the files by name: those that are markup unpacked, all others empty.

        Pictures, archives within the archive and the like are thus never opened.

        Raises:
            UnreadableDocument: one is damaged, declares entities, or they are more than is read.
        """
        found: dict[str, bytes] = {}
        size = 0
        for name in self.names:
            plain = name.replace("\\", "/").lstrip("/")
            if not plain.lower().endswith(_MARKUP):
                found[plain] = b""
                continue
            content = self.unpacked(name)
            size += len(content)
            if size > self.limits.parts:
                raise _too_much(self.limits)
            _check_markup(plain, content)
            found[plain] = content
        return found


def archive_of(members: Mapping[str, bytes]) -> BytesIO:
    """Return an archive made of files by name, not packed."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as file:
        for name, content in members.items():
            file.writestr(ZipInfo(name), content)
    made.seek(0)
    return made


def told_as(names: Iterable[str], *, most: int = 5) -> str:
    """Return the first few of some names, to be told."""
    listed = list(names)
    return ", ".join(listed[:most]) + (" …" if len(listed) > most else "")


def _check_markup(name: str, content: bytes) -> None:
    """Refuse what no Office file has, and what could make a parser fetch or expand something."""
    plain = content.replace(b"\0", b"") if b"\0" in content[:64] else content
    declared = _DECLARED.match(plain)
    if declared is not None and declared[1].lower() not in _ENCODINGS:
        shown = declared[1].decode("ascii", "replace")
        raise UnreadableDocument(_ENCODED_ODDLY.fill(name=name, encoding=shown))
    if _FORBIDDEN.search(plain):
        raise UnreadableDocument(_ENTITIES.fill(name=name))


def _damaged(error: Exception) -> UnreadableDocument:
    why = str(error) or type(error).__name__
    return UnreadableDocument(_DAMAGED.fill(why=why))


def _too_much(limits: Limits) -> UnreadableDocument:
    return UnreadableDocument(_TOO_MUCH.fill(limit=f"{limits.parts:,}"))


_TOO_MANY = Wording(
    "压缩包里的文件超过 {number} 个，不像一份年度报告",
    "the archive holds more than {number} files; that is no annual report",
)
_TOO_LARGE = Wording(
    "解压后将有 {size} 字节（上限 {limit}），不予打开",
    "it would take {size} bytes unpacked (at most {limit}), so it is not opened",
)
_TOO_MUCH = Wording(
    "其中的文字和表格解压后超过 {limit} 字节，不像一份年度报告",
    "its text and tables take more than {limit} bytes unpacked; that is no annual report",
)
_LOCKED = Wording(
    "压缩包有密码；请先解除密码，再读取其中的文件",
    "the archive is locked by a password; unlock it first, then read the file in it",
)
_DAMAGED = Wording(
    "文件已损坏或不完整（{why}）；请重新下载，或用办公软件打开后另存",
    "the file is damaged or not complete ({why}); download it again, or open it in an office "
    "program and save it anew",
)
_PACKED_ODDLY = Wording(
    "其中的 {name} 用了办公文件不用的压缩方法；请用办公软件打开后另存",
    "{name} in it is packed in a way that no Office file is; open it in an office program and "
    "save it anew",
)
_ENCODED_ODDLY = Wording(
    "其中的 {name} 用了办公文件不用的编码 {encoding}；请用办公软件打开后另存",
    "{name} in it is encoded as {encoding}, which no Office file is; open it in an office program "
    "and save it anew",
)
_ENTITIES = Wording(
    "其中的 {name} 声明了实体（DTD），办公文件不会有，不予读取",
    "{name} in it declares entities (a DTD), which no Office file does; it is not read",
)
