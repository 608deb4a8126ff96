"""``govdisclosure help``: the same as ``--help``."""

import click

from ..wording import Wording
from .bilingual import Command
from .output import print_text

_ABOUT = Wording(
    "显示说明，与 --help 相同；给出一条命令时，显示该命令的说明。",
    "Show the help that --help shows; with a COMMAND, that of the command.",
)


@click.command(
    name="help",
    cls=Command,
    about=_ABOUT,
    examples=["govdisclosure help", "govdisclosure help check"],
)
@click.argument("name", metavar="[COMMAND]", required=False)
@click.pass_context
def command(context: click.Context, name: str | None) -> None:
    """Show help."""
    above = context.find_root()
    above.obj = context.obj  # the language, if it was chosen behind the command's name
    asked: click.Context = above
    if name is not None:
        group = above.command
        assert isinstance(group, click.Group)  # noqa: S101  # help is one of its commands
        _, found, _ = group.resolve_command(above, [name])
        if found is not None:
            asked = click.Context(found, info_name=name, parent=above)
    print_text(asked.get_help() + "\n")
