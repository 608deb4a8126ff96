"""How a record class says what it is on the form: the field constructors.

A *column* field holds one cell (a number or a blank). A *part* field holds a row, block, group or
table, which a document may lack. Everything else in the library that needs a label, a legal basis
or a layout reads it from here.
"""

from collections.abc import Hashable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast

import attrs

from ..editions import EDITIONS
from ..errors import InvalidReport, Problem
from ..law import Basis
from ..wording import Wording

_T = TypeVar("_T")

MAX_COUNT = 10**12
"""A count above this is not a count."""
AMOUNT_DIGITS = 15
AMOUNT_DECIMALS = 6
MAX_AMOUNT = 10**AMOUNT_DIGITS - 1


class Kind(StrEnum):
    """What a cell may hold, besides nothing."""

    COUNT = "count"
    """A whole number from 0 to ``MAX_COUNT``."""
    CHANGE = "change"
    """A whole number of either sign, in size at most ``MAX_COUNT``."""
    AMOUNT = "amount"
    """An exact decimal, not negative, of at most 15 significant digits, 6 of them decimals."""

    @property
    def expected(self) -> Wording:
        """What the kind expects, as words for a message."""
        return _EXPECTED[self]

    def admits(self, value: object) -> bool:
        """Tell whether *value* may stand in a cell of this kind. None (a blank) always may."""
        if value is None:
            return True
        if self is Kind.AMOUNT:
            return type(value) is Decimal and _is_amount(value)
        least = 0 if self is Kind.COUNT else -MAX_COUNT
        return type(value) is int and least <= value <= MAX_COUNT


_EXPECTED = {
    Kind.COUNT: Wording("为 0 至 10**12 的整数或空", "a whole number from 0 to 10**12, or null"),
    Kind.CHANGE: Wording(
        "为 -10**12 至 10**12 的整数或空", "a whole number from -10**12 to 10**12, or null"
    ),
    Kind.AMOUNT: Wording(
        f"为非负数（有效数字不超过 {AMOUNT_DIGITS} 位，小数不超过 {AMOUNT_DECIMALS} 位）或空",
        f"a number that is not negative, of at most {AMOUNT_DIGITS} significant digits, at most "
        f"{AMOUNT_DECIMALS} of them after the point, or null",
    ),
}


def _is_amount(value: Decimal) -> bool:
    if not value.is_finite() or value < 0 or value > MAX_AMOUNT:
        return False
    _, printed, exponent = value.as_tuple()
    digits = "".join(map(str, printed)).rstrip("0")
    decimals = len(digits) - len(printed) - cast("int", exponent)
    if not digits or decimals <= 0:
        return True
    return decimals <= AMOUNT_DECIMALS and len(digits) <= AMOUNT_DIGITS


@attrs.frozen(kw_only=True, eq=False)
class Column:
    """What a column field is on the form: label, kind, and the head above it (法人或其他组织)."""

    label: Wording
    kind: Kind
    head: Wording | None = None


@attrs.frozen(kw_only=True, eq=False)
class Part:
    """What a part field is on the form.

    ``labels`` and ``due`` are keyed by edition: the printed label, and the class of the layout
    that the edition asks for (no key: the edition has no such part). ``layouts`` are all classes
    that the part may have in a real document.
    """

    labels: Mapping[str, Wording]
    basis: Basis
    due: Mapping[str, type[Any]]
    layouts: tuple[type[Any], ...]

    @property
    def label(self) -> Wording:
        """The label of the latest edition that has the part."""
        return list(self.labels.values())[-1]

    def label_of(self, layout: type[Any]) -> Wording:
        """The label printed by the latest edition in which *layout* is due."""
        for name, due in reversed(list(self.due.items())):
            if due is layout:
                return self.labels[name]
        return self.label


COLUMN = "govdisclosure.column"
PART = "govdisclosure.part"
RECORD = "govdisclosure.record"
"""Metadata keys of a field: what it is on the form, or the class of the record that it holds."""


def _refuse(attribute: "attrs.Attribute[Any]", value: object, expected: Wording) -> None:
    raise InvalidReport([Problem(attribute.name, value, expected)])


def _checker(kind: Kind) -> Any:
    def check(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if not kind.admits(value):
            _refuse(attribute, value, kind.expected)

    return check


def _exact(value: object) -> object:
    return Decimal(value) if type(value) is int else value


def _column(kind: Kind, zh: str, en: str, head: Wording | None = None) -> Any:
    form = Column(label=Wording(zh, en), kind=kind, head=head)
    return attrs.field(
        default=None,
        converter=_exact if kind is Kind.AMOUNT else None,
        validator=_checker(kind),
        metadata={COLUMN: form},
    )


def count(zh: str, en: str, *, head: Wording | None = None) -> Any:
    """A cell that counts."""
    return _column(Kind.COUNT, zh, en, head)


def change(zh: str, en: str) -> Any:
    """A cell that says by how much a number rose or fell."""
    return _column(Kind.CHANGE, zh, en)


def amount(zh: str, en: str) -> Any:
    """A cell that holds money, as an exact decimal. A whole number is taken as one."""
    return _column(Kind.AMOUNT, zh, en)


def _check_part(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    layouts = attribute.metadata[PART].layouts
    if value is not None and type(value) not in layouts:
        names = ", ".join(layout.__name__ for layout in layouts)
        _refuse(attribute, value, Wording(f"为 {names} 或 None", f"{names}, or None"))


def part(
    label: Wording | Mapping[str, Wording],
    basis: Basis,
    due: type[Any] | Mapping[str, type[Any] | None],
    *,
    also: tuple[type[Any], ...] = (),
) -> Any:
    """A row, block, group or table.

    *label* and *due* hold from the first edition on; or they are mappings from the editions that
    changed them, where None withdraws the part. *also* names layouts that no edition asks for
    here, but that real documents have.
    """
    first = EDITIONS[0].name
    asked = since({first: due} if isinstance(due, type) else due)
    named = since({first: label} if isinstance(label, Wording) else label)
    layouts = {edition: layout for edition, layout in asked.items() if layout is not None}
    form = Part(
        labels={edition: named[edition] for edition in layouts},
        basis=basis,
        due=layouts,
        layouts=(*dict.fromkeys(layouts.values()), *also),
    )
    return attrs.field(default=None, validator=_check_part, metadata={PART: form})


def since(changes: Mapping[str, _T]) -> dict[str, _T]:
    """Return what holds in each edition, given the editions that changed it."""
    filled: dict[str, _T] = {}
    for edition in EDITIONS:
        if edition.name in changes:
            filled[edition.name] = changes[edition.name]
        elif filled:
            filled[edition.name] = list(filled.values())[-1]
    return filled


def columns(layout: type[Any]) -> Mapping[str, Column]:
    """Return the columns of a row's layout by name, in the form's order."""
    return _columns(cast("Hashable", layout))


def parts(layout: type[Any]) -> Mapping[str, Part]:
    """Return the parts of a table, group or report by name, in the form's order."""
    return _parts(cast("Hashable", layout))


@cache
def _columns(layout: Hashable) -> Mapping[str, Column]:
    return MappingProxyType(_by_metadata(layout, COLUMN))


@cache
def _parts(layout: Hashable) -> Mapping[str, Part]:
    return MappingProxyType(_by_metadata(layout, PART))


def _by_metadata(layout: Any, key: str) -> dict[str, Any]:
    return {f.name: f.metadata[key] for f in attrs.fields(layout) if key in f.metadata}


def record(kind: type[Any], *, default: Any = attrs.NOTHING, **metadata: object) -> Any:
    """A field that holds another record: of class *kind*, or None where that is the default."""

    def check(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is not kind and not (value is None and default is None):
            _refuse(attribute, value, Wording(kind.__name__, kind.__name__))

    if default is attrs.NOTHING:
        default = attrs.Factory(kind)
    return attrs.field(default=default, validator=check, metadata={RECORD: kind, **metadata})


def choice(kind: type[StrEnum], *, default: StrEnum | None = None) -> Any:
    """A field that holds a member of *kind*, or None where that is the default.

    A text that names a member is taken as the member.
    """

    def member(value: object) -> object:
        return kind(value) if isinstance(value, str) and value in list(kind) else value

    def check(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if type(value) is not kind and not (value is None and default is None):
            _refuse(attribute, value, one_of(kind, nullable=default is None))

    return attrs.field(default=default, converter=member, validator=check)


def one_of(kind: type[StrEnum], *, nullable: bool = True) -> Wording:
    """Return the words for "one of these", and "or null" where *nullable*."""
    names = ", ".join(kind)
    if not nullable:
        return Wording(f"为 {names} 之一", f"one of {names}")
    return Wording(f"为 {names} 之一或空", f"one of {names}, or null")
