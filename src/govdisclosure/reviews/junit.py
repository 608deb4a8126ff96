"""Reviews as JUnit XML: a suite for each report, a case for each rule."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..checking import Review
from ..findings import Finding
from ..version import __version__
from ..wording import Speech, Wording
from ..writers.characters import writable
from ..writers.words import number
from . import lost, said
from .reviewed import Reviewed, Settings

_COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
_READING = "read"
"""The case of a document that cannot be read."""
_LINE = Wording("{severity}：{message}", "{severity}: {message}")
_LESS = Wording("未达到 --fail-on：{line}", "below --fail-on: {line}")


def write(reviewed: Sequence[Reviewed], settings: Settings) -> str:
    """Return the reviews as JUnit XML (UTF-8).

    A rule fails by findings that are not waived and at or above the severity that counts as a
    failure; what it found beside that, and what blanks leave open, is in the case's output. A rule
    that was not applied is skipped, a document that cannot be read is an error.
    """
    suites = Element("testsuites", name="govdisclosure")
    for entry in reviewed:
        suite = SubElement(suites, "testsuite", name=_text(entry.source))
        if entry.review is None:
            _unread(suite, entry, settings.speech)
        else:
            _properties(suite, entry)
            _cases(suite, entry, entry.review, settings)
        _count(suite)
    _count(suites)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _text(text: str) -> str:
    return writable(text)


def _count(element: Element) -> None:
    for name, tag in _COUNTED.items():
        element.set(name, str(sum(1 for _ in element.iter(tag))))


def _case(suite: Element, entry: Reviewed, name: str) -> Element:
    return SubElement(suite, "testcase", classname=_text(entry.source), name=name, time="0")


def _unread(suite: Element, entry: Reviewed, speech: Speech) -> None:
    error = _text(speech.say(entry.error or Wording("", "")))
    case = _case(suite, entry, _READING)
    first = error.split("\n", 1)[0]
    SubElement(case, "error", message=first, type="unreadable").text = error


def _properties(suite: Element, entry: Reviewed) -> None:
    key = entry.report.key if entry.report is not None else None
    values = {"version": __version__}
    if key is not None:
        values |= {"agency": key.agency or "", "scope": key.scope or "", "year": number(key.year)}
    properties = SubElement(suite, "properties")
    for name, value in values.items():
        SubElement(properties, "property", name=name, value=_text(value))


def _cases(suite: Element, entry: Reviewed, review: Review, settings: Settings) -> None:
    say = settings.speech.say
    skipped = {s.rule: s.reason for s in review.skipped}
    for rule in review.rules:
        case = _case(suite, entry, rule.id)
        found = [f for f in review.findings if f.rule == rule.id]
        failing = [f for f in found if f.waived is None and settings.fails(f.severity)]
        if failing:
            lines = "\n".join(_text(_line(f, settings.speech)) for f in failing)
            first = _text(say(failing[0].message))
            SubElement(case, "failure", message=first, type=failing[0].severity.value).text = lines
        elif rule.id in skipped:
            SubElement(case, "skipped", message=_text(say(skipped[rule.id])))
        others = [f for f in found if f not in failing]
        output = [*_beside(others, settings.speech), *_open(review, rule.id, settings.speech)]
        if output:
            SubElement(case, "system-out").text = _text("\n".join(output))
    unplaced = lost.in_short(entry.reading)
    if unplaced is not None:
        SubElement(suite, "system-out").text = say(unplaced)


def _line(finding: Finding, speech: Speech) -> str:
    places = [speech.say(place.wording) for place in finding.places[-1:]]
    where = f" ({places[0]})" if places and places[0] else ""
    line = _LINE.fill(severity=said.severity(finding), message=finding.message)
    return speech.say(line) + where


def _beside(findings: Sequence[Finding], speech: Speech) -> Iterator[str]:
    for finding in findings:
        line = _line(finding, speech)
        why = said.why_waived(finding)
        yield speech.say(_LESS.fill(line=line)) if why is None else f"{line}; {speech.say(why)}"


def _open(review: Review, rule: str, speech: Speech) -> Iterator[str]:
    return (speech.say(said.undetermined(i, review)) for i in review.undetermined if i.rule == rule)
