"""Runs an implementation: cases on its standard input, one answer a line on its standard output."""

import contextlib
import os
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence

import attrs

from ..wire import to_json
from ..wording import Wording
from .answer import UnusableError, read_answer, unusable
from .case import Case, Expected, complete

_LONGEST = 4_000_000
_PATIENCE = 5.0
_SHOWN = 300


@attrs.frozen(kw_only=True)
class Failure:
    """An instance that a command answered otherwise than the contract has it."""

    case: str
    expected: Expected
    found: Expected

    @property
    def wording(self) -> Wording:
        """The failure as a sentence."""
        wanted, found = _said(self.expected), _said(self.found)
        rule, at = self.expected.rule, self.expected.at
        return Wording(
            f"{self.case}：{rule} {at}：应为 {wanted}，实为 {found}",
            f"{self.case}: {rule} at {at}: expected {wanted}, found {found}",
        )


def _said(judged: Expected) -> str:
    """The outcome and what is needed, numbers as texts; short whatever a command answers."""
    needed = [{name: str(value) for name, value in one.items()} for one in judged.plain()["needed"]]
    text = to_json(needed)
    return f"{judged.outcome.value} {text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}"


def run(command: Sequence[str], cases: Sequence[Case], *, seconds: float) -> list[Failure]:
    """Give the cases to a command and return what it answers wrongly, of every instance.

    Raises:
        UnusableError: it cannot be started, ends early or with an error, does not answer within
            so many *seconds* altogether, or answers something else than one line a case, in order,
            with every instance once.
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
            yield from _compared(case, line)
        if self._next(cases[-1].id):
            raise unusable(cases[-1].id, _MORE)
        try:
            code = self.process.wait(timeout=max(0.0, self.deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise unusable(cases[-1].id, _HANGS) from None
        if code:
            raise unusable(cases[-1].id, _ENDED_BADLY.fill(code=code))

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
            raise unusable(case, _HANGS) from None

    def _ended(self, case: str) -> UnusableError:
        try:
            code = self.process.wait(timeout=max(0.0, self.deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            return unusable(case, _HANGS)
        return unusable(case, _ENDED.fill(code=code))


_ENDED = Wording(
    "命令已结束（退出码 {code}），没有正常答完", "the command ended with code {code} too early"
)
_ENDED_BADLY = Wording(
    "命令已答完全部用例，但以退出码 {code} 结束（应为 0）",
    "the command answered every case, then ended with code {code}; it must be 0",
)
_HANGS = Wording(
    "命令没有在时限内答完（--seconds 可延长）",
    "the command did not finish in time (--seconds allows more)",
)
_MORE = Wording("答完之后又输出了内容", "something was printed after the last answer")


def _compared(case: Case, line: bytes) -> Iterator[Failure]:
    whole = complete(case)
    answers = read_answer(whole, line)
    for expected in whole.expected:
        found = answers[expected.rule, expected.at]
        if found != expected:
            yield Failure(case=case.id, expected=expected, found=found)
