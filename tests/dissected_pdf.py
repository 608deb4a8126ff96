"""A real PDF as a document of rows, each number made unique, for damaging and printing anew."""

import re

from dissected_pages import heads_of
from govdisclosure.readers.blocks import Grid, Paragraph
from govdisclosure.readers.limits import Limits
from govdisclosure.readers.pdf import pdf_blocks
from govdisclosure.strategies.documents.rows import Document, Row


def dissected_pdf(data, reading, random):
    """The document of a PDF that is read whole; merged cells are printed in their first column."""
    unique = iter(random.sample(range(100, 1000), 300))
    small = iter(random.sample(range(10, 100), 60))
    cells = {(p.page, p.table, p.row, p.column): a for a, p in reading.places.items()}
    rows = []
    for block in pdf_blocks(data, Limits()):
        if isinstance(block, Paragraph):
            rows.append(Row((block.text,)))
        elif isinstance(block, Grid):
            width = max(row.width for row in block.rows)
            told = {
                cells.get(_key(c.place), "").partition(".")[0] for r in block.rows for c in r.cells
            }
            table = max(told) or None
            for row in block.rows:
                pieces = [""] * width
                for cell in row.cells:
                    pieces[cell.left] = cell.text
                found = {c.left: cells[_key(c.place)] for c in row.cells if _key(c.place) in cells}
                found = {i: address for i, address in found.items() if pieces[i]}
                for i in found:
                    digits = str(next(small if table == "remedies" else unique))
                    pieces[i] = re.sub(r"\d[\d.]*", digits, pieces[i], count=1)
                heads = {} if found else heads_of(table, row)
                words = [i for i, p in enumerate(pieces) if p and i < min(found, default=0)]
                rows.append(
                    Row(
                        tuple(pieces),
                        table=table,
                        values=found,
                        labels=tuple(words) if table != "remedies" else (),
                        heads={row.cells[i].left: name for i, name in heads.items()},
                        is_head=not found and any(pieces),
                    )
                )
    return Document(tuple(rows))


def _key(place):
    return place.page, place.table, place.row, place.column
