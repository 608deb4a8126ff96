"""What a report's title says: on which year it is, and whose it is."""

import re

_REPORT = (
    r"(?:政府)?(?:信息|資訊|资讯)公[开開](?:工作)?(?:年度)?(?:工作)?(?:情[况況])?"
    r"(?:年度[报報]告|[报報]告|年[报報])"
)
_BEHIND = r"[（(〔【][^（）()]*[)）〕】]\Z"
_YEAR = r"(?P<year>(?:19|20)\d\d|[二两][〇○零O0][〇○零一二三四五六七八九\d]{2})\s*年度?"
_DIGITS = {char: str(i) for i, char in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "O": "0",
    "两": "2",
}


def is_of_a_report(text: str) -> bool:
    """Tell whether a text names an annual report on open government information."""
    return re.search(_REPORT, text) is not None


def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names (2023年, 二〇二三年度), in order."""
    found = (match["year"] for match in re.finditer(_YEAR, text))
    return tuple(int("".join(_DIGITS.get(char, char) for char in year)) for year in found)


def without_note(title: str) -> str:
    """Return a title without what stands in brackets behind it: its year, the report's scope."""
    return re.sub(_BEHIND, "", title)


def body_in(title: str) -> str | None:
    """Return the name of the body in a title, without the year; None where there is none."""
    without_year = re.sub(_YEAR, "", without_note(title), count=1)
    match = re.search(_REPORT, without_year)
    name = without_year[: match.start()] if match else without_year
    name = name.removeprefix("关于").removesuffix("的").removesuffix("本级")
    return without_note(name).strip("《》“” ") or None
