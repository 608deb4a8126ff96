"""Rules on the form itself: which layouts, which rows, which tables."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..editions import Edition, edition_due
from ..findings import Finding, Severity
from ..law import FORM
from ..reading import Reading, Reason
from ..records.cells import Row, part_labels, rows
from ..records.form import columns, parts
from ..records.layouts import Shape, row_layouts, split_parts
from ..records.report import AnnualReport
from ..wording import Wording
from .vocabulary import Practice, ShapeRule, table_label


def _other_edition(rule: ShapeRule, of: Shape, year: int | None) -> Iterator[Finding]:
    due = edition_due(year)
    if due is None:
        return
    layouts = row_layouts(of)
    for table in parts(AnnualReport):
        wrong = [r for r in _found(table, layouts) if due.name not in r.editions]
        if wrong:
            yield rule.finding(
                at=table,
                cells=[f"{row.address}.{column}" for row in wrong for column in row.columns],
                table=table_label(table),
                rows=_named(wrong),
                edition=due.name,
                year=year,
            )


def _named(wrong: list[Row]) -> Wording:
    """Name the rows, or the part that is one row in one layout and these in another."""
    split = split_parts()
    labels = [
        row.above[-1].label if row.address.rpartition(".")[0] in split else row.label
        for row in wrong
    ]
    names = list(dict.fromkeys(labels))
    return Wording("、".join(n.zh for n in names), ", ".join(n.en for n in names))


def _found(table: str, layouts: Mapping[str, type[Any] | None]) -> list[Row]:
    return [r for r in rows() if r.table == table and layouts.get(r.address) is r.layout]


def _not_there(rule: ShapeRule, of: Shape, year: int | None) -> Iterator[Finding]:
    layouts = row_layouts(of)
    for address, label in lacking(of, year).items():
        table = address.split(".", 1)[0]
        editions = _editions_of(table, layouts, edition_due(year))
        below = [row for row in rows() if f"{row.address}.".startswith(f"{address}.")]
        asked = [row for row in below if editions & set(row.editions)] or below
        names = [f"{row.address}.{column}" for row in asked for column in row.columns]
        yield rule.finding(
            at=address,
            cells=list(dict.fromkeys(names)),
            what=label if address == table else _ROW_OF.fill(table=table_label(table), label=label),
        )


_ROW_OF = Wording("{table}中的“{label}”", "“{label}” in “{table}”")


def as_read(finding: Finding, reading: Reading) -> Finding:
    """Return a finding on a row that is not there, as the reading knows it.

    Where the row's label is there, and only its numbers found no place, that is said, with where.
    """
    places = tuple(
        entry.place
        for entry in reading.unplaced
        if entry.row == finding.at and entry.reason is Reason.NO_COLUMN
    )
    if finding.rule != _MISSING or not places:
        return finding
    table = table_label(finding.at.split(".", 1)[0])
    what = _ROW_OF.fill(table=table, label=part_labels()[finding.at])
    said = _LABEL_SEEN.fill(what=what, place=places[0].wording)
    return attrs.evolve(finding, message=said, places=places)


_MISSING = "form.missing"
_LABEL_SEEN = Wording(
    "{what}：标签找到了，数字没能归位（{place}起）；各列请用表格或制表符分开",
    "{what}: the label is there, and the numbers could not be told apart (from {place} on); "
    "separate the columns by a table or by tabs",
)


def lacking(of: Shape, year: int | None) -> dict[str, Wording]:
    """Return the parts that the form asks for and the report lacks: outermost ones, with labels.

    What is asked for in a table is what the edition due for *year* asks for, unless the rows of
    the table are all of other editions; then it is what those agree on.
    """
    layouts = row_layouts(of)
    found: dict[str, Wording] = {}
    for table, form in parts(AnnualReport).items():
        editions = _editions_of(table, layouts, edition_due(year))
        if layouts[table] is None:
            found[table] = form.label
        else:
            found |= _lacking(of, table, editions)
    return found


def _editions_of(
    table: str, layouts: Mapping[str, type[Any] | None], due: Edition | None
) -> frozenset[str]:
    rows_found = _found(table, layouts)
    telling = [set(row.editions) for row in rows_found]
    fitting = set.intersection(*telling) if telling else set()
    if due is not None and (due.name in fitting or not fitting):
        return frozenset({due.name})
    return frozenset(fitting) if fitting else frozenset(e for r in rows() for e in r.editions)


def _lacking(of: Shape, table: str, editions: frozenset[str]) -> dict[str, Wording]:
    index = list(parts(AnnualReport)).index(table)
    return dict(_walk(of[index + 1], f"{table}.", editions))


def _walk(of: Shape, prefix: str, editions: frozenset[str]) -> Iterator[tuple[str, Wording]]:
    layout, *below = of
    for (name, form), found in zip(parts(layout).items(), below, strict=True):
        if found is None:
            if editions <= set(form.due):
                yield prefix + name, form.label
        elif not columns(found[0]):
            yield from _walk(found, f"{prefix}{name}.", editions)


RULES = (
    ShapeRule(
        id="form.edition",
        severity=Severity.WARNING,
        basis=FORM,
        confidence=Practice.PROBABLY,
        sentences=Wording(
            "各行的布局应是报告年度所用格式的布局：2019、2020年度用2019年版，2021年度起用2021年版。",
            "Each row has the layout due for the report's year: the 2019 edition for 2019 and "
            "2020, the 2021 edition from 2021 on.",
        ),
        why=Wording(
            "全国使用同一种格式，从2021年度起换用新版。两版统计的内容不同，用错版本的数字既不能与"
            "上年比较，也不能汇总。",
            "The whole country reports in one form, and in a new edition of it from 2021 on. The "
            "editions count different things, so figures in the wrong one can be neither compared "
            "with last year's nor added up.",
        ),
        mend=Wording(
            "按报告年度选用格式（2019、2020年度用2019年版，2021年度起用2021年版），把所列各行改成"
            "该版的行和列，逐格重新填写。",
            "Take the form of the report's year (the 2019 edition for 2019 and 2020, the 2021 "
            "edition from 2021 on), replace the rows named by the rows and columns of that "
            "edition, and fill them in again.",
        ),
        message=Wording(
            "{table}：{rows} 的布局不是{year}年度应用的{edition}年版格式",
            "{table}: the layout of {rows} is not that of the {edition} edition, due for {year}",
        ),
        find=_other_edition,
    ),
    ShapeRule(
        id=_MISSING,
        severity=Severity.ERROR,
        basis=FORM,
        confidence=Practice.SURELY,
        sentences=Wording(
            "格式规定的表、行、列都应出现（没有发生的填 0）。缺表、缺行与单元格空白是两回事。",
            "Every table, row and column of the form is there (zero where nothing happened). "
            "A table or row that is not there is another thing than a blank cell.",
        ),
        why=Wording(
            "缺了一张表、一行或一列，就看不出是没有发生还是没有填写；表格如果是图片，其中的数字也"
            "无法读取、核对和汇总。",
            "Where a table, row or column is not there, nobody can tell whether nothing happened "
            "or nothing was filled in; the numbers of a table that is a picture can be neither "
            "read nor checked nor added up.",
        ),
        mend=Wording(
            "补上缺少的表、行或列，没有发生的填 0；表格是图片的，换成可以选中文字的表格。报告里明"
            "明有的，请检查文件在转换或复制时是否受损。",
            "Add the table, row or column, with 0 where nothing happened; replace a picture by a "
            "table whose text can be selected. If the report does have it, see whether the file "
            "was damaged in conversion or copying.",
        ),
        message=Wording(
            "没有找到{what}（报告中没有，或在提取时丢失）",
            "not found: {what} (not there, or lost in extraction)",
        ),
        find=_not_there,
    ),
)
