"""Word documents and workbooks with broken parts: a reading, or an error that says what is wrong.

Set GOVDISCLOSURE_MUTANTS to try more than the usual number of mutants of each document.
"""

import re
from random import Random

import pytest

import govdisclosure as gd
from test_damage import MUTANTS
from test_reading_archives import BOOK, WORD, members, packed

TAGS, VALUES = re.compile(rb"<[^>]*>"), re.compile(rb'"([^"]*)"')
ODD = (b"", b"-1", b"99999999999999", b"x", b"0", b"1.5", b"A1:B", "一".encode())


def without_tag(random, content):
    """A tag is gone."""
    found = random.choice(list(TAGS.finditer(content)))
    return content[: found.start()] + content[found.end() :]


def with_tag_again(random, content):
    """A tag stands twice, or in the place of another."""
    one, other = (random.choice(list(TAGS.finditer(content))) for _ in range(2))
    end = random.choice([one.start(), one.end()])
    return content[: one.start()] + other.group() + content[end:]


def odd_value(random, content):
    """An attribute has another value."""
    found = random.choice(list(VALUES.finditer(content)))
    return content[: found.start(1)] + random.choice(ODD) + content[found.end(1) :]


def odd_byte(random, content):
    """A byte is another one."""
    at = random.randrange(len(content))
    return content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]


def no_part(_random, _content):
    """A part of the document is gone."""


CHANGES = (without_tag, with_tag_again, odd_value, odd_byte, no_part)


@pytest.mark.parametrize("data", [WORD, BOOK], ids=["docx", "xlsx"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_broken_part_crashes_nothing(data, change):
    random = Random(change.__name__)
    whole = members(data)
    names = [name for name in whole if name.endswith((".xml", ".rels"))]
    for _ in range(4 * MUTANTS):
        name = random.choice(names)
        content = change(random, whole[name])
        broken = {n: c for n, c in (whole | {name: content}).items() if c is not None}
        try:
            assert isinstance(gd.read(packed(broken)), gd.Reading)
        except (gd.UnreadableDocument, gd.NoReport):
            continue


@pytest.mark.parametrize("data", [WORD, BOOK], ids=["docx", "xlsx"])
def test_bytes_that_are_no_text_in_any_part_crash_nothing(data):
    """A parser that another library brings has errors of its own."""
    whole = members(data)
    for name in (name for name in whole if name.endswith((".xml", ".rels"))):
        content = whole[name]
        broken = content[:70] + b"\xff\xfe" + content[70:]
        try:
            gd.read(packed(whole | {name: broken}))
        except (gd.UnreadableDocument, gd.NoReport):
            continue
