"""The check sheet: a line for each instance of each relation, with a verdict in words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from ...findings import Instance, Number, Outcome, as_sum
from ...rules.vocabulary import Relation, range_named
from ...wording import Wording
from ...workbooks import CHECK, MARK
from .formulas import LineFormulas, literal, open_wordings
from .grid import Spot, references
from .lines import Line
from .names import BROKEN, VERDICTS
from .styles import UNLOCKED, Styles, height, set_up_page, write_over

_COLUMNS = (
    "verdict",
    "at",
    "expected",
    "stated",
    "difference",
    "zh",
    "en",
    "table",
    "filled",
    "lowering",
    "raising",
    "expected_sum",
    "actual_sum",
)
_SHOWN = _COLUMNS.index("table")
_HEADS = (
    "结论\nVerdict",
    "位置\nWhere",
    "应为\nExpected",
    "填报\nStated",
    "相差\nDifference",
    "说明",
    "What it means",
)
_WIDTHS = (19, 40, 12, 12, 12, 44, 44)
_TITLE, _BROKEN, _OTHERS, _TEXTS, _HEAD, _FIRST = range(6)


@attrs.frozen
class CheckSheet:
    """What goes on the check sheet. ``inputs`` are the cells that somebody fills in."""

    lines: Sequence[Line]
    inputs: Sequence[Spot]

    @property
    def rows(self) -> Iterator[tuple[int, Relation, Line | None]]:
        """Each row: a relation's own, without a line, then one for each of its lines."""
        row = _FIRST
        for relation, group in groupby(self.lines, lambda line: line.relation):
            yield row, relation, None
            row += 1
            for line in group:
                yield row, relation, line
                row += 1

    @property
    def last_row(self) -> int:
        """The last row of the lines, the first one where there is none."""
        headings = len({line.relation.id for line in self.lines})
        return _FIRST + max(len(self.lines) + headings - 1, 0)

    def mark(self, table: str) -> tuple[str, str]:
        """Return the formula that marks a table's sheet when something is broken, and its text."""
        number = (
            f"COUNTIFS({self._column('table')},{literal(table)},"
            f"{self._column('verdict')},{literal(BROKEN)})"
        )
        broken = sum(
            line.table == table and line.instance.outcome is Outcome.BROKEN for line in self.lines
        )
        shown = MARK.fill(number=broken)
        zh, en = (_around(text, number) for text in (MARK.zh, MARK.en))
        formula = f'=IF({number}=0,"",{zh}&" "&{en})'
        return formula, f"{shown.zh} {shown.en}" if broken else ""

    def _column(self, name: str, *, home: bool = False) -> str:
        column = _COLUMNS.index(name)
        first = xl_rowcol_to_cell(_FIRST, column, row_abs=True, col_abs=True)
        last = xl_rowcol_to_cell(self.last_row, column, row_abs=True, col_abs=True)
        return f"{first}:{last}" if home else f"'{CHECK}'!{first}:{last}"

    def counting(self, outcome: Outcome) -> str:
        """Return how many lines have a verdict, as a formula for this sheet."""
        return f"COUNTIF({self._column('verdict', home=True)},{literal(VERDICTS[outcome])})"


_BROKEN_LINE = Wording("不成立：{number} 项。", "Broken: {number}.")
_UNDETERMINED_LINE = Wording(
    "未定（有空白，尚不能判断）：{number} 项。", "Undetermined (blanks leave it open): {number}."
)
_EMPTY_LINE = Wording("未填：{number} 项。", "Not filled in: {number}.")
_TEXT_LINE = Wording(
    "填有文字、因此按空白计的单元格：{number} 个。",
    "Cells that hold text and so count as blank: {number}.",
)
_NO_LINES = Wording("没有可核对的关系。", "There is no relation to check.")


def _around(text: str, number: str) -> str:
    before, after = text.split("{number}")
    return "&".join([*([literal(before)] if before else []), number, literal(after)])


def draw_check(sheet: Worksheet, content: CheckSheet, styles: Styles) -> None:
    """Draw the sheet."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(_SHOWN, len(_COLUMNS) - 1, 10, None, {"hidden": True})
    write_over(sheet, (_TITLE, 0, _TITLE, _SHOWN - 1), "检查 Check", styles["title"])
    sheet.set_row(_TITLE, 28)
    _draw_counts(sheet, content, styles)
    for column, head in enumerate(_HEADS):
        sheet.write_string(_HEAD, column, head, styles["head"])
    sheet.set_row(_HEAD, 32)
    for row, relation, line in content.rows:
        if line is None:
            text = f"{relation.sentences.zh}（{relation.id}）\n{relation.sentences.en}"
            write_over(sheet, (row, 0, row, _SHOWN - 1), text, styles["rule"])
            sheet.set_row(row, 30)
        else:
            _draw_line(sheet, row, line, styles)
    if not content.lines:
        text = f"{_NO_LINES.zh} {_NO_LINES.en}"
        write_over(sheet, (_FIRST, 0, _FIRST, _SHOWN - 1), text, styles["rule"])
    _colour(sheet, content, styles)
    set_up_page(sheet)
    sheet.repeat_rows(_HEAD)
    sheet.freeze_panes(_FIRST, 0)
    sheet.protect("", UNLOCKED)


def _draw_counts(sheet: Worksheet, content: CheckSheet, styles: Styles) -> None:
    def draw(row: int, parts: Sequence[tuple[Wording, str, int]], style: str) -> None:
        said = [
            (wording, _around(wording.zh, f), _around(wording.en, f)) for wording, f, _ in parts
        ]
        formula = '&" "&'.join([*(zh for _, zh, _ in said), *(en for _, _, en in said)])
        filled = [wording.fill(number=number) for wording, _, number in parts]
        text = " ".join([*(w.zh for w in filled), *(w.en for w in filled)])
        sheet.merge_range(row, 0, row, _SHOWN - 1, "", styles[style])
        sheet.write_formula(row, 0, f"={formula}", styles[style], text)
        sheet.set_row(row, 20)

    outcomes = [line.instance.outcome for line in content.lines]

    def count(wording: Wording, outcome: Outcome) -> tuple[Wording, str, int]:
        return wording, content.counting(outcome), outcomes.count(outcome)

    draw(_BROKEN, [count(_BROKEN_LINE, Outcome.BROKEN)], "mark")
    others = [
        count(_UNDETERMINED_LINE, Outcome.UNDETERMINED),
        count(_EMPTY_LINE, Outcome.NOT_APPLICABLE),
    ]
    draw(_OTHERS, others, "note")
    ranges = references(content.inputs)
    text_cells = f"({_added('COUNTA', ranges)}-({_added('COUNT', ranges)}))" if ranges else "0"
    draw(_TEXTS, [(_TEXT_LINE, text_cells, 0)], "note")
    red = {"type": "formula", "criteria": f"={text_cells}>0", "format": styles["yellow"]}
    sheet.conditional_format(_TEXTS, 0, _TEXTS, _SHOWN - 1, red)


_MOST_ARGUMENTS = 100


def _added(function: str, ranges: Sequence[str]) -> str:
    starts = range(0, len(ranges), _MOST_ARGUMENTS)
    return "+".join(f"{function}({','.join(ranges[i : i + _MOST_ARGUMENTS])})" for i in starts)


def _draw_line(sheet: Worksheet, row: int, line: Line, styles: Styles) -> None:
    cells = {
        name: xl_rowcol_to_cell(row, column, col_abs=True) for column, name in enumerate(_COLUMNS)
    }
    formulas = LineFormulas(line, cells)
    at = range_named(line.relation.over)[line.at]
    instance = line.instance
    broken = instance.outcome is Outcome.BROKEN
    known = sum(figure.value is not None for figure in instance.figures)
    said = _said(line, at)
    where = f"{at.zh}\n{at.en}"

    def formula(name: str, text: str, value: Number | str | None, style: str) -> None:
        shown = "" if value is None else value
        sheet.write_formula(row, _COLUMNS.index(name), text, styles[style], shown)

    formula("verdict", formulas.verdict, VERDICTS[instance.outcome], "line")
    sheet.write_string(row, _COLUMNS.index("at"), where, styles["line"])
    formula("expected", formulas.expected, instance.expected, "decimal")
    formula("stated", formulas.stated, instance.actual, "decimal")
    formula("difference", formulas.difference, instance.difference, "decimal")
    formula("zh", formulas.sentence(at, "zh"), said.zh, "line")
    formula("en", formulas.sentence(at, "en"), said.en, "line")
    sheet.write_string(row, _COLUMNS.index("table"), line.table, styles["line"])
    formula("filled", formulas.filled, known, "number")
    formula("lowering", formulas.lowering, _blanks(line, raising=False), "number")
    formula("raising", formulas.raising, _blanks(line, raising=True), "number")
    if "_sum}" in line.relation.message.zh + line.relation.message.en:
        sums = [as_sum(f for f in instance.figures if f.stated is s) for s in (False, True)]
        formula("expected_sum", formulas.expected_sum, sums[0] if broken else "", "line")
        formula("actual_sum", formulas.actual_sum, sums[1] if broken else "", "line")
    texts = {"at": where, "zh": said.zh, "en": said.en}
    needed = [height(text, _room(name)) for name, text in texts.items()]
    sheet.set_row(row, max(30, *needed))


_SMALL = 1.2
"""How many more digits of the small font than of the usual one fit in a column."""


def _room(name: str) -> float:
    return _WIDTHS[_COLUMNS.index(name)] * _SMALL


def _blanks(line: Line, *, raising: bool) -> int:
    found: Instance = line.instance
    if not found.figures:  # every cell is blank
        return sum(entry.raising is raising for entry in line.entries)
    wanted = 1 if raising else -1
    return sum(f.value is None and f.raising == wanted for f in found.figures)


def _said(line: Line, at: Wording) -> Wording:
    """Return what the line says now."""
    instance = line.instance
    if instance.outcome is Outcome.BROKEN:
        return line.relation.message.fill(
            at=at,
            expected=instance.expected,
            actual=instance.actual,
            difference=abs(instance.difference or 0),
            expected_sum=as_sum(f for f in instance.figures if not f.stated),
            actual_sum=as_sum(f for f in instance.figures if f.stated),
        )
    if instance.outcome is not Outcome.UNDETERMINED:
        return Wording("", "")
    one, several = open_wordings(line.relation.sign)
    blanks = sum(figure.value is None for figure in instance.figures)
    if blanks != 1:
        return several.fill(blanks=blanks)
    (needed,) = instance.needed
    return one.fill(number=needed.value if needed.at_least is None else needed.at_least)


def _colour(sheet: Worksheet, content: CheckSheet, styles: Styles) -> None:
    own = xl_rowcol_to_cell(_FIRST, 0, col_abs=True)
    for outcome, style in ((Outcome.BROKEN, "red"), (Outcome.UNDETERMINED, "yellow")):
        test = f"={own}={literal(VERDICTS[outcome])}"
        sheet.conditional_format(
            _FIRST,
            0,
            content.last_row,
            _SHOWN - 1,
            {"type": "formula", "criteria": test, "format": styles[style]},
        )
    holds = {"type": "formula", "format": styles["green"]}
    holds["criteria"] = f"={own}={literal(VERDICTS[Outcome.HOLDS])}"
    sheet.conditional_format(_FIRST, 0, content.last_row, 0, holds)
    for sign, style in ((">", "red"), ("=", "green")):
        test = f"={content.counting(Outcome.BROKEN)}{sign}0"
        sheet.conditional_format(
            _BROKEN,
            0,
            _BROKEN,
            _SHOWN - 1,
            {"type": "formula", "criteria": test, "format": styles[style]},
        )
