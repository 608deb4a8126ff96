"""``govdisclosure rules``: what is checked, and why."""

from collections.abc import Iterator

import click

from ..errors import UnknownName
from ..findings import SEVERITY_WORDING
from ..rules import RULES, rule
from ..rules.vocabulary import Practice, Relation, Rule, Term
from ..wording import Wording
from .bilingual import Command
from .language import Speech, speech_of
from .output import fail, print_text
from .rule_examples import example_of

_ABOUT = Wording(
    "列出全部检查规则；给出 ID 时，解释该规则：内容、依据、公式和一个例子。",
    "List the rules that are checked; with an ID, explain that rule: what it demands, its\n"
    "legal basis, its formula, and an example.",
)
_PRACTICE = {
    Practice.SURELY: Wording("审核机关必查", "a reviewer surely applies it"),
    Practice.PROBABLY: Wording("审核机关通常检查", "a reviewer probably applies it"),
    Practice.OUR_IDEA: Wording("本项目的建议", "our own idea"),
}
_SEVERITY = Wording("严重程度：{severity}", "severity: {severity}")
_CONFIDENCE = Wording("把握：{letter}（{said}）", "confidence: {letter} ({said})")
_BASIS = Wording("依据：{basis}", "basis: {basis}")
_FORMULA = Wording("公式：{formula}", "formula: {formula}")
_FOR_EACH = Wording("逐一适用于：{{at}} = {over}", "for each: {{at}} = {over}")
_EXAMPLE = Wording("例：{message}", "example: {message}")


@click.command(
    name="rules",
    cls=Command,
    about=_ABOUT,
    examples=["govdisclosure rules", "govdisclosure rules requests.balance"],
)
@click.argument("name", metavar="[ID]", required=False)
@click.pass_context
def command(context: click.Context, name: str | None) -> None:
    """Explain rules."""
    speech = speech_of(context)
    if name is None:
        lines = [line for entry in RULES for line in _entry(entry, speech)]
    else:
        try:
            lines = [speech.say(line) for line in _page(rule(name))]
        except UnknownName as error:
            fail(speech, error.wording)
    print_text("".join(f"{line}\n" for line in lines))


def _entry(of: Rule, speech: Speech) -> Iterator[str]:
    yield f"{of.id}  {speech.say(SEVERITY_WORDING[of.severity])}"
    yield f"    {speech.say(of.sentences)}"


def _page(of: Rule) -> Iterator[Wording]:
    yield Wording(of.id, of.id)
    yield of.sentences
    yield _SEVERITY.fill(severity=SEVERITY_WORDING[of.severity])
    yield _CONFIDENCE.fill(letter=of.confidence.value, said=_PRACTICE[of.confidence])
    yield _BASIS.fill(basis=of.basis.wording)
    if isinstance(of, Relation):
        formula = f"{_side(of.expected)} {of.sign.value} {_side(of.stated)}"
        yield _FORMULA.fill(formula=formula)
        yield _FOR_EACH.fill(over=of.over)
    yield _EXAMPLE.fill(message=example_of(of))


def _side(terms: tuple[Term, ...]) -> str:
    signed = " ".join(f"{'−' if t.coefficient < 0 else '+'} {t.cell}" for t in terms)
    return signed.removeprefix("+ ")
