"""What was found in a report, in short: numbers, and a line for each rule."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from ...findings import SEVERITY_WORDING, Severity
from ...rules import rule
from ...wording import Wording
from ...writers.html.elements import ASIDE, element
from .. import said
from .marks import look
from .names import note_id, prefix
from .notes import Note
from .view import View, badge

_FOUND = Wording("问题", "What was found")
_NOTHING = Wording("未发现问题", "nothing found")
_COUNT = Wording("{severity} {number}", "{severity}: {number}")
_WAIVED = Wording("已豁免 {number}", "waived: {number}")
_RELATIONS = Wording(
    "勾稽关系：{holds} 项成立，{broken} 项不成立，{undetermined} 项因空白无法确定。",
    "Relations: {holds} hold, {broken} broken, {undetermined} left open by blanks.",
)


def verdict(view: View) -> str:
    """Return how many findings there are of each severity, and what became of the relations."""
    findings = view.review.findings
    counts = Counter(f.severity for f in findings if f.waived is None)
    waived = sum(f.waived is not None for f in findings)
    badges = [
        badge(view.say(_COUNT.fill(severity=SEVERITY_WORDING[s], number=counts[s])), s.value)
        for s in Severity
        if counts[s]
    ] or [badge(view.say(_NOTHING), "fine")]
    if waived:
        badges.append(badge(view.say(_WAIVED.fill(number=waived)), "waived"))
    numbers = {outcome.value: count for outcome, count in view.review.counts.items()}
    relations = element("span", view.say(_RELATIONS.fill(**numbers)))
    return element("p", " ".join([*badges, relations]), class_="verdict", **ASIDE)


def overview(view: View, notes: Sequence[Note]) -> str:
    """Return a line for each rule that found something, with links to its notes."""
    lines = []
    for (kind, name), group in groupby(notes, key=lambda n: (look([n]), n.finding.rule)):
        same = list(group)
        links = [
            element("a", str(note.number), href=f"#{note_id(view.number, note.number)}")
            for note in same
        ]
        line = [
            badge(view.say(said.severity(same[0].finding)), kind),
            view.say(rule(name, view.review.rules).sentences),
            element("span", " ".join(links), class_="numbers"),
        ]
        lines.append(element("li", " ".join(line)))
    identity = f"{prefix(view.number)}found"
    heading = element("h3", view.say(_FOUND), id=identity)
    listed = element("ul", "\n", "\n".join(lines))
    return element("section", heading, listed, class_="found", aria_labelledby=identity, **ASIDE)
