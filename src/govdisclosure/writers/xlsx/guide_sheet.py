"""The first sheet: what the report is, and how the workbook is filled in."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ...errors import Error
from ...records import AgencyKind, AnnualReport
from ...wording import Wording
from ...workbooks import ABOUT, CHECK, PRIOR, TEXT
from ..characters import writable
from ..words import LEVELS, SCOPES, title_of
from .names import both
from .styles import UNLOCKED, Styles, height, set_up_page, write_over

_KINDS = {
    AgencyKind.DEPARTMENT: Wording("部门", "department"),
    AgencyKind.GOVERNMENT: Wording("政府", "government"),
    AgencyKind.OFFICE: Wording("派出机关", "office"),
    AgencyKind.ORGANIZATION: Wording("其他组织", "organization"),
}
_CHOICES: Mapping[str, Mapping[Any, Wording]] = {
    "agency.kind": _KINDS,
    "agency.level": LEVELS,
    "scope": SCOPES,
}
_HOW_TO = (
    Wording(
        "白底单元格供填写；标题和表头已锁定（没有密码，可在“审阅”中撤销工作表保护）。",
        "White cells are yours to fill in; labels are locked (without a password: unprotect the "
        "sheet to change them).",
    ),
    Wording(
        "没有数据的单元格留空，确实为零的填 0：空白不等于零。",
        "Leave a cell blank when the number is unknown and enter 0 when it is none: a blank is "
        "not zero.",
    ),
    Wording(
        "灰底单元格自动合计。与公式不符的原有数字照原样保留，不作改动。",
        "Grey cells add up by themselves. A number that disagreed with its formula was kept as "
        "it was.",
    ),
    Wording(
        f"“{CHECK}”逐条说明表内和跨年的勾稽关系是否成立；有不成立的，该表顶端和“{CHECK}”变红。",
        f"“{CHECK}” says of each relation whether it holds; when one is broken, the top of its "
        f"table and of “{CHECK}” turn red.",
    ),
    Wording(
        f"一、五、六部分写在“{TEXT}”，一行一段。",
        f"Sections one, five and six are written on “{TEXT}”, one paragraph a row.",
    ),
    Wording(
        "金额的单位在表二的列标题中选择。",
        "The unit of the amounts is chosen in their column head, in table two.",
    ),
)
_WITH_PRIOR = Wording(
    f"“{PRIOR}”是上年报告的数字，只供对照。“上年结转”的空白处已由上年报告填入（蓝底）。",
    f"“{PRIOR}” has last year's figures, for comparison. Blanks of what was carried in were "
    "filled in from them (blue).",
)
_WIDTH = 88
_LONGEST = 32767
"""What Excel takes in a cell, in UTF-16 units."""


def draw_guide(
    sheet: Worksheet,
    report: AnnualReport,
    styles: Styles,
    *,
    english: bool,
    has_prior: bool,
    refused: Wording | None,
) -> None:
    """Draw the sheet. *refused* says why the report of the year before was not used."""
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, _WIDTH)
    title = both(title_of(report), english=english)
    write_over(sheet, (0, 0, 0, 1), fitting(title, "title"), styles["title"])
    sheet.set_row(0, 48)
    for row, (address, label) in enumerate(ABOUT.items(), 1):
        sheet.write_string(row, 0, f"{label.zh} {label.en}", styles["label"])
        value = report.get(address)
        _draw_value(sheet, row, address, value, styles)
        sheet.set_row(row, max(21, height(str(value), _WIDTH)))
    row = len(ABOUT) + 2
    notes = [*_HOW_TO, *([_WITH_PRIOR] if has_prior else [])]
    if refused is not None:
        notes.append(
            Wording(
                f"没有采用上年报告：{refused.zh}。",
                f"The report of the year before was not used: {refused.en}.",
            )
        )
    write_over(sheet, (row, 0, row, 1), "填写说明 How to fill in this workbook", styles["head"])
    for number, note in enumerate(notes, 1):
        text = f"{number}. {note.zh}\n{note.en}"
        write_over(sheet, (row + number, 0, row + number, 1), text, styles["advice"])
        sheet.set_row(row + number, 34)
    set_up_page(sheet)
    sheet.protect("", UNLOCKED)


def fitting(text: str, address: str) -> str:
    """Return *text* as a cell can hold it.

    Raises:
        Error: it is longer than Excel allows in a cell.
    """
    written = writable(text)
    length = len(written.encode("utf-16-le")) // 2
    if length > _LONGEST:
        raise Error(
            Wording(
                f"{address} 有 {length} 个字符，Excel 一个单元格最多容纳 {_LONGEST} 个；"
                "请缩短，或改用其他格式",
                f"{address} has {length} characters and an Excel cell holds at most {_LONGEST}; "
                "shorten it, or choose another format",
            )
        )
    return written


def _draw_value(sheet: Worksheet, row: int, address: str, value: object, styles: Styles) -> None:
    choices = _CHOICES.get(address)
    if choices is not None:
        words = {choice: f"{word.zh} {word.en}" for choice, word in choices.items()}
        rule: dict[str, Any] = {"validate": "list", "source": list(words.values())}
        text = "" if value is None else next(w for c, w in words.items() if c == value)
        _write(sheet, row, text, styles)
    elif address == "year":
        rule = {"validate": "integer", "criteria": "between", "minimum": 1000, "maximum": 9999}
        if isinstance(value, int):
            sheet.write_number(row, 1, value, styles["year"])
        else:
            sheet.write_blank(row, 1, None, styles["year"])
    else:
        rule = {}
        if address == "published":
            own = f"B{row + 1}"
            day = f'ISNUMBER(DATEVALUE({own})),MID({own},5,1)="-",LEN({own})=10'
            rule = {"validate": "custom", "value": f"=AND({day})"}
        _write(sheet, row, "" if value is None else fitting(str(value), address), styles)
    if rule:
        words_of = _RULES.get(address, _CHOOSE)
        message = f"{words_of.zh}\n{words_of.en}"
        messages = {"input_message": message, "error_message": message}
        titles = {"input_title": "填写 Fill in", "error_title": "不能这样填 Not allowed"}
        sheet.data_validation(row, 1, row, 1, {**rule, **messages, **titles})


_CHOOSE = Wording("请从列表中选择，或留空。", "Choose from the list, or leave it blank.")
_RULES = {
    "year": Wording("请填四位数的年份。", "A year of four digits."),
    "published": Wording("请按 YYYY-MM-DD 填写日期。", "A date, as YYYY-MM-DD."),
}


def _write(sheet: Worksheet, row: int, text: str, styles: Styles) -> None:
    if text:
        sheet.write_string(row, 1, text, styles["entry"])
    else:
        sheet.write_blank(row, 1, None, styles["entry"])
