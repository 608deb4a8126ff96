"""Rows of the wide table, each checked as the report that it holds."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial

from ..checking import check
from ..checking.related import Related
from ..errors import InvalidReport
from ..profiles import Profile
from ..records.layouts import shape
from ..wide import report_from
from .checked import Checked

_SHAPES_KEPT = 256


class RowChecker:
    """Checks rows of the wide table, and keeps what it made ready for the next."""

    def __init__(self, profile: Profile, *, all_rules: bool = False) -> None:
        self._profile = profile
        self._all_rules = all_rules
        self._related = lru_cache(maxsize=_SHAPES_KEPT)(partial(Related.of, profile=profile))

    def check(self, rows: Iterable[Mapping[str, object]], *, first: int = 1) -> Iterator[Checked]:
        """Check the report of each row; *first* is the number of the first.

        A row that holds none comes with the error and stops no other.
        """
        for number, row in enumerate(rows, first):
            yield self.check_row(number, row)

    def check_row(self, number: int, row: Mapping[str, object]) -> Checked:
        """Check the report of one row, which has the number *number*."""
        try:
            report = report_from(row)
        except InvalidReport as error:
            return Checked(number, None, error=error.wording)
        related = self._related(shape(report))
        leftovers = related.leftovers(report, None)
        left_open = 0 if leftovers is None else leftovers[-1]
        if self._all_rules:
            findings = check(report, profile=self._profile).findings
            return Checked(number, report, findings, left_open=left_open)
        findings = () if leftovers is None else related.findings(leftovers)
        return Checked(number, report, findings, left_open=left_open)
