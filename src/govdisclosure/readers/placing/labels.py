"""The form's labels as targets, and how alike a printed label is to each."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

import attrs
from rapidfuzz import fuzz, process

from ...records.cells import Row, rows
from ...records.form import columns
from .traditional import simplified, without_pinyin

LIKE = 80
"""A label at least this alike (of 100) is taken for the target…"""
APART = 8
"""…if the next target is at least this much less alike."""

_CHINESE = re.compile("[\u3400-\u9fff]")
_LATIN_RUN = re.compile("[A-Za-z][^\u3400-\u9fff]*")
_NOT_LETTERS = re.compile(r"[^\w]+|_", re.UNICODE)
_TRAILING_NOTE = re.compile(r"(?<=.)（[^（）]*）\Z")
_LOCAL_NOTE = re.compile(r"(?<=[\u3400-\u9fff])\s*\([^()]{6,}\)?\s*\Z")
"""What a local form adds to a label in brackets: what to count, and how."""
_LONGEST = 200
"""A longer text is no label."""
_REMEMBERED = 1 << 14

_SHORT_FORMS: dict[str, tuple[str, ...]] = {
    "fees": ("行政事业型收费",),
    "outcomes.closed_otherwise.not_corrected": ("1.逾期不补正",),
    "outcomes.closed_otherwise.fee_unpaid": ("2.逾期不缴费",),
}
"""Labels that published reports print instead of the official ones."""


def without_translation(text: str) -> str:
    """Return a Chinese text, half-width, without what stands in it from a Latin letter on.

    Official labels have no Latin letters: those are a translation, printed beside the label. A
    text without Chinese characters is left as it is.
    """
    plain = without_pinyin(unicodedata.normalize("NFKC", text))
    return _LATIN_RUN.sub("", plain) if _CHINESE.search(plain) else plain


@lru_cache(maxsize=_REMEMBERED)
def normal(text: str) -> str:
    """Return a label as it is compared.

    That is in simplified characters, half-width, without translation or pinyin, without a note in
    brackets at its end, without spaces and punctuation.
    """
    plain = _LOCAL_NOTE.sub("", without_translation(text))
    found = simplified(_NOT_LETTERS.sub("", plain)).lower()
    return _SYNONYMS.get(found, found)


_TOTAL_PRICE = ("采购总金额", "采购总额", "采购金额")
_UNITS = ("", *(f"{before}{unit}" for before in ("", "单位", "人民币") for unit in ("元", "万元")))
_SYNONYMS = {
    "合计": "总计",
    **{label + unit: _TOTAL_PRICE[0] for label in _TOTAL_PRICE for unit in _UNITS},
}
"""Whole labels that mean one of the form's."""


def alikeness(text: str, labels: Sequence[str]) -> list[float]:
    """Return how alike a normalised text is to each of some normalised labels, 0 to 100.

    Likenesses that are of no use to anyone, below 40, are returned as 0.
    """
    found = [0.0] * len(labels)
    if text and len(text) <= _LONGEST:
        for _, likeness, i in process.extract(
            text, labels, scorer=fuzz.ratio, score_cutoff=_OF_NO_USE, limit=None
        ):
            found[i] = likeness
    return found


_OF_NO_USE = 40


def told(likenesses: Sequence[float]) -> int | None:
    """Return the one that is alike enough, and clearly more than every other; None if none is."""
    best, second = -1, 0.0
    for i, likeness in enumerate(likenesses):
        if best < 0 or likeness > likenesses[best]:
            best, second = i, max(second, likenesses[best] if best >= 0 else 0.0)
        else:
            second = max(second, likeness)
    if best < 0 or likenesses[best] < LIKE or likenesses[best] - second < APART:
        return None
    return best


@attrs.frozen
class RowTarget:
    """A row of the form that a document's row may be.

    ``alone`` are the label's normal forms, ``joined`` those with the labels of the groups above.
    """

    address: str
    layouts: tuple[Row, ...]
    alone: tuple[str, ...]
    joined: tuple[str, ...]


@cache
def row_targets(table: str) -> tuple[RowTarget, ...]:
    """Return the rows of a table, of all editions, in the form's order."""
    by_address: dict[str, list[Row]] = {}
    for row in rows():
        if row.table == table:
            by_address.setdefault(row.address, []).append(row)
    return tuple(_target(address, layouts) for address, layouts in by_address.items())


def _target(address: str, layouts: list[Row]) -> RowTarget:
    printed = {label for row in layouts for label in _with_and_without_note(row.label.zh)}
    printed |= set(_SHORT_FORMS.get(layouts[0].name, ()))
    alone = tuple(sorted(map(normal, printed)))
    groups = [normal(part.label.zh) for part in layouts[0].above[1:]]
    above = ["".join(groups[start:]) for start in range(len(groups))]
    joined = tuple(group + label for group in above for label in alone)
    return RowTarget(address, tuple(layouts), alone, joined)


def _with_and_without_note(label: str) -> tuple[str, ...]:
    """Return a label as it is, and if a note in brackets ends it, without the note."""
    return tuple(dict.fromkeys((label, _TRAILING_NOTE.sub("", label))))


@cache
def group_labels(table: str) -> tuple[str, ...]:
    """Return the normalised labels of the groups in a table that are no rows themselves."""
    targets = row_targets(table)
    groups = {normal(p.label.zh) for t in targets for row in t.layouts for p in row.above[1:]}
    return tuple(sorted(groups - {label for target in targets for label in target.alone}))


@lru_cache(maxsize=_REMEMBERED)
def row_likenesses(table: str, last: str, everything: str) -> tuple[float, ...]:
    """Return how alike a row is to each row of the form.

    Given are the row's last label cell and its whole label, normalised. A label that is printed
    just as the form prints it is like no other row.
    """
    targets = row_targets(table)
    best = [0.0] * len(targets)
    if not everything:
        return tuple(best)
    exact = _exact(table).get(last)
    if exact is not None:
        best[exact] = 100.0
        return tuple(best)
    alone, joined = _labels(table, joined=False), _labels(table, joined=True)
    for text, (labels, owners) in ((last, alone), (everything, alone), (everything, joined)):
        for owner, likeness in zip(owners, alikeness(text, labels), strict=True):
            best[owner] = max(best[owner], likeness)
    return tuple(best)


@cache
def _exact(table: str) -> dict[str, int]:
    return {label: i for i, target in enumerate(row_targets(table)) for label in target.alone}


@cache
def _labels(table: str, *, joined: bool) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the labels of all rows of a table, and whose each is."""
    pairs = [
        (label, i)
        for i, target in enumerate(row_targets(table))
        for label in (target.joined if joined else target.alone)
    ]
    return tuple(label for label, _ in pairs), tuple(i for _, i in pairs)


def row_told(table: str, text: str) -> RowTarget | None:
    """Return the row of the form that a printed label names, None if it names none for sure."""
    plain = normal(text)
    found = told(row_likenesses(table, plain, plain))
    return None if found is None else row_targets(table)[found]


@attrs.frozen
class ColumnTarget:
    """A column of a row layout that a document's header may name, by any of the labels."""

    layout: type[attrs.AttrsInstance]
    name: str
    labels: tuple[str, ...]


@cache
def column_targets(table: str) -> tuple[ColumnTarget, ...]:
    """Return the columns of a table's row layouts, each with its normalised labels."""
    layouts = dict.fromkeys(row.layout for row in rows() if row.table == table)
    return tuple(
        ColumnTarget(layout, name, tuple(map(normal, _with_and_without_note(column.label.zh))))
        for layout in layouts
        for name, column in columns(layout).items()
    )


@lru_cache(maxsize=_REMEMBERED)
def columns_named(table: str, text: str) -> tuple[ColumnTarget, ...]:
    """Return the columns that a header cell may name: of several layouts, if they share it."""
    targets = column_targets(table)
    plain = normal(text)
    likenesses = [max(alikeness(plain, target.labels)) for target in targets]
    best = max(likenesses)
    return tuple(
        target
        for target, likeness in zip(targets, likenesses, strict=True)
        if likeness >= LIKE and best - likeness < APART
    )
