"""Every rule, in the order of the form. A relation is data; adding one is adding a row."""

from collections.abc import Iterable

from ..errors import UnknownName
from ..wording import Wording
from . import cells, claims, form, proactive, publication, remedies, requests, rollup, text, years
from .vocabulary import Relation, Rule

RULES: tuple[Rule, ...] = (
    *form.RULES,
    *cells.RULES,
    *proactive.RULES,
    *requests.RULES,
    *remedies.RULES,
    *years.RULES,
    *rollup.RULES,
    *text.RULES,
    *publication.RULES,
    *claims.RULES,
)

RELATIONS: tuple[Relation, ...] = tuple(rule for rule in RULES if isinstance(rule, Relation))


def digest() -> str:
    """Return what tells one version of the rules from another: a digest of all that they say."""
    import hashlib

    said = "\n".join(repr((rule.id, rule.severity, rule.sentences, _terms(rule))) for rule in RULES)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _terms(rule: Rule) -> object:
    if not isinstance(rule, Relation):
        return None
    return rule.expected, rule.sign, rule.stated, rule.over


def rule(name: str, among: Iterable[Rule] = RULES) -> Rule:
    """Return the rule with the id *name*.

    Raises:
        UnknownName: there is no such rule; the nearest ids are named.
    """
    candidates = tuple(among)
    for candidate in candidates:
        if candidate.id == name:
            return candidate
    import difflib

    near = difflib.get_close_matches(name, [candidate.id for candidate in candidates])
    zh, en = "、".join(near), ", ".join(near)
    raise UnknownName(
        Wording(
            f"没有规则“{name}”" + (f"；相近的有：{zh}" if near else ""),
            f"no rule {name!r}" + (f"; did you mean {en}?" if near else ""),
        )
    )
