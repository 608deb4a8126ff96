"""``govdisclosure check``: read, check, and say what is wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ..checking import check
from ..duplicates import Copy
from ..findings import Outcome, Severity
from ..reviews import FORMATS, Medium, Reviewed, Settings, write_review
from ..suggesting import Correction, suggest
from ..wording import Wording
from .bilingual import Command, Misuse, Option
from .comparing import before, compared, members_of
from .copies import copies_among
from .documents import Document, documents
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
    complain,
    fail,
    print_document,
    print_json,
    print_text,
    terminal_width,
    unwritable,
    write_file,
)

_NEVER = "never"
_SHOWN_OF_ONE, _SHOWN_OF_MANY = 20, 3
"""How many problems of an unusable JSON report are printed, where one or many are checked."""
_ABOUT = Wording(
    "读取并检查每份报告（文字、网页或 JSON），列出问题。\n"
    "PATH 可以是文件、文件夹（其中的 .txt .tsv .html .json 文件）或 -（标准输入）。\n"
    "\n"
    "退出码：0 没有达到 --fail-on 的问题；1 有；2 有文件无法读取。",
    "Read each report (text, a web page or JSON), check it, and print the findings.\n"
    "A PATH is a file, a folder (its .txt .tsv .html .json files) or - (standard input).\n"
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
    type=click.Choice(list(FORMATS)),
    default="text",
    about=Wording("输出格式；默认 text。", "Output format; text by default."),
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
    type=click.Choice([*(severity.value for severity in Severity), _NEVER]),
    default=Severity.ERROR.value,
    about=Wording(
        "从哪一级问题起退出码为 1；默认 error。",
        "The least severity for exit code 1; error by default.",
    ),
)
@click.pass_context
def command(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    paths: Sequence[str],
    *,
    prior: str | None,
    members: str | None,
    roster: str | None,
    profile: str | None,
    waivers: str | None,
    form: str,
    output: Path | None,
    force: bool,
    everything: bool,
    fail_on: str,
) -> None:
    """Check reports."""
    speech = speech_of(context)
    if output is not None:
        check_writable(speech, output, force=force)
    ask_for_members(context, roster=roster, members=members)
    local = locally(speech, roster=roster, profile=profile, waivers=waivers)
    priors, member_reports = compared(prior, speech), compared(members, speech)
    found = documents(paths, speech)
    if member_reports is not None and len(found) > 1:
        raise Misuse(_ONE_CONSOLIDATED, context)
    copies = copies_among(found, speech)
    checked = [
        _checked(
            document,
            copies=copies.get(document.source),
            prior=before(document, priors, speech, only=len(found) == 1),
            members=members_of(document, member_reports, speech, roster=local.roster),
            local=local,
            corrected=FORMATS[form].shows_corrections,
        )
        for document in found
    ]
    tell_unused([entry.review for entry in checked if entry.review is not None], speech)
    for document in found:
        if document.reading is None:
            shown = None if everything else _SHOWN_OF_ONE if len(found) == 1 else _SHOWN_OF_MANY
            complain(speech, document.complaint_with(shown))
    medium = FORMATS[form].medium
    width = terminal_width() if output is None and medium is Medium.CONSOLE else None
    settings = Settings(
        language=speech.language,
        everything=everything,
        fail_on=None if fail_on == _NEVER else Severity(fail_on),
        colour=width is not None,
        width=width,
    )
    text = write_review(checked, form, settings)
    if output is not None:
        _write(speech, output, text, force=force)
    else:
        _PRINT[medium](text)
    codes = [c.code for c in (priors, member_reports) if c is not None]
    context.exit(max([*codes, *(_exit_code(entry, settings) for entry in checked)]))


_ONE_CONSOLIDATED = Wording(
    "--members 只能与一份（汇总）报告一起使用", "--members goes with one (consolidated) report"
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


def _write(speech: Speech, output: Path, text: str, *, force: bool) -> None:
    try:
        write_file(output, text, force=force)
    except OSError as error:
        fail(speech, unwritable(output, error))


def _exit_code(entry: Reviewed, settings: Settings) -> int:
    if entry.review is None:
        return UNUSABLE
    failed = any(f.waived is None and settings.fails(f.severity) for f in entry.review.findings)
    return FOUND if failed else FINE
