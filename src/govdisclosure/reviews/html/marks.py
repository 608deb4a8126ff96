"""The marks of a report's tables and paragraphs: looks, links to the notes, and identities."""

from collections.abc import Iterable, Mapping, Sequence

from ...findings import Severity
from ...wording import Speech, Wording
from ...writers.characters import writable
from ...writers.html.drawing import Mark
from ...writers.html.elements import ASIDE, element
from .names import cell_id, note_id
from .notes import Note

_LINK = Wording("问题 {number}：{message}", "Finding {number}: {message}")


def marks_of(
    notes: Sequence[Note], open_cells: Iterable[str], number: int, speech: Speech
) -> Mapping[str, Mark]:
    """Return the marks by cell address or path of a paragraph.

    Cells that are wrong have a colour and the numbers of their notes, which are links; cells that
    they depend on have a fainter one; blanks that leave something open have only an identity.
    """
    judged: dict[str, list[Note]] = {}
    for note in notes:
        for name in note.judged:
            judged.setdefault(name, []).append(note)
    involved = dict.fromkeys(c for n in notes if n.finding.waived is None for c in n.involved)
    marks = {name: _involved(name, number) for name in involved}
    marks |= {name: _open(name, number) for name in open_cells if name not in involved}
    return marks | {name: _judged(name, of, number, speech) for name, of in judged.items()}


def _judged(name: str, notes: Sequence[Note], number: int, speech: Speech) -> Mark:
    links = [_link(note, number, speech) for note in notes]
    return Mark(
        attributes={
            "id": cell_id(number, name),
            "class": f"marked {look(notes)}",
            "aria-describedby": " ".join(note_id(number, note.number) for note in notes),
        },
        beside=element("sup", " ".join(links), **ASIDE),
    )


def look(notes: Sequence[Note]) -> str:
    """Return the class of what some notes are about: the worst severity, or that all are waived."""
    live = [note.finding.severity for note in notes if note.finding.waived is None]
    return next((s.value for s in Severity if s in live), "waived")


def _link(note: Note, number: int, speech: Speech) -> str:
    said = writable(speech.say(_LINK.fill(number=note.number, message=note.finding.message)))
    target = f"#{note_id(number, note.number)}"
    return element("a", str(note.number), href=target, title=said, aria_label=said)


def _involved(name: str, number: int) -> Mark:
    return Mark(attributes={"id": cell_id(number, name), "class": "involved"})


def _open(name: str, number: int) -> Mark:
    return Mark(attributes={"id": cell_id(number, name), "class": "open"})
