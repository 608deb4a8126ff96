"""Table 二: rows under the items of article 20, each layout under heads of its own."""

from typing import Any

from ...records import AnnualReport, FeesCollected, Procurement, Unit
from ...records.form import Part, columns, parts
from ...wording import Wording
from .boxes import Box, Role, Table
from .headings import heading_of

_CONTENT = Wording("信息内容", "Content")


def proactive(report: AnnualReport, name: str) -> Table:
    """Return table 二: under each item of article 20, heads and the rows below them."""
    record = report.proactive_disclosure
    rows_found = [
        (row, form, getattr(record, row))
        for row, form in parts(type(record)).items()
        if getattr(record, row) is not None
    ]
    most = max((len(columns(type(found))) for _, _, found in rows_found), default=1)
    rows: list[tuple[Box, ...]] = []
    item = Box(role=Role.ITEM)
    layout: type[Any] | None = None
    heads: tuple[Box, ...] = ()
    for row, form, found in rows_found:
        place = form.basis.citations[0].place
        if place != item.label:
            item = Box(role=Role.ITEM, label=place, columns=most + 1, name=f"{row}.item")
            rows.append((item,))
            layout = None
        if type(found) is not layout:
            layout = type(found)
            heads = _column_heads(found, row, most)
            rows.append(heads)
        rows.append(_proactive_row(f"{name}.{row}", form, found, (item, *heads[1:])))
    return Table(
        name=name,
        heading=heading_of(report, name),
        rows=tuple(rows),
        width=most + 1,
        label_columns=1,
    )


def _column_heads(found: Any, row: str, most: int) -> tuple[Box, ...]:
    spans = _spread(most, len(columns(type(found))))
    heads = [
        Box(
            role=Role.COLUMN_HEAD,
            label=_with_unit(found, column.label, name),
            columns=span,
            name=f"{row}.{name}",
        )
        for span, (name, column) in zip(spans, columns(type(found)).items(), strict=True)
    ]
    return (Box(role=Role.COLUMN_HEAD, label=_CONTENT, name=f"{row}.content"), *heads)


def _spread(width: int, count: int) -> list[int]:
    """Spread *width* columns over *count* boxes, the wider ones last."""
    each, more = divmod(width, count)
    return [each + (i >= count - more) for i in range(count)]


def _with_unit(found: Any, label: Wording, column: str) -> Wording:
    """Return a head with the unit of the amounts below it, as far as the document has one."""
    if column != "amount" or not isinstance(found, (FeesCollected, Procurement)):
        return label
    return head_with_unit(label, found.unit)


_PRINTED_UNIT = Wording("（单位：万元）", " (10,000 yuan)")
_UNITS = {
    Unit.YUAN: Wording("元", "yuan"),
    Unit.TEN_THOUSAND_YUAN: Wording("万元", "10,000 yuan"),
}


def head_with_unit(label: Wording, unit: Unit | None) -> Wording:
    """Return the head of a column of amounts as printed with *unit*, bare if that is None.

    The form prints 单位 over the fees collected, and no unit over procurement, where published
    reports add one in brackets.
    """
    zh, en = label.zh.removesuffix(_PRINTED_UNIT.zh), label.en.removesuffix(_PRINTED_UNIT.en)
    if unit is None:
        return Wording(zh, en)
    printed = _UNITS[unit]
    named = printed.zh if zh == label.zh else f"单位：{printed.zh}"
    return Wording(f"{zh}（{named}）", f"{en} ({printed.en})")


def _proactive_row(address: str, form: Part, found: Any, above: tuple[Box, ...]) -> tuple[Box, ...]:
    """Return a row; *above* are the item's line, then the heads of the columns."""
    item, *heads = above
    name = address.rpartition(".")[2]
    label = Box(role=Role.ROW_HEAD, label=form.label_of(type(found)), name=name)
    values = [
        Box(
            role=Role.VALUE,
            columns=head.columns,
            address=f"{address}.{column}",
            value=getattr(found, column),
            heads=(item.name, head.name, name),
        )
        for head, column in zip(heads, columns(type(found)), strict=True)
    ]
    return (label, *values)
