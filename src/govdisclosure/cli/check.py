"""``govdisclosure check``: read, check, and say what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ..checking import check
from ..duplicates import Copy
from ..findings import Outcome, Severity
from ..reviews import FORMATS, Reviewed, Settings
from ..reviews.many import ENDINGS
from ..suggesting import Correction, suggest
from ..wording import Wording
from .bilingual import Command, Misuse, Option
from .copies import copies_among
from .data import named
from .documents import Document, documents
from .given import NEVER, Options
from .language import language_asked_for, speech_of
from .local import (
    Local,
    ask_for_members,
    locally,
    profile_option,
    roster_option,
    tell_unused,
)
from .others import Beside, Others
from .output import FINE, FOUND, UNUSABLE, check_writable, tell
from .results import Results
from .targets import format_of_findings, refuse_over_documents, tell_passed_over
from .telling import tell_unreadable

_ABOUT = Wording(
    "读取并检查每份报告（网页、PDF、Word、工作簿、Markdown、文字或 JSON），列出问题。\n"
    "PATH 可以是文件、文件夹（其中及以下各级的文件）或 -（标准输入）。\n"
    "一行一份报告的数据文件（.ndjson、.parquet，或 collect 收集的文件夹）\n"
    "检查报告内部的勾稽关系，输出汇总；用 -o 写出逐条问题，中断后再运行即可继续。\n"
    "\n"
    "退出码：0 没有达到 --fail-on 的问题；1 有；2 有文件无法读取。",
    "Read each report (a web page, a PDF, a Word document, a workbook, Markdown, text or JSON),\n"
    "check it, and print the findings. A PATH is a file, a folder (the documents in it and\n"
    "below), or - (standard input).\n"
    "Of data with a report a line or row (.ndjson, .parquet, or a folder that collect made)\n"
    "the relations within each report are checked, and a summary is printed; -o writes the\n"
    "findings, and a run that was interrupted goes on when it is repeated.\n"
    "\n"
    "Exit codes: 0 no finding at or above --fail-on; 1 findings; 2 a file cannot be read.",
)


@click.command(
    name="check",
    cls=Command,
    about=_ABOUT,
    examples=[
        "govdisclosure check report.txt",
        "govdisclosure check report.txt --prior last-year.json",
        "govdisclosure check reports/ --format json -o findings.json",
        "govdisclosure check county.json --members reports/ --roster roster.csv",
        "govdisclosure check province.ndjson -o findings.parquet",
    ],
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--prior",
    cls=Option,
    metavar="PATH",
    about=Wording(
        "上年报告，或上年报告所在文件夹。", "The report of the year before, or a folder."
    ),
)
@click.option(
    "--members",
    cls=Option,
    metavar="DIR",
    about=Wording(
        "汇总报告的各成员单位报告所在文件夹。", "The reports that a consolidated one sums up."
    ),
)
@roster_option
@profile_option
@click.option(
    "--waivers",
    cls=Option,
    metavar="FILE",
    about=Wording("豁免清单（TOML）。", "Findings that are accepted, with reasons (TOML)."),
)
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(list(dict.fromkeys((*FORMATS, *ENDINGS.values())))),
    about=Wording(
        "输出格式；默认 text，或由 -o 的后缀决定（.html .json .csv 等）。",
        "Output format; text, or what the end of -o's name says (.html .json .csv and so on).",
    ),
)
@click.option(
    "-o",
    "--output",
    cls=Option,
    metavar="FILE",
    type=click.Path(path_type=Path),
    about=Wording("写入文件，而不是输出到屏幕。", "Write to a file instead of the screen."),
)
@click.option(
    "--force",
    cls=Option,
    is_flag=True,
    about=Wording("允许覆盖 -o 所指的已有文件。", "Let -o replace a file that exists."),
)
@click.option(
    "--all",
    "everything",
    cls=Option,
    is_flag=True,
    about=Wording("全部列出，不合并、不省略。", "Print everything; roll nothing up."),
)
@click.option(
    "--fail-on",
    cls=Option,
    type=click.Choice([*(severity.value for severity in Severity), NEVER]),
    default=Severity.ERROR.value,
    about=Wording(
        "从哪一级问题起退出码为 1；默认 error。",
        "The least severity for exit code 1; error by default.",
    ),
)
@click.option(
    "--all-rules",
    cls=Option,
    is_flag=True,
    about=Wording(
        "数据文件也检查勾稽关系以外的规则（较慢）。",
        "Of data, check the other rules too, not the relations alone (slower).",
    ),
)
@click.option(
    "--processes",
    cls=Option,
    type=click.IntRange(min=1),
    metavar="N",
    about=Wording(
        "检查数据文件所用的进程数；默认用全部处理器。",
        "Processes that check data; as many as processors by default.",
    ),
)
@click.pass_context
def command(context: click.Context, /, paths: Sequence[str], **given: Any) -> None:
    """Check reports."""
    speech, options = speech_of(context), Options(**given)
    form = format_of_findings(context, options.form, options.output)
    if options.output is not None:
        check_writable(speech, options.output, force=options.force)
    found = named(paths)
    if found.data:
        from .many import check_data

        context.exit(check_data(context, found, form, options))
    if options.processes is not None:
        raise Misuse(_OF_DATA_ONLY, context)
    ask_for_members(context, roster=options.roster, members=options.members)
    if found.beside:
        number, first = len(found.beside), found.beside[0]
        tell(speech, _BESIDE.fill(number=number, first=first))
    tell_passed_over(paths, speech)
    context.exit(_check_documents(context, paths, form, options))


_OF_DATA_ONLY = Wording(
    "--processes 只用于数据文件（.ndjson、.parquet）",
    "--processes goes with files of data (.ndjson, .parquet)",
)
_BESIDE = Wording(
    "说明：文件夹里的 {number} 个数据文件没有检查（如 {first}），请单独检查",
    "note: {number} file{number:s} of data beside the documents {number:is|are} not checked, such "
    "as {first}; check {number:it|them} apart",
)


def _check_documents(
    context: click.Context, paths: Sequence[str], form: str, options: Options
) -> int:
    """Check documents, and return the exit code."""
    speech = speech_of(context)
    local = locally(speech, roster=options.roster, profile=options.profile, waivers=options.waivers)
    others = Others.at(local, speech, prior=options.prior, members=options.members)
    found = documents(paths, speech)
    others.meet(context, found, speech)
    refuse_over_documents(context, options.output, [*found, *others.documents])
    results = Results(form=form, output=options.output, force=options.force)
    copies = copies_among(found, speech)
    checked = [
        _checked(
            document,
            others.beside(document, speech, only=len(found) == 1),
            local,
            copies=copies.get(document.source),
            corrected=results.show_corrections,
        )
        for document in found
    ]
    tell_unused([entry.review for entry in checked if entry.review is not None], speech)
    width = results.width
    if width is None:  # else the review tells it on the same terminal
        tell_unreadable(found, speech, everything=options.everything)
    settings = Settings(
        language=speech.language,
        everything=options.everything,
        fail_on=options.least,
        colour=width is not None,
        width=width,
        options=(*options.of_suggest, *language_asked_for(context)),
    )
    results.put(checked, settings, speech)
    return max([others.code, *(_exit_code(entry, settings) for entry in checked)])


def _checked(
    document: Document,
    beside: Beside,
    local: Local,
    *,
    copies: Sequence[Copy] | None,
    corrected: bool,
) -> Reviewed:
    source = document.source.encode(errors="replace").decode()  # as text: names are bytes
    if document.reading is None:
        return Reviewed(source=source, error=document.error)
    review = check(
        document.reading,
        **beside,
        copies=copies,
        waivers=local.waivers,
        today=local.today,
        source=document.source,
    )
    corrections: tuple[Correction, ...] = ()
    if corrected and review.counts[Outcome.BROKEN]:
        corrections = suggest(document.reading, **beside)
    return Reviewed(source=source, subject=document.reading, review=review, corrections=corrections)


def _exit_code(entry: Reviewed, settings: Settings) -> int:
    if entry.review is None:
        return UNUSABLE
    failed = any(f.waived is None and settings.fails(f.severity) for f in entry.review.findings)
    return FOUND if failed else FINE
