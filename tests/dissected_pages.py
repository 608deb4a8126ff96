"""Real web pages as documents of rows, each number made unique, for damaging."""

import html
import re

from lxml import etree

from govdisclosure.readers.blocks import Grid, Paragraph
from govdisclosure.readers.html import html_blocks
from govdisclosure.readers.limits import Limits
from govdisclosure.reading import Reading
from govdisclosure.records.cells import rows as form_rows
from govdisclosure.strategies.documents.rows import Document, Row


class Cell(str):
    """The text of a cell, with the spans that the page gives it."""

    __slots__ = ("spans",)

    def __new__(cls, text, spans=""):
        """A text with its spans, as attributes of the cell."""
        cell = super().__new__(cls, text)
        cell.spans = spans
        return cell

    def like(self, text):
        """Another text in the same cell."""
        return Cell(text, self.spans)


def dissected_page(data, reading: Reading, random):
    """The document of a page that is read whole, its numbers replaced by unique ones."""
    unique = iter(random.sample(range(100, 1000), 300))
    small = iter(random.sample(range(10, 100), 60))
    cells = {(p.table, p.row, p.column): address for address, p in reading.places.items()}
    blocks = html_blocks(data, Limits())
    tables = _tables(data, [block for block in blocks if isinstance(block, Grid)])
    rows, number = [], 0
    for block in blocks:
        if isinstance(block, Paragraph):
            rows.append(Row((block.text,)))
            continue
        number += 1
        below = {a.partition(".")[0] for (t, _, _), a in cells.items() if t == number}
        table = below.pop() if below else f"table {number}"
        for spans, row in zip(tables[number - 1], block.rows, strict=True):
            pieces = [Cell(c.text, s) for c, s in zip(row.cells, spans, strict=True)]
            found = {
                i: cells[number, c.place.row, c.place.column]
                for i, c in enumerate(row.cells)
                if c.text and (number, c.place.row, c.place.column) in cells
            }
            for i in found:
                digits = str(next(small if table == "remedies" else unique))
                pieces[i] = pieces[i].like(re.sub(r"\d[\d.]*", digits, pieces[i], count=1))
            words = [i for i, p in enumerate(pieces) if p.strip() and i < min(found, default=0)]
            labels = tuple(words) if table != "remedies" else ()
            heads = {} if found else heads_of(table, row)
            rows.append(
                Row(
                    tuple(pieces),
                    table=table,
                    values=found,
                    labels=labels,
                    heads=heads,
                    is_head=not found and any(p.strip() for p in pieces),
                )
            )
    return Document(
        tuple(rows), blank=lambda piece: piece.like("") if isinstance(piece, Cell) else ""
    )


def _tables(data, grids):
    """The spans of each cell of the tables that are grids, as attributes."""
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    found = []
    for table in root.iter("table"):
        lines = list(table.iter("tr"))
        spans = [[_spans(cell) for cell in line.iterchildren("td", "th")] for line in lines]
        shape = [len(line) for line in spans]
        at = len(found)
        if at < len(grids) and shape == [len(row.cells) for row in grids[at].rows]:
            found.append(spans)
    assert len(found) == len(grids)
    return found


def _spans(cell):
    names = ("colspan", "rowspan")
    return "".join(f' {name}="{cell.get(name)}"' for name in names if cell.get(name))


def heads_of(table, row):
    """What the header cells of table 三 name, where each names one column."""
    if table != "requests":
        return {}
    labels = {
        column.label.zh: name
        for form in form_rows()
        if form.table == table
        for name, column in form.columns.items()
    }
    found = {
        i: f"requests.{labels[plain]}"
        for i, cell in enumerate(row.cells)
        if (plain := re.sub(r"\s", "", cell.text)) in labels and cell.right - cell.left == 1
    }
    return found if len(found) > 1 else {}


def by_page(document):
    """A document as a page: rows of tables in tables, with their spans; all else a paragraph."""
    page, before = [], None
    for row in document.rows:
        if row.table != before:
            page.append("</table>" if before else "")
            page.append("<table>" if row.table else "")
            before = row.table
        if row.table:
            cells = [
                f"<td{getattr(piece, 'spans', '')}>{html.escape(piece)}</td>"
                for piece in row.pieces
            ]
            page.append("<tr>" + "".join(cells) + "</tr>")
        else:
            page += [f"<p>{html.escape(piece)}</p>" for piece in row.pieces if piece]
    return "<html><body>" + "\n".join(page) + ("</table>" if before else "") + "</body></html>"
