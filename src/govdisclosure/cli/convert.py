"""``govdisclosure convert``: a report in another format."""

from pathlib import Path

import click

from ..errors import Error
from ..records import AnnualReport
from ..wording import Wording
from ..writers import format_of, write
from .bilingual import Command, Misuse, Option
from .comparing import same_file
from .documents import document
from .language import Speech, speech_of
from .output import FINE, check_writable, fail, tell_written, unwritable, write_file
from .telling import tell_losses, whole_or_not

_ABOUT = Wording(
    "读取报告 IN，按官方版式写成 OUT；格式由 OUT 的后缀决定：\n"
    ".json .html .docx .xlsx .md .txt。--lang en 在官方标签下加英文。\n"
    "\n"
    "退出码：0 完整；1 已写出，但有内容缺失或未归位；2 无法读取或写入。",
    "Read the report IN and write it as OUT in the official layout. The end of OUT's name\n"
    "says the format: .json .html .docx .xlsx .md .txt. --lang en adds English labels.\n"
    "\n"
    "Exit codes: 0 complete; 1 written, but something is missing or found no place;\n"
    "2 cannot be read or written.",
)
FORCE = Wording("允许覆盖已有文件。", "Replace OUT if it exists.")


@click.command(
    name="convert",
    cls=Command,
    about=_ABOUT,
    examples=[
        "govdisclosure convert report.txt report.html",
        "govdisclosure convert report.json report.docx --force",
    ],
)
@click.argument("source", metavar="IN")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--force", cls=Option, is_flag=True, about=FORCE)
@click.pass_context
def command(context: click.Context, source: str, out: Path, *, force: bool) -> None:
    """Convert a report."""
    speech = speech_of(context)
    check_format(speech, out)
    check_writable(speech, out, force=force)
    if same_file(source, str(out)):
        raise Misuse(_ITSELF.fill(path=source), context)
    found = document(source)
    if found.reading is None:
        fail(speech, found.complaint)
    write_report(context, found.reading.report, out, force=force)
    tell_losses(found.reading, speech)
    code = whole_or_not(found.reading)
    tell_written(speech, out if code == FINE else _WITH_GAPS.fill(path=out))
    context.exit(code)


_WITH_GAPS = Wording(
    "{path}；上面所列的内容在其中是空的，请补上",
    "{path}; what is listed above is blank in it and is to be filled in",
)

_ITSELF = Wording(
    "{path} 不能写在它自己上面；请换一个文件名",
    "{path} is not written over itself; give another name",
)


def check_format(speech: Speech, out: Path) -> None:
    """End the command where no format has names like *out*."""
    try:
        format_of(out)
    except Error as error:
        fail(speech, error.wording)


def write_report(
    context: click.Context,
    report: AnnualReport,
    out: Path,
    *,
    force: bool,
    prior: AnnualReport | None = None,
) -> None:
    """Write a report to a file in the format of its name, with English labels if asked for."""
    speech = speech_of(context)
    try:
        data = write(report, format_of(out).name, english=context.obj == "en", prior=prior)
        write_file(out, data, force=force)
    except Error as error:
        fail(speech, error.wording)
    except OSError as error:
        fail(speech, unwritable(out, error))
