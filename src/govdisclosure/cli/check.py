"""``govdisclosure check``: read, check, and say what is wrong."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
import click

from .. import __version__, wire
from ..checking import Review, check
from ..findings import Severity
from ..records import AnnualReport, ReportKey
from ..rules import digest
from ..wording import Wording
from .documents import Document, documents
from .language import Speech, language_option, speech_of
from .output import complain, fail, unwritable, write_file
from .plain import finding, instance, key, skipped
from .text_review import text_review

_NEVER = "never"


@click.command(
    name="check",
    short_help="Check reports / 检查报告",
    epilog="Example: govdisclosure check report.txt --prior last-year.json",
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--prior", metavar="PATH", help="The report of the year before, or a folder of them.")
@click.option("--members", metavar="DIR", help="The members' reports of a consolidated report.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file.")
@click.option("--force", is_flag=True, help="Replace the output file if it exists.")
@click.option("--all", "everything", is_flag=True, help="Every instance, every finding.")
@click.option(
    "--fail-on",
    type=click.Choice([*(severity.value for severity in Severity), _NEVER]),
    default=Severity.ERROR.value,
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@language_option
@click.pass_context
def command(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    paths: Sequence[str],
    prior: str | None,
    members: str | None,
    form: str,
    output: Path | None,
    *,
    force: bool,
    everything: bool,
    fail_on: str,
) -> None:
    """Read each document (or JSON report), check it, and print the findings.

    读取并检查每份报告，列出问题。退出码：0 无问题，1 有问题，2 无法读取。
    """
    speech = speech_of(context)
    if output is not None and output.exists() and not force:
        fail(speech, unwritable(output, FileExistsError(str(output))))
    priors = _reports(speech, prior)
    member_reports = _reports(speech, members)
    checked = [_check(d, priors, member_reports) for d in documents(paths)]
    if form == "json":
        text = wire.to_json(_object(checked, everything=everything), indent=2) + "\n"
    else:
        text = text_review(
            [(c.document.source, c.document.reading, c.review) for c in checked if c.review],
            speech,
            everything=everything,
            colour=output is None,
        )
    for entry in checked:
        if entry.document.error is not None:
            complain(speech, _named(entry.document))
    _emit(speech, text, output, force=force)
    context.exit(max(_exit_code(entry, fail_on) for entry in checked))


@attrs.frozen
class _Checked:
    document: Document
    review: Review | None = None


def _reports(speech: Speech, path: str | None) -> list[AnnualReport] | None:
    """Return the reports at *path*; one that cannot be read ends the command."""
    if path is None:
        return None
    found: list[AnnualReport] = []
    for document in documents([path]):
        if document.reading is None:
            fail(speech, _named(document))
        else:
            found.append(document.reading.report)
    return found


def _named(document: Document) -> Wording:
    error = document.error or Wording("", "")
    return Wording(f"{document.source}：{error.zh}", f"{document.source}: {error.en}")


def _check(
    document: Document,
    priors: Sequence[AnnualReport] | None,
    members: Sequence[AnnualReport] | None,
) -> _Checked:
    if document.reading is None:
        return _Checked(document)
    before = _before(document.reading.report.key, priors or ())
    return _Checked(document, check(document.reading, prior=before, members=members))


def _before(of: ReportKey, priors: Sequence[AnnualReport]) -> AnnualReport | None:
    """Return the report of the year before: the only one given, or else the one by its key."""
    if len(priors) == 1:
        return priors[0]
    year = None if of.year is None else of.year - 1
    wanted = attrs.evolve(of, year=year)
    return next((prior for prior in priors if prior.key == wanted), None)


def _object(checked: Iterable[_Checked], *, everything: bool) -> dict[str, Any]:
    return {
        "tool": {"name": "govdisclosure", "version": __version__},
        "rules": {"digest": digest()},
        "reports": [_entry(entry, everything=everything) for entry in checked],
    }


def _entry(entry: _Checked, *, everything: bool) -> dict[str, Any]:
    source, reading, review = entry.document.source, entry.document.reading, entry.review
    if reading is None or review is None:
        error = entry.document.error or Wording("", "")
        return {"source": source, "error": {"zh": error.zh, "en": error.en}}
    found: dict[str, Any] = {
        "source": source,
        "key": key(reading.report.key),
        "counts": {outcome.value: count for outcome, count in review.counts.items()},
        "findings": [finding(f) for f in review.findings],
        "undetermined": [instance(i) for i in review.undetermined],
        "skipped": [skipped(s) for s in review.skipped],
    }
    if everything:
        found["instances"] = [instance(i, whole=True) for i in review.instances]
    return found


def _emit(speech: Speech, text: str, output: Path | None, *, force: bool) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        write_file(output, text, force=force)
    except OSError as error:
        fail(speech, unwritable(output, error))


def _exit_code(entry: _Checked, fail_on: str) -> int:
    if entry.review is None:
        return 2
    return int(fail_on != _NEVER and bool(entry.review.at_least(Severity(fail_on))))
