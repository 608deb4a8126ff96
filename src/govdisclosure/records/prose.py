"""The sections written in words: 一, 五 and 六."""

from typing import Any  # of attrs.Attribute, which is generic

import attrs

from ..errors import InvalidReport, Problem
from ..wording import Wording


def _check_paragraphs(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    if not isinstance(value, tuple) or not all(isinstance(text, str) for text in value):
        expected = Wording("为若干段文字", "an array of texts")
        raise InvalidReport([Problem(attribute.name, value, expected)])


def check_text(_record: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """A validator: None or a text."""
    if value is not None and not isinstance(value, str):
        expected = Wording("为文字或空", "a text, or null")
        raise InvalidReport([Problem(attribute.name, value, expected)])


def _tuple(value: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else value


@attrs.frozen(kw_only=True)
class Prose:
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
