"""Prose that is copied: what is compared, how alike two sections are, and copies among many."""

from .many import Duplicate, copies_by_report, duplicates
from .wordings import ALIKE, Copy, likeness, own_words

__all__ = ["ALIKE", "Copy", "Duplicate", "copies_by_report", "duplicates", "likeness", "own_words"]
