"""A summary as text for a person: what was checked, and tables by rule, by year and by level."""

from collections.abc import Iterable, Sequence
from io import StringIO

from ...findings import SEVERITY_WORDING, Severity
from ...records import Level
from ...wording import Speech, Wording
from ...writers.words import LEVELS
from .summary import Counted, Summary, Tally

_WHOLE = Wording(
    "检查了 {reports:,} 份报告：{failing:,} 份有问题，问题共 {findings:,} 个",
    "{reports:,} report{reports:s} checked: {failing:,} of them with findings, "
    "{findings:,} finding{findings:s}",
)
_OPEN = Wording(
    "因空白无法确定的勾稽关系：{number:,} 项，在 {reports:,} 份报告中",
    "relations left open by blanks: {number:,}, in {reports:,} report{reports:s}",
)
_UNUSABLE = Wording(
    "没有可用报告的行或文件：{unusable:,}",
    "lines, rows or files that hold no usable report: {unusable:,}",
)
_RULES = (
    Wording("规则", "rule"),
    Wording("级别", "severity"),
    Wording("问题", "findings"),
    Wording("报告", "reports"),
)
_YEARS, _LEVELS = Wording("年度", "year"), Wording("层级", "level")
_TALLY = (
    Wording("报告", "reports"),
    Wording("有问题", "with findings"),
    Wording("问题", "findings"),
)
_LEFT_OPEN = Wording("因空白未定", "left open")
_UNKNOWN = Wording("未注明", "not said")
_WAIVED = Wording("（已豁免）", " (waived)")


def told(summary: Summary, speech: Speech) -> str:
    """Return a summary as text."""
    whole = summary.whole
    lines = [_WHOLE.fill(reports=whole.reports, failing=whole.failing, findings=whole.findings)]
    if whole.left_open:
        lines.append(_OPEN.fill(number=whole.left_open, reports=summary.with_open))
    if summary.unusable:
        lines.append(_UNUSABLE.fill(unusable=summary.unusable))
    tables = [
        _table(_RULES, _rule_rows(summary, speech), speech),
        _tallied(_YEARS, _years(summary, speech), summary, speech),
        _tallied(_LEVELS, _levels(summary, speech), summary, speech),
    ]
    return "\n".join([*map(speech.say, lines), *(table for table in tables if table)]) + "\n"


def _rule_rows(summary: Summary, speech: Speech) -> list[list[str]]:
    ranks = list(Severity)

    def rank(entry: tuple[Counted, Tally]) -> tuple[bool, int, int, str]:
        what, tally = entry
        return what.waived, ranks.index(Severity(what.severity)), -tally.findings, what.rule

    return [
        [
            what.rule,
            speech.say(SEVERITY_WORDING[Severity(what.severity)])
            + (speech.say(_WAIVED) if what.waived else ""),
            f"{tally.findings:,}",
            f"{tally.reports:,}",
        ]
        for what, tally in sorted(summary.rules.items(), key=rank)
    ]


def _years(summary: Summary, speech: Speech) -> Iterable[tuple[str, Tally]]:
    for year, tally in sorted(summary.years.items(), key=lambda entry: entry[0] or 0):
        yield speech.say(_UNKNOWN) if year is None else str(year), tally


def _levels(summary: Summary, speech: Speech) -> Iterable[tuple[str, Tally]]:
    order: list[str | None] = [*Level, None]
    for level, tally in sorted(summary.levels.items(), key=lambda entry: order.index(entry[0])):
        yield speech.say(_UNKNOWN if level is None else LEVELS[Level(level)]), tally


def _tallied(
    by: Wording, counted: Iterable[tuple[str, Tally]], summary: Summary, speech: Speech
) -> str:
    """Return a table of tallies; with what blanks leave open, where they leave anything open."""
    heads, rows = [by, *_TALLY], []
    for name, tally in counted:
        rows.append([name, f"{tally.reports:,}", f"{tally.failing:,}", f"{tally.findings:,}"])
        if summary.whole.left_open:
            rows[-1].append(f"{tally.left_open:,}")
    if summary.whole.left_open:
        heads.append(_LEFT_OPEN)
    return _table(heads, rows, speech)


def _table(heads: Sequence[Wording], rows: Sequence[Sequence[str]], speech: Speech) -> str:
    """Return a table with columns of even width; nothing where it has no rows."""
    if not rows:
        return ""
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE, pad_edge=False)
    for i, head in enumerate(heads):
        is_text = not rows[0][i].replace(",", "").isdigit() or i == 0
        table.add_column(speech.say(head), justify="left" if is_text else "right")
    for row in rows:
        table.add_row(*row)
    out = StringIO()
    Console(file=out, width=_WIDTH, color_system=None).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).rstrip()


_WIDTH = 100
