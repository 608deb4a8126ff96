"""What is not known of a report: what found no place, what blanks leave open, what was skipped."""

from collections.abc import Iterator
from itertools import groupby

from ...wording import Wording
from ...writers.html.elements import ASIDE, element, shown
from .. import lost, said
from .names import prefix
from .view import View

_BLANKS_SHOWN = 6
"""How many blanks are named of one instance."""
_UNPLACED = Wording("没有读进表格的内容，读取时的说明", "What found no place, and notes on reading")
_MISSING = Wording("没有找到：{label}", "Not found: {label}")
_NOTE = Wording("说明：{note}", "Note: {note}")
_OPEN = Wording("因空白无法确定的", "What blanks leave open")
_AT = Wording("，{at}：空白 ", ", {at}: blank ")
_SKIPPED = Wording("没有检查的规则", "What was not checked")
_BECAUSE = Wording("：{reason}", ": {reason}")


def unknown(view: View) -> Iterator[str]:
    """Iterate over the sections on what is not known, those that there are."""
    yield from _section(view, "unplaced", _UNPLACED, _unplaced(view))
    yield from _section(view, "open", _OPEN, _open(view))
    yield from _section(view, "skipped", _SKIPPED, _skipped(view))


def _section(view: View, name: str, heading: Wording, lines: Iterator[str]) -> Iterator[str]:
    items = [element("li", line) for line in lines]
    if items:
        identity = f"{prefix(view.number)}{name}"
        title = element("h3", view.say(heading), id=identity)
        listed = element("ul", "\n", "\n".join(items))
        yield element("section", title, listed, class_="unknown", aria_labelledby=identity, **ASIDE)


def _unplaced(view: View) -> Iterator[str]:
    if view.reading is None:
        return
    for line in lost.unplaced(view.reading):
        yield view.say(line)
    for entry in lost.missing(view.reading):
        yield view.say(_MISSING.fill(label=entry.label))
    for note in view.reading.notes:
        yield view.say(_NOTE.fill(note=note))


def _open(view: View) -> Iterator[str]:
    for instance in view.review.undetermined:
        name = element("code", shown(instance.rule))
        at = view.say(_AT.fill(at=said.label_of_instance(instance, view.review)))
        blanks = view.links(instance.blanks, _BLANKS_SHOWN)
        yield f"{name}{at}{blanks}{view.say(said.needed(instance))}"


def _skipped(view: View) -> Iterator[str]:
    for reason, group in groupby(view.review.skipped, key=lambda skipped: skipped.reason):
        names = [element("code", shown(skipped.rule)) for skipped in group]
        yield view.joined(names) + view.say(_BECAUSE.fill(reason=reason))
