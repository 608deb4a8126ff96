"""Table 三: requests received, and how they were handled (Regulations, art. 27-45)."""

from typing import Any

import attrs

from ..law import PROCESSING_FEE_MEASURES, Basis, Confidence, instruments, none, ogi, together
from ..wording import Wording
from .applicants import ByApplicant
from .form import part
from .printing import Table

_CREATED_BY_THE_FORM = none(
    "格式所设的合计或归类，条例没有直接对应的条款",
    "a total or category of the form; no express article",
)
_NO_EXPRESS_ARTICLE = none("条例没有直接对应的条款", "no express article")


def _row(zh: str, en: str, basis: Basis) -> Any:
    return part(Wording(zh, en), basis, ByApplicant)


@attrs.frozen(kw_only=True, repr=False)
class Denied(Table):
    """（三）不予公开: denials by ground. A row that the document lacks is None."""

    state_secret: ByApplicant | None = _row(
        "1.属于国家秘密", "Denied: state secret", ogi("14, 36(3)")
    )
    prohibited_by_law: ByApplicant | None = _row(
        "2.其他法律行政法规禁止公开",
        "Denied: disclosure barred by another law or administrative regulation",
        ogi("14, 36(3)"),
    )
    security_and_stability: ByApplicant | None = _row(
        "3.危及“三安全一稳定”",
        "Denied: would endanger national, public or economic security or social stability",
        ogi("14, 36(3)"),
    )
    third_party_rights: ByApplicant | None = _row(
        "4.保护第三方合法权益", "Denied: lawful rights of a third party", ogi("15, 32, 36(3)")
    )
    internal_affairs: ByApplicant | None = _row(
        "5.属于三类内部事务信息",
        "Denied: internal affairs (personnel, logistics, internal workflow)",
        ogi("16.1, 36(3)"),
    )
    deliberative_process: ByApplicant | None = _row(
        "6.属于四类过程性信息",
        "Denied: process information (discussion records, drafts, consultation letters, "
        "requests for instructions)",
        ogi("16.2, 36(3)"),
    )
    enforcement_file: ByApplicant | None = _row(
        "7.属于行政执法案卷", "Denied: administrative enforcement case file", ogi("16.2, 36(3)")
    )
    registry_query: ByApplicant | None = _row(
        "8.属于行政查询事项", "Denied: matter for a statutory registry search", ogi("36(7)")
    )


@attrs.frozen(kw_only=True, repr=False)
class Unavailable(Table):
    """（四）无法提供: requests that could not be met, by reason."""

    not_held: ByApplicant | None = _row(
        "1.本机关不掌握相关政府信息", "Unavailable: not held by this organ", ogi("36(4), 36(5), 10")
    )
    must_be_created: ByApplicant | None = _row(
        "2.没有现成信息需要另行制作", "Unavailable: would have to be created", ogi("38")
    )
    still_unclear: ByApplicant | None = _row(
        "3.补正后申请内容仍不明确",
        "Unavailable: request still unclear after correction",
        ogi("30, 29"),
    )


@attrs.frozen(kw_only=True, repr=False)
class NotProcessed(Table):
    """（五）不予处理: requests not processed, by reason."""

    petition: ByApplicant | None = _row(
        "1.信访举报投诉类申请", "Not processed: petition, report or complaint", ogi("39.1")
    )
    repeated: ByApplicant | None = _row(
        "2.重复申请", "Not processed: repeated request", ogi("36(6)")
    )
    publication: ByApplicant | None = _row(
        "3.要求提供公开出版物", "Not processed: asks for a public publication", ogi("39.2")
    )
    excessive: ByApplicant | None = _row(
        "4.无正当理由大量反复申请",
        "Not processed: excessive requests without good reason",
        ogi("35"),
    )
    certification: ByApplicant | None = _row(
        "5.要求行政机关确认或重新出具已获取信息",
        "Not processed: asks to certify or re-issue information already obtained",
        _NO_EXPRESS_ARTICLE,
    )


@attrs.frozen(kw_only=True, repr=False)
class ClosedOtherwise(Table):
    """（六）其他处理, 2021 layout: three rows. In the 2019 layout it is one ``ByApplicant``."""

    not_corrected: ByApplicant | None = _row(
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "Closed otherwise: not corrected in time",
        ogi("30"),
    )
    fee_unpaid: ByApplicant | None = _row(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "Closed otherwise: fee not paid in time",
        together(ogi("42"), instruments(PROCESSING_FEE_MEASURES, confidence=Confidence.VERIFIED)),
    )
    other: ByApplicant | None = _row(
        "3.其他",
        "Closed otherwise: other",
        _NO_EXPRESS_ARTICLE,
    )


@attrs.frozen(kw_only=True, repr=False)
class Outcomes(Table):
    """三、本年度办理结果: every request decided in the year, by outcome."""

    granted: ByApplicant | None = _row(
        "（一）予以公开",
        "Granted: already public and told where, or provided",
        ogi("36(1), 36(2), 13"),
    )
    partially_granted: ByApplicant | None = _row(
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "Partially granted (severed; counted here only)",
        ogi("37"),
    )
    denied: Denied | None = part(Wording("（三）不予公开", "Denied"), ogi("14, 15, 16, 36"), Denied)
    unavailable: Unavailable | None = part(
        Wording("（四）无法提供", "Unavailable"), ogi("30, 36, 38"), Unavailable
    )
    not_processed: NotProcessed | None = part(
        Wording("（五）不予处理", "Not processed"), ogi("35, 36(6), 39"), NotProcessed
    )
    closed_otherwise: ByApplicant | ClosedOtherwise | None = part(
        Wording("（六）其他处理", "Closed otherwise"),
        ogi("30, 42"),
        {"2019": ByApplicant, "2021": ClosedOtherwise},
    )
    total: ByApplicant | None = _row("（七）总计", "All outcomes", _CREATED_BY_THE_FORM)


@attrs.frozen(kw_only=True, repr=False)
class Requests(Table):
    """Table 三."""

    received: ByApplicant | None = _row(
        "一、本年新收政府信息公开申请数量",
        "Requests newly received this year",
        ogi("27, 29, 31"),
    )
    carried_in: ByApplicant | None = _row(
        "二、上年结转政府信息公开申请数量",
        "Requests carried over from the previous year",
        ogi("33"),
    )
    outcomes: Outcomes | None = part(
        Wording("三、本年度办理结果", "Outcomes this year"), ogi("33, 36"), Outcomes
    )
    carried_out: ByApplicant | None = _row(
        "四、结转下年度继续办理", "Requests carried forward to the next year", ogi("33")
    )


CORNER = Wording(
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    "(In each column: item one plus item two equals item three plus item four)",
)
"""The sentence printed in the corner of table 三."""
APPLICANTS_HEAD = Wording("申请人情况", "Applicants")
"""The head above all columns of table 三."""
