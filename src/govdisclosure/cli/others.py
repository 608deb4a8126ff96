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
from .comparing import Compared, before, compared, members_of, without_match
from .documents import Document
from .language import Speech
from .local import Local
from .output import FINE, tell


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

    def meet(self, context: click.Context, found: Sequence[Document], speech: Speech) -> None:
        """Refuse what does not go with the documents found, and tell what cannot be compared.

        Members' reports are those of one consolidated report. Where one report is given for one,
        they belong together, whatever they name.
        """
        if self.members is not None and len(found) > 1:
            raise Misuse(_ONE_CONSOLIDATED, context)
        if self.priors is None or len(found) == len(self.priors.readings) == 1:
            return
        sources = without_match([*found, *self.priors.documents])
        if sources:
            tell(speech, _WITHOUT_MATCH.fill(number=len(sources), files=_listed(sources)))

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


def _listed(names: Sequence[str]) -> Wording:
    more = Wording(" 等", ", …") if len(names) > _NAMED else Wording("", "")
    shown = names[:_NAMED]
    return Wording("、".join(shown) + more.zh, ", ".join(shown) + more.en)


_NAMED = 5
_WITHOUT_MATCH = Wording(
    "说明：{number} 份报告没有写明机关或年度，无法找到对应的上年报告，没有与上年比较：{files}",
    "note: {number} report{number:s} {number:names|name} no body or no year, so that last year's "
    "cannot be found; not compared with last year: {files}",
)
_ONE_CONSOLIDATED = Wording(
    "--members 只能与一份（汇总）报告一起使用", "--members goes with one (consolidated) report"
)
