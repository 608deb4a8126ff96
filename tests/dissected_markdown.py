"""Real reports in Markdown as documents of rows, each number made unique, for damaging."""

import re

import govdisclosure as gd
from dissected import _with_heads
from govdisclosure.strategies.documents.rows import Document, Row

_BEHIND_A_LABEL = re.compile(r"\A(.*\D )(\d[\d.]*)\Z")


def dissected_markdown(text, random):
    """The document of a Markdown text that is read whole, its numbers replaced by unique ones."""
    reading = gd.read(text.encode(), format="md")
    cells = {}
    for address, place in reading.places.items():
        if place.text:
            cells.setdefault(place.line, {})[(place.column or 2) - 1] = address
    unique = iter(random.sample(range(100, 1000), 300))
    small = iter(random.sample(range(10, 100), 60))
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = cells.get(number, {})
        pieces = _pieces(line, found)
        table = next(iter(found.values())).partition(".")[0] if found else None
        for i in found:
            pieces[i] = str(next(small if table == "remedies" else unique))
        words = [i for i, p in enumerate(pieces) if p.strip() and i < min(found, default=0)]
        labels = tuple(words) if table != "remedies" else ()
        rows.append(Row(tuple(pieces), table=table, values=found, labels=labels))
    return Document(_with_heads(rows, exact=True))


def _pieces(line, found):
    if line.startswith("|"):
        return [piece.strip() for piece in line.strip().strip("|").split("|")]
    behind = _BEHIND_A_LABEL.match(line) if found else None
    return list(behind.groups()) if behind else [line]


def by_its_pipes(document):
    """The Markdown of a document: pieces between pipes, or a label and the number behind it."""
    return "\n".join(_line(row.pieces) for row in document.rows)


def _line(pieces):
    if len(pieces) == 1:
        return pieces[0]
    if len(pieces) == 2 and pieces[0].endswith(" "):
        return "".join(pieces)
    return f"| {' | '.join(pieces)} |"
