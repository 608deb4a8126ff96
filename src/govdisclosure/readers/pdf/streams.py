"""The packed streams of a PDF, unpacked no further than the budget goes."""

import zlib
from io import BytesIO
from typing import BinaryIO

from pdfminer.lzw import LZWDecoder
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFNotImplementedError,
    PDFStream,
)
from pdfminer.psparser import PSKeyword, literal_name

from .budget import Budget

_TEXTUAL = (*LITERALS_ASCII85_DECODE, *LITERALS_ASCIIHEX_DECODE)
_LONGEST_RUN = 128
_STRUCTURE = frozenset({"ObjStm", "XRef"})


class BoundedStream(PDFStream):
    """A stream that tells its budget what it unpacks to, before it does."""

    budget: Budget

    def decode(self) -> None:
        """Unpack the stream, filter by filter.

        Raises:
            UnreadableDocument: it unpacks to too much.
            PDFNotImplementedError: it is packed as pictures are, or in an unknown way.
        """
        filters = self.get_filters()
        data = self.rawdata or b""
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for name, parameters in filters:
            self.budget.unpack(_unpacked_size(name, data, self.budget))
            one = PDFStream({"Filter": name, "DecodeParms": parameters or {}}, data)
            data = one.get_data()
        if literal_name(self.attrs.get("Type", "")) in _STRUCTURE:
            self.budget.parse(len(data))
        self.data = data
        self.rawdata = None


def _unpacked_size(name: object, data: bytes, budget: Budget) -> int:
    """Return how many bytes the data unpacks to; more than the budget's room if it is too much."""
    if name in LITERALS_FLATE_DECODE:
        return _inflated_size(data, budget)
    if name in LITERALS_LZW_DECODE:
        size = 0
        for piece in LZWDecoder(BytesIO(data)).run():
            size += len(piece)
            if size > budget.room:
                break
        return size
    if name in LITERALS_RUNLENGTH_DECODE:
        return len(data) // 2 * _LONGEST_RUN
    if name in _TEXTUAL:
        return len(data)
    raise PDFNotImplementedError(f"filter {name!r}")


_PIECE = 1 << 20


def _inflated_size(data: bytes, budget: Budget) -> int:
    inflating = zlib.decompressobj()
    size = 0
    try:
        while data and size <= budget.room:
            size += len(inflating.decompress(data, _PIECE))
            data = inflating.unconsumed_tail
    except zlib.error:
        # What could be inflated counts; pdfminer makes what it can of a damaged stream.
        return size
    return size


class BoundedParser(PDFParser):
    """A parser whose streams are bounded."""

    def __init__(self, file: BinaryIO, budget: Budget) -> None:
        super().__init__(file)
        self.budget = budget

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take a keyword; a stream that it begins is bounded."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, stream = self.curstack[-1]
            if isinstance(stream, PDFStream):
                bounded = BoundedStream(stream.attrs, stream.rawdata or b"", stream.decipher)
                bounded.budget = self.budget
                self.curstack[-1] = (place, bounded)
