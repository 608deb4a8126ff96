"""The notes of a section: each finding with its message, where it is, and what to do."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...rules import rule
from ...suggesting.corrections import headline
from ...wording import Wording
from ...writers.html.elements import ASIDE, element
from .. import said
from .marks import look
from .names import note_id
from .notes import Note
from .view import View, badge

_CELLS_SHOWN = 12
"""How many cells a note links to."""
_WHERE = Wording("所在：", "Where: ")
_MEND = Wording("怎样改正：{mend}", "How to mend it: {mend}")
_RULE = Wording("规则 {rule}。依据：{basis}", "Rule {rule}. Basis: {basis}")


def aside(view: View, heading: Wording, notes: Sequence[Note]) -> str:
    """Return some notes as a list beside what they are about."""
    items = [
        _note(view, note, explained=before is not None and before.finding.rule == note.finding.rule)
        for before, note in pairwise([None, *notes])
        if note is not None
    ]
    listed = element("ol", "\n", "\n".join(items))
    language = "zh-CN" if view.speech.language == "zh" else "en"
    return element(
        "aside", listed, aria_label=view.speech.say(heading), class_="notes", lang=language, **ASIDE
    )


_SUGGESTED = 3
"""How many corrections a note lists."""
_SEE = Wording(
    "可能有误的单元格与问题 {number} 相同", "the cells that are likely wrong: see finding {number}"
)
_OTHERS = Wording("……另有 {number} 种", "… and {number} more")


def _suggested(view: View, note: Note) -> Iterator[str]:
    """Return which cells are likely wrong, and what they should hold, a line each.

    Of notes that the same cells would mend, the first says so, and the others lead to it.
    """
    found = view.suggested(note.finding)
    if not found:
        return
    told_at = view.told_at[found[0].group]
    if told_at != note.number:
        yield view.note(told_at, _SEE.fill(number=told_at))
        return
    if found[0].obstacle is not None:
        yield view.say(found[0].why)
        return
    yield view.say(headline(found))
    for correction in found[:_SUGGESTED]:
        cells = view.links([cell.cell for cell in correction.cells], _CELLS_SHOWN)
        yield f"{view.say(correction.why)} · {cells}"
    if len(found) > _SUGGESTED:
        yield view.say(_OTHERS.fill(number=len(found) - _SUGGESTED))


def _note(view: View, note: Note, *, explained: bool) -> str:
    """Return a note; where its rule was *explained* by the one before, only what is its own."""
    finding = note.finding
    kind = look([note])
    told = [
        element("span", str(note.number), class_="number"),
        badge(view.say(said.severity(finding)), kind),
        element("span", view.say(finding.message), class_="message"),
    ]
    small = []
    if note.judged:
        small.append(view.say(_WHERE) + view.links(note.judged, _CELLS_SHOWN))
    why = said.why_waived(finding)
    if why is not None:
        small.append(view.say(why))
    small += _suggested(view, note)
    if not explained:
        of = rule(finding.rule, view.review.rules)
        small.append(view.say(_MEND.fill(mend=of.mend)))
        small.append(view.say(_RULE.fill(rule=of.id, basis=of.basis.wording)))
    return element(
        "li",
        element("p", " ".join(told)),
        *[element("p", line, class_="small") for line in small],
        id=note_id(view.number, note.number),
        class_=kind,
        value=str(note.number),
    )
