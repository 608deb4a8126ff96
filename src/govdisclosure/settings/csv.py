"""Rosters from CSV, as spreadsheets save it: a head of column names, a body a line."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

import attrs

from ..errors import MISSING, Problem
from ..records import AgencyKind, Level, Scope
from ..rosters import Body
from ..wording import Wording
from .validating import one_of

COLUMNS = tuple(field.name for field in attrs.fields(Body))
_CHINESE = {
    "名称": "name",
    "机关名称": "name",
    "代码": "code",
    "机关代码": "code",
    "类型": "kind",
    "层级": "level",
    "上级": "parent",
    "上级机关": "parent",
    "口径": "scope",
}
_CHOICES: Mapping[str, Mapping[str, StrEnum]] = {
    "kind": {
        **{kind.value: kind for kind in AgencyKind},
        "部门": AgencyKind.DEPARTMENT,
        "政府": AgencyKind.GOVERNMENT,
        "办公室": AgencyKind.OFFICE,
        "其他组织": AgencyKind.ORGANIZATION,
    },
    "level": {
        **{level.value: level for level in Level},
        "国家": Level.NATIONAL,
        "省": Level.PROVINCE,
        "市": Level.CITY,
        "县": Level.COUNTY,
        "乡": Level.TOWNSHIP,
    },
    "scope": {
        **{scope.value: scope for scope in Scope},
        "本级": Scope.OWN,
        "汇总": Scope.CONSOLIDATED,
    },
}
_HEAD = Wording(
    "第一行为列名，其中有 name（名称）", "column names in the first line, name among them"
)
_ONCE = Wording("每列只出现一次", "each column once only")
_AS_MANY = Wording(
    "与第一行一样多的列（{number} 列）", "as many columns as the first line ({number})"
)
_CSV = Wording("为合法的 CSV（{why}）", "CSV ({why})")


@attrs.frozen
class Line:
    """A body with the number of the line that it stands in."""

    number: int
    body: Body


def lines_of(text: str) -> tuple[list[Line], list[Problem]]:
    """Return the bodies of a CSV text with their lines, and what is wrong with single values."""
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    numbered: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for row in reader:
            values = [value.strip() for value in row]
            if any(values):
                numbered.append((start, values))
            start = reader.line_num + 1
    except csv.Error as error:
        return [], [Problem("$", MISSING, _CSV.fill(why=str(error)), reader.line_num)]
    if not numbered:
        return [], [Problem("$", MISSING, _HEAD)]
    (number, head), *rows = numbered
    columns = [_CHINESE.get(name, name) for name in head]
    wrong = [*_head_problems(columns, number)]
    if wrong:
        return [], wrong
    wrong = [p for line, values in rows for p in _value_problems(columns, values, line)]
    return [Line(line, _body(columns, values)) for line, values in rows], wrong


def _head_problems(columns: Sequence[str], number: int) -> Iterator[Problem]:
    for i, name in enumerate(columns):
        if name not in COLUMNS:
            yield Problem(name or "$", name, one_of(name, COLUMNS), number)
        elif name in columns[:i]:
            yield Problem(name, name, _ONCE, number)
    if "name" not in columns:
        yield Problem("name", MISSING, _HEAD, number)


def _value_problems(columns: Sequence[str], values: Sequence[str], line: int) -> Iterator[Problem]:
    if any(values[len(columns) :]):
        yield Problem("$", len(values), _AS_MANY.fill(number=len(columns)), line)
    for key, value in zip(columns, values, strict=False):
        known = _CHOICES.get(key)
        if known is not None and value and value not in known:
            yield Problem(key, value, one_of(value, known), line)


def _body(columns: Sequence[str], values: Sequence[str]) -> Body:
    """Return the body of a line, without what it cannot have."""
    given = dict(zip(columns, values, strict=False))
    choices = {key: known.get(given.get(key, "")) for key, known in _CHOICES.items()}
    texts = {key: given.get(key) or None for key in ("code", "parent")}
    return Body(name=given.get("name", ""), **texts, **choices)  # type: ignore[arg-type]  # each choice is of its column
