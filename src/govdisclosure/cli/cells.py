"""``govdisclosure cells``: every cell of the form, and what it counts."""

import difflib

import click

from ..editions import EDITIONS
from ..records import Cell, cells
from ..wording import Wording
from .language import Speech, language_option, speech_of
from .output import fail


@click.command(name="cells", short_help="Explain the cells / 解释单元格")
@click.argument("address", required=False)
@click.option("--edition", type=click.Choice([e.name for e in EDITIONS]))
@language_option
@click.pass_context
def command(context: click.Context, address: str | None, edition: str | None) -> None:
    """List the cells of the form, or explain the one at ADDRESS (a row or table lists its cells).

    列出格式的全部单元格，或解释其中一个。
    """
    speech = speech_of(context)
    known = cells(edition)
    found = [c for c in known if _is_at(c, address)]
    if not found:
        near = difflib.get_close_matches(str(address), [c.address for c in known])
        fail(
            speech,
            Wording(
                f"没有单元格“{address}”" + (f"；相近的有：{'、'.join(near)}" if near else ""),
                f"no cell {address!r}" + (f"; did you mean {', '.join(near)}?" if near else ""),
            ),
        )
    elif len(found) == 1:
        click.echo("\n".join(_page(found[0], speech)))
    else:
        for cell in found:
            click.echo(f"{cell.address}\t{speech.say(Wording(cell.zh, cell.en))}")


def _is_at(cell: Cell, address: str | None) -> bool:
    return address is None or cell.address == address or cell.address.startswith(f"{address}.")


def _page(cell: Cell, speech: Speech) -> list[str]:
    editions = [e.name for e in EDITIONS if any(c.address == cell.address for c in cells(e.name))]
    return [
        cell.address,
        f"{cell.zh} | {cell.en}",
        speech.say(Wording("填写：", "holds: ")) + speech.say(cell.kind.expected),
        speech.say(Wording("版本：", "editions: ")) + ", ".join(editions),
        speech.say(Wording("依据：", "basis: ")) + speech.say(cell.basis.wording),
    ]
