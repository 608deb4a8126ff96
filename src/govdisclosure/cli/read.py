"""``govdisclosure read``: a document as the JSON of its report."""

import click

from ..reviews.plain import reading as plain_reading
from ..wire import dumps, to_json
from ..wording import Wording
from .bilingual import Command, Option
from .documents import document
from .language import speech_of
from .output import FINE, fail, print_json, tell
from .telling import tell_losses, whole_or_not

_ABOUT = Wording(
    "读取一份报告，以 JSON 输出；缺失和无法归位的内容写到标准错误。\n"
    "PATH 是文件，或 -（标准输入）。\n"
    "\n"
    "退出码：0 完整；1 有缺失或未归位的内容；2 无法读取。",
    "Print the report that a document holds as JSON; what is missing or found no place\n"
    "goes to standard error. PATH is a file or - (standard input).\n"
    "\n"
    "Exit codes: 0 complete; 1 something missing or unplaced; 2 not readable.",
)


@click.command(
    name="read",
    cls=Command,
    about=_ABOUT,
    examples=["govdisclosure read report.txt > report.json"],
)
@click.argument("path", metavar="PATH")
@click.option(
    "--places",
    cls=Option,
    is_flag=True,
    about=Wording(
        "同时给出每个单元格的位置和未归位内容。",
        "Also where each cell stands, and what found no place.",
    ),
)
@click.pass_context
def command(context: click.Context, path: str, *, places: bool) -> None:
    """Print a report as JSON."""
    speech = speech_of(context)
    found = document(path)
    if found.reading is None:
        fail(speech, found.complaint)
    reading = found.reading
    text = to_json(plain_reading(reading), indent=2) if places else dumps(reading.report, indent=2)
    print_json(text + "\n")
    tell_losses(reading, speech)
    code = whole_or_not(reading)
    if code != FINE:
        tell(speech, _PRINTED)
    context.exit(code)


_PRINTED = Wording(
    "已输出报告；上面所列的内容在其中为 null，或没有该键",
    "the report is printed; what is listed above is null in it, or has no key",
)
