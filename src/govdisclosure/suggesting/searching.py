"""The search for the smallest sets of cells whose change mends what is broken."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import localcontext
from itertools import groupby

import attrs

from ..checking.evaluator import Plan
from ..checking.judging import EXACT
from ..checking.members import Members, member_instances
from ..checking.membership import Membership, members_of
from ..checking.ruleset import Ruleset, ruleset
from ..findings import Instance, Number, Outcome
from ..profiles import NATIONAL, Profile
from ..reading import Place, Reading
from ..records import AnnualReport
from ..records.bridging import why_not_before
from ..rosters import Roster
from ..wording import Wording
from .corrections import CorrectedCell, Correction
from .groups import Group, groups
from .likelihood import mistypes, weigh
from .matrix import System, bits, matrix_of, system_of, with_sums
from .sets import Sets, smallest
from .values import Changes, span


def search(
    report: AnnualReport | Reading,
    *,
    prior: AnnualReport | Reading | None = None,
    members: Sequence[AnnualReport | Reading | None] | None = None,
    roster: Roster | None = None,
    profile: Profile | None = None,
) -> tuple[Correction, ...]:
    """Return the corrections of a report; see ``suggest``."""
    places = report.places if isinstance(report, Reading) else {}
    record = _record("report", report)
    before = None if prior is None else _record("prior", prior)
    if before is not None and why_not_before(record, before) is not None:
        before = None
    rules = ruleset(profile or NATIONAL)
    joined = members_of(record, None if members is None else _plain(members), roster)
    with localcontext(EXACT):
        plan, leftovers = rules.with_prior.evaluate(record, before)
        sums = _sums(rules, record, joined)
        if leftovers is None and not sums:
            return ()
        values = plan.values(record, before) if leftovers is None else leftovers[0]
        system = system_of(matrix_of(plan), values)
        broken = _broken(plan, values, system, sums)
        if sums:
            system = with_sums(system, sums)
        return tuple(
            attrs.evolve(correction, group=number, mends=_mended(system, group, broken))
            for number, group in enumerate(groups(system), start=1)
            for correction in _ranked(system, smallest(group), places)
        )


def _sums(rules: Ruleset, record: AnnualReport, joined: Membership) -> list[Instance]:
    """Return the instances that compare a consolidated report with its members' reports."""
    if isinstance(joined.reports, Wording):
        return []
    relations = [r for r in rules.with_members if r.id not in rules.off]
    return [i for i in member_instances(relations, record, joined.reports) if i.figures]


Key = tuple[str, str]
"""What tells an instance: its rule and its ``at``."""


def _broken(
    plan: Plan, values: tuple[Number | None, ...], system: System, sums: Sequence[Instance]
) -> Mapping[Key, Instance]:
    judged = plan.unmended(values, system.residuals)
    return {(i.rule, i.at): i for i in (*judged, *sums) if i.outcome is Outcome.BROKEN}


def _mended(system: System, group: Group, broken: Mapping[Key, Instance]) -> tuple[Instance, ...]:
    return tuple(broken[system.matrix.keys[line]] for line in bits(group.lines & system.broken))


def _ranked(system: System, sets: Sets, places: Mapping[str, Place]) -> Iterator[Correction]:
    """Iterate over the corrections of a group, the likeliest first."""
    if sets.obstacle is not None:
        yield Correction(obstacle=sets.obstacle)
        return
    weighed = sorted(
        ((weigh(system, changes), tuple(sorted(changes))), changes) for changes in sets.found
    )
    rank = 1
    for weight, alike in groupby(weighed, key=lambda entry: entry[0][0]):
        tied = [changes for _, changes in alike]
        for changes in tied:
            yield Correction(
                cells=tuple(_corrected(system, changes, places)),
                rank=rank,
                tied=len(tied),
                choices=len(sets.found),
                more=sets.more,
                weight=weight,
            )
        rank += len(tied)


def _corrected(
    system: System, changes: Changes, places: Mapping[str, Place]
) -> Iterator[CorrectedCell]:
    how = mistypes(system, changes)
    for cell in sorted(changes):
        name, old = system.matrix.cells[cell], system.values[cell] or 0
        new = old + changes[cell]
        least, most = _limits(system, changes, cell)
        yield CorrectedCell(
            cell=name,
            old=old,
            new=new,
            least=None if least is None else old + least,
            most=None if most is None else old + most,
            mistype=how[cell],
            place=places.get(name),
        )


def _limits(system: System, changes: Changes, cell: int) -> tuple[Number | None, Number | None]:
    """Return between which changes a cell may choose, the others changed as they are."""
    if system.matrix.masks[cell] & system.exact:
        return changes[cell], changes[cell]
    others = {other: by for other, by in changes.items() if other != cell}
    moved = system.changed(others)
    fall, rise = system.bounds(cell)
    least, most = span(moved, cell) or (changes[cell], changes[cell])
    return None if least == fall else least, None if most == rise else most


def _record(name: str, value: object) -> AnnualReport:
    record = value.report if isinstance(value, Reading) else value
    if not isinstance(record, AnnualReport):
        kind = type(value).__name__
        raise TypeError(f"suggest({name}=): an AnnualReport or a Reading is wanted, not {kind}")
    return record


def _plain(members: Sequence[AnnualReport | Reading | None]) -> Members:
    if isinstance(members, (AnnualReport, Reading)):
        raise TypeError("suggest(members=): a sequence of reports is wanted, not a single one")
    return [None if member is None else _record("members", member) for member in members]
