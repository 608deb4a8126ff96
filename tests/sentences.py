"""Sentences as annual reports write them, drawn by hypothesis from the cells of a report.

A *fact* is a number of the report with the ways to say it. Facts are said one a sentence or
several in one, in digits or in numerals, with clauses between them that are about something else.
"""

from collections.abc import Callable

import attrs
from hypothesis import strategies as st

import govdisclosure as gd

YEAR, NAME = 2024, "临河市水务局"
REQUESTS, OUTCOMES = "requests", "requests.outcomes"


def total(report, address):
    """The total of a row, or the sum of the totals of a group's rows or blocks."""
    found = report.get(address)
    if hasattr(found, "total") and not hasattr(found, "granted"):
        return found.total
    below = [name for name in attrs.fields_dict(type(found)) if name != "total"]
    return sum(total(report, f"{address}.{name}") for name in below)


def _received(report):
    received, carried_in = (total(report, f"{REQUESTS}.{r}") for r in ("received", "carried_in"))
    return received, received + carried_in


def _answered(report):
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


def _granted(report):
    granted = total(report, f"{OUTCOMES}.granted")
    return granted, granted + total(report, f"{OUTCOMES}.partially_granted")


def _row(address):
    return lambda report: (total(report, address),)


def _cell(address):
    return lambda report: (report.get(address),)


def _natural_persons(report):
    rows = ("requests.received", "requests.carried_in", "requests.outcomes.total")
    received, carried_in, whole = (report.get(f"{row}.natural_person") for row in rows)
    return received, received + carried_in, whole


@attrs.frozen
class Fact:
    """A number that reports state: what it may be, the first being it, and how it is said."""

    role: str
    numbers: Callable[[gd.AnnualReport], tuple[int, ...]]
    phrases: tuple[str, ...]


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
        ("上年结转申请{n}件", "上年度结转{n}件", "2023年结转{n}件"),
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
        ("结转下年度继续办理{n}件", "结转至2025年{n}件", "{n}件结转下年度办理"),
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

OPENINGS = ("", "2024年，", "全年", "我局", "2024年，我局", "本年度", NAME, "2024年度，本机关")
BESIDE = (
    "比上年增加{n}件",
    "同比增长{n}%",
    "与2023年相比减少{n}件",
    "较去年多{n}件",
)
"""Clauses about something else, which may stand between facts."""
CHANNELS = ("其中网络申请{n}件", "其中当面申请{n}件、信函申请{n}件")
"""Parts of what was received, which stand behind it."""
APART = (
    "2022年收到政府信息公开申请{n}件。",
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
OTHERS = ("市教育局受理政府信息公开申请{n}件，予以公开{n}件。", "各区共收到申请{n}件。")
"""Sentences about other bodies: what follows may be about them as well, so they stand last."""

_DIGITS = "零一二三四五六七八九"


def chinese(number):
    """Chinese numerals for a number below 10**8, with their places."""
    if number >= 10**4:
        head, rest = divmod(number, 10**4)
        gap = "零" if 0 < rest < 1000 else ""
        return f"{chinese(head)}万{gap}{chinese(rest) if rest else ''}"
    said, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            ten = place == 10 and digit == 1 and not said
            said += ("零" if gap and said else "") + ("" if ten else _DIGITS[digit]) + name
        gap = bool(said) and not digit
    return said or "零"


def full_width(number):
    """The number in full-width digits."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


NUMBERS = (str, "{:,}".format, full_width, chinese)


@attrs.frozen
class Told:
    """Prose that was written from a report, and the fact whose number was changed, if any."""

    paragraph: str
    role: str | None = None
    stated: int | None = None


@st.composite
def told(draw, report, *, wrong=False):
    """A paragraph that states facts of *report*; with one number changed if *wrong*."""
    facts = draw(st.lists(st.sampled_from(FACTS), min_size=1, max_size=6, unique=True))
    changed = draw(st.sampled_from(facts)) if wrong else None
    stated = None
    sentences, clauses = [], []
    for fact in facts:
        number = fact.numbers(report)[0]
        if fact is changed:
            possible = fact.numbers(report)
            number = stated = draw(_numbers().filter(lambda n, p=possible: n not in p))
        phrase = draw(st.sampled_from(fact.phrases))
        clauses.append(phrase.format(n=draw(st.sampled_from(NUMBERS))(number)))
        received = fact.role == FACTS[0].role
        clauses += draw(st.lists(_of((*BESIDE, *CHANNELS) if received else BESIDE), max_size=1))
        if draw(st.booleans()):
            sentences.append(_sentence(draw, clauses))
            sentences += draw(st.lists(_of(APART), max_size=1))
            clauses = []
    if clauses:
        sentences.append(_sentence(draw, clauses))
    sentences += draw(st.lists(_of(OTHERS), max_size=1))
    return Told("".join(sentences), changed.role if changed else None, stated)


def _numbers():
    return st.integers(0, 30) | st.integers(0, 10**6)


def _of(phrases):
    written = st.builds(lambda number, write: write(number), _numbers(), st.sampled_from(NUMBERS))
    return st.builds(lambda phrase, n: phrase.replace("{n}", n), st.sampled_from(phrases), written)


def _sentence(draw, clauses):
    opening = draw(st.sampled_from(OPENINGS))
    return opening + draw(st.sampled_from(("，", "；", "，"))).join(clauses) + "。"
