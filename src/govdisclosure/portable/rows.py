"""The rows of the form with their layouts, and the parts that are one row or several."""

import attrs

from ..contract import JsonObject
from ..records import Kind
from ..records.cells import Row, rows
from ..records.form import MAX_AMOUNT, MAX_COUNT, columns
from ..records.layouts import part_above, split_parts
from ..wide import layout_name
from ..wording import Wording
from .words import both

KINDS: dict[Kind, JsonObject] = {
    Kind.COUNT: {"minimum": 0, "maximum": MAX_COUNT, "integer": True, "either_sign": False},
    Kind.CHANGE: {"minimum": -MAX_COUNT, "maximum": MAX_COUNT, "integer": True}
    | {"either_sign": True},
    Kind.AMOUNT: {"minimum": 0, "maximum": MAX_AMOUNT, "integer": False, "either_sign": False},
}
_KIND_WORDS = {
    Kind.COUNT: Wording("件数", "a count"),
    Kind.CHANGE: Wording("增减数", "a change of either sign"),
    Kind.AMOUNT: Wording("金额，精确的十进制数", "money, an exact decimal"),
}


def kinds() -> JsonObject:
    """Return what a cell of each kind may hold."""
    return {k.value: {**both(_KIND_WORDS[k]), **limits} for k, limits in KINDS.items()}


def row_list() -> list[JsonObject]:
    """Return every row of either edition, with every layout that it may have."""
    found: dict[str, list[Row]] = {}
    for row in rows():
        found.setdefault(row.address, []).append(row)
    return [
        {
            "address": address,
            "label": both(layouts[-1].full_label),
            "within": part_above(address),
            "layouts": [_layout(row) for row in layouts],
        }
        for address, layouts in found.items()
    ]


def _layout(row: Row) -> JsonObject:
    return {
        "name": layout_name(row.layout),
        "editions": list(row.editions),
        "columns": {
            name: {"kind": column.kind.value, "label": both(column.label)}
            for name, column in row.columns.items()
        },
        "unit": any(field.name == "unit" for field in attrs.fields(row.layout)),
    }


def split_list() -> list[JsonObject]:
    """Return the parts that are one row in one layout and several rows in another."""
    found = []
    for part in split_parts():
        one_row = next(row for row in rows() if row.address == part)
        several = [row for row in rows() if row.address.startswith(f"{part}.")]
        found.append(
            {
                "part": part,
                "label": both(several[0].above[-1].label),
                "columns": list(columns(one_row.layout)),
                "rows": list(dict.fromkeys(row.address for row in several)),
            }
        )
    return found
