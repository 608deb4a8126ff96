"""What is said beside the result: a warning, in two languages."""

import warnings

from ..wording import Wording


class Notice(UserWarning):
    """Something that was left out of a check of a frame, or that is worth knowing of it.

    ``wording`` holds the message in Chinese and in English.
    """

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self.wording = wording

    def __str__(self) -> str:
        return self.wording.en


def notice(wording: Wording) -> None:
    """Say it as a warning at the place where the library was called."""
    warnings.warn(Notice(wording), stacklevel=4)
