"""The command line: arguments in, exit code out. Each command is loaded when it is called."""

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from .. import __version__
from .language import Speech, language_option, speech_of

_COMMANDS = ("cells", "check", "read", "rules", "schema")


class _Group(click.Group):
    """Commands that are imported only when one of them is called or its help is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f".{cmd_name}", __package__).command
        return command


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 fine, 1 findings or lost cells, 2 unusable arguments or input.",
)
@click.version_option(__version__, prog_name="govdisclosure")
@language_option
def cli() -> None:
    """Read, check and produce the annual report on open government information.

    读取、检查、编制政府信息公开工作年度报告。第一步：govdisclosure check 报告文件
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    cli.main(args=arguments, prog_name="govdisclosure")


__all__ = ["Speech", "cli", "main", "speech_of"]
