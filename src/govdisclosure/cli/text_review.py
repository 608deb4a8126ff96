"""A review as text for a person: worst first, repeats rolled up."""

from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby

from rich.console import Console
from rich.text import Text

from ..checking import Review
from ..findings import Finding, Severity, worst_first
from ..reading import Reading
from ..wording import Wording
from .language import Speech

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SEVERITIES = {
    Severity.ERROR: Wording("错误", "error"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.NOTE: Wording("提示", "note"),
}
_SHOWN = 3
_MORE = Wording(
    "……同一规则另有 {number} 处（--all 全部列出）",
    "… and {number} more of the same rule (--all lists them)",
)
_AT = Wording("　位置：{place}", "  at {place}")
_NOTHING = Wording("未发现问题", "nothing found")
_COUNTS = Wording(
    "勾稽关系：成立 {holds}，不成立 {broken}，因空白未定 {undetermined}，不适用 {not_applicable}",
    "relations: {holds} hold, {broken} broken, {undetermined} left open by blanks, "
    "{not_applicable} not applicable",
)
_UNDETERMINED = Wording(
    "无法确定：{rule} {at}（空白：{blanks}{needed}）",
    "undetermined: {rule} {at} (blank: {blanks}{needed})",
)
_NEEDED = Wording("；需填 {number}", "; needs {number}")
_NEEDED_AT_LEAST = Wording("；至少 {number}", "; needs at least {number}")
_SKIPPED = Wording("未检查：{rule}（{reason}）", "not checked: {rule} ({reason})")
_UNPLACED = Wording(
    "有 {number} 处内容未能放入表格", "{number} things printed in the tables found no place"
)

Checked = tuple[str, Reading | None, Review]


def text_review(
    checked: Iterable[Checked], speech: Speech, *, everything: bool, colour: bool
) -> str:
    """Return the reviews as text; with *everything*, nothing is rolled up or left out."""
    out = StringIO()
    console = Console(
        file=out,
        force_terminal=Console().is_terminal and colour,
        soft_wrap=True,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for source, reading, review in checked:
        console.print(Text(_title(source, reading), style="bold"))
        for line in _lines(review, reading, speech, everything=everything):
            console.print(line)
    return out.getvalue()


def _title(source: str, reading: Reading | None) -> str:
    title = reading.report.title if reading else None
    return f"{source}　{title}" if title else source


def _lines(
    review: Review, reading: Reading | None, speech: Speech, *, everything: bool
) -> Iterator[Text]:
    if not review.findings:
        yield Text("  " + speech.say(_NOTHING), style="green")
    by_rule = groupby(_together(review.findings), key=lambda finding: finding.rule)
    for _, group in by_rule:
        same = list(group)
        shown = same if everything else same[:_SHOWN]
        for finding in shown:
            yield from _finding(finding, speech)
        if len(shown) < len(same):
            more = _MORE.fill(number=len(same) - len(shown))
            yield Text("    " + speech.say(more), style="dim")
    if reading is not None and reading.unplaced:
        yield Text("  " + speech.say(_UNPLACED.fill(number=len(reading.unplaced))), style="yellow")
    yield Text("  " + speech.say(_COUNTS.fill(**{o.value: n for o, n in review.counts.items()})))
    if everything:
        yield from _open_and_skipped(review, speech)


def _together(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings worst first, those of one rule together, else in their order."""
    order: dict[str, int] = {}
    for finding in findings:
        order.setdefault(finding.rule, len(order))
    return sorted(
        worst_first(findings), key=lambda f: (list(Severity).index(f.severity), order[f.rule])
    )


def _finding(finding: Finding, speech: Speech) -> Iterator[Text]:
    line = Text("  ")
    line.append(speech.say(_SEVERITIES[finding.severity]), style=_COLOURS[finding.severity])
    line.append(f" {finding.rule}  ", style="dim")
    line.append(speech.say(finding.message))
    if finding.places and finding.difference is not None:
        line.append(speech.say(_AT.fill(place=finding.places[-1].wording)), style="dim")
    yield line


def _open_and_skipped(review: Review, speech: Speech) -> Iterator[Text]:
    for instance in review.undetermined:
        needed = Wording("", "")
        if instance.needed:
            (need,) = instance.needed
            least = need.value is None
            number = need.at_least if least else need.value
            needed = (_NEEDED_AT_LEAST if least else _NEEDED).fill(number=number)
        blanks = "、".join(instance.blanks)
        text = _UNDETERMINED.fill(rule=instance.rule, at=instance.at, blanks=blanks, needed=needed)
        yield Text("  " + speech.say(text), style="dim")
    for entry in review.skipped:
        text = _SKIPPED.fill(rule=entry.rule, reason=entry.reason)
        yield Text("  " + speech.say(text), style="dim")
