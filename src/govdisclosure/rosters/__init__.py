"""Rosters: which bodies report, which of them add up to which, and whose reports are there."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from ..errors import InvalidRoster, Problem
from ..records import Agency, AnnualReport, Scope
from .bodies import Body, called_by, is_office_of, key_of, plain_name
from .coverage import Coverage, Filed, alike, is_whole
from .faults import Fault, faults_of

__all__ = ["Body", "Coverage", "Fault", "Filed", "Roster", "alike", "faults_of", "is_whole"]


def _tuple(bodies: Iterable[Body]) -> tuple[Body, ...]:
    return tuple(bodies)


def _check_bodies(_roster: object, _attribute: object, bodies: tuple[Body, ...]) -> None:
    faults = [*faults_of(bodies)]
    if faults:
        raise InvalidRoster(
            Problem(f"bodies[{fault.index}].{fault.key}", fault.value, fault.expected)
            for fault in faults
        )


@attrs.frozen(kw_only=True)
class Roster:
    """The bodies that report.

    Raises:
        InvalidRoster: two bodies have one name or code, a parent is not there, or a body is above
            itself. All problems are listed.
    """

    bodies: tuple[Body, ...] = attrs.field(converter=_tuple, validator=_check_bodies)
    _called: Mapping[str, Body] = attrs.field(init=False, repr=False, eq=False)
    _children: Mapping[str, list[Body]] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Note who is called what, and who is below whom: there may be thousands of bodies."""
        called = called_by(self.bodies)
        children: dict[str, list[Body]] = {}
        for body in self.bodies:
            if body.parent:
                children.setdefault(called[key_of(body.parent, called)].name, []).append(body)
        object.__setattr__(self, "_called", called)
        object.__setattr__(self, "_children", children)

    def body(self, name: str) -> Body | None:
        """Return the body with this name or code, None if there is none."""
        return self._called.get(key_of(name, self._called))

    def body_of(self, agency: Agency) -> Body | None:
        """Return the body that a report is of, None if it is not on the roster."""
        names = (agency.code, agency.name and plain_name(agency.name))
        found = [self._called[name] for name in names if name and name in self._called]
        return next((body for body in found if body.is_of(agency)), None)

    def children(self, parent: Body) -> tuple[Body, ...]:
        """Return the bodies directly below another."""
        return tuple(self._children.get(parent.name, ()))

    def tops(self) -> tuple[Body, ...]:
        """Return the bodies that have others below them and none above."""
        return tuple(b for b in self.bodies if not b.parent and self.children(b))

    def members(self, body: Body) -> tuple[Body, ...]:
        """Return those whose reports add up to a body's consolidated one.

        They are its direct children and its own office: a child that is the body's office (云溪县
        人民政府办公室), or else the body itself with its own scope.
        """
        below = tuple(self._handing_in(child) for child in self.children(body))
        if not below or any(is_office_of(child, body) for child in below):
            return below
        return (attrs.evolve(body, scope=Scope.OWN), *below)

    def below(self, body: Body) -> Iterator[Body]:
        """Iterate over the bodies below another, at any depth."""
        for child in self.children(body):
            yield self._handing_in(child)
            yield from self.below(child)

    def _handing_in(self, body: Body) -> Body:
        """Return the body with the scope of the report that it hands in to its parent."""
        if body.scope is None and self.children(body):
            return attrs.evolve(body, scope=Scope.CONSOLIDATED)
        return body

    def coverage(self, body: Body, reports: Iterable[AnnualReport]) -> "Coverage":
        """Match reports, all on one year, to the members of a body and to all below it."""
        given = [report for report in reports if not is_whole(body, report)]
        members = self.members(body)
        filed = Filed(given)
        found = {due: filed.by(due) for due in dict.fromkeys([*members, *self.below(body)])}
        strangers = tuple(r for r in given if self.body_of(r.agency) is None)
        return Coverage(
            members=tuple((one, found[one]) for one in members),
            all=tuple(found.items()),
            strangers=strangers,
        )
