"""Examples of findings and reviews: a report with a wrong total and a blank."""

from collections.abc import Mapping, Sequence

from ..contract import JsonObject

_ROW = "requests.outcomes.granted"
_MESSAGE: JsonObject = {
    "zh": "表三 （一）予以公开：总计 7 ≠ 各项之和 4 + 2 = 6，相差 1",
    "en": "Table 3, Granted: total 7 ≠ sum of its parts 4 + 2 = 6, difference 1",
}
_NEEDED: JsonObject = {"cell": "requests.carried_in.total", "value": 18}
_PLACE: JsonObject = {"text": "7", "line": 41, "table": 2, "row": 6, "column": 9}
_OPEN: JsonObject = {
    "rule": "requests.row_total",
    "at": "carried_in",
    "blanks": ["requests.carried_in.total"],
    "needed": [_NEEDED],
}
_KEY: JsonObject = {"agency": "云溪县白杨乡", "scope": None, "year": 2023}
FINDING: JsonObject = {
    "rule": "requests.row_total",
    "at": "outcomes.granted",
    "severity": "error",
    "cells": [f"{_ROW}.natural_person", f"{_ROW}.enterprise", f"{_ROW}.total"],
    "expected": 6,
    "actual": 7,
    "difference": 1,
    "message": _MESSAGE,
    "places": [_PLACE | {"cell": f"{_ROW}.total"}],
    "basis": "格式所设的合计 | a total of the form",
    "waived": None,
}
_INSTANCE: JsonObject = {
    "rule": "requests.row_total",
    "at": "outcomes.granted",
    "outcome": "broken",
    "cells": FINDING["cells"],
    "expected": 6,
    "actual": 7,
    "difference": 1,
    "reason": None,
    "blanks": [],
    "needed": [],
}
_SKIPPED: JsonObject = {
    "rule": "years.carried_over",
    "reason": {"zh": "没有上年报告", "en": "no report of the year before"},
}
_UNUSED: JsonObject = {
    "rule": "requests.balance",
    "at": "total",
    "reason": {"zh": "没有这个问题", "en": "there is no such finding"},
}
_REVIEW: JsonObject = {
    "source": "reports/baiyang-township.txt",
    "key": _KEY,
    "counts": {"holds": 42, "broken": 1, "undetermined": 1, "not_applicable": 241},
    "findings": [FINDING],
    "undetermined": [_OPEN],
    "skipped": [_SKIPPED],
}
_UNREADABLE: JsonObject = {
    "source": "reports/notes.txt",
    "error": {"zh": "文件中没有年度报告", "en": "there is no annual report in it"},
}
REVIEWS: JsonObject = {
    "tool": {"name": "govdisclosure", "version": "0.1.0"},
    "rules": {"digest": "0123456789abcdef"},
    "reports": [_REVIEW, _UNREADABLE],
}

EXAMPLES: Mapping[str, Sequence[JsonObject]] = {
    "Wording": [_MESSAGE],
    "Place": [_PLACE, {"text": "7", "sheet": "三", "row": 9, "column": 10}],
    "Finding": [FINDING],
    "Needed": [_NEEDED, {"cell": "proactive_disclosure.government_rules.repealed", "at_least": 5}],
    "Undetermined": [_OPEN],
    "Instance": [_INSTANCE],
    "Skipped": [_SKIPPED],
    "UnusedWaiver": [_UNUSED],
    "ReportKey": [_KEY],
    "Review": [_REVIEW, _UNREADABLE],
    "Reviews": [REVIEWS],
}
"""By the name of the class."""
