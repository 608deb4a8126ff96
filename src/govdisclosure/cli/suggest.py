"""``govdisclosure suggest``: which cell is likely wrong."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from .. import wire
from ..checking import Review, check
from ..rules import rule
from ..rules.vocabulary import Relation
from ..suggesting import suggest
from ..wording import Wording
from .bilingual import Command, Option
from .documents import Document, documents, is_folder
from .language import Speech, speech_of
from .local import ask_for_members, locally, profile_option, roster_option
from .others import Beside, Others
from .output import FINE, FOUND, UNUSABLE, print_json, print_text, tell
from .suggested import Suggested, as_data, as_text, unread_as_data
from .telling import tell_unreadable

_ABOUT = Wording(
    "勾稽关系不成立时，指出哪些单元格可能有误、应为多少：改动最少的在前，最像录入错误的在前。\n"
    "报告不会被改动；空白的单元格不作猜测，能确定的说明应填多少。\n"
    "PATH 是文件、文件夹（其中及以下各级的文件）或 -（标准输入）。\n"
    "\n"
    "退出码：0 没有不成立的关系；1 有；2 有文件无法读取。",
    "Where relations are broken, say which cells are likely wrong and what they should be: the\n"
    "fewest cells, the likeliest slip first. Nothing is changed. Blanks are not guessed: what one\n"
    "must hold is said where it is known. PATH is a file, a folder (the documents in it and\n"
    "below), or - (standard input).\n"
    "\n"
    "Exit codes: 0 nothing broken; 1 something broken; 2 a file cannot be read.",
)
_LAST = Wording(
    "报告没有被改动；改之前请对照原始数据核实。",
    "Nothing was changed; compare with the source before you correct anything.",
)


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
    others = Others.at(local, speech, prior=prior, members=members)
    found = documents([path], speech)
    others.meet(context, found, speech)
    tell_unreadable(found, speech, everything=everything)
    only = len(found) == 1
    entries = [
        e for e in (_suggested(d, others, speech, only=only) for d in found) if e is not None
    ]
    if form == "json":
        if is_folder(path):
            print_json(_json(_of_folder(found, entries)))
        elif entries:
            print_json(_json(as_data(entries[0])))
    else:
        lines = _text(entries, speech, everything=everything)
        print_text("".join(f"{line}\n" for line in lines))
    broken = any(entry.corrections for entry in entries)
    own = UNUSABLE if len(entries) < len(found) else FOUND if broken else FINE
    context.exit(max(own, others.code))


def _suggested(
    document: Document, others: Others, speech: Speech, *, only: bool
) -> Suggested | None:
    """Return what is suggested for a document, None if it could not be read."""
    if document.reading is None:
        return None
    beside = others.beside(document, speech, only=only)
    review = check(document.reading, **beside)
    for reason in _not_used(review, beside):
        tell(speech, _NOT_USED.fill(source=document.source, reason=reason))
    return Suggested(
        source=document.source,
        reading=document.reading,
        review=review,
        corrections=suggest(document.reading, **beside),
    )


_NOT_USED = Wording(
    "说明：{source}：没有用于比较：{reason}", "note: {source}: not compared with: {reason}"
)


def _not_used(review: Review, beside: Beside) -> list[Wording]:
    """Return why reports that were given to compare with were not used."""
    reasons: dict[Wording, None] = {}
    for skipped in review.skipped:
        relation = rule(skipped.rule)
        if isinstance(relation, Relation):
            given = beside["members"] if relation.needs_members else beside["prior"]
            if given is not None:
                reasons[skipped.reason] = None
    return list(reasons)


def _of_folder(found: Sequence[Document], entries: Sequence[Suggested]) -> dict[str, Any]:
    by_source = {entry.source: as_data(entry) for entry in entries}
    return {"reports": [by_source.get(d.source) or unread_as_data(d) for d in found]}


def _json(of: dict[str, Any]) -> str:
    return wire.to_json(of, indent=2) + "\n"


def _text(entries: Sequence[Suggested], speech: Speech, *, everything: bool) -> Iterator[str]:
    for entry in entries:
        yield from as_text(entry, speech, everything=everything)
    if any(entry.corrections for entry in entries):
        yield speech.say(_LAST)
