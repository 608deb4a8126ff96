"""Text made safe to be written: characters that no document format can hold are shown as such."""

import re

_UNWRITABLE = re.compile(
    "[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
_LINE_BREAKS = re.compile("[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029])[ \t]*|\t")


def writable(text: str) -> str:
    """Return *text* with control characters, and what XML cannot hold, replaced by U+FFFD (�).

    Tabs and line breaks stay. A control character in a report is damage; it stays visible and is
    never dropped in silence.
    """
    return _UNWRITABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return *text* as it can be written on one line: line breaks and tabs are spaces."""
    return _LINE_BREAKS.sub(" ", writable(text)).strip(" ")
