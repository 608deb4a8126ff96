"""Rows of pieces as a web page: rows of tables in tables, everything else a paragraph."""

from html import escape
from itertools import groupby

from .rows import Document, Row


def by_page(document: Document) -> bytes:
    """Return the document as a web page, as plain as an editor leaves it."""
    blocks = [
        _table(list(rows)) if table is not None else "\n".join(map(_paragraph, rows))
        for table, rows in groupby(document.rows, key=lambda row: row.table)
    ]
    body = "\n".join(blocks)
    page = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>{body}</body></html>'
    return page.encode()


def _table(rows: list[Row]) -> str:
    lines = ("".join(f"<td>{escape(piece)}</td>" for piece in row.pieces) for row in rows)
    return "<table>" + "\n".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def _paragraph(row: Row) -> str:
    return f"<p>{escape(' '.join(filter(None, row.pieces)))}</p>"
