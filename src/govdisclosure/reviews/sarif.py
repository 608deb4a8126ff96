"""Reviews as SARIF 2.1.0, which build servers and editors show beside the files."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ..explaining import markdown, page_of, plain
from ..findings import Finding, Instance
from ..reading import Place
from ..rules import RULES
from ..rules.vocabulary import Rule, label_of
from ..version import __version__
from ..wire import to_json
from ..wording import Speech, Wording
from ..writers.characters import writable
from . import lost, said
from .plain import wording
from .reviewed import Reviewed, Settings

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_STANDARD_INPUT = "-"

Json = dict[str, Any]


def write(reviewed: Sequence[Reviewed], settings: Settings) -> str:
    """Return the reviews as one SARIF run.

    Findings are results; waived ones have a suppression with the reason. With everything, what
    blanks leave open is there as results of kind ``open``. Rules that were not applied are
    notifications of the configuration, documents that cannot be read of the execution.
    """
    speech = settings.speech
    rules = _rules(reviewed)
    ranks = {rule.id: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(rules, speech)},
        "language": _LANGUAGES[speech.language],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reviewed, speech)],
        "artifacts": [{"location": {"uri": _uri(entry.source)}} for entry in reviewed],
        "results": [
            {**result, "ruleIndex": ranks[result["ruleId"]]}
            for index, entry in enumerate(reviewed)
            for result in _results(entry, index, settings)
        ],
    }
    return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rules(reviewed: Sequence[Reviewed]) -> tuple[Rule, ...]:
    """Return the rules of the form, and those of profiles that reports were checked by."""
    local = (rule for e in reviewed if e.review is not None for rule in e.review.profile.relations)
    return tuple({rule.id: rule for rule in (*RULES, *local)}.values())


def _driver(rules: Iterable[Rule], speech: Speech) -> Json:
    return {
        "name": "govdisclosure",
        "version": __version__,
        "semanticVersion": __version__,
        "language": _LANGUAGES[speech.language],
        "rules": [_descriptor(rule, speech) for rule in rules],
    }


def _descriptor(rule: Rule, speech: Speech) -> Json:
    page = page_of(rule)
    return {
        "id": rule.id,
        "shortDescription": {"text": speech.say(rule.sentences)},
        "fullDescription": {"text": speech.say(rule.sentences) + "\n" + speech.say(rule.why)},
        "help": {"text": plain(page, speech), "markdown": markdown(page, speech)},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {
            "confidence": rule.confidence.value,
            "basis": wording(rule.basis.wording),
            "sentences": wording(rule.sentences),
        },
    }


def _uri(source: str) -> str:
    """Return a document's name as the reference of a URI; that of standard input is its name."""
    if source == _STANDARD_INPUT:
        return "stdin"
    path = PurePath(source)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="surrogateescape")


def _message(text: Wording, speech: Speech) -> Json:
    return {"text": writable(speech.say(text))}


# ---------------------------------------------------------------- what was not done


def _invocation(reviewed: Sequence[Reviewed], speech: Speech) -> Json:
    unread = [e for e in enumerate(reviewed) if e[1].review is None]
    found: Json = {"executionSuccessful": not unread}
    executing = [
        *(_notification(e.error or _UNREAD, "error", _artifact(e, i), speech) for i, e in unread),
        *_unplaced(reviewed, speech),
    ]
    if executing:
        found["toolExecutionNotifications"] = executing
    configuring = [*_skipped(reviewed, speech)]
    if configuring:
        found["toolConfigurationNotifications"] = configuring
    return found


_UNREAD = Wording("无法读取", "not readable")


def _notification(text: Wording, level: str, artifact: Json, speech: Speech) -> Json:
    return {
        "message": _message(text, speech),
        "level": level,
        "locations": [{"physicalLocation": {"artifactLocation": artifact}}],
    }


def _unplaced(reviewed: Sequence[Reviewed], speech: Speech) -> Iterator[Json]:
    for index, entry in enumerate(reviewed):
        text = lost.in_short(entry.reading)
        if text is not None:
            yield _notification(text, "warning", _artifact(entry, index), speech)


def _skipped(reviewed: Sequence[Reviewed], speech: Speech) -> Iterator[Json]:
    for index, entry in enumerate(reviewed):
        for skipped in entry.review.skipped if entry.review is not None else ():
            told = _notification(skipped.reason, "note", _artifact(entry, index), speech)
            yield {**told, "associatedRule": {"id": skipped.rule}}


# ---------------------------------------------------------------- results


def _results(entry: Reviewed, index: int, settings: Settings) -> Iterator[Json]:
    if entry.review is None:
        return
    for finding in entry.review.findings:
        yield _finding(finding, entry, index, settings.speech)
    if settings.everything:
        for instance in entry.review.undetermined:
            text = said.undetermined(instance, entry.review)
            yield _open(instance, text, entry, index, settings.speech)


def _finding(finding: Finding, entry: Reviewed, index: int, speech: Speech) -> Json:
    first, *others = _locations(finding, _artifact(entry, index), speech)
    found: Json = {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": _message(finding.message, speech),
        "locations": [first],
        "partialFingerprints": {"finding/v1": _fingerprint(finding.rule, finding.at, entry)},
        "properties": {
            "at": finding.at,
            "cells": list(finding.cells),
            "expected": finding.expected,
            "actual": finding.actual,
            "difference": finding.difference,
            "message": wording(finding.message),
            "basis": finding.basis,
        },
    }
    if others:
        found["relatedLocations"] = [{"id": i, **other} for i, other in enumerate(others)]
    if finding.waived is not None:
        reason = writable(speech.say(finding.waived))
        found["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": reason}
        ]
    return found


def _open(instance: Instance, text: Wording, entry: Reviewed, index: int, speech: Speech) -> Json:
    return {
        "ruleId": instance.rule,
        "kind": "open",
        "level": "none",
        "message": _message(text, speech),
        "locations": [
            {
                "physicalLocation": {"artifactLocation": _artifact(entry, index)},
                "logicalLocations": [_logical(cell, speech) for cell in instance.blanks],
            }
        ],
        "partialFingerprints": {"finding/v1": _fingerprint(instance.rule, instance.at, entry)},
        "properties": {"at": instance.at, "message": wording(text)},
    }


def _fingerprint(rule: str, at: str, entry: Reviewed) -> str:
    """Return what tells a finding from others over the years, whatever its numbers."""
    key = entry.report.key if entry.report is not None else None
    return sha256(repr((key, rule, at)).encode()).hexdigest()


# ---------------------------------------------------------------- where


def _artifact(entry: Reviewed, index: int) -> Json:
    return {"uri": _uri(entry.source), "index": index}


def _locations(finding: Finding, artifact: Json, speech: Speech) -> list[Json]:
    """Return where a finding is: the cell that is judged first, then those that it depends on."""
    placed = {place.cell for place in finding.places}
    bare = [_logical(cell, speech) for cell in finding.cells if cell not in placed]
    places = finding.places[::-1] if finding.difference is not None else finding.places
    found = [_location(place, artifact, speech) for place in places]
    if bare or not found:
        nowhere: Json = {"physicalLocation": {"artifactLocation": artifact}}
        found.append({**nowhere, "logicalLocations": bare} if bare else nowhere)
    return found


def _location(place: Place, artifact: Json, speech: Speech) -> Json:
    physical: Json = {"artifactLocation": artifact}
    if place.line is not None:
        snippet = {"text": writable(place.text)}
        physical["region"] = {"startLine": place.line, "snippet": snippet}
    found: Json = {"physicalLocation": physical}
    where = speech.say(place.wording)
    if where:
        found["message"] = {"text": where}
    if place.cell is not None:
        found["logicalLocations"] = [_logical(place.cell, speech)]
    return found


def _logical(address: str, speech: Speech) -> Json:
    return {
        "name": speech.say(label_of(address)),
        "fullyQualifiedName": address,
        "kind": "value",
    }
