"""Writes the page of the command line in both languages: ``python docs/site/commands.py``."""

import sys
from pathlib import Path

import click
from click.testing import CliRunner

from govdisclosure.cli import cli

DOCS = Path(__file__).parent.parent
COMMAND = "python docs/site/commands.py"
_WIDTH = 96
_WORDS = {
    "en": (
        "The command line",
        "[中文](command-line.zh-CN.md)",
        (
            "What every command prints with `--help`. Messages are in the language of the system, "
            "or as `--lang` says."
        ),
        "This page is made from the commands; do not edit it. To make it again:",
    ),
    "zh": (
        "命令行",
        "[English](command-line.md)",
        "每条命令用 `--help` 显示的说明。消息使用系统的语言，也可以用 `--lang` 指定。",
        "本页由命令生成，请勿直接修改；重新生成：",
    ),
}
_NAMES = {"en": "command-line.md", "zh": "command-line.zh-CN.md"}


def pages() -> dict[str, str]:
    """Return the pages by their names below ``docs/reference/``."""
    return {name: _page(language) for language, name in _NAMES.items()}


def _page(language: str) -> str:
    title, other, about, made = _WORDS[language]
    names = cli.list_commands(click.Context(cli))
    blocks = [f"# {title}", other, about, _block([], language)]
    blocks += [f"## {name}\n\n{_block([name], language)}" for name in names]
    return "\n\n".join([*blocks, f"<!-- {made} {COMMAND} -->"]) + "\n"


def _block(command: list[str], language: str) -> str:
    asked = [*command, "--help", "--lang", language]
    done = CliRunner().invoke(
        cli, asked, terminal_width=_WIDTH, max_content_width=_WIDTH, prog_name="govdisclosure"
    )
    return f"```text\n{done.output.rstrip()}\n```"


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / "reference" / name).write_text(text, encoding="utf-8", newline="\n")
    sys.exit(0)
