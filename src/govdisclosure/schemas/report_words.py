"""What the schema of a report says of its classes and keys, beside the labels of the form."""

from collections.abc import Mapping
from typing import Any

from ..contract import Words, words
from ..law import Basis
from ..records import (
    Agency,
    AnnualReport,
    ByApplicant,
    ByResult,
    ClosedOtherwise,
    Decisions,
    Denied,
    DocumentsInForce,
    DocumentsPublished,
    FeeItems,
    FeesCollected,
    ItemsAndDecisions,
    Kind,
    Litigation,
    NotProcessed,
    Outcomes,
    ProactiveDisclosure,
    Procurement,
    Prose,
    Remedies,
    Requests,
    Unavailable,
)
from ..records.form import AMOUNT_DECIMALS, AMOUNT_DIGITS, columns
from ..wording import Wording

REPORT = words(
    "政府信息公开工作年度报告",
    "Annual report on open government information",
    "一份报告，照录其内容，填错的也照录。空白单元格为 null；报告没有的表、行，省去其键；"
    "两者都不是 0。",
    "A report as it says, even where it is wrong. A blank cell is null, a table or row that the "
    "report lacks is an absent key; neither is ever 0.",
)
STRICT = Wording(
    "一份报告，{edition}年版格式的每张表、每一行都在。空白单元格为 null，不是 0。",
    "A report with every table and row of the {edition} edition of the form. A blank cell is null, "
    "never 0.",
)

KEYS: Mapping[str, Words] = {
    "year": words(
        "报告年度",
        "Year reported on",
        "四位数的年份；未写明的为 null。",
        "A year of four digits; null where the document does not say.",
    ),
    "title": words("标题", "Title", "照录，去掉字间空格。", "As printed, without stray spaces."),
    "agency": words(
        "编制机关", "The body that reports", "不知道的各项为 null。", "What is not known is null."
    ),
    "scope": words(
        "口径（own 本级，consolidated 汇总）",
        "Scope: the body's own or consolidated",
        "同一机关的本级报告与汇总报告是两份报告；未写明的为 null。",
        "A body's own report and its consolidated one are two reports; null where it is not said.",
    ),
    "published": words(
        "公布日期",
        "Date of publication",
        "存在的日期，YYYY-MM-DD；不知道的为 null。",
        "A day that exists, YYYY-MM-DD; null where unknown.",
    ),
    "name": words("名称", "Name", "报告所写的机关名称。", "The body's name as the report has it."),
    "kind": words(
        "机关类型",
        "Kind of body",
        "department 部门，government 政府，office 办公室，organization 法律法规授权的组织。",
        "A department, a government, a government's office, or an authorized organization.",
    ),
    "level": words(
        "层级",
        "Level of government",
        "national 国家，province 省，city 设区的市，county 县，township 乡镇街道。",
        "The level of government that the body belongs to.",
    ),
    "code": words(
        "机关代码",
        "Official code",
        "例如统一社会信用代码。",
        "The unified social credit code, for example.",
    ),
    "heading": words(
        "标题（照录）",
        "Heading as printed",
        "没有标题的为 null。",
        "Null where none is printed.",
    ),
    "paragraphs": words(
        "各段文字",
        "Paragraphs",
        "每段一项，段内换行已接起。",
        "One entry a paragraph, line breaks inside it joined.",
    ),
    "unit": words(
        "金额单位",
        "Unit of the amount",
        "报告所印的单位，元或万元。",
        "What the report prints: yuan, or 10,000 yuan.",
    ),
}
"""By key; a section in words has the heading of the form for a title."""

SECTION = Wording(
    "报告的一个文字部分；报告没有的为 null。",
    "A section in words; null where the report has none.",
)

KINDS: Mapping[Kind, Wording] = {
    Kind.COUNT: Wording(
        "0 至 10**12 的整数；空白为 null，空白不是 0。",
        "A whole number from 0 to 10**12; null where blank, which is not zero.",
    ),
    Kind.CHANGE: Wording(
        "-10**12 至 10**12 的整数，减少为负；空白为 null，空白不是 0。",
        "A whole number from -10**12 to 10**12, negative for a decrease; null where blank, which "
        "is not zero.",
    ),
    Kind.AMOUNT: Wording(
        f"精确的十进制数，不为负，有效数字不超过 {AMOUNT_DIGITS} 位，小数不超过 {AMOUNT_DECIMALS} "
        "位；空白为 null，空白不是 0。",
        f"An exact decimal, not negative, of at most {AMOUNT_DIGITS} significant digits, at most "
        f"{AMOUNT_DECIMALS} of them after the point; null where blank, which is not zero.",
    ),
}

_ROWS = Wording(
    "其中的行；报告没有的行，省去其键。",
    "Rows; the key of a row that is not there is absent.",
)
_A_PART = Wording("表的一部分", "Part of a table")
_A_ROW = Wording("表的一行", "Row of a table")
"""For classes that are not named here."""
_CLASSES: Mapping[type[Any], Wording] = {
    AnnualReport: REPORT.title,
    Agency: Wording("编制机关", "Agency"),
    Prose: Wording("文字部分", "Section in words"),
    ProactiveDisclosure: Wording("表二", "Table 2, proactive disclosure"),
    DocumentsInForce: Wording("规章、规范性文件（2021年版布局）", "Documents, 2021 layout"),
    DocumentsPublished: Wording("规章、规范性文件（2019年版布局）", "Documents, 2019 layout"),
    Decisions: Wording("行政许可等（2021年版布局）", "Powers, 2021 layout"),
    ItemsAndDecisions: Wording("行政许可等（2019年版布局）", "Powers, 2019 layout"),
    FeesCollected: Wording("行政事业性收费（2021年版布局）", "Fees, 2021 layout"),
    FeeItems: Wording("行政事业性收费（2019年版布局）", "Fees, 2019 layout"),
    Procurement: Wording("政府集中采购", "Centralised procurement"),
    Requests: Wording("表三", "Table 3, requests"),
    Outcomes: Wording("办理结果", "Outcomes of requests"),
    Denied: Wording("不予公开，按理由", "Denials, by ground"),
    Unavailable: Wording("无法提供，按原因", "What could not be provided, by reason"),
    NotProcessed: Wording("不予处理，按原因", "What was not processed, by reason"),
    ClosedOtherwise: Wording("其他处理（三行的布局）", "Closed otherwise, in three rows"),
    ByApplicant: Wording("表三的一行，按申请人", "A row of table 3, by applicant"),
    Remedies: Wording("表四", "Table 4, remedies"),
    Litigation: Wording("行政诉讼", "Litigation"),
    ByResult: Wording("表四的一组，按结果", "A block of table 4, by result"),
}
_DESCRIPTIONS: Mapping[type[Any], Wording] = {
    Agency: Wording("编制报告的机关。", "The body that reports."),
    Prose: Wording("标题和各段文字。", "A heading and paragraphs."),
}


def words_of(cls: type[Any]) -> Words:
    """Return what the definition of a record class says: of a row, it names the columns."""
    found = columns(cls)
    if not found:
        return Words(_CLASSES.get(cls, _A_PART), _DESCRIPTIONS.get(cls, _ROWS))
    labels = [column.label for column in found.values()]
    named = Wording("、".join(one.zh for one in labels), ", ".join(one.en for one in labels))
    return Words(_CLASSES.get(cls, _A_ROW), named)


def based_on(basis: Basis) -> Wording:
    """Return the description of a part of the form: what it rests on."""
    said = basis.wording
    return Wording(f"依据：{said.zh}", f"Basis: {said.en}")
