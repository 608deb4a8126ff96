"""Facts of a report as annual reports put them into words, and what else they say beside."""

from collections.abc import Callable
from typing import Any

import attrs

from ..records import AnnualReport
from ..records.addresses import value_at
from ..records.form import columns, parts

REQUESTS, OUTCOMES = "requests", "requests.outcomes"
Numbers = tuple[int, ...]


class UnknownNumberError(Exception):
    """A cell is blank or not there, so a fact has no number."""


def total(report: AnnualReport, address: str) -> int:
    """Return the total of a row, or the sum of the totals of a group's rows or blocks.

    Raises:
        UnknownNumberError: it is not known.
    """
    return _total(value_at(report, address))


def _total(found: Any) -> int:
    if found is None:
        raise UnknownNumberError
    if columns(type(found)):
        return _known(found.total)
    return sum(_total(getattr(found, name)) for name in parts(type(found)))


def _known(number: int | None) -> int:
    if number is None:
        raise UnknownNumberError
    return number


def _received(report: AnnualReport) -> Numbers:
    received, carried_in = (total(report, f"{REQUESTS}.{r}") for r in ("received", "carried_in"))
    return received, received + carried_in


def _answered(report: AnnualReport) -> Numbers:
    rows = ("total", "closed_otherwise", "not_processed")
    whole, closed, not_processed = (total(report, f"{OUTCOMES}.{row}") for row in rows)
    carried_in = total(report, f"{REQUESTS}.carried_in")
    return (
        whole,
        whole - closed,
        whole - closed - not_processed,
        whole - not_processed,
        whole - carried_in,
    )


def _granted(report: AnnualReport) -> Numbers:
    granted = total(report, f"{OUTCOMES}.granted")
    return granted, granted + total(report, f"{OUTCOMES}.partially_granted")


def _row(address: str) -> Callable[[AnnualReport], Numbers]:
    return lambda report: (total(report, address),)


def _cell(address: str) -> Callable[[AnnualReport], Numbers]:
    return lambda report: (_known(value_at(report, address)),)


def _natural_persons(report: AnnualReport) -> Numbers:
    rows = ("requests.received", "requests.carried_in", "requests.outcomes.total")
    received, carried_in, whole = (
        _known(value_at(report, f"{row}.natural_person")) for row in rows
    )
    return received, received + carried_in, whole


@attrs.frozen
class Fact:
    """A number that reports state: what it may be, the first being it, and how it is said.

    The phrases have the placeholders ``{n}``, and ``{before}`` or ``{after}`` for years.
    """

    role: str
    numbers: Callable[[AnnualReport], Numbers]
    phrases: tuple[str, ...]

    def known(self, report: AnnualReport) -> Numbers:
        """Return what the number may be in a report, nothing where cells of it are blank."""
        try:
            return self.numbers(report)
        except UnknownNumberError:
            return ()


FACTS = (
    Fact(
        f"{REQUESTS}.received",
        _received,
        (
            "共收到政府信息公开申请{n}件",
            "收到依申请公开{n}件",
            "共受理政府信息公开申请{n}宗",
            "接到公民、法人和其他组织提出的政府信息公开申请{n}份",
            "收到{n}件政府信息公开申请",
        ),
    ),
    Fact(
        f"{REQUESTS}.carried_in",
        _row(f"{REQUESTS}.carried_in"),
        ("上年结转申请{n}件", "上年度结转{n}件", "{before}年结转{n}件"),
    ),
    Fact(
        f"{OUTCOMES}.total",
        _answered,
        ("答复政府信息公开申请{n}件", "办结申请{n}件", "共答复申请{n}件"),
    ),
    Fact(f"{OUTCOMES}.granted", _granted, ("予以公开{n}件", "同意公开{n}件", "{n}件予以公开")),
    Fact(
        f"{OUTCOMES}.partially_granted",
        _row(f"{OUTCOMES}.partially_granted"),
        ("部分公开{n}件", "予以部分公开{n}件"),
    ),
    Fact(f"{OUTCOMES}.denied", _row(f"{OUTCOMES}.denied"), ("不予公开{n}件", "{n}件不予公开")),
    Fact(
        f"{OUTCOMES}.denied.internal_affairs",
        _row(f"{OUTCOMES}.denied.internal_affairs"),
        ("属于三类内部事务信息{n}件",),
    ),
    Fact(
        f"{OUTCOMES}.unavailable",
        _row(f"{OUTCOMES}.unavailable"),
        ("无法提供{n}件", "因本机关不掌握等原因无法提供{n}件"),
    ),
    Fact(f"{OUTCOMES}.not_processed", _row(f"{OUTCOMES}.not_processed"), ("不予处理{n}件",)),
    Fact(
        f"{OUTCOMES}.closed_otherwise",
        _row(f"{OUTCOMES}.closed_otherwise"),
        ("其他处理{n}件", "作其他处理{n}件"),
    ),
    Fact(
        f"{REQUESTS}.carried_out",
        _row(f"{REQUESTS}.carried_out"),
        ("结转下年度继续办理{n}件", "结转至{after}年{n}件", "{n}件结转下年度办理"),
    ),
    Fact(
        "remedies.reconsideration",
        _row("remedies.reconsideration"),
        ("因政府信息公开被申请行政复议{n}件", "发生政府信息公开行政复议案件{n}起"),
    ),
    Fact(
        "remedies.reconsideration.upheld",
        _cell("remedies.reconsideration.upheld"),
        ("政府信息公开行政复议结果维持{n}件", "政府信息公开行政复议维持{n}件"),
    ),
    Fact(
        "remedies.litigation",
        _row("remedies.litigation"),
        ("因政府信息公开被提起行政诉讼{n}件", "政府信息公开行政诉讼案件{n}件"),
    ),
    Fact(
        "remedies.litigation.after_reconsideration",
        _row("remedies.litigation.after_reconsideration"),
        ("复议后起诉{n}件", "复议后提起行政诉讼{n}件"),
    ),
    Fact(
        "requests.received.natural_person",
        _natural_persons,
        ("自然人申请{n}件", "自然人提出的申请{n}件"),
    ),
    Fact(
        "proactive_disclosure.normative_documents.issued",
        _cell("proactive_disclosure.normative_documents.issued"),
        ("制发行政规范性文件{n}件",),
    ),
    Fact(
        "proactive_disclosure.normative_documents.in_force",
        _cell("proactive_disclosure.normative_documents.in_force"),
        ("现行有效行政规范性文件{n}件", "现行有效的规范性文件{n}件"),
    ),
)
WHOLES = (
    "requests.received",
    "remedies.reconsideration",
    "remedies.litigation",
    "remedies.litigation.after_reconsideration",
)
"""Facts that are no part of others: where they are zero and the prose states some, that is told."""

OPENINGS = (
    "",
    "{year}年，",
    "全年",
    "{us}",
    "{year}年，{us}",
    "本年度",
    "{name}",
    "{year}年度，本机关",
)
BESIDE = (
    "比上年增加{n}件",
    "同比增长{n}%",
    "与{before}年相比减少{n}件",
    "较去年多{n}件",
)
"""Clauses about something else, which may stand between facts."""
CHANNELS = ("其中网络申请{n}件", "其中当面申请{n}件、信函申请{n}件")
"""Parts of what was received, which stand behind it."""
APART = (
    "{long_ago}年收到政府信息公开申请{n}件。",
    "去年答复申请{n}件。",
    "上半年受理申请{n}件。",
    "主动公开政府信息{n}条。",
    "下一步，力争答复申请{n}件。",
    "举办培训{n}期，参加{n}人次。",
    "收到公众意见建议{n}条，办理人大代表建议{n}件。",
    "收到政府信息公开申请{n}余件。",
    "受理信访举报{n}件。",
)
"""Sentences about something else."""
OTHERS = ("市体育局受理政府信息公开申请{n}件，予以公开{n}件。", "各区共收到申请{n}件。")
"""Sentences about other bodies: what follows may be about them as well, so they stand last."""
