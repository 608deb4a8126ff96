"""A report's own words, and how alike those of two reports are."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

import attrs

from ..records import Agency, AnnualReport, Prose
from ..records.bridging import bare_name

ALIKE = 0.8
"""Sections at least this alike are nearly the same…"""
SHORTEST = 80
"""…if each has this many characters of its own."""

SECTIONS = ("overview", "problems", "other_matters")
"""The sections in words, in the form's order."""

_TEMPLATE = (
    r"统计(?:的)?(?:期限|周期|时限|期间|时间|范围)|条例》.{0,40}(?:要求|规定).{0,20}(?:编制|公布|制作)|"
    r"国办公开办函|年度报告由|本报告|本年度报告|本年报|电子版|如(?:有|对).{0,20}(?:疑问|意见)|联系(?:电话|地址|方式)|"
    r"信息处理费|其他需要(?:报告|说明)|没有(?:其他)?需要|收取.{0,12}费用"
)
"""What the form and its instructions put into everybody's mouth."""
_PARTS_OF_A_NAME = (
    r"[^省市县区旗盟州镇乡]{1,7}?(?:自治区|自治州|自治县|自治旗|街道|[省市县区旗盟州镇乡])"
)
_NUMBER = r"[\d０-９][\d０-９,，.．]*%?|[零〇一二三四五六七八九十百千万两]+"
_ENDS = r"[^。！？；!?;\n]+"
_HEADING = 14
"""A sentence of no more characters is a heading, or says too little to be copied."""


@attrs.frozen(kw_only=True)
class Copy:
    """A section that is nearly the same in another body's report.

    ``source`` names the other report; ``likeness`` goes from 0 to 1.
    """

    source: str
    section: str
    likeness: float


def own_words(report: AnnualReport) -> Iterator[tuple[str, str]]:
    """Iterate over the sections in words, as (key, what the body itself says there).

    Left out are sentences that the form prescribes, headings, numbers, the names of the body and of
    its place, and punctuation. A section with too little left to compare is left out.
    """
    for section in SECTIONS:
        prose = getattr(report, section)
        if isinstance(prose, Prose):
            words = _own(prose.text, report.agency)
            if len(words) >= SHORTEST:
                yield section, words


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are: twice what they have in common, in order, of both lengths.

    It goes from 0 to 1; what is less than ``ALIKE`` is 0.
    """
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other, score_cutoff=ALIKE * 100) / 100


def likenesses_of(one: str, others: Sequence[str]) -> list[float]:
    """Return how alike a text is to each of some others, as ``likeness`` tells it."""
    if not others:
        return []
    from rapidfuzz import fuzz, process

    found = process.cdist([one], others, scorer=fuzz.ratio, score_cutoff=ALIKE * 100, workers=-1)
    return [float(percent) / 100 for percent in found[0]]


def _own(text: str, agency: Agency) -> str:
    plain = unicodedata.normalize("NFKC", text)
    told = [s for s in re.findall(_ENDS, plain) if not re.search(_TEMPLATE, s)]
    joined = "".join(s for s in told if len(s.strip()) > _HEADING)
    for name in _names(agency.name):
        joined = joined.replace(name, "")
    return re.sub(r"[\W_]", "", re.sub(_NUMBER, "", joined))


def _names(name: str | None) -> list[str]:
    """Return a body's name, its parts, and the parts without 县, 镇 and the like; longest first."""
    if not name:
        return []
    parts = re.findall(_PARTS_OF_A_NAME, name)
    rest = name[sum(map(len, parts)) :]
    found = {name, bare_name(name), rest, bare_name(rest), *parts}
    found |= {re.sub(r"(?:自治[区州县旗]|街道|[省市县区旗盟州镇乡])\Z", "", part) for part in parts}
    return sorted((n for n in found if len(n) > 1), key=len, reverse=True)
