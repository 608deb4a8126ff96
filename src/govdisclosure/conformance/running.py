"""Runs an implementation: cases on its standard input, one answer a line on its standard output."""

import contextlib
import os
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

import attrs

from ..errors import Error, InvalidReport
from ..wire import parse, to_json
from ..wording import Wording
from .case import Case, Expected

_LONGEST = 4_000_000
_SHOWN = 80
_PATIENCE = 5.0


class UnusableError(Error):
    """A command whose answers cannot be used: it crashed, hung, or answered something else."""


@attrs.frozen(kw_only=True)
class Failure:
    """An instance that a command answered otherwise than the contract has it."""

    case: str
    expected: Expected
    outcome: str
    needed: str

    @property
    def wording(self) -> Wording:
        """The failure as a sentence."""
        wanted = self.expected.plain()
        needed = to_json(wanted["needed"])
        return Wording(
            f"{self.case}：{self.expected.rule} {self.expected.at}：应为 {wanted['outcome']} "
            f"{needed}，实为 {self.outcome} {self.needed}",
            f"{self.case}: {self.expected.rule} at {self.expected.at}: expected "
            f"{wanted['outcome']} {needed}, found {self.outcome} {self.needed}",
        )


def run(command: Sequence[str], cases: Sequence[Case], *, seconds: float) -> list[Failure]:
    """Give the cases to a command and return what it answers wrongly.

    Raises:
        UnusableError: it cannot be started, ends early or with an error, does not answer within
            so many *seconds* altogether, or answers something else than one line a case, in order.
    """
    try:
        process = subprocess.Popen(  # noqa: S603  # the user's own command
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        why = error.strerror or str(error)
        raise UnusableError(
            Wording(f"无法启动 {command[0]}：{why}", f"cannot start {command[0]}: {why}")
        ) from None
    talk = _Talk(process, time.monotonic() + seconds)
    try:
        return list(talk.judged(cases))
    finally:
        talk.end()


@attrs.define
class _Talk:
    """A conversation with a process that must be over by the deadline."""

    process: "subprocess.Popen[bytes]"
    deadline: float
    lines: "queue.Queue[bytes]" = attrs.field(factory=lambda: queue.Queue(maxsize=16))

    threads: list[threading.Thread] = attrs.field(factory=list)

    def end(self) -> None:
        """End the process and all that it has started, and let go of its pipes."""
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGKILL)
            else:
                self.process.kill()
        self.process.wait()
        patience = time.monotonic() + _PATIENCE
        while any(thread.is_alive() for thread in self.threads) and time.monotonic() < patience:
            with contextlib.suppress(queue.Empty):
                self.lines.get(timeout=0.05)
        if not any(thread.is_alive() for thread in self.threads):
            for stream in (self.process.stdin, self.process.stdout):
                with contextlib.suppress(OSError):
                    stream.close()  # type: ignore[union-attr]  # a pipe

    def judged(self, cases: Sequence[Case]) -> Iterator[Failure]:
        for work in (lambda: self._write(cases), self._read):
            thread = threading.Thread(target=work, daemon=True)
            self.threads.append(thread)
            thread.start()
        for case in cases:
            line = self._next(case.id)
            if not line:
                raise self._ended(case.id)
            yield from _compared(case, _answer(case.id, line))
        if self._next(cases[-1].id):
            raise _unusable(cases[-1].id, _MORE)
        try:
            code = self.process.wait(timeout=max(0.0, self.deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise _unusable(cases[-1].id, _HANGS) from None
        if code:
            raise self._ended(cases[-1].id)

    def _write(self, cases: Sequence[Case]) -> None:
        stream = self.process.stdin
        with contextlib.suppress(OSError, ValueError):
            for case in cases:
                stream.write((to_json(case.question()) + "\n").encode())  # type: ignore[union-attr]  # a pipe
            stream.close()  # type: ignore[union-attr]  # a pipe

    def _read(self) -> None:
        line = b" "
        with contextlib.suppress(OSError, ValueError):
            while line:
                line = self.process.stdout.readline(_LONGEST)  # type: ignore[union-attr]  # a pipe
                self.lines.put(line)

    def _next(self, case: str) -> bytes:
        try:
            return self.lines.get(timeout=max(0.0, self.deadline - time.monotonic()))
        except queue.Empty:
            raise _unusable(case, _HANGS) from None

    def _ended(self, case: str) -> UnusableError:
        try:
            code = self.process.wait(timeout=max(0.0, self.deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            return _unusable(case, _HANGS)
        return _unusable(case, _ENDED.fill(code=code))


_ENDED = Wording(
    "命令已结束（退出码 {code}），没有正常答完", "the command ended with code {code} too early"
)
_HANGS = Wording(
    "命令没有在时限内答完（--seconds 可延长）",
    "the command did not finish in time (--seconds allows more)",
)
_MORE = Wording("答完之后又输出了内容", "something was printed after the last answer")
_NO_ANSWER = Wording(
    "应为一行 JSON {shape}，实为：{found}", "one line of JSON {shape} is wanted, found: {found}"
)
_OUT_OF_ORDER = Wording(
    "应回答这一例，却回答了 {found}；回答须与输入同序",
    "answered {found} instead; answers must come in the order of the cases",
)
_HALF = Wording(
    "没有回答 {rule} {at}；每个实例都要回答", "no answer for {rule} at {at}; all must be answered"
)
_SHAPE = '{"id": …, "outcomes": [{"rule", "at", "outcome", "needed"}]}'


def _unusable(case: str, why: Wording) -> UnusableError:
    return UnusableError(Wording(f"用例 {case}：{why.zh}", f"case {case}: {why.en}"))


def _answer(case: str, line: bytes) -> dict[tuple[str, str], dict[str, Any]]:
    shown = line[:_SHOWN].decode("utf-8", "replace").strip()
    wrong = _unusable(case, _NO_ANSWER.fill(shape=_SHAPE, found=shown))
    try:
        found = parse(line) if line.endswith(b"\n") else None
    except InvalidReport:
        raise wrong from None
    if not isinstance(found, dict) or not isinstance(found.get("outcomes"), list):
        raise wrong
    if found.get("id") != case:
        raise _unusable(case, _OUT_OF_ORDER.fill(found=str(found.get("id"))[:_SHOWN]))
    outcomes = found["outcomes"]
    if not all(isinstance(o, dict) and _is_outcome(o) for o in outcomes):
        raise wrong
    return {(o["rule"], o["at"]): o for o in outcomes}


def _is_outcome(found: dict[str, Any]) -> bool:
    needed = found.get("needed") or []
    return (
        all(isinstance(found.get(name), str) for name in ("rule", "at", "outcome"))
        and isinstance(needed, list)
        and all(isinstance(n, dict) for n in needed)
    )


def _compared(case: Case, answers: dict[tuple[str, str], dict[str, Any]]) -> Iterator[Failure]:
    for expected in case.expected:
        answer = answers.get((expected.rule, expected.at))
        if answer is None:
            raise _unusable(case.id, _HALF.fill(rule=expected.rule, at=expected.at))
        wanted = expected.plain()
        needed = answer.get("needed") or []
        same = answer["outcome"] == wanted["outcome"]
        if not same or list(map(_exact, needed)) != list(map(_exact, wanted["needed"])):
            yield Failure(
                case=case.id,
                expected=expected,
                outcome=answer["outcome"],
                needed=to_json(needed),
            )


def _exact(needed: dict[str, Any]) -> dict[str, object]:
    return {name: value if name == "cell" else _number(value) for name, value in needed.items()}


def _number(value: object) -> object:
    """Return a number, or the text of one, as an exact number."""
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return value
