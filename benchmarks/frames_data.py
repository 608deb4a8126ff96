"""Many reports of the 2021 edition as a Parquet file: small numbers, 1 in 100 of them wrong.

The same for the same seed. Most cells of real reports are zero, and so they are here.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from govdisclosure.editions import EDITIONS
from govdisclosure.frames import arrow_schema
from govdisclosure.records import AnnualReport, ByApplicant, ByResult, Kind, cells
from govdisclosure.records.form import columns
from govdisclosure.wide import Role, wide_columns, wide_row

SEED = 8
EDITION = EDITIONS[-1].name
CELLS = {cell.address: cell for cell in cells(EDITION)}
APPLICANTS = [name for name in columns(ByApplicant) if name != "total"]
RESULTS = [name for name in columns(ByResult) if name != "total"]
LEAVES = sorted(
    {
        address.rpartition(".")[0]
        for address in CELLS
        if address.startswith("requests.outcomes.")
        and not address.startswith("requests.outcomes.t")
    }
)
FILLED, WRONG = 0.2, 0.01
"""The share of cells that are more than zero, and of reports with a wrong cell."""
AT_ONCE, A_GROUP = 125_000, 25_000
"""So many reports are made at once, and make a row group."""


def write(path: Path, number: int, blanks: float) -> None:
    """Write so many reports, with a share of their cells blank."""
    with pq.ParquetWriter(path, arrow_schema()) as writer:
        for start in range(0, number, AT_ONCE):
            rows = min(AT_ONCE, number - start)
            chance = np.random.default_rng([SEED, start])
            writer.write_table(_table(chance, start, rows, blanks), row_group_size=A_GROUP)


def _table(chance: np.random.Generator, start: int, rows: int, blanks: float) -> pa.Table:
    numbers = dict(_numbers(chance, rows))
    wrong = np.flatnonzero(chance.random(rows) < WRONG)
    names = list(numbers)
    for row, column in zip(wrong, chance.integers(0, len(names), len(wrong)), strict=True):
        numbers[names[column]][row] += 1
    form = wide_row(AnnualReport.blank_form(EDITION))
    found = []
    for column, field in zip(wide_columns(), arrow_schema(), strict=True):
        if column.name in numbers:
            mask = chance.random(rows) < blanks if blanks else None
            array = pa.array(numbers[column.name].astype("int32"), mask=mask)
            found.append(pc.cast(array, field.type))
        elif column.role is Role.LAYOUT or column.role is Role.UNIT:
            found.append(pa.repeat(pa.scalar(form[column.name], field.type), rows))
        elif column.name == "year":
            found.append(pa.repeat(pa.scalar(2023, field.type), rows))
        elif column.name == "agency.code":
            found.append(pa.array([f"{code:018d}" for code in range(start, start + rows)]))
        else:
            found.append(pa.nulls(rows, field.type))
    return pa.table(found, schema=arrow_schema())


def _numbers(chance: np.random.Generator, rows: int) -> Iterator[tuple[str, np.ndarray]]:
    """Yield the columns of reports in which everything adds up."""
    found = {
        address: chance.integers(1, 30, rows) * (chance.random(rows) < FILLED) for address in CELLS
    }
    for name in APPLICANTS:
        total = sum(found[f"{leaf}.{name}"] for leaf in LEAVES)
        left = found[f"requests.carried_out.{name}"]
        before = np.minimum(found[f"requests.carried_in.{name}"], total + left)
        found[f"requests.outcomes.total.{name}"] = total
        found[f"requests.carried_in.{name}"] = before
        found[f"requests.received.{name}"] = total + left - before
    for row in {address.rpartition(".")[0] for address in CELLS}:
        parts = APPLICANTS if row.startswith("requests.") else RESULTS
        if f"{row}.total" in CELLS:
            found[f"{row}.total"] = sum(found[f"{row}.{name}"] for name in parts)
        if f"{row}.in_force" in CELLS:
            found[f"{row}.in_force"] = found[f"{row}.in_force"] + found[f"{row}.issued"]
    return iter(found.items())


def counts() -> list[str]:
    """Return the cells of the edition that count, which every competitor reads."""
    return [address for address, cell in CELLS.items() if cell.kind is Kind.COUNT]
