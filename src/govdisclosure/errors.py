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
    """One place where data is not what it should be: where, what was found, what was expected.

    ``path`` is the cell address or key path (``requests.received.total``,
    ``overview.paragraphs[2]``), ``$`` for the whole document. ``value`` is what was found there,
    ``line`` the line of the document where that is known.
    """

    path: str
    value: object
    expected: Wording
    line: int | None = None

    @property
    def wording(self) -> Wording:
        """The problem as a sentence."""
        found = _NOTHING if self.value is MISSING else Wording(*[shown(self.value)] * 2)
        where = Wording("", "")
        if self.line is not None:
            where = Wording(f"第 {self.line} 行，", f"line {self.line}, ")
        return Wording(
            f"{where.zh}{self.path}：要求{self.expected.zh}；实际：{found.zh}",
            f"{where.en}{self.path}: expected {self.expected.en}, found {found.en}",
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


class _Invalid(Error, ValueError):
    """Data that is not what it should be. ``problems`` lists all of them, in document order."""

    what = Wording("数据无效", "invalid data")

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = [problem.wording for problem in self.problems[:_TOLD]]
        more = len(self.problems) - len(lines)
        if more:
            lines.append(Wording(f"……另有 {more} 处", f"… and {more} more"))
        lines.insert(0, _PROBLEMS.fill(what=self.what, number=len(self.problems)))
        super().__init__(Wording("\n".join(w.zh for w in lines), "\n".join(w.en for w in lines)))


_PROBLEMS = Wording("{what}，问题 {number} 处：", "{what}, {number} problem{number:s}:")
_TOLD = 20


class InvalidReport(_Invalid):
    """Data that cannot be a report. ``problems`` lists all of them, in document order."""

    what = Wording("不是一份年度报告", "not a report")


class InvalidFrame(_Invalid):
    """A data frame that is no table of reports. ``problems`` name the columns, and rows in [ ]."""

    what = Wording("不是可以检查的报告宽表", "not a table of reports")


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


class InvalidProfile(_Invalid):
    """A profile that is not one. ``problems`` lists all of them."""

    what = Wording("不是可用的配置文件", "not a profile")


class InvalidWaivers(_Invalid):
    """Waivers that are none. ``problems`` lists all of them."""

    what = Wording("不是可用的豁免清单", "not a list of waivers")


class InvalidRoster(_Invalid):
    """A roster that is not one. ``problems`` lists all of them, with lines where there are any."""

    what = Wording("不是可用的机关名册", "not a roster")


class UnrelatedReports(Error, ValueError):
    """Reports that cannot be added up: of different years, or of no body on the roster."""


class Impossible(Error, ValueError):
    """A report was asked for that cannot be: one that breaks a rule which it cannot break alone."""
