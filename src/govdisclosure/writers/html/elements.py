"""HTML as text: elements, and pages that load and run nothing."""

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType

from ...wording import Wording
from ..characters import writable

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a page may load and run: nothing."""
ASIDE: Mapping[str, str] = MappingProxyType({"data-aside": ""})
"""The attribute of what stands on a page and is not of the report; reading passes over it."""
_WITHOUT_END = frozenset({"meta"})


def element(tag: str, /, *content: str, **attributes: str) -> str:
    """Return an element. *content* is HTML already, attributes are text."""
    written = "".join(
        [f' {key.rstrip("_").replace("_", "-")}="{escape(v)}"' for key, v in attributes.items()]
    )
    end = "" if tag in _WITHOUT_END else f"</{tag}>"
    return f"<{tag}{written}>{''.join(content)}{end}"


def shown(text: str) -> str:
    """Return *text* as HTML that shows it."""
    return escape(writable(text), quote=False)


def label(of: Wording, *, english: bool) -> str:
    """Return a label in Chinese; with *english*, its English wording on the next line."""
    if not (english and of.en):
        return shown(of.zh)
    return shown(of.zh) + element("span", shown(of.en), class_="en", lang="en", **ASIDE)


def page(*, title: str, style: str, main: Iterable[str], language: str = "zh-CN") -> str:
    """Return a page with a text as its title, a style, and HTML in its main part."""
    head = (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="format-detection", content="telephone=no"),
        element("title", shown(title)),
        element("style", style),
    )
    body = element("main", "\n", "\n".join(main), "\n")
    lines = (
        *("<!DOCTYPE html>", f'<html lang="{language}">', "<head>", *head, "</head>"),
        *("<body>", body, "</body>", "</html>", ""),
    )
    return "\n".join(lines)
