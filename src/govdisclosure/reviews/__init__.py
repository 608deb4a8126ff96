"""Reviews as documents: values in, text out, one module a format, each loaded only when used."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from typing import Protocol, cast

import attrs

from ..errors import UnknownName
from ..wording import Wording
from .reviewed import Reviewed, Settings

__all__ = ["FORMATS", "Format", "Medium", "Reviewed", "Settings", "write_review"]


class _Writer(Protocol):
    def __call__(self, reviewed: Sequence[Reviewed], settings: Settings) -> str: ...


class Medium(StrEnum):
    """What a format is made for, which decides how it is printed."""

    CONSOLE = "console"
    """Text for a person at a console, in the console's encoding."""
    JSON = "json"
    """JSON, which can be printed in any encoding."""
    FILE = "file"
    """A document in UTF-8, whatever the console's encoding."""


@attrs.frozen(kw_only=True)
class Format:
    """A format that reviews are written in; some show the corrections that are suggested."""

    name: str
    medium: Medium
    shows_corrections: bool = False


FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format(name="text", medium=Medium.CONSOLE),
        Format(name="json", medium=Medium.JSON),
        Format(name="junit", medium=Medium.FILE),
        Format(name="csv", medium=Medium.FILE),
        Format(name="sarif", medium=Medium.JSON),
        Format(name="html", medium=Medium.FILE, shows_corrections=True),
    )
}
"""The formats by name; each is written by the module of that name."""

_AS_IT_COMES = Settings()


def write_review(
    reviewed: Sequence[Reviewed],
    format: str,  # noqa: A002  # the field's word for it, as in ``write``
    settings: Settings = _AS_IT_COMES,
) -> str:
    """Return the reviews of some documents as one document.

    *format* is one of ``FORMATS``: ``text`` for a person, ``json`` for programs, ``junit`` and
    ``sarif`` for build servers, ``csv`` for spreadsheets, ``html`` for a page to send back.

    Raises:
        UnknownName: there is no such format.
    """
    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise UnknownName(
            Wording(
                f"没有格式“{format}”；现有：{known}", f"no format {format!r}; there are: {known}"
            )
        )
    writer = cast("_Writer", import_module(f".{format}", __package__).write)
    return writer(reviewed, settings)
