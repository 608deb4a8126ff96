"""The packed streams of a PDF, unpacked no further than the budget goes."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from pdfminer.lzw import LZWDecoder
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_ASCII85_DECODE,
    LITERALS_ASCIIHEX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFException,
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
            PDFException: it is damaged, or packed as pictures are or in an unknown way.
        """
        filters = self.get_filters()
        data = self.rawdata or b""
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        for name, parameters in filters:
            data = _unpacked(name, parameters or {}, data, self.budget)
        if literal_name(self.attrs.get("Type", "")) in _STRUCTURE:
            self.budget.parse(len(data))
        self.data = data
        self.rawdata = None


def _unpacked(name: object, parameters: dict[str, Any], data: bytes, budget: Budget) -> bytes:
    if name in LITERALS_FLATE_DECODE:
        data = _inflated(data, budget)
        if "Predictor" not in parameters:
            return data
        data = zlib.compress(data, 0)
    elif name in LITERALS_LZW_DECODE:
        return _expanded(data, budget)
    elif name in LITERALS_RUNLENGTH_DECODE:
        budget.unpack(len(data) // 2 * _LONGEST_RUN)
    elif name in _TEXTUAL:
        budget.unpack(len(data))
    else:
        raise PDFNotImplementedError(f"filter {name!r}")
    return PDFStream({"Filter": name, "DecodeParms": parameters}, data).get_data()


def _inflated(data: bytes, budget: Budget) -> bytes:
    """Inflate; a wrong checksum at the end is passed over, damage within is not.

    Raises:
        PDFException: the data is damaged.
    """
    try:
        return b"".join(_pieces(zlib.decompressobj(), data, budget))
    except zlib.error:
        pass
    try:
        return b"".join(_pieces(zlib.decompressobj(-zlib.MAX_WBITS), data[_HEAD:], budget))
    except zlib.error as error:
        raise PDFException(f"packed data: {error}") from None


_PIECE, _HEAD = 1 << 20, 2


def _pieces(inflating: "zlib._Decompress", data: bytes, budget: Budget) -> Iterator[bytes]:
    while data and not inflating.eof:
        piece = inflating.decompress(data, _PIECE)
        budget.unpack(len(piece))
        yield piece
        data = inflating.unconsumed_tail


def _expanded(data: bytes, budget: Budget) -> bytes:
    pieces: list[bytes] = []
    for piece in LZWDecoder(BytesIO(data)).run():
        budget.unpack(len(piece))
        pieces.append(piece)
    return b"".join(pieces)


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
