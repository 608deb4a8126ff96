"""``govdisclosure rules``: what is checked, and why."""

from collections.abc import Iterator, Sequence

import click

from ..explaining import page_of, plain
from ..findings import SEVERITY_WORDING
from ..profiles import NATIONAL
from ..rules import RULES
from ..rules.vocabulary import Rule
from ..wording import Wording
from .bilingual import Command, Option
from .language import Speech, speech_of
from .local import profile_in
from .output import fail, print_text
from .words import Kind, having, none_has

_ABOUT = Wording(
    "列出全部检查规则；给出编号时，解释该规则：内容、理由、依据、公式、\n"
    "例子，怎样改正，怎样豁免。给出词语（中文或英文）时，列出含有全部词语的规则；\n"
    "只有一条时解释它。",
    "List the rules that are checked; with an id, explain that rule: what it demands and why,\n"
    "its legal basis, its formula, examples, how to mend a finding and how to waive it. With\n"
    "words (Chinese or English), list the rules that have all of them; one alone is explained.",
)


@click.command(
    name="rules",
    cls=Command,
    about=_ABOUT,
    examples=[
        "govdisclosure rules",
        "govdisclosure rules requests.balance",
        "govdisclosure rules 结转",
    ],
)
@click.argument(
    "words",
    nargs=-1,
    metavar="[ID | WORD...]",
    shell_complete=lambda _context, _argument, typed: [
        r.id for r in RULES if r.id.startswith(typed)
    ],
)
@click.option(
    "--profile",
    cls=Option,
    metavar="FILE",
    about=Wording(
        "本地配置（TOML），其中另外的勾稽关系也列出。",
        "Local profile (TOML), whose further relations are listed too.",
    ),
)
@click.pass_context
def command(context: click.Context, words: Sequence[str], profile: str | None) -> None:
    """Explain rules."""
    speech = speech_of(context)
    local = NATIONAL if profile is None else profile_in(profile, speech)
    rules = (*RULES, *local.relations)
    found = [r for r in rules if r.id in words] or having(words, rules, _said)
    if not found:
        fail(speech, none_has(words, _RULES, [r.id for r in rules]))
    if len(found) == 1:
        print_text(plain(page_of(found[0]), speech))
        return
    lines = [line for entry in found for line in _entry(entry, speech)]
    print_text("".join(f"{line}\n" for line in lines))


_RULES = Kind(name=Wording("规则", "rule"), command="govdisclosure rules")


def _said(of: Rule) -> Iterator[str]:
    yield of.id
    for said in (of.sentences, SEVERITY_WORDING[of.severity]):
        yield from (said.zh, said.en)


def _entry(of: Rule, speech: Speech) -> Iterator[str]:
    yield f"{of.id}  {speech.say(SEVERITY_WORDING[of.severity])}"
    yield f"    {speech.say(of.sentences)}"
