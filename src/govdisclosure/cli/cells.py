"""``govdisclosure cells``: every cell of the form, and what it counts."""

import re
from collections.abc import Iterator, Sequence

import click

from ..editions import EDITIONS
from ..explaining.cells import cell_page
from ..records import Cell, cells
from ..records.cells import part_labels
from ..wording import Wording
from .bilingual import Command, Option
from .language import Speech, speech_of
from .output import fail, print_text
from .words import Kind, having, none_has

_ABOUT = Wording(
    "列出表中的全部单元格；给出地址时，解释该单元格，或列出该行、该表的单元格。\n"
    "给出词语（中文或英文）时，列出地址或标签含有全部词语的单元格；只有一个时解释它。",
    "List the cells of the form; with an address, explain that cell, or list the cells of\n"
    "that row or table. With words (Chinese or English), list the cells that have all of them\n"
    "in their address or label; one alone is explained.",
)


@click.command(
    name="cells",
    cls=Command,
    about=_ABOUT,
    examples=[
        "govdisclosure cells requests.outcomes.total.natural_person",
        "govdisclosure cells remedies --edition 2021",
        "govdisclosure cells 不予公开 总计",
    ],
)
@click.argument(
    "words",
    nargs=-1,
    metavar="[ADDRESS | WORD...]",
    shell_complete=lambda _context, _argument, typed: _beginning_with(typed),
)
@click.option(
    "--edition",
    cls=Option,
    type=click.Choice([e.name for e in EDITIONS]),
    about=Wording("只列该版格式的单元格。", "Only the cells of this edition of the form."),
)
@click.pass_context
def command(context: click.Context, words: Sequence[str], edition: str | None) -> None:
    """Explain cells."""
    speech = speech_of(context)
    found = _found(words, cells(edition))
    if not found:
        fail(speech, _unknown(words, edition))
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


def _found(words: Sequence[str], known: Sequence[Cell]) -> list[Cell]:
    """Return the cells at or below the addresses given, else those that have all the words."""
    return [c for c in known if any(_is_at(c, word) for word in words)] or having(
        words, known, lambda cell: (cell.address, cell.zh, cell.en)
    )


def _is_at(cell: Cell, address: str) -> bool:
    return f"{cell.address}.".startswith(f"{address}.")


def _unknown(words: Sequence[str], edition: str | None) -> Wording:
    if edition is not None and _found(words, cells()):
        said = "”“".join(words)
        return Wording(
            f"{edition}年版格式没有“{said}”，别的版本有",
            f"the {edition} edition has no {' '.join(words)!r}; another one has",
        )
    labels = [_NUMBERING.sub("", label.zh) for label in part_labels().values()]
    names = [*part_labels(), *(cell.address for cell in cells(edition)), *labels]
    return none_has(words, _CELLS, names)


_CELLS = Kind(name=Wording("单元格", "cell"), command="govdisclosure cells")
_NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、.])+")


def _page(cell: Cell, speech: Speech) -> Iterator[str]:
    page = cell_page(cell)
    yield cell.address
    yield f"{cell.zh} | {cell.en}"
    yield speech.say(Wording("填写：", "holds: ")) + speech.say(cell.kind.expected)
    yield speech.say(Wording("版本：", "editions: ")) + ", ".join(page.editions)
    yield speech.say(Wording("依据：", "basis: ")) + speech.say(cell.basis.wording)
    yield speech.say(Wording("规则：", "rules: ")) + ", ".join(page.rules)
    yield speech.say(Wording("例：", "example: ")) + f'report.get("{cell.address}")'
