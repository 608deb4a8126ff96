"""Reports checked together: which of them have nearly the same prose."""

from collections.abc import Sequence

from ..duplicates import Copy, copies_by_report, duplicates
from ..errors import MissingExtra
from ..wording import Wording
from .documents import Document
from .language import Speech
from .output import tell


def copies_among(found: Sequence[Document], speech: Speech) -> dict[str, tuple[Copy, ...]]:
    """Return, by the name of each document, the others that have nearly the same prose.

    It is empty where there are not several to compare. That they cannot be compared is told.
    """
    readings = {d.source: d.reading for d in found if d.reading is not None}
    if len(readings) <= 1:
        return {}
    try:
        pairs = duplicates(list(readings.values()))
    except MissingExtra as error:
        tell(speech, _NOT_COMPARED.fill(why=error.wording))
        return {}
    sources = list(readings)
    return dict(zip(sources, copies_by_report(pairs, sources), strict=True))


_NOT_COMPARED = Wording(
    "说明：没有检查各报告的文字是否雷同：{why}",
    "note: whether the reports copy each other's prose was not checked: {why}",
)
