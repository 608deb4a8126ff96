"""How a finding quotes the prose and names what the cells have instead."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from ..findings import Number
from ..reading import Place
from ..records import AnnualReport, ByApplicant, ByResult
from ..records.applicants import ORGANIZATIONS
from ..records.cells import cell
from ..records.form import columns, parts
from ..wording import Wording
from .text.sections import labels
from .vocabulary import Subject, label_of

if TYPE_CHECKING:
    from ..claims.reckoning import Reckoned
    from ..claims.vocabulary import Doubt, Quotation


def places(subject: Subject, quotation: "Quotation") -> Sequence[Place]:
    """Return where words of the prose stand in the document, as far as it was read."""
    place = subject.reading and subject.reading.prose.get(quotation.path)
    return (attrs.evolve(place, text=quotation.text),) if place else ()


_SHOWN = 60


def short(text: str) -> str:
    """Return words on one line, cut short."""
    plain = "".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def says(quotation: "Quotation", stated: Number, unit: Wording) -> Wording:
    """Return what the text says: the number, and the words around it."""
    return _STATED.fill(
        section=_section(quotation), quoted=short(quotation.text), stated=stated, unit=unit
    )


def quoted(quotation: "Quotation") -> Wording:
    """Return what the text says, word for word."""
    return _QUOTED.fill(section=_section(quotation), quoted=short(quotation.text))


def _section(quotation: "Quotation") -> Wording:
    return labels()[quotation.path.partition(".")[0]]


def doubted(doubt: "Doubt | None") -> Wording:
    """Return what a doubt is, as the end of a sentence; nothing without one."""
    from ..claims.vocabulary import DOUBT_WORDING

    return NOTHING if doubt is None else _DOUBTED.fill(why=DOUBT_WORDING[doubt])


_ALTERNATIVES = 3


def has(values: "Iterable[Reckoned]") -> Wording:
    """Return what the table has, by each meaning that has another number."""
    distinct = list({value.least: value for value in reversed(list(values))}.values())[::-1]
    shown = [
        (_AT_LEAST if not value.exact else _EXACTLY).fill(
            label=_label(value.labels), value=value.least
        )
        for value in distinct[:_ALTERNATIVES]
    ]
    return Wording("，或".join(s.zh for s in shown), ", or ".join(s.en for s in shown))


def _label(names: Sequence[tuple[str, bool]]) -> Wording:
    """Return the labels of terms as a sum; those that are taken off follow a minus sign."""
    zh, en = "", ""
    for name, taken_off in names:
        label = _term_label(name)
        sign = "−" if taken_off else "+"
        zh += f" {sign} {label.zh}" if zh else label.zh
        en += f" {sign} {label.en}" if en else label.en
    return Wording(zh, en)


def _term_label(name: str) -> Wording:
    """Return the label of a cell, or of a column over the rows of a group."""
    if cell(name) is not None:
        return label_of(name)
    part, _, column = name.rpartition(".")
    label, layout = NOTHING, AnnualReport
    for step in part.split("."):
        form = parts(layout)[step]
        label, layout = form.label, form.layouts[-1]
    return _OF_GROUP.fill(label=label, column=_COLUMNS[column])


_COLUMNS = {
    **{name: form.label for name, form in columns(ByApplicant).items()},
    **{name: form.label for name, form in columns(ByResult).items()},
    "organizations": ORGANIZATIONS,
}
_OF_GROUP = Wording("{label} {column}", "{label}, {column}")
NOTHING = Wording("", "")

_STATED = Wording(
    "正文在“{section}”中写{stated}{unit}（“{quoted}”）",
    "The text says {stated}{unit} in “{section}” (“{quoted}”)",
)
_QUOTED = Wording("正文在“{section}”中写“{quoted}”", "The text says in “{section}”: “{quoted}”")
CASES, YUAN = NOTHING, Wording("元", " yuan")
APART = Wording("，相差 {number}", "; difference {number}")
_EXACTLY = Wording("{label} {value}", "{label}: {value}")
_AT_LEAST = Wording("{label} 至少 {value}", "{label}: at least {value}")
_DOUBTED = Wording("；但{why}，请核对", "; but {why}: please check")
