"""Whether a document holds one report, or two."""

from collections.abc import Mapping, Sequence

from ...errors import NoReport
from ...wording import Wording
from ..blocks import Grid, GridRow
from .labels import normal
from .sections import Section
from .spans import marks_in, numbers_in

_ENOUGH = 2
"""Rows that must stand twice for a table to stand twice."""


def check_one_report(found: Sequence[Section], tables: Mapping[str, Sequence[Grid]]) -> None:
    """Refuse a document in which a table stands twice: under two headings, or under none.

    A table that goes on under a repeated heading has other rows there; a report that was cut off
    still has rows that stood before.

    Raises:
        NoReport: there are two reports.
    """
    for name, grids in tables.items():
        headed = [section for section in found if section.name == name]
        parts = [
            [grid for grid in grids if any(grid is block for block in section.blocks)]
            for section in headed
        ]
        labels = [labels for part in parts if (labels := _labels(part))]
        if any(_share(labels[i], labels[j]) for j in range(len(labels)) for i in range(j)) or (
            not headed and _stands_twice(grids)
        ):
            lines = [s.heading.paragraph.place.wording for s in headed if s.heading is not None]
            raise NoReport(
                Wording(
                    "一个文件里有两份报告，请拆开后分别读取" + _listed("：", [w.zh for w in lines]),
                    "two reports in one document; split it and read each"
                    + _listed(": ", [w.en for w in lines]),
                )
            )


def _listed(colon: str, lines: Sequence[str]) -> str:
    return colon + ("、" if colon == "：" else ", ").join(lines) if lines else ""


def _labels(grids: Sequence[Grid]) -> list[str]:
    """Return the label of each row with numbers, or the place of the row if it has none."""
    rows = [row for grid in grids for row in grid.rows if numbers_in(row)]
    return [_label(row) for row in rows]


def _label(row: GridRow) -> str:
    values = marks_in(row)
    label = normal("".join(cell.text for cell in row.cells if cell not in values))
    return label or str(len(values))


def _share(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether at least half of the rows of the shorter list stand in both."""
    shared = set(one) & set(other)
    shorter = min(len(set(one)), len(set(other)))
    return len(shared) >= min(_ENOUGH, shorter) and len(shared) * 2 >= shorter


def _stands_twice(grids: Sequence[Grid]) -> bool:
    labels = [label for label in _labels(grids) if not label.isdecimal()]
    twice = {label for label in labels if labels.count(label) > 1}
    return len(twice) >= _ENOUGH and len(twice) * 2 > len(set(labels))
