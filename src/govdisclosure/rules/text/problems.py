"""text.problems: section 五 says what the problems are, and what is done about them."""

import re
from collections.abc import Iterator

from ...findings import Finding, Severity
from ...law import ogi
from ...records import Prose
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import no_section, paragraphs, quoted, sentences

_NOTHING = (
    r"(?:本|该|我|20\d\d年(?:度)?)?[^，。]{0,12}?(?:暂无|没有|不存在|未发现|无)[^，。]{0,24}"
    r"(?:，[^，。]{0,12}(?:无|没有)[^，。]{0,12})?[。.]?"
)
_NOTHING_AT_ALL = r"[无/—\-－]|暂无|没有"
_LONGEST_NOTHING = 40
_LACKING = (
    r"不足|不够|不强|不高|不深|不多|不广|不畅|不熟|不严|不实|不全|不大|不快|不均|不平衡|不到位|不及时|"
    r"不规范|不完善|不健全|不明显|不理想|不透|不细|不准|不充分|不统一|不一致|不丰富|不适应|不主动|不充足|"
    r"不力|不佳|不紧密|不精准|不便|短板|弱项|薄弱|差距|欠缺|欠佳|滞后|缺乏|缺少|缺失|短缺|匮乏|单一|松懈|"
    r"偏[少低弱慢窄差]|较[少低弱慢窄差]|参差|困难|难度|瓶颈|误区|漏洞|遗漏|失误|迟缓|缓慢|流于形式|"
    r"待(?:进一步|加强|提高|提升|完善|改进|增强|拓宽|拓展|优化|规范|深化|强化|加大|加快|健全|丰富|细化|解决)|"
    r"(?:还|仍|尚|亟)(?:需|须|待|有)|亟需|需要?进一步|需(?:加强|提高|提升|完善|改进|增强)|"
    r"未(?:能|及时|形成|完全|做到|达到|建立|充分)|没有(?:形成|建立|做到|达到|及时)|问题(?:是|在于|有|：)|"
    r"(?:存在|出现)(?!的)(?!问题)[^，。]{1,20}(?:问题|现象)"
)
_MENDING = (
    r"加强|提升|提高|完善|推进|强化|优化|加大|健全|拓展|拓宽|深化|建立|开展|组织|落实|严格|丰富|增强|创新|"
    r"细化|加快|做好|抓好|压实|督促|推动|规范|改进|整改|举办|制定|印发|修订|配备|明确|聚焦|紧扣|坚持|增加|增设|充实|整合|"
    r"改为|改用|更新|编制|清理|补齐|抓"
)
_AHEAD = (
    r"下一?步|下一?年|今后|明年|来年|接下来|未来|(?<!即)将(?!近)|拟于?|计划|"
    r"改进措施|整改措施"
)
_HEADED = (
    r"\A\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?(?:存在|主要|的|问题|及|和|与|不足|困难|原因|改进|整改|"
    r"措施|情况|下一?步|工作|打算|计划|安排|思路|方向|方面|政务公开|政府信息公开|信息公开|20\d\d年|今后|年度?)+"
    r"[。：:；;]?\s*\Z"
)
"""A heading within the section: it announces problems or measures and is neither."""


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    texts = [passage.text for passage in paragraphs(subject, "problems")]
    body = [s for text in texts for s in sentences(text) if not re.match(_HEADED, s)]
    whole = "".join(texts).strip()
    if says_nothing(subject.report.problems):
        why = _EMPTY if not whole else _NONE.fill(text=quoted(whole))
    elif not any(re.search(_LACKING, text) for text in body):
        why = _NO_PROBLEM
    elif not any(map(_mends, body)):
        why = _NO_MEASURE
    else:
        return
    places = [place for p in paragraphs(subject, "problems") for place in p.places(p.text)][:1]
    yield rule.finding(at="problems", places=places, why=why)


def says_nothing(section: Prose | None) -> bool:
    """Tell whether a section says nothing, or only that there is nothing."""
    whole = "".join(section.paragraphs).strip() if section is not None else ""
    plain = re.sub(r"\s|[。.]\Z", "", whole)
    if not plain or re.fullmatch(_NOTHING_AT_ALL, plain):
        return True
    return len(plain) <= _LONGEST_NOTHING and re.fullmatch(_NOTHING, plain) is not None


def _mends(text: str) -> bool:
    """Tell whether a text says what is done, in a clause that does not say what is lacking."""
    clauses = re.split(r"[，。；：,;:]", text)
    if any(re.search(_MENDING, c) and not re.search(_LACKING, c) for c in clauses):
        return True
    return re.search(_AHEAD, text) is not None


_EMPTY = Wording("没有内容", "it is empty")
_NONE = Wording("只写了“{text}”", "it only says “{text}”")
_NO_PROBLEM = Wording("没有写存在什么问题", "it names no problem")
_NO_MEASURE = Wording("没有写如何改进", "it does not say what is done about the problems")


def _why_not(subject: Subject) -> Wording | None:
    return no_section(subject, "problems")


RULE = RecordRule(
    id="text.problems",
    severity=Severity.WARNING,
    basis=ogi("50(4)"),
    confidence=Practice.SURELY,
    sentences=Wording(
        "第五部分写明存在的主要问题和改进情况，不空白，不写“无”。",
        "Section 5 names the main problems and what is done about them; it is neither empty nor "
        "无.",
    ),
    why=Wording(
        "条例要求报告写明存在的主要问题和改进情况；空白或只写“无”，等于没有报告这一项。",
        "The Regulations ask for the main problems and for improvements; a blank, or 无, reports "
        "neither.",
    ),
    mend=Wording(
        "写出本年实际存在的问题，以及已经做了和准备做的改进。",
        "Write down the problems of the year and what was done, or will be, about them.",
    ),
    message=Wording(
        "五、存在的主要问题及改进情况：{why}；问题和改进措施都要写",
        "Section 5, problems and improvements: {why}; both are wanted",
    ),
    find=_find,
    of_words=True,
    why_not=_why_not,
)
