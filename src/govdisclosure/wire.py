"""Records to JSON and back: strict, exact, and with every problem of a document in one error.

The shape is the contract's: sections nest by address, counts are integers or null, amounts exact
decimals, a row's layout is told by the set of its keys.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import attrs

from .errors import MISSING, InvalidReport, Problem, shown
from .records import AnnualReport, Kind
from .records.form import COLUMN, PART, Part, one_of, parts
from .records.prose import UNICODE_EXPECTED, is_text, text_expected
from .records.report import DATE_EXPECTED, YEAR_EXPECTED, is_year
from .wording import Wording

if TYPE_CHECKING:
    from cattrs import Converter
    from cattrs.errors import BaseValidationError

_OBJECT = Wording("为对象（键值对）", "an object")
_ROW = Wording(
    "为对象；没有这一部分时请省去该键", "an object (where there is none, leave the key out)"
)
_TEXT = Wording("为文字或空", "a text, or null")
_ONE_TEXT = Wording("为文字", "a text")
_TEXTS = Wording("为文字数组", "an array of texts")
_ENCODINGS = ("utf-8", "utf-16", "utf-32")
_LONGEST_INTEGER = 30
_LONGEST_KEY = 60


class _Mismatch(ValueError):
    """Carries one problem to where its path is known; no caller ever sees it."""

    def __init__(self, value: object, expected: Wording, key: str | None = None) -> None:
        super().__init__(expected.en)
        self.value, self.expected, self.key = value, expected, key


class _Object(dict[str, Any]):
    """A JSON object in which keys occurred twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        again = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]  # set.add returns None, which is the point
        self.repeated = tuple(dict.fromkeys(again))


def loads(text: str | bytes) -> AnnualReport:
    """Return the report that a JSON document holds.

    Bytes are UTF-8, UTF-16 or UTF-32. Numbers are read exactly.

    Raises:
        InvalidReport: it is not JSON, or the JSON is not a report; every problem is listed, with
            its path, the value found and what was expected.
    """
    return structure(parse(text))


def parse(text: str | bytes) -> object:
    """Return the JSON value that *text* holds, for ``structure``. Repeated keys are remembered.

    Raises:
        TypeError: *text* is neither text nor bytes.
        InvalidReport: not text in an encoding of JSON, or not JSON.
    """
    import json

    if not isinstance(text, (str, bytes, bytearray)):
        raise TypeError(f"text or bytes are wanted, not {type(text).__name__}")
    decoded = text if isinstance(text, str) else _decoded(bytes(text))
    try:
        decoded.encode()
        parsed: object = json.loads(
            decoded.removeprefix("\ufeff"),
            parse_float=_decimal,
            parse_int=_integer,
            object_pairs_hook=_pairs,
        )
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end]
        raise _not_json(found, UNICODE_EXPECTED) from None
    except json.JSONDecodeError as error:
        found = error.doc[error.pos : error.pos + 20]
        place = Wording(
            f"第 {error.lineno} 行第 {error.colno} 列", f"line {error.lineno}, column {error.colno}"
        )
        raise _not_json(found, _JSON.fill(place=place, why=error.msg)) from None
    except RecursionError:
        raise _not_json(decoded[:20], _SHALLOW) from None
    return parsed


_JSON = Wording("{place}处为合法的 JSON（{why}）", "JSON at {place} ({why})")
_SHALLOW = Wording("为嵌套不这样深的 JSON", "JSON that is not nested as deep as this")
_ENCODED = Wording(
    "为 {encodings} 编码的文字（第 {byte} 个字节不是）", "text in {encodings} (byte {byte} is not)"
)


def _not_json(found: object, expected: Wording) -> InvalidReport:
    return InvalidReport([Problem("$", found, expected)])


def _decoded(data: bytes) -> str:
    import json

    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        expected = _ENCODED.fill(encodings=" / ".join(_ENCODINGS), byte=error.start + 1)
        raise _not_json(data[error.start : error.start + 8], expected) from None


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= _LONGEST_INTEGER else Decimal(text)


def _decimal(text: str) -> Decimal | float:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond what decimals hold: no number of a report
        return float("nan")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else _Object(pairs)


def structure(obj: object) -> AnnualReport:
    """Return the report that a parsed JSON value holds.

    Amounts may be int, float (taken as the decimal it prints as) or Decimal; counts are int.

    Raises:
        InvalidReport: it is not a report; every problem is listed.
    """
    from cattrs.errors import BaseValidationError

    try:
        return _converter().structure(obj, AnnualReport)
    except (BaseValidationError, _Mismatch) as error:
        raise InvalidReport(_problems(error, "")) from None


def unstructure(report: AnnualReport) -> dict[str, Any]:
    """Return the report as the JSON value of the contract; amounts stay ``Decimal``."""
    plain: dict[str, Any] = _converter().unstructure(report)
    return plain


def dumps(report: AnnualReport, *, indent: int | None = None) -> str:
    """Return the report as JSON text. ``loads(dumps(report)) == report``, digit for digit."""
    return to_json(unstructure(report), indent=indent)


def to_json(value: object, *, indent: int | None = None) -> str:
    """Return plain values as JSON text: decimals as exact numbers, dates as texts.

    A decimal of at most 15 significant digits is the same number as a binary float of them.
    """
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain, allow_nan=False)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    message = f"cannot be written as JSON: {value!r}"
    raise TypeError(message)


@cache
def _converter() -> "Converter":
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _reader(converter, cls))
    converter.register_unstructure_hook_factory(attrs.has, lambda cls: _writer(converter, cls))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    return converter


def _writer(converter: "Converter", cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    from cattrs.gen import make_dict_unstructure_fn

    write: Callable[[Any], dict[str, Any]] = make_dict_unstructure_fn(cls, converter)
    can_lack = parts(cls)
    if not can_lack:
        return write

    def unstructured(record: object) -> dict[str, Any]:
        return {k: v for k, v in write(record).items() if v is not None or k not in can_lack}

    return unstructured


def _reader(converter: "Converter", cls: type[Any]) -> Callable[[Any, Any], Any]:
    from cattrs.errors import ClassValidationError
    from cattrs.gen import make_dict_structure_fn, override

    hints = get_type_hints(cls)
    hooks: dict[str, Any] = {
        field.name: override(struct_hook=_field_hook(converter, field, hints[field.name]))
        for field in attrs.fields(cls)
    }
    read = make_dict_structure_fn(cls, converter, **hooks)
    required = required_keys(cls)

    def structured(obj: object, _type: object) -> object:
        if not isinstance(obj, dict):
            raise _Mismatch(obj, _OBJECT)
        found: list[Exception] = [
            _Mismatch(MISSING, _must_be_there(cls, key), key) for key in required if key not in obj
        ]
        found += [_Mismatch(obj[k], _ONCE, _named(k)) for k in getattr(obj, "repeated", ())]
        try:
            record = read(obj, cls)
        except ClassValidationError as error:
            found += error.exceptions
        if found:
            raise ClassValidationError(f"not a {cls.__name__}", found, cls)
        return record

    return structured


def required_keys(cls: type[Any]) -> tuple[str, ...]:
    """Return the keys that a JSON object of this record class must have: all but its parts."""
    return tuple(f.name for f in attrs.fields(cls) if PART not in f.metadata)


_ONCE = Wording("该键只出现一次", "the key once only")


def _must_be_there(cls: type[Any], key: str) -> Wording:
    column = attrs.fields_dict(cls)[key].metadata.get(COLUMN)
    if column is None:
        return Wording("有该键（不知道时写 null）", "the key to be there (null where unknown)")
    return Wording(
        f"有该列“{column.label.zh}”（空白写 null）",
        f"the column {column.label.en!r} to be there (null where blank)",
    )


def _field_hook(
    converter: "Converter", field: "attrs.Attribute[Any]", hint: Any
) -> Callable[[Any, Any], Any]:
    if COLUMN in field.metadata:
        return _column_hook(field.metadata[COLUMN].kind)
    if PART in field.metadata:
        return _part_hook(converter, field.metadata[PART])
    options = [option for option in get_args(hint) or (hint,) if option is not type(None)]
    nullable = type(None) in get_args(hint)
    kind = options[0]
    if attrs.has(kind):
        return _record_hook(converter, kind, nullable=nullable)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _choice_hook(kind, nullable=nullable)
    return _SCALAR_HOOKS[hint]


def _column_hook(kind: Kind) -> Callable[[Any, Any], Any]:
    def hook(value: object, _type: object) -> object:
        exact = _exact(value) if kind is Kind.AMOUNT else value
        if not kind.admits(exact):
            raise _Mismatch(value, kind.expected)
        return exact

    return hook


def _exact(value: object) -> object:
    if type(value) is int:
        return Decimal(value)
    if type(value) is float:
        return Decimal(repr(value))
    return value


def _part_hook(converter: "Converter", form: Part) -> Callable[[Any, Any], Any]:
    told = {frozenset(keys_in_order(layout)): layout for layout in form.layouts}

    def hook(value: object, _type: object) -> object:
        if not isinstance(value, dict):
            raise _Mismatch(value, _ROW)
        layout = told.get(frozenset(value)) or _layout(value, form.layouts)
        return converter.structure(value, layout)

    return hook


def _layout(obj: dict[str, Any], layouts: tuple[type[Any], ...]) -> type[Any]:
    """Return the layout that shares the most keys with the object, then lacks the fewest."""
    keys = set(obj)

    def likeness(layout: type[Any]) -> tuple[int, int]:
        declared, required = set(keys_in_order(layout)), set(required_keys(layout))
        return len(keys & declared), -len(keys - declared) - len(required - keys)

    best = max(map(likeness, layouts))
    alike = [layout for layout in layouts if likeness(layout) == best]
    if len(alike) > 1:
        zh = " 或 ".join("、".join(keys_in_order(layout)) for layout in layouts)
        en = "; or ".join(", ".join(keys_in_order(layout)) for layout in layouts)
        raise _Mismatch(obj, Wording(f"为以下各组键之一：{zh}", f"the keys of one layout: {en}"))
    return alike[0]


def keys_in_order(cls: type[Any]) -> tuple[str, ...]:
    """Return the keys that a record class declares, in the form's order."""
    return tuple(field.name for field in attrs.fields(cls))


def _record_hook(
    converter: "Converter", kind: type[Any], *, nullable: bool
) -> Callable[[Any, Any], Any]:
    def hook(value: object, _type: object) -> object:
        if value is None and nullable:
            return None
        return converter.structure(value, kind)

    return hook


def _choice_hook(kind: type[StrEnum], *, nullable: bool) -> Callable[[Any, Any], Any]:
    expected = one_of(kind, nullable=nullable)

    def hook(value: object, _type: object) -> object:
        if value is None and nullable:
            return None
        if not isinstance(value, str) or value not in list(kind):
            raise _Mismatch(value, expected)
        return kind(value)

    return hook


def _text(value: object, _type: object) -> object:
    if value is not None and not is_text(value):
        raise _Mismatch(value, text_expected(value, _TEXT))
    return value


def _texts(value: object, _type: object) -> object:
    if not isinstance(value, list):
        raise _Mismatch(value, _TEXTS)
    wrong = [i for i, text in enumerate(value) if not is_text(text)]
    if wrong:
        from cattrs.errors import IterableValidationError

        errors = [_Mismatch(value[i], text_expected(value[i], _ONE_TEXT), f"[{i}]") for i in wrong]
        raise IterableValidationError("not texts", errors, tuple[str, ...])
    return tuple(value)


def _year(value: object, _type: object) -> object:
    if not is_year(value):
        raise _Mismatch(value, YEAR_EXPECTED)
    return value


_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")  # an ISO date may also name a week


def _date(value: object, _type: object) -> object:
    if value is None:
        return None
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise _Mismatch(value, DATE_EXPECTED)


_SCALAR_HOOKS: dict[Any, Callable[[Any, Any], Any]] = {
    str | None: _text,
    tuple[str, ...]: _texts,
    int | None: _year,
    date | None: _date,
}


def _problems(error: BaseException, path: str) -> Iterator[Problem]:
    """Flatten cattrs' tree of errors: a problem a leaf, in document order, each with its path."""
    from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from _problems(inner, _joined(path, _field_of(inner)))
    elif isinstance(error, _Mismatch):
        yield Problem(_joined(path, error.key) or "$", error.value, error.expected)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields, key=str):
            keys = keys_in_order(error.cl)
            yield Problem(
                _joined(path, _named(key)),
                key,
                Wording(f"只有这些键：{'、'.join(keys)}", f"no other keys than {', '.join(keys)}"),
            )
    else:
        raise error


def _field_of(error: "BaseException | BaseValidationError") -> str | None:
    from cattrs.errors import AttributeValidationNote

    notes = [n for n in getattr(error, "__notes__", ()) if isinstance(n, AttributeValidationNote)]
    return notes[0].name if notes else None


def _named(key: object) -> str:
    """Return a key as a path names it: as it is, or quoted where that would mislead."""
    name = str(key)
    plain = name.isprintable() and 0 < len(name) <= _LONGEST_KEY and not name.startswith("[")
    return name if plain else shown(key)


def _joined(path: str, name: str | None) -> str:
    if name is None:
        return path
    return path + name if name.startswith("[") else f"{path}.{name}" if path else name
