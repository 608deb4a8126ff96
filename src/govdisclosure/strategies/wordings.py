"""The sections in words of a report in which the rules on words find nothing."""

from collections.abc import Mapping
from functools import lru_cache

import attrs

from ..records import AnnualReport, Prose
from ..records.report import HEADINGS

OVERVIEW = (
    "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    "（一）主动公开情况。门户网站全年发布各类信息612条，比{before}年多48条，集市改造和灌溉用水两项占去一半。",
    "（二）依申请公开情况。来信来访的申请都在十个工作日内办结，申请人多问宅基地和补贴发放。",
    "（三）政府信息管理情况。每条信息先由起草人标明能否公开，再由办公室审核，废止的文件当月撤下。",
    "（四）平台建设情况。大厅屏幕和村口的公开栏换了新版式，老人不必上网也能查到。",
    "（五）监督保障情况。考核结果计入年终评分，社会评议请了二十位村民代表，全年没有责任追究的情形。",
)
PROBLEMS = (
    "（一）存在的主要问题",
    "解读材料偏长，村民看不完；有两个科室更新不及时。",
    "（二）改进情况",
    "已把解读改成一问一答，每季度核对一次栏目，明年起由专人负责。",
)
NO_FEES = ("{year}年没有收取信息处理费。",)
FEES = ("{year}年发出收费通知3件，收取信息处理费200元。",)
"""What section 六 says where requests were closed because a fee was not paid."""


@lru_cache(maxsize=256)
def words(edition: str, year: int, *, fees: bool = False) -> Mapping[str, Prose]:
    """Return the sections in words, by their keys, with the headings of an edition."""
    texts = {
        "overview": OVERVIEW,
        "problems": PROBLEMS,
        "other_matters": FEES if fees else NO_FEES,
    }
    named = {"year": year, "before": year - 1}
    return {
        section: Prose(
            heading=headings(section)[edition],
            paragraphs=tuple(text.format_map(named) for text in paragraphs),
        )
        for section, paragraphs in texts.items()
    }


def headings(section: str) -> Mapping[str, str]:
    """Return the heading of a section in words, by edition."""
    printed = attrs.fields_dict(AnnualReport)[section].metadata[HEADINGS]
    return {edition: wording.zh for edition, wording in printed.items()}
