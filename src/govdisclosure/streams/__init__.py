"""Streams of reports: a JSON document a line (NDJSON), each checked as fast as it can be decoded.

A document whose keys and values are as usual goes through a typed decoder made for its layouts;
every other goes the way of ``loads`` and ``check``, which come to the same.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from ..checking import check
from ..checking.related import Related
from ..errors import InvalidReport
from ..profiles import NATIONAL, Profile
from ..records import AnnualReport
from ..records.layouts import Shape, shape
from ..wire import loads
from ..wording import Wording
from .checked import Checked

__all__ = ["LONGEST_LINE", "Checked", "check_lines"]

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
    from .decoders import Decoders

    asked = profile or NATIONAL
    related = lru_cache(maxsize=_SHAPES_KEPT)(partial(Related.of, profile=asked))
    related(shape(AnnualReport()))  # a profile that cannot be used is said at once
    decoders = None if all_rules else Decoders(related)
    for number, line in enumerate(lines, first):
        found = None if decoders is None else decoders.check(line)
        if found is not None:
            yield Checked(number, *found)
        elif line.strip(_BLANK):
            yield _strictly(number, line, None if all_rules else related, asked)


def _strictly(
    number: int, line: bytes, related: Callable[[Shape], Related] | None, profile: Profile
) -> Checked:
    if len(line) > LONGEST_LINE:
        return Checked(number, None, error=_TOO_LONG)
    try:
        report = loads(line)
    except InvalidReport as error:
        return Checked(number, None, error=error.wording)
    if related is None:
        return Checked(number, report, check(report, profile=profile).findings)
    within = related(shape(report))
    leftovers = within.leftovers(report, None)
    return Checked(number, report, () if leftovers is None else within.findings(leftovers))
