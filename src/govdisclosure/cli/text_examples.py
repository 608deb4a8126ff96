"""For each rule on words and days a report that breaks it, and what is found."""

from collections.abc import Callable, Mapping
from datetime import date

from ..checking import check
from ..duplicates import Copy
from ..findings import Finding
from ..profiles import Profile
from ..records import Agency, AgencyKind, AnnualReport, Level, Prose

_YEAR = 2023
_GOVERNMENT = Agency(name="云溪县人民政府", kind=AgencyKind.GOVERNMENT, level=Level.COUNTY)
_DEPARTMENT = Agency(name="云溪县商务局", kind=AgencyKind.DEPARTMENT, level=Level.COUNTY)
_OWN_WORDS = (
    "全年围绕招商引资、消费促进和外贸服务三条主线公开信息，企业最常问的退税流程做成了图解，"
    "放在办事大厅入口和门户网站的同一位置；接待窗口每周整理一次来访问题，由业务科室逐条回复后公开。"
)


def _prose(*paragraphs: str) -> Prose:
    return Prose(paragraphs=paragraphs)


def _checked(**fields: object) -> tuple[Finding, ...]:
    about: dict[str, object] = {
        "year": _YEAR,
        "title": "云溪县商务局2023年政府信息公开工作年度报告",
        "agency": _DEPARTMENT,
        "overview": _prose("全年主动公开信息若干条。"),
    }
    return check(AnnualReport().replace(about | fields)).findings


def _sections() -> tuple[Finding, ...]:
    return _checked(problems=_prose("一是更新不及时。二是将加强培训。"), other_matters=None)


def _year() -> tuple[Finding, ...]:
    return _checked(title="云溪县商务局2022年政府信息公开工作年度报告")


def _agency() -> tuple[Finding, ...]:
    return _checked(title="云溪县教育局2023年政府信息公开工作年度报告")


def _basis() -> tuple[Finding, ...]:
    return _checked(overview=_prose("本报告按照国办公开办函〔2019〕60号的格式编制。"))


def _residue() -> tuple[Finding, ...]:
    return _checked(overview=_prose("全年主动公开信息XX条。"))


def _aspects() -> tuple[Finding, ...]:
    return _checked()


def _length() -> tuple[Finding, ...]:
    profile = Profile(on=frozenset({"text.length"}), overview_limit=1000)
    return check(AnnualReport(overview=_prose("公" * 1100)), profile=profile).findings


def _problems() -> tuple[Finding, ...]:
    return _checked(problems=_prose("无。"))


def _accountability() -> tuple[Finding, ...]:
    return _checked(agency=_GOVERNMENT, overview=_prose("全年没有责任追究情况。"))


def _personal_data() -> tuple[Finding, ...]:
    return _checked(overview=_prose("申请人的手机号码是13800138000。"))


def _duplicate() -> tuple[Finding, ...]:
    copy = Copy(source="云溪县教育局.docx", section="overview", likeness=0.97)
    return check(AnnualReport(overview=_prose(_OWN_WORDS)), copies=[copy]).findings


def _deadline() -> tuple[Finding, ...]:
    return _checked(published=date(_YEAR + 1, 2, 20))


def _too_early() -> tuple[Finding, ...]:
    return _checked(published=date(_YEAR, 12, 28))


TEXT_EXAMPLES: Mapping[str, Callable[[], tuple[Finding, ...]]] = {
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
