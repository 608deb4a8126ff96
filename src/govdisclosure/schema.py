"""The contract as JSON Schema 2020-12, made from the record classes. Pure functions."""

from copy import deepcopy
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import attrs

from . import wire
from .contract import BASE, DIALECT, JsonObject
from .editions import EDITIONS
from .editions import edition as edition_named
from .local_schema import profile_schema, roster_schema, waivers_schema
from .records import AnnualReport, Kind
from .records.form import COLUMN, MAX_AMOUNT, MAX_COUNT, PART, Column, Part, columns
from .records.report import HEADINGS
from .review_schema import finding_schema, review_schema
from .wording import Wording

_YEAR = {"type": ["integer", "null"], "minimum": 1000, "maximum": 9999}
_TEXT = {"type": ["string", "null"]}
_DATE = {
    "type": ["string", "null"],
    "format": "date",
    "maxLength": 10,
    "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
}
_COLUMNS: dict[Kind, JsonObject] = {
    Kind.COUNT: {"type": ["integer", "null"], "minimum": 0, "maximum": MAX_COUNT},
    Kind.CHANGE: {"type": ["integer", "null"], "minimum": -MAX_COUNT, "maximum": MAX_COUNT},
    Kind.AMOUNT: {"type": ["number", "null"], "minimum": 0, "maximum": MAX_AMOUNT},
}

_LABELS = {
    "year": Wording("报告年度", "Year reported on"),
    "title": Wording("标题", "Title"),
    "agency": Wording("编制机关", "The body that reports"),
    "scope": Wording(
        "口径（own 本级，consolidated 汇总）", "Scope: the body's own or consolidated"
    ),
    "published": Wording("公布日期", "Date of publication"),
    "name": Wording("名称", "Name"),
    "kind": Wording("机关类型", "Kind of body"),
    "level": Wording("层级", "Level of government"),
    "code": Wording("机关代码", "Official code"),
    "heading": Wording("标题（照录）", "Heading as printed"),
    "paragraphs": Wording("各段文字", "Paragraphs"),
    "unit": Wording("金额单位", "Unit of the amount"),
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
    suffix = Wording(f"（{name}年版，各行俱全）", f" ({name} edition, every row)") if name else None
    title = Wording("政府信息公开工作年度报告", "Annual report on open government information")
    if suffix is not None:
        title = Wording(title.zh + suffix.zh, title.en + suffix.en)
    schema = {
        "$schema": DIALECT,
        "$id": f"{BASE}:{name}:report" if name else f"{BASE}:report",
        **_titled(title),
        **{k: v for k, v in root.items() if k != "title"},
        "$defs": dict(sorted(definitions.items())),
    }
    return deepcopy(schema)  # the pieces that it is made of are shared


def schema_files() -> dict[str, JsonObject]:
    """Return every schema of the contract, by its path below ``schemas/``."""
    files = {"report.schema.json": json_schema()}
    for found in EDITIONS:
        files[f"{found.name}/report.schema.json"] = json_schema(found.name)
    files["profile.schema.json"] = profile_schema()
    files["waivers.schema.json"] = waivers_schema()
    files["roster.schema.json"] = roster_schema()
    files["finding.schema.json"] = finding_schema()
    files["review.schema.json"] = review_schema()
    return files


def _titled(label: Wording) -> JsonObject:
    return {"title": f"{label.zh} | {label.en}"}


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
        required = list(properties) if self.edition else list(wire.required_keys(cls))
        return {
            "type": "object",
            **_described(cls),
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _reference(self, cls: type[Any]) -> JsonObject:
        if cls.__name__ not in self.definitions:
            self.definitions[cls.__name__] = {}
            self.definitions[cls.__name__] = self.record(cls)
        return {"$ref": f"#/$defs/{cls.__name__}"}

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
            keys = _own_keys(layout, layouts)
            condition: JsonObject = {"anyOf": [_having(key) for key in keys]}
            if not wire.required_keys(layout):
                condition["anyOf"].append({"maxProperties": 0})
            told = {"if": condition, "then": self._reference(layout), "else": told}
        return {"type": "object", **told} if tested else told

    def _field(self, field: "attrs.Attribute[Any]", hint: Any) -> JsonObject:
        if COLUMN in field.metadata:
            return _column(field.metadata[COLUMN])
        headings = field.metadata.get(HEADINGS)
        if headings is not None:
            label = headings[self.edition] if self.edition else list(headings.values())[-1]
        else:
            label = _LABELS[field.name]
        return {**_titled(label), **self._value(hint)}

    def _value(self, hint: Any) -> JsonObject:
        options = [option for option in get_args(hint) or (hint,) if option is not type(None)]
        nullable = type(None) in get_args(hint)
        kind = options[0]
        if attrs.has(kind):
            reference = self._reference(kind)
            if not nullable:
                return reference
            return {
                "type": ["object", "null"],
                "if": {"type": "object"},
                "then": reference,
            }
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {"enum": [*kind, None] if nullable else list(kind)}
        return _SCALARS[hint]


def _having(key: str) -> JsonObject:
    """Demand a key; ajv in strict mode wants a demanded key to be among the properties."""
    return {"properties": {key: {}}, "required": [key]}


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
    head = f"{column.head.zh} · " if column.head else ""
    return {"title": f"{head}{column.label.zh} | {column.label.en}", **_COLUMNS[column.kind]}


def _part_words(form: Part, label: Wording) -> JsonObject:
    return {**_titled(label), "$comment": str(form.basis)}


def _described(cls: type[Any]) -> JsonObject:
    found = columns(cls)
    if not found:
        return {}
    return {
        "description": "、".join(column.label.zh for column in found.values())
        + " | "
        + ", ".join(column.label.en for column in found.values())
    }
