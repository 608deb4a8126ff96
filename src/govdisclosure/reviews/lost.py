"""What a reading lost, as sentences: what is missing, and what found no place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import attrs

from ..editions import EDITIONS
from ..reading import REASON_WORDING, Place, Reading, Reason, Unplaced
from ..records.cells import cell, part_labels, rows
from ..rules.vocabulary import label_of
from ..wording import Wording

_COLUMNS = Wording("{row}（{columns}）", "{row} ({columns})")
_ONE = Wording("{place}“{text}”（{why}）", "{place}, “{text}” ({why})")
_SEVERAL = Wording(
    "{place}起 {number} 处：{text}（{why}）", "{number} pieces from {place} on: {text} ({why})"
)
_FORMULA = Wording("{place}：{why}", "{place}: {why}")
_FORMULAS = Wording("{place}起 {number} 格：{why}", "{number} cells from {place} on: {why}")
_OF_CELL = Wording("{label}：", "{label}: ")
_TEXTS, _LONGEST = 7, 40
"""How many pieces that stand side by side are shown, and how much of each."""


@attrs.frozen
class Missing:
    """Something that the form has and the reading could not find: its label and its address."""

    label: Wording
    address: str


def missing(reading: Reading) -> Iterator[Missing]:
    """Iterate over what could not be found: whole tables and rows as such, cells row by row.

    A cell whose document holds something there that is no number, and a row whose numbers could
    not be told apart, are not among them: they are told with what found no place.
    """
    told = {entry.cell for entry in reading.unplaced}
    rows_told = {entry.row for entry in reading.unplaced if entry.row}
    left = [
        address
        for address in reading.missing
        if address not in told and not is_below(address, rows_told)
    ]
    parts = list(_outermost([a for a in left if cell(a) is None], _whole_rows(left)))
    for address in parts:
        yield Missing(part_labels().get(address, Wording(address, address)), address)
    for row, columns in _by_row(a for a in left if not is_below(a, parts)).items():
        yield _of_row(row, columns)


def _by_row(addresses: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the columns of the cells among some addresses by their rows."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        if cell(address) is not None:
            row, _, column = address.rpartition(".")
            found.setdefault(row, []).append(column)
    return found


def _whole_rows(addresses: Iterable[str]) -> list[str]:
    """Return the rows that some addresses have every cell of, in one of the row's layouts."""
    return [
        address
        for address, columns in _by_row(addresses).items()
        if any(row.address == address and set(row.columns) <= set(columns) for row in rows())
    ]


def _outermost(parts: Sequence[str], whole_rows: Sequence[str]) -> Iterator[str]:
    """Iterate over the parts that are missing; a table of which every row is stands for them."""
    gone = [*parts, *whole_rows]
    tables = [table for table, of in _rows_by_table() if all(is_below(row, gone) for row in of)]
    yield from dict.fromkeys(next((t for t in tables if is_below(a, [t])), a) for a in gone)


@cache
def _rows_by_table() -> tuple[tuple[str, frozenset[str]], ...]:
    found = [(edition.name, row) for edition in EDITIONS for row in rows(edition.name)]
    keys = dict.fromkeys((name, row.table) for name, row in found)
    return tuple(
        (table, frozenset(row.address for n, row in found if (n, row.table) == (name, table)))
        for name, table in keys
    )


def is_below(address: str, parts: Iterable[str]) -> bool:
    """Tell whether an address is one of *parts*, or stands in one of them."""
    return any(f"{address}.".startswith(f"{part}.") for part in parts)


def _of_row(row: str, columns: Sequence[str]) -> Missing:
    if len(columns) == 1:
        address = f"{row}.{columns[0]}"
        return Missing(label_of(address), address)
    layouts = [r.columns for r in rows() if r.address == row]
    labels = {name: column.label for layout in layouts for name, column in layout.items()}
    found = [labels[name] for name in columns]
    said = Wording("、".join(w.zh for w in found), ", ".join(w.en for w in found))
    return Missing(_COLUMNS.fill(row=part_labels()[row], columns=said), row)


def in_short(reading: Reading | None) -> Wording | None:
    """Return how much of a document found no place and why, None if everything did."""
    if reading is None or not reading.unplaced:
        return None
    counts = Counter(REASON_WORDING[entry.reason] for entry in reading.unplaced)
    whys = [
        why if len(counts) == 1 else _WHY.fill(why=why, number=number)
        for why, number in counts.most_common()
    ]
    said = Wording("；".join(why.zh for why in whys), "; ".join(why.en for why in whys))
    return _IN_SHORT.fill(number=counts.total(), whys=said)


_WHY = Wording("{why}（{number} 处）", "{why} ({number})")
_IN_SHORT = Wording(
    "有 {number} 处内容未能放入表格：{whys}（govdisclosure read 列出）",
    "found no place: {number} of what the tables print: {whys} (govdisclosure read lists them)",
)


def unplaced(reading: Reading) -> Iterator[Wording]:
    """Iterate over what found no place: what stands side by side for one reason is one line."""
    together: dict[object, list[Unplaced]] = {}
    for entry in reading.unplaced:
        together.setdefault(_side_by_side(entry), []).append(entry)
    for entries in together.values():
        yield _formulas(entries) if entries[0].reason is Reason.NOT_COMPUTED else _unplaced(entries)


def _side_by_side(entry: Unplaced) -> object:
    """Return what is the same of entries that are told together: formulas, by whole tables."""
    place = attrs.evolve(entry.place, text="", column=None, cell=None)
    if entry.reason is Reason.NOT_COMPUTED:
        return entry.reason, place.sheet, place.page, place.table
    return entry.reason, _row_of(entry), place


def _row_of(entry: Unplaced) -> str | None:
    return entry.row if entry.cell is None else entry.cell.rpartition(".")[0]


def _formulas(entries: Sequence[Unplaced]) -> Wording:
    first, why = entries[0].place.wording, REASON_WORDING[Reason.NOT_COMPUTED]
    said = _FORMULA if len(entries) == 1 else _FORMULAS
    return said.fill(place=first, number=len(entries), why=why)


def _unplaced(entries: Sequence[Unplaced]) -> Wording:
    first, why = entries[0], REASON_WORDING[entries[0].reason]
    said = (_ONE if len(entries) == 1 else _SEVERAL).fill(
        place=first.place.wording, number=len(entries), text=_texts(entries), why=why
    )
    row = _row_of(first)
    if row is None:
        return said
    alone = first.cell is not None and len(entries) == 1
    of = _OF_CELL.fill(label=label_of(first.cell or row) if alone else part_labels()[row])
    return Wording(of.zh + said.zh, of.en + said.en)


def _texts(entries: Sequence[Unplaced]) -> str:
    if len(entries) == 1:
        return entries[0].place.text
    texts = [_shortened(entry.place) for entry in entries[:_TEXTS]]
    return "".join(f"“{text}”" for text in texts) + ("…" if len(entries) > _TEXTS else "")


def _shortened(place: Place) -> str:
    text = " ".join(place.text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
