"""For each rule on words and days, a case that keeps it and one that breaks it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ..duplicates import Copy
from ..profiles import Profile
from ..records import Agency, AgencyKind, Level, Prose
from ..wording import Wording
from .case import Case, Pair, value_said

_YEAR = 2023
_GOVERNMENT = Agency(name="云溪县人民政府", kind=AgencyKind.GOVERNMENT, level=Level.COUNTY)
_DEPARTMENT = Agency(name="云溪县商务局", kind=AgencyKind.DEPARTMENT, level=Level.COUNTY)
_TITLE = "云溪县商务局2023年政府信息公开工作年度报告"
_BASE: Mapping[str, Any] = {
    "year": _YEAR,
    "title": _TITLE,
    "agency": _DEPARTMENT,
    "overview": Prose(paragraphs=("全年主动公开信息若干条。",)),
    "problems": Prose(paragraphs=("一是更新不及时。二是将加强培训。",)),
    "other_matters": Prose(paragraphs=("没有收取信息处理费。",)),
}
_OWN_WORDS = (
    "全年围绕招商引资、消费促进和外贸服务三条主线公开信息，企业最常问的退税流程做成了图解，"
    "放在办事大厅入口和门户网站的同一位置；接待窗口每周整理一次来访问题，由业务科室逐条回复后公开。"
)


def _pair(name: str, kept: object, broken: object, **about: object) -> Pair:
    """Return a report with one value of a field and with another."""
    one, other = (
        Case(changes={**_BASE, **about, name: value}, said=value_said(name, value))
        for value in (kept, broken)
    )
    return one, other


def _words(section: str, kept: str, broken: str, **about: object) -> Pair:
    """Return a report with one text in a section and with another."""
    return _pair(section, Prose(paragraphs=(kept,)), Prose(paragraphs=(broken,)), **about)


def _sections() -> Pair:
    there = Wording("六个部分都有", "all six sections are there")
    gone = Wording("没有第六部分", "section 6 is not there")
    return (
        Case(changes=_BASE, said=there),
        Case(changes={**_BASE, "other_matters": None}, said=gone),
    )


def _year() -> Pair:
    return _pair("title", _TITLE, _TITLE.replace("2023", "2022"))


def _agency() -> Pair:
    return _pair("title", _TITLE, _TITLE.replace("商务局", "教育局"))


def _basis() -> Pair:
    written = "本报告按照国办公开办函〔{}号的格式编制。"
    return _words("overview", written.format("2021〕30"), written.format("2019〕60"))


def _residue() -> Pair:
    return _words("overview", "全年主动公开信息31条。", "全年主动公开信息XX条。")


def _aspects() -> Pair:
    whole = (
        "主动公开信息31条，依申请公开答复2件，加强政府信息管理，"
        "做好政府信息公开平台建设，通过培训和检查落实监督保障。"
    )
    return _words("overview", whole, "主动公开信息31条。")


def _length() -> Pair:
    profile = Profile(on=frozenset({"text.length"}), overview_limit=1000)

    def case(length: int) -> Case:
        said = Wording(
            f"第一部分 {length} 字，上限 1000 字", f"section 1 has {length} characters of 1000"
        )
        overview = Prose(paragraphs=("公" * length,))
        return Case(changes={"overview": overview}, asked={"profile": profile}, said=said)

    return case(900), case(1100)


def _problems() -> Pair:
    good = "存在的主要问题：政策解读更新不及时。改进情况：将解读与文件同步发布，并组织培训。"
    return _words("problems", good, "无。")


def _accountability() -> Pair:
    good = "年内组织政府信息公开工作考核和社会评议，没有责任追究情况。"
    return _words("overview", good, "年内没有责任追究情况。", agency=_GOVERNMENT, title=None)


def _personal_data() -> Pair:
    good, bad = "办公电话是0571-8888888。", "申请人的手机号码是13800138000。"
    hidden = Wording("第一部分写有一个手机号码", "section 1 has a mobile number")
    kept, broken = _words("overview", good, bad)
    return kept, Case(changes=broken.changes, said=hidden)


def _duplicate() -> Pair:
    copy = Copy(source="云溪县教育局.docx", section="overview", likeness=0.97)
    none = Wording("与其他机关的报告不雷同", "the prose is like no other body's")
    alike = Wording(
        "第一部分与另一份报告的相似度为 97%", "section 1 is 97% like that of another report"
    )
    changes = {"overview": Prose(paragraphs=(_OWN_WORDS,))}
    return (
        Case(changes=changes, asked={"copies": []}, said=none),
        Case(changes=changes, asked={"copies": [copy]}, said=alike),
    )


def _deadline() -> Pair:
    return _pair("published", date(_YEAR + 1, 1, 31), date(_YEAR + 1, 2, 20))


def _too_early() -> Pair:
    return _pair("published", date(_YEAR + 1, 1, 8), date(_YEAR, 12, 28))


TEXT_CASES: Mapping[str, Callable[[], Pair]] = {
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
    "text.duplicate": _duplicate,
    "publication.deadline": _deadline,
    "publication.too_early": _too_early,
}
