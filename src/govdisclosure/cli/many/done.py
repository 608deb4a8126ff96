"""A part that was checked, and how it is kept: its figures as JSON, then what it wrote."""

import json
import zlib

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError

from ...wording import Wording
from .parts import Part
from .summary import Counted, Summary, Tally

_CONVERTER = Converter(forbid_extra_keys=True)


@attrs.frozen(kw_only=True)
class Done:
    """A part that was checked: what it comes to, its first errors, and which waivers it used.

    One that was ``broken_off`` could not be checked to its end, and is tried again.
    """

    part: Part
    summary: Summary
    complaints: tuple[Wording, ...] = ()
    used: frozenset[int] = frozenset()
    broken_off: bool = False
    written: bytes = b""


@attrs.frozen(kw_only=True)
class _Kept:
    """What is kept of a part beside what it wrote, of which it has the length and a checksum."""

    part: Part
    whole: Tally
    unusable: int
    with_open: int
    rules: list[tuple[Counted, Tally]]
    years: list[tuple[int | None, Tally]]
    levels: list[tuple[str | None, Tally]]
    complaints: list[Wording]
    used: list[int]
    broken_off: bool
    length: int
    checksum: int


def kept(done: Done) -> bytes:
    """Return a part as bytes to keep."""
    summary = done.summary
    head = _Kept(
        part=done.part,
        whole=summary.whole,
        unusable=summary.unusable,
        with_open=summary.with_open,
        rules=list(summary.rules.items()),
        years=list(summary.years.items()),
        levels=list(summary.levels.items()),
        complaints=list(done.complaints),
        used=sorted(done.used),
        broken_off=done.broken_off,
        length=len(done.written),
        checksum=zlib.crc32(done.written),
    )
    return json.dumps(_CONVERTER.unstructure(head)).encode() + b"\n" + done.written


def done_from(data: bytes) -> Done | None:
    """Return the part that bytes keep, None where they keep none that is whole."""
    head, _, written = data.partition(b"\n")
    try:
        found = _CONVERTER.structure(json.loads(head), _Kept)
    except (ValueError, BaseValidationError):
        return None
    if (found.length, found.checksum) != (len(written), zlib.crc32(written)):
        return None
    summary = Summary(
        whole=found.whole,
        unusable=found.unusable,
        with_open=found.with_open,
        rules=dict(found.rules),
        years=dict(found.years),
        levels=dict(found.levels),
    )
    return Done(
        part=found.part,
        summary=summary,
        complaints=tuple(found.complaints),
        used=frozenset(found.used),
        broken_off=found.broken_off,
        written=written,
    )
