"""Reviews as text for a person: worst first, repeats rolled up."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby

import attrs
from rich.console import Console
from rich.text import Text

from ..checking import Review
from ..findings import Finding, Instance, Outcome, Severity
from ..reading import Reading
from ..rules import rule
from ..rules.vocabulary import labels_of
from ..wording import Wording
from ..writers.characters import one_line
from . import blanks, lost, said
from .order import by_rule
from .reviewed import Reviewed, Settings
from .shell import argument
from .wrapping import wrapped

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SHOWN = 3
_WIDEST = 2
"""Columns that one character takes."""
_MORE = Wording(
    "……同一规则另有 {number} 处（--all 全部列出）",
    "… and {number} more of the same rule (--all lists them)",
)
_GAP = Wording("　", "  ")
_BASIS = Wording("依据：{basis}", "basis: {basis}")
_NOTHING = Wording("未发现问题", "nothing found")
_ONLY_WAIVED = Wording("没有未豁免的问题", "nothing found that is not waived")
_COUNTS = Wording(
    "勾稽关系：{holds} 项成立，{broken} 项不成立，{undetermined} 项因空白无法确定",
    "relations: {holds} hold, {broken} broken, {undetermined} left open by blanks",
)
_BLANKS = Wording(
    "；空白的有：{labels}（--all 列出各项）", "; blank are: {labels} (--all lists them)"
)
_NOTE = Wording("说明：{note}", "note: {note}")
_MORE_NOTES = Wording(
    "……另有 {number} 条说明（--all 全部列出）",
    "… and {number} more note{number:s} (--all lists them)",
)
_SKIPPED = Wording("未检查：{rules}（{reason}）", "not checked: {rules} ({reason})")
_SKIPPED_IN = Wording(
    "未检查：{rules}（{reason}，{number} 份报告）",
    "not checked: {rules} ({reason}; {number} report{number:s})",
)
_UNREAD = Wording("无法读取：{error}", "not readable: {error}")
_SUMMARY = Wording(
    "共 {total} 份报告：有错误 {errors} 份，只有警告或提示 {others} 份，未发现问题 {clean} 份，"
    "无法读取 {unread} 份",
    "{total} report{total:s}: {errors} with errors, {others} with warnings or notes only, "
    "{clean} with nothing found, {unread} not readable",
)


@attrs.frozen
class _Line:
    """A line of text, and how far it stands in, also where it goes on below."""

    text: Text
    indent: int = 0


_SUGGEST = Wording(
    "哪个单元格可能有误：govdisclosure suggest {arguments}",
    "which cell is likely wrong: govdisclosure suggest {arguments}",
)


def write(reviewed: Sequence[Reviewed], settings: Settings) -> str:
    """Return the reviews as text, grouped by report, the worst findings of each first."""
    out = StringIO()
    console = Console(
        file=out,
        force_terminal=settings.colour,
        width=settings.width,
        soft_wrap=True,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for line in _all_lines(reviewed, settings):
        if settings.width is None:
            console.print(Text(" " * line.indent).append_text(line.text))
        else:
            indent = min(line.indent, max(settings.width - _WIDEST, 0))
            for piece in wrapped(line.text, settings.width - indent):
                console.print(Text(" " * indent).append_text(piece))
    return out.getvalue()


def _all_lines(reviewed: Sequence[Reviewed], settings: Settings) -> Iterator[_Line]:
    say = _saying(settings)
    reviews = []
    for entry in reviewed:
        yield _Line(Text(_title(entry), style="bold"))
        if entry.review is not None:
            reviews.append(entry.review)
            yield from _of_report(entry, entry.review, settings)
            if entry.review.counts[Outcome.BROKEN]:
                arguments = " ".join(map(argument, (entry.source, *settings.options)))
                yield _Line(Text(say(_SUGGEST.fill(arguments=arguments)), style="dim"))
        elif entry.error is not None:
            shown = said.problems_shown(len(reviewed), everything=settings.everything)
            yield from _unread(said.beginning(entry.error, shown), settings)
    for skipped in _skipped(reviews):
        yield _Line(Text(say(skipped), style="dim"))
    if len(reviewed) > 1:
        yield _Line(Text(say(_summary(reviews, len(reviewed))), style="bold"))


def _saying(settings: Settings) -> Callable[[Wording], str]:
    """Return what says a wording on one line, in which nothing can command a terminal."""
    return lambda wording: one_line(settings.speech.say(wording))


def _title(entry: Reviewed) -> str:
    title = entry.report.title if entry.report else None
    return one_line(f"{entry.source}　{title}" if title else entry.source)


def _unread(error: Wording, settings: Settings) -> Iterator[_Line]:
    lines = settings.speech.say(_UNREAD.fill(error=error)).split("\n")
    for number, line in enumerate(lines):
        yield _Line(Text(one_line(line), style="" if number else "bold red"), 4 if number else 2)


def _of_report(entry: Reviewed, review: Review, settings: Settings) -> Iterator[_Line]:
    say = _saying(settings)
    live = [finding for finding in review.findings if finding.waived is None]
    waived = [finding for finding in review.findings if finding.waived is not None]
    if not live:
        yield _Line(Text(say(_ONLY_WAIVED if waived else _NOTHING), style="green"), 2)
    for group in (*by_rule(live), *by_rule(waived)):
        yield from _of_rule(group, review, settings)
    unplaced = lost.in_short(entry.reading)
    if unplaced is not None:
        yield _Line(Text(say(unplaced), style="yellow"), 2)
    for note in _notes(entry.reading, everything=settings.everything):
        yield _Line(Text(say(note), style="dim"), 2)
    counts = say(_COUNTS.fill(**{o.value: n for o, n in review.counts.items()}))
    if review.undetermined and not settings.everything:
        blank = dict.fromkeys(b for i in review.undetermined for b in i.blanks)
        counts += say(_BLANKS.fill(labels=labels_of(list(blank))))
    yield _Line(Text(counts), 2)
    needed = blanks.needed_blanks(review, entry.reading)
    if needed:
        yield _Line(Text(say(blanks.HEADING), style="yellow"), 2)
    for line in blanks.listed(needed, everything=settings.everything):
        yield _Line(Text(say(line), style="yellow"), 4)
    if settings.everything:
        for instance in review.undetermined:
            yield _Line(_undetermined(instance, review, settings), 2)


def _notes(reading: Reading | None, *, everything: bool) -> Iterator[Wording]:
    """Yield what was decided in reading: all of it, or the first notes and how many more."""
    notes = () if reading is None else reading.notes
    shown = notes if everything else notes[:_SHOWN]
    yield from (_NOTE.fill(note=note) for note in shown)
    if len(shown) < len(notes):
        yield _MORE_NOTES.fill(number=len(notes) - len(shown))


def _of_rule(same: Sequence[Finding], review: Review, settings: Settings) -> Iterator[_Line]:
    """Show the findings of one rule: the first ones with the number of the rest, or all."""
    say = _saying(settings)
    shown = same if settings.everything else same[:_SHOWN]
    for finding in shown:
        yield _Line(_finding(finding, review, settings), 2)
        reason = said.why_waived(finding)
        if reason is not None:
            yield _Line(Text(say(reason), style="dim"), 4)
    if len(shown) < len(same):
        more = _MORE.fill(number=len(same) - len(shown))
        yield _Line(Text(say(more), style="dim"), 4)
    if settings.everything:
        basis = _BASIS.fill(basis=rule(same[0].rule, review.rules).basis.wording)
        yield _Line(Text(say(basis), style="dim"), 4)


def _finding(finding: Finding, review: Review, settings: Settings) -> Text:
    say = _saying(settings)
    line = Text()
    live = finding.waived is None
    line.append(say(said.severity(finding)), style=_COLOURS[finding.severity] if live else "dim")
    line.append(f" {finding.rule}  ", style="dim")
    line.append(say(finding.message))
    where = said.where(finding, review)
    if where is not None:
        line.append(settings.speech.say(_GAP) + say(where), style="dim")
    return line


def _undetermined(instance: Instance, review: Review, settings: Settings) -> Text:
    return Text(_saying(settings)(said.undetermined(instance, review)), style="dim")


def _skipped(reviews: Sequence[Review]) -> Iterator[Wording]:
    """Yield what was not checked: one line a reason, with the rules and the number of reports."""
    rules: dict[Wording, dict[str, None]] = {}
    numbers: dict[Wording, int] = {}
    for review in reviews:
        for reason, group in groupby(review.skipped, key=lambda skipped: skipped.reason):
            rules.setdefault(reason, {}).update(dict.fromkeys(s.rule for s in group))
            numbers[reason] = numbers.get(reason, 0) + 1
    sentence = _SKIPPED if len(reviews) == 1 else _SKIPPED_IN
    for reason, names in rules.items():
        listed = Wording("、".join(names), ", ".join(names))
        yield sentence.fill(rules=listed, reason=reason, number=numbers[reason])


def _summary(reviews: Iterable[Review], total: int) -> Wording:
    found = list(reviews)
    errors = sum(bool(review.at_least(Severity.ERROR)) for review in found)
    clean = sum(not review.at_least(Severity.NOTE) for review in found)
    return _SUMMARY.fill(
        total=total,
        errors=errors,
        others=len(found) - errors - clean,
        clean=clean,
        unread=total - len(found),
    )
