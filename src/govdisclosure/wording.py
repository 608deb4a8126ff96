"""One text in the two languages that every message of this library speaks."""

import attrs


@attrs.frozen
class Wording:
    """A sentence, label or title in Chinese and in English.

    ``zh`` and ``en`` say the same thing; neither is a translation aid for the other.
    ``str()`` gives the English one.
    """

    zh: str
    en: str

    def __str__(self) -> str:
        return self.en

    def fill(self, **values: object) -> "Wording":
        """Return the wording with its ``{placeholders}`` filled in.

        A value that is itself a wording enters each language in that language. A number puts its
        noun into the singular or the plural: ``{number} report{number:s}``,
        ``{number:is|are}``; ``{number:th}`` is its ordinal.
        """
        return Wording(
            self.zh.format_map(
                {k: v.zh if isinstance(v, Wording) else v for k, v in values.items()}
            ),
            self.en.format_map(
                {k: v.en if isinstance(v, Wording) else _counted(v) for k, v in values.items()}
            ),
        )


class _Counted(int):
    """A number that also writes the end of a noun, or one of two words, that goes with it."""

    def __format__(self, spec: str) -> str:
        if spec == "s":
            return "" if self == 1 else "s"
        if spec == "th":
            return f"{int(self)}{self._ordinal}"
        one, either, many = spec.partition("|")
        if either:
            return one if self == 1 else many
        return int(self).__format__(spec)

    @property
    def _ordinal(self) -> str:
        return "th" if self // 10 % 10 == 1 else _ORDINALS.get(self % 10, "th")


_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def _counted(value: object) -> object:
    return _Counted(value) if type(value) is int else value


LANGUAGES = ("zh", "en")
"""The languages of a wording."""


@attrs.frozen
class Speech:
    """Says wordings in one language."""

    language: str

    def say(self, wording: Wording) -> str:
        """Return the wording in the language."""
        return wording.zh if self.language == "zh" else wording.en
