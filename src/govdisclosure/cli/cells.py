"""``govdisclosure cells``: every cell of the form, and what it counts."""

import difflib
from collections.abc import Iterator

import click

from ..editions import EDITIONS
from ..explaining.cells import cell_page
from ..records import Cell, cells
from ..wording import Wording
from .bilingual import Command, Option
from .language import Speech, speech_of
from .output import fail, print_text

_ABOUT = Wording(
    "列出表中的全部单元格；给出 ADDRESS 时，解释该单元格，或列出该行、该表的单元格。",
    "List the cells of the form; with an ADDRESS, explain that cell, or list the cells of\n"
    "that row or table.",
)


@click.command(
    name="cells",
    cls=Command,
    about=_ABOUT,
    examples=[
        "govdisclosure cells requests.outcomes.total.natural_person",
        "govdisclosure cells remedies --edition 2021",
    ],
)
@click.argument(
    "address",
    metavar="[ADDRESS]",
    required=False,
    shell_complete=lambda _context, _argument, typed: _beginning_with(typed),
)
@click.option(
    "--edition",
    cls=Option,
    type=click.Choice([e.name for e in EDITIONS]),
    about=Wording("只列该版格式的单元格。", "Only the cells of this edition of the form."),
)
@click.pass_context
def command(context: click.Context, address: str | None, edition: str | None) -> None:
    """Explain cells."""
    speech = speech_of(context)
    known = cells(edition)
    found = [c for c in known if _is_at(c, address)]
    if not found:
        fail(speech, _unknown(str(address), known, edition))
    if len(found) == 1:
        lines = _page(found[0], speech)
    else:
        lines = (f"{cell.address}\t{speech.say(Wording(cell.zh, cell.en))}" for cell in found)
    print_text("".join(f"{line}\n" for line in lines))


def _beginning_with(typed: str) -> list[str]:
    """Return the addresses to go on with: one step of the path at a time."""
    depth = typed.count(".") + 1
    steps = dict.fromkeys(".".join(cell.address.split(".")[:depth]) for cell in cells())
    return [step for step in steps if step.startswith(typed)]


def _is_at(cell: Cell, address: str | None) -> bool:
    return address is None or cell.address == address or cell.address.startswith(f"{address}.")


def _unknown(address: str, known: tuple[Cell, ...], edition: str | None) -> Wording:
    if edition is not None and any(_is_at(cell, address) for cell in cells()):
        return Wording(
            f"{edition}年版格式没有“{address}”，别的版本有",
            f"the {edition} edition has no {address!r}; another one has",
        )
    names = dict.fromkeys(
        cell.address.rsplit(".", depth)[0] for cell in known for depth in (2, 1)
    ) | dict.fromkeys(cell.address for cell in known)
    near = difflib.get_close_matches(address, names)
    zh, en = "、".join(near), ", ".join(near)
    return Wording(
        f"没有单元格“{address}”"
        + (f"；相近的有：{zh}" if near else "；govdisclosure cells 列出全部"),
        f"no cell {address!r}"
        + (f"; did you mean {en}?" if near else "; govdisclosure cells lists all"),
    )


def _page(cell: Cell, speech: Speech) -> Iterator[str]:
    page = cell_page(cell)
    yield cell.address
    yield f"{cell.zh} | {cell.en}"
    yield speech.say(Wording("填写：", "holds: ")) + speech.say(cell.kind.expected)
    yield speech.say(Wording("版本：", "editions: ")) + ", ".join(page.editions)
    yield speech.say(Wording("依据：", "basis: ")) + speech.say(cell.basis.wording)
    yield speech.say(Wording("规则：", "rules: ")) + ", ".join(page.rules)
    yield speech.say(Wording("例：", "example: ")) + f'report.get("{cell.address}")'
