"""Whether the libraries of an extra are installed."""

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec

from .errors import MissingExtra
from .wording import Wording


def why_missing(extra: str, modules: Iterable[str]) -> Wording | None:
    """Return what is to be installed before *modules* can be imported, None if they can."""
    absent = next((module for module in modules if not _is_there(module)), None)
    return None if absent is None else MissingExtra(extra, absent).wording


@cache
def _is_there(module: str) -> bool:
    return find_spec(module) is not None
