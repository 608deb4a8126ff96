"""Real texts as documents of rows, each number made unique, for damaging."""

import re

import govdisclosure as gd
from govdisclosure.records.cells import rows as form_rows
from govdisclosure.strategies.documents.rows import Document, Row

_TOKEN = re.compile(r"\S+(?: (?!\s)\S+)*\s*")


def dissected(text, random):
    """The document of a text that is read whole, its numbers replaced by unique ones."""
    reading = gd.read(text.encode())
    lines = text.splitlines()
    tabbed = any(line.count("\t") > 1 for line in lines)
    cells = {}
    for address, place in reading.places.items():
        cells.setdefault(place.line, {})[place.column - 1] = address
    unique = iter(random.sample(range(100, 1000), 300))
    small = iter(random.sample(range(10, 100), 60))
    rows = []
    for number, line in enumerate(lines, start=1):
        pieces = line.split("\t") if tabbed else _pieces(line)
        found = cells.get(number, {})
        found = {i: address for i, address in found.items() if pieces[i].strip()}
        table = next(iter(found.values())).partition(".")[0] if found else None
        for i in found:
            numbers = small if table == "remedies" else unique
            pieces[i] = _renumbered(pieces[i], str(next(numbers)), last=i == len(pieces) - 1)
        words = [i for i, p in enumerate(pieces) if p.strip() and i < min(found, default=0)]
        labels = tuple(words) if table != "remedies" else ()
        rows.append(Row(tuple(pieces), table=table, values=found, labels=labels))
    blank = (lambda _piece: "") if tabbed else (lambda piece: " " * len(piece))
    return Document(_with_heads(rows, exact=tabbed), blank=blank)


def _pieces(line):
    start = len(line) - len(line.lstrip())
    found = [match.group() for match in _TOKEN.finditer(line, start)]
    return [line[:start] + found[0], *found[1:]] if found else [line]


def _renumbered(piece, number, *, last):
    printed = piece.strip()
    start = piece.index(printed)
    tail = piece[start + len(printed) :]
    room = max(len(tail) - (len(number) - len(printed)), 0 if last else 1)
    return piece[:start] + number + " " * (0 if last or not tail else room)


def _with_heads(rows, *, exact):
    """Mark the rows between a table's start and its numbers as headers, and what they name."""
    labels = {column.label.zh for row in form_rows() for column in row.columns.values()}
    labels |= {label.replace("（单位：万元）", "(单位:万元)") for label in labels}
    found = list(rows)
    below = None
    for place in reversed(range(len(rows))):
        row = rows[place]
        if row.values:
            below = row
            continue
        filled = [i for i, piece in enumerate(row.pieces) if piece.strip()]
        if below is None or len(row.pieces) < 2 or not filled:
            if len(row.pieces) < 2 and row.pieces[0].strip():
                below = None
            continue
        heads = {}
        if exact:
            heads = {
                i: _head(below.values[i])
                for i in filled
                if i in below.values and re.sub(r"\s", "", row.pieces[i]) in labels
            }
        found[place] = Row(row.pieces, table=below.table, heads=heads, is_head=True)
    return tuple(found)


def _head(address):
    table, _, _ = address.partition(".")
    stem, _, column = address.rpartition(".")
    return f"{stem if table == 'remedies' else table}.{column}"
