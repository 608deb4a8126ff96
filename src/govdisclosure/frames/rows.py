"""Reports to a frame and back, one row a report."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ..errors import InvalidFrame, InvalidReport, Problem
from ..reading import Reading
from ..records import AnnualReport
from ..wide import report_from, wide_columns, wide_row
from .adapting import arrow_of, in_backend
from .extra import needed
from .schema import arrow_schema


def to_frame(reports: Iterable[AnnualReport | Reading], *, backend: str = "polars") -> Any:
    """Return a frame of the wide table with one row a report, in the order given.

    Everything but prose is in it: ``arrow_schema()`` says which columns. *backend* is what holds
    it: ``polars``, ``pyarrow``, ``pandas`` or ``duckdb``.

    Raises:
        TypeError: something else than reports or readings was given.
        ValueError: there is no such backend.
        MissingExtra: its library is not installed.
    """
    columns: dict[str, list[Any]] = {column.name: [] for column in wide_columns()}
    for report in reports:
        for name, value in wide_row(_record(report)).items():
            columns[name].append(value)
    table = needed("pyarrow").Table.from_pydict(columns, schema=arrow_schema())
    return in_backend(table, backend)


def from_frame(frame: Any) -> Iterator[AnnualReport]:
    """Iterate over the reports that a frame of the wide table holds, in its order.

    The frame may be of any kind that ``check`` takes, and has every column.

    Raises:
        InvalidFrame: a value may not stand in its column, or a column is not there. The first
            row with problems is told, with all of them.
        TypeError: it is no data frame.
    """
    table = arrow_of(frame)
    number = 0
    for batch in table.to_batches(max_chunksize=1000):
        for row in batch.to_pylist():
            yield _report(row, number)
            number += 1


def _report(row: Mapping[str, object], number: int) -> AnnualReport:
    try:
        return report_from(row)
    except InvalidReport as error:
        raise InvalidFrame(_in_row(error.problems, number)) from error


def _in_row(problems: Iterable[Problem], number: int) -> Iterator[Problem]:
    return (attrs.evolve(problem, path=f"{problem.path}[{number}]") for problem in problems)


def _record(value: object) -> AnnualReport:
    record = value.report if isinstance(value, Reading) else value
    if not isinstance(record, AnnualReport):
        kind = type(value).__name__
        raise TypeError(f"to_frame(reports): an AnnualReport or a Reading is wanted, not {kind}")
    return record
