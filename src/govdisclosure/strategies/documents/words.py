"""Rows of pieces as Word documents."""

import io
from typing import Any

from docx import Document as WordDocument
from docx.oxml import OxmlElement

from .rows import Document, Row, runs


def by_docx(document: Document) -> bytes:
    """A document as a Word document: rows of a table in tables, everything else a paragraph."""
    made = WordDocument()
    for rows in runs(document):
        if rows[0].table is None:
            for row in rows:
                made.add_paragraph(" ".join(piece for piece in row.pieces if piece))
        else:
            made.element.body[-1].addprevious(_table(rows))
            made.add_paragraph()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _table(rows: list[Row]) -> Any:
    """A table as Word writes it: a row with fewer cells ends before the last column."""
    width = max(len(row.pieces) for row in rows)
    table = OxmlElement("w:tbl")
    table.append(OxmlElement("w:tblPr"))
    grid = OxmlElement("w:tblGrid")
    for _ in range(width):
        grid.append(OxmlElement("w:gridCol"))
    table.append(grid)
    for row in rows:
        line = OxmlElement("w:tr")
        if len(row.pieces) < width:
            properties = OxmlElement("w:trPr")
            after = OxmlElement("w:gridAfter")
            after.set(_VALUE, str(width - len(row.pieces)))
            properties.append(after)
            line.append(properties)
        for piece in row.pieces:
            cell = OxmlElement("w:tc")
            paragraph = OxmlElement("w:p")
            run = OxmlElement("w:r")
            text = OxmlElement("w:t")
            text.text = piece
            run.append(text)
            paragraph.append(run)
            cell.append(paragraph)
            line.append(cell)
        table.append(line)
    return table


_VALUE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"
