"""``govdisclosure schema``: the contract as files."""

from pathlib import Path

import click

from ..exports import contract_files
from ..extras import why_missing
from ..querying import EXTRA, LIBRARY
from ..querying.files import FOLDER, sql_files
from ..wording import Wording
from .bilingual import Command
from .language import speech_of
from .output import fail, tell, tell_written, unwritable, write_file

_ABOUT = Wording(
    "把共同约定（JSON Schema、规则、代码表、SQL）写入文件夹 DIR，供其他语言的程序使用。\n"
    "文件夹不存在则建立；已有的同名文件会更新。",
    "Write the contract (JSON Schemas, rules, code lists, SQL) into the folder DIR, for programs\n"
    "in other languages. The folder is made if need be; files of these names are updated.",
)

_WITHOUT_SQL = Wording(
    "没有写数据库用的文件（{folder}）：{why}",
    "the files for databases ({folder}) are not written: {why}",
)
_FILES = Wording("{folder}（{number} 个文件）", "{folder} ({number} file{number:s})")


@click.command(name="schema", cls=Command, about=_ABOUT, examples=["govdisclosure schema schemas"])
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Write the contract."""
    speech = speech_of(context)
    missing = why_missing(EXTRA, [LIBRARY])
    files = {**contract_files(), **({} if missing else sql_files())}
    for name, content in files.items():
        path = folder / name
        try:
            _make_folder(path.parent)
            write_file(path, content, force=True)
        except OSError as error:
            fail(speech, unwritable(path, error))
    tell_written(speech, _FILES.fill(folder=folder, number=len(files)))
    if missing:
        tell(speech, _WITHOUT_SQL.fill(folder=folder / FOLDER, why=missing))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # as a file
        raise NotADirectoryError(str(folder)) from None
