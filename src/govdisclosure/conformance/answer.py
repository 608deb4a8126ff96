"""An answer: one line of JSON that says what every instance of a case comes to.

It is taken just where ``answer.schema.json`` takes it, and where it names each instance once.
"""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from ..errors import Error, InvalidReport, shown
from ..findings import Needed, Number, Outcome
from ..wire import parse
from ..wording import Wording
from .case import Case, Expected

NUMBER_TEXT = "^-?[0-9]+([.][0-9]+)?$"
"""How the text of a number is written."""

_SHOWN = 80
_NUMBER = re.compile(NUMBER_TEXT.removesuffix("$"), re.ASCII)
_WORDS = ", ".join(outcome.value for outcome in Outcome)

_NO_ANSWER = Wording(
    "应为一行 JSON {shape}，实为：{found}", "one line of JSON {shape} is wanted, found: {found}"
)
_SHAPE = '{"id": …, "outcomes": [{"rule", "at", "outcome", "needed"}]}'
_OUT_OF_ORDER = Wording(
    "应回答这一例，却回答了 {found}；回答须与输入同序",
    "answered {found} instead; answers must come in the order of the cases",
)
_NOT_ANSWERED = Wording(
    "没有回答 {rule} {at}；每个实例都要回答", "no answer for {rule} at {at}; all must be answered"
)
_TWICE = Wording(
    "{rule} {at} 回答了两次；每个实例只回答一次",
    "{rule} at {at} is answered twice; each must be answered once",
)
_UNKNOWN = Wording("规则中没有 {rule} {at} 这个实例", "{rule} at {at} is no instance of the rules")
_OTHER = Wording(
    "回答中的 {place} 应{expected}，实为 {found}",
    "{place} of the answer must be {expected}, found {found}",
)
_NO_KEY = Wording("回答中的 {place} 缺少键 {key}", "{place} of the answer lacks the key {key}")
_ANOTHER_KEY = Wording(
    "回答中的 {place} 不应有键 {key}", "{place} of the answer must not have the key {key}"
)
_KEY_TWICE = Wording(
    "回答中的 {place} 两次写了键 {key}", "{place} of the answer has the key {key} twice"
)
_TEXT = Wording("为不空的文字", "a text that is not empty")
_OBJECT = Wording("为对象", "an object")
_ARRAY = Wording("为数组", "an array")
_OUTCOME = Wording(f"为 {_WORDS} 之一", f"one of {_WORDS}")
_A_NUMBER = Wording(
    '为数字，或 "9682.2371" 这样的数字文字（不用指数）',
    'a number, or the text of one as in "9682.2371", without an exponent',
)


class UnusableError(Error):
    """A command whose answers cannot be used: it crashed, hung, or answered something else."""


def unusable(case: str, why: Wording) -> UnusableError:
    """Return the error that says at which case a command cannot be used, and why."""
    return UnusableError(Wording(f"用例 {case}：{why.zh}", f"case {case}: {why.en}"))


def read_answer(case: Case, line: bytes) -> Mapping[tuple[str, str], Expected]:
    """Return what a line says of each instance of a case that names them all.

    Raises:
        UnusableError: it is no answer, an answer to another case, or one that leaves an instance
            out, has one twice, or has one that the rules do not have.
    """
    try:
        return _judged(case, _whole(case.id, line))
    except _MisshapenError as error:
        raise unusable(case.id, error.wording) from None


class _MisshapenError(Error):
    """Says what is wrong with a line to where its case is known; no caller ever sees it."""


def _whole(case: str, line: bytes) -> Mapping[str, Any]:
    """Return the object that a line is, if it answers that case."""
    try:
        found = parse(line) if line.endswith(b"\n") else None
    except InvalidReport:
        found = None
    if not isinstance(found, dict):
        text = line[:_SHOWN].decode("utf-8", "replace").strip()
        raise _MisshapenError(_NO_ANSWER.fill(shape=_SHAPE, found=text))
    answer = _object(found, "$", ("id", "outcomes"))
    if answer["id"] != case:
        raise _MisshapenError(_OUT_OF_ORDER.fill(found=str(answer["id"])[:_SHOWN]))
    return answer


def _judged(case: Case, answer: Mapping[str, Any]) -> Mapping[tuple[str, str], Expected]:
    wanted = [(expected.rule, expected.at) for expected in case.expected]
    known = set(wanted)
    found: dict[tuple[str, str], Expected] = {}
    for i, one in enumerate(_array(answer["outcomes"], "outcomes")):
        judged = _outcome(one, f"outcomes[{i}]")
        key = judged.rule, judged.at
        if key not in known or key in found:
            wrong = _TWICE if key in found else _UNKNOWN
            rule, at = (text[:_SHOWN] for text in key)
            raise _MisshapenError(wrong.fill(rule=rule, at=at))
        found[key] = judged
    for rule, at in wanted:
        if (rule, at) not in found:
            raise _MisshapenError(_NOT_ANSWERED.fill(rule=rule, at=at))
    return found


def _outcome(found: object, place: str) -> Expected:
    plain = _object(found, place, ("rule", "at", "outcome"), optional=("needed",))
    outcome = plain["outcome"]
    if not isinstance(outcome, str) or outcome not in list(Outcome):
        raise _other(f"{place}.outcome", _OUTCOME, outcome)
    return Expected(
        rule=_text(plain["rule"], f"{place}.rule"),
        at=_text(plain["at"], f"{place}.at"),
        outcome=Outcome(outcome),
        needed=tuple(
            _needed(one, f"{place}.needed[{i}]")
            for i, one in enumerate(_array(plain.get("needed", []), f"{place}.needed"))
        ),
    )


def _needed(found: object, place: str) -> Needed:
    plain = _object(found, place, ("cell",), optional=("value", "at_least"))
    numbers = {name: _number(plain[name], f"{place}.{name}") for name in plain if name != "cell"}
    return Needed(cell=_text(plain["cell"], f"{place}.cell"), **numbers)


def _number(found: object, place: str) -> Number:
    if isinstance(found, str) and _NUMBER.fullmatch(found):
        return Decimal(found)
    if isinstance(found, int | Decimal) and not isinstance(found, bool):
        return found
    raise _other(place, _A_NUMBER, found)


def _text(found: object, place: str) -> str:
    if isinstance(found, str) and found:
        return found
    raise _other(place, _TEXT, found)


def _array(found: object, place: str) -> list[Any]:
    if isinstance(found, list):
        return found
    raise _other(place, _ARRAY, found)


def _object(
    found: object, place: str, wanted: Collection[str], *, optional: Collection[str] = ()
) -> Mapping[str, Any]:
    """Return an object that has those keys and no other, each once."""
    if not isinstance(found, dict):
        raise _other(place, _OBJECT, found)
    faults = (
        (_NO_KEY, [key for key in wanted if key not in found]),
        (_ANOTHER_KEY, [key for key in found if key not in (*wanted, *optional)]),
        (_KEY_TWICE, getattr(found, "repeated", ())),
    )
    for wrong, keys in faults:
        for key in keys:
            raise _MisshapenError(wrong.fill(place=place, key=shown(key)))
    return found


def _other(place: str, expected: Wording, found: object) -> _MisshapenError:
    return _MisshapenError(_OTHER.fill(place=place, expected=expected, found=shown(found)))
