"""``govdisclosure read``: a document as the JSON of its report."""

import click

from ..reading import REASON_WORDING, Reading
from ..wire import dumps, to_json
from ..wording import Wording
from .documents import document
from .language import Speech, language_option, speech_of
from .output import fail
from .plain import reading as plain_reading


@click.command(
    name="read",
    short_help="A document as JSON / 读取为 JSON",
    epilog="Example: govdisclosure read report.txt > report.json",
)
@click.argument("path")
@click.option(
    "--places", is_flag=True, help="Also where each cell stands, and what found no place."
)
@language_option
@click.pass_context
def command(context: click.Context, path: str, *, places: bool) -> None:
    """Print the report that a document holds as JSON; what is missing goes to standard error.

    读取一份报告，以 JSON 输出；缺失或无法归位的内容写到标准错误。
    退出码：0 完整，1 有缺失，2 无法读取。
    """
    speech = speech_of(context)
    found = document(path)
    if found.reading is None:
        error = found.error or Wording("", "")
        fail(speech, Wording(f"{path}：{error.zh}", f"{path}: {error.en}"))
        return
    reading = found.reading
    text = to_json(plain_reading(reading), indent=2) if places else dumps(reading.report, indent=2)
    click.echo(text)
    _tell(reading, speech)
    context.exit(int(bool(reading.missing or reading.unplaced)))


def _tell(reading: Reading, speech: Speech) -> None:
    for note in reading.notes:
        click.echo(speech.say(Wording(f"说明：{note.zh}", f"note: {note.en}")), err=True)
    for address in reading.missing:
        click.echo(speech.say(Wording(f"缺少：{address}", f"missing: {address}")), err=True)
    for entry in reading.unplaced:
        why, where = REASON_WORDING[entry.reason], entry.place.wording
        text = entry.place.text
        line = Wording(
            f"未归位：{where.zh}“{text}”（{why.zh}）", f"unplaced: {where.en}, “{text}” ({why.en})"
        )
        click.echo(speech.say(line), err=True)
