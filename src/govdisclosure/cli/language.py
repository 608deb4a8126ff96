"""The language of messages: ``--lang``, or else the locale's."""

import locale
import os
from collections.abc import Sequence
from itertools import pairwise

import click

from ..wording import LANGUAGES, Speech

__all__ = ["LANGUAGES", "Speech", "chosen_in", "language_asked_for", "speech_of"]

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def _from_locale() -> str:
    named = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    found = named or locale.getlocale()[0] or ""
    return "zh" if found.lower().startswith(("zh", "chinese")) else "en"


def chosen_in(arguments: Sequence[str]) -> str | None:
    """Return the language that arguments ask for, None if they ask for none that is known."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    asked = [argument.removeprefix("--lang=") for argument in options if "--lang=" in argument]
    asked += [value for name, value in pairwise(options) if name == "--lang"]
    return asked[-1] if asked and asked[-1] in LANGUAGES else None


def speech_of(context: click.Context) -> Speech:
    """Return the language chosen for a command or for the group that it is in."""
    return Speech(context.obj or _from_locale())


def language_asked_for(context: click.Context) -> tuple[str, ...]:
    """Return the arguments with which a command was asked for its language, if it was."""
    return ("--lang", context.obj) if context.obj else ()
