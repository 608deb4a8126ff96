"""What is suggested for a document, as text for a person and as data for programs."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import attrs

from ..checking import Review
from ..findings import Finding, Instance
from ..reading import Reading
from ..reviews.blanks import HEADING, listed, needed_blanks
from ..reviews.plain import correction, finding, instance, key, wording
from ..reviews.said import located
from ..suggesting import Correction
from ..suggesting.corrections import headline
from ..wording import Wording
from .documents import Document
from .language import Speech

_SHOWN = 5
_NOTHING = Wording("没有不成立的勾稽关系", "no relation is broken")
_BROKEN = Wording("{number}. 不成立：", "{number}. broken:")
_HIDDEN = Wording("……另有 {number} 种（--all 全部列出）", "… and {number} more (--all lists them)")
_LEFT_OUT = Wording(
    "空白的单元格按未知数处理，不作为可能有误的单元格：空白 {blank} 个",
    "a blank is an unknown number and is never named as wrong; blank cells: {blank}",
)


@attrs.frozen(kw_only=True)
class Suggested:
    """A document that was read, its review, and what ``suggest()`` says of it."""

    source: str
    reading: Reading
    review: Review
    corrections: tuple[Correction, ...]

    def findings(self, instances: Sequence[Instance]) -> list[Finding]:
        """Return the findings about some instances."""
        keys = {(instance.rule, instance.at) for instance in instances}
        return [found for found in self.review.findings if (found.rule, found.at) in keys]


def as_data(entry: Suggested) -> dict[str, Any]:
    """Return what is suggested as plain values."""
    mended = [mends for found in entry.corrections for mends in found.mends]
    return {
        "source": entry.source,
        "key": key(entry.reading.report.key),
        "broken": [finding(f) for f in entry.findings(mended)],
        "corrections": [correction(found) for found in entry.corrections],
        "undetermined": [instance(found) for found in entry.review.undetermined],
    }


def unread_as_data(document: Document) -> dict[str, Any]:
    """Return a document that cannot be read as plain values."""
    return {"source": document.source, "error": wording(document.error or Wording("", ""))}


def as_text(entry: Suggested, speech: Speech, *, everything: bool) -> Iterator[str]:
    """Iterate over the lines that tell a person what is suggested."""
    yield entry.source
    if not entry.corrections:
        yield "  " + speech.say(_NOTHING)
    for number, entries in groupby(entry.corrections, key=lambda found: found.group):
        yield "  " + speech.say(_BROKEN.fill(number=number))
        yield from _of_group(entry, list(entries), speech, everything=everything)
    blank = sum(value is None for _, value in entry.reading.report.cells())
    if blank:
        yield "  " + speech.say(_LEFT_OUT.fill(blank=blank))
    needed = needed_blanks(entry.review, entry.reading)
    if needed:
        yield "  " + speech.say(HEADING)
    for line in listed(needed, everything=everything):
        yield "    " + speech.say(line)


def _of_group(
    entry: Suggested, group: Sequence[Correction], speech: Speech, *, everything: bool
) -> Iterator[str]:
    for found in entry.findings(group[0].mends):
        yield "    " + speech.say(found.message)
    if group[0].obstacle is not None:
        yield "  " + speech.say(group[0].why)
        return
    yield "  " + speech.say(headline(group))
    shown = group if everything else group[:_SHOWN]
    for place, choice in enumerate(shown, start=1):
        mark = "-" if len(group) == 1 else f"{place})"
        for i, cell in enumerate(choice.cells):
            said = speech.say(located(cell.wording, cell.place))
            yield f"    {mark if i == 0 else ' ' * len(mark)} {said}"
    if len(shown) < len(group):
        yield "    " + speech.say(_HIDDEN.fill(number=len(group) - len(shown)))
