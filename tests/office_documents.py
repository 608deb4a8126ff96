"""Documents of rows and pieces, printed as Word documents and as workbooks."""

import io
import re

from docx import Document as WordDocument
from docx.oxml import OxmlElement
from openpyxl import Workbook
from openpyxl.styles import Border, Side

_BORDER = Border(*[Side(style="thin")] * 4)
_PLAIN = re.compile(r"0|[1-9]\d{0,14}")


def by_docx(document):
    """A document as a Word document: rows of a table in tables, everything else a paragraph."""
    made = WordDocument()
    for rows in _runs(document):
        if rows[0].table is None:
            for row in rows:
                made.add_paragraph(" ".join(piece for piece in row.pieces if piece))
        else:
            made.element.body[-1].addprevious(_table(rows))
            made.add_paragraph()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _runs(document):
    """The rows, those of one table that follow each other together."""
    runs = []
    for row in document.rows:
        if runs and runs[-1][-1].table == row.table:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _table(rows):
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


def by_xlsx(document):
    """A document as a workbook of one sheet: numbers as numbers, rows of tables with borders.

    A blank row is between a table and what follows it.
    """
    book = Workbook()
    sheet = book.active
    at = 0
    for rows in _runs(document):
        for row in rows:
            at += 1
            for column, piece in enumerate(row.pieces, start=1):
                cell = sheet.cell(at, column)
                cell.value = int(piece) if _PLAIN.fullmatch(piece) else piece or None
                if cell.data_type == "f":
                    cell.data_type = "s"
                if row.table is not None:
                    cell.border = _BORDER
        if rows[0].table is not None:
            at += 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
