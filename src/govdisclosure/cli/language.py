"""The language of messages: ``--lang``, or else the locale's."""

import locale
import os
from collections.abc import Callable
from typing import Any, TypeVar

import attrs
import click

from ..wording import Wording

_Command = TypeVar("_Command", bound=Callable[..., Any])


@attrs.frozen
class Speech:
    """Says wordings in one language."""

    language: str

    def say(self, wording: Wording) -> str:
        """Return the wording in the language."""
        return wording.zh if self.language == "zh" else wording.en


def _from_locale() -> str:
    named = next(
        (os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), ""
    )
    found = named or locale.getlocale()[0] or ""
    return "zh" if found.lower().startswith(("zh", "chinese")) else "en"


def speech_of(context: click.Context) -> Speech:
    """Return the language chosen for a command or for the group that it is in."""
    return Speech(context.obj or _from_locale())


def language_option(command: _Command) -> _Command:
    """Add ``--lang`` to a command."""
    return click.option(
        "--lang",
        type=click.Choice(["zh", "en"]),
        expose_value=False,
        is_eager=True,
        callback=_remember,
        help="Language of messages / 信息的语言（默认随系统）",
    )(command)


def _remember(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.obj = value
