"""What is wrong in the words of reports, rule by rule: each changes a draft that is right."""

from collections.abc import Callable, Mapping

import attrs
from hypothesis import strategies as st

from ..editions import EDITIONS
from .bodies import OFFICES, PLACES
from .drafts import Draft
from .entries import APPLICANTS, RECEIVED, flow, outcome_rows

Change = Callable[[st.DrawFn, Draft], None]
"""Changes a draft that has its sections in words."""

_GRANTED = "requests.outcomes.granted"


def _paragraph(draft: Draft, text: str, section: str = "overview") -> None:
    """Add a paragraph at the end of a section."""
    prose = draft.about[section]
    draft.about[section] = attrs.evolve(prose, paragraphs=(*prose.paragraphs, text))


def _instead(draft: Draft, section: str, *paragraphs: str) -> None:
    draft.about[section] = attrs.evolve(draft.about[section], paragraphs=paragraphs)


def _sections(draw: st.DrawFn, draft: Draft) -> None:
    draft.about[draw(st.sampled_from(("other_matters", "problems", "overview")))] = None


def _year(draw: st.DrawFn, draft: Draft) -> None:
    year = draft.about["year"]
    other = year - draw(st.integers(1, 3))
    if draw(st.booleans()):
        _instead(draft, "overview", f"本报告所列数据的统计期限为{other}年1月1日至12月31日。")
    else:
        draft.about["title"] = f"{draft.about['agency'].name}{other}年政府信息公开工作年度报告"


def _agency(draw: st.DrawFn, draft: Draft) -> None:
    name = draft.about["agency"].name or ""
    others = [f"{place}盟{office}" for place in PLACES for office in OFFICES]
    other = draw(st.sampled_from([found for found in others if found not in name]))
    draft.about["title"] = f"{other}{draft.about['year']}年政府信息公开工作年度报告"


def _basis(draw: st.DrawFn, draft: Draft) -> None:
    notices = {edition.name: str(edition.notice.number) for edition in EDITIONS}
    other = [number for name, number in notices.items() if name != draft.edition]
    cited = draw(st.sampled_from([*other, "国务院令第492号"]))
    _paragraph(draft, f"本报告依据{cited}编制。")


_RESIDUES = (
    "全年主动公开信息XX条。",
    "全年主动公开信息××条。",
    "该部分以表格形式报告。",
    "印发《工作要点》（办〔〕号）。",
)


def _residue(draw: st.DrawFn, draft: Draft) -> None:
    _paragraph(draft, draw(st.sampled_from(_RESIDUES)))


def _aspects(draw: st.DrawFn, draft: Draft) -> None:
    """Leave out the paragraph on one of the aspects, or on several."""
    kept = draw(st.integers(1, 3))
    _instead(draft, "overview", *draft.about["overview"].paragraphs[:kept])


LONG = 1_000
"""Overviews that are too long have more characters than this."""


def _length(draw: st.DrawFn, draft: Draft) -> None:
    said = "集市改造的进度每周公开一次。"
    _instead(draft, "overview", said * (LONG // len(said) + draw(st.integers(1, 20))))


def _problems(draw: st.DrawFn, draft: Draft) -> None:
    _instead(draft, "problems", *draw(st.sampled_from(((), ("无。",), ("暂无。",)))))


def _accountability(draw: st.DrawFn, draft: Draft) -> None:
    said = ("（五）监督保障情况。栏目每月抽查一次。", "（五）监督保障情况。年内办了两次培训。")
    kept = draft.about["overview"].paragraphs[:-1]
    _instead(draft, "overview", *kept, draw(st.sampled_from(said)))


def _personal_data(draw: st.DrawFn, draft: Draft) -> None:
    number = draw(st.integers(0, 99_999_999))
    said = (f"申请人的手机号码是138{number:08}。", f"答复发到zhangsan{number}@qq.com。")
    _paragraph(draft, draw(st.sampled_from(said)))


def _requests(draw: st.DrawFn, draft: Draft) -> int:
    """See that there are requests, and return how many came in or were carried in."""
    entry = flow(RECEIVED, _GRANTED, draw(st.sampled_from(APPLICANTS)))
    draft.add(entry, draw(st.integers(1, 9)))
    rows = (RECEIVED, "requests.carried_in")
    return sum(draft.number(row, "total") for row in rows)


def _states_cell(draw: st.DrawFn, draft: Draft) -> None:
    number = _requests(draw, draft) + draw(st.integers(1, 99))
    _paragraph(draft, f"{draft.about['year']}年共收到政府信息公开申请{number}件。")


def _states_none(draw: st.DrawFn, draft: Draft) -> None:
    _requests(draw, draft)
    said = ("全年未收到政府信息公开申请。", "本年度没有收到政府信息公开申请。")
    _paragraph(draft, draw(st.sampled_from(said)))


def _share(draw: st.DrawFn, draft: Draft) -> None:
    """State a share of more than the whole, which no base makes right."""
    _requests(draw, draft)
    granted, whole = (
        sum(draft.number(row, "total") for row in rows)
        for rows in ((_GRANTED,), outcome_rows(draft.edition))
    )
    percent = draw(st.integers(101, 199))
    said = f"答复政府信息公开申请{whole}件，其中予以公开{granted}件，占{percent}%。"
    _paragraph(draft, said)


def _fees(draw: st.DrawFn, draft: Draft) -> None:
    _instead(draft, "other_matters", draw(st.sampled_from(("无。", "无其他需要报告的事项。"))))


WRONG_WORDS: Mapping[str, Change] = {
    "text.sections": _sections,
    "text.year": _year,
    "text.agency": _agency,
    "text.basis": _basis,
    "text.residue": _residue,
    "text.overview_aspects": _aspects,
    "text.length": _length,
    "text.problems": _problems,
    "text.accountability": _accountability,
    "text.personal_data": _personal_data,
    "text.states_cell": _states_cell,
    "text.states_none": _states_none,
    "text.share": _share,
    "text.fees_mentioned": _fees,
}
