"""The index of a page with several reports: what was found in each, with a link to it."""

from collections import Counter
from collections.abc import Sequence

from ...findings import Severity
from ...wording import Speech, Wording
from ...writers.html.elements import ASIDE, element, shown
from ..reviewed import Reviewed
from .names import report_id

_INDEX = Wording("报告目录", "The reports")
_HEAD = (
    Wording("报告", "report"),
    Wording("错误", "errors"),
    Wording("警告", "warnings"),
    Wording("提示", "notes"),
    Wording("已豁免", "waived"),
)
_UNREAD = Wording("无法读取", "not readable")


def index(reviewed: Sequence[Reviewed], speech: Speech) -> str:
    """Return the index."""
    heads = [element("th", shown(speech.say(head)), scope="col") for head in _HEAD]
    rows = [_row(entry, number, speech) for number, entry in enumerate(reviewed, 1)]
    table = element(
        "table",
        element("caption", shown(speech.say(_INDEX))),
        element("thead", element("tr", *heads)),
        element("tbody", "\n", "\n".join(rows)),
    )
    region = {"role": "region", "aria-label": speech.say(_INDEX), "tabindex": "0"}
    return element("nav", element("div", table, class_="scroll", **region), class_="index", **ASIDE)


def _row(entry: Reviewed, number: int, speech: Speech) -> str:
    title = entry.report.title if entry.report is not None else None
    link = element("a", shown(title or entry.source), href=f"#{report_id(number)}")
    head = element("th", link, scope="row")
    if entry.review is None:
        return element("tr", head, element("td", shown(speech.say(_UNREAD)), colspan="4"))
    counts = Counter(f.severity for f in entry.review.findings if f.waived is None)
    waived = sum(finding.waived is not None for finding in entry.review.findings)
    cells = [
        element(
            "td", str(counts[severity]), **({"class": severity.value} if counts[severity] else {})
        )
        for severity in Severity
    ]
    return element("tr", head, *cells, element("td", str(waived)))
