"""text.basis: the report cites the notice of its own edition, and the Regulations in force."""

import re
import unicodedata
from collections.abc import Iterator

from ...editions import EDITIONS, Edition, edition_due
from ...findings import Finding, Severity
from ...law import FORM, OGI_REGULATIONS, OGI_REGULATIONS_2007, Confidence, instruments, together
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import NO_YEAR, no_words, passages, quoted, sentences

_NUMBER = (
    r"国办公开办函\s*[\[(【〔<《]?\s*(?P<year>20\d\d)\s*[\])】〕>》]?\s*第?\s*(?P<number>\d+)\s*号"
)
_ORDER = r"国务院(?:令)?\s*\(?\s*第?\s*492\s*号"
_FORMER = r"修订前|原《|原条例|旧|废止|失效|不再|修订后|新修订|711"
"""A sentence that speaks of what was, or of what takes its place, too."""


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    due = edition_due(subject.report.year)
    if due is None:
        return
    texts = [
        (passage, unicodedata.normalize("NFKC", passage.text)) for passage in passages(subject)
    ]
    cites_own = any(_cited(due, text) for _, text in texts)
    for passage, text in texts:
        wrong = (_wrong(sentence, due, cites_own=cites_own) for sentence in sentences(text))
        found, why = next((one for one in wrong if one is not None), (None, None))
        if found is not None:
            places = passage.places(found)
            yield rule.finding(at=passage.at, places=places, text=quoted(found), why=why)


def _wrong(sentence: str, due: Edition, *, cites_own: bool) -> tuple[str, Wording] | None:
    """Return what a sentence cites that is not, or no longer, the basis, and what is."""
    if "国" not in sentence or re.search(_FORMER, sentence):
        return None
    notice = None if cites_own else _other_notice(sentence, due)
    if notice is not None:
        return notice, _NOTICE.fill(edition=due.name, number=due.notice.number)
    order = re.search(_ORDER, sentence)
    return None if order is None else (order[0], _REGULATIONS)


def _cited(edition: Edition, text: str) -> bool:
    return any(_is(edition, match) for match in re.finditer(_NUMBER, text))


def _other_notice(sentence: str, due: Edition) -> str | None:
    others = [edition for edition in EDITIONS if edition is not due]
    for match in re.finditer(_NUMBER, sentence):
        if any(_is(edition, match) for edition in others):
            return match[0]
    return None


def _is(edition: Edition, match: "re.Match[str]") -> bool:
    return re.findall(r"\d+", edition.notice.number) == [match["year"], match["number"]]


_NOTICE = Wording(
    "本年度应用{edition}年版格式（{number}）",
    "the {edition} edition of the form is due for this year ({number})",
)
_REGULATIONS = Wording(
    f"这是2007年的条例；现行的是{OGI_REGULATIONS.number}",
    f"that is {OGI_REGULATIONS_2007.title.en}; those in force are {OGI_REGULATIONS.number}",
)


def _why_not(subject: Subject) -> Wording | None:
    year = subject.report.year
    if year is None:
        return NO_YEAR
    if edition_due(year) is None:
        return _NO_EDITION.fill(year=year)
    return no_words(subject)


_NO_EDITION = Wording(
    "没有适用于{year}年度的格式版本", "no edition of the form is known for {year}"
)


RULE = RecordRule(
    id="text.basis",
    severity=Severity.WARNING,
    basis=together(FORM, instruments(OGI_REGULATIONS, confidence=Confidence.VERIFIED)),
    confidence=Practice.PROBABLY,
    sentences=Wording(
        "编制依据是本年度所用格式的通知和现行条例（国务院令第711号），不是另一版格式的通知，"
        "也不是2007年的条例（国务院令第492号）；说到修订前后的不算。",
        "The report rests on the notice of the form due for its year and on the Regulations in "
        "force (Order 711), not on the other edition's notice, nor on the Regulations of 2007 "
        "(Order 492). Speaking of the revision itself is fine.",
    ),
    why=Wording(
        "依据写成旧的通知或旧条例，说明文字是沿用的，表格也可能是旧版。",
        "A notice or regulations no longer in force show that the text was carried over; the "
        "tables may be of the old form too.",
    ),
    mend=Wording(
        "改写为报告年度适用的格式通知和现行条例，并核对表格是不是同一版。",
        "Name the notice of the form due for the year and the Regulations in force, and see "
        "whether the tables are of that form.",
    ),
    message=Wording("编制依据写的是“{text}”：{why}", "the basis given is “{text}”: {why}"),
    find=_find,
    of_words=True,
    why_not=_why_not,
)
