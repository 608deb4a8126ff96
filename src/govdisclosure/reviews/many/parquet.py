"""Findings about many reports as Parquet, in both languages, numbers exact."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, BinaryIO

from ...errors import MissingExtra
from ...wording import Speech, Wording
from .found import Found

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError:
    raise MissingExtra("frames", "pyarrow") from None

NUMBER = pa.decimal128(27, 6)
"""Sums of cells, counts or money, exactly."""
SCHEMA = pa.schema(
    [
        pa.field("source", pa.string(), nullable=False),
        pa.field("line", pa.int64()),
        pa.field("row", pa.int64()),
        pa.field("agency", pa.string()),
        pa.field("scope", pa.string()),
        pa.field("year", pa.int64()),
        pa.field("level", pa.string()),
        pa.field("rule", pa.string()),
        pa.field("at", pa.string()),
        pa.field("severity", pa.string()),
        pa.field("cells", pa.list_(pa.string())),
        pa.field("expected", NUMBER),
        pa.field("actual", NUMBER),
        pa.field("difference", NUMBER),
        pa.field("message_zh", pa.string()),
        pa.field("message_en", pa.string()),
        pa.field("basis", pa.string()),
        pa.field("waived_zh", pa.string()),
        pa.field("waived_en", pa.string()),
        pa.field("error_zh", pa.string()),
        pa.field("error_en", pa.string()),
    ]
)
"""The columns of a file of findings. A row has a rule, or an error."""


def part(found: Sequence[Found], speech: Speech) -> bytes:  # noqa: ARG001  # both languages are there
    """Return some findings as a Parquet file of their own."""
    if not found:
        return b""
    out = BytesIO()
    pq.write_table(pa.Table.from_pylist([_row(one) for one in found], schema=SCHEMA), out)
    return out.getvalue()


def join(out: BinaryIO, parts: Iterable[bytes], speech: Speech) -> None:  # noqa: ARG001  # both languages are there
    """Write one Parquet file with the rows of all parts."""
    with pq.ParquetWriter(out, SCHEMA) as writer:
        for written in parts:
            if written:
                writer.write_table(pq.read_table(BytesIO(written), schema=SCHEMA))


def _row(one: Found) -> dict[str, Any]:
    found, key, place = one.finding, one.key, one.place
    row: dict[str, Any] = {
        "source": _text(one.source),
        "line": None if place is None else place.line,
        "row": None if place is None else place.row,
        "level": one.level,
        **_both("error", one.error),
    }
    if key is not None:
        row |= {"agency": key.agency, "scope": key.scope, "year": key.year}
    if found is not None:
        row |= {
            "rule": found.rule,
            "at": found.at,
            "severity": found.severity.value,
            "cells": list(found.cells),
            "expected": found.expected,
            "actual": found.actual,
            "difference": found.difference,
            **_both("message", found.message),
            "basis": found.basis,
            **_both("waived", found.waived),
        }
    return row


def _both(name: str, said: Wording | None) -> dict[str, str | None]:
    return {
        f"{name}_zh": None if said is None else _text(said.zh),
        f"{name}_en": None if said is None else _text(said.en),
    }


def _text(text: str) -> str:
    return text.encode(errors="replace").decode()
