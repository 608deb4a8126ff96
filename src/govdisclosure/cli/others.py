"""What documents are looked at with: reports to compare with, and what is asked for locally."""

from collections.abc import Sequence
from typing import TypedDict

import attrs
import click

from ..profiles import Profile
from ..reading import Reading
from ..rosters import Roster
from ..wording import Wording
from .bilingual import Misuse
from .comparing import Compared, before, compared, members_of
from .documents import Document
from .language import Speech
from .local import Local
from .output import FINE


class Beside(TypedDict):
    """What ``check`` and ``suggest`` take beside a report."""

    prior: Reading | None
    members: Sequence[Reading | None] | None
    roster: Roster | None
    profile: Profile | None


@attrs.frozen(kw_only=True)
class Others:
    """The documents to compare with, and what is asked for locally."""

    local: Local
    priors: Compared | None
    members: Compared | None

    @classmethod
    def at(
        cls, local: Local, speech: Speech, *, prior: str | None, members: str | None
    ) -> "Others":
        """Read the documents at the paths given; where none can be read, the command ends."""
        return cls(local=local, priors=compared(prior, speech), members=compared(members, speech))

    def ask_for_one(self, context: click.Context, found: Sequence[Document]) -> None:
        """Refuse members' reports beside several others: they are of one consolidated report."""
        if self.members is not None and len(found) > 1:
            raise Misuse(_ONE_CONSOLIDATED, context)

    def beside(self, document: Document, speech: Speech, *, only: bool) -> Beside:
        """Return what a document is compared with; *only* tells whether it is the only one."""
        roster = self.local.roster
        return Beside(
            prior=before(document, self.priors, speech, only=only),
            members=members_of(document, self.members, speech, roster=roster),
            roster=roster,
            profile=self.local.profile,
        )

    @property
    def documents(self) -> list[Document]:
        """The documents to compare with."""
        return [d for c in (self.priors, self.members) if c is not None for d in c.documents]

    @property
    def code(self) -> int:
        """The exit code that reading them has earned."""
        return max((c.code for c in (self.priors, self.members) if c is not None), default=FINE)


_ONE_CONSOLIDATED = Wording(
    "--members 只能与一份（汇总）报告一起使用", "--members goes with one (consolidated) report"
)
