"""Characters of a text that show nothing, and stand in the way of what does."""

import re

_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200d\u2060\ufeff]")
"""Soft hyphen, zero-width spaces and joiners, and a byte order mark inside."""


def without_unseen(text: str) -> str:
    """Return a text without the characters that show nothing."""
    return _UNSEEN.sub("", text)
