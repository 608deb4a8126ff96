"""What was found, as numbered notes: which cells and paragraphs each is about."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from ...findings import Finding
from ...reading import Place, Reading
from ...records import AnnualReport
from ...relations import Relation, Rule, instance_cells
from ...rules import rule
from ...writers.official import sections
from ..order import by_rule
from ..reviewed import Reviewed

GENERAL = ""
"""The section of notes that are about none that is drawn."""


@attrs.frozen(kw_only=True)
class Note:
    """A finding with its number on the page.

    ``section`` is where it stands. ``judged`` are the cells and paragraphs that are wrong by it,
    ``involved`` cells that it depends on; only those that are drawn.
    """

    number: int
    finding: Finding
    section: str
    judged: tuple[str, ...]
    involved: tuple[str, ...]


def notes_of(entry: Reviewed) -> tuple[Note, ...]:
    """Return the findings of a review as notes: the worst first, waived ones last."""
    if entry.review is None or entry.report is None:
        return ()
    found = entry.review.findings
    live = by_rule(f for f in found if f.waived is None)
    waived = by_rule(f for f in found if f.waived is not None)
    drawn = _drawn(entry.report)
    rules = entry.review.rules
    ordered = (finding for group in (*live, *waived) for finding in group)
    return tuple(
        _note(number, finding, rule(finding.rule, rules), entry.reading, drawn)
        for number, finding in enumerate(ordered, 1)
    )


def _drawn(report: AnnualReport) -> Mapping[str, str]:
    """Return the cells and paragraphs that are drawn, each with its section."""
    cells = {address: address.split(".", 1)[0] for address, _ in report.cells()}
    paragraphs = {
        f"{section.name}.paragraphs[{index}]": section.name
        for section in sections(report)
        for index in range(len(section.paragraphs))
    }
    names = {section.name: section.name for section in sections(report)}
    return {**cells, **paragraphs, **names}


def _note(
    number: int, finding: Finding, of: Rule, reading: Reading | None, drawn: Mapping[str, str]
) -> Note:
    stated = _stated(finding, of)
    cells = [cell for cell in finding.cells if cell in drawn]
    judged = [cell for cell in cells if cell in stated]
    paragraphs = [path for path in _paragraphs(finding.places, reading) if path in drawn]
    wrong = tuple(dict.fromkeys([*paragraphs, *judged]))
    at = finding.at.split(".", 1)[0]
    where = drawn[wrong[0]] if wrong else drawn.get(at, GENERAL)
    return Note(
        number=number,
        finding=finding,
        section=where,
        judged=wrong,
        involved=tuple(cell for cell in cells if cell not in stated),
    )


def _stated(finding: Finding, of: Rule) -> frozenset[str]:
    """Return the cells that a finding calls wrong: of a relation, those of its stated side."""
    if not isinstance(of, Relation):
        return frozenset(finding.cells)
    return frozenset(c for term in of.stated for c in instance_cells(term, finding.at))


def _paragraphs(places: Iterable[Place], reading: Reading | None) -> Iterator[str]:
    """Iterate over the paths of the paragraphs in which places without a cell are."""
    for place in places:
        if place.cell is None and reading is not None:
            for path, whole in reading.prose.items():
                if _within(place, whole):
                    yield path
                    break


def _within(place: Place, whole: Place) -> bool:
    same = (place.page, place.line) == (whole.page, whole.line)
    return same and place.text in whole.text
