"""Cell by cell: what of one edition can be compared with what of the other, and how."""

from collections.abc import Iterator
from enum import StrEnum

import attrs

from ..contract import BASE, CONTRACT_RELEASE, JsonObject
from ..records import cells
from ..records.layouts import split_parts
from ..wording import Wording
from .tables import csv_text
from .words import both


class Comparability(StrEnum):
    """How a cell of the one edition compares with cells of the other."""

    SAME = "same"
    """The same address, and it counts the same."""
    SUM = "sum"
    """One cell of the 2019 edition is the sum of several of the 2021 edition."""
    NONE = "none"
    """There is nothing in the other edition to compare with."""


@attrs.frozen(kw_only=True)
class Crossing:
    """What corresponds to what: cells of 2019, cells of 2021, how, and in words why."""

    cells_2019: tuple[str, ...]
    cells_2021: tuple[str, ...]
    comparability: Comparability
    note: Wording


_SAME = Wording("同一地址，统计口径相同，可以直接比较", "the same cell, counted alike; compare it")
_SUM = Wording(
    "2019年版的一行相当于2021年版三行之和；按和比较，不能拆分",
    "the one row of 2019 is the sum of the three rows of 2021; compare the sum, never the parts",
)
_NOTES = {
    "issued": Wording(
        "都在“本年制发/新制作”一列，但2019年版统计制作的文件，2021年版统计制发的文件；可参考，"
        "不宜跨2020年与2021年连成一列",
        "both say what was made in the year, by different words (新制作, 制发); a guide only, "
        "and no bridge from 2020 to 2021",
    ),
    "published_total": Wording(
        "2019年版统计对外公开的总数，2021年版统计现行有效的总数，不可比较",
        "2019 counts all that is published, 2021 all that is in force; not comparable",
    ),
}
_NONE = Wording("另一版没有对应的单元格", "the other edition has no such cell")
_GUIDE = ("issued",)


def _crossings() -> Iterator[Crossing]:
    old = {cell.address for cell in cells("2019")}
    new = {cell.address for cell in cells("2021")}
    parts = split_parts()
    for cell in cells():
        address = cell.address
        row, column = address.rsplit(".", 1)
        if row in parts:
            rows = tuple(a for a in new if a.startswith(f"{row}.") and a.endswith(f".{column}"))
            ordered = tuple(c.address for c in cells("2021") if c.address in rows)
            yield _crossing((address,), ordered, Comparability.SUM, _SUM)
        elif any(row.startswith(f"{part}.") for part in parts):
            continue
        elif address in old and address in new:
            guide = column in _GUIDE
            how = Comparability.NONE if guide else Comparability.SAME
            yield _crossing((address,), (address,), how, _NOTES[column] if guide else _SAME)
        else:
            sides = ((address,) if address in old else (), (address,) if address in new else ())
            note = _NOTES["published_total"] if column in _TOTALS else _NONE
            yield _crossing(*sides, Comparability.NONE, note)


_TOTALS = ("published_total", "in_force")


def _crossing(
    old: tuple[str, ...], new: tuple[str, ...], how: Comparability, note: Wording
) -> Crossing:
    return Crossing(cells_2019=old, cells_2021=new, comparability=how, note=note)


def crosswalk() -> tuple[JsonObject, str]:
    """Return the crosswalk between the editions of 2019 and 2021, as a JSON value and as CSV."""
    found = list(_crossings())
    plain = [
        {
            "cells_2019": list(c.cells_2019),
            "cells_2021": list(c.cells_2021),
            "comparability": c.comparability.value,
            "note": both(c.note),
        }
        for c in found
    ]
    table = csv_text(
        ("cells_2019", "cells_2021", "comparability", "note_zh", "note_en"),
        [
            (
                *(" ".join(c.cells_2019), " ".join(c.cells_2021)),
                *(c.comparability.value, c.note.zh, c.note.en),
            )
            for c in found
        ],
    )
    whole = {"contract": CONTRACT_RELEASE, "id": f"{BASE}:crosswalk-2019-2021", "crossings": plain}
    return whole, table
