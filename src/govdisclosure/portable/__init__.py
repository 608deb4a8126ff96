"""The rules and the form as data that a program in any language can use. Pure functions."""

from .cells import cells_table
from .codes import categories, code_lists
from .crosswalk import crosswalk
from .rules import rules_object
from .wide import wide_table

__all__ = ["categories", "cells_table", "code_lists", "crosswalk", "rules_object", "wide_table"]
