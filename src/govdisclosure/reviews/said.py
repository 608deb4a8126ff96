"""Sentences about what is no finding: what blanks leave open."""

from ..checking import Review
from ..findings import SEVERITY_WORDING, Finding, Instance
from ..reading import Place
from ..relations import Relation, range_named
from ..rules import rule
from ..rules.vocabulary import RecordRule
from ..wording import Wording

_UNDETERMINED = Wording(
    "无法确定 {rule}（{at}）：空白 {blanks}{needed}",
    "undetermined {rule} ({at}): blank {blanks}{needed}",
)
_NEEDED = Wording("，填 {number} 即成立", "; {number} would make it true")
_NEEDED_AT_LEAST = Wording("，不少于 {number} 即成立", "; {number} or more would make it true")
_AT = Wording("　位置：{place}", "  at {place}")
_WAIVED = Wording("已豁免（{severity}）", "waived ({severity})")
_WHY_WAIVED = Wording("豁免理由：{reason}", "why it is waived: {reason}")


def undetermined(instance: Instance, review: Review) -> Wording:
    """Return what is open about an instance, and what would settle it as far as that is known."""
    blanks = Wording("、".join(instance.blanks), ", ".join(instance.blanks))
    at = label_of_instance(instance, review)
    return _UNDETERMINED.fill(rule=instance.rule, at=at, blanks=blanks, needed=needed(instance))


def needed(instance: Instance) -> Wording:
    """Return what the one blank of an instance needs, nothing where that cannot be said."""
    if not instance.needed:
        return Wording("", "")
    (need,) = instance.needed
    least = need.value is None
    number = need.at_least if least else need.value
    return (_NEEDED_AT_LEAST if least else _NEEDED).fill(number=number)


def label_of_instance(instance: Instance, review: Review) -> Wording:
    """Return the label of the row, column or block that an instance is about."""
    relation = rule(instance.rule, review.rules)
    if not isinstance(relation, Relation):
        return Wording(instance.at, instance.at)
    return range_named(relation.over)[instance.at]


MANY_PROBLEMS, _FEW_PROBLEMS = 20, 3
"""How many problems are shown of a document that cannot be read, alone or among others."""
_MORE_PROBLEMS = Wording(
    "……另有 {number} 处（govdisclosure check --all 全部列出）",
    "… and {number} more (govdisclosure check --all lists them)",
)


def problems_shown(documents: int, *, everything: bool) -> int | None:
    """Return how many problems are shown of each of some documents, None for all."""
    if everything:
        return None
    return MANY_PROBLEMS if documents == 1 else _FEW_PROBLEMS


def beginning(error: Wording, problems: int | None) -> Wording:
    """Return an error with so many of its problems, which are the lines after the first."""
    zh, en = error.zh.split("\n"), error.en.split("\n")
    more = 0 if problems is None else len(en) - 1 - problems
    if more <= 0:
        return error
    said = _MORE_PROBLEMS.fill(number=more)
    return Wording("\n".join([*zh[:-more], said.zh]), "\n".join([*en[:-more], said.en]))


def located(said: Wording, place: Place | None) -> Wording:
    """Return a sentence with the place that it is about, as far as that is known."""
    if place is None or not place.wording.zh:
        return said
    at = _AT.fill(place=place.wording)
    return Wording(said.zh + at.zh, said.en + at.en)


def where(finding: Finding, review: Review) -> Wording | None:
    """Return where in the document a finding is, None where one place does not tell.

    Of numbers that do not agree it is the cell that is judged; of words, the words, and the cell
    that they disagree with.
    """
    cell = finding.places[-1:] if finding.difference is not None else ()
    judge = rule(finding.rule, review.rules)
    if not isinstance(judge, RecordRule) or not judge.of_words:
        return _AT_PLACE.fill(place=cell[0].wording) if cell else None
    words = dict.fromkeys(p.wording for p in finding.places if p.cell is None and p.wording.zh)
    shown = list(words)[:_PLACES]
    found = []
    if shown:
        place = Wording("、".join(w.zh for w in shown), "; ".join(w.en for w in shown))
        found.append(_AT_PLACE.fill(place=place))
    found += [_AT_CELL.fill(place=one.wording) for one in cell if one.cell is not None]
    return (
        Wording("；".join(w.zh for w in found), "; ".join(w.en for w in found)) if found else None
    )


_PLACES = 3
_AT_PLACE = Wording("位置：{place}", "at {place}")
_AT_CELL = Wording("单元格：{place}", "cell at {place}")


def severity(finding: Finding) -> Wording:
    """Return how bad a finding is, or that it is waived."""
    said = SEVERITY_WORDING[finding.severity]
    return said if finding.waived is None else _WAIVED.fill(severity=said)


def why_waived(finding: Finding) -> Wording | None:
    """Return why a finding is waived, None if it is not."""
    return None if finding.waived is None else _WHY_WAIVED.fill(reason=finding.waived)
