"""One report on the page: what was found, sections with notes beside them, what is not known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...suggesting import Correction
from ...wording import Wording
from ...writers.html.drawing import Drawing, Mark
from ...writers.html.elements import ASIDE, element, label, shown
from ...writers.official import sections
from ...writers.words import lines_below_title
from ..reviewed import Reviewed, Settings
from .marks import marks_of
from .names import prefix, report_id
from .noted import aside
from .notes import GENERAL, Note, notes_of
from .overview import overview, verdict
from .unknown import unknown
from .view import View

_UNREAD = Wording("无法读取：{error}", "Not readable: {error}")
_HERE = Wording("本部分的问题", "What was found here")
_ELSEWHERE = Wording("不在各部分之内的问题", "What was found outside the sections")


def article(entry: Reviewed, number: int, settings: Settings) -> str:
    """Return a report as an article; *number* tells it from others on the page."""
    title = entry.report.title if entry.report is not None else None
    own = {} if title else ASIDE
    head = [element("h2", shown(title or entry.source), id=report_id(number), **own)]
    if title:
        head.append(element("p", shown(entry.source), class_="about", **ASIDE))
    if entry.report is None or entry.review is None:
        error = settings.speech.say(_UNREAD.fill(error=entry.error or Wording("", "")))
        head.append(element("p", shown(error), class_="unread", **ASIDE))
    else:
        notes = notes_of(entry)
        cells = {address for address, _ in entry.report.cells()}
        blanks = [b for i in entry.review.undetermined for b in i.blanks if b in cells]
        marks = marks_of(notes, dict.fromkeys(blanks), number, settings.speech)
        view = View(
            report=entry.report,
            reading=entry.reading,
            review=entry.review,
            number=number,
            speech=settings.speech,
            linked=frozenset(marks),
            corrections=entry.corrections,
            told_at=_told_at(entry.corrections, notes),
        )
        head += _parts(view, notes, marks)
    return element("article", "\n".join(head), aria_labelledby=report_id(number))


def _told_at(corrections: Iterable[Correction], notes: Sequence[Note]) -> Mapping[int, int]:
    """Return the number of the first note that each group of corrections would mend."""
    numbers = {(note.finding.rule, note.finding.at): note.number for note in reversed(notes)}
    return {
        correction.group: min(numbers.get((i.rule, i.at), len(notes)) for i in correction.mends)
        for correction in corrections
    }


def _parts(view: View, notes: Sequence[Note], marks: Mapping[str, Mark]) -> Iterator[str]:
    english = view.speech.language == "en"
    yield from (
        element("p", label(line, english=english), class_="about")
        for line in lines_below_title(view.report)
    )
    yield verdict(view)
    if notes:
        yield overview(view, notes)
    by_section: dict[str, list[Note]] = {}
    for note in notes:
        by_section.setdefault(note.section, []).append(note)
    general = by_section.pop(GENERAL, [])
    if general:
        yield aside(view, _ELSEWHERE, general)
    drawing = Drawing(
        english=english,
        prefix=prefix(view.number),
        level=3,
        marks=marks,
        notes={name: aside(view, _HERE, of) for name, of in by_section.items()},
    )
    drawn = [drawing.section(section) for section in sections(view.report)]
    yield element("div", "\n".join(drawn), class_="report", lang="zh-CN")
    yield from unknown(view)
