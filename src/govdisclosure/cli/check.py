"""``govdisclosure check``: read, check, and say what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ..checking import check
from ..duplicates import Copy
from ..errors import Error
from ..findings import Outcome, Severity
from ..reviews import FORMATS, Medium, Reviewed, Settings, write_review
from ..reviews.many import ENDINGS, write_table
from ..suggesting import Correction, suggest
from ..wording import Wording
from .bilingual import Command, Misuse, Option
from .comparing import ask_for_one, before, compared, members_of
from .copies import copies_among
from .data import named
from .documents import Document, documents
from .given import NEVER, Options
from .language import Speech, speech_of
from .local import (
    Local,
    ask_for_members,
    locally,
    profile_option,
    roster_option,
    tell_unused,
)
from .output import (
    FINE,
    FOUND,
    UNUSABLE,
    check_writable,
    fail,
    print_bytes,
    print_document,
    print_json,
    print_text,
    tell,
    tell_written,
    terminal_width,
    unwritable,
    write_file,
)
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


def _check_documents(
    context: click.Context, paths: Sequence[str], form: str, options: Options
) -> int:
    """Check documents, and return the exit code."""
    speech, output = speech_of(context), options.output
    local = locally(speech, roster=options.roster, profile=options.profile, waivers=options.waivers)
    priors, member_reports = compared(options.prior, speech), compared(options.members, speech)
    found = documents(paths, speech)
    ask_for_one(context, member_reports, found)
    compared_with = [d for c in (priors, member_reports) if c is not None for d in c.documents]
    refuse_over_documents(context, output, [*found, *compared_with])
    copies = copies_among(found, speech)
    checked = [
        _checked(
            document,
            copies=copies.get(document.source),
            prior=before(document, priors, speech, only=len(found) == 1),
            members=members_of(document, member_reports, speech, roster=local.roster),
            local=local,
            corrected=form in FORMATS and FORMATS[form].shows_corrections,
        )
        for document in found
    ]
    tell_unused([entry.review for entry in checked if entry.review is not None], speech)
    tell_unreadable(found, speech, everything=options.everything)
    medium = FORMATS[form].medium if form in FORMATS else Medium.FILE
    width = terminal_width() if output is None and medium is Medium.CONSOLE else None
    settings = Settings(
        language=speech.language,
        everything=options.everything,
        fail_on=options.least,
        colour=width is not None,
        width=width,
    )
    written = _written(checked, form, settings, speech)
    if output is not None:
        _write(speech, output, written, force=options.force)
        tell_written(speech, output)
    elif isinstance(written, bytes):
        print_bytes(written)
    else:
        _PRINT[medium](written)
    codes = [c.code for c in (priors, member_reports) if c is not None]
    return max([*codes, *(_exit_code(entry, settings) for entry in checked)])


_OF_DATA_ONLY = Wording(
    "--processes 只用于数据文件（.ndjson、.parquet）",
    "--processes goes with files of data (.ndjson, .parquet)",
)
_BESIDE = Wording(
    "说明：文件夹里的 {number} 个数据文件没有检查（如 {first}），请单独检查",
    "note: {number} file(s) of data beside the documents are not checked, such as {first}; check "
    "them apart",
)


_PRINT = {
    Medium.CONSOLE: print_text,
    Medium.JSON: print_json,
    Medium.FILE: print_document,
}


def _checked(
    document: Document,
    *,
    copies: Sequence[Copy] | None,
    prior: Any,
    members: Any,
    local: Local,
    corrected: bool,
) -> Reviewed:
    source = document.source.encode(errors="replace").decode()  # as text: names are bytes
    if document.reading is None:
        return Reviewed(source=source, error=document.error_with(None))
    review = check(
        document.reading,
        prior=prior,
        members=members,
        roster=local.roster,
        profile=local.profile,
        copies=copies,
        waivers=local.waivers,
        today=local.today,
        source=document.source,
    )
    corrections: tuple[Correction, ...] = ()
    if corrected and review.counts[Outcome.BROKEN]:
        corrections = suggest(
            document.reading,
            prior=prior,
            members=members,
            roster=local.roster,
            profile=local.profile,
        )
    return Reviewed(source=source, subject=document.reading, review=review, corrections=corrections)


def _written(
    checked: Sequence[Reviewed], form: str, settings: Settings, speech: Speech
) -> str | bytes:
    if form in FORMATS:
        return write_review(checked, form, settings)
    try:
        return write_table(checked, form, speech)
    except Error as error:
        fail(speech, error.wording)


def _write(speech: Speech, output: Path, text: str | bytes, *, force: bool) -> None:
    try:
        write_file(output, text, force=force)
    except OSError as error:
        fail(speech, unwritable(output, error))


def _exit_code(entry: Reviewed, settings: Settings) -> int:
    if entry.review is None:
        return UNUSABLE
    failed = any(f.waived is None and settings.fails(f.severity) for f in entry.review.findings)
    return FOUND if failed else FINE
