"""Table 四: blocks of columns, over one row of numbers."""

from collections.abc import Mapping

from ...records import AnnualReport
from .boxes import Box, Role, Table
from .headings import heading_of
from .trees import Branch, branches, paths, values_of


def remedies(report: AnnualReport, name: str) -> Table:
    """Return table 四: one row of numbers, under blocks of columns."""
    found = list(paths(branches(report.remedies)))
    depth = max((len(path) for path in found), default=1)
    heads: list[list[Box]] = [[] for _ in range(depth + 1)]
    named: set[str] = set()
    for path in found:
        for level, branch in enumerate(path):
            if branch.name not in named:
                named.add(branch.name)
                wide = sum(len(p[-1].cells) for p in found if branch in p)
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
    values = tuple(box for path in found for box in values_of(name, path, _own_columns(path[-1])))
    return Table(
        name=name,
        heading=heading_of(report, name),
        rows=(*map(tuple, heads), values) if values else (),
        width=len(values),
        head_rows=len(heads) if values else 0,
    )


def _own_column(block: Branch, column: str) -> str:
    """Return a head's name: each block has columns of its own."""
    return f"{block.name}.{column}"


def _own_columns(block: Branch) -> Mapping[str, tuple[str, ...]]:
    return {column: (_own_column(block, column),) for column in block.cells}
