"""text.residue: what a template leaves to be filled in or taken out is not left in the report."""

import re
from collections.abc import Iterator

from ...findings import Finding, Severity
from ...law import none
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import no_words, passages, quoted

_SURNAMES = (
    "张王李刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁"
    "沈姚卢姜崔谭陆汪范石廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵"
)
_X = "Xx×ＸｘΧХ╳✕"
"""Letters and signs that are written for what is to be filled in."""
_PATTERNS = (
    r"(?:该|此|本)部分(?:内容)?以表格(?:的)?形式(?:报告|体现|呈现|公布)",
    rf"20\d?[{_X}*]{{1,2}}年",
    rf"(?<![A-Za-z\d{_X}*{_SURNAMES}])[{_X}]{{2,}}(?![A-Za-z\d])",
    r"〔\s*〕|【\s*】|［\s*］|《\s*》|（\s*）|\(\s+\)",
    r"[〔\[［(（]20\d\d[〕\]］)）]\s*号",
    (
        r"[（(【〔\[]\s*(?:此处|这里|请(?:填|在|根据|按|注明|结合|删)|填写|待[填补定核]|单位名称|机关名称)"
        r"[^（）()【】〔〕\[\]]*[）)】〕\]]"
    ),
    r"(?:\A|(?<=[：:，。；]))\s*(?:数据|内容|数字)?待(?:补充|补|填写|填报|填|完善|定)\s*(?=\Z|[。；，])",
    r"[_＿]{3,}|[_＿]{2,}(?=\s*[年月日件条个项次份])",
    r"\A\s*年\s+月\s+日\s*\Z|\A\s*年\s*月\s*日\s*\Z",
    r"#(?:REF!|DIV/0!|N/A|VALUE!|NAME\?)|\$\{[^}]*\}|\{\{[^}]*\}\}",
    r"错误！(?:未找到|未定义|书签)[^。]{0,12}|(?:单击|点击)(?:或点击)?此处输入[^。]{0,6}",
)
_WHOLE = "|".join(f"(?:{pattern})" for pattern in _PATTERNS)
_HINT = f"[{_X}〔【［《（(\\[_＿#${{待错击]|以表格|年[ 　]*月|20\\d?\\*"
"""One of these stands in every residue."""


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    for passage in passages(subject):
        if not re.search(_HINT, passage.text):
            continue
        found = [match[0].strip() for match in re.finditer(_WHOLE, passage.text)]
        if found:
            shown = [quoted(text) for text in dict.fromkeys(found)]
            yield rule.finding(
                at=passage.at,
                places=passage.places(found[0]),
                found=Wording(
                    "、".join(f"“{text}”" for text in shown),
                    ", ".join(f"“{text}”" for text in shown),
                ),
            )


RULE = RecordRule(
    id="text.residue",
    severity=Severity.WARNING,
    basis=none(
        "没有专门条文；这是模板里待填或待删的文字，不是报告内容",
        "no article says so; it is what a template leaves to be filled in, no part of a report",
    ),
    confidence=Practice.SURELY,
    sentences=Wording(
        "报告中没有模板残留：“该部分以表格形式报告”、XX、××、空的〔〕、（此处填写……）、待补充、____。"
        "依法隐去的姓名（张××）和号码不算。",
        "Nothing of a template is left: 该部分以表格形式报告, XX, ××, an empty 〔〕, "
        "（此处填写…）, 待补充, ____. Names (张××) and numbers that are lawfully hidden are fine.",
    ),
    why=Wording(
        "模板里待填的文字留在公布的报告里，说明这一处没有写完，或者没有人看过。",
        "Words of the template in a published report show that something was left unfinished, or "
        "that nobody read it.",
    ),
    mend=Wording(
        "填上实际内容，或者删去这段文字。",
        "Fill in what belongs there, or delete the words.",
    ),
    message=Wording(
        "模板残留：{found}，请填写或删去",
        "left over from a template: {found}; fill it in or take it out",
    ),
    find=_find,
    of_words=True,
    why_not=no_words,
)
