"""The rows of a grid that hold values: what labels each, and which column each value is in."""

from collections.abc import Mapping, Sequence
from itertools import pairwise, takewhile

import attrs

from ..blocks import Grid, GridCell, GridRow
from ..values import is_number, parse_value
from .aligning import Labelled
from .labels import LIKE, column_targets, normal, row_likenesses
from .spans import (
    Columns,
    has_values,
    is_full,
    marks_in,
    measured,
    numbers_in,
    spans_of,
    stand_apart,
    under,
)


@attrs.frozen
class ValueRow:
    """A row with values: its labels, and the cell in each column of the grid (by position).

    ``lost`` are values whose columns cannot be told; the row is then not ``whole``. A row that is
    ``alone`` is a label of the form, and no more.
    """

    labels: Labelled
    cells: tuple[GridCell | None, ...]
    lost: tuple[GridCell, ...] = ()
    whole: bool = True
    alone: bool = False


def value_rows(
    grid: Grid, table: str, columns: Columns | None, count: int
) -> Mapping[GridRow, ValueRow]:
    """Return the rows of a grid that hold values, of *count* columns, or are blank by their label.

    *columns* are those of an exact grid, None where they cannot be told. Labels that have no
    values at all are among the rows.
    """
    exact = grid.exact
    found = _exact_rows(grid, table, columns, count) if exact else _measured_rows(grid, count)
    for row in grid.rows:
        labels = _label_alone(row, table) if row not in found else None
        if labels is not None:
            found[row] = ValueRow(labels, (None,) * count, alone=True)
    return found


_GROUP_AND_LABEL = 2


def _label_alone(row: GridRow, table: str) -> Labelled | None:
    """Return the labels of a row that has no values, None if it is no row of the form."""
    filled = [cell for cell in row.cells if cell.text]
    labels = _labelled(filled, 0)
    heads = {label for target in column_targets(table) for label in target.labels}
    if len(filled) > _GROUP_AND_LABEL or labels.last in heads or not _is_known(table, labels):
        return None
    return labels


def _exact_rows(
    grid: Grid, table: str, columns: Columns | None, count: int
) -> dict[GridRow, ValueRow]:
    found = {}
    counted = columns is None and not any(c.right - c.left > 1 for r in grid.rows for c in r.cells)
    for row in grid.rows:
        value_row = _beside_its_label(row, count, every=not counted) or (
            _exact_row(row, table, columns) if columns else _refused(row, count)
        )
        if value_row is not None:
            found[row] = value_row
    return found


def _beside_its_label(row: GridRow, count: int, *, every: bool) -> ValueRow | None:
    """Return a row whose cells behind its labels are just *count*, None if it is no such row.

    Where a format drops merged cells the columns of rows differ, and each row counts its own. The
    last cell must print something, but for one that ends the line. Where the grid has columns of
    its own, *every* cell must print a number: else one may be lost, and a blank from elsewhere
    stand for it.
    """
    words = [i for i, cell in enumerate(row.cells) if cell.text and not parse_value(cell.text)]
    behind = list(row.cells[words[-1] + 1 if words else 0 :])
    ended = len(behind) - (len(behind) > 0 and not behind[-1].text)
    while behind and not behind[-1].text:
        behind.pop()
    if not every and len(behind) < ended:
        return None
    while every and behind and not behind[0].text:
        behind.pop(0)
    printed = [cell for cell in behind if cell.text]
    if len(behind) != count or len(printed) < len(marks_in(row)):
        return None
    if any(left.right > right.left for left, right in pairwise(behind)):
        return None
    if every and not all(is_number(cell.text) for cell in behind):
        return None
    labels = [cell for cell in row.cells if cell.text and cell not in printed]
    return ValueRow(_labelled(labels, len(printed)), tuple(behind))


def _refused(row: GridRow, count: int) -> ValueRow | None:
    """Return the row with all its values lost, None if it has none."""
    values = numbers_in(row)
    if not values:
        return None
    return ValueRow(
        _labelled([cell for cell in row.cells if cell.text and cell not in values], len(values)),
        (None,) * count,
        values,
        whole=False,
    )


def _exact_row(row: GridRow, table: str, columns: Columns) -> ValueRow | None:
    spans = columns.spans
    first = spans[0].left
    early = [cell for cell in numbers_in(row) if cell.left < first]
    labels = [c for c in row.cells if c.text and c.left < first and c not in early]
    within = [cell for cell in row.cells if cell.left >= first]
    filled = [cell for cell in within if cell.text]
    labelled = _labelled(labels, len(early) + len(filled))
    known = _is_known(table, labelled)
    in_words = bool(filled) and parse_value(filled[0].text) is None
    if in_words and _is_known(table, slid := _slid_labels(row)):
        lost = tuple(cell for cell in row.cells if cell.text)
        return ValueRow(slid, (None,) * len(spans), lost[-slid.values :], whole=False)
    if not early and not any(parse_value(cell.text) for cell in filled):
        if filled or not known or not columns.fit(row):
            return None
        labelled = _labelled(labels, 0)
    elif not known and not has_values(row, len(spans)):
        return None
    over = under(filled, spans)
    whole = over is not None and not early
    full = is_full(row, len(spans)) and all(cell.left >= first for cell in marks_in(row))
    if not whole or not (full or columns.fit(row)):
        return ValueRow(labelled, (None,) * len(spans), (*early, *filled), whole=False)
    by_span = {span: cell for cell in within for span in spans if span.meets(cell)}
    labelled = attrs.evolve(labelled, in_columns=bool(filled))
    return ValueRow(labelled, tuple(by_span.get(span) for span in spans))


def _slid_labels(row: GridRow) -> Labelled:
    """Return the labels of a row whose labels have slid under the columns of values."""
    filled = [cell for cell in row.cells if cell.text]
    words = list(takewhile(lambda cell: parse_value(cell.text) is None, filled))
    values = len(filled) - len(words)
    return _labelled(words, values) if values else _labelled([], 0)


def _measured_rows(grid: Grid, count: int) -> dict[GridRow, ValueRow]:
    full = [i for i, row in enumerate(grid.rows) if is_full(row, count)]
    valued = [i for i, row in enumerate(grid.rows) if has_values(row, count)]
    found: dict[GridRow, ValueRow] = {}
    next_full = 0
    for order, position in enumerate(valued):
        row = grid.rows[position]
        while next_full < len(full) and full[next_full] < position:
            next_full += 1
        here = next_full < len(full) and full[next_full] == position
        above = full[next_full - 1 : next_full] if next_full else []
        below = full[next_full + here : next_full + here + 1]
        near = [grid.rows[i] for i in (*above, *below)]
        before = grid.rows[valued[order - 1] + 1 if order else 0 : position]
        after = grid.rows[position + 1 : valued[order + 1] if order + 1 < len(valued) else None]
        labels = _with_loose(row, before, after)
        found[row] = _measured_row(row, labels, near, count, full=here)
    return found


def _measured_row(
    row: GridRow, labels: Labelled, near: Sequence[GridRow], count: int, *, full: bool
) -> ValueRow:
    values = row.cells[row.cells.index(marks_in(row)[0]) :]
    if full and stand_apart(row, near):
        return ValueRow(labels, values)
    told = None if full else measured(values, [spans_of(other) for other in near])
    if told is None:
        return ValueRow(labels, (None,) * count, values, whole=False)
    over = dict(zip(told, values, strict=True))
    return ValueRow(labels, tuple(over.get(column) for column in range(count)))


def _with_loose(row: GridRow, before: Sequence[GridRow], after: Sequence[GridRow]) -> Labelled:
    """Return the labels of a row, and if it has none, the texts above and below it."""
    values = marks_in(row)
    labels = _labelled(row.cells[: row.cells.index(values[0])], len(values))
    if labels.last:
        return labels
    above, below = (
        "".join(cell.text for r in rows for cell in r.cells) for rows in (before, after)
    )
    loose = tuple(dict.fromkeys(filter(None, map(normal, (above, below, above + below)))))
    return attrs.evolve(labels, loose=loose)


def _labelled(cells: Sequence[GridCell], values: int) -> Labelled:
    texts = [normal(cell.text) for cell in cells]
    return Labelled(texts[-1] if texts else "", "".join(texts), values)


def _is_known(table: str, labels: Labelled) -> bool:
    return max(row_likenesses(table, labels.last, labels.everything)) >= LIKE
