"""``govdisclosure conformance``: whether another implementation keeps the contract."""

import shlex
import sys

import click

from ..conformance import UnusableError, conformance_cases, run
from ..wording import Wording
from .bilingual import Command, Option
from .language import speech_of
from .output import FOUND, fail, print_text

_ABOUT = Wording(
    "检验其他语言实现的规则：把用例逐行（JSON）写入 COMMAND 的标准输入，从其标准输出逐行读取结果"
    "。\n"
    "\n"
    "退出码：0 全部相符；1 有不符；2 命令崩溃、超时或回答无法使用。",
    "Prove an implementation of the rules in any language: COMMAND is given the cases on its\n"
    "standard input, one JSON a line, and answers on its standard output, one JSON a line.\n"
    "\n"
    "Exit codes: 0 all as the contract has it; 1 some case fails; 2 the command crashes,\n"
    "hangs, or its answers cannot be used.",
)
_SUMMARY = Wording(
    "用例 {cases} 个：相符 {passed} 个，不符 {failed} 个",
    "{cases} cases: {passed} pass, {failed} fail",
)
_MORE = Wording("……另有 {more} 处不符", "… and {more} more")
_TOLD = 20


@click.command(
    name="conformance",
    cls=Command,
    about=_ABOUT,
    examples=["govdisclosure conformance node examples/javascript/conformance.mjs"],
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("command_line", metavar="COMMAND", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option(
    "--seconds",
    cls=Option,
    type=click.FloatRange(min=0, min_open=True),
    default=120.0,
    metavar="SECONDS",
    about=Wording("全部用例的时限（秒，默认 120）。", "Time for all cases in seconds (120)."),
)
@click.pass_context
def command(context: click.Context, command_line: tuple[str, ...], seconds: float) -> None:
    """Run an implementation."""
    speech = speech_of(context)
    words = shlex.split(command_line[0]) if len(command_line) == 1 else command_line
    cases = conformance_cases()
    try:
        failures = run(words, cases, seconds=seconds)
    except UnusableError as error:
        fail(speech, error.wording)
    lines = [speech.say(failure.wording) for failure in failures[:_TOLD]]
    if len(failures) > _TOLD:
        lines.append(speech.say(_MORE.fill(more=len(failures) - _TOLD)))
    failed = len({failure.case for failure in failures})
    numbers = _SUMMARY.fill(cases=len(cases), passed=len(cases) - failed, failed=failed)
    print_text("\n".join([*lines, speech.say(numbers)]) + "\n")
    if failures:
        sys.exit(FOUND)
