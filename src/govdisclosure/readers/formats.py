"""The formats that can be read, told from the content."""

from collections.abc import Callable

from ..errors import UnknownName, UnreadableDocument
from ..reading import Reading
from ..wire import loads
from ..wording import Wording
from .decoding import decode
from .limits import Limits
from .placing import place
from .text import text_blocks


def _read_json(data: bytes, _limits: Limits) -> Reading:
    return Reading(report=loads(data))


def _read_text(data: bytes, limits: Limits) -> Reading:
    return place(text_blocks(decode(data), limits))


_READERS: dict[str, Callable[[bytes, Limits], Reading]] = {
    "json": _read_json,
    "text": _read_text,
}

_SIGNATURES = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "DOCX / XLSX / ZIP",
    b"\xd0\xcf\x11\xe0": "DOC / XLS",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
}


def told(data: bytes) -> str:
    """Return the name of the format of *data*, told from its content.

    Raises:
        UnreadableDocument: it is in a format that is not read.
    """
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableDocument(
                Wording(
                    f"是 {name} 文件，目前只读文字和 JSON；请先另存为文字",
                    f"a {name} file; only text and JSON are read so far: save it as text first",
                )
            )
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return "json" if start == b"{" else "text"


def read_as(name: str, data: bytes, limits: Limits) -> Reading:
    """Read *data* as the format called *name*.

    Raises:
        UnknownName: there is no such format.
    """
    if name not in _READERS:
        known = ", ".join(_READERS)
        raise UnknownName(
            Wording(f"没有格式“{name}”；现有：{known}", f"no format {name!r}; there are: {known}")
        )
    return _READERS[name](data, limits)
