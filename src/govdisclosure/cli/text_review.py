"""A review as text for a person: worst first, repeats rolled up."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import groupby

from rich.console import Console
from rich.text import Text

from ..checking import Review
from ..findings import Finding, Instance, Outcome, Severity, worst_first
from ..reading import Reading
from ..relations import Relation, Rule, range_named
from ..rules import rule
from ..wording import Wording
from .language import Speech
from .severities import SEVERITIES

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_SHOWN = 3
_MORE = Wording(
    "……同一规则另有 {number} 处（--all 全部列出）",
    "… and {number} more of the same rule (--all lists them)",
)
_AT = Wording("　位置：{place}", "  at {place}")
_WAIVED = Wording("（已豁免：{reason}）", " (waived: {reason})")
_BASIS = Wording("依据：{basis}", "basis: {basis}")
_NOTHING = Wording("未发现问题", "nothing found")
_COUNTS = Wording(
    "勾稽关系：{holds} 项成立，{broken} 项不成立，{undetermined} 项因空白无法确定",
    "relations: {holds} hold, {broken} broken, {undetermined} left open by blanks",
)
_ALL_LISTS_THEM = Wording("（--all 列出）", " (--all lists them)")
_UNDETERMINED = Wording(
    "无法确定 {rule}（{at}）：空白 {blanks}{needed}",
    "undetermined {rule} ({at}): blank {blanks}{needed}",
)
_NEEDED = Wording("，填 {number} 即成立", "; {number} would make it true")
_NEEDED_AT_LEAST = Wording("，不少于 {number} 即成立", "; {number} or more would make it true")
_SKIPPED = Wording("未检查：{rules}（{reason}）", "not checked: {rules} ({reason})")
_SKIPPED_IN = Wording(
    "未检查：{rules}（{reason}，{number} 份报告）",
    "not checked: {rules} ({reason}; {number} reports)",
)
_UNPLACED = Wording(
    "有 {number} 处内容未能放入表格（govdisclosure read 列出）",
    "found no place: {number} thing(s) printed in the tables (govdisclosure read lists them)",
)
_SUGGEST = Wording(
    "哪个单元格可能有误：govdisclosure suggest {source}",
    "which cell is likely wrong: govdisclosure suggest {source}",
)
_SUMMARY = Wording(
    "共 {total} 份报告：有错误 {errors} 份，只有警告或提示 {others} 份，未发现问题 {clean} 份，"
    "无法读取 {unread} 份",
    "{total} reports: {errors} with errors, {others} with warnings or notes only, {clean} with "
    "nothing found, {unread} not readable",
)

Checked = tuple[str, Reading | None, Review | None]


def text_review(
    checked: Sequence[Checked], speech: Speech, *, everything: bool, colour: bool
) -> str:
    """Return the reviews as text; with *everything*, nothing is rolled up or left out.

    A document without a review counts as not readable.
    """
    out = StringIO()
    console = Console(
        file=out,
        force_terminal=Console().is_terminal and colour,
        soft_wrap=True,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for line in _all_lines(checked, speech, everything=everything):
        console.print(line)
    return out.getvalue()


def _all_lines(checked: Sequence[Checked], speech: Speech, *, everything: bool) -> Iterator[Text]:
    reviews = []
    for source, reading, review in checked:
        if review is not None:
            reviews.append(review)
            yield Text(_title(source, reading), style="bold")
            yield from _lines(review, reading, speech, everything=everything)
            if review.counts[Outcome.BROKEN]:
                yield Text(speech.say(_SUGGEST.fill(source=source)), style="dim")
    for skipped in _skipped(reviews):
        yield Text(speech.say(skipped), style="dim")
    if len(checked) > 1:
        yield Text(speech.say(_summary(reviews, len(checked))), style="bold")


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
            yield _finding(finding, speech)
        if len(shown) < len(same):
            more = _MORE.fill(number=len(same) - len(shown))
            yield Text("    " + speech.say(more), style="dim")
        if everything:
            found = rule(same[0].rule, review.rules)
            basis = _BASIS.fill(basis=found.basis.wording)
            yield Text("    " + speech.say(basis), style="dim")
    if reading is not None and reading.unplaced:
        yield Text("  " + speech.say(_UNPLACED.fill(number=len(reading.unplaced))), style="yellow")
    counts = speech.say(_COUNTS.fill(**{o.value: n for o, n in review.counts.items()}))
    hidden = review.undetermined and not everything
    yield Text("  " + counts + (speech.say(_ALL_LISTS_THEM) if hidden else ""))
    if everything:
        for instance in review.undetermined:
            relation = rule(instance.rule, review.rules)
            yield Text("  " + speech.say(_undetermined(instance, relation)), style="dim")


def _together(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings worst first, those of one rule together, else in their order."""
    order: dict[str, int] = {}
    for finding in findings:
        order.setdefault(finding.rule, len(order))
    return sorted(
        worst_first(findings), key=lambda f: (list(Severity).index(f.severity), order[f.rule])
    )


def _finding(finding: Finding, speech: Speech) -> Text:
    line = Text("  ")
    line.append(speech.say(SEVERITIES[finding.severity]), style=_COLOURS[finding.severity])
    line.append(f" {finding.rule}  ", style="dim")
    line.append(speech.say(finding.message))
    if finding.places and finding.difference is not None:
        line.append(speech.say(_AT.fill(place=finding.places[-1].wording)), style="dim")
    if finding.waived is not None:
        line.append(speech.say(_WAIVED.fill(reason=finding.waived)), style="dim")
    return line


def _undetermined(instance: Instance, relation: Rule) -> Wording:
    needed = Wording("", "")
    if instance.needed:
        (need,) = instance.needed
        least = need.value is None
        number = need.at_least if least else need.value
        needed = (_NEEDED_AT_LEAST if least else _NEEDED).fill(number=number)
    over = relation.over if isinstance(relation, Relation) else "report"
    return _UNDETERMINED.fill(
        rule=instance.rule,
        at=range_named(over)[instance.at],
        blanks=Wording("、".join(instance.blanks), ", ".join(instance.blanks)),
        needed=needed,
    )


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


def _summary(reviews: Sequence[Review], total: int) -> Wording:
    errors = sum(bool(review.at_least(Severity.ERROR)) for review in reviews)
    clean = sum(not review.findings for review in reviews)
    return _SUMMARY.fill(
        total=total,
        errors=errors,
        others=len(reviews) - errors - clean,
        clean=clean,
        unread=total - len(reviews),
    )
