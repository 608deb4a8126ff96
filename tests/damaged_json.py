"""JSON documents damaged on purpose: keys twice, numbers that are none, as strategies."""

import json
import re

from hypothesis import strategies as st

_NUMBER = re.compile(rb"(?<=: )(?:-?[0-9.]+|null)")
_KEY = re.compile(rb'"[a-z_]+"(?=: )')
_TEXT = re.compile(rb'(?<=: )"[^"]*"')
_OBJECT = re.compile(rb"\{(?=.)")

NUMBERS = (
    *(b"3.0", b'"3"', b"true", b"-1", b"-0", b"1e2", b"1E0", b"0.5", b"01", b"+1", b"1.", b".5"),
    *(b"NaN", b"Infinity", b"-Infinity", b"1e999", b"1e-7", b"12.50", b"12.5000000", b"0.0"),
    *(b"1000000000000", b"1000000000001", b"18446744073709551616", b"9" * 40, b"9" * 5000),
    *(b"123456789012345.5", b"1234567890.123456", b"[]", b"{}", b'"NaN"', b'"12.5"', b"null"),
    *(b"[" * 2000, b"  7  ", b"7 7", b"false", b"999999999999999", b"1000000000000000"),
)
TEXTS = (
    *(b'"\\ud800"', b'"\\ud83d\\ude00"', b'"\xff"', b'"\xed\xa0\x80"', b'"a:b"', b'"a\\u003ab"'),
    *(b'"a\x01"', b'"\\u0000"', b'"own"', b'"2024-02-31"', b'"2024-01-31"', b'"2024W011"', b"7"),
    *(
        b'"\\u003A::"',
        b'"\xe5\x85\x83"',
        b'"a\tb"',
        b"'a'",
        b'"\\x"',
        b'"\xc0\x80"',
        b"null",
        b"[]",
    ),
)
KEYS = (b'"note"', b'"a:b"', b'"\\u0061"', b'"total "', b"total", b'""', b'"\\u003a"')
INSERTED = (
    *(b'"year": 2023, ', b'"title": "a:b", ', b'"total": 7, ', b'"total": null, ', b'"note": 1, '),
    *(b'"agency": {"a": {"b": 1}}, ', b'"total": "x", ', b'"amount": 1.5, ', b'"unit": "x", '),
    *(b'"upheld": 1, "upheld": 1, ', b", ", b'"t\\u006ftal": 7, ', b'"a":: 1, '),
)
AROUND = (b"\xef\xbb\xbf", b"\xff\xfe", b" \t", b"\x0c", b"\x00", b"x", b"{}", b",", b"\xc2\xa0")


@st.composite
def mutated(draw, documents):
    """A JSON document with one to three things done to it, which may leave it a report or not."""
    line = draw(documents)
    for _ in range(draw(st.integers(1, 3))):
        line = draw(st.sampled_from(_MUTATIONS))(draw, line)
    return line.replace(b"\n", b" ")


def _replaced(pattern, values):
    def mutation(draw, line):
        found = [match.span() for match in pattern.finditer(line)]
        if not found:
            return line
        start, end = draw(st.sampled_from(found))
        return line[:start] + draw(st.sampled_from(values)) + line[end:]

    return mutation


def _opened(draw, line):
    """Put something at the beginning of an object."""
    found = [match.end() for match in _OBJECT.finditer(line)]
    if not found:
        return line
    at = draw(st.sampled_from(found))
    return line[:at] + draw(st.sampled_from(INSERTED)) + line[at:]


def _key_again(draw, line):
    """Let a key occur twice, with the same value as another has."""
    keys, values = list(_KEY.finditer(line)), list(_NUMBER.finditer(line))
    if not keys or not values:
        return line
    key = draw(st.sampled_from(keys))
    value = draw(st.sampled_from(values))[0]
    return line[: key.start()] + key[0] + b": " + value + b", " + line[key.start() :]


def _byte(draw, line):
    at = draw(st.integers(0, len(line)))
    taken = draw(st.integers(0, 3))
    given = draw(st.sampled_from((b"", b'"', b"{", b"}", b",", b":", b"0", b"\\", b"\x80")))
    return line[:at] + given + line[at + taken :]


def _around(draw, line):
    more = draw(st.sampled_from(AROUND))
    return more + line if draw(st.booleans()) else line + more


def _cut(draw, line):
    return line[: draw(st.integers(0, len(line)))]


def _rearranged(draw, line):
    """Put the keys of every object in another order, which changes nothing."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return line
    return json.dumps(_turned(value), ensure_ascii=draw(st.booleans())).encode(
        errors="surrogatepass"
    )


def _turned(value):
    if isinstance(value, dict):
        return {key: _turned(value[key]) for key in reversed(value)}
    return value


_MUTATIONS = (
    _replaced(_NUMBER, NUMBERS),
    _replaced(_TEXT, TEXTS),
    _replaced(_KEY, KEYS),
    _opened,
    _key_again,
    _byte,
    _around,
    _cut,
    _rearranged,
)
