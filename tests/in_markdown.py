"""Documents of rows printed in further ways: Markdown, pipes alone, and one cell a line."""

from itertools import groupby


def by_markdown(document):
    """The document in Markdown: rows of several pieces as tables, others as lines.

    Each run of rows is a table, with the line that Markdown wants below its first row.
    """
    blocks = []
    for piped, rows in groupby(document.rows, key=lambda row: len(row.pieces) > 1):
        lines = [_piped(row.pieces) if piped else _escaped(row.pieces[0]) for row in rows]
        if piped:
            lines.insert(1, _piped(["---"] * (lines[0].count("|") - 1)))
        blocks.append("\n".join(lines) if piped else "\n\n".join(filter(None, lines)))
    return "\n\n".join(blocks)


def _piped(pieces):
    return f"| {' | '.join(pieces)} |"


def _escaped(text):
    return text.replace("*", r"\*").replace("|", r"\|")


def by_pipes(document):
    """The document with a pipe behind each piece of a row, and no other mark of a table."""
    return "\n".join(
        " | ".join(row.pieces) + (" |" if len(row.pieces) > 1 else "") for row in document.rows
    )


def by_lines(document):
    """The document with each piece on a line of its own; what is blank leaves no line."""
    return "\n\n".join(
        piece.strip() for row in document.rows for piece in row.pieces if piece.strip()
    )


def by_piped_lines(document):
    """The document with each piece on a line that a pipe ends, blank ones too."""
    return "\n".join(
        "\n".join(f"{piece} |" for piece in row.pieces) if len(row.pieces) > 1 else row.pieces[0]
        for row in document.rows
    )
