"""What must hold of the reading of a document, whatever was done to it."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

import attrs

from ...reading import Reading
from .rows import Document, number


@attrs.frozen
class Verdict:
    """What a reading of a damaged document got wrong, and how much it found where it could."""

    wrong: tuple[str, ...]
    due: int
    found: int


def judge(document: Document, reading: Reading) -> Verdict:
    """Hold a reading against its document.

    No number stands in a wrong cell. What is printed is in its cell, or it is accounted for: in
    ``unplaced``, or its cell or row is in ``missing``. A cell for which two different numbers are
    printed has neither.
    """
    printed: dict[str, set[Decimal]] = defaultdict(set)
    due: dict[str, Decimal] = {}
    for row in document.rows:
        for piece, address in row.values.items():
            printed[address].add(number(_narrow(row.pieces[piece])))
            if not row.touched and row.labelled:
                due[address] = number(_narrow(row.pieces[piece]))
    wrong = []
    read = {address: value for address, value in reading.report.cells() if value is not None}
    for address, value in read.items():
        if printed.get(address) != {Decimal(value)}:
            wrong.append(f"{address} is {value}, printed is {printed.get(address)}")
    unplaced = {
        Decimal(digits)
        for entry in reading.unplaced
        for digits in re.findall(r"\d+(?:\.\d+)?", _narrow(entry.place.text))
    }
    for address, numbers in printed.items():
        if address not in read and not _missing(address, reading.missing):
            wrong.append(f"{address}: {numbers} is in no cell, and {address} is not missing")
        for value in numbers:
            accounted = value in unplaced or _row_missing(address, reading.missing)
            if read.get(address) != value and not accounted:
                wrong.append(f"{address}: {value} is neither placed nor unplaced")
    found = sum(read.get(address) == value for address, value in due.items())
    return Verdict(tuple(wrong), len(due), found)


def _narrow(text: str) -> str:
    return text.translate({ord("０") + i: str(i) for i in range(10)}).strip()


def _missing(address: str, missing: Iterable[str]) -> bool:
    return any(address == m or address.startswith(m + ".") for m in missing)


def _row_missing(address: str, missing: Iterable[str]) -> bool:
    return any(address.startswith(m + ".") for m in missing)
