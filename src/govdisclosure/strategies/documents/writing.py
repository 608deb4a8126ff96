"""A report as rows of pieces, which are then damaged, and printed in some format."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from ...records import AnnualReport, ByApplicant, ByResult
from ...records.cells import Row as FormRow
from ...records.cells import rows as form_rows
from ...records.form import PART, columns
from ...records.layouts import row_layouts, shape
from ...records.report import HEADINGS
from .rows import Document, Row

_ITEMS = (
    ("第二十条第（一）项", ("government_rules", "normative_documents")),
    ("第二十条第（五）项", ("licensing", "other_services")),
    ("第二十条第（六）项", ("penalties", "compulsion")),
    ("第二十条第（八）项", ("fees",)),
    ("第二十条第（九）项", ("procurement",)),
)
_APPLICANTS = [c.label.zh for c in columns(ByApplicant).values()]
_RESULTS = [c.label.zh for c in columns(ByResult).values()]


def written(report: AnnualReport, *, corner: bool = True) -> Document:
    """The report as a document of exact rows: group, label, then a piece for each column."""
    rows: list[Row] = []
    if report.title:
        rows.append(Row((report.title,)))
    for field in attrs.fields(AnnualReport):
        value = getattr(report, field.name)
        if value is None or not (HEADINGS in field.metadata or PART in field.metadata):
            continue
        if HEADINGS in field.metadata:
            rows += [Row((text,)) for text in (value.heading, *value.paragraphs) if text]
        else:
            rows.append(Row((field.metadata[PART].label.zh,)))
            rows += _WRITERS[field.name](value, report, corner)
    return Document(tuple(rows))


def _found(report: AnnualReport, table: str) -> list[FormRow]:
    layouts = row_layouts(shape(report))
    return [
        row for row in form_rows() if row.table == table and layouts.get(row.address) is row.layout
    ]


def _printed(value: Any) -> str:
    return "" if value is None else f"{value:f}" if hasattr(value, "as_tuple") else str(value)


def _proactive(table: Any, report: AnnualReport, _corner: object) -> list[Row]:
    found = {row.name: row for row in _found(report, "proactive_disclosure")}
    lines: list[Row] = []
    for item, names in _ITEMS:
        here = [found[name] for name in names if name in found]
        if here:
            lines.append(Row((item, ""), table="proactive_disclosure", is_head=True))
        before: type[Any] | None = None
        for row in here:
            if row.layout is not before:
                before = row.layout
                lines.append(_head_of(row, table))
            record = getattr(table, row.name)
            values = {i: f"{row.address}.{name}" for i, name in enumerate(row.columns, start=1)}
            pieces = (row.label.zh, *(_printed(getattr(record, name)) for name in row.columns))
            filled = {i: a for i, a in values.items() if pieces[i]}
            lines.append(Row(pieces, table="proactive_disclosure", values=filled, labels=(0,)))
    return lines


def _head_of(row: FormRow, table: Any) -> Row:
    labels = [column.label.zh for column in row.columns.values()]
    unit = getattr(getattr(table, row.name), "unit", None)
    labels = [
        f"{label.partition('（')[0]}（单位：{unit}）" if name == "amount" and unit else label
        for name, label in zip(row.columns, labels, strict=True)
    ]
    heads = {i: f"proactive_disclosure.{name}" for i, name in enumerate(row.columns, start=1)}
    return Row(("信息内容", *labels), table="proactive_disclosure", heads=heads, is_head=True)


def _requests(_table: object, report: AnnualReport, corner: object) -> list[Row]:
    blank = ("",) * 7
    lines = (
        [
            Row(
                (
                    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                    "",
                    "申请人情况",
                    *blank[1:],
                )
            ),
            Row(("", "", "", "法人或其他组织", *blank[2:])),
        ]
        if corner
        else []
    )
    heads = {i + 2: f"requests.{name}" for i, name in enumerate(columns(ByApplicant))}
    lines.append(Row(("", "", *_APPLICANTS), heads=heads))
    lines = [attrs.evolve(line, table="requests", is_head=True) for line in lines]
    before = None
    for row in _found(report, "requests"):
        group = row.above[-1].label.zh if len(row.above) > 1 else ""
        record = report.get(row.address)
        values = {i: f"{row.address}.{n}" for i, n in enumerate(columns(ByApplicant), start=2)}
        pieces = (
            group if group != before else "",
            row.label.zh,
            *(_printed(getattr(record, name)) for name in columns(ByApplicant)),
        )
        before = group
        filled = {i: a for i, a in values.items() if pieces[i]}
        labels = (0, 1) if pieces[0] else (1,)
        lines.append(Row(pieces, table="requests", values=filled, labels=labels))
    return lines


def _remedies(_table: object, report: AnnualReport, _corner: object) -> list[Row]:
    blocks = _found(report, "remedies")
    if not blocks[2:]:
        return []
    values: dict[int, str] = {}
    pieces: list[str] = []
    heads: dict[int, str] = {}
    for block in blocks:
        for name in columns(ByResult):
            heads[len(pieces)] = values[len(pieces)] = f"{block.address}.{name}"
            pieces.append(_printed(getattr(report.get(block.address), name)))
    blank = ("",) * 4
    top = ("行政复议", *blank, "行政诉讼", *("",) * 9)
    second = (*("",) * 5, "未经复议直接起诉", *blank, "复议后起诉", *blank)
    return [
        Row(top, table="remedies", is_head=True),
        Row(second, table="remedies", is_head=True),
        Row(tuple(_RESULTS * 3), table="remedies", heads=heads, is_head=True),
        Row(
            tuple(pieces),
            table="remedies",
            values={i: a for i, a in values.items() if pieces[i]},
        ),
    ]


_WRITERS: Mapping[str, Callable[[Any, AnnualReport, object], list[Row]]] = {
    "proactive_disclosure": _proactive,
    "requests": _requests,
    "remedies": _remedies,
}
