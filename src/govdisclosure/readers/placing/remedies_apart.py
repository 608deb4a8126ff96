"""Table 四 as three tables of five columns, or three rows: each block by the label above it."""

from collections.abc import Iterator, Sequence

import attrs

from ...records import ByResult
from ...records.form import columns
from ..blocks import Grid, GridCell, GridRow
from .headers import mapped
from .labels import normal, row_targets
from .places import PlacedRow
from .spans import Span, is_full, marks_in, stand_apart

_TABLE = "remedies"
_COLUMNS = tuple(columns(ByResult))
_LABELS = tuple(normal(column.label.zh) for column in columns(ByResult).values())


@attrs.frozen
class _Five:
    """A row of five values, the rows above it, and the blocks that these and itself name."""

    values: tuple[GridCell, ...]
    exact: bool
    header: tuple[GridRow, ...]
    named: tuple[int, ...]


def blocks_apart(grids: Sequence[Grid]) -> list[PlacedRow]:
    """Return the blocks that stand in three rows of five values; none if they are not just those.

    Each row must name its own block, or none of them any: then they are in the form's order.
    """
    fives = list(_fives(grids))
    order = list(range(len(row_targets(_TABLE))))
    named = [one.named for one in fives]
    if len(fives) != len(order):
        return []
    if not any(named):
        places = order
    elif all(len(names) == 1 for names in named):
        places = [names[0] for names in named]
    else:
        return []
    if sorted(places) != order:
        return []
    placed = [_placed(one, block) for one, block in zip(fives, places, strict=True)]
    return [row for row in placed if row is not None] if all(placed) else []


def _fives(grids: Sequence[Grid]) -> Iterator[_Five]:
    labels = [normal(target.layouts[0].label.zh) for target in row_targets(_TABLE)]
    header: list[GridRow] = []
    for grid in grids:
        for row in grid.rows:
            if not marks_in(row):
                header.append(row)
                continue
            texts = [normal(cell.text) for above in (*header, row) for cell in above.cells]
            named = tuple(i for i, label in enumerate(labels) if label in texts)
            if is_full(row, len(_COLUMNS)):
                yield _Five(marks_in(row), grid.exact, tuple(header), named)
            header = []


def _placed(five: _Five, block: int) -> PlacedRow | None:
    spans = [Span(cell.left, cell.right) for cell in five.values]
    if five.exact and len({span.left for span in spans}) < len(spans):
        return None
    if not five.exact and not stand_apart(GridRow(five.values), ()):
        return None
    told = mapped(five.header, spans if five.exact else None, _LABELS, 1)
    names = told.columns if told is not None else tuple(range(len(_COLUMNS)))
    if None in names:
        return None
    cells = {_COLUMNS[i]: cell for i, cell in zip(names, five.values, strict=True) if i is not None}
    target = row_targets(_TABLE)[block]
    return PlacedRow(target.address, target.layouts[0].layout, cells)
