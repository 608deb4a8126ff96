"""The words that the workbook itself says."""

from ...findings import Outcome
from ...wording import Wording

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
