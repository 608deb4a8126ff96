"""A body that reports, and what it is called."""

from collections.abc import Iterable, Mapping

import attrs

from ..records import Agency, AgencyKind, Level, Scope
from ..wording import Wording

_SCOPES = {
    Scope.OWN: Wording("（本级）", " (own)"),
    Scope.CONSOLIDATED: Wording("（汇总）", " (consolidated)"),
}


@attrs.frozen(kw_only=True)
class Body:
    """A body that reports.

    ``parent`` is the name or code of the body whose report sums this one's up. ``scope`` is that
    of the report that this body hands in, None where it does not matter.
    """

    name: str
    code: str | None = None
    kind: AgencyKind | None = None
    level: Level | None = None
    parent: str | None = None
    scope: Scope | None = None

    @property
    def wording(self) -> Wording:
        """The body's name, with the scope of its report where that matters."""
        said = Wording("", "") if self.scope is None else _SCOPES[self.scope]
        return Wording(self.name + said.zh, self.name + said.en)

    @property
    def agency(self) -> Agency:
        """The body as a report names it."""
        return Agency(name=self.name, code=self.code, kind=self.kind, level=self.level)

    def is_of(self, agency: Agency) -> bool:
        """Tell whether a report's agency is this body: by the codes, or else by the names."""
        if self.code and agency.code:
            return self.code == agency.code
        return agency.name is not None and plain_name(agency.name) == plain_name(self.name)


_TAILS = ("人民政府", "政府")


def plain_name(name: str) -> str:
    """Return a body's name as names are compared: without spaces, 青石镇 for 青石镇人民政府."""
    bare = "".join(name.split())
    for tail in _TAILS:
        if bare != tail and bare.endswith(tail):
            return bare.removesuffix(tail)
    return bare


_OFFICE_TAILS = ("办公室", "办公厅")


def is_office_of(child: Body, body: Body) -> bool:
    """Tell whether a child is a body's own office: by its name, or by its kind and level."""
    name = child.name
    for tail in _OFFICE_TAILS:
        name = name.removesuffix(tail)
    if name != child.name and plain_name(name) == plain_name(body.name):
        return True
    same_level = child.level is not None and child.level is body.level
    return child.kind is AgencyKind.OFFICE and same_level


def called_by(bodies: Iterable[Body]) -> Mapping[str, Body]:
    """Return the bodies by code and by plain name; the first of two that are called the same."""
    found: dict[str, Body] = {}
    for body in bodies:
        for name in (body.code, plain_name(body.name)):
            if name:
                found.setdefault(name, body)
    return found


def key_of(name: str, called: Mapping[str, Body]) -> str:
    """Return a code or a name as bodies are called by it."""
    return name if name in called else plain_name(name)
