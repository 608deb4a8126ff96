"""``govdisclosure new``: an empty form to fill in."""

from datetime import date
from pathlib import Path

import click

from ..errors import Error
from ..readers.placing.agencies import agency as agency_of
from ..records import AnnualReport
from ..records.starting import new_report
from ..wording import Wording
from .bilingual import Command, Option
from .convert import FORCE, check_format, write_report
from .documents import document
from .language import Speech, speech_of
from .output import check_writable, fail, tell_written

_ABOUT = Wording(
    "新建一份空表 OUT，表格齐全，数字待填；.xlsx 是带校验的填报工作簿。\n"
    "给出上年报告时，机关名称和“上年结转”自动填好。格式由 OUT 的后缀决定：\n"
    ".xlsx .docx .html .json .md .txt。--lang en 在官方标签下加英文。",
    "Make an empty form OUT: every table, no numbers. An .xlsx is a workbook that checks\n"
    "what is filled in. With last year's report, the body's name and the requests carried\n"
    "in are filled in. The end of OUT's name says the format: .xlsx .docx .html .json .md\n"
    ".txt. --lang en adds English labels.",
)


@click.command(
    name="new",
    cls=Command,
    about=_ABOUT,
    examples=[
        "govdisclosure new form.xlsx --year 2025 --agency 云溪县青石镇人民政府",
        "govdisclosure new form.xlsx --prior last-year.json",
    ],
)
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@click.option(
    "--year",
    cls=Option,
    type=int,
    metavar="YEAR",
    about=Wording(
        "报告年度；默认为上年报告的下一年，或去年。",
        "Year to report on; by default the one after the prior report's, or last year.",
    ),
)
@click.option(
    "--agency",
    cls=Option,
    metavar="NAME",
    about=Wording("编制机关的名称。", "Name of the body that reports."),
)
@click.option(
    "--prior",
    cls=Option,
    metavar="PATH",
    about=Wording("本机关的上年报告。", "The body's report of the year before."),
)
@click.option("--force", cls=Option, is_flag=True, about=FORCE)
@click.pass_context
def command(  # one parameter an option
    context: click.Context,
    out: Path,
    year: int | None,
    agency: str | None,
    prior: str | None,
    *,
    force: bool,
) -> None:
    """Make an empty form."""
    speech = speech_of(context)
    check_format(speech, out)
    check_writable(speech, out, force=force)
    before = _prior(speech, prior)
    try:
        asked = _year_after(before) if year is None else year
        body = agency_of(agency) if agency else None
        report = new_report(asked, agency=body, prior=before)
    except Error as error:
        fail(speech, error.wording)
    write_report(context, report, out, force=force, prior=before)
    tell_written(speech, out)


def _prior(speech: Speech, path: str | None) -> AnnualReport | None:
    if path is None:
        return None
    found = document(path)
    if found.reading is None:
        fail(speech, found.complaint)
    return found.reading.report


def _year_after(prior: AnnualReport | None) -> int:
    if prior is not None and prior.year is not None:
        return prior.year + 1
    return date.today().year - 1  # noqa: DTZ011  # the year of the clerk's own calendar
