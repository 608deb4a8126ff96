"""What the prose of a report states: sentences to claims.

A claim is read only where every word beside the number is understood; where one is not, it is in
doubt, and nothing is concluded from it but a note.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from ..findings import Number
from ..records import AnnualReport, Prose
from .bodies import Speaker, speaker_of
from .context import Around
from .counting import Reader
from .denying import all_upheld, denials
from .meanings import CARRIED_OUT, RECEIVED, TOTAL
from .sentences import SECTIONS, Sentence, sentences
from .sharing import shares
from .tokens import tokens
from .vocabulary import Claim, Denial, Doubt, Meaning, Share, Statements, Term

__all__ = ["Claim", "Denial", "Doubt", "Meaning", "Share", "Statements", "Term", "stated_in"]

_WORTH_READING = re.compile(
    "申请|复议|诉讼|应诉|规章|规范性文件|许可|处罚|强制|事业[性型]收费|[收接]到|受理|办结|答复|结转|自然人"
    "|[予以意]公开|部分公开|无法提供|[予他它作]处理|维持|纠正|内部事务|过程性|国家秘密|案卷|不掌握|第三方|公开出版物|补正|缴费"
)
_COUNTS = re.compile("[0-9]|[一二两三四五六七八九十百千万亿零〇][件份宗条次起例个项元]")


def stated_in(report: AnnualReport) -> Statements:
    """Return all that the sections in words state about the cells."""
    prose = (report.overview, report.problems, report.other_matters)
    return _stated(prose, report.year, speaker_of(report))


@lru_cache(maxsize=8)
def _stated(prose: tuple[Prose | None, ...], year: int | None, speaker: Speaker) -> Statements:
    found = Statements()
    reader = Reader(year, speaker)
    around, wholes = Around(), list[Number]()
    for sentence in sentences(zip(SECTIONS, prose, strict=True)):
        if sentence.first:
            around, wholes = Around(topic="申请" in sentence.heading), []
        if _WORTH_READING.search(sentence.text) is None:
            continue
        denied = tuple(denials(sentence))
        if not denied and _COUNTS.search(sentence.text) is None:
            reader.opening(tokens(sentence.text), around)
        else:
            _read(reader, sentence, denied, around, wholes, found)
        around = Around(topic=around.topic or "申请" in sentence.text, whose=around.whose)
    return found


def _read(
    reader: Reader,
    sentence: Sentence,
    denied: Sequence[tuple[int, Denial]],
    around: Around,
    wholes: list[Number],
    found: Statements,
) -> None:
    """Add what a sentence states to what is *found*, and its wholes to those of the paragraph."""
    words = tuple(tokens(sentence.text))
    before = attrs.evolve(around, stated=[], in_all=[], parted=set())
    claims = reader.claims(sentence, words, around)
    found.claims.extend(claims)
    found.shares.extend(shares(sentence, claims, wholes))
    wholes += [claim.stated for claim in claims if claim.role in (RECEIVED, TOTAL)]
    carried_on = any(claim.role == CARRIED_OUT for claim in claims)
    for start, denial in denied:
        standing = reader.standing(words, start, before)
        if standing is None or (carried_on and denial.role == CARRIED_OUT):
            continue
        found.denials.append(attrs.evolve(denial, doubt=denial.doubt or standing.doubt))
    found.denials.extend(all_upheld(sentence, claims))
