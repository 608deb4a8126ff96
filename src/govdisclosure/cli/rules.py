"""``govdisclosure rules``: what is checked, and why."""

from collections.abc import Iterator

import click

from ..errors import UnknownName
from ..explaining import page_of, plain
from ..findings import SEVERITY_WORDING
from ..profiles import NATIONAL
from ..rules import RULES, rule
from ..rules.vocabulary import Rule
from ..wording import Wording
from .bilingual import Command, Option
from .language import Speech, speech_of
from .local import profile_in
from .output import fail, print_text

_ABOUT = Wording(
    "列出全部检查规则；给出 ID 时，解释该规则：内容、理由、依据、公式、\n"
    "例子，怎样改正，怎样豁免。",
    "List the rules that are checked; with an ID, explain that rule: what it demands and why,\n"
    "its legal basis, its formula, examples, how to mend a finding and how to waive it.",
)


@click.command(
    name="rules",
    cls=Command,
    about=_ABOUT,
    examples=["govdisclosure rules", "govdisclosure rules requests.balance"],
)
@click.argument(
    "name",
    metavar="[ID]",
    required=False,
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
def command(context: click.Context, name: str | None, profile: str | None) -> None:
    """Explain rules."""
    speech = speech_of(context)
    local = NATIONAL if profile is None else profile_in(profile, speech)
    rules = (*RULES, *local.relations)
    if name is None:
        lines = [line for entry in rules for line in _entry(entry, speech)]
    else:
        try:
            lines = plain(page_of(rule(name, rules)), speech).splitlines()
        except UnknownName as error:
            fail(speech, error.wording)
    print_text("".join(f"{line}\n" for line in lines))


def _entry(of: Rule, speech: Speech) -> Iterator[str]:
    yield f"{of.id}  {speech.say(SEVERITY_WORDING[of.severity])}"
    yield f"    {speech.say(of.sentences)}"
