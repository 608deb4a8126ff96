"""Tables of one cell a line: labels and numbers that stand one below the other.

Copying out of a browser or a PDF leaves such tables. Only the form tells which lines make a row:
the texts before some values are a head and a label, and the values are the row's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ..blocks import Block, Grid, Paragraph
from ..furniture import is_marked_page_number
from ..values import is_number
from .labels import row_told
from .spans import numbers_in
from .stacked import Item, Stacked, is_head, regular_grid, unlabelled_grid
from .strays import is_of_the_form

_TABLES = ("proactive_disclosure", "requests", "remedies")
_LABELLED = _TABLES[:2]
_VALUE_AT_END = re.compile(
    r"\A(?P<label>.*[^\s\d.,，+\-−/—])\s+(?P<value>[+\-−]?\d[\d,]*(?:\.\d+)?|[/\-—])\Z", re.DOTALL
)
_LABEL_LINES = 4
_LONGEST_LABEL = 150
_PIECES = 3
"""So many numbers alone on a line may be the pieces of one that was torn."""
_ENOUGH_LABELS = 3
"""So many rows of the form without any number are a table that lost its numbers."""


def gathered(blocks: Sequence[Block], section: str | None) -> tuple[Block, ...]:
    """Return the blocks of a section with its tables of one cell a line made exact grids.

    *section* is its key, None before the first heading; sections in words stay as they are. Beside
    a grid only complete rows are taken: other lines there are pieces of its labels.
    """
    if section is not None and section not in _TABLES:
        return tuple(blocks)
    strict = any(isinstance(b, Grid) and _items(b) is None and _has_numbers(b) for b in blocks)
    found: list[Block] = []
    run: list[Item] = []
    for block in blocks:
        items = _items(block)
        if items is None:
            found += _regular(run, section, strict=strict)
            found.append(block)
            run = []
        else:
            run += items
    return (*found, *_regular(run, section, strict=strict))


def _has_numbers(grid: Grid) -> bool:
    return any(numbers_in(row) for row in grid.rows)


def _items(block: Block) -> list[Item] | None:
    """Return a block as lines of one cell each, None if it is none."""
    if isinstance(block, Paragraph):
        return _split(block)
    if not isinstance(block, Grid):
        return None
    if block.exact and all(len(row.cells) == 1 for row in block.rows):
        cells = [row.cells[0] for row in block.rows]
        return [Item(cell.text, cell.place, cell.right - cell.left, piped=True) for cell in cells]
    cells = [cell for row in block.rows for cell in row.cells]
    if len(cells) <= _PIECES and all(is_number(cell.text) for cell in cells):
        torn = " ".join(cell.text for cell in cells)
        return [Item(torn, attrs.evolve(cells[0].place, text=torn, column=None))]
    return None


def _split(paragraph: Paragraph) -> list[Item]:
    """Return a paragraph as a cell, or as a label of the form and the one value behind it."""
    text, place = paragraph.text, paragraph.place
    match = _VALUE_AT_END.match(text) if len(text) <= _LONGEST_LABEL else None
    if match is not None and any(row_told(table, match["label"]) for table in _LABELLED):
        return [Item(part, attrs.evolve(place, text=part)) for part in match.groups()]
    return [Item(text, place, after_gap=paragraph.after_gap)]


def _regular(run: Sequence[Item], section: str | None, *, strict: bool) -> Iterator[Block]:
    """Return a run of lines as grids, with the paragraphs around them."""
    if not any(item.is_number for item in run) and (strict or not _lost_its_numbers(run)):
        yield from _paragraphs(run)
        return
    table = section
    held: list[Stacked] = []
    for texts, values in _groups(run):
        stacked = _told(texts, values, table)
        if stacked is None or (strict and not stacked.is_complete):
            yield from _flushed(held)
            yield from _paragraphs(texts)
            yield from _beside(values, known=section is not None)
            continue
        if stacked.before or (held and stacked.table != held[-1].table):
            yield from _flushed(held)
            yield from _paragraphs(stacked.before)
        table = stacked.table
        held.append(stacked)
    yield from _flushed(held)


def _flushed(held: list[Stacked]) -> Iterator[Grid]:
    if held:
        yield regular_grid(held)
        held.clear()


def _beside(values: Sequence[Item], *, known: bool) -> Iterator[Block]:
    """Return values that are in no row: unplaced where several stand in a *known* table."""
    printed = [item for item in values if item.text]
    if known and len(printed) > 1:
        yield unlabelled_grid(printed)
    else:
        yield from _paragraphs(printed)


def _paragraphs(items: Iterable[Item]) -> Iterator[Paragraph]:
    return (Paragraph(i.text, i.place, i.after_gap) for i in items if i.text)


def _lost_its_numbers(run: Sequence[Item]) -> bool:
    labels = {target.address for i in run if (target := row_told(_LABELLED[0], i.text))}
    labels |= {target.address for i in run if (target := row_told(_LABELLED[1], i.text))}
    return len(labels) >= _ENOUGH_LABELS


def _groups(run: Sequence[Item]) -> Iterator[tuple[list[Item], list[Item]]]:
    """Cut a run into texts and the values behind them; what only fills a row up ends its values."""
    texts: list[Item] = []
    values: list[Item] = []
    ended = False
    for item in run:
        if item.fills_up:
            ended = bool(values)
        elif not item.is_value:
            if is_marked_page_number(item.text):
                continue
            if any(value.text for value in values) or (values and _label_told(texts, _LABELLED)):
                yield texts, values
                texts = []
            values, ended = [], False
            texts.append(item)
        elif texts and not ended:
            values.append(item)
        elif item.text:
            yield texts, [*values, item]
            texts, values, ended = [], [], False
    if texts or values:
        yield texts, values


def _told(texts: Sequence[Item], values: Sequence[Item], table: str | None) -> Stacked | None:
    """Return texts and values as rows of a table, None if they are of none."""
    found = (
        _label_told(texts, sorted(_LABELLED, key=lambda name: name != table)) if values else None
    )
    if found is not None:
        return _parted(found[0], texts, found[1], values)
    if table is None or (not values and not any(row_told(table, item.text) for item in texts)):
        return None
    unlabelled = table not in _LABELLED or not values or is_head(table, texts)
    return _parted(table, texts, 0 if unlabelled else 1, values)


def _label_told(texts: Sequence[Item], tables: Sequence[str]) -> tuple[str, int] | None:
    """Return the table that the last of some lines name a row of, and how many lines do so."""
    for lines in range(1, min(_LABEL_LINES, len(texts)) + 1):
        label = "".join(item.text for item in texts[-lines:])
        if len(label) > _LONGEST_LABEL:
            break
        for name in tables:
            if row_told(name, label) and not is_head(name, texts[: len(texts) - lines + 1]):
                return name, lines
    return None


def _parted(table: str, texts: Sequence[Item], label: int, values: Sequence[Item]) -> Stacked:
    """Part the texts before some values: what is not of the form, the head, and the label."""
    end = len(texts) - label
    foreign = [i for i, item in enumerate(texts[:end]) if not is_of_the_form(item.text)]
    start = foreign[-1] + 1 if foreign else 0
    return Stacked(
        table=table,
        before=tuple(texts[:start]),
        head=tuple(texts[start:end]),
        label=tuple(texts[end:]),
        values=tuple(values),
    )
