"""The contract as JSON Schema 2020-12, made from the record classes. Pure functions."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import attrs

from .. import wire
from ..contract import DATE, JsonObject, Words, document, having, keys, or_null, reference
from ..editions import edition as edition_named
from ..records import Agency, AnnualReport, Kind, Prose
from ..records.form import COLUMN, MAX_AMOUNT, MAX_COUNT, PART, Column, Part, columns
from ..records.report import HEADINGS
from ..wording import Wording
from .report_words import KEYS, KINDS, REPORT, SECTION, STRICT, based_on, words_of
from .specimens import specimen

_YEAR = {"type": ["integer", "null"], "minimum": 1000, "maximum": 9999}
_TEXT = {"type": ["string", "null"]}
_DATE = {"type": ["string", "null"], **DATE}
_COLUMNS: dict[Kind, JsonObject] = {
    Kind.COUNT: {"type": ["integer", "null"], "minimum": 0, "maximum": MAX_COUNT},
    Kind.CHANGE: {"type": ["integer", "null"], "minimum": -MAX_COUNT, "maximum": MAX_COUNT},
    Kind.AMOUNT: {"type": ["number", "null"], "minimum": 0, "maximum": MAX_AMOUNT},
}


def json_schema(edition: str | None = None) -> JsonObject:
    """Return the JSON Schema of a report.

    Without an edition, rows may have any layout and may be absent; with one, every row must be
    there in the layout that the edition asks for. A blank cell is null in both.

    Raises:
        UnknownName: there is no edition of that name.
    """
    name = None if edition is None else edition_named(edition).name
    definitions: JsonObject = {}
    root = _Schema(name, definitions).record(AnnualReport)
    return document(
        f"{name}:report" if name else "report",
        REPORT if name is None else _strict_words(name),
        {key: value for key, value in root.items() if key not in ("title", "description")},
        examples=[_json(wire.unstructure(specimen(name)))],
        definitions=definitions,
    )


def _json(plain: Any) -> Any:
    """Return plain values as JSON has them: dates as texts, decimals as numbers."""
    import json

    return json.loads(wire.to_json(plain))


def _strict_words(name: str) -> Words:
    title = Wording(
        f"{REPORT.title.zh}（{name}年版，各行俱全）",
        f"{REPORT.title.en} ({name} edition, every row)",
    )
    return Words(title, STRICT.fill(edition=name))


@attrs.frozen(eq=False, repr=False)
class _Schema:
    """A schema in the making: the edition that it is strict about, and its definitions."""

    edition: str | None
    definitions: JsonObject

    def record(self, cls: type[Any]) -> JsonObject:
        """Return the schema of a record class."""
        hints = get_type_hints(cls)
        properties = {}
        for field in attrs.fields(cls):
            if PART in field.metadata:
                found = self._part(field.metadata[PART])
                if found is None:
                    continue
                properties[field.name] = found
            else:
                properties[field.name] = self._field(field, hints[field.name])
        optional = () if self.edition else set(properties) - set(wire.required_keys(cls))
        return {**words_of(cls).plain(), **keys(properties, optional=optional)}

    def _reference(self, cls: type[Any]) -> JsonObject:
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}
            self.definitions[cls.__name__] = {**self.record(cls), **_with_example(cls)}
        return reference(cls.__name__)

    def _part(self, form: Part) -> JsonObject | None:
        if self.edition is None:
            return {**_part_words(form, form.label), **self._any_layout(form.layouts)}
        if self.edition not in form.due:
            return None
        words = _part_words(form, form.labels[self.edition])
        return {**words, **self._reference(form.due[self.edition])}

    def _any_layout(self, layouts: tuple[type[Any], ...]) -> JsonObject:
        """Tell the layouts apart by their keys, so that errors are about the one that is meant."""
        last, *tested = sorted(layouts, key=lambda layout: bool(_own_keys(layout, layouts)))
        told = self._reference(last)
        for layout in tested:
            own = _own_keys(layout, layouts)
            condition: JsonObject = {"anyOf": [having(key) for key in own]}
            if not wire.required_keys(layout):
                condition["anyOf"].append({"maxProperties": 0})
            told = {"if": condition, "then": self._reference(layout), "else": told}
        return {"type": "object", **told} if tested else told

    def _field(self, field: "attrs.Attribute[Any]", hint: Any) -> JsonObject:
        if COLUMN in field.metadata:
            return _column(field.metadata[COLUMN])
        headings = field.metadata.get(HEADINGS)
        if headings is None:
            return {**KEYS[field.name].plain(), **self._value(hint)}
        label = headings[self.edition] if self.edition else list(headings.values())[-1]
        return {**Words(label, SECTION).plain(), **self._value(hint)}

    def _value(self, hint: Any) -> JsonObject:
        options = [option for option in get_args(hint) or (hint,) if option is not type(None)]
        nullable = type(None) in get_args(hint)
        kind = options[0]
        if attrs.has(kind):
            record = self._reference(kind)
            return or_null(record) if nullable else record
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {"enum": [*kind, None] if nullable else list(kind)}
        return _SCALARS[hint]


def _own_keys(layout: type[Any], layouts: tuple[type[Any], ...]) -> list[str]:
    """Return the keys that only this layout of a part has."""
    others = {key for other in layouts if other is not layout for key in wire.keys_in_order(other)}
    return [key for key in wire.keys_in_order(layout) if key not in others]


_SCALARS: dict[Any, JsonObject] = {
    str | None: _TEXT,
    tuple[str, ...]: {"type": "array", "items": {"type": "string"}},
    int | None: _YEAR,
    date | None: _DATE,
}


def _column(column: Column) -> JsonObject:
    label = column.label
    if column.head is not None:
        label = Wording(f"{column.head.zh} · {label.zh}", label.en)
    return {**Words(label, KINDS[column.kind]).plain(), **_COLUMNS[column.kind]}


def _part_words(form: Part, label: Wording) -> JsonObject:
    return Words(label, based_on(form.basis)).plain()


def _with_example(cls: type[Any]) -> JsonObject:
    """Return an example of what is small enough for one: of a row, with its total right."""
    found = columns(cls)
    record = _EXAMPLES[cls] if cls in _EXAMPLES else cls(**_numbers(found)) if found else None
    return {} if record is None else {"examples": [_json(attrs.asdict(record))]}


def _numbers(found: Mapping[str, Column]) -> dict[str, int]:
    counted = {name: place for place, name in enumerate(found, 1) if name != "total"}
    return {**counted, "total": sum(counted.values())} if "total" in found else counted


_EXAMPLES: dict[type[Any], Any] = {
    Agency: specimen().agency,
    Prose: Prose(heading="一、总体情况", paragraphs=("本年没有收到申请。",)),
}
