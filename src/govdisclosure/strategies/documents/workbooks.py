"""Rows of pieces as workbooks."""

import io
import re
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Border, Side

from .rows import Document, runs

_THIN = Side(style="thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_PLAIN = re.compile(r"0|[1-9]\d{0,14}")


def by_xlsx(document: Document) -> bytes:
    """A document as a workbook of one sheet: numbers as numbers, rows of tables with borders.

    A blank row is between a table and what follows it.
    """
    book = Workbook()
    sheet: Any = book.active
    at = 0
    for rows in runs(document):
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
