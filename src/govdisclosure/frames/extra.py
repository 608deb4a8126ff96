"""The libraries that data frames are held in, each loaded when it is first needed."""

from importlib import import_module
from typing import Any

from ..errors import MissingExtra

_EXTRAS = {"pyspark": "spark", "pandas": "pandas"}


def needed(module: str) -> Any:
    """Return a module of an optional library.

    Raises:
        MissingExtra: the library is not installed; the message says how to install it.
    """
    library = module.partition(".")[0]
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != library:
            raise
        raise MissingExtra(_EXTRAS.get(library, "frames"), library) from error
