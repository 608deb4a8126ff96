"""The JSON Schemas of profiles, waivers and rosters, made from their classes.

A file in TOML is such a JSON value: a date stands as a text, as it does in JSON.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from ..contract import DATE, ONE_LINE, JsonObject, Words, array, document, keys, reference
from ..law import Basis
from ..profiles import DEADLINE_KINDS, Profile, YearDay
from ..relations import Relation, Term
from ..rosters import Body
from ..waivers import Waiver
from ..wording import Wording
from .local_words import (
    CLASSES,
    DEADLINES,
    KEYS,
    LANGUAGES,
    LISTS,
    NUMBER,
    PROFILE,
    ROSTER,
    WAIVERS,
)

DAY_OF_YEAR = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
RULE_ID = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$"

WAIVER, BODY, RELATION = "waiver", "body", "relation"
"""The names of the tables that files have many of: ``[[waiver]]``."""
_KEYS = {(Profile, "relations"): RELATION}

_TEXT: JsonObject = {"type": "string", "minLength": 1}
_NOT_IN_FILES = {Relation: ("portable",)}
_OPTIONAL = {Relation: ("over", "confidence", "why", "mend")}
"""What a file may leave out although the class has no default for it."""

_RELATION: JsonObject = {
    "id": "local.carried_out",
    "severity": "warning",
    "basis": {
        "zh": "《云溪县政府信息公开工作年度报告编制要求》",
        "en": "Requirements for Annual Reports of Yunxi County",
        "number": "云政公开办〔2023〕5号",
    },
    "sentences": {
        "zh": "结转下年度的申请不多于本年新收的申请。",
        "en": "No more requests are carried forward than were received in the year.",
    },
    "expected": [{"cell": "requests.carried_out.{at}"}],
    "sign": "<=",
    "stated": [{"cell": "requests.received.{at}"}],
    "over": "applicant",
    "message": {
        "zh": "表三 {at}列：结转下年度 {expected} 件，多于本年新收 {actual} 件",
        "en": "Table 3, column {at}: {expected} carried forward, more than the {actual} received",
    },
}
_PROFILE: JsonObject = {
    "name": "岚川市云溪县",
    "on": ["years.swing"],
    "off": ["proactive.newly_published"],
    "deadlines": {"department": "01-20", "government": "03-15", "township": "01-26"},
    "severities": {"cell.blank": "error", "years.in_force": "note"},
    RELATION: [_RELATION],
}
_WAIVER: JsonObject = {
    "rule": "requests.row_total",
    "at": "outcomes.granted",
    "reason": {
        "zh": "一件申请由两类申请人共同提出，报告第六部分已说明",
        "en": "One request came from two kinds of applicants together; section 6 says so",
    },
    "until": "2099-12-31",
    "agency": "云溪县白杨乡",
    "year": 2023,
}
_COUNTY: JsonObject = {"name": "云溪县", "kind": "government", "level": "county"}
_BUREAU: JsonObject = {
    "name": "云溪县财政局",
    "kind": "department",
    "level": "county",
    "parent": "云溪县",
}
_EXAMPLES: Mapping[type[Any], Sequence[Any]] = {
    Relation: [_RELATION],
    Term: _RELATION["expected"],
    Wording: [_RELATION["sentences"], "结转下年度的申请不多于本年新收的申请。"],
    Basis: ["20(1)", _RELATION["basis"]],
    Waiver: [_WAIVER],
    Body: [_COUNTY, _BUREAU],
}


def profile_schema() -> JsonObject:
    """Return the JSON Schema of a profile."""
    definitions: dict[str, JsonObject] = {}
    root = _Local(definitions).record(Profile)
    return document("profile", PROFILE, root, examples=[_PROFILE], definitions=definitions)


def waivers_schema() -> JsonObject:
    """Return the JSON Schema of a list of waivers."""
    return _list_of("waivers", WAIVERS, WAIVER, Waiver, {WAIVER: [_WAIVER]})


def roster_schema() -> JsonObject:
    """Return the JSON Schema of a roster."""
    return _list_of("roster", ROSTER, BODY, Body, {BODY: [_COUNTY, _BUREAU]})


def _list_of(name: str, said: Words, key: str, cls: type[Any], example: JsonObject) -> JsonObject:
    definitions: dict[str, JsonObject] = {}
    items = _Local(definitions).value(cls)
    root = keys({key: {**LISTS[cls].plain(), **array(items)}})
    return document(name, said, root, examples=[example], definitions=definitions)


@attrs.frozen(eq=False, repr=False)
class _Local:
    """A schema in the making, with its definitions by the names of the classes."""

    definitions: dict[str, JsonObject]

    def record(self, cls: type[Any]) -> JsonObject:
        """Return the schema of a record class."""
        hints = get_type_hints(cls)
        fields = [f for f in attrs.fields(cls) if f.name not in _NOT_IN_FILES.get(cls, ())]
        optional = _OPTIONAL.get(cls, ())
        required = {f.name for f in fields if f.default is attrs.NOTHING} - set(optional)
        return keys(
            {
                _KEYS.get((cls, f.name), f.name): {
                    **KEYS[cls, f.name].plain(),
                    **self.value(hints[f.name]),
                    **_NARROWER.get((cls, f.name), {}),
                }
                for f in fields
            },
            optional={_KEYS.get((cls, f.name), f.name) for f in fields if f.name not in required},
        )

    def value(self, hint: Any) -> JsonObject:
        """Return the schema of what a field of this type holds."""
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is UnionType:
            return self.value(next(one for one in arguments if one is not type(None)))
        if origin is Mapping:
            return self._mapping(arguments[1])
        if origin in (tuple, frozenset):
            return {**array(self.value(arguments[0])), **_array(origin, arguments[0])}
        if hint in _SCALARS:
            return dict(_SCALARS[hint])
        if issubclass(hint, StrEnum):
            return {"enum": [member.value for member in hint]}
        return self._defined(hint)

    def _mapping(self, kind: Any) -> JsonObject:
        if kind is YearDay:
            days = {name: {**DEADLINES[name].plain(), **_DAY_OF_YEAR} for name in DEADLINE_KINDS}
            return keys(days, optional=days)
        return {"type": "object", "additionalProperties": self.value(kind)}

    def _defined(self, cls: type[Any]) -> JsonObject:
        if cls.__name__ not in self.definitions:
            make = _TEXTS.get(cls, lambda: self.record(cls))
            examples = list(_EXAMPLES[cls])
            self.definitions[cls.__name__] = {
                **CLASSES[cls].plain(),
                **make(),
                "examples": examples,
            }
        return reference(cls.__name__)


def _array(origin: Any, of: Any) -> JsonObject:
    if origin is frozenset:
        return {"uniqueItems": True}
    return {"minItems": 1} if of is Term else {}


def _text_or(properties: JsonObject) -> JsonObject:
    """Return the schema of one text, or of an object with several."""
    return {
        "if": {"type": "object"},
        "then": keys(properties),
        "else": _TEXT,
    }


_LANGUAGES = {name: {**said.plain(), **_TEXT} for name, said in LANGUAGES.items()}
_DAY_OF_YEAR: JsonObject = {"type": "string", "maxLength": 5, "pattern": DAY_OF_YEAR}
_TEXTS: Mapping[type[Any], Callable[[], JsonObject]] = {
    Wording: lambda: _text_or(_LANGUAGES),
    Basis: lambda: _text_or({**_LANGUAGES, "number": {**NUMBER.plain(), **_TEXT}}),
}
_NARROWER: Mapping[tuple[type[Any], str], JsonObject] = {
    (Relation, "id"): {"pattern": RULE_ID, **ONE_LINE},
    (Term, "coefficient"): {"minimum": -1, "enum": [1, -1]},
    (Waiver, "year"): {"minimum": 1000, "maximum": 9999},
}
"""What the type of a field does not say."""
_SCALARS: Mapping[Any, JsonObject] = {
    str: _TEXT,
    int: {"type": "integer", "minimum": 1},
    date: {"type": "string", **DATE},
}
