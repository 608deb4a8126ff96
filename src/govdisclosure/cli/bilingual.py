"""click's commands, options and complaints in two languages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption

from ..wording import Wording
from .language import LANGUAGES, chosen_in, speech_of

if TYPE_CHECKING:
    from click.types import OptionHelpExtra

_USAGE = Wording("用法：", "Usage: ")
_METAVARS = {
    "[OPTIONS]": Wording("[选项]", "[OPTIONS]"),
    "[COMMAND]": Wording("[命令]", "[COMMAND]"),
    "[COMMAND] [ARGS]...": Wording("[命令] [参数]...", "[COMMAND] [ARGS]..."),
}
"""What click writes itself in a usage line. Names of our own (PATH) are those of the help below."""
_OPTIONS = Wording("选项：", "Options:")
_EXAMPLES = Wording("例：", "Examples:")
_REQUIRED = Wording("必填", "required")
_HELP = Wording("显示本帮助。", "Show this help.")
_LANGUAGE = Wording(
    "信息所用的语言；默认随系统。", "Language of messages; by default that of the system."
)


class Option(click.Option):
    """An option whose help is a wording."""

    def __init__(self, *declarations: Any, about: Wording, **attributes: Any) -> None:
        super().__init__(*declarations, **attributes)
        self.about = about

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help, in the language chosen."""
        self.help = speech_of(ctx).say(self.about)
        return super().get_help_record(ctx)

    def get_help_extra(self, ctx: click.Context) -> "OptionHelpExtra":
        """Return what click adds to the help, in the language chosen."""
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = speech_of(ctx).say(_REQUIRED)
        return extra


class Command(click.Command):
    """A command whose help is a wording, with examples that are commands to type."""

    def __init__(
        self, *positional: Any, about: Wording, examples: Sequence[str], **attributes: Any
    ) -> None:
        super().__init__(*positional, **attributes)
        self.about, self.examples = about, examples
        self.params.append(_language_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; the language is known before anything else is said."""
        ctx.obj = chosen_in(args) or ctx.obj
        takes_more, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click's parser does not always say where it was
            raise
        if rest and not takes_more and not ctx.resilient_parsing:
            raise Misuse(_TOO_MANY.fill(extra=" ".join(rest)), ctx)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with its help in the language chosen."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = speech_of(ctx).say(_HELP)
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line."""
        speech = speech_of(ctx)
        pieces = super().collect_usage_pieces(ctx)
        return [speech.say(_METAVARS.get(piece, Wording(piece, piece))) for piece in pieces]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=speech_of(ctx).say(_USAGE))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            _write_lines(formatter, speech_of(ctx).say(self.about).splitlines())

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        self.format_list(ctx, formatter, _OPTIONS, [r for r in records if r is not None])

    def format_list(
        self,
        ctx: click.Context,
        formatter: click.HelpFormatter,
        heading: Wording,
        records: Sequence[tuple[str, str]],
    ) -> None:
        """Write a heading and, below it, names with what they mean."""
        formatter.write_paragraph()
        _write_lines(formatter, [speech_of(ctx).say(heading)])
        with formatter.indentation():
            formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        formatter.write_paragraph()
        _write_lines(formatter, [speech_of(ctx).say(_EXAMPLES)])
        with formatter.indentation():
            _write_lines(formatter, self.examples)


def _language_option() -> Option:
    return Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        about=_LANGUAGE,
        metavar="zh|en",
    )


def _write_lines(formatter: click.HelpFormatter, lines: Sequence[str]) -> None:
    """Write lines as they are: click's own wrapping breaks only at spaces."""
    for line in lines:
        formatter.write((" " * formatter.current_indent + line).rstrip() + "\n")


class Misuse(click.UsageError):
    """Arguments that cannot be used, said in two languages."""

    def __init__(self, wording: Wording, context: click.Context | None = None) -> None:
        super().__init__(wording.en, context)
        self.wording = wording


_TOO_MANY = Wording("参数太多，不需要：{extra}", "too many arguments; not needed: {extra}")


def complaint(error: click.ClickException) -> Wording:
    """Return what is wrong with the arguments."""
    said = error.format_message()
    if isinstance(error, Misuse):
        return error.wording
    if isinstance(error, NoSuchOption):
        near = "、".join(error.possibilities or ())
        return Wording(
            f"没有选项 {error.option_name}" + (f"；相近的有：{near}" if near else ""), said
        )
    if isinstance(error, BadOptionUsage):
        return Wording(_misused(error.option_name, error.ctx), said)
    if isinstance(error, MissingParameter) and error.param is not None and error.ctx is not None:
        return Wording(f"缺少{_called(error.param, error.ctx)}", said)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return Wording(f"{error.param.opts[0]} {_demanded(error.param.type, said)}", said)
    return Wording(f"参数有误：{said}", said)


def _misused(option: str, context: click.Context | None) -> str:
    params = [] if context is None else context.command.get_params(context)
    found = next((p for p in params if option in (*p.opts, *p.secondary_opts)), None)
    if isinstance(found, click.Option) and found.is_flag:
        return f"选项 {option} 后面没有值"
    return f"选项 {option} 后面要写值"


def _called(param: click.Parameter, context: click.Context) -> str:
    metavar = param.make_metavar(context)
    if isinstance(param, click.Option):
        return f"选项 {'/'.join(param.opts)} {metavar}"
    return f"参数 {metavar}"


def _demanded(kind: "click.ParamType[Any]", said: str) -> str:
    if isinstance(kind, click.Choice):
        return f"只能是：{'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return (
            f"要写整数，不小于 {kind.min}"
            if kind.max is None
            else f"要写整数，{kind.min} 至 {kind.max}"
        )
    if kind is click.INT:
        return "要写整数"
    return f"的值不能用：{said}"
