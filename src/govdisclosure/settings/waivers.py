"""Waivers from TOML."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ..errors import InvalidWaivers, Problem
from ..profiles import NATIONAL, Profile
from ..rules import RULES
from ..schemas.local import WAIVER, waivers_schema
from ..waivers import Waiver
from .relations import wording
from .sources import Source, data_of
from .toml import parse
from .validating import A_RULE, one_of, problems


def load_waivers(source: Source, *, profile: Profile = NATIONAL) -> tuple[Waiver, ...]:
    """Return the waivers that a TOML file holds, each in a table ``[[waiver]]``.

    *source* is a path, or the file's content as bytes. A table has the fields of ``Waiver``;
    ``waivers_schema()`` describes them. The relations of a *profile* can be waived too.

    Raises:
        UnreadableDocument: the file cannot be opened.
        InvalidWaivers: it is not TOML, or does not hold waivers; every problem is listed.
    """
    plain = parse(data_of(source))
    if isinstance(plain, Problem):
        raise InvalidWaivers([plain])
    known = [rule.id for rule in (*RULES, *profile.relations)]
    wrong = problems(plain, waivers_schema()) or [*_faults(plain[WAIVER], known)]
    if wrong:
        raise InvalidWaivers(wrong)
    return tuple(_waiver(table) for table in plain[WAIVER])


def _waiver(table: Mapping[str, Any]) -> Waiver:
    until = table.get("until")
    return Waiver(
        rule=table["rule"],
        at=table["at"],
        reason=wording(table["reason"]),
        until=None if until is None else date.fromisoformat(until),
        agency=table.get("agency"),
        year=table.get("year"),
        source=table.get("source"),
    )


def _faults(tables: Iterable[Mapping[str, Any]], known: list[str]) -> Iterator[Problem]:
    for i, table in enumerate(tables):
        if table["rule"] not in known:
            expected = one_of(table["rule"], known, A_RULE)
            yield Problem(f"{WAIVER}[{i}].rule", table["rule"], expected)
