"""``govdisclosure schema``: the contract as files."""

from pathlib import Path

import click

from ..schema import schema_files
from ..wire import to_json
from ..wording import Wording
from .language import language_option, speech_of
from .output import fail, unwritable, write_file


@click.command(name="schema", short_help="Write the contract / 导出数据格式")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@language_option
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Write the contract for other languages into FOLDER: the JSON Schemas of a report.

    把数据格式（JSON Schema）写入文件夹，已有的同名文件会更新。
    """
    speech = speech_of(context)
    for name, schema in schema_files().items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, to_json(schema, indent=2) + "\n", force=True)
        except OSError as error:
            fail(speech, unwritable(path, error))
    count = len(schema_files())
    click.echo(
        speech.say(Wording(f"已写入 {count} 个文件：{folder}", f"{count} files written: {folder}"))
    )
