"""text.agency: the body that the title and the text name as the author is the report's body."""

import re
from collections.abc import Iterator

from ...findings import Finding, Severity
from ...law import ogi
from ...records import Agency
from ...records.bridging import may_be_same_body
from ...records.titles import body_in
from ...wording import Wording
from ..vocabulary import Practice, RecordRule, Subject
from .passages import Passage, passages, quoted

_BODY = (
    r"[\u4e00-\u9fff]{2,25}?"
    r"(?:人民政府|政府|办事处|委员会|管委会|办公室|办公厅|局|厅|委|镇|乡|街道)"
)
_AUTHOR = (
    rf"(?:本年度报告|本年报|本报告|年度报告|报告)由(?P<by>{_BODY})(?:负责)?(?:编制|编写|制作|发布)",
    rf"(?:现|特)?(?:将|公布|向社会公布)(?P<of>{_BODY})20\d\d年(?:度)?政府信息公开",
)
"""Where a text says whose report it is."""
_SIGNED = rf"\A\s*(?P<signed>{_BODY})\s*\Z"
_DAY = r"\A\s*(?:20\d\d|二[〇○零].{2})\s*年\s*\S{1,3}\s*月\s*\S{1,3}\s*日\s*\Z"
_OURSELVES = r"\A(?:本|我|该|全|各|上级|市|县|区|省)"
"""The body without its own name (本机关, 我局), and offices of some place that is not named."""


def _find(rule: RecordRule, subject: Subject) -> Iterator[Finding]:
    agency = subject.report.agency
    said: set[str] = set()
    for passage, body in _named(subject):
        if passage.at not in said and not _may_be_same(agency.name or "", body):
            said.add(passage.at)
            yield rule.finding(
                at=passage.at,
                places=passage.places(body),
                body=quoted(body),
                agency=agency.name,
            )


def _may_be_same(one: str, other: str) -> bool:
    """Tell whether two names may be one body's, a 局 that was a 委 before among them."""
    plain = (Agency(name=re.sub(_RANK, "", name) or name) for name in (one, other))
    return may_be_same_body(next(plain), next(plain))


_RANK = r"(?:委员会|委|局|厅)\Z"


def _named(subject: Subject) -> Iterator[tuple[Passage, str]]:
    """Iterate over the bodies that are named as the report's, and where."""
    before: Passage | None = None
    for passage in passages(subject):
        if passage.at == "title":
            body = body_in(passage.text)
            if body:
                yield passage, body
        for pattern in _AUTHOR:
            for match in re.finditer(pattern, passage.text):
                if not re.match(_OURSELVES, match[1]):
                    yield passage, match[1]
        signed = re.match(_SIGNED, before.text) if before is not None else None
        if before is not None and signed and re.match(_DAY, passage.text):
            yield before, signed["signed"]
        before = passage


def _why_not(subject: Subject) -> Wording | None:
    if subject.report.agency.name is None:
        return _NO_NAME
    return None if subject.report.title else _NO_TITLE


_NO_NAME = Wording("机关名称不明", "the name of the body is not known")
_NO_TITLE = Wording("没有标题", "there is no title")


RULE = RecordRule(
    id="text.agency",
    severity=Severity.WARNING,
    basis=ogi("49"),
    confidence=Practice.PROBABLY,
    sentences=Wording(
        "标题、“本报告由……编制”和落款写的机关就是编制报告的机关（简称、上级政府的办公室均可）。",
        "The body in the title, in “this report is by …” and in the signature is the body that "
        "reports; a short name or the government's own office will do.",
    ),
    why=Wording(
        "写着别的机关，多半是套用了别人的报告；公布以后，读者会以为是那个机关的数字。",
        "Another body's name is mostly left from a report that served as a template; once "
        "published, the figures pass for that body's.",
    ),
    mend=Wording(
        "改为本机关的规范名称或简称；确实是别的机关的报告，换成本机关的文件。",
        "Put in this body's name or its usual short form; if it is the other body's report, "
        "replace the file.",
    ),
    message=Wording(
        "此处写的机关是“{body}”，而报告属于“{agency}”",
        "this names “{body}”, but the report is that of “{agency}”",
    ),
    find=_find,
    of_words=True,
    why_not=_why_not,
)
