"""Markdown inside a line: what is shown of it."""

import re
from collections.abc import Iterator
from functools import cache

import attrs
from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKUP = re.compile(r"[\\`*_\[\]<>&~!]")
_MOST_MARKS = 500
_BOLD = "**"
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
_RAISED = frozenset({"sup", "sub"})
_APART = frozenset({"br", "p", "div", "li", "tr", "del", "s", "strike"})
"""Tags that set text apart: lines, and struck text, as in a web page."""


@attrs.frozen
class Shown:
    """What is shown of a line: its text, with line breaks where it breaks, and its pictures.

    A picture has its description; in the text stands a mark for it that is no number.
    """

    text: str
    pictures: tuple[str, ...] = ()


def marks_in(text: str) -> int:
    """Return how many characters of a text may be markup."""
    return len(_MARKUP.findall(text)) if _MARKUP.search(text) else 0


def shown(text: str) -> Shown:
    """Return what is shown of a line or cell in Markdown.

    Emphasis, links, code, entities, escapes and tags are understood; raised text is put in
    brackets, struck text set apart, so that neither joins a number. A text of very much markup is
    taken as it stands: no report has such a line, and to understand it takes long.
    """
    if not 0 < marks_in(text) <= _MOST_MARKS:
        return Shown(text.strip())
    tokens = _parser().parseInline(text)[0].children or []
    pictures = tuple(token.content for token in tokens if token.type == "image")
    return Shown("".join(_texts(tokens)).strip(), pictures)


@cache
def _parser() -> MarkdownIt:
    """Return the parser; escaped characters stay apart from others, to be told from markup."""
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.core.ruler.disable("text_join")
    return parser


def _texts(tokens: list[Token]) -> Iterator[str]:
    plain = [token for token in tokens if token.type == "text"]
    paired = sum(token.content.count(_BOLD) for token in plain) % 2 == 0
    for token in tokens:
        if token.type == "text":
            yield token.content.replace(_BOLD, "") if paired else token.content
        elif token.type in ("text_special", "code_inline"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak", "s_open", "s_close"):
            yield "\n"
        elif token.type == "image":
            yield f"![{token.content}]"
        elif token.type == "html_inline":
            yield _tag(token.content)


def _tag(text: str) -> str:
    tag = _TAG.match(text)
    if tag is None:
        return ""
    name = tag["name"].lower()
    if name in _RAISED:
        return "]" if tag["end"] else "["
    return "\n" if name in _APART else ""
