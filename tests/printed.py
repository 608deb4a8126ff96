"""A small writer of texts, for tests only: a report as rows of pieces, by tabs or by spaces."""

import unicodedata

import attrs

import govdisclosure as gd
from damage import Document, Row
from govdisclosure.records.cells import rows as form_rows
from govdisclosure.records.form import PART, columns
from govdisclosure.records.layouts import row_layouts, shape
from govdisclosure.records.report import HEADINGS

_ITEMS = (
    ("第二十条第（一）项", ("government_rules", "normative_documents")),
    ("第二十条第（五）项", ("licensing", "other_services")),
    ("第二十条第（六）项", ("penalties", "compulsion")),
    ("第二十条第（八）项", ("fees",)),
    ("第二十条第（九）项", ("procurement",)),
)
_APPLICANTS = [c.label.zh for c in columns(gd.ByApplicant).values()]
_RESULTS = [c.label.zh for c in columns(gd.ByResult).values()]


def written(report, *, corner=True):
    """The report as a document of exact rows: group, label, then a piece for each column."""
    rows = []
    if report.title:
        rows.append(Row((report.title,)))
    for field in attrs.fields(gd.AnnualReport):
        value = getattr(report, field.name)
        if value is None or not (HEADINGS in field.metadata or PART in field.metadata):
            continue
        if HEADINGS in field.metadata:
            rows += [Row((text,)) for text in (value.heading, *value.paragraphs) if text]
        else:
            rows.append(Row((field.metadata[PART].label.zh,)))
            rows += _WRITERS[field.name](value, report, corner)
    return Document(tuple(rows))


def _found(report, table):
    layouts = row_layouts(shape(report))
    return [
        row for row in form_rows() if row.table == table and layouts.get(row.address) is row.layout
    ]


def _printed(value):
    return "" if value is None else f"{value:f}" if hasattr(value, "as_tuple") else str(value)


def _proactive(table, report, _corner):
    found = {row.name: row for row in _found(report, "proactive_disclosure")}
    lines = []
    for item, names in _ITEMS:
        here = [found[name] for name in names if name in found]
        if here:
            lines.append(Row((item, ""), table="proactive_disclosure", is_head=True))
        before = None
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


def _head_of(row, table):
    labels = [column.label.zh for column in row.columns.values()]
    unit = getattr(getattr(table, row.name), "unit", None)
    labels = [
        f"{label.partition('（')[0]}（单位：{unit}）" if name == "amount" and unit else label
        for name, label in zip(row.columns, labels, strict=True)
    ]
    heads = {i: f"proactive_disclosure.{name}" for i, name in enumerate(row.columns, start=1)}
    return Row(("信息内容", *labels), table="proactive_disclosure", heads=heads, is_head=True)


def _requests(_table, report, corner):
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
    heads = {i + 2: f"requests.{name}" for i, name in enumerate(columns(gd.ByApplicant))}
    lines.append(Row(("", "", *_APPLICANTS), heads=heads))
    lines = [attrs.evolve(line, table="requests", is_head=True) for line in lines]
    before = None
    for row in _found(report, "requests"):
        group = row.above[-1].label.zh if len(row.above) > 1 else ""
        record = report.get(row.address)
        values = {i: f"{row.address}.{n}" for i, n in enumerate(columns(gd.ByApplicant), start=2)}
        pieces = (
            group if group != before else "",
            row.label.zh,
            *(_printed(getattr(record, name)) for name in columns(gd.ByApplicant)),
        )
        before = group
        filled = {i: a for i, a in values.items() if pieces[i]}
        labels = (0, 1) if pieces[0] else (1,)
        lines.append(Row(pieces, table="requests", values=filled, labels=labels))
    return lines


def _remedies(_table, report, _corner):
    blocks = _found(report, "remedies")
    if len(blocks) < 3:
        return []
    values, pieces, heads = {}, [], {}
    for block in blocks:
        for name in columns(gd.ByResult):
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


_WRITERS = {
    "proactive_disclosure": _proactive,
    "requests": _requests,
    "remedies": _remedies,
}


def by_tabs(document):
    """The document as text, its pieces set apart by tabs."""
    return "\n".join("\t".join(row.pieces) for row in document.rows)


def in_spaces(document, wide=2, gap=3):
    """The document with its pieces padded into columns of spaces, characters *wide* columns each.

    Pieces over and beside the columns of a table are as wide as the widest in their place.
    """
    widths = {}
    for row in document.rows:
        for i, piece in enumerate(row.pieces if len(row.pieces) > 1 else ()):
            widths[row.table, i] = max(widths.get((row.table, i), 0), width(piece, wide))

    def padded(row, i, piece):
        if len(row.pieces) == 1:
            return piece
        return piece + " " * (widths[row.table, i] + gap - width(piece, wide))

    rows = tuple(
        attrs.evolve(row, pieces=tuple(padded(row, i, p) for i, p in enumerate(row.pieces)))
        for row in document.rows
    )
    return Document(rows, blank=lambda piece: " " * width(piece, wide))


def by_spaces(document):
    """The text of a document whose pieces are padded already."""
    return "\n".join("".join(row.pieces).rstrip() for row in document.rows)


def width(text, wide):
    """How many columns a text takes."""
    return sum(wide if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
