"""What a place or an office asks for: its roster, its profile, its waivers."""

from collections.abc import Sequence
from datetime import date

import attrs
import click

from ..checking import Review
from ..checking.waiving import OTHER_REPORT
from ..errors import Error
from ..profiles import NATIONAL, Profile
from ..rosters import Roster
from ..settings import load_profile, load_roster, load_waivers
from ..waivers import UnusedWaiver, Waiver
from ..wording import Wording
from .bilingual import Misuse, Option
from .language import Speech
from .output import fail, tell

roster_option = click.option(
    "--roster",
    cls=Option,
    metavar="FILE",
    about=Wording(
        "机关名册（TOML 或 CSV）：谁该报送，与 --members 同用。",
        "Roster of bodies (TOML or CSV): who is to report; goes with --members.",
    ),
)
profile_option = click.option(
    "--profile",
    cls=Option,
    metavar="FILE",
    about=Wording(
        "本地配置（TOML）：严重程度、规则开关、期限。",
        "Local profile (TOML): severities, rules on and off, deadlines.",
    ),
)


def ask_for_members(context: click.Context, *, roster: str | None, members: str | None) -> None:
    """Refuse a roster without the members' reports."""
    if roster is not None and members is None:
        raise Misuse(_WITH_MEMBERS, context)


_WITH_MEMBERS = Wording(
    "--roster 要与 --members 一起使用", "--roster goes with --members, the folder of reports"
)


@attrs.frozen(kw_only=True)
class Local:
    """What is asked for locally, and the day that waivers are held against."""

    roster: Roster | None = None
    profile: Profile = NATIONAL
    waivers: tuple[Waiver, ...] = ()
    today: date


def locally(
    speech: Speech,
    *,
    roster: str | None = None,
    profile: str | None = None,
    waivers: str | None = None,
) -> Local:
    """Read the files named; one that cannot be used ends the command."""
    named = NATIONAL
    if profile is not None:
        named = profile_in(profile, speech)
        called = named.name or profile
        tell(speech, _PROFILE.fill(name=called))
    path = waivers
    try:
        accepted = () if waivers is None else load_waivers(waivers, profile=named)
        path = roster
        bodies = None if roster is None else load_roster(roster)
    except Error as error:
        fail(speech, _of_file(path, error.wording))
    return Local(roster=bodies, profile=named, waivers=accepted, today=_today())


def _today() -> date:
    return date.today()  # noqa: DTZ011  # a waiver ends with the day where its office is


def profile_in(path: str, speech: Speech) -> Profile:
    """Return the profile in a file; one that cannot be used ends the command."""
    try:
        return load_profile(path)
    except Error as error:
        fail(speech, _of_file(path, error.wording))


def roster_in(path: str, speech: Speech) -> Roster:
    """Return the roster in a file; one that cannot be used ends the command."""
    try:
        return load_roster(path)
    except Error as error:
        fail(speech, _of_file(path, error.wording))


def _of_file(path: str | None, said: Wording) -> Wording:
    """Return what is wrong with a file, with its name, which some errors name themselves."""
    if path is None or said.en.startswith(path):
        return said
    return Wording(f"{path}：{said.zh}", f"{path}: {said.en}")


_PROFILE = Wording("说明：按本地配置“{name}”检查", "note: checked with the profile {name}")


def tell_unused(reviews: Sequence[Review], speech: Speech) -> None:
    """Tell which waivers waived nothing in any of the reports, and why."""
    for unused in _unused_in_all(reviews):
        waiver = unused.waiver
        tell(speech, _UNUSED.fill(rule=waiver.rule, at=waiver.at, why=unused.reason))


_UNUSED = Wording(
    "说明：豁免未使用：{rule}（{at}）：{why}", "note: waiver not used: {rule} ({at}): {why}"
)


def _unused_in_all(reviews: Sequence[Review]) -> list[UnusedWaiver]:
    """Return the waivers that no report used; why, from a report that they are about if any is."""
    unused: dict[Waiver, list[UnusedWaiver]] = {}
    for review in reviews:
        for found in dict.fromkeys(review.unused_waivers):
            unused.setdefault(found.waiver, []).append(found)
    everywhere = [found for found in unused.values() if len(found) == len(reviews)]
    return [
        next((one for one in found if one.reason != OTHER_REPORT), found[0]) for found in everywhere
    ]
