"""Findings as a table for spreadsheets: a row for each, safe to open."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from ..findings import SEVERITY_WORDING, Finding
from ..records import ReportKey
from ..wording import Speech, Wording
from ..writers.characters import writable
from ..writers.words import SCOPES, number
from .order import by_rule
from .reviewed import Reviewed, Settings

_HEAD = (
    Wording("文件", "source"),
    Wording("机关", "agency"),
    Wording("口径", "scope"),
    Wording("年度", "year"),
    Wording("级别", "severity"),
    Wording("规则", "rule"),
    Wording("对象", "at"),
    Wording("问题", "message"),
    Wording("应为", "expected"),
    Wording("实为", "actual"),
    Wording("相差", "difference"),
    Wording("单元格", "cells"),
    Wording("位置", "place"),
    Wording("依据", "basis"),
    Wording("豁免理由", "waived"),
)
_UNREAD = Wording("无法读取", "not readable")
_MARK = "\ufeff"
"""What tells Excel that a file is UTF-8."""
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a text begins with that a spreadsheet takes for a formula; full-width signs are too."""


def write(reviewed: Sequence[Reviewed], settings: Settings) -> str:
    """Return the findings as CSV: a byte order mark, heads in the language, a row a finding.

    The worst of a report come first. A document that cannot be read has a row too. A text that a
    spreadsheet would take for a formula begins with an apostrophe.
    """
    rows = (row for entry in reviewed for row in _rows(entry, settings.speech))
    return head(settings.speech) + lines(rows)


def head(speech: Speech) -> str:
    """Return the beginning of a file: a byte order mark, and the heads in the language."""
    return _MARK + lines([[speech.say(head) for head in _HEAD]])


def lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _rows(entry: Reviewed, speech: Speech) -> Iterator[list[str]]:
    if entry.review is None:
        yield error_row(entry.source, entry.error, _NOWHERE, speech)
        return
    key = entry.report.key if entry.report is not None else None
    for group in by_rule(entry.review.findings):
        for finding in group:
            place = finding.places[-1].wording if finding.places else _NOWHERE
            yield finding_row(entry.source, key, finding, place, speech)


_NOWHERE = Wording("", "")


def error_row(source: str, error: Wording | None, place: Wording, speech: Speech) -> list[str]:
    """Return the row of something that cannot be read."""
    said = speech.say(error) if error is not None else ""
    texts = (source, "", "", "", speech.say(_UNREAD), "", "", said, "", "", "", "")
    lacking = [""] * (len(_HEAD) - len(texts) - 1)
    return [*_texts(*texts, speech.say(place)), *lacking]


def finding_row(
    source: str, key: ReportKey | None, finding: Finding, place: Wording, speech: Speech
) -> list[str]:
    """Return the row of a finding."""
    agency, scope, year = ("", None, None) if key is None else (key.agency, key.scope, key.year)
    numbers = (finding.expected, finding.actual, finding.difference)
    return [
        *_texts(source, agency or "", "" if scope is None else speech.say(SCOPES[scope])),
        number(year),
        *_texts(
            speech.say(SEVERITY_WORDING[finding.severity]),
            finding.rule,
            finding.at,
            speech.say(finding.message),
        ),
        *map(number, numbers),
        *_texts(
            " ".join(finding.cells),
            speech.say(place),
            finding.basis.split(" | ")[0 if speech.language == "zh" else -1],
            "" if finding.waived is None else speech.say(finding.waived),
        ),
    ]


def _texts(*texts: str) -> Iterator[str]:
    for text in texts:
        shown = writable(text)
        yield f"'{shown}" if shown.lstrip(" \u3000").startswith(_FORMULA) else shown
