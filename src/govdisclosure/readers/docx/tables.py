"""Tables of a Word document: the columns of the grid that each cell covers."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from docx.oxml.ns import qn

from ...reading import Place
from ..blocks import Grid, GridCell, GridRow
from ..bounding import check_cells, check_columns
from ..limits import Limits
from ..values import parse_value
from .looks import PARAGRAPH_STYLE, SHOWN_OTHERWISE, Looks
from .names import TAG, VALUE, inside, is_gone, is_on, whole
from .paragraphs import Pen, write_paragraph

_LONGEST_CELL = 400
_ROW_PROPERTIES, _CELL_PROPERTIES = qn("w:trPr"), qn("w:tcPr")
_HIDDEN, _BEFORE, _SPAN = map(qn, ("w:hidden", "w:gridBefore", "w:gridSpan"))
_DOWN, _ACROSS = qn("w:vMerge"), qn("w:hMerge")
_MORE_THAN_TEXT = (
    *SHOWN_OTHERWISE,
    *(TAG.sdt, TAG.choices, TAG.tab, TAG.br, TAG.cr, TAG.symbol, TAG.hyphen, TAG.ruby),
    *(TAG.field, TAG.field_mark, TAG.field_code, TAG.footnote, TAG.endnote),
    *(TAG.drawing, TAG.picture, TAG.embedded, TAG.box),
    *map(qn, ("w:customXml", "w:ptab", "w:softHyphen", "w:cellDel", "w:pgNum")),
)
"""A table with none of these below it holds runs of text, and no more."""


@attrs.frozen
class Table:
    """A table read: as a grid, or else its cells, for it is page layout and to be gone into."""

    grid: Grid | None
    cells: tuple[Any, ...] = ()
    pictures: int = 0


@attrs.frozen
class _Cell:
    """A cell with the columns that it covers. ``below`` goes on from the cell above it.

    One that is ``merged`` may go on in the row below.
    """

    element: Any
    left: int
    right: int
    below: bool
    merged: bool


@attrs.define
class Tables:
    """The tables of a document, which are counted, and their rows and cells with them."""

    looks: Looks
    limits: Limits
    number: int = 0
    rows: int = 0
    cells: int = 0

    def read(self, table: Any) -> Table:
        """Read a table.

        Raises:
            UnreadableDocument: it goes beyond the limits.
        """
        rows = list(self._rows(table))
        if next(table.iterdescendants(TAG.tbl), None) is not None:
            return Table(None, _shown(rows))
        write = _written_plainly if self._is_plain(table) else self._written
        written = [[(cell, write(cell)) for cell in row] for row in rows]
        texts = [[(cell, _text(pen)) for cell, pen in row] for row in written]
        if any(len(text) > _LONGEST_CELL for row in texts for _, text in row):
            return Table(None, _shown(rows))
        if not any(not cell.below for row in rows for cell in row):
            return Table(None)
        self.number += 1
        grid_rows = [
            GridRow(
                tuple(
                    GridCell(
                        text,
                        cell.left,
                        cell.right,
                        Place(text=text, table=self.number, row=row, column=cell.left + 1),
                    )
                    for cell, text in cells
                    if not cell.below
                )
            )
            for row, cells in enumerate(texts, start=1)
        ]
        pictures = sum(pen.pictures for row in written for _, pen in row)
        kept = tuple(row for row in grid_rows if row.cells)
        return Table(Grid(kept, exact=True), pictures=pictures)

    def _rows(self, table: Any) -> Iterator[list[_Cell]]:
        reaching: frozenset[int] = frozenset()
        for row in inside(table):
            properties = row.find(_ROW_PROPERTIES) if row.tag == TAG.tr else None
            if row.tag != TAG.tr or is_gone(properties) or is_on(properties, _HIDDEN):
                continue
            self.rows += 1
            cells = list(self._cells(row, properties, reaching))
            reaching = frozenset(cell.left for cell in cells if cell.merged)
            yield cells

    def _cells(self, row: Any, properties: Any, reaching: frozenset[int]) -> Iterator[_Cell]:
        before = None if properties is None else properties.find(_BEFORE)
        column = max(whole(before), 0)
        held: _Cell | None = None
        for element in inside(row):
            if element.tag != TAG.tc:
                continue
            own = _properties(element)
            if _DELETED in own:
                continue
            width = max(whole(own.get(_SPAN)), 1)
            check_columns(column + width, self.limits)
            left, column = column, column + width
            if held is not None and _merge(own, _ACROSS) == _GOES_ON:
                held = attrs.evolve(held, right=column)
                continue
            if held is not None:
                yield held
            self.cells += 1
            check_cells(self.rows, self.cells, self.limits)
            down = _merge(own, _DOWN)
            below = down == _GOES_ON and left in reaching
            held = _Cell(element, left, column, below, merged=down is not None)
        if held is not None:
            yield held

    def _is_plain(self, table: Any) -> bool:
        """Tell whether a table holds text that is shown as it stands, and nothing else."""
        if self.looks.numbers or next(table.iterdescendants(*_MORE_THAN_TEXT), None) is not None:
            return False
        styles = {style.get(VALUE) for style in table.iterdescendants(PARAGRAPH_STYLE)}
        return all(self.looks.is_plain(style) for style in (None, *styles))

    def _written(self, cell: _Cell) -> Pen:
        pen = Pen()
        if not cell.below:
            self._write(cell.element, pen)
        return pen

    def _write(self, container: Any, pen: Pen) -> None:
        """Write the paragraphs of a cell, each on a line, and those of the text boxes in it."""
        for paragraph in inside(container):
            if paragraph.tag == TAG.p:
                self._write_paragraph(paragraph, pen)
                if not self.looks.goes_on(paragraph):
                    pen.new_line()
        boxes, pen.boxes = pen.boxes, []
        for box in boxes:
            self._write(box, pen)

    def _write_paragraph(self, paragraph: Any, pen: Pen) -> None:
        """Write a paragraph; an automatic number before a value is in brackets, and no digit."""
        number = self.looks.numbers.get(paragraph)
        if number is None:
            write_paragraph(paragraph, self.looks, pen)
            return
        alone = Pen()
        write_paragraph(paragraph, attrs.evolve(self.looks, numbers={}), alone)
        text = "\n".join(alone.lines)
        if parse_value(text) is None:
            write_paragraph(paragraph, self.looks, pen)
        elif text.strip():
            pen.written[-1] += f"[{number}]{text}"


def _written_plainly(cell: _Cell) -> Pen:
    pen = Pen()
    if not cell.below:
        pen.written = [
            "".join(text.text or "" for text in paragraph.iter(TAG.t))
            for paragraph in cell.element.iterchildren(TAG.p)
        ] or [""]
    return pen


_GOES_ON = "continue"
_DELETED = qn("w:cellDel")


def _properties(cell: Any) -> Mapping[str, Any]:
    """Return what says how a cell is merged with others, by name; most cells have nothing."""
    own = cell.find(_CELL_PROPERTIES)
    if own is None:
        return _NONE
    return {one.tag: one for one in own.iterchildren(_SPAN, _DOWN, _ACROSS, _DELETED)}


_NONE: Mapping[str, Any] = MappingProxyType({})


def _merge(properties: Mapping[str, Any], name: str) -> str | None:
    """Return how a cell is merged: whether it begins a merged cell, or goes on with one."""
    found = properties.get(name)
    return None if found is None else found.get(VALUE, _GOES_ON)


def _shown(rows: list[list[_Cell]]) -> tuple[Any, ...]:
    return tuple(cell.element for row in rows for cell in row if not cell.below)


def _text(pen: Pen) -> str:
    return "\n".join(line for line in pen.lines if line)
