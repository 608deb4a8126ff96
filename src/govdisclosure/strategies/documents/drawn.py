"""Documents drawn from a report."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from importlib import import_module
from random import Random

import attrs
from hypothesis import strategies as st

from ...errors import MissingExtra, UnknownName
from ...reading import Reading
from ...records import AnnualReport
from ...records.printing import Printer
from ...wording import Wording
from .damages import DAMAGES, Damage
from .judging import Verdict, judge
from .rows import Document, number
from .writing import written


@attrs.frozen(kw_only=True)
class DrawnDocument:
    """A document that a report was written to, and perhaps damaged.

    ``content`` are its bytes in a ``format``; ``damages`` are the names of what was done to it.
    ``cells`` are the numbers that it prints, by the address that they are printed for: a right
    reader gives each of them there, or says that it could not place it. ``printed`` are its rows.
    """

    content: bytes
    format: str
    damages: tuple[str, ...]
    printed: Document

    @property
    def cells(self) -> Mapping[str, Decimal]:
        """The numbers by address; an address for which two different ones stand is left out."""
        found: dict[str, set[Decimal]] = {}
        for row in self.printed.rows:
            for piece, address in row.values.items():
                found.setdefault(address, set()).add(number(row.pieces[piece]))
        return {address: numbers.pop() for address, numbers in found.items() if len(numbers) == 1}

    def __repr__(self) -> str:
        done = ", ".join(self.damages) or "whole"
        return f"<a document in {self.format}, {len(self.content)} bytes, {done}>"

    def _repr_pretty_(self, printer: Printer, _cycle: bool) -> None:  # noqa: FBT001  # called so
        printer.text(repr(self))

    def judge(self, reading: Reading) -> Verdict:
        """Hold a reading against the document; ``wrong`` is empty where nothing is."""
        return judge(self.printed, reading)


@attrs.frozen
class _Format:
    """A format: where it is printed, and what it needs."""

    module: str
    printer: str
    extra: str | None = None
    library: str | None = None

    def load(self) -> Callable[[Document], bytes | str]:
        """Return what prints documents in the format.

        Raises:
            MissingExtra: the library that it needs is not installed.
        """
        try:
            module = import_module(f".{self.module}", __package__)
        except ModuleNotFoundError as error:
            if self.extra is None or error.name != self.library:
                raise
            raise MissingExtra(self.extra, self.library) from None
        printer: Callable[[Document], bytes | str] = getattr(module, self.printer)
        return printer


FORMATS: Mapping[str, _Format] = {
    "html": _Format("pages", "by_page"),
    "docx": _Format("words", "by_docx", "docx", "docx"),
    "xlsx": _Format("workbooks", "by_xlsx", "xlsx", "openpyxl"),
    "md": _Format("text", "by_markdown"),
    "text": _Format("text", "by_tabs"),
}
"""The formats by name."""
SOME = "some"
"""Stands for one or two damages of any kind."""
NOT_A_COUNT = "not_a_count"
"""A damage beside ``DAMAGES``: a cell prints what is no number that it may hold."""


def documents(
    report: AnnualReport,
    *,
    format: str = "html",  # noqa: A002  # the field's word for it, as in ``read``
    damage: str | None = None,
) -> st.SearchStrategy[DrawnDocument]:
    """Documents of a report in a *format* (html, docx, xlsx, md, text), with the expected cells.

    *damage* is what happened to it: one of ``DAMAGES`` by its name (``"delete_row"``,
    ``"tear_number"``, ``"shift_labels"`` …), ``"some"`` for one or two of any kind, or
    ``"not_a_count"``, after which ``cell.not_a_count`` is found. Without, the document is whole.

    A damaged report should have a different number in each cell, or a number in a wrong cell is
    not seen; ``numbered`` gives such reports.

    Raises:
        UnknownName: there is no such format or damage.
        MissingExtra: the format needs a library that is not installed.
    """
    if format not in FORMATS:
        raise _unknown(_NO_FORMAT, format, FORMATS)
    known = {one.__name__: one for one in DAMAGES} | {NOT_A_COUNT: not_a_count}
    if damage not in (None, SOME, *known):
        raise _unknown(_NO_DAMAGE, str(damage), (SOME, *known))
    if damage == SOME:
        chosen = st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=2)
    else:
        chosen = st.just([] if damage is None else [known[damage]])
    return _documents(written(report), format, FORMATS[format].load(), chosen)


@st.composite
def _documents(
    draw: st.DrawFn,
    whole: Document,
    name: str,
    printer: Callable[[Document], bytes | str],
    damages: st.SearchStrategy[list[Damage]],
) -> DrawnDocument:
    document, done = whole, []
    for damage in draw(damages):
        if document.places():
            document = damage(draw(_CHANCE), document)
            done.append(damage.__name__)
    content = printer(document)
    data = content.encode() if isinstance(content, str) else content
    return DrawnDocument(content=data, format=name, damages=tuple(done), printed=document)


_CHANCE: st.SearchStrategy[Random] = st.randoms(use_true_random=False)
_NO_NUMBERS = ("3.5", "-3", "1.5件")


def not_a_count(random: Random, document: Document) -> Document:
    """A cell of table 三 prints what is no count."""
    place = random.choice(document.places(table="requests"))
    row = document.rows[place]
    piece = random.choice(list(row.values))
    values = {i: address for i, address in row.values.items() if i != piece}
    return document.replace(
        {place: row.with_piece(piece, random.choice(_NO_NUMBERS), values=values)}
    )


@st.composite
def numbered(draw: st.DrawFn, edition: str = "2021") -> AnnualReport:
    """Complete reports with a different number in each cell; nothing adds up in them.

    Raises:
        UnknownName: there is no edition of that name.
    """
    form = AnnualReport.blank_form(edition, fill=0)
    addresses = [address for address, _ in form.cells()]
    numbers = draw(_CHANCE).sample(range(100, 10 * len(addresses)), len(addresses))
    year = 2023 if edition == "2021" else 2020
    about = {"year": year, "title": f"云溪县商务局{year}年政府信息公开工作年度报告"}
    return form.replace({**about, **dict(zip(addresses, numbers, strict=True))})


def _unknown(wording: Wording, name: str, known: Iterable[str]) -> UnknownName:
    return UnknownName(wording.fill(name=name, known=", ".join(known)))


_NO_FORMAT = Wording("没有格式“{name}”；现有：{known}", "no format {name!r}; there are: {known}")
_NO_DAMAGE = Wording(
    "没有损坏方式“{name}”；现有：{known}", "no damage {name!r}; there are: {known}"
)
