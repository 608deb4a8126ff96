"""Table 三: rows told by their labels and order, columns by their headers and place."""

from collections.abc import Sequence

import attrs

from ...reading import Reason, Unplaced
from ...records import ByApplicant
from ...records.form import columns
from ...records.layouts import split_parts
from ...wording import Wording
from ..blocks import Grid, GridCell
from .aligning import Alignment, Labelled, align
from .flat import flattened
from .headers import Mapping, by_order, mapped, segments
from .labels import RowTarget, normal, row_targets
from .places import Placed, PlacedRow, lost, one_of_each
from .rows import ValueRow, value_rows
from .spans import Columns

_TABLE = "requests"
_COLUMNS = tuple(columns(ByApplicant))
_LABELS = tuple(normal(column.label.zh) for column in columns(ByApplicant).values())
_SPLIT = tuple(part for part in split_parts() if part.startswith(f"{_TABLE}."))


def place_requests(grids: Sequence[Grid]) -> Placed:
    """Place the rows of table 三, which may be split over several grids."""
    notes: list[Wording] = []
    everything = _arranged_rows(grids, notes)
    rows = [row for row in everything if not row.alone]
    alignment = _without_doubtful_groups(
        align(_TABLE, [row.labels for row in rows], _alone(everything), _one_layout), rows
    )
    placed: list[PlacedRow] = []
    unplaced: list[Unplaced] = []
    for position, row in enumerate(rows):
        target = alignment.targets.get(position)
        if target is None:
            cells = [c for c in (*row.cells, *row.lost) if c is not None and c.text]
            unplaced += lost(cells, Reason.NO_ROW)
            continue
        if position in alignment.by_order:
            notes.append(_ROW_BY_ORDER.fill(label=target.layouts[-1].full_label))
        placed.append(_placed(target, row))
    return Placed(one_of_each(placed), tuple(unplaced), tuple(dict.fromkeys(notes)))


def _alone(rows: Sequence[ValueRow]) -> list[tuple[int, Labelled]]:
    """Return the labels without a row, each with the position of the row that follows it."""
    found: list[tuple[int, Labelled]] = []
    position = 0
    for row in rows:
        if row.alone:
            found.append((position, row.labels))
        else:
            position += 1
    return found


_BY_ORDER = Wording(
    "表三有些列的表头无法辨认，按格式的列序确定：{columns}",
    "table 3: the headers of some columns cannot be read; they were told by the form's order: "
    "{columns}",
)
_NO_HEADER = Wording(
    "表三没有可辨认的表头，按格式的列序确定各列",
    "table 3 has no header that can be read; the columns were told by the form's order",
)
_ROW_BY_ORDER = Wording(
    "表三“{label}”一行的标签无法辨认，按格式的行序确定",
    "table 3: the label of “{label}” cannot be read; the row was told by the form's order",
)


def _named(form_columns: Sequence[int]) -> Wording:
    labels = [columns(ByApplicant)[_COLUMNS[column]].label for column in form_columns]
    return Wording("、".join(w.zh for w in labels), ", ".join(w.en for w in labels))


def _arranged_rows(grids: Sequence[Grid], notes: list[Wording]) -> list[ValueRow]:
    """Return the rows with values, their cells in the form's order of columns."""
    mapping: Mapping | None = None
    rows: list[ValueRow] = []
    for grid in grids:
        at = Columns.of(grid, _LABELS) if grid.exact else None
        found = value_rows(grid, _TABLE, at, len(_COLUMNS))
        for segment in segments(grid, _LABELS):
            inside = [found[row] for row in (*segment.header, *segment.rows) if row in found]
            told = mapped(segment.header, at.spans if at else None, _LABELS, 1)
            if grid.exact and (told is None or None in told.columns):
                told = flattened(segment.header, _LABELS) or told
            if told is not None and told.by_order:
                notes.append(_BY_ORDER.fill(columns=_named(told.by_order)))
            mapping = told or mapping
            if inside and mapping is None:
                mapping = by_order(len(_COLUMNS), ())
                notes.append(_NO_HEADER)
            rows += (_arranged(row, mapping) for row in inside if mapping is not None)
    return rows


def _arranged(row: ValueRow, mapping: Mapping) -> ValueRow:
    cells: list[GridCell | None] = [None] * len(_COLUMNS)
    gone: list[GridCell] = list(row.lost)
    for column, cell in zip(mapping.columns, row.cells, strict=True):
        if column is not None:
            cells[column] = cell
        elif cell is not None and cell.text:
            gone.append(cell)
    whole = row.whole and None not in mapping.columns
    return attrs.evolve(row, cells=tuple(cells), lost=tuple(gone), whole=whole)


def _one_layout(there: Sequence[RowTarget]) -> Sequence[RowTarget]:
    """Drop the layout of a split part that is not the one in the document."""
    targets = list(row_targets(_TABLE))
    for part in _SPLIT:
        below = [t for t in targets if t.address.startswith(part + ".")]
        one = [t for t in targets if t.address == part]
        gone = one if any(t in there for t in below) else below
        targets = [t for t in targets if t not in gone]
    return targets


def _without_doubtful_groups(alignment: Alignment, rows: Sequence[ValueRow]) -> Alignment:
    """Take no row for the whole of a split part if rows that are not told follow it.

    It is then rather the first row of the group, and has lost its own label.
    """
    doubtful = {
        position
        for position, target in alignment.targets.items()
        if target.address in _SPLIT
        and position + 1 < len(rows)
        and position + 1 not in alignment.targets
        and not rows[position + 1].labels.last
    }
    kept = {row: target for row, target in alignment.targets.items() if row not in doubtful}
    return attrs.evolve(alignment, targets=kept)


def _placed(target: RowTarget, row: ValueRow) -> PlacedRow:
    cells = {name: cell for name, cell in zip(_COLUMNS, row.cells, strict=True) if cell is not None}
    layout = target.layouts[0].layout
    return PlacedRow(target.address, layout, cells, row.lost, whole=row.whole)
