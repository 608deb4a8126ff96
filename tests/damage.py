"""Documents as rows of cells, damaged as published ones are, and what must hold of their reading.

A document knows of each printed number which cell it is for. Numbers are unique, so that a number
in a wrong cell is seen, whatever was done to the document. Nothing here knows a format: a format
gives rows of pieces, and takes damaged ones back.
"""

import re
from collections import defaultdict
from decimal import Decimal

import attrs


@attrs.frozen
class Row:
    """A row of a document: its pieces, and what they are.

    ``values`` maps a piece to the cell that its number is for; ``labels`` are the pieces that name
    the row; ``heads`` maps a piece to the column (the last part of an address) that it names, for
    the block (an address before the column, or a table) that it stands over.
    """

    pieces: tuple[str, ...]
    table: str | None = None
    values: dict[int, str] = attrs.field(factory=dict)
    labels: tuple[int, ...] = ()
    heads: dict[int, str] = attrs.field(factory=dict)
    is_head: bool = False
    touched: bool = False

    @property
    def labelled(self):
        """Tell whether something printed names the row."""
        return self.table == "remedies" or any(self.pieces[i].strip() for i in self.labels)

    def with_piece(self, place, text, **changes):
        """The row with another text in one piece, which keeps what else it is."""
        old = self.pieces[place]
        text = old.like(text) if hasattr(old, "like") else text
        pieces = (*self.pieces[:place], text, *self.pieces[place + 1 :])
        return attrs.evolve(self, pieces=pieces, touched=True, **changes)

    def without_piece(self, place):
        """The row without a piece and without its place: what follows moves up."""
        moved = {
            name: {i - (i > place): what for i, what in getattr(self, name).items() if i != place}
            for name in ("values", "heads")
        }
        return attrs.evolve(
            self,
            pieces=(*self.pieces[:place], *self.pieces[place + 1 :]),
            labels=tuple(i - (i > place) for i in self.labels if i != place),
            touched=True,
            **moved,
        )

    def with_gap(self, place, text):
        """The row with one more piece: what follows moves on."""
        moved = {
            name: {i + (i >= place): what for i, what in getattr(self, name).items()}
            for name in ("values", "heads")
        }
        return attrs.evolve(
            self,
            pieces=(*self.pieces[:place], text, *self.pieces[place:]),
            labels=tuple(i + (i >= place) for i in self.labels),
            touched=True,
            **moved,
        )


@attrs.frozen
class Document:
    """Rows, and how a blank piece is printed in the format that they are of."""

    rows: tuple[Row, ...]
    blank: object = attrs.field(default=lambda _piece: "", eq=False)

    def replace(self, changes):
        """The document with some rows replaced, each by any number of rows."""
        rows = []
        for place, row in enumerate(self.rows):
            new = changes.get(place, row)
            rows += [new] if isinstance(new, Row) else new
        return attrs.evolve(self, rows=tuple(rows))

    def places(self, *, fresh=True, table=None, of=lambda row: row.values):
        """Where rows stand that have values (or whatever *of* asks), untouched where *fresh*."""
        return [
            i
            for i, row in enumerate(self.rows)
            if of(row) and not (fresh and row.touched) and table in (None, row.table)
        ]


def number(text):
    """The number that a piece prints."""
    return Decimal(re.sub(r"[^\d.]", "", text.strip()) or "NaN")


# ------------------------------------------------------------------------------- the damages


def delete_row(random, document):
    """A row is gone."""
    place = random.choice(document.places())
    return document.replace({place: []})


def delete_row_and_strip_next(random, document):
    """A row is gone, and the next one has lost its label."""
    place = random.choice(document.places())
    following = [p for p in document.places() if p > place]
    changes = {place: []}
    if following:
        changes[following[0]] = _stripped(document, following[0], every=random.random() < 0.5)
    return document.replace(changes)


def duplicate_row(random, document):
    """A row stands twice, next to itself or further down in its table."""
    place = random.choice(document.places())
    row = attrs.evolve(document.rows[place], touched=True)
    same = [p for p in document.places(table=row.table) if p > place]
    if same and random.random() < 0.5:
        there = random.choice(same)
        return document.replace({place: row, there: [document.rows[there], row]})
    return document.replace({place: [row, row]})


def contradict_row(random, document):
    """A row stands twice, with other numbers."""
    place = random.choice(document.places())
    row = attrs.evolve(document.rows[place], touched=True)
    other = row
    for piece in row.values:
        old = row.pieces[piece]
        other = other.with_piece(piece, old.replace(old.strip(), str(random.randint(10**5, 10**6))))
    return document.replace({place: [row, other]})


def strip_label(random, document):
    """A row has lost its label, or all of its labels."""
    place = random.choice(document.places())
    return document.replace({place: _stripped(document, place, every=random.random() < 0.5)})


def _stripped(document, place, *, every):
    row = document.rows[place]
    for piece in row.labels if every else row.labels[-1:]:
        row = row.with_piece(piece, document.blank(row.pieces[piece]))
    return attrs.evolve(row, touched=True)


def blank_number(random, document):
    """A cell is empty."""
    return _in_a_cell(random, document, lambda row, piece: _emptied(document, row, piece))


def _emptied(document, row, piece):
    values = {i: address for i, address in row.values.items() if i != piece}
    return row.with_piece(piece, document.blank(row.pieces[piece]), values=values)


def drop_number(random, document):
    """A cell is gone, and what follows has moved up."""
    return _in_a_cell(random, document, lambda row, piece: row.without_piece(piece))


def _in_a_cell(random, document, change):
    place = random.choice(document.places())
    row = document.rows[place]
    return document.replace({place: change(row, random.choice(list(row.values)))})


def odd_blank(random, document):
    """A cell prints a sign for nothing."""

    def change(row, piece):
        sign = random.choice(["/", "—", "-", "不适用"])
        values = {i: address for i, address in row.values.items() if i != piece}
        old = row.pieces[piece]
        return row.with_piece(piece, old.replace(old.strip(), sign), values=values)

    return _in_a_cell(random, document, change)


def full_width_digits(random, document):
    """A row prints full-width digits."""
    place = random.choice(document.places())
    row = document.rows[place]
    wide = {ord(str(i)): chr(ord("０") + i) for i in range(10)}
    for piece in row.values:
        row = row.with_piece(piece, row.pieces[piece].translate(wide))
    return document.replace({place: row})


def tear_number(random, document):
    """A number is torn in two."""

    def change(row, piece):
        text = row.pieces[piece]
        digits = text.strip()
        values = {i: address for i, address in row.values.items() if i != piece}
        return row.with_piece(
            piece, text.replace(digits, f"{digits[:1]} {digits[1:]}"), values=values
        )

    return _in_a_cell(random, document, change)


def tear_label(random, document):
    """A label has lost characters, or has them in another order."""
    place = random.choice([p for p in document.places() if document.rows[p].labels])
    row = document.rows[place]
    piece = random.choice(row.labels)
    text = row.pieces[piece]
    kept = [c for c in text.strip() if random.random() > 0.3]
    if random.random() < 0.3:
        random.shuffle(kept)
    torn = "".join(kept)
    pad = document.blank(text)[: max(len(document.blank(text)) - len(torn), 0)]
    return document.replace({place: row.with_piece(piece, torn + pad)})


def swap_labels(random, document):
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


def _column(address):
    return address.rpartition(".")[2]


def _stem(row):
    return next(iter(row.values.values())).rpartition(".")[0]


def move_row(random, document):
    """A row stands elsewhere in its table."""
    place = random.choice(document.places())
    row = document.rows[place]
    there = random.choice(document.places(table=row.table))
    if there == place:
        return document
    moved = attrs.evolve(row, touched=True)
    return document.replace({place: [], there: [document.rows[there], moved]})


def shift_row(random, document):
    """The cells of a row stand one place further left or right than those of the others."""
    place = random.choice(document.places())
    row = document.rows[place]
    first = min(row.values)
    empty = [i for i in range(first) if not row.pieces[i].strip()]
    if empty and random.random() < 0.5:
        return document.replace({place: row.without_piece(random.choice(empty))})
    return document.replace({place: row.with_gap(random.randint(0, first), document.blank("0  "))})


def shift_labels(random, document):
    """The labels of table 三 stand one row higher than their numbers, or one lower."""
    places = document.places(table="requests", fresh=False)
    rows = [document.rows[p] for p in places]
    if not rows or not all(row.labels for row in rows):
        return document
    texts = [row.pieces[row.labels[-1]] for row in rows]
    up = random.random() < 0.5
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
    changes[end] = [alone, changes[end]] if up else [changes[end], alone]
    return document.replace(changes)


def swap_heads(random, document):
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
    if len(pieces) < 2:
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


def _swapped(address, block, names):
    stem, _, column = address.rpartition(".")
    if column not in names or not stem.startswith(block):
        return address
    return f"{stem}.{names[1 - names.index(column)]}"


def drop_heads(random, document):
    """The header of a table is gone."""
    table = random.choice(["proactive_disclosure", "requests", "remedies"])
    gone = document.places(fresh=False, table=table, of=lambda row: row.is_head)
    if any(document.rows[place].touched for place in gone):
        return document  # headers that were changed, and are then gone, cannot be known
    below = document.places(fresh=False, table=table)
    changes = {p: attrs.evolve(document.rows[p], touched=True) for p in below}
    return document.replace(changes | {place: [] for place in gone})


def furniture(random, document):
    """A page number stands between two rows."""
    place = random.choice(document.places(fresh=False))
    number = random.randint(1, 9)
    line = random.choice([f"- {number} -", f"{number}", f"第 {number} 页", f"{number}/9"])
    return document.replace({place: [Row((line,)), document.rows[place]]})


def repeat_header(random, document):
    """The header of table 三 is printed again after a page break."""
    heads = document.places(table="requests", of=lambda row: row.is_head)
    places = document.places(table="requests", fresh=False)
    if not heads or len(places) < 3:
        return document
    place = random.choice(places[1:])
    again = [attrs.evolve(document.rows[h]) for h in heads]
    return document.replace({place: [Row(("- 5 -",)), *again, document.rows[place]]})


def pad_rows(random, document):
    """Rows end in empty cells."""
    everywhere = random.random() < 0.5
    places = document.places()
    chosen = places if everywhere else random.sample(places, min(3, len(places)))
    number = random.randint(1, 3)
    changes = {}
    for place in chosen:
        row = document.rows[place]
        pad = tuple(document.blank("0") for _ in range(number))
        changes[place] = attrs.evolve(row, pieces=(*row.pieces, *pad), touched=not everywhere)
    return document.replace(changes)


def split_table(random, document):
    """A table goes on in another one, with or without a line of text between."""
    place = random.choice(document.places(fresh=False))
    between = Row((random.choice(["", "（续表）", "续表"]),))
    return document.replace({place: [between, document.rows[place]]})


def drop_blanks(random, document):
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


def _in_values(row):
    """The places of a row from its first value on."""
    return range(min(row.values, default=len(row.pieces)), len(row.pieces))


def late_group(random, document):
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


def local_row(random, document):
    """A table has a row of its own, which the form does not know."""
    place = random.choice(document.places())
    row = document.rows[place]
    numbers = {i: str(random.randint(10**5, 10**6)) for i in row.values}
    pieces = tuple(
        numbers.get(i, "其他地方统计事项" if i in row.labels[-1:] else document.blank(p))
        for i, p in enumerate(row.pieces)
    )
    return document.replace({place: [row, Row(pieces, table=row.table, touched=True)]})


def cut_off(random, document):
    """The document ends in the middle."""
    return attrs.evolve(document, rows=document.rows[: random.choice(document.places())])


DAMAGES = (
    delete_row,
    delete_row_and_strip_next,
    duplicate_row,
    contradict_row,
    strip_label,
    blank_number,
    drop_number,
    odd_blank,
    full_width_digits,
    tear_number,
    tear_label,
    swap_labels,
    move_row,
    shift_row,
    shift_labels,
    swap_heads,
    drop_heads,
    furniture,
    repeat_header,
    pad_rows,
    split_table,
    drop_blanks,
    late_group,
    local_row,
    cut_off,
)


# ----------------------------------------------------------------------------------- the law


@attrs.frozen
class Verdict:
    """What a reading of a damaged document got wrong, and how much it found where it could."""

    wrong: tuple[str, ...]
    due: int
    found: int


def judge(document, reading):
    """Hold a reading against its document.

    No number stands in a wrong cell. What is printed is in its cell, or it is accounted for: in
    ``unplaced``, or its cell or row is in ``missing``. A cell for which two different numbers are
    printed has neither.
    """
    printed = defaultdict(set)
    due = {}
    for row in document.rows:
        for piece, address in row.values.items():
            printed[address].add(number(_narrow(row.pieces[piece])))
            if not row.touched and row.labelled:
                due[address] = number(_narrow(row.pieces[piece]))
    wrong = []
    read = {address: value for address, value in reading.report.cells() if value is not None}
    for address, value in read.items():
        if printed.get(address) != {Decimal(value)}:
            wrong.append(f"{address} is {value}, printed is {printed.get(address)}")
    unplaced = {
        Decimal(digits)
        for entry in reading.unplaced
        for digits in re.findall(r"\d+(?:\.\d+)?", _narrow(entry.place.text))
    }
    for address, numbers in printed.items():
        if address not in read and not _missing(address, reading.missing):
            wrong.append(f"{address}: {numbers} is in no cell, and {address} is not missing")
        for value in numbers:
            accounted = value in unplaced or _row_missing(address, reading.missing)
            if read.get(address) != value and not accounted:
                wrong.append(f"{address}: {value} is neither placed nor unplaced")
    found = sum(read.get(address) == value for address, value in due.items())
    return Verdict(tuple(wrong), len(due), found)


def _narrow(text):
    return text.translate({ord("０") + i: str(i) for i in range(10)}).strip()


def _missing(address, missing):
    return any(address == m or address.startswith(m + ".") for m in missing)


def _row_missing(address, missing):
    return any(address.startswith(m + ".") for m in missing)
