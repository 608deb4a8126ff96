"""Every rule as data: relations with their instances written out, the others as descriptions."""

from collections.abc import Iterator, Sequence

from ..contract import BASE, CONTRACT_RELEASE, JsonObject
from ..relations import (
    Relation,
    Rule,
    Term,
    instance_cells,
    is_sum,
    range_named,
)
from ..rules import RULES, digest
from .rows import kinds, row_list, split_list
from .semantics import ROLL_UP, SEMANTICS
from .words import basis, both


def rules_object(rules: Sequence[Rule] = RULES) -> JsonObject:
    """Return the rules as one JSON value, whole in itself."""
    return {
        "id": f"{BASE}:rules",
        "contract": CONTRACT_RELEASE,
        "digest": digest(),
        "semantics": [both(step) for step in SEMANTICS],
        "roll_up": [both(step) for step in ROLL_UP],
        "kinds": kinds(),
        "rows": row_list(),
        "split": split_list(),
        "relations": [_relation(rule) for rule in rules if isinstance(rule, Relation)],
        "documents": [_described(rule) for rule in rules if not isinstance(rule, Relation)],
    }


def _described(rule: Rule) -> JsonObject:
    return {
        "id": rule.id,
        "portable": rule.portable,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "basis": basis(rule.basis),
        "sentences": both(rule.sentences),
        "why": both(rule.why),
        "mend": both(rule.mend),
    }


def _relation(rule: Relation) -> JsonObject:
    return {
        **_described(rule),
        "message": both(rule.message),
        "needs": "members" if rule.needs_members else "prior" if rule.needs_prior else "report",
        "sign": rule.sign.value,
        "over": rule.over,
        "template": {
            "row": rule.row,
            "expected": [_template(term) for term in rule.expected],
            "stated": [_template(term) for term in rule.stated],
        },
        "instances": list(_instances(rule)),
    }


def _template(term: Term) -> JsonObject:
    return {"coefficient": term.coefficient, "cell": term.cell}


def _instances(rule: Relation) -> Iterator[JsonObject]:
    for at, label in range_named(rule.over).items():
        yield {
            "at": at,
            "label": both(label),
            "row": None if rule.row is None else rule.row.replace("{at}", at),
            "expected": [_term(term, at) for term in rule.expected],
            "stated": [_term(term, at) for term in rule.stated],
        }


def _term(term: Term, at: str) -> JsonObject:
    found = list(instance_cells(term, at))
    named: JsonObject = {"cells": found} if is_sum(term) else {"cell": found[0]}
    return {"coefficient": term.coefficient, **named}
