"""Writing reports: a record in, bytes out, one module a format, each loaded only when used."""

from collections.abc import Mapping
from importlib import import_module
from os import PathLike, fspath
from typing import Protocol, cast

import attrs

from ..errors import MissingExtra, UnknownName
from ..records import AnnualReport
from ..wording import Wording

__all__ = ["FORMATS", "Format", "format_of", "write"]


class _Writer(Protocol):
    def __call__(
        self, report: AnnualReport, *, english: bool = False, prior: AnnualReport | None = None
    ) -> bytes: ...


@attrs.frozen(kw_only=True)
class Format:
    """A format that reports are written in: its name, the ends of file names, what it needs.

    ``extra`` is the optional dependency to install, ``library`` the module that it brings; both
    are None where nothing more is needed.
    """

    name: str
    suffixes: tuple[str, ...]
    extra: str | None = None
    library: str | None = None


FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format(name="json", suffixes=(".json",)),
        Format(name="html", suffixes=(".html", ".htm")),
        Format(name="docx", suffixes=(".docx",), extra="docx", library="docx"),
        Format(name="xlsx", suffixes=(".xlsx",), extra="xlsx", library="xlsxwriter"),
        Format(name="md", suffixes=(".md", ".markdown")),
        Format(name="text", suffixes=(".txt",)),
    )
}
"""The formats by name."""


def format_of(path: PathLike[str] | str) -> Format:
    """Return the format that a file name asks for by its end.

    Raises:
        UnknownName: no format has such names.
    """
    name = fspath(path).lower()
    for form in FORMATS.values():
        if name.endswith(form.suffixes):
            return form
    known = " ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    raise UnknownName(
        Wording(
            f"没有与文件名“{fspath(path)}”对应的格式；后缀可用：{known}",
            f"no format for a file named {fspath(path)!r}; names end in {known}",
        )
    )


def write(
    report: AnnualReport,
    format: str,  # noqa: A002  # the field's word for it, as in ``read``
    *,
    english: bool = False,
    prior: AnnualReport | None = None,
) -> bytes:
    """Return the report as a document in the official layout.

    *format* is one of ``FORMATS``, and not the name of a file: what is returned is written with
    ``Path("report.txt").write_bytes(…)``. With *english*, the English labels stand under the
    official ones, in the formats meant for people. *prior* is the report of the year before; a
    workbook takes the carry-over and last year's figures from it, the other formats do not need it.

    Raises:
        UnknownName: there is no such format.
        MissingExtra: the format needs a library that is not installed.
    """
    try:
        form = FORMATS[format]
    except KeyError:
        raise UnknownName(_no_format(str(format))) from None
    try:
        module = import_module(f".{form.name}", __package__)
    except ModuleNotFoundError as error:
        if form.extra is None or error.name != form.library:
            raise
        raise MissingExtra(form.extra, form.library) from None
    writer = cast("_Writer", module.write)
    return writer(report, english=english, prior=prior)


def _no_format(asked: str) -> Wording:
    """Return that there is no such format; of a file's name, or the end of one, what to write."""
    known = ", ".join(FORMATS)
    none = _NONE.fill(format=asked, known=known)
    meant = next((f for f in FORMATS.values() if f".{asked}".lower().endswith(f.suffixes)), None)
    if meant is None:
        return none
    file = asked if "." in asked.strip(".") else f"report{meant.suffixes[0]}"
    how = _INTO_A_FILE.fill(file=file, format=meant.name)
    return Wording(none.zh + how.zh, none.en + how.en)


_NONE = Wording("没有格式“{format}”；现有：{known}", "no format {format!r}; there are: {known}")
_INTO_A_FILE = Wording(
    '；要写成文件：Path("{file}").write_bytes(gd.write(report, "{format}"))',
    '; to write a file: Path("{file}").write_bytes(gd.write(report, "{format}"))',
)
