"""Percentages that stand beside a count: 208件，占17.46%."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..findings import Number
from .meanings import RECEIVED, TOTAL, bases_of
from .sentences import Sentence
from .vocabulary import Claim, Share

_SHARE = re.compile(
    r"[,，、(]?约?(占)比?[^,，;。、()\d%]{0,16}?(约|近|超|逾)?(\d+(?:\.\d+)?)%(左右|以上)?"
)
_WHOLES = (RECEIVED, TOTAL)


def shares(
    sentence: Sentence, claims: Sequence[Claim], before: Sequence[Number]
) -> Iterator[Share]:
    """Iterate over the shares that a sentence states of its claims.

    *before* are the wholes that the paragraph stated up to this sentence.
    """
    if "%" not in sentence.text or "占" not in sentence.text:
        return
    wholes = list(before)
    for claim in claims:
        end = sentence.position(claim.quotation.end - 1) + 1
        found = _SHARE.match(sentence.text, end)
        if found is not None and claim.doubt is None and not (found[2] or found[4]):
            remedies = claim.role.startswith("remedies.")
            yield Share(
                role=claim.role,
                count=claim.stated,
                percent=Decimal(found[3]),
                bases=bases_of(claim.role),
                stated_bases=() if remedies else tuple(n for n in wholes if n >= claim.stated),
                quotation=sentence.quoted(sentence.position(claim.quotation.start), found.end()),
            )
        if claim.role in _WHOLES:
            wholes.append(claim.stated)
