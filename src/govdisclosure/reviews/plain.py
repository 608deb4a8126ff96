"""Findings, instances and readings as the plain values of the JSON output."""

from typing import Any

import attrs

from ..findings import Finding, Instance, Skipped
from ..reading import Place, Reading, Unplaced
from ..records import ReportKey
from ..suggesting import CorrectedCell, Correction
from ..waivers import UnusedWaiver
from ..wire import unstructure
from ..wording import Wording


def wording(text: Wording) -> dict[str, str]:
    """Both languages of a wording."""
    return {"zh": text.zh, "en": text.en}


def key(of: ReportKey) -> dict[str, Any]:
    """What tells a report from another."""
    return {"agency": of.agency, "scope": of.scope, "year": of.year}


def place(of: Place) -> dict[str, Any]:
    """A place, without what the format cannot tell."""
    return {name: value for name, value in attrs.asdict(of).items() if value is not None}


def place_alone(of: Place) -> dict[str, Any]:
    """A place, without the text that stands there."""
    return {name: value for name, value in place(of).items() if name != "text"}


def finding(of: Finding) -> dict[str, Any]:
    """A finding."""
    return {
        "rule": of.rule,
        "at": of.at,
        "severity": of.severity.value,
        "cells": list(of.cells),
        "expected": of.expected,
        "actual": of.actual,
        "difference": of.difference,
        "message": wording(of.message),
        "places": [place(p) for p in of.places],
        "basis": of.basis,
        "waived": None if of.waived is None else wording(of.waived),
    }


def instance(of: Instance, *, whole: bool = False) -> dict[str, Any]:
    """An instance: what is open about an undetermined one, or the *whole* of any."""
    found: dict[str, Any] = {"rule": of.rule, "at": of.at}
    if whole:
        found |= {
            "outcome": of.outcome.value,
            "cells": list(of.cells),
            "expected": of.expected,
            "actual": of.actual,
            "difference": of.difference,
            "reason": None if of.reason is None else wording(of.reason),
        }
    needed = [{k: v for k, v in attrs.asdict(n).items() if v is not None} for n in of.needed]
    return {**found, "blanks": list(of.blanks), "needed": needed}


def skipped(of: Skipped) -> dict[str, Any]:
    """A rule that was not applied."""
    return {"rule": of.rule, "reason": wording(of.reason)}


def unused_waiver(of: UnusedWaiver) -> dict[str, Any]:
    """A waiver that waived nothing."""
    return {"rule": of.waiver.rule, "at": of.waiver.at, "reason": wording(of.reason)}


def unplaced(of: Unplaced) -> dict[str, Any]:
    """Something that found no place."""
    return {"reason": of.reason.value, "cell": of.cell, "place": place(of.place)}


def reading(of: Reading) -> dict[str, Any]:
    """A reading: the report, and everything about how it was read."""
    return {
        "report": unstructure(of.report),
        "places": {address: place(where) for address, where in of.places.items()},
        "unplaced": [unplaced(entry) for entry in of.unplaced],
        "missing": list(of.missing),
        "notes": [wording(note) for note in of.notes],
    }


def correction(of: Correction) -> dict[str, Any]:
    """A correction."""
    return {
        "group": of.group,
        "rank": of.rank,
        "tied": of.tied,
        "choices": of.choices,
        "more": of.more,
        "certain": of.certain,
        "weight": of.weight,
        "mends": [{"rule": instance.rule, "at": instance.at} for instance in of.mends],
        "cells": [corrected_cell(cell) for cell in of.cells],
        "obstacle": None if of.obstacle is None else of.obstacle.value,
        "why": wording(of.why),
    }


def corrected_cell(of: CorrectedCell) -> dict[str, Any]:
    """A cell of a correction."""
    return {
        "cell": of.cell,
        "old": of.old,
        "new": of.new,
        "least": of.least,
        "most": of.most,
        "mistype": of.mistype.value,
        "why": wording(of.why),
        "place": None if of.place is None else place(of.place),
    }
