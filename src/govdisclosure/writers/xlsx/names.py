"""The names of the sheets, and the words that the workbook itself says."""

from ...findings import Outcome
from ...wording import Wording

GUIDE, TEXT, CHECK, PRIOR = "说明 Guide", "文字 Text", "检查 Check", "上年 Prior"
TABLES = {
    "proactive_disclosure": "二 主动公开",
    "requests": "三 依申请公开",
    "remedies": "四 复议诉讼",
}
"""The sheet of each table."""

VERDICTS = {
    Outcome.HOLDS: "成立 holds",
    Outcome.BROKEN: "不成立 broken",
    Outcome.UNDETERMINED: "未定 undetermined",
    Outcome.NOT_APPLICABLE: "未填 not filled in",
}
"""What the check sheet says of an instance. Not applicable is there only: every cell is blank."""
BROKEN = VERDICTS[Outcome.BROKEN]


def both(wording: Wording, *, english: bool) -> str:
    """Return a label as written in a cell: the official one, the English under it if asked for."""
    return f"{wording.zh}\n{wording.en}" if english and wording.en else wording.zh
