"""What our own workbook prints around a report: its sheets, and the labels of their rows.

The writer prints them, and the reader tells by them what is whose.
"""

from .wording import Wording

GUIDE, TEXT, CHECK, PRIOR = "说明 Guide", "文字 Text", "检查 Check", "上年 Prior"
TABLES = {
    "proactive_disclosure": "二 主动公开",
    "requests": "三 依申请公开",
    "remedies": "四 复议诉讼",
}
"""The sheet of each table."""

ABOUT = {
    "title": Wording("标题", "Title"),
    "agency.name": Wording("报告机关", "Reporting body"),
    "agency.kind": Wording("机关类别", "Kind of body"),
    "agency.level": Wording("层级", "Level of government"),
    "agency.code": Wording("机构代码", "Code of the body"),
    "year": Wording("报告年度", "Year reported on"),
    "scope": Wording("数据范围", "Figures"),
    "published": Wording("发布日期", "Published"),
}
"""The rows of the guide that say what the report is."""

HEADING, CONTINUED = "标题 Heading", "（接上段）continued"
"""The rows of the text sheet that are no paragraph of their own."""

MARK = Wording(
    f"✗ 本表有 {{number}} 项勾稽关系不成立，见“{CHECK}”。", "{number} broken; see the check sheet."
)
"""What stands over a table in which something is broken."""
COMPUTED_NOTE = Wording(
    "灰底单元格由公式自动合计；如须照原样填报，可直接改写。",
    "Grey cells add up by themselves; a number typed there stays as typed.",
)
CARRIED_NOTE = Wording(
    "蓝底单元格由上年报告的“结转下年度继续办理”填入，请核对。",
    "Blue cells were filled in from what last year's report carried forward; please verify.",
)


def paragraph_label(number: int) -> str:
    """Return the label of a row of the text sheet that is a paragraph."""
    return f"第{number}段 Paragraph {number}"
