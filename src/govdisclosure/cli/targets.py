"""Where findings are written, in which format, and which files of a folder are passed over."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ..reviews.many import ENDINGS
from ..wording import Wording
from .bilingual import Misuse
from .comparing import same_file
from .data import SUFFIXES as DATA_SUFFIXES
from .documents import Document, files_passed_over
from .language import Speech
from .output import tell


def format_of_findings(context: click.Context, asked: str | None, output: Path | None) -> str:
    """Return the format that is asked for, in so many words or by the output's name."""
    ending = "" if output is None else output.suffix.lower()
    if asked is None and ending in _NOT_WRITTEN:
        raise Misuse(_NO_FINDINGS_AS.fill(ending=ending), context)
    form = asked or {**ENDINGS, **_OTHER_ENDINGS}.get(ending, "text")
    if form == _PARQUET and output is None:
        raise Misuse(_INTO_A_FILE, context)
    return form


def tell_passed_over(paths: Sequence[str], speech: Speech) -> None:
    """Tell which files in folders are no documents that can be read."""
    folders = [Path(path) for path in paths if os.path.isdir(path)]  # noqa: PTH112  # never raises, Path.is_dir does
    over = [file for folder in folders for file in files_passed_over(folder, DATA_SUFFIXES)]
    if over:
        names = [file.name for file in over[:_NAMED]]
        more = Wording("等", ", …") if len(over) > _NAMED else Wording("", "")
        zh, en = "、".join(names) + more.zh, ", ".join(names) + more.en
        tell(speech, _PASSED_OVER.fill(number=len(over), names=Wording(zh, en)))


_NAMED = 3
_PASSED_OVER = Wording(
    "说明：文件夹里另有 {number} 个文件没有检查（{names}）；"
    "旧版 Word、WPS 请另存为 .docx，图片请先识别文字",
    "note: {number} other file{number:s} in the folder {number:is|are} not checked ({names}); save "
    "an old Word file as .docx, recognise the text of a picture",
)


def refuse_over_documents(
    context: click.Context, output: Path | None, read: Iterable[Document]
) -> None:
    """Refuse to write findings over a report that was read: nothing but it would be lost."""
    if output is None or not output.is_file():
        return
    for document in read:
        if document.reading is not None and same_file(str(output), document.source):
            raise Misuse(_OVER_A_REPORT.fill(path=str(output)), context)


_OVER_A_REPORT = Wording(
    "{path} 是被检查的报告，不能被检查结果覆盖；请用 -o 指定另一个文件",
    "{path} is a report that was read, and is not to be overwritten with findings; name another "
    "file with -o",
)
_OTHER_ENDINGS = {".html": "html", ".htm": "html", ".json": "json", ".sarif": "sarif"}
_NOT_WRITTEN = frozenset({".docx", ".doc", ".xlsx", ".xls", ".pdf", ".wps", ".et", ".md"})
_NO_FINDINGS_AS = Wording(
    "检查结果不能写成 {ending} 文件；网页用 .html，电子表格用 .csv，程序用 .json"
    "（或用 --format 指定）",
    "findings are not written as {ending}; .html makes a page, .csv a spreadsheet, .json is for "
    "programs (or say --format)",
)
_PARQUET = "parquet"
_INTO_A_FILE = Wording(
    "--format parquet 要与 -o 一起使用", "--format parquet goes with -o, the file to write"
)
