"""``govdisclosure collect``: a folder of documents as a dataset, kept up to date."""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from ..collecting import Collected, Contents, Dataset, Source, collected
from ..errors import Error
from ..extras import why_missing
from ..wording import Speech, Wording
from .bilingual import Command, Option
from .documents import files_in
from .language import speech_of
from .output import FINE, FOUND, UNUSABLE, complain, fail, print_text, tell, unwritable
from .progress import watched
from .targets import tell_passed_over
from .workers import read_each

_ABOUT = Wording(
    "把文件夹 DIR 里的报告收集为数据集 DIR2：每年一个 Parquet 文件，每份报告一行，\n"
    "附来源、摘要、缺失和未归位的内容。再次运行时只读取新的和改动过的文件，删除的文件随之去掉。\n"
    "然后可以：govdisclosure check DIR2\n"
    "\n"
    "退出码：0 全部完整；1 有内容缺失或未归位；2 有文件无法读取，或无法写入。",
    "Collect the reports in the folder DIR into the dataset DIR2: a Parquet file a year, a row a\n"
    "report, with its source, its digest, and what is missing or found no place. Run again, it\n"
    "reads only the files that are new or have changed, and drops those that are gone.\n"
    "Then: govdisclosure check DIR2\n"
    "\n"
    "Exit codes: 0 all complete; 1 something is missing or found no place; 2 a file cannot be\n"
    "read, or the dataset not written.",
)
_TOLD = 20


@click.command(
    name="collect",
    cls=Command,
    about=_ABOUT,
    examples=["govdisclosure collect reports/ -o dataset/", "govdisclosure check dataset/"],
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    cls=Option,
    metavar="DIR2",
    required=True,
    type=click.Path(path_type=Path),
    about=Wording("数据集所在的文件夹。", "The folder of the dataset."),
)
@click.pass_context
def command(context: click.Context, folder: Path, output: Path) -> None:
    """Collect documents."""
    speech = speech_of(context)
    if not folder.is_dir():
        fail(speech, _NO_FOLDER.fill(folder=folder))
    missing = why_missing("frames", ("pyarrow",))
    if missing is not None:
        fail(speech, missing)
    tell_passed_over([str(folder)], speech)
    try:
        with closing(Dataset(output)) as dataset:
            if dataset.open():
                tell(speech, _GOES_ON)
            unreadable, contents = _brought_up_to_date(dataset, folder, speech)
    except Error as error:
        fail(speech, error.wording)
    except OSError as error:
        fail(speech, _keeping(unwritable(output, error)))
    if unreadable:
        context.exit(UNUSABLE)
    context.exit(FOUND if contents.lossy else FINE)


_NO_FOLDER = Wording("没有文件夹 {folder}", "there is no folder {folder}")
_GOES_ON = Wording("说明：接着上次中断的收集继续", "note: going on where the last run left off")


def _keeping(said: Wording) -> Wording:
    return Wording(
        f"{said.zh}；已读取的部分保留着，再运行同一命令即可继续",
        f"{said.en}; what was read is kept: the same command goes on from there",
    )


def _brought_up_to_date(
    dataset: Dataset, folder: Path, speech: Speech
) -> tuple[Sequence[Collected], Contents]:
    """Read what has to be read, update the dataset, and say what it comes to."""
    digests = dataset.digests()
    sources = [*_sources(folder, dataset, digests)]
    unchanged, unreadable, read = set[str](), list[Collected](), 0
    found = read_each(collected, _lost, sources)
    for document in watched(found, len(sources), speech):
        if document.row is not None:
            dataset.keep(document.row)
            read += 1
        elif document.error is None:
            unchanged.add(document.source.name)
        else:
            unreadable.append(document)
    failed = {document.source.name for document in unreadable}
    names = {source.name for source in sources}
    contents = dataset.update(unchanged, names - failed)
    dataset.finish(unreadable)
    _tell_unreadable(unreadable, speech)
    numbers = _NUMBERS.fill(read=read, unchanged=len(unchanged), gone=len(digests.keys() - names))
    _print(contents, numbers, len(unreadable), speech)
    return unreadable, contents


def _sources(folder: Path, dataset: Dataset, digests: dict[str, str]) -> Iterator[Source]:
    inside = Path(os.path.abspath(dataset.folder))  # noqa: PTH100  # links are kept as they are
    for file in files_in(folder):
        if not Path(os.path.abspath(file)).is_relative_to(inside):  # noqa: PTH100  # likewise
            name = file.relative_to(folder).as_posix().encode(errors="replace").decode()
            yield Source(path=str(file), name=name, digest=digests.get(name))


def _lost(source: Source) -> Collected:
    return Collected(source=source, error=_ENDED_ITS_PROCESS)


_ENDED_ITS_PROCESS = Wording(
    "读取这个文件时进程意外终止（可能内存不足，或文件有害）",
    "reading it ended the process (out of memory, perhaps, or the file is harmful)",
)


def _tell_unreadable(unreadable: Sequence[Collected], speech: Speech) -> None:
    for document in unreadable[:_TOLD]:
        error, path = document.error or Wording("", ""), document.source.path
        complain(speech, Wording(f"{path}：{error.zh}", f"{path}: {error.en}"))
    if len(unreadable) > _TOLD:
        tell(speech, _MORE.fill(number=len(unreadable) - _TOLD))


_MORE = Wording(
    "……另有 {number:,} 个文件无法读取（见 _unreadable.ndjson）",
    "… and {number:,} more file{number:s} that cannot be read (see _unreadable.ndjson)",
)
_NUMBERS = Wording(
    "读取 {read:,}，未变 {unchanged:,}，去掉 {gone:,}",
    "read: {read:,}, unchanged: {unchanged:,}, gone: {gone:,}",
)


def _print(contents: Contents, numbers: Wording, unreadable: int, speech: Speech) -> None:
    lines = [_WHOLE.fill(reports=contents.reports, numbers=numbers)]
    if contents.lossy:
        lines.append(_LOSSY.fill(lossy=contents.lossy))
    if unreadable:
        lines.append(_UNREADABLE.fill(number=unreadable))
    lines += [
        _OF_YEAR.fill(year=_UNKNOWN if year is None else year, number=number)
        for year, number in contents.years.items()
    ]
    print_text("".join(speech.say(line) + "\n" for line in lines))


_WHOLE = Wording(
    "数据集有 {reports:,} 份报告（{numbers}）", "{reports:,} report{reports:s} ({numbers})"
)
_LOSSY = Wording(
    "其中 {lossy:,} 份有内容缺失或未归位（见 missing、unplaced 两列）",
    "of {lossy:,}, something is missing or found no place (columns missing and unplaced)",
)
_UNREADABLE = Wording("无法读取的文件：{number:,}", "files that cannot be read: {number:,}")
_OF_YEAR = Wording("  {year}：{number:,}", "  {year}: {number:,}")
_UNKNOWN = Wording("年度不明", "year not known")
