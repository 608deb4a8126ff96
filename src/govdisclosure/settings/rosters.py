"""Rosters from TOML or CSV."""

import re
from collections.abc import Mapping
from typing import Any

from ..errors import InvalidRoster, Problem
from ..records import AgencyKind, Level, Scope
from ..rosters import Body, Roster, faults_of
from ..schemas.local import BODY, roster_schema
from ..wording import Wording
from .csv import lines_of
from .sources import Source, data_of
from .toml import parse
from .validating import problems

_TOML = re.compile(rb"^\s*(?:\[\[?\s*\w+\s*\]\]?|\w+\s*=)", re.MULTILINE)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_SAVED_AS_CSV = Wording(
    "为 TOML 或 CSV（工作簿请另存为 CSV）", "TOML or CSV (save a workbook as CSV)"
)
_BODIES = Wording("至少一个机关", "at least one body")


def load_roster(source: Source) -> Roster:
    """Return the roster that a file holds, in TOML or in CSV, which its content tells.

    *source* is a path, or the file's content as bytes. TOML has a table
    ``[[body]]`` for each, with the fields of ``Body`` (``roster_schema()`` describes them); CSV has
    a line of column names (name, code, kind, level, parent, scope, or their Chinese names) and a
    body a line, in UTF-8 or GB18030.

    Raises:
        UnreadableDocument: the file cannot be opened, or holds no text.
        InvalidRoster: it is not a roster; every problem is listed, in CSV with its line.
    """
    data = data_of(source)
    if data.startswith(_WORKBOOKS):
        raise InvalidRoster([Problem("$", data[:4], _SAVED_AS_CSV)])
    return _from_toml(data) if _TOML.search(data) else _from_csv(data)


def _from_toml(data: bytes) -> Roster:
    plain = parse(data)
    if isinstance(plain, Problem):
        raise InvalidRoster([plain])
    wrong = problems(plain, roster_schema())
    if not wrong and not plain[BODY]:
        wrong = [Problem(BODY, [], _BODIES)]
    if wrong:
        raise InvalidRoster(wrong)
    bodies = [_body(table) for table in plain[BODY]]
    wrong = [
        Problem(f"{BODY}[{fault.index}].{fault.key}", fault.value, fault.expected)
        for fault in faults_of(bodies)
    ]
    if wrong:
        raise InvalidRoster(wrong)
    return Roster(bodies=bodies)


def _body(table: Mapping[str, Any]) -> Body:
    kind, level, scope = table.get("kind"), table.get("level"), table.get("scope")
    return Body(
        name=table["name"],
        code=table.get("code"),
        kind=None if kind is None else AgencyKind(kind),
        level=None if level is None else Level(level),
        parent=table.get("parent"),
        scope=None if scope is None else Scope(scope),
    )


def _from_csv(data: bytes) -> Roster:
    from ..readers.decoding import decode

    lines, wrong = lines_of(decode(data).removeprefix("\ufeff"))
    bodies = [line.body for line in lines]
    if not wrong and not bodies:
        wrong = [Problem("$", "", _BODIES)]
    wrong += [
        Problem(fault.key, fault.value, fault.expected, lines[fault.index].number)
        for fault in faults_of(bodies)
    ]
    if wrong:
        raise InvalidRoster(sorted(wrong, key=lambda problem: problem.line or 0))
    return Roster(bodies=bodies)
