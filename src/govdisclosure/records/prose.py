"""The sections written in words: 一, 五 and 六."""

from typing import Any  # of attrs.Attribute, which is generic

import attrs

from ..errors import InvalidReport, Problem
from ..wording import Wording
from .printing import Record

UNICODE_EXPECTED = Wording(
    "为合法的 Unicode 文字（不含孤立代理项）", "Unicode text (no lone surrogates)"
)


def _check_paragraphs(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, tuple) or not all(is_text(text) for text in value):
        expected = Wording("为若干段文字", "an array of texts")
        raise InvalidReport([Problem(attribute.name, value, expected)])


def is_text(value: object) -> bool:
    """Tell whether *value* is a text that can be written: one without lone surrogates."""
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def text_expected(value: object, otherwise: Wording) -> Wording:
    """Return what was expected in the place of *value*: *otherwise*, unless it is a text."""
    return UNICODE_EXPECTED if isinstance(value, str) else otherwise


def check_text(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """A validator: None or a text."""
    if value is not None and not is_text(value):
        expected = text_expected(value, Wording("为文字或空", "a text, or null"))
        raise InvalidReport([Problem(attribute.name, value, expected)])


def _tuple(value: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else value


@attrs.frozen(kw_only=True, repr=False)
class Prose(Record):
    """A section of text: its heading as printed (None where none is), and its paragraphs.

    Line breaks that a document has inside a paragraph are joined.
    """

    heading: str | None = attrs.field(default=None, validator=check_text)
    paragraphs: tuple[str, ...] = attrs.field(
        default=(), converter=_tuple, validator=_check_paragraphs
    )

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(self.paragraphs)
