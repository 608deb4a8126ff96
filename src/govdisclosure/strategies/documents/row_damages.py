"""What happens to rows of documents."""

from random import Random

import attrs

from .rows import Document, Row, seldom, tossed


def delete_row(random: Random, document: Document) -> Document:
    """A row is gone."""
    place = random.choice(document.places())
    return document.replace({place: []})


def delete_row_and_strip_next(random: Random, document: Document) -> Document:
    """A row is gone, and the next one has lost its label."""
    place = random.choice(document.places())
    following = [p for p in document.places() if p > place]
    changes: dict[int, Row | list[Row]] = {place: []}
    if following:
        changes[following[0]] = _stripped(document, following[0], every=tossed(random))
    return document.replace(changes)


def duplicate_row(random: Random, document: Document) -> Document:
    """A row stands twice, next to itself or further down in its table."""
    place = random.choice(document.places())
    row = attrs.evolve(document.rows[place], touched=True)
    same = [p for p in document.places(table=row.table) if p > place]
    if same and tossed(random):
        there = random.choice(same)
        return document.replace({place: row, there: [document.rows[there], row]})
    return document.replace({place: [row, row]})


def contradict_row(random: Random, document: Document) -> Document:
    """A row stands twice, with other numbers."""
    place = random.choice(document.places())
    row = attrs.evolve(document.rows[place], touched=True)
    other = row
    for piece in row.values:
        old = row.pieces[piece]
        other = other.with_piece(piece, old.replace(old.strip(), str(random.randint(10**5, 10**6))))
    return document.replace({place: [row, other]})


def strip_label(random: Random, document: Document) -> Document:
    """A row has lost its label, or all of its labels."""
    place = random.choice(document.places())
    return document.replace({place: _stripped(document, place, every=tossed(random))})


def _stripped(document: Document, place: int, *, every: bool) -> Row:
    row = document.rows[place]
    for piece in row.labels if every else row.labels[-1:]:
        row = row.with_piece(piece, document.blank(row.pieces[piece]))
    return attrs.evolve(row, touched=True)


def tear_label(random: Random, document: Document) -> Document:
    """A label has lost characters, or has them in another order."""
    place = random.choice([p for p in document.places() if document.rows[p].labels])
    row = document.rows[place]
    piece = random.choice(row.labels)
    text = row.pieces[piece]
    kept = [c for c in text.strip() if not seldom(random)]
    if seldom(random):
        random.shuffle(kept)
    torn = "".join(kept)
    pad = document.blank(text)[: max(len(document.blank(text)) - len(torn), 0)]
    return document.replace({place: row.with_piece(piece, torn + pad)})


def swap_labels(random: Random, document: Document) -> Document:
    """Two rows of a table have changed labels: their numbers are then those of the labels."""
    places = [p for p in document.places() if document.rows[p].labels]
    first = random.choice(places)
    same = [p for p in places if document.rows[p].table == document.rows[first].table]
    second = random.choice(same)
    one, other = (document.rows[p] for p in (first, second))
    if {_column(a) for a in one.values.values()} != {_column(a) for a in other.values.values()}:
        return document
    pieces = [_stem(row) for row in (one, other)]
    moved = [
        attrs.evolve(
            row,
            values={i: f"{stem}.{_column(a)}" for i, a in row.values.items()},
            pieces=tuple(
                source.pieces[source.labels[-1]] if i == row.labels[-1] else p
                for i, p in enumerate(row.pieces)
            ),
            touched=True,
        )
        for row, source, stem in ((one, other, pieces[1]), (other, one, pieces[0]))
    ]
    return document.replace({first: moved[0], second: moved[1]})


def _column(address: str) -> str:
    return address.rpartition(".")[2]


def _stem(row: Row) -> str:
    return next(iter(row.values.values())).rpartition(".")[0]


def move_row(random: Random, document: Document) -> Document:
    """A row stands elsewhere in its table."""
    place = random.choice(document.places())
    row = document.rows[place]
    there = random.choice(document.places(table=row.table))
    if there == place:
        return document
    moved = attrs.evolve(row, touched=True)
    return document.replace({place: [], there: [document.rows[there], moved]})


def shift_row(random: Random, document: Document) -> Document:
    """The cells of a row stand one place further left or right than those of the others."""
    place = random.choice(document.places())
    row = document.rows[place]
    first = min(row.values)
    empty = [i for i in range(first) if not row.pieces[i].strip()]
    if empty and tossed(random):
        return document.replace({place: row.without_piece(random.choice(empty))})
    return document.replace({place: row.with_gap(random.randint(0, first), document.blank("0  "))})


def drop_blanks(random: Random, document: Document) -> Document:
    """A row has lost its empty cells, and the others have moved up."""
    blank = [
        place
        for place in document.places()
        if any(not document.rows[place].pieces[i].strip() for i in _in_values(document.rows[place]))
    ]
    if not blank:
        return document
    place = random.choice(blank)
    row = document.rows[place]
    for piece in reversed(_in_values(row)):
        if not row.pieces[piece].strip():
            row = row.without_piece(piece)
    return document.replace({place: row})


def _in_values(row: Row) -> range:
    """The places of a row from its first value on."""
    return range(min(row.values, default=len(row.pieces)), len(row.pieces))


def local_row(random: Random, document: Document) -> Document:
    """A table has a row of its own, which the form does not know."""
    place = random.choice(document.places())
    row = document.rows[place]
    numbers = {i: str(random.randint(10**5, 10**6)) for i in row.values}
    pieces = tuple(
        numbers.get(i, "其他地方统计事项" if i in row.labels[-1:] else document.blank(p))
        for i, p in enumerate(row.pieces)
    )
    return document.replace({place: [row, Row(pieces, table=row.table, touched=True)]})
