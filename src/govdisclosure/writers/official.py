"""The official layout of the three tables, as boxes with spans, made from the record classes.

Every writer draws these boxes; none knows a row or a column of its own. A row or block that the
report lacks is not drawn, a blank is drawn empty, mixed layouts stand under heads of their own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any

import attrs

from ..editions import EDITIONS, edition_due
from ..findings import Number
from ..records import AnnualReport, ByApplicant, FeesCollected, Procurement, Prose, Unit
from ..records.form import PART, Column, Part, columns, parts
from ..records.report import HEADINGS
from ..records.requests import APPLICANTS_HEAD, CORNER
from ..wording import Wording


class Role(StrEnum):
    """What a box is in its table."""

    CORNER = "corner"
    """The sentence in the corner of table 三."""
    ITEM = "item"
    """A line that names the item of article 20 for the rows below it."""
    COLUMN_HEAD = "column_head"
    """Names the columns below it."""
    ROW_HEAD = "row_head"
    """Names the rows to its right."""
    VALUE = "value"
    """A cell of the form."""


@attrs.frozen(kw_only=True)
class Box:
    """A box of a table: how many rows and columns it covers, and what stands in it.

    ``name`` is unique within the table for a head. A value has the cell's ``address`` and
    ``value`` (None for a blank), and ``heads``: the names of the heads that it stands under and
    beside, outermost first.
    """

    role: Role
    label: Wording = Wording("", "")
    rows: int = 1
    columns: int = 1
    name: str = ""
    address: str = ""
    value: Number | None = None
    heads: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Table:
    """A table of the report in the official layout.

    ``name`` is the section, ``rows`` are the boxes from top to bottom and left to right, the first
    ``head_rows`` of them heads; ``width`` is the number of columns, ``label_columns`` of them for
    row heads. A table of which the report has no row has no rows, not even heads.
    """

    name: str
    heading: Wording
    rows: tuple[tuple[Box, ...], ...]
    width: int
    head_rows: int = 0
    label_columns: int = 0

    def placed(self) -> Iterator[tuple[int, int, Box]]:
        """Iterate over the boxes with the row and the column that each begins at, from 0."""
        taken: set[tuple[int, int]] = set()
        for row, boxes in enumerate(self.rows):
            column = 0
            for box in boxes:
                while (row, column) in taken:
                    column += 1
                yield row, column, box
                taken |= {
                    (row + down, column + along)
                    for down in range(box.rows)
                    for along in range(box.columns)
                }


SECTIONS = tuple(
    field.name
    for field in attrs.fields(AnnualReport)
    if PART in field.metadata or HEADINGS in field.metadata
)
"""The six sections, in the form's order."""


@attrs.frozen(kw_only=True)
class Section:
    """A section of the report: its heading, and its paragraphs or its table."""

    name: str
    heading: Wording
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None


def sections(report: AnnualReport) -> Iterator[Section]:
    """Iterate over the sections that the report has, in the form's order.

    A section has the heading that the report prints, or else the official one.
    """
    for name in SECTIONS:
        found = getattr(report, name)
        heading = heading_of(report, name)
        if isinstance(found, Prose):
            yield Section(
                name=name,
                heading=Wording(found.heading or heading.zh, heading.en),
                paragraphs=found.paragraphs,
            )
        elif found is not None:
            yield Section(name=name, heading=heading, table=_TABLES[name](report, name))


def heading_of(report: AnnualReport, section: str) -> Wording:
    """Return the official heading of a section, by the edition due for the report's year."""
    field = attrs.fields_dict(AnnualReport)[section]
    form = parts(AnnualReport).get(section)
    labels: Mapping[str, Wording] = form.labels if form else field.metadata[HEADINGS]
    return labels[(edition_due(report.year) or EDITIONS[-1]).name]


def tables(report: AnnualReport) -> tuple[Table, ...]:
    """Return the report's tables, in the form's order, those that it lacks left out."""
    return tuple(section.table for section in sections(report) if section.table is not None)


# ---------------------------------------------------------------- table 二


_CONTENT = Wording("信息内容", "Content")


def _proactive(report: AnnualReport, name: str) -> Table:
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


# ---------------------------------------------------------------- trees of rows and blocks


@attrs.frozen
class _Branch:
    """A row or block, or a group of them, with what stands below it."""

    name: str
    label: Wording
    record: Any
    below: tuple["_Branch", ...]

    @property
    def leaves(self) -> int:
        return sum(branch.leaves for branch in self.below) or 1

    @property
    def cells(self) -> Mapping[str, Column]:
        return columns(type(self.record))


_Path = tuple[_Branch, ...]
"""A row or block with the groups that it stands in, outermost first."""


def _branches(record: Any, prefix: str = "") -> Iterator[_Branch]:
    for name, form in parts(type(record)).items():
        found = getattr(record, name)
        if found is not None:
            below = tuple(_branches(found, f"{prefix}{name}."))
            if below or columns(type(found)):
                yield _Branch(prefix + name, form.label_of(type(found)), found, below)


def _paths(branches: Iterable[_Branch], above: _Path = ()) -> Iterator[_Path]:
    for branch in branches:
        if branch.below:
            yield from _paths(branch.below, (*above, branch))
        else:
            yield (*above, branch)


def _values(table: str, path: _Path, above: Mapping[str, tuple[str, ...]]) -> Iterator[Box]:
    """Iterate over a row's values; *above* are the names of the heads over each column."""
    leaf = path[-1]
    names = tuple(branch.name for branch in path)
    for column in leaf.cells:
        yield Box(
            role=Role.VALUE,
            address=f"{table}.{leaf.name}.{column}",
            value=getattr(leaf.record, column),
            heads=(*names, *above[column]),
        )


# ---------------------------------------------------------------- table 三


_APPLICANTS, _ORGANIZATIONS = "applicants", "organizations"


def _requests(report: AnnualReport, name: str) -> Table:
    paths = list(_paths(_branches(report.requests)))
    depth = max((len(path) for path in paths), default=1)
    heads = _applicant_heads(depth) if paths else ()
    above = {
        column: (_APPLICANTS, *[_ORGANIZATIONS] * (found.head is not None), column)
        for column, found in columns(ByApplicant).items()
    }
    rows: list[tuple[Box, ...]] = []
    named: set[str] = set()
    for path in paths:
        labels = []
        for level, branch in enumerate(path):
            if branch.name not in named:
                named.add(branch.name)
                wide = 1 if branch.below else depth - level
                labels.append(
                    Box(
                        role=Role.ROW_HEAD,
                        label=branch.label,
                        rows=branch.leaves,
                        columns=wide,
                        name=branch.name,
                    )
                )
        rows.append((*labels, *_values(name, path, above)))
    return Table(
        name=name,
        heading=heading_of(report, name),
        rows=(*heads, *rows),
        width=depth + len(columns(ByApplicant)),
        head_rows=len(heads),
        label_columns=depth,
    )


def _applicant_heads(depth: int) -> tuple[tuple[Box, ...], ...]:
    layout = columns(ByApplicant)
    grouped = [column.head for column in layout.values() if column.head is not None]
    second: dict[str, Box] = {}
    third: list[Box] = []
    for name, column in layout.items():
        if column.head is None:
            second[name] = Box(role=Role.COLUMN_HEAD, label=column.label, rows=2, name=name)
        else:
            second[_ORGANIZATIONS] = Box(
                role=Role.COLUMN_HEAD,
                label=column.head,
                columns=len(grouped),
                name=_ORGANIZATIONS,
            )
            third.append(Box(role=Role.COLUMN_HEAD, label=column.label, name=name))
    first = (
        Box(role=Role.CORNER, label=CORNER, rows=3, columns=depth, name="corner"),
        Box(role=Role.COLUMN_HEAD, label=APPLICANTS_HEAD, columns=len(layout), name=_APPLICANTS),
    )
    return first, tuple(second.values()), tuple(third)


# ---------------------------------------------------------------- table 四


def _remedies(report: AnnualReport, name: str) -> Table:
    paths = list(_paths(_branches(report.remedies)))
    depth = max((len(path) for path in paths), default=1)
    heads: list[list[Box]] = [[] for _ in range(depth + 1)]
    named: set[str] = set()
    for path in paths:
        for level, branch in enumerate(path):
            if branch.name not in named:
                named.add(branch.name)
                wide = sum(len(p[-1].cells) for p in paths if branch in p)
                heads[level].append(
                    Box(role=Role.COLUMN_HEAD, label=branch.label, columns=wide, name=branch.name)
                )
        leaf, level = path[-1], len(path)
        heads[level] += [
            Box(
                role=Role.COLUMN_HEAD,
                label=column.label,
                rows=depth - level + 1,
                name=_own_column(leaf, column_name),
            )
            for column_name, column in leaf.cells.items()
        ]
    values = tuple(box for path in paths for box in _values(name, path, _own_columns(path[-1])))
    return Table(
        name=name,
        heading=heading_of(report, name),
        rows=(*map(tuple, heads), values) if values else (),
        width=len(values),
        head_rows=len(heads) if values else 0,
    )


def _own_column(block: _Branch, column: str) -> str:
    """Return a head's name: each block has columns of its own."""
    return f"{block.name}.{column}"


def _own_columns(block: _Branch) -> Mapping[str, tuple[str, ...]]:
    return {column: (_own_column(block, column),) for column in block.cells}


_TABLES: Mapping[str, Callable[[AnnualReport, str], Table]] = {
    "proactive_disclosure": _proactive,
    "requests": _requests,
    "remedies": _remedies,
}
