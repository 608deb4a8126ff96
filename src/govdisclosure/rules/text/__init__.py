"""Rules on what a report says in words, a noun a module."""

from . import (
    accountability,
    agency,
    basis,
    duplicate,
    overview,
    personal_data,
    problems,
    residue,
    sections,
    years,
)

RULES = (
    sections.RULE,
    years.RULE,
    agency.RULE,
    basis.RULE,
    residue.RULE,
    *overview.RULES,
    problems.RULE,
    accountability.RULE,
    personal_data.RULE,
    duplicate.RULE,
)
