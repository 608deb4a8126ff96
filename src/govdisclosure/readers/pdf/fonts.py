"""The fonts of a PDF: their tables of characters are looked at before they are filled."""

import re
import struct
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

from .budget import Budget

_ENDS = re.compile(rb"(?:begin|end)[a-z]+")
_RANGES = (b"endbfrange", b"endcidrange")
_PLAIN = re.compile(rb"[\s<>\[\]0-9A-Fa-f]*")
_RANGE = re.compile(rb"<([^<>]*)>\s*<([^<>]*)>\s*(?:<[^<>]*>|\[[^\]]*\]|\d+)")
_WIDTHS = {"W": 3, "W2": 5}
"""How many numbers give the widths of a range of characters, by the name of the list."""
_GROUPS = 12
"""The format of a table of characters that has ranges of any size."""
_GROUPS_AT, _GROUP = 16, 12


class BoundedFonts(PDFResourceManager):
    """Fonts, each looked at before it is taken."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """Return a font.

        Raises:
            UnreadableDocument: it would fill the memory with characters that do not exist.
        """
        if not (objid and objid in self._cached_fonts):
            self._check(spec)
        return super().get_font(objid, spec)

    def _check(self, spec: Mapping[str, Any]) -> None:
        for name, size in _WIDTHS.items():
            widths = resolve1(spec.get(name))
            if isinstance(widths, list):
                self.budget.points(_listed(map(resolve1, widths), size))
        table = resolve1(spec.get("ToUnicode"))
        if isinstance(table, PDFStream):
            data = table.get_data()
            self.budget.parse(len(data))
            self._check_ranges(data)
        descriptor = resolve1(spec.get("FontDescriptor"))
        file = resolve1(descriptor.get("FontFile2")) if isinstance(descriptor, dict) else None
        if table is None and isinstance(file, PDFStream):
            self.budget.points(_grouped(file.get_data()))

    def _check_ranges(self, data: bytes) -> None:
        """Count the characters in the ranges of a table; odd ones are filled in and counted."""
        start = 0
        for end in _ENDS.finditer(data):
            piece = data[start : end.start()] if end.group() in _RANGES else b""
            start = end.end()
            if not _PLAIN.fullmatch(piece):
                CMapParser(_Counted(self.budget), BytesIO(data)).run()
                return
            self.budget.points(sum(_extent(*ends) for ends in _RANGE.findall(piece)))


class _Counted(FileUnicodeMap):
    """A table of characters that only counts them."""

    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self.budget = budget
        self.count = 0

    def add_cid2unichr(self, _cid: int, _code: object) -> None:
        self.count += 1
        self.budget.points(self.count)


def _listed(widths: Iterable[object], size: int) -> int:
    """Return how many characters a list of widths gives, in ranges and one by one."""
    count = 0
    held: list[float] = []
    for value in widths:
        if isinstance(value, (int, float)):
            held.append(value)
            if len(held) == size:
                count += max(int(held[1] - held[0]), 0)
                held = []
        else:
            count += len(value) if isinstance(value, list) else 0
            held = []
    return count


def _extent(first: bytes, last: bytes) -> int:
    """Return how many characters stand from one code to another."""
    ends = [int(b"".join(code.split()) or b"0", 16) for code in (first, last)]
    return max(ends[1] - ends[0], 0) if len(first) == len(last) else 0


def _grouped(font: bytes) -> int:
    """Return how many characters the ranges of a font file hold, as far as they can be read."""
    try:
        tables = struct.unpack_from(">H", font, 4)[0]
        for number in range(tables):
            tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
            if tag == b"cmap":
                return sum(_group_sizes(font, offset))
    except struct.error:
        pass
    return 0


def _group_sizes(font: bytes, table: int) -> Iterable[int]:
    for number in range(struct.unpack_from(">H", font, table + 2)[0]):
        offset = table + struct.unpack_from(">L", font, table + 8 + 8 * number)[0]
        if struct.unpack_from(">H", font, offset)[0] != _GROUPS:
            continue
        count = struct.unpack_from(">L", font, offset + 12)[0]
        for group in range(min(count, len(font) // _GROUP)):
            start = offset + _GROUPS_AT + _GROUP * group
            if start + _GROUP <= len(font):
                first, last = struct.unpack_from(">LL", font, start)
                yield max(last - first, 0)
