"""Decoders of JSON for reports of one shape: typed, strict, as fast as they come.

A decoder takes a document whose every key and value is as usual, exactly as ``wire`` would, or
refuses it: what it refuses may still be a report, which is for ``wire`` to say.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, get_type_hints

import attrs

from ..errors import MissingExtra
from ..records import Agency, AnnualReport, Kind, Prose
from ..records.form import COLUMN, MAX_COUNT, PART, RECORD, columns, parts
from ..records.layouts import Shape
from ..records.report import FIRST_YEAR, LAST_YEAR

try:
    import msgspec
except ImportError:
    raise MissingExtra("json", "msgspec") from None

_COUNT = Annotated[int, msgspec.Meta(ge=0, le=MAX_COUNT)] | None
_CHANGE = Annotated[int, msgspec.Meta(ge=-MAX_COUNT, le=MAX_COUNT)] | None
_YEAR = Annotated[int, msgspec.Meta(ge=FIRST_YEAR, le=LAST_YEAR)] | None
_TYPES: dict[Kind, Any] = {Kind.COUNT: _COUNT, Kind.CHANGE: _CHANGE, Kind.AMOUNT: msgspec.Raw}
_AMOUNT = re.compile(rb"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,6})?")
"""An amount as it is usually written, of at most 15 digits; any other is for ``wire``."""
_NULL = b"null"
_HIDDEN_COLON = b"\\u003"


decoded: Callable[[bytes], object] = msgspec.json.decode
"""Gives the plain value of any JSON document; it raises ``ValueError`` or ``RecursionError``."""


class Unusual(ValueError):
    """A document that is not for a typed decoder."""


@attrs.frozen(eq=False, repr=False)
class Typed:
    """A decoder for reports of one shape.

    ``keys`` is how many keys such a report has, without those of its prose.
    """

    shape: Shape
    keys: int
    _decode: Callable[[bytes], Any]
    _money: Callable[[Any], Iterable[tuple[Any, str]]]

    @classmethod
    def of(cls, shape: Shape) -> "Typed":
        """Return the decoder for reports of a shape."""
        decoder = msgspec.json.Decoder(_struct(shape))
        return cls(shape, _number_of_keys(shape), decoder.decode, _money(shape))

    def decode(self, line: bytes) -> Any:
        """Return the report of a JSON document: an object that has the cells as attributes.

        Raises:
            ValueError, RecursionError: it is of another shape, unusual, or no report at all.
        """
        report = self._decode(line)
        surplus = line.count(b":") - self.keys
        if surplus:
            surplus -= sum(_KEYS_OF_PROSE for _ in _prose(report))
            # Every key is there, so what is left are colons in texts, or keys that occur twice.
            if surplus and (surplus != _colons(report) or _HIDDEN_COLON in line):
                raise Unusual
        for row, name in self._money(report):
            setattr(row, name, _amount(bytes(getattr(row, name))))
        return report


def _amount(raw: bytes) -> Decimal | None:
    if raw == _NULL:
        return None
    if _AMOUNT.fullmatch(raw) is None:
        raise Unusual
    return Decimal(raw.decode())


@cache
def _struct(shape: Shape) -> Any:
    """Return the class of typed objects for a record of this shape."""
    layout, *below = shape
    inner = dict(zip(parts(layout), below, strict=True))
    fields = []
    for name, kind in _types(layout).items():
        if name not in inner:
            fields.append((name, kind))
        elif inner[name] is not None:
            fields.append((name, _struct(inner[name])))
    return msgspec.defstruct(
        layout.__name__, fields, forbid_unknown_fields=True, gc=False, kw_only=True
    )


@cache
def _types(layout: type[Any]) -> dict[str, Any]:
    """Return the types of a record's fields; a part has a shape instead of a type."""
    hints = get_type_hints(layout)
    found: dict[str, Any] = {}
    for field in attrs.fields(layout):
        if COLUMN in field.metadata:
            found[field.name] = _TYPES[field.metadata[COLUMN].kind]
        elif PART in field.metadata:
            found[field.name] = None
        elif RECORD in field.metadata:
            record = _struct((field.metadata[RECORD],))
            found[field.name] = record | None if field.default is None else record
        else:
            found[field.name] = _YEAR if hints[field.name] == int | None else hints[field.name]
    return found


def _number_of_keys(shape: Shape) -> int:
    layout, *below = shape
    absent = sum(part is None for part in below)
    within = sum(_number_of_keys(part) for part in below if part is not None)
    records = sum(
        len(attrs.fields(field.metadata[RECORD]))
        for field in attrs.fields(layout)
        if RECORD in field.metadata and field.default is not None
    )
    return len(attrs.fields(layout)) - absent + within + records


_KEYS_OF_PROSE = len(attrs.fields(Prose))
_PROSE_NAMES = tuple(
    field.name for field in attrs.fields(AnnualReport) if field.metadata.get(RECORD) is Prose
)


def _texts_of(layout: type[Any]) -> tuple[str, ...]:
    hints = get_type_hints(layout)
    return tuple(f.name for f in attrs.fields(layout) if hints[f.name] == str | None)


_TEXTS, _TEXTS_OF_AGENCY = _texts_of(AnnualReport), _texts_of(Agency)


def _prose(report: Any) -> Iterator[Any]:
    return (found for name in _PROSE_NAMES if (found := getattr(report, name)) is not None)


def _colons(report: Any) -> int:
    """Return how many colons stand in a report's texts."""
    texts = [getattr(report, name) for name in _TEXTS]
    texts += [getattr(report.agency, name) for name in _TEXTS_OF_AGENCY]
    for prose in _prose(report):
        texts += [prose.heading, *prose.paragraphs]
    return sum(text.count(":") for text in texts if text)


def _money(shape: Shape) -> Callable[[Any], Iterable[tuple[Any, str]]]:
    """Generate the function that gives the amounts of a report: each as its row and column."""
    rows = ", ".join(f"({row}, {name!r})" for row, name in _amounts(shape, "report"))
    scope: dict[str, Any] = {}
    exec(f"def money(report):\n    return ({rows and rows + ','})", scope)  # noqa: S102  # made of field names only
    function: Callable[[Any], Iterable[tuple[Any, str]]] = scope["money"]
    return function


def _amounts(shape: Shape, path: str) -> Iterator[tuple[str, str]]:
    layout, *below = shape
    for name, column in columns(layout).items():
        if column.kind is Kind.AMOUNT:
            yield path, name
    for name, part in zip(parts(layout), below, strict=True):
        if part is not None:
            yield from _amounts(part, f"{path}.{name}")
