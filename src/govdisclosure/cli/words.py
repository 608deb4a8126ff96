"""Entries found by words: those in which every word stands, whatever its case or width."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import attrs

from ..wording import Wording

_Entry = TypeVar("_Entry")


def having(
    words: Sequence[str], entries: Iterable[_Entry], said: Callable[[_Entry], Iterable[str]]
) -> list[_Entry]:
    """Return the entries of which what is *said* has every word in it."""
    asked = [_plain(word) for word in words]
    return [e for e in entries if all(word in _plain("\n".join(said(e))) for word in asked)]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@attrs.frozen(kw_only=True)
class Kind:
    """What is looked for: what it is called, and the command that lists all of it."""

    name: Wording
    command: str


def none_has(words: Sequence[str], kind: Kind, names: Sequence[str]) -> Wording:
    """Return that none of a *kind* has the words, with what is near among *names*."""
    steps = dict.fromkeys(step for name in names for step in _STEP.split(name) if step)
    near = difflib.get_close_matches(" ".join(words), list(dict.fromkeys([*names, *steps])))
    said = _NEAR.fill(near=Wording("、".join(near), ", ".join(near))) if near else _LISTS_ALL
    return Wording(
        _NONE.zh.format(kind=kind.name.zh, words="”“".join(words)) + said.zh.format(kind=kind),
        _NONE.en.format(kind=kind.name.en, words=", ".join(map(repr, words)))
        + said.en.format(kind=kind),
    )


_STEP = re.compile("[._]")
_NONE = Wording("没有{kind}含有“{words}”", "no {kind} has {words}")
_NEAR = Wording("；相近的有：{near}", "; did you mean {near}?")
_LISTS_ALL = Wording("；{kind.command} 列出全部", "; {kind.command} lists all")
