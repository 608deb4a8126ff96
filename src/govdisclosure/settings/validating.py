"""Plain values against a schema: every problem with its key path, in two languages."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..contract import DAY, JsonObject
from ..errors import MISSING, Problem
from ..schemas.local import DAY_OF_YEAR, RULE_ID
from ..wording import Wording

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_TYPES = {
    "object": Wording("表（键值对）", "a table of keys and values"),
    "array": Wording("数组", "an array"),
    "string": Wording("文字", "a text"),
    "integer": Wording("整数", "a whole number"),
}
_PATTERNS = {
    DAY: Wording("为存在的日期（YYYY-MM-DD）", "a day that exists (YYYY-MM-DD)"),
    DAY_OF_YEAR: Wording("为月-日（MM-DD）", "month and day (MM-DD)"),
    RULE_ID: Wording(
        "为小写字母、数字、下划线和点组成的编号（如 local.fees）",
        "an id of lower-case words with points between (local.fees)",
    ),
}
_THERE = Wording("有这个键", "the key to be there")


def problems(value: object, schema: JsonObject) -> list[Problem]:
    """Return what is wrong with a plain value, each problem once, in the schema's order."""
    from jsonschema import Draft202012Validator

    found = Draft202012Validator(schema).iter_errors(value)
    return list(dict.fromkeys(problem for error in found for problem in _told(error)))


def _told(error: "ValidationError") -> Iterator[Problem]:
    path = key_path(error.absolute_path)
    found: Any = error.instance
    asked: Any = error.validator_value
    schema: Any = error.schema
    if error.validator == "required":
        for key in asked:
            if key not in found:
                yield Problem(_below(path, key), MISSING, _THERE)
    elif error.validator == "additionalProperties":
        for key in found:
            if key not in schema["properties"]:
                yield Problem(_below(path, key), key, one_of(key, schema["properties"]))
    else:
        if error.validator in ("maxLength", "not"):  # they only help a pattern
            expected = _PATTERNS[schema["pattern"]]
        else:
            expected = _expected(str(error.validator), asked, found)
        yield Problem(path or "$", _shown(found), expected)


def _shown(value: Any) -> Any:
    """Return the value in a form that can be told apart and hashed."""
    return value if isinstance(value, (str, int, float)) else repr(value)


def _expected(keyword: str, asked: Any, found: object) -> Wording:
    if keyword == "type":
        names = [_TYPES[name] for name in ([asked] if isinstance(asked, str) else asked)]
        return Wording(
            "为" + "或".join(name.zh for name in names), " or ".join(name.en for name in names)
        )
    if keyword == "enum":
        return one_of(str(found), map(str, asked))
    return _PATTERNS[asked] if keyword == "pattern" else _LIMITS[keyword](asked)


_LIMITS: Mapping[str, Callable[[Any], Wording]] = {
    "minimum": lambda n: Wording(f"不小于 {n}", f"{n} or more"),
    "maximum": lambda n: Wording(f"不大于 {n}", f"{n} or less"),
    "minLength": lambda _: Wording("为非空文字", "a text that is not empty"),
    "minItems": lambda n: Wording(f"至少 {n} 项", f"{n} or more entries"),
    "uniqueItems": lambda _: Wording("各项不重复", "each entry once only"),
}


A_NAME = Wording("为已有的名称", "a name that exists")
A_RULE = Wording(
    "为规则编号（govdisclosure rules 列出）", "the id of a rule (govdisclosure rules lists them)"
)
A_CELL = Wording(
    "为单元格地址（govdisclosure cells 列出）",
    "the address of a cell (govdisclosure cells lists them)",
)


def one_of(found: str, known: Iterable[str], what: Wording = A_NAME) -> Wording:
    """Return the words for "one of these": all where they are few, else *what*; and the nearest."""
    import difflib

    names = list(known)
    near = difflib.get_close_matches(found, names, n=3, cutoff=0.5)
    if len(names) <= _FEW:
        zh, en = "、".join(names), ", ".join(names)
        what = Wording(f"为 {zh} 之一", f"one of {en}")
    if not near:
        return what
    return Wording(
        f"{what.zh}；相近的有：{'、'.join(near)}", f"{what.en}; did you mean {', '.join(near)}?"
    )


_FEW = 12
_BARE = re.compile(r"[\w-]+")


def key_path(parts: Iterable[str | int]) -> str:
    """Return the path of a key as TOML writes it: ``relations[0].stated[1].cell``."""
    path = ""
    for part in parts:
        path = f"{path}[{part}]" if isinstance(part, int) else _below(path, part)
    return path


def _below(path: str, key: str) -> str:
    name = key if _BARE.fullmatch(key) else f'"{key}"'
    return f"{path}.{name}" if path else name
