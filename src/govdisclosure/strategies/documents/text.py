"""Rows of pieces as text: by tabs, spaces, pipes, lines, and as Markdown."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby

import attrs

from .rows import Document, Row


def by_tabs(document: Document) -> str:
    """The document as text, its pieces set apart by tabs."""
    return "\n".join("\t".join(row.pieces) for row in document.rows)


def in_spaces(document: Document, wide: int = 2, gap: int = 3) -> Document:
    """The document with its pieces padded into columns of spaces, characters *wide* columns each.

    Pieces over and beside the columns of a table are as wide as the widest in their place.
    """
    widths: dict[tuple[str | None, int], int] = {}
    for row in document.rows:
        for i, piece in enumerate(row.pieces if len(row.pieces) > 1 else ()):
            widths[row.table, i] = max(widths.get((row.table, i), 0), width(piece, wide))

    def padded(row: Row, i: int, piece: str) -> str:
        if len(row.pieces) == 1:
            return piece
        return piece + " " * (widths[row.table, i] + gap - width(piece, wide))

    rows = tuple(
        attrs.evolve(row, pieces=tuple(padded(row, i, p) for i, p in enumerate(row.pieces)))
        for row in document.rows
    )
    return Document(rows, blank=lambda piece: " " * width(piece, wide))


def by_spaces(document: Document) -> str:
    """The text of a document whose pieces are padded already."""
    return "\n".join("".join(row.pieces).rstrip() for row in document.rows)


def width(text: str, wide: int) -> int:
    """How many columns a text takes."""
    return sum(wide if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def by_markdown(document: Document) -> str:
    """The document in Markdown: rows of several pieces as tables, others as lines.

    Each run of rows is a table, with the line that Markdown wants below its first row.
    """
    blocks = []
    for piped, group in groupby(document.rows, key=lambda row: len(row.pieces) > 1):
        lines = [_piped(row.pieces) if piped else _escaped(row.pieces[0]) for row in group]
        if piped:
            lines.insert(1, _piped(["---"] * (lines[0].count("|") - 1)))
        blocks.append("\n".join(lines) if piped else "\n\n".join(filter(None, lines)))
    return "\n\n".join(blocks)


def _piped(pieces: Iterable[str]) -> str:
    return f"| {' | '.join(pieces)} |"


def _escaped(text: str) -> str:
    return text.replace("*", r"\*").replace("|", r"\|")


def by_pipes(document: Document) -> str:
    """The document with a pipe behind each piece of a row, and no other mark of a table."""
    return "\n".join(
        " | ".join(row.pieces) + (" |" if len(row.pieces) > 1 else "") for row in document.rows
    )


def by_lines(document: Document) -> str:
    """The document with each piece on a line of its own; what is blank leaves no line."""
    return "\n\n".join(
        piece.strip() for row in document.rows for piece in row.pieces if piece.strip()
    )


def by_piped_lines(document: Document) -> str:
    """The document with each piece on a line that a pipe ends, blank ones too."""
    return "\n".join(
        "\n".join(f"{piece} |" for piece in row.pieces) if len(row.pieces) > 1 else row.pieces[0]
        for row in document.rows
    )
