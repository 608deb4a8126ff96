"""The law as values: instruments, citations, and how sure we are of each.

A *basis* is what a cell, a category or a rule rests on. It holds citations, or says plainly
that there is none; it is never silently empty.
"""

import re
from datetime import date
from enum import StrEnum
from itertools import groupby

import attrs

from .wording import Wording


class Confidence(StrEnum):
    """How we know what a citation says."""

    VERIFIED = "verified"
    """Read in the law, or in an official notice or report."""
    EXCERPT = "excerpt"
    """Read in an excerpt only."""
    OBSERVED = "observed"
    """Seen in published reports."""
    INFERRED = "inferred"
    """Our own reading or conclusion."""
    LOCAL = "local"
    """Cited by a local profile; we have not seen it."""
    MEMORY = "memory"
    """Not verified; never shipped as a quotation."""


CONFIDENCE_WORDING = {
    Confidence.VERIFIED: Wording("已核对原文", "verified"),
    Confidence.EXCERPT: Wording("见于摘录", "excerpt"),
    Confidence.OBSERVED: Wording("见于已公布的报告", "observed"),
    Confidence.INFERRED: Wording("本项目的理解", "our reading"),
    Confidence.LOCAL: Wording("按本地配置", "as the local profile cites it"),
    Confidence.MEMORY: Wording("未核实", "not verified"),
}


@attrs.frozen(kw_only=True)
class Instrument:
    """A law, regulation or official notice.

    ``number`` is the official document number, ``in_force`` the day it took effect where known.
    """

    title: Wording
    number: str
    in_force: date | None = None


OGI_REGULATIONS = Instrument(
    title=Wording("《中华人民共和国政府信息公开条例》", "OGI Regulations"),
    number="国务院令第711号",
    in_force=date(2019, 5, 15),
)
OGI_REGULATIONS_2007 = Instrument(
    title=Wording("2007年《中华人民共和国政府信息公开条例》", "the OGI Regulations of 2007"),
    number="国务院令第492号",
)
"""What the Regulations in force have replaced."""
FORM_NOTICE_2019 = Instrument(
    title=Wording("政府信息公开工作年度报告格式（2019年版）", "Annual report form, 2019 edition"),
    number="国办公开办函〔2019〕60号",
)
FORM_NOTICE_2021 = Instrument(
    title=Wording("政府信息公开工作年度报告格式（2021年版）", "Annual report form, 2021 edition"),
    number="国办公开办函〔2021〕30号",
)
PROCESSING_FEE_MEASURES = Instrument(
    title=Wording("《政府信息公开信息处理费管理办法》", "Information Processing Fee Measures"),
    number="国办函〔2020〕109号",
)

_DIGITS = "零一二三四五六七八九"


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")


@attrs.frozen(kw_only=True)
class Citation:
    """A place in an instrument: article, paragraph (款) and item (项), with our confidence."""

    instrument: Instrument
    article: int | None = None
    paragraph: int | None = None
    item: int | None = None
    confidence: Confidence

    @property
    def place(self) -> Wording:
        """The place within the instrument: 第三十六条第（一）项, art. 36(1)."""
        if self.article is None:
            return Wording("", "")
        zh, en = f"第{_chinese(self.article)}条", f"art. {self.article}"
        if self.paragraph is not None:
            zh, en = zh + f"第{_chinese(self.paragraph)}款", en + f".{self.paragraph}"
        if self.item is not None:
            zh, en = zh + f"第（{_chinese(self.item)}）项", en + f"({self.item})"
        return Wording(zh, en)


def _one_or_the_other(basis: "Basis", _attribute: object, absence: Wording | None) -> None:
    if bool(basis.citations) == (absence is not None):
        message = "a basis has citations, or says that there is none: exactly one of the two"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class Basis:
    """What a cell, category or rule rests on: citations, or a plain word that there is none."""

    citations: tuple[Citation, ...] = ()
    absence: Wording | None = attrs.field(default=None, validator=_one_or_the_other)

    @property
    def wording(self) -> Wording:
        """The basis as one line."""
        if self.absence is not None:
            return self.absence
        groups = [
            _group(*source, list(citations))
            for source, citations in groupby(
                self.citations, key=lambda c: (c.instrument, c.confidence)
            )
        ]
        return Wording("；".join(g.zh for g in groups), "; ".join(g.en for g in groups))

    def __str__(self) -> str:
        return f"{self.wording.zh} | {self.wording.en}"


def _group(instrument: Instrument, sure: Confidence, citations: list[Citation]) -> Wording:
    places = [citation.place for citation in citations if citation.article is not None]
    zh = "、".join(place.zh for place in places) or f"（{instrument.number}）"
    en = ", ".join(place.en for place in places) or f"({instrument.number})"
    known = CONFIDENCE_WORDING[sure]
    return Wording(
        f"{instrument.title.zh}{zh}（{known.zh}）", f"{instrument.title.en} {en} ({known.en})"
    )


def none(zh: str, en: str) -> Basis:
    """Return a basis that says plainly that there is no citation, and why."""
    return Basis(absence=Wording(zh, en))


_VERIFIED_ARTICLES = frozenset({14, 15, 16, 20, 24, 30, 32, 33, 35, 36, 37, 38, 39, 42, 49, 50})
_PLACE = re.compile(r"(?P<article>\d+)(?:\.(?P<paragraph>\d+))?(?:\((?P<item>\d+)\))?\Z")


def ogi(places: str) -> Basis:
    """Return the basis for places in the OGI Regulations, such as ``"36(1), 16.2, 37"``.

    ``36(1)`` is article 36, item 1; ``16.2`` is article 16, paragraph 2. The confidence is
    *verified* for the articles whose text was read, *inferred* for the others.

    Raises:
        ValueError: a place is not written like that.
    """
    return Basis(citations=tuple(_ogi_place(place.strip()) for place in places.split(",")))


def _ogi_place(text: str) -> Citation:
    match = _PLACE.match(text)
    if match is None:
        message = f"not a place in the Regulations: {text!r} (36(1), 16.2 or 37)"
        raise ValueError(message)
    article, paragraph, item = (
        int(group) if group else None for group in match.group("article", "paragraph", "item")
    )
    sure = article in _VERIFIED_ARTICLES
    return Citation(
        instrument=OGI_REGULATIONS,
        article=article,
        paragraph=paragraph,
        item=item,
        confidence=Confidence.VERIFIED if sure else Confidence.INFERRED,
    )


def instruments(*cited: Instrument, confidence: Confidence) -> Basis:
    """Return a basis that cites whole instruments."""
    return Basis(citations=tuple(Citation(instrument=i, confidence=confidence) for i in cited))


def together(*bases: Basis) -> Basis:
    """Return one basis with the citations of all *bases*, in order."""
    return Basis(citations=tuple(citation for basis in bases for citation in basis.citations))


FORM = instruments(FORM_NOTICE_2019, FORM_NOTICE_2021, confidence=Confidence.EXCERPT)
"""The printed form itself, in both editions."""
