"""Pages set as plain text for a console, and as Markdown."""

import re
from collections.abc import Iterator

from ..wording import Speech
from .pages import Block, Kind, Page

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def plain(page: Page, speech: Speech) -> str:
    """Return a page as text for a console."""
    lines = [page.id, speech.say(page.sentence), speech.say(page.severity)]
    for part in page.parts:
        lines += ["", speech.say(part.heading)]
        lines += [f"  {line}" for block in part.blocks for line in _plain_lines(block, speech)]
    return "".join(f"{line}\n" for line in lines)


def _plain_lines(block: Block, speech: Speech) -> Iterator[str]:
    sign = "- " if block.kind is Kind.ITEM else "  " if block.kind is Kind.CODE else ""
    for line in speech.say(block.text).splitlines():
        yield sign + line


def markdown(page: Page, speech: Speech, *, level: int = 1) -> str:
    """Return a page as Markdown, its headings beginning at *level*."""
    return "\n\n".join([f"{'#' * level} `{page.id}`", *body(page, speech, level=level)]) + "\n"


def body(page: Page, speech: Speech, *, level: int = 1) -> Iterator[str]:
    """Iterate over the Markdown paragraphs below a page's title."""
    yield escaped(speech.say(page.sentence))
    yield escaped(speech.say(page.severity))
    for part in page.parts:
        yield f"{'#' * (level + 1)} {speech.say(part.heading)}"
        items = [block for block in part.blocks if block.kind is Kind.ITEM]
        if items:
            yield "\n".join(f"- {escaped(speech.say(item.text))}" for item in items)
        for block in part.blocks:
            if block.kind is Kind.PARAGRAPH:
                yield escaped(speech.say(block.text))
            elif block.kind is Kind.CODE:
                language = "toml" if part.name == "waive" else "text"
                yield f"```{language}\n{speech.say(block.text)}\n```"


def escaped(text: str) -> str:
    """Return *text* with what Markdown would take as markup shown as it is."""
    return _SPECIAL.sub(r"\\\1", text)
