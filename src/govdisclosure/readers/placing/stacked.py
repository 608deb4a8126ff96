"""Lines of one cell each as a grid: heads above the columns, and values beside their label."""

import re
from collections.abc import Iterator, Sequence

import attrs

from ...reading import Place
from ...records import ByApplicant, ByResult
from ...records.applicants import ORGANIZATIONS
from ...records.form import columns
from ...records.requests import APPLICANTS_HEAD
from ..blocks import Grid, GridCell, GridRow
from ..values import parse_value
from .labels import columns_named, group_labels, normal, row_targets, row_told

_APPLICANTS = tuple(normal(column.label.zh) for column in columns(ByApplicant).values())
_RESULTS = tuple(normal(column.label.zh) for column in columns(ByResult).values())
_BLOCKS = len(row_targets("remedies"))
_HEADS = frozenset({*_APPLICANTS, *_RESULTS, normal(ORGANIZATIONS.zh), normal(APPLICANTS_HEAD.zh)})
_HEAD_LINES = 4
_PAGE = re.compile(r"[1-9１-９][0-9０-９]?")
_CONTENT = "信息内容"
_TORN = re.compile(r"[?？]?\s*\d[\d\s,.]*")
_ITEM = "第二十条"


@attrs.frozen
class Item:
    """A line that is one cell; ``width`` is how many columns the pipes behind it count."""

    text: str
    place: Place
    width: int = 1
    after_gap: bool = False
    piped: bool = False

    @property
    def is_value(self) -> bool:
        """Tell whether the line prints a value, a torn one, or is a cell with nothing in it."""
        if not self.text:
            return self.width == 1
        return parse_value(self.text) is not None or _TORN.fullmatch(self.text) is not None

    @property
    def is_number(self) -> bool:
        """Tell whether the line prints a number."""
        value = parse_value(self.text) if self.text else None
        return value is not None and value.number is not None

    @property
    def fills_up(self) -> bool:
        """Tell whether the line holds nothing but the columns that a row has too few of."""
        return not self.text and self.width > 1


@attrs.frozen(kw_only=True)
class Stacked:
    """Values of a table, with the texts above them: what is not of it, a head, and a label."""

    table: str
    before: tuple[Item, ...]
    head: tuple[Item, ...]
    label: tuple[Item, ...]
    values: tuple[Item, ...]

    @property
    def printed(self) -> tuple[Item, ...]:
        """The values that are printed: a blank line may be a cell of this row or of the next."""
        return tuple(item for item in self.values if item.text)

    @property
    def is_complete(self) -> bool:
        """Tell whether there are as many values as a row of the table has."""
        most = {"requests": (len(_APPLICANTS),), "remedies": (len(_RESULTS) * _BLOCKS,)}
        return bool(self.label) and len(self.printed) in most.get(self.table, (1, 2, 3))


def regular_grid(rows: Sequence[Stacked]) -> Grid:
    """Return rows of one table as an exact grid."""
    build = {"proactive_disclosure": _proactive, "requests": _requests, "remedies": _remedies}
    found = [GridRow(tuple(cells)) for cells in build[rows[0].table](rows) if cells]
    return Grid(tuple(found), exact=True)


def unlabelled_grid(values: Sequence[Item]) -> Grid:
    """Return values without a label as an exact grid, in the one column that they stand in."""
    return Grid((GridRow(tuple(_untold(values, 0))),), exact=True)


def _cell(item: Item | None, column: int, text: str | None = None) -> GridCell:
    if item is None:
        return GridCell("", column, column + 1, Place(text=""))
    shown = item.text if text is None else text
    place = attrs.evolve(item.place, text=shown)
    return GridCell(shown, column, column + 1, place)


def _row(items: Sequence[Item], start: int) -> list[GridCell]:
    return [_cell(item, column) for column, item in enumerate(items, start=start)]


def _joined(items: Sequence[Item], column: int) -> GridCell:
    if not items:
        return _cell(None, column)
    return _cell(items[0], column, "".join(item.text for item in items))


def _untold(items: Sequence[Item], column: int) -> list[GridCell]:
    """Return values in one column, as the lines stand: which columns they are cannot be told."""
    return [_cell(item, column) for item in items]


# ------------------------------------------------------------------ 二


def _proactive(rows: Sequence[Stacked]) -> Iterator[list[GridCell]]:
    for row in rows:
        alone = [i for i in row.head if _is_row("proactive_disclosure", i.text)]
        heads = list(_heads([i for i in row.head if i not in alone]))
        if alone and heads:
            yield from ([_cell(item, 0)] for item in alone)
        if heads:
            yield [_cell(None, 0), *(_joined(h, column) for column, h in enumerate(heads, start=1))]
        if alone and not heads:
            yield from ([_cell(item, 0)] for item in alone)
        if row.label:
            yield [_joined(row.label, 0), *_row(row.printed, 1)]


def _is_row(table: str, text: str) -> bool:
    return row_told(table, text) is not None and not columns_named(table, text)


def _heads(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Return the heads of columns among some lines, each of which may run over several."""
    start = 0
    lines = [item for item in items if not normal(item.text).startswith(_ITEM)]
    if lines and normal(lines[0].text).startswith(_CONTENT):
        rest = normal(lines[0].text).removeprefix(_CONTENT)
        lines = [attrs.evolve(lines[0], text=rest)] * bool(rest) + lines[1:]
    while start < len(lines):
        most = min(_HEAD_LINES, len(lines) - start)
        ends = [
            start + count
            for count in range(1, most + 1)
            if columns_named(
                "proactive_disclosure", "".join(i.text for i in lines[start : start + count])
            )
        ]
        end = ends[0] if ends else start + 1
        yield lines[start:end]
        start = end


# ------------------------------------------------------------------ 三


def _requests(rows: Sequence[Stacked]) -> Iterator[list[GridCell]]:
    """Lay out rows of seven values behind a group and a label.

    If the heads are not those of the form in its order, values stay in one column as the lines do.
    """
    size = len(_APPLICANTS)
    by_order = True
    for row in rows:
        words, rest = _parted(row.head, _APPLICANTS)
        if words:
            names = [normal(word.text) for word in words]
            by_order = _in_order(names, has_organizations=_has_organizations(row.head))
            if by_order and len(words) == size:
                ordered = sorted(words, key=lambda word: _APPLICANTS.index(normal(word.text)))
                yield [_cell(None, 0), _cell(None, 1), *_row(ordered, 2)]
            elif not by_order:  # for what goes on below without a head
                yield [_cell(None, 0), _cell(None, 1), *_row(words, 2)]
        last = rest.pop() if rest and _is_group(rest[-1].text) else None
        yield from (
            [_cell(None, 0), _cell(item, 1)] for item in rest if _is_row("requests", item.text)
        )
        labels = [_cell(last, 0), _joined(row.label, 1)]
        told = by_order and len(row.printed) == size and not _may_hold_a_page_number(row.printed)
        if row.label and not row.printed:
            yield labels
        for start in range(0, len(row.printed), size):
            values = row.printed[start : start + size]
            yield [*labels, *(_row(values, 2) if told else _untold(values, 2))]
            labels = [_cell(None, 0), _cell(None, 1)]


def _may_hold_a_page_number(values: Sequence[Item]) -> bool:
    """Tell whether one of seven values may be the number of a page, and a blank left no line.

    A small number that no pipe sets off may be one; not if the values add up to the total.
    """
    numbers = [value.number if (value := parse_value(i.text)) else None for i in values]
    small = [i for i in values if not i.piped and _PAGE.fullmatch(i.text.strip())]
    *parts, total = numbers
    return bool(small) and (total is None or sum(n or 0 for n in parts) != total)


def _parted(items: Sequence[Item], labels: Sequence[str]) -> tuple[list[Item], list[Item]]:
    """Return the heads of columns among some lines, and the lines behind the last of them."""
    words: list[Item] = []
    end = 0
    for start in range(len(items)):
        if start < end:
            continue
        for count in range(1, min(_HEAD_LINES, len(items) - start) + 1):
            text = "".join(item.text for item in items[start : start + count])
            if normal(text) in labels and not _is_group(text):
                words.append(attrs.evolve(items[start], text=text))
                end = start + count
                break
    return words, list(items[end:])


def _is_group(text: str) -> bool:
    return normal(text) in group_labels("requests")


def is_head(table: str, texts: Sequence[Item]) -> bool:
    """Tell whether the last of some lines is the head of a column, as those before it are.

    A total may be a row as well: it is a head only among heads.
    """
    if not texts:
        return True
    if table != "requests":
        return bool(columns_named(table, texts[-1].text))
    return all(normal(item.text) in _HEADS for item in texts[-2:])


def _has_organizations(items: Sequence[Item]) -> bool:
    return any(normal(item.text) == normal(ORGANIZATIONS.zh) for item in items)


def _in_order(names: Sequence[str], *, has_organizations: bool) -> bool:
    """Tell whether heads of columns are read as the form has them, whichever are there.

    The form prints the total last, or in the row above, behind the head of the organizations.
    """
    person, *organizations, total = _APPLICANTS
    orders = [list(_APPLICANTS)]
    if has_organizations:
        orders.append([person, total, *organizations])
    return any(list(names) == [name for name in order if name in names] for order in orders)


# ------------------------------------------------------------------ 四


def _remedies(rows: Sequence[Stacked]) -> Iterator[list[GridCell]]:
    size = len(_RESULTS)
    for row in rows:
        words, _ = _parted(row.head, _RESULTS)
        names = [normal(word.text) for word in words]
        blocks = [normal(target.layouts[0].label.zh) for target in row_targets("remedies")]
        block = next((i for i in row.head if normal(i.text) in blocks), None)
        whole = len(row.printed) == size * _BLOCKS
        by_order = not words or names == list(_RESULTS) * (_BLOCKS if whole else 1)
        if words and by_order:
            yield [*([] if whole else [_cell(None, 0)]), *_row(words, 0 if whole else 1)]
        start = 0 if whole else 1
        block_label = [] if whole else [_cell(block, 0)]
        values = _row(row.printed, start) if by_order else _untold(row.printed, start)
        yield [*block_label, *values]
