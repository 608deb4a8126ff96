"""Files of many reports on the command line: what is asked of them, and the exit code."""

from collections.abc import Iterable

import click

from ...errors import Error
from ...extras import why_missing
from ...findings import Severity
from ...reviews import Settings
from ...reviews.many import ENDINGS
from ...wording import Speech, Wording
from ..bilingual import Misuse
from ..comparing import same_file
from ..data import Named
from ..given import Options
from ..language import speech_of
from ..local import locally
from ..output import FINE, FOUND, UNUSABLE, complain, fail, print_text, tell, tell_written
from .parts import is_parquet
from .run import Run, carry_out
from .telling import told

__all__ = ["check_data"]


def check_data(context: click.Context, found: Named, form: str, options: Options) -> int:
    """Check files of data, print what they come to, and return the exit code.

    The summary goes to standard error where the findings go to standard output.
    """
    speech = speech_of(context)
    _check_fits_data(context, found, form, options)
    missing = _missing(found.data, form, all_rules=options.all_rules)
    if missing is not None:
        fail(speech, missing)
    for path in found.unfinished:
        tell(speech, _UNFINISHED.fill(path=path))
    run = Run(
        files=found.data,
        local=locally(speech, profile=options.profile, waivers=options.waivers),
        local_files=tuple(file for file in (options.profile, options.waivers) if file is not None),
        all_rules=options.all_rules,
        table=form if form in ENDINGS.values() else None,
        output=options.output,
        force=options.force,
        processes=options.processes,
    )
    return _code(run, speech, options.least)


def _missing(files: Iterable[str], form: str, *, all_rules: bool) -> Wording | None:
    """Return what is to be installed before the files can be checked, None if nothing is."""
    rows = [is_parquet(file) for file in files]
    if any(rows) and (why := why_missing("frames", ("narwhals", "polars", "pyarrow"))):
        return why
    if not all(rows) and not all_rules and (why := why_missing("json", ("msgspec",))):
        return why
    return why_missing("frames", ("pyarrow",)) if form == "parquet" else None


def _code(run: Run, speech: Speech, least: Severity | None) -> int:
    try:
        summary = carry_out(run, speech)
    except Error as error:
        fail(speech, error.wording)
    if run.output is not None:
        tell_written(speech, run.output)
    aside = run.table is not None and run.output is None
    print_text(told(summary, speech), to_stderr=aside)
    if summary.rules and run.table is None:
        print_text(speech.say(_EACH) + "\n")
    if summary.unusable:
        return UNUSABLE
    if not summary.whole.reports:
        complain(speech, _NO_REPORT)
        return UNUSABLE
    settings = Settings(fail_on=least)
    return FOUND if any(map(settings.fails, summary.severities())) else FINE


_NO_REPORT = Wording(
    "数据中没有报告，什么都没有检查", "there is no report in the data; nothing was checked"
)
_EACH = Wording("\n逐条问题：加 -o findings.csv", "\nfor each finding: add -o findings.csv")


def _check_fits_data(context: click.Context, found: Named, form: str, options: Options) -> None:
    """Refuse what does not go with files of data."""
    if found.others:
        raise Misuse(_DATA_APART.fill(path=found.others[0]), context)
    given = {
        "--prior": options.prior,
        "--members": options.members,
        "--roster": options.roster,
        "--all": options.everything,
    }
    for option, value in given.items():
        if value:
            how = _INSTEAD[option]
            raise Misuse(_NOT_OF_DATA.fill(option=option, how=how), context)
    output = options.output
    if form not in ENDINGS.values() and (output is not None or form != "text"):
        raise Misuse(_TABLES_ONLY.fill(format=form), context)
    if output is not None and any(same_file(file, str(output)) for file in found.data):
        raise Misuse(_OVER_ITSELF.fill(path=output), context)


_DATA_APART = Wording(
    "数据文件（.ndjson、.parquet）要单独检查；{path} 不是数据文件",
    "files of data (.ndjson, .parquet) are checked apart from documents; {path} is no such file",
)
_NOT_OF_DATA = Wording(
    "数据文件不能使用 {option}；{how}", "{option} does not go with files of data; {how}"
)
_SEE_FRAMES = Wording(
    "说明见文档“检查数据框中的大量报告”（docs/how-to/frames.zh-CN.md）", "see docs/how-to/frames.md"
)
_WITH_MEMBERS = Wording(
    f"与各成员单位比较请用 Python：govdisclosure.frames.check(数据, roster=名册)，{_SEE_FRAMES.zh}",
    "to compare consolidated reports with their members, in Python: "
    f"govdisclosure.frames.check(data, roster=roster), {_SEE_FRAMES.en}",
)
_INSTEAD = {
    "--prior": Wording(
        "与上年比较请用 Python：govdisclosure.frames.check(数据, prior=上年数据，可以是同一份)，"
        f"{_SEE_FRAMES.zh}",
        "to compare with the year before, in Python: govdisclosure.frames.check(data, prior=data "
        f"of earlier years, which may be the same), {_SEE_FRAMES.en}",
    ),
    "--members": _WITH_MEMBERS,
    "--roster": _WITH_MEMBERS,
    "--all": Wording(
        "逐条问题用 -o findings.csv 写出", "each finding is written with -o findings.csv"
    ),
}
_UNFINISHED = Wording(
    "说明：数据集 {path} 上次的 collect 没有完成，请再运行一次",
    "note: the last run of collect on the dataset {path} was interrupted; run it again",
)
_OVER_ITSELF = Wording(
    "{path} 是要检查的数据，不能写在它上面；请换一个文件",
    "{path} is the data to be checked and is not written over; name another file",
)
_TABLES_ONLY = Wording(
    "数据文件的问题只能写成 csv、ndjson 或 parquet，不能写成 {format}",
    "the findings about files of data are written as csv, ndjson or parquet, not as {format}",
)
