"""For each rule on what the prose states, a case that keeps it and one that breaks it."""

from collections.abc import Callable, Mapping

from ..records import Prose
from .case import Case, Pair

_RECEIVED, _CLOSED = "requests.received.total", "requests.outcomes.total.total"


def _written(section: str, *texts: str) -> Pair:
    """Return a report in the tables of which are 15 requests, with one text and with another."""
    kept, broken = (
        Case(changes={section: Prose(paragraphs=(text,)), _RECEIVED: 15, _CLOSED: 15})
        for text in texts
    )
    return kept, broken


def _states_cell() -> Pair:
    return _written(
        "overview", "全年共收到政府信息公开申请15件。", "全年共收到政府信息公开申请51件。"
    )


def _states_none() -> Pair:
    return _written("overview", "全年收到政府信息公开申请15件。", "全年未收到政府信息公开申请。")


def _share() -> Pair:
    return _written(
        "overview",
        "答复政府信息公开申请15件，其中予以公开6件，占40%。",
        "答复政府信息公开申请15件，其中予以公开6件，占60%。",
    )


def _fees_mentioned() -> Pair:
    return _written("other_matters", "全年没有收取信息处理费。", "无。")


CLAIM_CASES: Mapping[str, Callable[[], Pair]] = {
    "text.states_cell": _states_cell,
    "text.states_none": _states_none,
    "text.share": _share,
    "text.fees_mentioned": _fees_mentioned,
}
