"""TOML to plain values, as JSON has them: a date is a text."""

import re
from datetime import date, time
from typing import Any

from ..errors import Problem
from ..wording import Wording

_UTF8 = Wording("为 UTF-8 编码的 TOML", "TOML in UTF-8")
_TOML = Wording("为合法的 TOML（{why}）", "TOML ({why})")
_LINE = re.compile(r" \(at line (\d+), column (\d+)\)\Z")


def parse(data: bytes) -> dict[str, Any] | Problem:
    """Return the values of a TOML document, or what keeps it from being one."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Problem("$", data[error.start : error.start + 8], _UTF8)
    try:
        found: dict[str, Any] = _plain(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        at = _LINE.search(said)
        if at is None:
            return Problem("$", text[-20:], _TOML.fill(why=said))
        line = int(at[1])
        why = _TOML.fill(why=said.removesuffix(at[0]))
        return Problem("$", text.splitlines()[line - 1].strip(), why, line)
    except RecursionError:
        return Problem("$", text[:20], _TOML.fill(why="nested too deep"))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, (date, time)) else value
