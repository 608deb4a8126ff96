"""What happens to tables, and to documents."""

from collections import defaultdict
from random import Random

import attrs

from .rows import Document, Row, tossed


def shift_labels(random: Random, document: Document) -> Document:
    """The labels of table 三 stand one row higher than their numbers, or one lower."""
    places = document.places(table="requests", fresh=False)
    rows = [document.rows[p] for p in places]
    if not rows or not all(row.labels for row in rows):
        return document
    texts = [row.pieces[row.labels[-1]] for row in rows]
    up = tossed(random)
    moved = [*texts[1:], ""] if up else ["", *texts[:-1]]
    changes = {
        place: row.with_piece(row.labels[-1], text or document.blank(row.pieces[row.labels[-1]]))
        for place, row, text in zip(places, rows, moved, strict=True)
    }
    # The label that has lost its numbers stands alone, at the end from which the labels moved.
    lone = rows[0] if up else rows[-1]
    pieces = tuple(p if i in lone.labels else document.blank(p) for i, p in enumerate(lone.pieces))
    alone = Row(pieces, table="requests", touched=True)
    end = places[0] if up else places[-1]
    beside = [alone, changes[end]] if up else [changes[end], alone]
    return document.replace({**changes, end: beside})


def swap_heads(random: Random, document: Document) -> Document:
    """Two columns have changed their headers: the numbers are then those of the headers."""
    places = document.places(of=lambda row: row.heads)
    if not places:
        return document
    place = random.choice(places)
    row = document.rows[place]
    blocks = defaultdict(list)
    for piece, column in row.heads.items():
        blocks[column.rpartition(".")[0]].append(piece)
    pieces = random.choice(list(blocks.values()))
    if len(pieces) <= 1:
        return document
    one, other = random.sample(pieces, 2)
    names = [row.heads[p].rpartition(".")[2] for p in (one, other)]
    swapped = row.with_piece(one, row.pieces[other]).with_piece(other, row.pieces[one])
    changes = {place: swapped}
    began = False
    for below in range(place + 1, len(document.rows)):
        under = document.rows[below]
        began = began or bool(under.values)
        if began and under.is_head and under.values == {} and under.heads:
            break
        if under.table == row.table and under.values:
            block = row.heads[one].rpartition(".")[0]
            changes[below] = attrs.evolve(
                under,
                values={i: _swapped(address, block, names) for i, address in under.values.items()},
                touched=True,
            )
    return document.replace(changes)


def _swapped(address: str, block: str, names: list[str]) -> str:
    stem, _, column = address.rpartition(".")
    if column not in names or not stem.startswith(block):
        return address
    return f"{stem}.{names[1 - names.index(column)]}"


def drop_heads(random: Random, document: Document) -> Document:
    """The header of a table is gone."""
    table = random.choice(["proactive_disclosure", "requests", "remedies"])
    gone = document.places(fresh=False, table=table, of=lambda row: row.is_head)
    if any(document.rows[place].touched for place in gone):
        return document  # headers that were changed, and are then gone, cannot be known
    below = document.places(fresh=False, table=table)
    changes = {p: attrs.evolve(document.rows[p], touched=True) for p in below}
    return document.replace(changes | {place: [] for place in gone})


def furniture(random: Random, document: Document) -> Document:
    """A page number stands between two rows."""
    place = random.choice(document.places(fresh=False))
    number = random.randint(1, 9)
    line = random.choice([f"- {number} -", f"{number}", f"第 {number} 页", f"{number}/9"])
    return document.replace({place: [Row((line,)), document.rows[place]]})


def repeat_header(random: Random, document: Document) -> Document:
    """The header of table 三 is printed again after a page break."""
    heads = document.places(table="requests", of=lambda row: row.is_head)
    places = document.places(table="requests", fresh=False)
    if not heads or not places[2:]:
        return document
    place = random.choice(places[1:])
    again = [attrs.evolve(document.rows[h]) for h in heads]
    return document.replace({place: [Row(("- 5 -",)), *again, document.rows[place]]})


def pad_rows(random: Random, document: Document) -> Document:
    """Rows end in empty cells."""
    everywhere = tossed(random)
    places = document.places()
    chosen = places if everywhere else random.sample(places, min(3, len(places)))
    number = random.randint(1, 3)
    changes = {}
    for place in chosen:
        row = document.rows[place]
        pad = tuple(document.blank("0") for _ in range(number))
        changes[place] = attrs.evolve(row, pieces=(*row.pieces, *pad), touched=not everywhere)
    return document.replace(changes)


def split_table(random: Random, document: Document) -> Document:
    """A table goes on in another one, with or without a line of text between."""
    place = random.choice(document.places(fresh=False))
    between = Row((random.choice(["", "（续表）", "续表"]),))
    return document.replace({place: [between, document.rows[place]]})


def late_group(random: Random, document: Document) -> Document:
    """The label of a group stands beside a later row of the group than its first."""
    groups = [
        place
        for place in document.places(table="requests")
        if len(document.rows[place].labels) > 1
        and place + 1 < len(document.rows)
        and len(document.rows[place + 1].labels) == 1
        and document.rows[place + 1].table == "requests"
        and document.rows[place + 1].values
        and not document.rows[place + 1].touched
    ]
    if not groups:
        return document
    place = random.choice(groups)
    row, below = document.rows[place], document.rows[place + 1]
    group = row.labels[0]
    if group in below.values or group >= len(below.pieces) or below.pieces[group].strip():
        return document
    text = row.pieces[group]
    return document.replace(
        {
            place: attrs.evolve(row.with_piece(group, document.blank(text)), labels=row.labels[1:]),
            place + 1: attrs.evolve(below.with_piece(group, text), labels=(group, *below.labels)),
        }
    )


def cut_off(random: Random, document: Document) -> Document:
    """The document ends in the middle."""
    return attrs.evolve(document, rows=document.rows[: random.choice(document.places())])
