"""What the prose of a report states: sentences to claims.

A claim is read only where every word beside the number is understood; where one is not, it is in
doubt, and nothing is concluded from it but a note.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from ..findings import Number
from ..records import AnnualReport
from .bodies import Speaker, Whose, speaker_of
from .counting import Around, Reader
from .denying import all_upheld, denials
from .meanings import RECEIVED, TOTAL
from .sentences import SECTIONS, Sentence, sentences
from .sharing import shares
from .vocabulary import Claim, Denial, Doubt, Meaning, Share, Statements, Term

__all__ = ["Claim", "Denial", "Doubt", "Meaning", "Share", "Statements", "Term", "stated_in"]

_WORTH_READING = re.compile(
    "申请|复议|诉讼|应诉|规章|规范性文件|许可|处罚|强制|事业[性型]收费|[收接]到|受理|办结|答复|结转|自然人"
    "|[予意]公开|部分公开|无法提供|维持|纠正"
)


def stated_in(report: AnnualReport) -> Statements:
    """Return all that the sections in words state about the cells."""
    prose = AnnualReport(**{name: getattr(report, name) for name in SECTIONS})
    return _stated(prose, report.year, speaker_of(report))


@lru_cache(maxsize=8)
def _stated(prose: AnnualReport, year: int | None, speaker: Speaker) -> Statements:
    claims: list[Claim] = []
    found_shares: list[Share] = []
    denied: list[Denial] = []
    reader = Reader(year, speaker)
    around, wholes = Around(), list[Number]()
    for sentence in sentences(prose):
        if sentence.first:
            around, wholes = Around(topic="申请" in sentence.heading), []
        if _WORTH_READING.search(sentence.text) is None:
            continue
        before = attrs.evolve(around, stated=[], in_all=[])
        found = reader.claims(sentence, around)
        claims += [*found, *all_upheld(sentence, found)]
        found_shares += shares(sentence, found, wholes)
        wholes += [claim.stated for claim in found if claim.role in (RECEIVED, TOTAL)]
        denied += _standing(reader, sentence, before)
        around = _carried_on(around)
    return Statements(tuple(claims), tuple(found_shares), tuple(denied))


def _carried_on(around: Around) -> Around:
    """Return what the next sentence of a paragraph begins with."""
    return Around(topic=around.topic, whose=around.whose)


def _standing(reader: Reader, sentence: Sentence, around: Around) -> Iterator[Denial]:
    """Iterate over the denials of a sentence that are about the body and the year."""
    for start, denial in denials(sentence):
        standing = reader.standing(sentence, start, around)
        if standing is None:
            continue
        yield denial if standing is Whose.OWN else attrs.evolve(denial, doubt=Doubt.BODY)
