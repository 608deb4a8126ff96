"""The exceptions: misuse and unreadable input.

What is wrong *in* a report is never an exception but a finding (see ``govdisclosure.findings``).
"""

from collections.abc import Iterable

import attrs

from .wording import Wording


class Error(Exception):
    """Base of every exception that this library raises on purpose.

    ``wording`` holds the message in Chinese and in English; ``str()`` gives the English one.
    """

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording)
        self.wording = wording

    def __str__(self) -> str:
        return self.wording.en


@attrs.frozen
class Problem:
    """One place where data is not a report: where, what was found, what was expected.

    ``path`` is the cell address or key path (``requests.received.total``,
    ``overview.paragraphs[2]``), ``$`` for the whole document. ``value`` is what was found there.
    """

    path: str
    value: object
    expected: Wording

    @property
    def wording(self) -> Wording:
        """The problem as a sentence."""
        found = _NOTHING if self.value is MISSING else Wording(*[shown(self.value)] * 2)
        return Wording(
            f"{self.path}：要求{self.expected.zh}；实际：{found.zh}",
            f"{self.path}: expected {self.expected.en}, found {found.en}",
        )


class Missing:
    """Stands as a problem's ``value`` where there was nothing at all."""

    def __repr__(self) -> str:
        return "nothing"


MISSING = Missing()
_NOTHING = Wording("没有", "nothing")
_SHOWN_LENGTH = 60
_LARGEST_BITS = 2048


def shown(value: object) -> str:
    """Return *value* as text fit for a message: short, on one line."""
    if isinstance(value, dict):
        text = "{" + ", ".join(repr(key) for key in list(value)[:9]) + "}"
    elif isinstance(value, list):
        text = f"[… {len(value)}]" if value else "[]"
    elif isinstance(value, int) and value.bit_length() > _LARGEST_BITS:
        text = hex(value)  # Python refuses to print it in decimals
    else:
        text = repr(value)
    return text if len(text) <= _SHOWN_LENGTH else text[:_SHOWN_LENGTH] + "…"


class InvalidReport(Error, ValueError):
    """Data that cannot be a report. ``problems`` lists all of them, in document order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [problem.wording for problem in self.problems[:_TOLD]]
        more = len(self.problems) - len(lines)
        if more:
            lines.append(Wording(f"……另有 {more} 处", f"… and {more} more"))
        number = len(self.problems)
        super().__init__(
            Wording(
                "\n".join([f"不是一份年度报告，问题 {number} 处：", *(w.zh for w in lines)]),
                "\n".join([f"not a report, {number} problem(s):", *(w.en for w in lines)]),
            )
        )


_TOLD = 20


class UnreadableDocument(Error):
    """A document that cannot be opened, decoded or taken apart."""


class NoReport(Error):
    """A document in which there is no annual report, or more than one."""


class UnknownName(Error, LookupError):
    """A cell address, rule id, edition or other name that does not exist."""


class MissingExtra(Error, ImportError):
    """A feature needs a library that comes with an optional dependency."""

    def __init__(self, extra: str, library: str | None) -> None:
        self.extra = extra
        command = f"pip install 'govdisclosure[{extra}]'"
        super().__init__(
            Wording(
                f"需要 {library or extra}，尚未安装：{command}",
                f"{library or extra} is needed and not installed: {command}",
            )
        )


class InvalidProfile(Error, ValueError):
    """A profile that is not one."""


class InvalidRoster(Error, ValueError):
    """A roster that is not one."""
