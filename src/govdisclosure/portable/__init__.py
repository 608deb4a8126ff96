"""The rules and the form as data that a program in any language can use. Pure functions."""

from .cells import cells_table
from .codes import categories, code_lists
from .crosswalk import crosswalk
from .lists_schema import categories_schema, crosswalk_schema
from .rules import rules_object
from .rules_schema import rules_schema
from .wide import wide_table

__all__ = [
    "categories",
    "categories_schema",
    "cells_table",
    "code_lists",
    "crosswalk",
    "crosswalk_schema",
    "rules_object",
    "rules_schema",
    "wide_table",
]
