"""Rules on the form itself: which layouts, which rows, which tables."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..editions import Edition, edition_due
from ..findings import Finding, Severity
from ..law import FORM
from ..records.cells import Row, rows
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
        message=Wording(
            "{table}：{rows} 的布局不是{year}年度应用的{edition}年版格式",
            "{table}: the layout of {rows} is not that of the {edition} edition, due for {year}",
        ),
        find=_other_edition,
    ),
    ShapeRule(
        id="form.missing",
        severity=Severity.ERROR,
        basis=FORM,
        confidence=Practice.SURELY,
        sentences=Wording(
            "格式规定的表、行、列都应出现（没有发生的填 0）。缺表、缺行与单元格空白是两回事。",
            "Every table, row and column of the form is there (zero where nothing happened). "
            "A table or row that is not there is another thing than a blank cell.",
        ),
        message=Wording(
            "没有找到{what}（报告中没有，或在提取时丢失）",
            "not found: {what} (not there, or lost in extraction)",
        ),
        find=_not_there,
    ),
)
