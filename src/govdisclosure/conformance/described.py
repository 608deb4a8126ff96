"""The cases that are written down: a form, what differs from it, and what follows."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

from ..findings import Needed, Outcome
from ..records import AnnualReport, Scope, Unit
from .case import Case, Expected

FAMILIES = ("requests", "proactive", "remedies", "years", "rollup")


@cache
def described() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return the descriptions of cases, by family, as they are written down."""
    import json

    folder = files(__package__) / "cases"
    return {
        family: json.loads((folder / f"{family}.json").read_text("utf-8"), parse_float=Decimal)
        for family in FAMILIES
    }


def described_cases() -> tuple[Case, ...]:
    """Return the cases that are written down."""
    return tuple(
        attrs.evolve(case_of(case), id=f"{family}-{number}")
        for family, cases in described().items()
        for number, case in enumerate(cases, 1)
    )


def case_of(case: Mapping[str, Any]) -> Case:
    """Return the case that a description stands for, without an id."""
    prior, members = case.get("prior"), case.get("members")
    return Case(
        id="",
        description=case["description"],
        report=report_of(case),
        prior=None if prior is None else report_of(prior),
        members=None
        if members is None
        else tuple(None if member is None else report_of(member) for member in members),
        expected=tuple(_expected(found) for found in case["expected"]),
    )


def _expected(found: Mapping[str, Any]) -> Expected:
    return Expected(
        rule=found["rule"],
        at=found["at"],
        outcome=Outcome(found["outcome"]),
        needed=tuple(Needed(**needed) for needed in found.get("needed", ())),
    )


def report_of(case: Mapping[str, Any]) -> AnnualReport:
    """Return the report described: a form of an edition, with what differs from it."""
    fill = case["fill"]
    form = AnnualReport.blank_form(case["edition"], fill=fill)
    rows = {
        address: edition and AnnualReport.blank_form(edition, fill=fill).get(address)
        for address, edition in case.get("rows", {}).items()
    }
    cells = {
        address: Unit(value) if address.endswith(".unit") else value
        for address, value in case.get("cells", {}).items()
    }
    scope = Scope(case["scope"]) if "scope" in case else None
    return form.replace({**rows, **cells, "scope": scope})
