"""Profiles from TOML."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ..errors import InvalidProfile, Problem
from ..findings import Severity
from ..profiles import Profile, YearDay
from ..rules import RULES
from ..schemas.local import RELATION, profile_schema
from ..wording import Wording
from .relations import faults, relation
from .sources import Source, data_of
from .toml import parse
from .validating import A_RULE, key_path, one_of, problems

_IN_A_YEAR = Wording("为存在的日期（MM-DD）", "a day that exists (MM-DD)")
_NOT_LATER = Wording(
    "不晚于条例第四十九条的期限 {last}", "a day not after {last}, the last that art. 49 allows"
)
_LAST = {"department": YearDay(1, 31), "government": YearDay(3, 31)}
_EITHER = Wording("不同时开启和关闭同一规则", "a rule either on or off")
_NEW_ID = Wording("为尚未使用的规则编号", "an id that no other rule has")
_COMMON_YEAR = 2023


def load_profile(source: Source) -> Profile:
    """Return the profile that a TOML file holds.

    *source* is a path, or the file's content as bytes. Its keys are the fields of ``Profile``,
    with a table ``[[relation]]`` for each of its relations; ``profile_schema()`` describes them.

    Raises:
        UnreadableDocument: the file cannot be opened.
        InvalidProfile: it is not TOML, or not a profile; every problem is listed, with its key
            path, what was found and what was expected.
    """
    plain = parse(data_of(source))
    if isinstance(plain, Problem):
        raise InvalidProfile([plain])
    wrong = problems(plain, profile_schema()) or [*_faults(plain)]
    if wrong:
        raise InvalidProfile(wrong)
    return Profile(
        name=plain.get("name"),
        severities={name: Severity(value) for name, value in plain.get("severities", {}).items()},
        off=frozenset(plain.get("off", ())),
        on=frozenset(plain.get("on", ())),
        deadlines={kind: _day(text) for kind, text in plain.get("deadlines", {}).items()},
        overview_limit=plain.get("overview_limit"),
        rule_making_bodies=frozenset(plain.get("rule_making_bodies", ())),
        relations=tuple(relation(table) for table in plain.get(RELATION, ())),
    )


def _day(text: str) -> YearDay:
    month, day = text.split("-")
    return YearDay(int(month), int(day))


def _faults(plain: Mapping[str, Any]) -> Iterator[Problem]:
    further = [table["id"] for table in plain.get(RELATION, ())]
    known = [*(rule.id for rule in RULES), *further]
    yield from _unknown("severities", plain.get("severities", {}), known)
    for key in ("off", "on"):
        yield from _unknown(key, plain.get(key, ()), known)
    for name in plain.get("on", ()):
        if name in plain.get("off", ()):
            yield Problem("on", name, _EITHER)
    yield from _deadline_faults(plain.get("deadlines", {}))
    for i, table in enumerate(plain.get(RELATION, ())):
        if known.index(table["id"]) != len(RULES) + i:
            yield Problem(f"{RELATION}[{i}].id", table["id"], _NEW_ID)
        yield from faults(table, f"{RELATION}[{i}]")


def _unknown(key: str, names: Iterable[str], known: list[str]) -> Iterator[Problem]:
    is_table = isinstance(names, Mapping)
    for i, name in enumerate(names):
        if name not in known:
            yield Problem(
                key_path([key, name if is_table else i]), name, one_of(name, known, A_RULE)
            )


def _deadline_faults(deadlines: Mapping[str, str]) -> Iterator[Problem]:
    for kind, text in deadlines.items():
        day = _day(text)
        try:
            date(_COMMON_YEAR, day.month, day.day)
        except ValueError:
            yield Problem(f"deadlines.{kind}", text, _IN_A_YEAR)
            continue
        last = _LAST.get(kind)
        if last is not None and (day.month, day.day) > (last.month, last.day):
            said = f"{last.month:02}-{last.day:02}"
            yield Problem(f"deadlines.{kind}", text, _NOT_LATER.fill(last=said))
