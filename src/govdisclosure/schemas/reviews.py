"""The JSON Schemas of a finding and of a review, as ``check --format json`` prints them."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from ..contract import JsonObject, array, document, keys, or_null, reference
from ..findings import Outcome, Severity
from ..records import Scope
from .review_examples import EXAMPLES, FINDING, REVIEWS
from .review_words import CLASSES, KEYS

_TEXT: JsonObject = {"type": "string"}
_NUMBER: JsonObject = {"type": ["number", "null"]}
_NEEDED: JsonObject = {"type": "number"}
_ORDINAL: JsonObject = {"type": "integer", "minimum": 1}


def finding_schema() -> JsonObject:
    """Return the JSON Schema of a finding."""
    return _whole("finding", "Finding", FINDING)


def review_schema() -> JsonObject:
    """Return the JSON Schema of the reviews of one or more documents."""
    return _whole("review", "Reviews", REVIEWS)


def _whole(name: str, root: str, example: JsonObject) -> JsonObject:
    definitions = _definitions()
    used = dict.fromkeys(_used(root, definitions))
    return document(
        name,
        CLASSES[root],
        reference(root),
        examples=[example],
        definitions={key: definitions[key] for key in used},
    )


def _used(name: str, definitions: Mapping[str, JsonObject]) -> Iterator[str]:
    """Iterate over the names of the definitions that one needs, itself first."""
    yield name
    for other in definitions:
        if other != name and f"'#/$defs/{other}'" in repr(definitions[name]):
            yield from _used(other, definitions)


def _definitions() -> dict[str, JsonObject]:
    return {
        "Wording": _object("Wording", {"zh": _TEXT, "en": _TEXT}),
        "Place": _object("Place", {"text": _TEXT}, _PLACE),
        "Finding": _object("Finding", _FINDING),
        "Needed": _object("Needed", {"cell": _TEXT}, {"value": _NEEDED, "at_least": _NEEDED}),
        "Undetermined": _object("Undetermined", _OPEN),
        "Instance": _object("Instance", _INSTANCE),
        "Skipped": _object("Skipped", {"rule": _TEXT, "reason": reference("Wording")}),
        "UnusedWaiver": _object(
            "UnusedWaiver", {"rule": _TEXT, "at": _TEXT, "reason": reference("Wording")}
        ),
        "ReportKey": _object("ReportKey", _KEY),
        "Review": _object("Review", {"source": _TEXT}, _REVIEW),
        "Reviews": _object("Reviews", _REVIEWS),
    }


def _object(
    name: str, required: Mapping[str, JsonObject], optional: Mapping[str, JsonObject] | None = None
) -> JsonObject:
    found = _told(name, {**required, **(optional or {})})
    return {
        **CLASSES[name].plain(),
        **keys(found, optional=optional or ()),
        "examples": EXAMPLES[name],
    }


def _told(name: str, properties: Mapping[str, JsonObject]) -> dict[str, JsonObject]:
    return {key: {**KEYS[name][key].plain(), **found} for key, found in properties.items()}


def _one_of(kind: type[StrEnum]) -> JsonObject:
    return {"enum": [member.value for member in kind]}


_NUMBERS: dict[str, Any] = {"expected": _NUMBER, "actual": _NUMBER, "difference": _NUMBER}
_PLACE: dict[str, Any] = {
    **dict.fromkeys(("page", "line", "table", "row", "column"), _ORDINAL),
    "cell": _TEXT,
    "sheet": _TEXT,
}
_FINDING: dict[str, Any] = {
    "rule": _TEXT,
    "at": _TEXT,
    "severity": _one_of(Severity),
    "cells": array(_TEXT),
    **_NUMBERS,
    "message": reference("Wording"),
    "places": array(reference("Place")),
    "basis": _TEXT,
    "waived": or_null(reference("Wording")),
}
_OPEN: dict[str, Any] = {
    "rule": _TEXT,
    "at": _TEXT,
    "blanks": array(_TEXT),
    "needed": array(reference("Needed")),
}
_INSTANCE: dict[str, Any] = {
    **_OPEN,
    "outcome": _one_of(Outcome),
    "cells": array(_TEXT),
    **_NUMBERS,
    "reason": or_null(reference("Wording")),
}
_KEY: dict[str, Any] = {
    "agency": {"type": ["string", "null"]},
    "scope": {"enum": [*(scope.value for scope in Scope), None]},
    "year": {"type": ["integer", "null"], "minimum": 1000, "maximum": 9999},
}
_COUNTS: dict[str, Any] = {o.value: {"type": "integer", "minimum": 0} for o in Outcome}
_REVIEW: dict[str, Any] = {
    "error": or_null(reference("Wording")),
    "key": reference("ReportKey"),
    "counts": keys(_told("counts", _COUNTS)),
    "findings": array(reference("Finding")),
    "undetermined": array(reference("Undetermined")),
    "skipped": array(reference("Skipped")),
    "profile": _TEXT,
    "unused_waivers": array(reference("UnusedWaiver")),
    "instances": array(reference("Instance")),
}
_TOOL: dict[str, Any] = {"name": _TEXT, "version": _TEXT}
_RULES: dict[str, Any] = {"digest": _TEXT}
_REVIEWS: dict[str, Any] = {
    "tool": keys(_told("tool", _TOOL)),
    "rules": keys(_told("rules", _RULES)),
    "reports": array(reference("Review")),
}
