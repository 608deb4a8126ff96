"""Whose reports are there."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from ..records import AnnualReport, Scope
from .bodies import Body, plain_name


def _tuple(reports: Iterable[AnnualReport]) -> tuple[AnnualReport, ...]:
    return tuple(reports)


@attrs.frozen(kw_only=True)
class Coverage:
    """Whose reports are there.

    ``members`` are those that add up, ``all`` every body that is to report, each with its reports;
    ``strangers`` are reports of bodies that are not on the roster.
    """

    members: tuple[tuple[Body, tuple[AnnualReport, ...]], ...]
    all: tuple[tuple[Body, tuple[AnnualReport, ...]], ...]
    strangers: tuple[AnnualReport, ...] = ()

    @property
    def usable(self) -> tuple[AnnualReport | None, ...]:
        """The members' reports: None where there is none, or it is not known which one holds."""
        return tuple(found[0] if found and alike(found) else None for _, found in self.members)


def alike(reports: Sequence[AnnualReport]) -> bool:
    """Tell whether reports give the same numbers."""
    first, *others = (tuple(report.cells()) for report in reports)
    return all(other == first for other in others)


def is_whole(body: Body, report: AnnualReport) -> bool:
    """Tell whether a report is the consolidated one that is to be compared or made."""
    return report.scope is Scope.CONSOLIDATED and body.is_of(report.agency)


@attrs.frozen(eq=False)
class Filed:
    """Reports, all on one year, to be found by the body that filed them."""

    reports: tuple[AnnualReport, ...] = attrs.field(converter=_tuple)
    _named: Mapping[str, list[int]] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        """Note where reports stand, by the code and by the plain name of their body."""
        found: dict[str, list[int]] = {}
        for i, report in enumerate(self.reports):
            agency = report.agency
            for name in dict.fromkeys((agency.code, agency.name and plain_name(agency.name))):
                if name:
                    found.setdefault(name, []).append(i)
        object.__setattr__(self, "_named", found)

    def by(
        self, body: Body, *, apart: Callable[[AnnualReport], bool] = lambda _: False
    ) -> tuple[AnnualReport, ...]:
        """Return the reports of a body: of the scope that is due, or else those that name none.

        Reports that are *apart* are passed over.
        """
        names = dict.fromkeys((body.code, plain_name(body.name)))
        near = sorted({i for name in names if name for i in self._named.get(name, ())})
        found = (self.reports[i] for i in near)
        own = [report for report in found if body.is_of(report.agency) and not apart(report)]
        if body.scope is None:
            return tuple(own)
        exact = tuple(report for report in own if report.scope is body.scope)
        return exact or tuple(report for report in own if report.scope is None)
