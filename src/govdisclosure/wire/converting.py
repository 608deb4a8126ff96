"""The converter between plain values and records, made from the record classes."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import attrs

from ..errors import MISSING
from ..records.form import COLUMN, PART, Part, parts
from ..wording import Wording
from .keys import keys_in_order, required_keys
from .problems import named
from .values import SCALAR_HOOKS, Mismatch, choice_hook, column_hook

if TYPE_CHECKING:
    from cattrs import Converter

_OBJECT = Wording("为对象（键值对）", "an object")
_ROW = Wording(
    "为对象；没有这一部分时请省去该键", "an object (where there is none, leave the key out)"
)
_ONCE = Wording("该键只出现一次", "the key once only")


@cache
def converter() -> "Converter":
    """Return the converter, made when it is first needed."""
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
            raise Mismatch(obj, _OBJECT)
        found: list[Exception] = [
            Mismatch(MISSING, _must_be_there(cls, key), key) for key in required if key not in obj
        ]
        found += [Mismatch(obj[k], _ONCE, named(k)) for k in getattr(obj, "repeated", ())]
        try:
            record = read(obj, cls)
        except ClassValidationError as error:
            found += error.exceptions
        if found:
            raise ClassValidationError(f"not a {cls.__name__}", found, cls)
        return record

    return structured


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
        return column_hook(field.metadata[COLUMN].kind)
    if PART in field.metadata:
        return _part_hook(converter, field.metadata[PART])
    options = [option for option in get_args(hint) or (hint,) if option is not type(None)]
    nullable = type(None) in get_args(hint)
    kind = options[0]
    if attrs.has(kind):
        return _record_hook(converter, kind, nullable=nullable)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return choice_hook(kind, nullable=nullable)
    return SCALAR_HOOKS[hint]


def _part_hook(converter: "Converter", form: Part) -> Callable[[Any, Any], Any]:
    told = {frozenset(keys_in_order(layout)): layout for layout in form.layouts}

    def hook(value: object, _type: object) -> object:
        if not isinstance(value, dict):
            raise Mismatch(value, _ROW)
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
        raise Mismatch(obj, Wording(f"为以下各组键之一：{zh}", f"the keys of one layout: {en}"))
    return alike[0]


def _record_hook(
    converter: "Converter", kind: type[Any], *, nullable: bool
) -> Callable[[Any, Any], Any]:
    def hook(value: object, _type: object) -> object:
        if value is None and nullable:
            return None
        return converter.structure(value, kind)

    return hook
