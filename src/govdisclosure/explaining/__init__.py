"""Rules and cells explained: pages as data, set for a console, as Markdown, and as files."""

from .example import Example, Examples
from .examples import examples_of
from .pages import Page, Part, page_of
from .settings import markdown, plain

__all__ = ["Example", "Examples", "Page", "Part", "examples_of", "markdown", "page_of", "plain"]
