"""The options of ``govdisclosure check``, as they were given."""

from pathlib import Path

import attrs

from ..findings import Severity

NEVER = "never"
"""What ``--fail-on`` names where no finding is a failure."""


@attrs.frozen(kw_only=True)
class Options:
    """The options as they were given."""

    prior: str | None
    members: str | None
    roster: str | None
    profile: str | None
    waivers: str | None
    form: str | None
    output: Path | None
    force: bool
    everything: bool
    fail_on: str
    all_rules: bool
    processes: int | None

    @property
    def least(self) -> Severity | None:
        """The least severity that counts as a failure, None if none does."""
        return None if self.fail_on == NEVER else Severity(self.fail_on)

    @property
    def of_suggest(self) -> tuple[str, ...]:
        """Those that ``suggest`` takes too, as arguments."""
        names = ("prior", "members", "roster", "profile")
        given = [(name, value) for name in names if (value := getattr(self, name)) is not None]
        return tuple(argument for name, value in given for argument in (f"--{name}", value))
