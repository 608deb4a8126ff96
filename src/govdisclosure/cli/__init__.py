"""The command line: arguments in, exit code out. Each command is loaded when it is called."""

import difflib
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from .. import __version__
from ..wording import Wording
from .bilingual import Command, Misuse, Option, complaint
from .ending import end_when_asked
from .language import speech_of
from .output import INTERRUPTED, UNUSABLE, complain, print_anywhere, print_text

_COMMANDS = {
    "check": Wording("检查报告，列出问题", "Check reports and print the findings"),
    "suggest": Wording("指出可能有误的单元格", "Say which cells are likely wrong"),
    "read": Wording("读取一份报告，输出 JSON", "Read a report and print it as JSON"),
    "convert": Wording("转换为另一种格式", "Write a report in another format"),
    "rollup": Wording("把各成员报告汇总成一份", "Add up the members' reports"),
    "collect": Wording("收集文件夹里的报告为数据集", "Collect a folder of reports as a dataset"),
    "new": Wording("新建一份待填写的空表", "Make an empty form to fill in"),
    "rules": Wording("列出或解释检查规则", "List the rules, or explain one"),
    "cells": Wording("列出或解释表中的单元格", "List the cells of the form, or explain some"),
    "schema": Wording(
        "写出供各种语言使用的共同约定", "Write the contract for programs in other languages"
    ),
    "conformance": Wording("检验其他语言实现的规则", "Prove an implementation in another language"),
    "help": Wording("显示一条命令的说明", "Show the help of a command"),
}
_ABOUT = Wording(
    "读取、检查政府信息公开工作年度报告，并指出哪个单元格有误。\n"
    "\n"
    "退出码：0 无问题；1 有问题，或有内容缺失；2 参数或文件无法使用。",
    "Read and check the annual report on open government information, and say which\n"
    "cell is wrong.\n"
    "\n"
    "Exit codes: 0 fine; 1 findings, or something missing; 2 unusable arguments or input.",
)
_FIRST = Wording(
    "检查一份报告（网页、PDF、Word、工作簿、文字或 JSON）：\n"
    "  govdisclosure check 报告.txt\n"
    "全部命令：\n"
    "  govdisclosure --help",
    "To check a report (a web page, PDF, Word document, workbook, text or JSON):\n"
    "  govdisclosure check report.txt\n"
    "All commands:\n"
    "  govdisclosure --help --lang en",
)
_HEADING = Wording("命令：", "Commands:")
_INTERRUPTED = Wording("已中断", "interrupted")
_SEE_HELP = Wording("用法见：{command} --help", "for help: {command} --help")


class _Group(Command, click.Group):
    """Commands that are imported only when one of them is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f".{cmd_name}", __package__).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS:
            raise Misuse(_no_command(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        speech = speech_of(ctx)
        commands = [(name, speech.say(about)) for name, about in _COMMANDS.items()]
        self.format_list(ctx, formatter, _HEADING, commands)

    def main(self, args: Sequence[str] | None = None, *positional: Any, **extra: Any) -> NoReturn:
        """Run a command and exit with its code; what is wrong is said in one sentence."""
        print_anywhere()
        extra["standalone_mode"] = False
        try:
            code = super().main(args, *positional, **extra)
        except click.ClickException as error:
            context = getattr(error, "ctx", None) or click.Context(self, info_name="govdisclosure")
            speech = speech_of(context)
            complain(speech, complaint(error))
            command = context.command_path
            print_text(speech.say(_SEE_HELP.fill(command=command)) + "\n", to_stderr=True)
            sys.exit(UNUSABLE)
        except click.Abort:
            complain(speech_of(click.Context(self)), _INTERRUPTED)
            sys.exit(INTERRUPTED)
        sys.exit(code)


def _no_command(name: str) -> Wording:
    near = difflib.get_close_matches(name, _COMMANDS)
    zh, en = "、".join(near or _COMMANDS), ", ".join(near or _COMMANDS)
    return Wording(
        f"没有命令“{name}”；{'相近的' if near else '现'}有：{zh}",
        f"no command {name!r}; " + (f"did you mean {en}?" if near else f"there are: {en}"),
    )


def _print_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:  # noqa: FBT001  # click's signature
    if asked:
        print_text(f"govdisclosure {__version__}\n")
        context.exit()


@click.group(
    cls=_Group,
    about=_ABOUT,
    examples=["govdisclosure check report.txt", "govdisclosure rules requests.balance"],
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    subcommand_metavar="[COMMAND] [ARGS]...",
)
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    about=Wording("显示版本。", "Show the version."),
)
@click.pass_context
def cli(context: click.Context) -> None:
    """Say what to do first where no command is named."""
    if context.invoked_subcommand is None:
        print_text(speech_of(context).say(_FIRST) + "\n")


def main() -> NoReturn:
    """Run the command line and exit."""
    end_when_asked()
    cli.main(prog_name="govdisclosure")


__all__ = ["cli", "main"]
