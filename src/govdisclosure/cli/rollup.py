"""``govdisclosure rollup``: the members' reports added up, and who is missing."""

from collections.abc import Iterator
from pathlib import Path

import click

from ..errors import Error
from ..reading import Reading
from ..rollup import RollUp, rollup
from ..rosters import Body, Roster
from ..rules.vocabulary import label_of
from ..wording import Wording
from .bilingual import Command, Option
from .comparing import same_file
from .convert import FORCE, check_format, write_report
from .documents import documents
from .language import Speech, speech_of
from .local import roster_in
from .output import FINE, FOUND, UNUSABLE, check_writable, fail, tell, tell_written
from .telling import tell_losses, tell_unreadable, whole_or_not

_ABOUT = Wording(
    "按机关名册把文件夹 DIR 中各成员单位（含本级）的报告逐格相加，写成汇总报告 OUT；\n"
    "格式由 OUT 的后缀决定。缺报、重报、空白都会列出；有空白的合计留空，不当作 0。\n"
    "\n"
    "退出码：0 完整；1 已写出，但有缺报、重报或空白；2 无法读取或写入。",
    "Add up the reports in the folder DIR, cell by cell, to the consolidated report OUT:\n"
    "those of the members that the roster names, the body's own office among them. The end\n"
    "of OUT's name says the format. Who did not report, who did twice and what is blank is\n"
    "told; a sum with a blank in it stays blank and is not zero.\n"
    "\n"
    "Exit codes: 0 complete; 1 written, but reports or numbers are missing; 2 cannot be\n"
    "read or written.",
)


@click.command(
    name="rollup",
    cls=Command,
    about=_ABOUT,
    examples=["govdisclosure rollup reports/ -o county.xlsx --roster roster.csv"],
)
@click.argument("folder", metavar="DIR")
@click.option(
    "-o",
    "--output",
    "out",
    cls=Option,
    required=True,
    metavar="OUT",
    type=click.Path(path_type=Path),
    about=Wording("汇总报告写到这个文件。", "The file to write the consolidated report to."),
)
@click.option(
    "--roster",
    cls=Option,
    required=True,
    metavar="FILE",
    about=Wording("机关名册（TOML 或 CSV）。", "Roster of bodies (TOML or CSV)."),
)
@click.option(
    "--of",
    cls=Option,
    metavar="NAME",
    about=Wording(
        "汇总哪个机关（名称或代码）；默认为名册中最上级的。",
        "The body to add up for (name or code); by default the one at the top.",
    ),
)
@click.option(
    "--year",
    cls=Option,
    type=int,
    metavar="YEAR",
    about=Wording("只汇总这一年度的报告。", "Add up the reports on this year only."),
)
@click.option("--force", cls=Option, is_flag=True, about=FORCE)
@click.pass_context
def command(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    folder: str,
    out: Path,
    roster: str,
    of: str | None,
    year: int | None,
    *,
    force: bool,
) -> None:
    """Add up reports."""
    speech = speech_of(context)
    check_format(speech, out)
    check_writable(speech, out, force=force)
    bodies = roster_in(roster, speech)
    found = [d for d in documents([folder], speech) if not same_file(d.source, str(out))]
    readings = [d.reading for d in found if d.reading is not None]
    tell_unreadable(found, speech)
    if not readings:
        fail(speech, _NOTHING.fill(folder=folder))
    for document in found:
        if document.reading is not None and whole_or_not(document.reading):
            tell(speech, Wording(document.source, document.source))
            tell_losses(document.reading, speech)
    summed = _added_up(readings, bodies, speech, of=of, year=year)
    write_report(context, summed.report, out, force=force)
    for line in _told(summed):
        tell(speech, line)
    tell_written(speech, out)
    codes = [_code(summed), *(whole_or_not(reading) for reading in readings)]
    context.exit(UNUSABLE if len(readings) < len(found) else max(codes))


_NOTHING = Wording("{folder} 中没有可汇总的报告", "no report in {folder} can be added up")


def _added_up(
    readings: list[Reading], roster: Roster, speech: Speech, *, of: str | None, year: int | None
) -> RollUp:
    try:
        return rollup(readings, roster=roster, of=of, year=year)
    except Error as error:
        fail(speech, error.wording)


def _code(summed: RollUp) -> int:
    return FOUND if summed.missing or summed.twice or summed.unknown else FINE


_MISSING = Wording("缺报：{body}", "missing: no report of {body}")
_TWICE = Wording(
    "重报：{body}有数字不同的报告，没有计入，请只留一份",
    "twice: {body} has reports with different numbers, none is counted; keep one",
)
_STRANGER = Wording(
    "说明：{body}不在名册上，没有计入", "note: {body} is not on the roster; it is left out"
)
_UNNAMED = Wording("（没有写明机关的报告）", "(a report that names no body)")
_ALL_UNKNOWN = Wording(
    "有成员缺报或重报，所有合计都无法确定，留空",
    "as a member's report is missing or there twice, no sum is known; all cells are blank",
)
_UNKNOWN = Wording(
    "合计不明：{label}（{cell}）：空白的有 {bodies}",
    "sum not known: {label} ({cell}): blank in {bodies}",
)
_NO_BODY = Wording("无", "none")
_ADDED = Wording("已汇总 {number} 份报告", "{number} report{number:s} added up")


def _told(summed: RollUp) -> Iterator[Wording]:
    yield _ADDED.fill(number=sum(member is not None for member in summed.members))
    for note in summed.notes:
        yield Wording(f"说明：{note.zh}", f"note: {note.en}")
    for body in summed.missing:
        yield _MISSING.fill(body=body.wording)
    for body in summed.twice:
        yield _TWICE.fill(body=body.wording)
    for name in dict.fromkeys(report.agency.name for report in summed.strangers):
        yield _STRANGER.fill(body=_UNNAMED if name is None else name)
    if summed.missing or summed.twice:
        yield _ALL_UNKNOWN
        return
    for address, bodies in summed.unknown.items():
        yield _UNKNOWN.fill(label=label_of(address), cell=address, bodies=_named(bodies))


def _named(bodies: tuple[Body, ...]) -> Wording:
    said = [body.wording for body in bodies] or [_NO_BODY]
    return Wording("、".join(w.zh for w in said), ", ".join(w.en for w in said))
