"""Text made safe to be written: characters that no document format can hold are shown as such."""

import re

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """Return *text* with the characters that XML cannot hold replaced by U+FFFD (�).

    A control character in a report is damage; it stays visible and is never dropped in silence.
    """
    return _UNWRITABLE.sub("\ufffd", text)
