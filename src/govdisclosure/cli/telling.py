"""What a reading could not give, told on standard error, and the exit code for it."""

from collections.abc import Iterator, Sequence

from ..reading import Reading
from ..reviews import lost
from ..reviews.said import problems_shown
from ..wording import Wording
from .documents import Document
from .language import Speech
from .output import FINE, FOUND, complain, tell


def tell_unreadable(found: Sequence[Document], speech: Speech, *, everything: bool = False) -> None:
    """Tell of each document that could not be read why not; *everything* or the first problems."""
    shown = problems_shown(len(found), everything=everything)
    for document in found:
        if document.reading is None:
            complain(speech, document.complaint_with(shown))


def tell_losses(reading: Reading, speech: Speech) -> None:
    """Tell what was decided in reading, what is missing, and what found no place."""
    for line in _told(reading):
        tell(speech, line)


def whole_or_not(reading: Reading) -> int:
    """Return the exit code: whether something is missing or found no place."""
    return FOUND if reading.missing or reading.unplaced else FINE


def _told(reading: Reading) -> Iterator[Wording]:
    for note in reading.notes:
        yield Wording(f"说明：{note.zh}", f"note: {note.en}")
    for entry in lost.missing(reading):
        yield _MISSING.fill(label=entry.label, address=entry.address)
    for said in lost.unplaced(reading):
        yield Wording(f"未归位：{said.zh}", f"unplaced: {said.en}")


_MISSING = Wording("缺少：{label}（{address}）", "missing: {label} ({address})")
