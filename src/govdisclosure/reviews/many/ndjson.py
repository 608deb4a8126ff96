"""Findings about many reports as JSON, one a line, in both languages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ...wire import to_json
from ...wording import Speech
from .. import plain
from .found import Found, Writable


def part(found: Sequence[Found], speech: Speech) -> bytes:  # noqa: ARG001  # both languages are there
    """Return some findings as lines of JSON."""
    return "".join(f"{to_json(entry(one))}\n" for one in found).encode(errors="replace")


def join(out: Writable, parts: Iterable[bytes], speech: Speech) -> None:  # noqa: ARG001  # both languages are there
    """Write parts one after the other."""
    out.writelines(parts)


def entry(of: Found) -> dict[str, Any]:
    """Return a finding, or an error, as a plain value: where, whose, and what."""
    return dict(_entry(of))


def _entry(of: Found) -> Iterator[tuple[str, Any]]:
    yield "source", of.source
    if of.place is not None:
        yield from plain.place_alone(of.place).items()
    if of.finding is None:
        yield "error", None if of.error is None else plain.wording(of.error)
        return
    yield "key", None if of.key is None else plain.key(of.key)
    yield "level", of.level
    yield from plain.finding(of.finding).items()
