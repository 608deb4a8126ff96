"""``govdisclosure suggest``: which cell is likely wrong."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import click

from .. import wire
from ..checking import Review, check
from ..findings import Finding, Instance
from ..reading import Reading
from ..reviews.plain import correction, finding, key
from ..rules import rule
from ..rules.vocabulary import Relation
from ..suggesting import CorrectedCell, Correction, suggest
from ..suggesting.corrections import headline
from ..wording import Wording
from .bilingual import Command, Option
from .comparing import before, compared, members_of
from .documents import document
from .language import Speech, speech_of
from .local import ask_for_members, locally, profile_option, roster_option
from .output import FINE, FOUND, fail, print_json, print_text, tell

_ABOUT = Wording(
    "勾稽关系不成立时，指出哪些单元格可能有误、应为多少：改动最少的在前，最像录入错误的在前。\n"
    "报告不会被改动。PATH 是文件，或 -（标准输入）。\n"
    "\n"
    "退出码：0 没有不成立的关系；1 有；2 无法读取。",
    "Where relations are broken, say which cells are likely wrong and what they should be: the\n"
    "fewest cells, the likeliest slip first. Nothing is changed. PATH is a file or - (standard\n"
    "input).\n"
    "\n"
    "Exit codes: 0 nothing broken; 1 something broken; 2 not readable.",
)
_SHOWN = 5
_NOTHING = Wording("没有不成立的勾稽关系", "no relation is broken")
_BROKEN = Wording("{number}. 不成立：", "{number}. broken:")
_HIDDEN = Wording("……另有 {number} 种（--all 全部列出）", "… and {number} more (--all lists them)")
_AT = Wording("　位置：{place}", "  at {place}")
_LAST = Wording(
    "报告没有被改动；改之前请对照原始数据核实。",
    "Nothing was changed; compare with the source before you correct anything.",
)
_NOT_USED = Wording("说明：没有用于比较：{reason}", "note: not compared with: {reason}")


@click.command(
    name="suggest",
    cls=Command,
    about=_ABOUT,
    examples=[
        "govdisclosure suggest report.txt",
        "govdisclosure suggest report.txt --prior last-year.json --format json",
    ],
)
@click.argument("path", metavar="PATH")
@click.option(
    "--prior",
    cls=Option,
    metavar="PATH",
    about=Wording("上年报告；其数字视为正确。", "Last year's report; its figures count as right."),
)
@click.option(
    "--members",
    cls=Option,
    metavar="DIR",
    about=Wording(
        "汇总报告的各成员单位报告所在文件夹；其数字视为正确。",
        "The reports that a consolidated one sums up; their figures count as right.",
    ),
)
@roster_option
@profile_option
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(["text", "json"]),
    default="text",
    about=Wording("输出格式；默认 text。", "Output format; text by default."),
)
@click.option(
    "--all",
    "everything",
    cls=Option,
    is_flag=True,
    about=Wording("列出全部改法。", "Print every set of cells."),
)
@click.pass_context
def command(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    path: str,
    *,
    prior: str | None,
    members: str | None,
    roster: str | None,
    profile: str | None,
    form: str,
    everything: bool,
) -> None:
    """Say which cells are likely wrong."""
    speech = speech_of(context)
    ask_for_members(context, roster=roster, members=members)
    local = locally(speech, roster=roster, profile=profile)
    priors, member_reports = compared(prior, speech), compared(members, speech)
    found = document(path)
    if found.reading is None:
        fail(speech, found.complaint)
    others: dict[str, Any] = {
        "prior": before(found, priors, speech, only=True),
        "members": members_of(found, member_reports, speech, roster=local.roster),
        "roster": local.roster,
        "profile": local.profile,
    }
    review = check(found.reading, **others)
    for reason in _not_used(review, others):
        tell(speech, _NOT_USED.fill(reason=reason))
    corrections = suggest(found.reading, **others)
    if form == "json":
        print_json(wire.to_json(_object(path, found.reading, review, corrections), indent=2) + "\n")
    else:
        lines = _text(path, review, corrections, speech, everything=everything)
        print_text("".join(f"{line}\n" for line in lines))
    codes = [c.code for c in (priors, member_reports) if c is not None]
    context.exit(max([FOUND if corrections else FINE, *codes]))


def _not_used(review: Review, others: Mapping[str, object]) -> list[Wording]:
    """Return why reports that were given to compare with were not used."""
    reasons: dict[Wording, None] = {}
    for skipped in review.skipped:
        relation = rule(skipped.rule)
        if isinstance(relation, Relation):
            asked = "members" if relation.needs_members else "prior"
            if others[asked] is not None:
                reasons[skipped.reason] = None
    return list(reasons)


def _object(
    source: str, reading: Reading, review: Review, corrections: Sequence[Correction]
) -> dict[str, Any]:
    mended = [instance for entry in corrections for instance in entry.mends]
    return {
        "source": source,
        "key": key(reading.report.key),
        "broken": [finding(f) for f in _findings(review, mended)],
        "corrections": [correction(entry) for entry in corrections],
    }


def _findings(review: Review, instances: Sequence[Instance]) -> list[Finding]:
    keys = {(instance.rule, instance.at) for instance in instances}
    return [found for found in review.findings if (found.rule, found.at) in keys]


def _text(
    source: str,
    review: Review,
    corrections: Sequence[Correction],
    speech: Speech,
    *,
    everything: bool,
) -> Iterator[str]:
    yield source
    if not corrections:
        yield "  " + speech.say(_NOTHING)
        return
    for number, entries in groupby(corrections, key=lambda entry: entry.group):
        group = list(entries)
        yield "  " + speech.say(_BROKEN.fill(number=number))
        for found in _findings(review, group[0].mends):
            yield "    " + speech.say(found.message)
        if group[0].obstacle is not None:
            yield "  " + speech.say(group[0].why)
            continue
        yield "  " + speech.say(headline(group))
        shown = group if everything else group[:_SHOWN]
        for place, entry in enumerate(shown, start=1):
            mark = "-" if len(group) == 1 else f"{place})"
            for i, cell in enumerate(entry.cells):
                yield f"    {mark if i == 0 else ' ' * len(mark)} {speech.say(_sentence(cell))}"
        if len(shown) < len(group):
            yield "    " + speech.say(_HIDDEN.fill(number=len(group) - len(shown)))
    yield speech.say(_LAST)


def _sentence(cell: CorrectedCell) -> Wording:
    at = Wording("", "") if cell.place is None else _AT.fill(place=cell.place.wording)
    return Wording(cell.wording.zh + at.zh, cell.wording.en + at.en)
