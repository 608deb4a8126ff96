"""Batches of rows of the wide table: looked through as a frame, so that few rows are read alone.

The relations are evaluated on all rows of a batch at once. A row in which one is broken is then
checked as the report that it holds, as is every row of a batch in which something is amiss.
"""

from collections.abc import Iterator
from typing import Any

import attrs

from ..errors import InvalidFrame, MissingExtra
from ..frames import check
from ..frames.checking import left_open
from ..profiles import Profile
from ..records import Agency, Level, Scope
from ..records.report import FIRST_YEAR, LAST_YEAR
from ..wide import Role, wide_columns
from .checked import Checked
from .rows import RowChecker

try:
    import pyarrow as pa
    import pyarrow.compute as pc
except ImportError:
    raise MissingExtra("frames", "pyarrow") from None

_CODE = "agency.code"
_WORTHWHILE = 1_000
"""Rows; fewer are read alone sooner than a frame is made ready."""
_IDENTITY = ("year", "scope", "agency.name", "agency.level", _CODE)


@attrs.define(eq=False)
class _Whose:
    """Who reports on which year, of a row that was not read alone."""

    year: int | None
    scope: Scope | None
    agency: Agency


class BatchChecker:
    """Checks batches of rows as ``RowChecker`` does each row."""

    def __init__(self, profile: Profile, *, all_rules: bool = False) -> None:
        self._profile = profile
        self._rows = RowChecker(profile, all_rules=all_rules)
        self._all_rules = all_rules

    def check(self, batch: Any, *, first: int = 1) -> Iterator[Checked]:
        """Check the rows of a ``pyarrow.Table``; *first* is the number of the first.

        A row that holds no report comes with the error and stops no other.

        Raises:
            MissingExtra: a library that data frames need is not installed.
        """
        alone = self._all_rules or batch.num_rows < _WORTHWHILE
        looked = None if alone else self._broken_and_open(batch)
        if looked is None:
            yield from self._rows.check(batch.to_pylist(), first=first)
            return
        broken, open_in = looked
        order = sorted(broken)
        rows = batch.take(pa.array(order, pa.int64())).to_pylist()
        found = {
            at: self._rows.check_row(first + at, row) for at, row in zip(order, rows, strict=True)
        }
        for at, whose in enumerate(_identities(batch)):
            yield found.get(at) or Checked(first + at, whose, left_open=open_in.get(at, 0))

    def _broken_and_open(self, batch: Any) -> tuple[set[int], dict[int, int]] | None:
        """Return the rows in which a relation is broken, and how many are left open in each.

        None where rows are to be read alone.
        """
        if not _is_usual(batch):
            return None
        # The result names a report by its code: here the number of its row.
        numbers = pc.cast(pa.array(range(batch.num_rows), pa.int64()), pa.string())
        marked = batch.set_column(batch.schema.get_field_index(_CODE), _CODE, numbers)
        try:
            broken = check(marked, profile=self._profile)
            counted = left_open(marked, profile=self._profile)
        except InvalidFrame:
            return None
        rows, numbers = counted["agency"].to_pylist(), counted["number"].to_pylist()
        return (
            {int(number) for number in broken["agency"].unique().to_pylist()},
            dict(zip(map(int, rows), numbers, strict=True)),
        )


def _is_usual(batch: Any) -> bool:
    """Tell whether the columns that no relation looks at hold what may stand in them."""
    years = pc.and_(
        pc.greater_equal(batch["year"], FIRST_YEAR), pc.less_equal(batch["year"], LAST_YEAR)
    )
    listed = [
        pc.is_in(batch[column.name], value_set=pa.array([*column.values, None]))
        for column in wide_columns()
        if column.values is not None and column.role is not Role.LAYOUT
    ]
    return all(pc.all(held, min_count=0).as_py() is not False for held in (years, *listed))


def _identities(batch: Any) -> Iterator[_Whose]:
    columns = [batch[name].to_pylist() for name in _IDENTITY]
    for year, scope, name, level, code in zip(*columns, strict=True):
        agency = Agency(name=name, level=None if level is None else Level(level), code=code)
        yield _Whose(year, None if scope is None else Scope(scope), agency)
