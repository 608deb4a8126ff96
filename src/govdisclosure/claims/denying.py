"""What prose says there was none of, and what it says of all."""

import re
from collections.abc import Iterator, Sequence

from . import meanings
from .cell_words import AGENTS, LITIGATION, RECONSIDERATION, REQUEST
from .sentences import Sentence
from .vocabulary import Claim, Denial, Doubt, Meaning

_NOT = (
    "(?:(?<!是否)(?:从|尚|并|暂|均|也)?未|(?:从|并|也)?没有|没(?=收到|接到)|(?<![有毫])(?:均|尚|暂|并|也)?无|不存在|(?<![\\d.〇一二两三四五六七八九十百千万亿])零)"
    "(?:收到|接收到?|接到|受理|发生|产生|出现|引发|引起|涉及|有|被|存在){0,3}过?"
)
_BESIDE = (
    "(?:任何|一[件起例]|1[件起例]|相关|有关|关于|涉及|来自社会的|来自|因|由|于|向(?:本|我)(?:局|机关|单位|镇|乡|街道|办|委)"
    f"|{AGENTS}|政府信息公开(?:工作|申请|事项|答复)?|信息公开(?:工作|申请)?|政务公开|而|引发|引起|导致|产生|发生|被"
    "|提出|提起|申请|的|类|工作){0,8}"
)
_OBJECT = (
    f"(?P<{{0}}request>{REQUEST})|(?P<{{0}}reconsideration>{RECONSIDERATION})"
    f"|(?P<{{0}}litigation>{LITIGATION})"
)
_CARRIED = (
    "(?P<carried_out>结转(?:至|到)?下一?年度?(?:继续)?(?:办理|处理)?的?(?:政府信息公开)?(?:申请|情况|件)*)"
    "|(?P<carried_in>上一?年度?结转的?(?:政府信息公开)?(?:申请|情况|件)*)"
)
_AND = "(?:、|和|及|与|或|或者|以及|[,，]?也?(?:没有|无)|[,，]?也?未(?:发生|收到|被))"
_AFTER = "(?:案件|案|件|情况|情形|事项|事件|问题|现象|的|发生|产生|提出|提起|类|等|记录){0,4}"
_OVER = "(?=[,，;。:)!?]|$|也|且|亦|同时)"


def _objects() -> str:
    more = "".join(
        f"(?:{_AND}{_BESIDE}(?:{_OBJECT.replace('{0}', name)}){_AFTER})?" for name in ("b_", "c_")
    )
    return f"(?:{_OBJECT.replace('{0}', 'a_')}){_AFTER}{more}"


_DENIED = re.compile(f"{_NOT}{_BESIDE}(?:{_objects()}|{_CARRIED}){_OVER}")
_ZERO = re.compile(
    f"(?:{_objects()})(?:数量|数|总数)?"
    "(?:均|都)?(?:未(?:发生|收到|产生)|没有(?:发生)?|[:为]无|[:为]?零|(?<=均|都)无|(?:均|都)为?[0零〇][件起次宗例]?)"
    "(?=[,，;。)!?]|$)"
)
_CHEAP = re.compile("[未没无零]|不存在|[均都]为?0")
_DUE = "(?:按[^,，;。]{0,6}|依法|及时|在[^,，;。]{0,8}?内|如期|规范|予以|进行|得到|妥善)"
_ALL_DONE = re.compile(
    "(?:均|全部|全都|都|所有申请均?)已?经?"
    f"(?:{_DUE}{{0,3}}(?:办结|办理(?:完毕|完成|完结)|答复完毕)|(?:予以|依法|作出)?(?:答复|回复|办复))"
    "|(?<!按时)(?<!按期)(?<!及时)(?<!期限内)(?:办结|答复|回复|办复)率(?:为|达到?|均为)?100%"
)
"""Answered in time is not all: what is carried on may be in time as well."""
_ANSWERED = re.compile(
    r"(?:答复|回复|办结|办复)[^,，;。]{0,14}?\d[\d,]*[件份宗条次](?:\([^()]*\))?[,，]?$"
    r"|(?:答复|回复|办结|办复)的[^,，;。]{0,12}$"
)
_ALL_UPHELD = re.compile("(?:均|全部|都)已?(?:获得?|被|予以|为|得到)?(?:结果)?维持")
_NAMES = ("a_", "b_", "c_")


def denials(sentence: Sentence) -> Iterator[tuple[int, Denial]]:
    """Iterate over what a sentence says there was none of, each with where it begins."""
    text = sentence.text
    if _CHEAP.search(text) is not None:
        for pattern in (_DENIED, _ZERO):
            for match in pattern.finditer(text):
                quotation = sentence.quoted(match.start(), match.end())
                for role, numbers in _denied(match.groupdict()):
                    yield match.start(), Denial(role=role, meanings=numbers, quotation=quotation)
    for match in _ALL_DONE.finditer(text):
        before = text[: match.start()]
        if ("申请" in before or "申请" in match.group()) and not _ANSWERED.search(before):
            yield (
                match.start(),
                Denial(
                    role=meanings.CARRIED_OUT,
                    meanings=(meanings.row(meanings.CARRIED_OUT),),
                    quotation=sentence.quoted(0, match.end()),
                    doubt=Doubt.DUE,
                ),
            )


def _denied(found: dict[str, str | None]) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    if any(found[name + "request"] for name in _NAMES):
        yield meanings.RECEIVED, (meanings.row(meanings.RECEIVED),)
    for block in (meanings.RECONSIDERATION, meanings.LITIGATION):
        if any(found[name + block.rpartition(".")[2]] for name in _NAMES):
            yield block, (meanings.row(block),)
    for part in (meanings.CARRIED_OUT, meanings.CARRIED_IN):
        if found.get(part.rpartition(".")[2]):
            yield part, (meanings.row(part),)


def all_upheld(sentence: Sentence, stated: Sequence[Claim]) -> Iterator[Denial]:
    """Iterate over what 均获维持 denies of the cases that the sentence counts before it."""
    match = _ALL_UPHELD.search(sentence.text)
    cases = [
        claim
        for claim in stated
        if claim.role in (meanings.RECONSIDERATION, meanings.LITIGATION) and claim.doubt is None
    ]
    if match is None or not cases:
        return
    blocks = tuple(claim.role for claim in cases)
    role = blocks[0] if len(blocks) == 1 else "remedies"
    first = min(sentence.position(claim.quotation.start) for claim in cases)
    quotation = sentence.quoted(min(first, match.start()), match.end())
    for column, doubt in (("corrected", None), ("other", None), ("pending", Doubt.DECIDED)):
        yield Denial(
            role=f"{role}.{column}",
            meanings=(meanings.of_blocks(blocks, column),),
            quotation=quotation,
            doubt=doubt,
        )
