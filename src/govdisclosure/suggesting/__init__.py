"""suggest(): which cell is wrong. What searches is loaded when it is first asked."""

from collections.abc import Sequence

from ..profiles import Profile
from ..reading import Reading
from ..records import AnnualReport
from ..rosters import Roster
from .corrections import CorrectedCell, Correction, Obstacle
from .mistypes import Mistype

__all__ = ["CorrectedCell", "Correction", "Mistype", "Obstacle", "suggest"]


def suggest(
    report: AnnualReport | Reading,
    *,
    prior: AnnualReport | Reading | None = None,
    members: Sequence[AnnualReport | Reading | None] | None = None,
    roster: Roster | None = None,
    profile: Profile | None = None,
) -> tuple[Correction, ...]:
    """Return which cells of a report are likely wrong, if relations are broken: () if none is.

    *prior*, *members* and *roster* are as for ``check``; what they say counts as right. A relation
    that the *profile* switches off counts as holding, one that it adds counts. A reading adds the
    cells' places.

    The corrections of a group stand together, the likeliest first. Nothing is changed: a total
    that disagrees with its parts is evidence. ``report.replace(correction.changes)`` applies one.

    Raises:
        TypeError: something else than reports or readings was given.
    """
    from .searching import search

    return search(report, prior=prior, members=members, roster=roster, profile=profile)
