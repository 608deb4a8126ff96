"""What happens to single cells of documents."""

from collections.abc import Callable
from random import Random

from .rows import Document, Row


def blank_number(random: Random, document: Document) -> Document:
    """A cell is empty."""
    return _in_a_cell(random, document, lambda row, piece: _emptied(document, row, piece))


def _emptied(document: Document, row: Row, piece: int) -> Row:
    values = {i: address for i, address in row.values.items() if i != piece}
    return row.with_piece(piece, document.blank(row.pieces[piece]), values=values)


def drop_number(random: Random, document: Document) -> Document:
    """A cell is gone, and what follows has moved up."""
    return _in_a_cell(random, document, lambda row, piece: row.without_piece(piece))


def _in_a_cell(random: Random, document: Document, change: Callable[[Row, int], Row]) -> Document:
    place = random.choice(document.places())
    row = document.rows[place]
    return document.replace({place: change(row, random.choice(list(row.values)))})


def odd_blank(random: Random, document: Document) -> Document:
    """A cell prints a sign for nothing."""

    def change(row: Row, piece: int) -> Row:
        sign = random.choice(["/", "—", "-", "不适用"])
        values = {i: address for i, address in row.values.items() if i != piece}
        old = row.pieces[piece]
        return row.with_piece(piece, old.replace(old.strip(), sign), values=values)

    return _in_a_cell(random, document, change)


def full_width_digits(random: Random, document: Document) -> Document:
    """A row prints full-width digits."""
    place = random.choice(document.places())
    row = document.rows[place]
    wide = {ord(str(i)): chr(ord("０") + i) for i in range(10)}
    for piece in row.values:
        row = row.with_piece(piece, row.pieces[piece].translate(wide))
    return document.replace({place: row})


def tear_number(random: Random, document: Document) -> Document:
    """A number is torn in two."""

    def change(row: Row, piece: int) -> Row:
        text = row.pieces[piece]
        digits = text.strip()
        values = {i: address for i, address in row.values.items() if i != piece}
        return row.with_piece(
            piece, text.replace(digits, f"{digits[:1]} {digits[1:]}"), values=values
        )

    return _in_a_cell(random, document, change)
