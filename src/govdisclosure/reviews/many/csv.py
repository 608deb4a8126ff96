"""Findings about many reports as a table for spreadsheets, as ``reviews.csv`` has those of few."""

from collections.abc import Iterable, Iterator, Sequence

from ...wording import Speech, Wording
from ..csv import error_row, finding_row, head, lines
from .found import Found, Writable


def part(found: Sequence[Found], speech: Speech) -> bytes:
    """Return some findings as lines, without the heads."""
    return lines(_rows(found, speech)).encode(errors="replace")


def join(out: Writable, parts: Iterable[bytes], speech: Speech) -> None:
    """Write the heads, in the language, and the parts one after the other."""
    out.write(head(speech).encode())
    out.writelines(parts)


def _rows(found: Sequence[Found], speech: Speech) -> Iterator[list[str]]:
    for one in found:
        place = Wording("", "") if one.place is None else one.place.wording
        if one.finding is None:
            yield error_row(one.source, one.error, place, speech)
        else:
            if one.finding.places:
                place = one.finding.places[-1].wording
            yield finding_row(one.source, one.key, one.finding, place, speech)
