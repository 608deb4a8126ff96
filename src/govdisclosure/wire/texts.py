"""JSON text to plain values and back: numbers exact, repeated keys remembered."""

from decimal import Decimal, InvalidOperation
from typing import Any

from ..errors import MISSING, InvalidReport, Problem
from ..records.prose import UNICODE_EXPECTED
from ..wording import Wording

_ENCODINGS = ("utf-8", "utf-16", "utf-32")
_LONGEST_INTEGER = 30


class WithRepeatedKeys(dict[str, Any]):
    """A JSON object in which keys occurred twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        again = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]  # set.add returns None, which is the point
        self.repeated = tuple(dict.fromkeys(again))


def parse(text: str | bytes) -> object:
    """Return the JSON value that *text* holds, for ``structure``. Repeated keys are remembered.

    Raises:
        TypeError: *text* is neither text nor bytes.
        InvalidReport: not text in an encoding of JSON, or not JSON.
    """
    import json

    if not isinstance(text, (str, bytes, bytearray)):
        raise TypeError(f"text or bytes are wanted, not {type(text).__name__}")
    decoded = text if isinstance(text, str) else _decoded(bytes(text))
    try:
        decoded.encode()
        parsed: object = json.loads(
            decoded.removeprefix("\ufeff").rstrip(_SPACE),
            parse_float=_decimal,
            parse_int=_integer,
            object_pairs_hook=_pairs,
        )
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end]
        raise _not_json(found, UNICODE_EXPECTED) from None
    except json.JSONDecodeError as error:
        found = error.doc[error.pos : error.pos + 20]
        place = Wording(
            f"第 {error.lineno} 行第 {error.colno} 列", f"line {error.lineno}, column {error.colno}"
        )
        why = _WHY.get(error.msg, Wording(error.msg, error.msg))
        raise _not_json(found or MISSING, _JSON.fill(place=place, why=why)) from None
    except RecursionError:
        raise _not_json(decoded[:20], _SHALLOW) from None
    return parsed


_SPACE = " \t\r\n"
"""What may stand behind a value; cut off, so that a text that breaks off ends where it does."""
_WHY = {
    "Expecting value": Wording("应有一个值", "a value is wanted"),
    "Expecting property name enclosed in double quotes": Wording(
        "应有双引号中的键", "a key in double quotes is wanted"
    ),
    "Expecting ':' delimiter": Wording("应有冒号", "a colon is wanted"),
    "Expecting ',' delimiter": Wording(
        "应有逗号或右括号", "a comma or a closing bracket is wanted"
    ),
    "Unterminated string starting at": Wording(
        "由此开始的字符串没有结束，文件可能不完整",
        "the string that begins here has no end, as in a file that was cut short",
    ),
    "Invalid control character at": Wording(
        "字符串中有控制字符，如换行", "a control character, such as a line break, in a string"
    ),
    "Extra data": Wording("一份 JSON 之后还有内容", "something stands behind the end of the JSON"),
}
"""What Python says of a text that is no JSON, to a person."""
_JSON = Wording("{place}处为合法的 JSON（{why}）", "JSON at {place} ({why})")
_SHALLOW = Wording("为嵌套不这样深的 JSON", "JSON that is not nested as deep as this")
_ENCODED = Wording(
    "为 {encodings} 编码的文字（第 {byte} 个字节不是）", "text in {encodings} (byte {byte} is not)"
)


def _not_json(found: object, expected: Wording) -> InvalidReport:
    return InvalidReport([Problem("$", found, expected)])


def _decoded(data: bytes) -> str:
    import json

    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        expected = _ENCODED.fill(encodings=" / ".join(_ENCODINGS), byte=error.start + 1)
        raise _not_json(data[error.start : error.start + 8], expected) from None


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= _LONGEST_INTEGER else Decimal(text)


def _decimal(text: str) -> Decimal | float:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond what decimals hold: no number of a report
        return float("nan")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    return plain if len(plain) == len(pairs) else WithRepeatedKeys(pairs)


def to_json(value: object, *, indent: int | None = None) -> str:
    """Return plain values as JSON text: decimals as exact numbers, dates as texts.

    A decimal of at most 15 significant digits is the same number as a binary float of them.
    """
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain, allow_nan=False)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    message = f"cannot be written as JSON: {value!r}"
    raise TypeError(message)
