"""Streams of reports: a JSON document a line (NDJSON), each checked as fast as it can be decoded.

A document whose keys and values are as usual goes through a typed decoder made for its layouts;
every other goes the way of ``loads`` and ``check``, which come to the same.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from ..checking import check
from ..checking.related import Related
from ..errors import InvalidReport
from ..profiles import NATIONAL, Profile
from ..records import AnnualReport
from ..records.layouts import shape
from ..wire import loads
from ..wording import Wording
from .checked import Checked

__all__ = ["LONGEST_LINE", "Checked", "LineChecker", "check_lines"]

LONGEST_LINE = 8 * 2**20
"""Bytes; a longer line holds no report (the longest seen is below 1 MB)."""
_TOO_LONG = Wording(
    f"这一行超过 {LONGEST_LINE:,} 字节，不像一份年度报告；每行应为一份 JSON",
    f"the line has more than {LONGEST_LINE:,} bytes; that is no report (one JSON a line is wanted)",
)
_SHAPES_KEPT = 256
_BLANK = b" \t\r\n"


def check_lines(
    lines: Iterable[bytes],
    *,
    profile: Profile | None = None,
    all_rules: bool = False,
    first: int = 1,
) -> Iterator[Checked]:
    """Check reports that stand one a line, as JSON: the relations within each.

    *lines* is a file opened as binary, or any lines of bytes; blank ones are passed over. With
    *all_rules*, every rule that looks at one record alone is applied, which takes some ten times
    as long. *first* is the number of the first line. Each report comes in its turn, with what
    ``check(loads(line))`` finds; a line that holds none comes with the error and stops no other.

    Raises:
        MissingExtra: msgspec is not installed.
        InvalidProfile: the profile names a rule that does not exist.
    """
    return LineChecker(profile or NATIONAL, all_rules=all_rules).check(lines, first=first)


class LineChecker:
    """Checks lines as ``check_lines`` does, and keeps the decoders that it made for the next."""

    def __init__(self, profile: Profile, *, all_rules: bool = False) -> None:
        self._profile = profile
        self._related = lru_cache(maxsize=_SHAPES_KEPT)(partial(Related.of, profile=profile))
        self._related(shape(AnnualReport()))  # a profile that cannot be used is said at once
        self._decoders = None
        if not all_rules:
            from .decoders import Decoders

            self._decoders = Decoders(self._related)

    def check(self, lines: Iterable[bytes], *, first: int = 1) -> Iterator[Checked]:
        """Check reports that stand one a line; *first* is the number of the first line."""
        decoders = self._decoders
        for number, line in enumerate(lines, first):
            found = None if decoders is None else decoders.check(line)
            if found is not None:
                report, findings, left_open = found
                yield Checked(number, report, findings, left_open=left_open)
            elif line.strip(_BLANK):
                yield self._strictly(number, line)

    def _strictly(self, number: int, line: bytes) -> Checked:
        if len(line) > LONGEST_LINE:
            return Checked(number, None, error=_TOO_LONG)
        try:
            report = loads(line)
        except InvalidReport as error:
            return Checked(number, None, error=error.wording)
        related = self._related(shape(report))
        leftovers = related.leftovers(report, None)
        left_open = 0 if leftovers is None else leftovers[-1]
        if self._decoders is None:
            findings = check(report, profile=self._profile).findings
            return Checked(number, report, findings, left_open=left_open)
        findings = () if leftovers is None else related.findings(leftovers)
        return Checked(number, report, findings, left_open=left_open)
