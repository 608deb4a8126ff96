"""Table 三: groups of rows, under the kinds of applicants."""

from ...records import AnnualReport, ByApplicant
from ...records.form import columns
from ...records.requests import APPLICANTS_HEAD, CORNER
from .boxes import Box, Role, Table
from .headings import heading_of
from .trees import branches, paths, values_of

_APPLICANTS, _ORGANIZATIONS = "applicants", "organizations"


def requests(report: AnnualReport, name: str) -> Table:
    """Return table 三: a row for each outcome, a column for each kind of applicant."""
    found = list(paths(branches(report.requests)))
    depth = max((len(path) for path in found), default=1)
    heads = _applicant_heads(depth) if found else ()
    above = {
        column: (_APPLICANTS, *[_ORGANIZATIONS] * (form.head is not None), column)
        for column, form in columns(ByApplicant).items()
    }
    rows: list[tuple[Box, ...]] = []
    named: set[str] = set()
    for path in found:
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
        rows.append((*labels, *values_of(name, path, above)))
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
