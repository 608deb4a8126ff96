"""The JSON Schemas of profiles, waivers and rosters, made from their classes.

A file in TOML is such a JSON value: a date stands as a text, as it does in JSON.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from .contract import BASE, DIALECT, JsonObject
from .law import Basis
from .profiles import DEADLINE_KINDS, Profile, YearDay
from .relations import Relation, Term
from .rosters import Body
from .waivers import Waiver
from .wording import Wording

DAY_OF_YEAR = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
RULE_ID = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$"

WAIVER, BODY, RELATION = "waiver", "body", "relation"
"""The names of the tables that files have many of: ``[[waiver]]``."""
_KEYS = {(Profile, "relations"): RELATION}

_TEXT = {"type": "string", "minLength": 1}
_BOTH_LANGUAGES: JsonObject = {"zh": _TEXT, "en": _TEXT}
_NOT_IN_FILES = {Relation: ("portable",)}
_OPTIONAL = {Relation: ("over", "confidence", "why", "mend")}
"""What a file may leave out although the class has no default for it."""

_LABELS = {
    (Profile, "name"): Wording("配置名称", "Whose profile it is"),
    (Profile, "severities"): Wording("各规则的严重程度", "Severities by rule"),
    (Profile, "off"): Wording("不检查的规则", "Rules that are not applied"),
    (Profile, "on"): Wording("开启的规则（默认不检查）", "Rules to apply that are off by default"),
    (Profile, "deadlines"): Wording(
        "公布期限（次年，MM-DD）", "Last days of publication (of the following year, MM-DD)"
    ),
    (Profile, "overview_limit"): Wording("第一部分字数上限", "Most characters in section 一"),
    (Profile, "rule_making_bodies"): Wording("有规章制定权的机关", "Bodies that make rules"),
    (Profile, "relations"): Wording("另外的勾稽关系", "Further relations"),
    (Relation, "id"): Wording("规则编号", "Id of the rule"),
    (Relation, "severity"): Wording("严重程度", "Severity"),
    (Relation, "basis"): Wording(
        "依据：条例条款（如 20(1)），或文件名称和文号",
        "Basis: places in the Regulations (20(1)), or a document's title and number",
    ),
    (Relation, "confidence"): Wording(
        "审核机关是否检查（H 必查，M 通常，L 建议）",
        "Whether a reviewer applies it (H surely, M probably, L an idea)",
    ),
    (Relation, "sentences"): Wording("规则的内容", "What the rule demands"),
    (Relation, "expected"): Wording("应等于的一侧", "The expected side"),
    (Relation, "sign"): Wording("关系", "What stands between the sides"),
    (Relation, "stated"): Wording("报告所填的一侧", "The stated side"),
    (Relation, "why"): Wording("为什么要求", "Why it is asked for"),
    (Relation, "mend"): Wording("怎样改正", "How to mend a finding"),
    (Relation, "over"): Wording(
        "逐一适用的范围（省略时为全表一次）", "The range it is applied over (once where left out)"
    ),
    (Relation, "row"): Wording("所涉及的行", "The row that an instance is about"),
    (Relation, "message"): Wording("问题的表述", "The sentence of a finding"),
    (Waiver, "rule"): Wording("规则编号", "Id of the rule"),
    (Waiver, "at"): Wording("位置（问题的 at）", "Where: the finding's at"),
    (Waiver, "reason"): Wording("理由", "The reason"),
    (Waiver, "until"): Wording("截止日期", "The last day"),
    (Waiver, "agency"): Wording("机关名称或代码", "Name or code of the body"),
    (Waiver, "year"): Wording("报告年度", "Year reported on"),
    (Waiver, "source"): Wording("文件名", "Name of the document"),
    (Body, "name"): Wording("机关名称", "Name of the body"),
    (Body, "code"): Wording("机关代码", "Official code"),
    (Body, "kind"): Wording("机关类型", "Kind of body"),
    (Body, "level"): Wording("层级", "Level of government"),
    (Body, "parent"): Wording("上级机关的名称或代码", "Name or code of the body above"),
    (Body, "scope"): Wording(
        "报告口径（own 本级，consolidated 汇总）", "Scope of its report: own or consolidated"
    ),
}


def profile_schema() -> JsonObject:
    """Return the JSON Schema of a profile."""
    title = Wording("本地配置", "Local profile")
    return _document("profile", title, _object(Profile))


def waivers_schema() -> JsonObject:
    """Return the JSON Schema of a list of waivers."""
    return _document("waivers", Wording("豁免清单", "Waivers"), _list_of(WAIVER, Waiver))


def roster_schema() -> JsonObject:
    """Return the JSON Schema of a roster."""
    return _document("roster", Wording("机关名册", "Roster of bodies"), _list_of(BODY, Body))


def _document(name: str, title: Wording, content: JsonObject) -> JsonObject:
    return {"$schema": DIALECT, "$id": f"{BASE}:{name}", **_titled(title), **content}


def _list_of(key: str, cls: type[Any]) -> JsonObject:
    return {
        "type": "object",
        "properties": {key: {"type": "array", "items": _object(cls)}},
        "required": [key],
        "additionalProperties": False,
    }


def _object(cls: type[Any]) -> JsonObject:
    hints = get_type_hints(cls)
    fields = [f for f in attrs.fields(cls) if f.name not in _NOT_IN_FILES.get(cls, ())]
    optional = _OPTIONAL.get(cls, ())
    required = [f.name for f in fields if f.default is attrs.NOTHING and f.name not in optional]
    return {
        "type": "object",
        "properties": {
            _KEYS.get((cls, f.name), f.name): _property(cls, f.name, hints[f.name]) for f in fields
        },
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _property(cls: type[Any], name: str, hint: Any) -> JsonObject:
    label = _LABELS.get((cls, name))
    return {
        **(_titled(label) if label else {}),
        **_value(hint),
        **_NARROWER.get((cls, name), {}),
    }


_NARROWER: Mapping[tuple[type[Any], str], JsonObject] = {
    (Relation, "id"): {"pattern": RULE_ID},
    (Term, "coefficient"): {"minimum": -1, "enum": [1, -1]},
    (Waiver, "year"): {"minimum": 1000, "maximum": 9999},
}
"""What the type of a field does not say."""


def _value(hint: Any) -> JsonObject:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is UnionType:
        return _value(next(argument for argument in arguments if argument is not type(None)))
    if origin is Mapping:
        return _mapping(arguments[1])
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _value(arguments[0]), **_array(origin, arguments[0])}
    if hint in _SCALARS:
        return dict(_SCALARS[hint]())
    is_choice = issubclass(hint, StrEnum)
    return {"enum": [member.value for member in hint]} if is_choice else _object(hint)


def _array(origin: Any, of: Any) -> JsonObject:
    if origin is frozenset:
        return {"uniqueItems": True}
    return {"minItems": 1} if of is Term else {}


def _mapping(kind: Any) -> JsonObject:
    if kind is YearDay:
        days = {name: _value(YearDay) for name in DEADLINE_KINDS}
        return {"type": "object", "properties": days, "additionalProperties": False}
    return {"type": "object", "additionalProperties": _value(kind)}


def _wording() -> JsonObject:
    """Return the schema of a wording: one text for both languages, or one for each."""
    return {**_texts(_BOTH_LANGUAGES), "type": ["string", "object"], "minLength": 1}


def _basis() -> JsonObject:
    return {
        **_texts({**_BOTH_LANGUAGES, "number": _TEXT}),
        "type": ["string", "object"],
        "minLength": 1,
    }


def _texts(properties: JsonObject) -> JsonObject:
    return {
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_SCALARS: Mapping[Any, Callable[[], JsonObject]] = {
    str: lambda: _TEXT,
    int: lambda: {"type": "integer", "minimum": 1},
    date: lambda: {"type": "string", "format": "date", "pattern": DAY},
    YearDay: lambda: {"type": "string", "pattern": DAY_OF_YEAR},
    Wording: _wording,
    Basis: _basis,
}


def _titled(label: Wording) -> JsonObject:
    return {"title": f"{label.zh} | {label.en}"}
