"""``govdisclosure rules``: what is checked, and why."""

import click

from ..errors import UnknownName
from ..rules import RULES, rule
from ..rules.vocabulary import Practice, Relation, Rule, Term
from ..wording import Wording
from .language import Speech, language_option, speech_of
from .output import fail

_PRACTICE = {
    Practice.SURELY: Wording("审核机关必查", "a reviewer surely applies it"),
    Practice.PROBABLY: Wording("审核机关通常检查", "a reviewer probably applies it"),
    Practice.OUR_IDEA: Wording("本项目的建议", "our own idea"),
}


@click.command(name="rules", short_help="Explain the rules / 解释规则")
@click.argument("name", metavar="[ID]", required=False)
@language_option
@click.pass_context
def command(context: click.Context, name: str | None) -> None:
    """List the rules, or explain the one called ID.

    列出全部规则，或解释其中一条。
    """
    speech = speech_of(context)
    if name is None:
        for entry in RULES:
            click.echo(f"{entry.id:28}{entry.severity.value:9}{speech.say(entry.sentences)}")
        return
    try:
        found = rule(name)
    except UnknownName as error:
        fail(speech, error.wording)
        return
    click.echo("\n".join(_page(found, speech)))


def _page(of: Rule, speech: Speech) -> list[str]:
    said = [
        of.id,
        speech.say(of.sentences),
        speech.say(Wording("严重程度：", "severity: ")) + of.severity.value,
        speech.say(Wording("把握：", "confidence: "))
        + f"{of.confidence.value}（{speech.say(_PRACTICE[of.confidence])}）",
        speech.say(Wording("依据：", "basis: ")) + speech.say(of.basis.wording),
    ]
    if isinstance(of, Relation):
        sides = f"{_side(of.expected)} {of.sign.value} {_side(of.stated)}"
        said.append(speech.say(Wording("公式：", "formula: ")) + sides)
        said.append(speech.say(Wording("逐一适用于：", "for each: ")) + f"{{at}} = {of.over}")
    return said


def _side(terms: tuple[Term, ...]) -> str:
    signed = " ".join(f"{'−' if t.coefficient < 0 else '+'} {t.cell}" for t in terms)
    return signed.removeprefix("+ ")
