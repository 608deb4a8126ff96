"""What is read from prose, on cases that are data: sentences, and all that is found in them."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

import govdisclosure as gd

DATA = json.loads(
    (Path(__file__).parent / "cases" / "claims.json").read_text("utf-8"), parse_float=Decimal
)
RULES = ("text.states_cell", "text.states_none", "text.share", "text.fees_mentioned")
SECTIONS = ("overview", "problems", "other_matters")


def report_of(name):
    """One of the reports that the cases share."""
    described = DATA["reports"][name]
    form = gd.AnnualReport.blank_form(
        described.get("edition", "2021"), fill=described.get("fill", 0)
    )
    scope = gd.Scope(described["scope"]) if "scope" in described else None
    return form.replace(
        {
            **described["cells"],
            "year": described.get("year"),
            "agency.name": described.get("agency"),
            "scope": scope,
        }
    )


def found(report):
    """The findings of the rules on claims, as a case has them."""
    return [
        {
            "rule": finding.rule,
            "at": finding.at,
            "severity": finding.severity.value,
            "expected": finding.expected,
            "actual": finding.actual,
        }
        for finding in gd.check(report).findings
        if finding.rule in RULES
    ]


def in_any_order(findings):
    return sorted(findings, key=lambda finding: (finding["rule"], finding["at"]))


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda case: case["description"])
def test_exactly_what_a_case_says_is_found(case):
    prose = {
        name: gd.Prose(paragraphs=case[name], heading=None) for name in SECTIONS if name in case
    }
    report = report_of(case["report"]).replace(prose)
    assert in_any_order(found(report)) == in_any_order(case["expected"])
