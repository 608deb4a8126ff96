"""A rule's page as data: what it demands and why, on what basis, with examples, and what to do."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import attrs

from ..findings import SEVERITY_WORDING
from ..law import CONFIDENCE_WORDING, Basis, Citation
from ..relations import PRACTICE_WORDING
from ..rules.vocabulary import RecordRule, Relation, Rule
from ..wording import Wording
from .example import Example
from .examples import examples_of
from .formulas import in_addresses, in_labels, instances_of


class Kind(StrEnum):
    """How a block of a page is set."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    CODE = "code"


@attrs.frozen
class Block:
    """A paragraph, an item of a list, or lines of code."""

    kind: Kind
    text: Wording


@attrs.frozen(kw_only=True)
class Part:
    """A part of a page: its name, its heading, and what stands below it."""

    name: str
    heading: Wording
    blocks: tuple[Block, ...]


@attrs.frozen(kw_only=True)
class Page:
    """A rule's page: its id, the sentence of what it demands, its severity, and its parts."""

    id: str
    sentence: Wording
    severity: Wording
    parts: tuple[Part, ...]


@cache
def page_of(rule: Rule) -> Page:
    """Return the rule's page."""
    return Page(
        id=rule.id,
        sentence=rule.sentences,
        severity=_LEVEL.fill(severity=SEVERITY_WORDING[rule.severity]),
        parts=tuple(_parts(rule)),
    )


def _parts(rule: Rule) -> Iterator[Part]:
    yield _part("why", _WHY, _paragraph(rule.why))
    yield _part("basis", _BASIS, *_basis(rule.basis))
    if isinstance(rule, Relation):
        yield _part("formula", _FORMULA, *_formula(rule))
    examples = examples_of(rule)
    broken = examples.broken.found
    yield _part("kept", _KEPT, _paragraph(examples.kept.states), _paragraph(_NO_FINDING))
    yield _part("broken", _BROKEN, _paragraph(examples.broken.states), *_found(examples.broken))
    yield _part("mend", _MEND, _paragraph(rule.mend))
    at = broken.at if broken is not None else "…"
    yield _part("waive", _WAIVE, _paragraph(_WAIVING), Block(Kind.CODE, waiver(rule.id, at)))
    yield _part("confidence", _CONFIDENCE, *_confidence(rule))


_WHY = Wording("为什么", "Why")
_BASIS = Wording("依据", "Basis")
_FORMULA = Wording("公式", "Formula")
_KEPT = Wording("成立的例子", "An example that keeps it")
_BROKEN = Wording("不成立的例子", "An example that breaks it")
_MEND = Wording("怎样改正", "How to mend it")
_WAIVE = Wording("怎样豁免", "How to waive it")
_CONFIDENCE = Wording("把握", "Confidence")


def _part(name: str, heading: Wording, *blocks: Block) -> Part:
    return Part(name=name, heading=heading, blocks=blocks)


def _paragraph(text: Wording) -> Block:
    return Block(Kind.PARAGRAPH, text)


def _basis(basis: Basis) -> Iterator[Block]:
    if basis.absence is not None:
        yield _paragraph(basis.absence)
    for citation in basis.citations:
        yield Block(Kind.ITEM, _citation(citation))


def _citation(citation: Citation) -> Wording:
    instrument, place = citation.instrument, citation.place
    sure = CONFIDENCE_WORDING[citation.confidence]
    return Wording(
        f"{instrument.title.zh}（{instrument.number}）{place.zh}：{sure.zh}",
        f"{instrument.title.en} ({instrument.number}){place.en and f', {place.en}'}: {sure.en}",
    )


_FOR_EACH = Wording("逐一适用于 {{at}}：{each}。", "Once for each {{at}}: {each}.")


def _formula(relation: Relation) -> Iterator[Block]:
    yield _paragraph(in_labels(relation))
    yield Block(Kind.CODE, Wording(*[in_addresses(relation)] * 2))
    yield _paragraph(_FOR_EACH.fill(each=instances_of(relation)))
    yield _paragraph(_BLANKS)


_BLANKS = Wording(
    "空白是未知数，不是 0：只要空白填上某个数就能成立，结果就是“无法确定”，而不是“不成立”。",
    "A blank is an unknown number, not 0: where some number in it would make the relation true, "
    "the outcome is undetermined, not broken.",
)
_NO_FINDING = Wording("检查结果：没有问题。", "The check finds nothing.")
_FINDING = Wording(
    "检查结果：{severity}，at = {at}：{message}",
    "The check finds ({severity}, at = {at}): {message}",
)


def _found(example: Example) -> Iterator[Block]:
    found = example.found
    if found is not None:
        severity = SEVERITY_WORDING[found.severity]
        yield _paragraph(_FINDING.fill(severity=severity, at=found.at, message=found.message))


_WAIVING = Wording(
    "差异有正当原因的，写一个豁免文件。豁免的问题仍列在结果中，注明理由，但不影响退出码；"
    "到期（until）后重新生效。",
    "Where there is a good reason for the difference, write a file of waivers. What is waived is "
    "still listed, with the reason, but does not count for the exit code; after its last day "
    "(until) it counts again.",
)
_REASON = Wording("在这里写明理由", "say here why")


def waiver(rule: str, at: str) -> Wording:
    """Return a waiver of a finding, as it stands in a file of waivers."""
    lines = Wording(
        f'[[waiver]]\nrule = "{rule}"\nat = "{at}"\nreason = "{{reason}}"\nuntil = 2027-12-31',
        f'[[waiver]]\nrule = "{rule}"\nat = "{at}"\nreason = "{{reason}}"\nuntil = 2027-12-31',
    )
    return lines.fill(reason=_REASON)


_LEVEL = Wording("严重程度：{severity}", "severity: {severity}")
_PRACTICE = Wording("{letter}：{said}。", "{letter}: {said}.")
_OFF = Wording("默认不检查，可由配置文件开启。", "Off unless a profile turns it on.")


def _confidence(rule: Rule) -> Iterator[Block]:
    said = PRACTICE_WORDING[rule.confidence]
    yield _paragraph(_PRACTICE.fill(letter=rule.confidence.value, said=said))
    if isinstance(rule, RecordRule) and rule.off_by_default:
        yield _paragraph(_OFF)
