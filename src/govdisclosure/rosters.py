"""Rosters: which bodies report, which of them add up to which, and whose reports are there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from .errors import InvalidRoster, Problem
from .records import Agency, AgencyKind, AnnualReport, Level, Scope
from .wording import Wording

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


@attrs.frozen
class Fault:
    """Something wrong with one body of a roster: its index, the key, what stands there."""

    index: int
    key: str
    value: object
    expected: Wording


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
        called = _called(self.bodies)
        children: dict[str, list[Body]] = {}
        for body in self.bodies:
            if body.parent:
                children.setdefault(called[_key(body.parent, called)].name, []).append(body)
        object.__setattr__(self, "_called", called)
        object.__setattr__(self, "_children", children)

    def body(self, name: str) -> Body | None:
        """Return the body with this name or code, None if there is none."""
        return self._called.get(_key(name, self._called))

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
        if not below or any(_is_office_of(child, body) for child in below):
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
        pool = [report for report in reports if not _is_whole(body, report)]
        members = self.members(body)
        due = dict.fromkeys([*members, *self.below(body)])
        named = _by_name(pool)
        found = {one: _of(one, pool, named) for one in due}
        strangers = tuple(r for r in pool if self.body_of(r.agency) is None)
        return Coverage(
            members=tuple((one, found[one]) for one in members),
            all=tuple(found.items()),
            strangers=strangers,
        )


_OFFICE_TAILS = ("办公室", "办公厅")


def _is_office_of(child: Body, body: Body) -> bool:
    name = child.name
    for tail in _OFFICE_TAILS:
        name = name.removesuffix(tail)
    if name != child.name and plain_name(name) == plain_name(body.name):
        return True
    same_level = child.level is not None and child.level is body.level
    return child.kind is AgencyKind.OFFICE and same_level


def _is_whole(body: Body, report: AnnualReport) -> bool:
    """Tell whether a report is the consolidated one that is to be compared or made."""
    return report.scope is Scope.CONSOLIDATED and body.is_of(report.agency)


def _by_name(reports: Sequence[AnnualReport]) -> Mapping[str, list[int]]:
    """Return where reports stand, by the code and by the plain name of their body."""
    found: dict[str, list[int]] = {}
    for i, report in enumerate(reports):
        agency = report.agency
        for name in dict.fromkeys((agency.code, agency.name and plain_name(agency.name))):
            if name:
                found.setdefault(name, []).append(i)
    return found


def _of(
    body: Body, reports: Sequence[AnnualReport], named: Mapping[str, list[int]]
) -> tuple[AnnualReport, ...]:
    """Return the reports of a body: of the scope that is due, or else those that name none."""
    names = dict.fromkeys((body.code, plain_name(body.name)))
    near = sorted({i for name in names if name for i in named.get(name, ())})
    own = [reports[i] for i in near if body.is_of(reports[i].agency)]
    if body.scope is None:
        return tuple(own)
    exact = tuple(report for report in own if report.scope is body.scope)
    return exact or tuple(report for report in own if report.scope is None)


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


def faults_of(bodies: Sequence[Body]) -> Iterator[Fault]:
    """Iterate over what is wrong with the bodies of a roster, in their order."""
    called = _called(bodies)
    index = {id(body): i for i, body in enumerate(bodies)}
    above: dict[int, int | None] = {}
    for i, body in enumerate(bodies):
        parent = called.get(_key(body.parent, called)) if body.parent else None
        above[i] = None if parent is None else index[id(parent)]
    names: dict[str, int] = {}
    codes: dict[str, int] = {}
    for i, body in enumerate(bodies):
        first = names.setdefault(plain_name(body.name), i)
        if not plain_name(body.name):
            yield Fault(i, "name", body.name, _NAMED)
        elif first != i:
            yield Fault(i, "name", body.name, _NAME_ONCE.fill(other=bodies[first].name))
        if body.code and codes.setdefault(body.code, i) != i:
            yield Fault(i, "code", body.code, _CODE_ONCE.fill(other=bodies[codes[body.code]].name))
        if body.parent and above[i] is None:
            yield Fault(i, "parent", body.parent, _known(bodies, body.parent))
        elif _is_above_itself(above, i):
            yield Fault(i, "parent", body.parent, _NO_CYCLE.fill(name=body.name))


_NAMED = Wording("为机关名称", "the name of a body")
_NAME_ONCE = Wording(
    "每个名称只出现一次（前面已有“{other}”）",
    "each name once only ({other} stands further up)",
)
_CODE_ONCE = Wording(
    "每个代码只出现一次（“{other}”已用此代码）",
    "each code once only ({other} has it already)",
)
_NO_CYCLE = Wording(
    "为上级机关；“{name}”不能是自己的上级", "a body further up; {name} cannot be above itself"
)


def _called(bodies: Iterable[Body]) -> Mapping[str, Body]:
    """Return the bodies by code and by plain name; the first of two that are called the same."""
    found: dict[str, Body] = {}
    for body in bodies:
        for name in (body.code, plain_name(body.name)):
            if name:
                found.setdefault(name, body)
    return found


def _key(name: str, called: Mapping[str, Body]) -> str:
    """Return a code or a name as bodies are called by it."""
    return name if name in called else plain_name(name)


def _is_above_itself(above: dict[int, int | None], start: int) -> bool:
    seen: set[int] = set()
    index = above[start]
    while index is not None and index not in seen:
        if index == start:
            return True
        seen.add(index)
        index = above[index]
    return False


def _known(bodies: Sequence[Body], parent: str) -> Wording:
    import difflib

    near = difflib.get_close_matches(parent, [body.name for body in bodies], n=3, cutoff=0.5)
    zh, en = "、".join(near), ", ".join(near)
    return Wording(
        "为名册中某机关的名称或代码" + (f"；相近的有：{zh}" if near else ""),
        "the name or code of a body on the roster" + (f"; did you mean {en}?" if near else ""),
    )
