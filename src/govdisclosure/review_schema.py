"""The JSON Schemas of a finding and of a review, as ``check --format json`` prints them."""

from enum import StrEnum
from typing import Any

from .contract import BASE, DIALECT, JsonObject
from .findings import Outcome, Severity
from .records import Scope
from .wording import Wording

_TEXT: JsonObject = {"type": "string"}
_NUMBER: JsonObject = {"type": ["number", "null"]}
_ORDINAL: JsonObject = {"type": "integer", "minimum": 1}


def finding_schema() -> JsonObject:
    """Return the JSON Schema of a finding."""
    title = Wording("检查发现的一个问题", "One thing that a rule found")
    return _document("finding", title, "Finding", ("Finding", "Place", "Wording"))


def review_schema() -> JsonObject:
    """Return the JSON Schema of the reviews of one or more documents."""
    title = Wording("检查结果", "The reviews of documents")
    return _document("review", title, "Reviews", tuple(_definitions()))


def _document(name: str, title: Wording, root: str, used: tuple[str, ...]) -> JsonObject:
    definitions = _definitions()
    whole = {"$schema": DIALECT, "$id": f"{BASE}:{name}", "title": f"{title.zh} | {title.en}"}
    return {
        **whole,
        "$ref": f"#/$defs/{root}",
        "$defs": {key: definitions[key] for key in sorted(used)},
    }


def _definitions() -> dict[str, JsonObject]:
    return {
        "Wording": _object("两种语言的文字 | A text in two languages", {"zh": _TEXT, "en": _TEXT}),
        "Place": _object(
            "原文中的位置 | Where something stands in a document",
            {"text": _TEXT},
            {"cell": _TEXT} | dict.fromkeys(("page", "line", "table", "row", "column"), _ORDINAL),
        ),
        "Finding": _object(
            "一个问题 | A finding",
            {
                "rule": _TEXT,
                "at": _TEXT,
                "severity": _one_of(Severity),
                "cells": _list(_TEXT),
                **_NUMBERS,
                "message": _ref("Wording"),
                "places": _list(_ref("Place")),
                "basis": _TEXT,
                "waived": _or_null("Wording"),
            },
        ),
        "Needed": _object(
            "空白应填的数 | What a blank needs",
            {"cell": _TEXT},
            {"value": {"type": "number"}, "at_least": {"type": "number"}},
        ),
        "Undetermined": _object("因空白无法判断的实例 | An instance that is open", _OPEN),
        "Instance": _object(
            "勾稽关系的一个实例 | An instance of a relation",
            {
                **_OPEN,
                "outcome": _one_of(Outcome),
                "cells": _list(_TEXT),
                **_NUMBERS,
                "reason": _or_null("Wording"),
            },
        ),
        "Skipped": _object(
            "没有适用的规则 | A rule that was not applied",
            {"rule": _TEXT, "reason": _ref("Wording")},
        ),
        "UnusedWaiver": _object(
            "没有用到的豁免 | A waiver that waived nothing",
            {"rule": _TEXT, "at": {"type": ["string", "null"]}, "reason": _ref("Wording")},
        ),
        "ReportKey": _object(
            "区分报告的键 | What tells one report from another",
            {
                "agency": {"type": ["string", "null"]},
                "scope": {"enum": [*(scope.value for scope in Scope), None]},
                "year": {"type": ["integer", "null"]},
            },
        ),
        "Review": _object(
            "一份文件的检查结果，或无法读取的原因 | The review of a document, or why there is none",
            {"source": _TEXT},
            {
                "error": _or_null("Wording"),
                "key": _ref("ReportKey"),
                "counts": _object(
                    "各结果的实例数 | Instances by outcome",
                    {outcome.value: {"type": "integer", "minimum": 0} for outcome in Outcome},
                ),
                "findings": _list(_ref("Finding")),
                "undetermined": _list(_ref("Undetermined")),
                "skipped": _list(_ref("Skipped")),
                "profile": _TEXT,
                "unused_waivers": _list(_ref("UnusedWaiver")),
                "instances": _list(_ref("Instance")),
            },
        ),
        "Reviews": _object(
            "全部检查结果 | The reviews",
            {
                "tool": _object("工具 | The tool", {"name": _TEXT, "version": _TEXT}),
                "rules": _object("规则的摘要 | The rules' digest", {"digest": _TEXT}),
                "reports": _list(_ref("Review")),
            },
        ),
    }


def _object(title: str, required: JsonObject, optional: JsonObject | None = None) -> JsonObject:
    return {
        "type": "object",
        "title": title,
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _ref(name: str) -> JsonObject:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(name: str) -> JsonObject:
    return {"type": ["object", "null"], "if": {"type": "object"}, "then": _ref(name)}


def _list(of: JsonObject) -> JsonObject:
    return {"type": "array", "items": of}


def _one_of(kind: type[StrEnum]) -> JsonObject:
    return {"enum": [member.value for member in kind]}


_NUMBERS: dict[str, Any] = {"expected": _NUMBER, "actual": _NUMBER, "difference": _NUMBER}
_OPEN: dict[str, Any] = {
    "rule": _TEXT,
    "at": _TEXT,
    "blanks": _list(_TEXT),
    "needed": _list(_ref("Needed")),
}
