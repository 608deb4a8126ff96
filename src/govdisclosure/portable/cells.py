"""Every cell of both editions, as a table."""

from ..editions import EDITIONS
from ..records import cells
from .tables import csv_text

_HEADS = ("address", "table", "row", "column", "kind", "zh", "en", "basis_zh", "basis_en")


def cells_table() -> str:
    """Return every cell as CSV, with the editions that it is in."""
    within = {e.name: {cell.address for cell in cells(e.name)} for e in EDITIONS}
    return csv_text(
        (*_HEADS, *(f"in_{name}" for name in within)),
        [
            (
                *(cell.address, cell.table, cell.row, cell.column, cell.kind.value),
                *(cell.zh, cell.en, cell.basis.wording.zh, cell.basis.wording.en),
                *("yes" if cell.address in found else "no" for found in within.values()),
            )
            for cell in cells()
        ],
    )
