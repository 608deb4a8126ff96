"""A table of the report on a sheet of its own, in the official layout, to be filled in."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from ...findings import Number
from ...records.cells import Cell, cell
from ...records.form import AMOUNT_DECIMALS, MAX_AMOUNT, MAX_COUNT, Kind
from ...wording import Wording
from ...workbooks import CARRIED_NOTE, COMPUTED_NOTE, TABLES
from ..characters import writable
from ..official import Box, Role, Table
from .formulas import total_formula
from .grid import Laid, Spot, laid_out
from .lines import Total
from .names import both
from .styles import MAX_HEIGHT, UNLOCKED, Styles, height, set_up_page, write_over

_HEADING, _MARK, TOP = 0, 1, 2
"""The rows of the heading, of the mark for what is broken, and the first one of the table."""


@attrs.frozen(kw_only=True)
class TableSheet:
    """What goes on the sheet of a table."""

    table: Table
    laid: tuple[Laid, ...]
    totals: Mapping[str, Total]
    carried: Mapping[str, Number]
    units: Mapping[str, Sequence[str]]
    """The heads that can be chosen for a column of amounts, by the name of the head."""

    @property
    def name(self) -> str:
        """The sheet's name."""
        return TABLES[self.table.name]

    @property
    def values(self) -> list[Laid]:
        """The cells of the form."""
        return [laid for laid in self.laid if laid.box.role is Role.VALUE]

    @property
    def inputs(self) -> list[Spot]:
        """The places of the cells that are not computed."""
        return [
            Spot(self.name, laid.row, laid.column)
            for laid in self.values
            if laid.box.address not in self.totals
        ]


def spots(table: Table) -> dict[str, Spot]:
    """Return the place of each cell of a table in the workbook, by address."""
    name = TABLES[table.name]
    return {
        laid.box.address: Spot(name, laid.row, laid.column)
        for laid in laid_out(table, TOP)
        if laid.box.role is Role.VALUE
    }


def draw_table(
    sheet: Worksheet, content: TableSheet, styles: Styles, mark: tuple[str, str], *, english: bool
) -> None:
    """Draw the sheet. *mark* is the formula that shows what is broken, with its present text."""
    table = content.table
    last = max(table.width - 1, 0)
    widths = _column_widths(table)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    heading = both(table.heading, english=english)
    write_over(sheet, (_HEADING, 0, _HEADING, last), heading, styles["title"])
    sheet.set_row(_HEADING, 44 if english else 28)
    _draw_mark(sheet, last, mark, styles)
    heights: dict[int, float] = {}
    for laid in content.laid:
        if laid.box.role is Role.VALUE:
            _draw_value(sheet, content, laid, styles)
            _reserve(heights, laid, "", widths)
        else:
            text = both(laid.box.label, english=english)
            _draw_head(sheet, content, laid, text, _head_style(laid.box, english=english), styles)
            _reserve(heights, laid, text, widths)
    for row, points in heights.items():
        sheet.set_row(row, min(points, MAX_HEIGHT))
    _restrict(sheet, content, styles)
    _draw_notes(sheet, content, styles, last)
    set_up_page(sheet, pages_high=0 if english else 1)
    if table.head_rows:
        sheet.repeat_rows(_HEADING, TOP + table.head_rows - 1)
    sheet.freeze_panes(TOP + table.head_rows, table.label_columns)
    sheet.protect("", UNLOCKED)


def _column_widths(table: Table) -> list[float]:
    """Return the widths of the columns: the innermost row heads widest, the values alike."""
    labels = [11.0] * (table.label_columns - 1) + [34.0] * min(table.label_columns, 1)
    count = max(table.width - table.label_columns, 1)
    each = max(8.5, min(22.0, (128 - sum(labels)) / count))
    return [*labels, *([each] * count)]


def _draw_mark(sheet: Worksheet, last: int, mark: tuple[str, str], styles: Styles) -> None:
    formula, text = mark
    if last:
        sheet.merge_range(_MARK, 0, _MARK, last, "", styles["mark"])
    sheet.write_formula(_MARK, 0, formula, styles["mark"], text)
    own = xl_rowcol_to_cell(_MARK, 0, row_abs=True, col_abs=True)
    sheet.conditional_format(
        _MARK,
        0,
        _MARK,
        last,
        {"type": "formula", "criteria": f"=LEN({own})>0", "format": styles["red"]},
    )
    sheet.set_row(_MARK, 20)


_STYLES = {
    Role.CORNER: "corner",
    Role.ITEM: "item",
    Role.COLUMN_HEAD: "head",
    Role.ROW_HEAD: "label",
}


def _head_style(box: Box, *, english: bool) -> str:
    if box.role is Role.ROW_HEAD and box.rows > 1:
        return "group.top" if english else "group"  # with English it may go over the page
    return _STYLES[box.role]


def _draw_head(
    sheet: Worksheet, content: TableSheet, laid: Laid, text: str, style: str, styles: Styles
) -> None:
    choices = content.units.get(laid.box.name) if laid.box.role is Role.COLUMN_HEAD else None
    if choices:
        style = "unit"
        rule = {"validate": "list", "source": list(choices), **_messages(_UNIT)}
        sheet.data_validation(laid.row, laid.column, laid.row, laid.column, rule)
    where = (laid.row, laid.column, laid.last_row, laid.last_column)
    write_over(sheet, where, writable(text), styles[style])


def _reserve(heights: dict[int, float], laid: Laid, text: str, widths: Sequence[float]) -> None:
    width = sum(widths[laid.column : laid.last_column + 1])
    each = max(height(text, width) / laid.box.rows, 21.0)
    for row in range(laid.row, laid.last_row + 1):
        heights[row] = max(heights.get(row, 0.0), each)


def _draw_value(sheet: Worksheet, content: TableSheet, laid: Laid, styles: Styles) -> None:
    box = laid.box
    total = content.totals.get(box.address)
    form = styles[_value_style(content, box)]
    if laid.merged:
        sheet.merge_range(laid.row, laid.column, laid.last_row, laid.last_column, "", form)
    if total is not None:
        _write_total(sheet, laid, total, form, content.name)
    elif box.value is None:
        sheet.write_blank(laid.row, laid.column, None, form)
    else:
        sheet.write_number(laid.row, laid.column, float(box.value), form)


def _write_total(sheet: Worksheet, laid: Laid, total: Total, form: Format, home: str) -> None:
    value = "" if total.value is None else total.value
    sheet.write_formula(laid.row, laid.column, total_formula(total, home), form, value)


def _form_cell(address: str) -> Cell:
    found = cell(address)
    if found is None:
        raise AssertionError(address)  # every value box is a cell of the form
    return found


def _value_style(content: TableSheet, box: Box) -> str:
    kind = "amount" if _form_cell(box.address).kind is Kind.AMOUNT else "count"
    if box.address in content.totals:
        return f"{kind}.computed"
    return f"{kind}.carried" if box.address in content.carried else kind


# ---------------------------------------------------------------- what the cells take


@attrs.frozen
class _Guard:
    """What a kind of cell takes: the condition on the cell ``{0}``, and the words about it."""

    least: int | None
    allowed: str
    words: Wording


_GUARDS = {
    Kind.COUNT: _Guard(
        0,
        f"AND({{0}}>=0,{{0}}<={MAX_COUNT},INT({{0}})={{0}})",
        Wording(
            "请填非负整数；没有数据时留空，确实为零时填 0。",
            "A whole number, not negative. Leave it blank if unknown; 0 means none.",
        ),
    ),
    Kind.CHANGE: _Guard(
        -MAX_COUNT,
        f"AND(ABS({{0}})<={MAX_COUNT},INT({{0}})={{0}})",
        Wording(
            "请填整数，减少用负数；没有数据时留空。",
            "A whole number, negative for a decrease. Leave it blank if unknown.",
        ),
    ),
    Kind.AMOUNT: _Guard(
        None,
        f"AND({{0}}>=0,{{0}}<={MAX_AMOUNT},ROUND({{0}},{AMOUNT_DECIMALS})={{0}})",
        Wording(
            f"请填非负金额，小数不超过 {AMOUNT_DECIMALS} 位；没有数据时留空。",
            f"An amount, not negative, at most {AMOUNT_DECIMALS} decimals. "
            "Leave it blank if unknown.",
        ),
    ),
}
_UNIT = Wording("请选择金额单位。", "Choose the unit of the amounts.")


def _messages(words: Wording) -> dict[str, str]:
    text = f"{words.zh}\n{words.en}"
    return {
        "input_title": "填写 Fill in",
        "input_message": text,
        "error_title": "不能这样填 Not allowed",
        "error_message": text,
    }


def _restrict(sheet: Worksheet, content: TableSheet, styles: Styles) -> None:
    """Let the cells take only what the form allows, and show what got in all the same."""
    by_kind: dict[Kind, list[Laid]] = {}
    for laid in content.values:
        by_kind.setdefault(_form_cell(laid.box.address).kind, []).append(laid)
    for kind, found in by_kind.items():
        guard = _GUARDS[kind]
        first = found[0]
        where = (first.row, first.column, first.row, first.column)
        own = xl_rowcol_to_cell(first.row, first.column)
        many = " ".join(_rectangles(found))
        allowed = guard.allowed.format(own)
        if guard.least is None:
            rule: dict[str, Any] = {
                "validate": "custom",
                "value": f"=AND(ISNUMBER({own}),{allowed})",
            }
        else:
            limits = {"minimum": guard.least, "maximum": MAX_COUNT}
            rule = {"validate": "integer", "criteria": "between", **limits}
        sheet.data_validation(
            *where, {**rule, "ignore_blank": True, **_messages(guard.words), "multi_range": many}
        )
        wrong = f"=IF(ISNUMBER({own}),NOT({allowed}),LEN({own})>0)"
        red = {"type": "formula", "criteria": wrong, "format": styles["red"], "multi_range": many}
        sheet.conditional_format(*where, red)
        if kind is Kind.AMOUNT:
            whole = f"=IF(ISNUMBER({own}),INT({own})={own},FALSE)"
            plain = {"type": "formula", "criteria": whole, "format": styles["whole"]}
            sheet.conditional_format(*where, {**plain, "multi_range": many})


def _rectangles(found: Iterable[Laid]) -> list[str]:
    """Return the cells as few ranges: neighbours in a row together, then equal rows."""
    runs: list[list[int]] = []
    for laid in found:
        if runs and runs[-1][0] == laid.row and runs[-1][2] == laid.column - 1:
            runs[-1][2] = laid.last_column
        else:
            runs.append([laid.row, laid.column, laid.last_column, laid.last_row])
    blocks: list[list[int]] = []
    for run in runs:
        if blocks and blocks[-1][1:3] == run[1:3] and blocks[-1][3] == run[0] - 1:
            blocks[-1][3] = run[3]
        else:
            blocks.append(run)
    return [xl_range(row, first, last_row, last) for row, first, last, last_row in blocks]


# ---------------------------------------------------------------- notes below the table


def _draw_notes(sheet: Worksheet, content: TableSheet, styles: Styles, last: int) -> None:
    row = TOP + len(content.table.rows)
    addresses = {laid.box.address for laid in content.values}
    for special, note in ((content.totals, COMPUTED_NOTE), (content.carried, CARRIED_NOTE)):
        if addresses.intersection(special):
            text = f"{note.zh}\n{note.en}"
            write_over(sheet, (row, 0, row, last), text, styles["note"])
            sheet.set_row(row, 30)
            row += 1
